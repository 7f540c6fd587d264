#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_FI = {
    .language = "fi",
    .words = {
        [LABEL_ABOUT] = "Tietoja tästä julkaisusta",
        [LABEL_READING_OF] = "Ääneen luettu teksti: ”{0}”, tekijä {1}.",
        [LABEL_READING_ALONE] = "Ääneen luettu teksti: ”{0}”.",
        [LABEL_PUBLISHER] = "Julkaisija: {0}.",
        [LABEL_SOURCE] = "Lähde: {0}",
        [LABEL_RIGHTS] = "Oikeudet: {0}",
        [LABEL_VOICES] = "Äänet: {0}.",
        [LABEL_VOICES_MORE] = "Äänet: {0} ja muita.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Yhtä artikkelin kohtaa ei lueta eikä näytetä; tämän jakson verkkosivu ja raportti kertovat siitä.",
        [LABEL_LEFT_OUT_MANY] = "Artikkelin kohtia, joita ei lueta eikä näytetä: {0}; tämän jakson verkkosivu ja raportti kertovat niistä.",
        [LABEL_DISCLOSURE] = "Tekstin lukevat synteettiset äänet: puhe on tuotettu tietokoneella ({0}), eikä se ole lainattujen henkilöiden puhetta.",
        [LABEL_READ_ALOUD] = "Ääneen luettu artikkeli.",
        [LABEL_TEXT_BY] = "Teksti: {0}",
        [LABEL_AUTHOR] = "artikkelin kirjoittaja",
        [LABEL_UNTITLED] = "Nimetön",
        [LABEL_INTRODUCTION] = "Johdanto",
        [LABEL_TITLE_BY] = "{0}, tekijä {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (synteettinen ääni)",
        [LABEL_READ_BY] = "Tekstin lukevat synteettiset äänet",
        [LABEL_CONTENTS] = "Sisällys",
        [LABEL_LANDMARKS] = "Maamerkit",
        [LABEL_ACCESSIBILITY] = "Synteettiset äänet lukevat koko tekstin, ja se korostetaan sitä mukaa kuin se kuuluu; lainauksilla on omat äänensä, ja ne kertovat ruudunlukijoille, kuka puhuu. Kirjan voi lukea pelkästään silmin, korvin tai sormin. Siinä on sisällysluettelo.",
        [LABEL_NARRATOR] = "Kertoja",
        [LABEL_UNKNOWN] = "Tuntematon",
    },
};
