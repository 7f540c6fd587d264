#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_PL = {
    .language = "pl",
    .words = {
        [LABEL_ABOUT] = "O tym wydaniu",
        [LABEL_READING_OF] = "Odczytywany tekst: „{0}”, autor: {1}.",
        [LABEL_READING_ALONE] = "Odczytywany tekst: „{0}”.",
        [LABEL_PUBLISHER] = "Wydawca: {0}.",
        [LABEL_SOURCE] = "Źródło: {0}",
        [LABEL_RIGHTS] = "Prawa: {0}",
        [LABEL_VOICES] = "Głosy: {0}.",
        [LABEL_VOICES_MORE] = "Głosy: {0} i inne.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Jeden fragment artykułu nie jest czytany ani pokazany; wskazują go strona i raport tego odcinka.",
        [LABEL_LEFT_OUT_MANY] = "Liczba fragmentów artykułu, które nie są czytane ani pokazane: {0}; wskazują je strona i raport tego odcinka.",
        [LABEL_DISCLOSURE] = "Czytają głosy syntetyczne: to mowa wygenerowana komputerowo ({0}), a nie nagrania cytowanych osób.",
        [LABEL_READ_ALOUD] = "Artykuł czytany na głos.",
        [LABEL_TEXT_BY] = "Tekst: {0}",
        [LABEL_AUTHOR] = "autor artykułu",
        [LABEL_UNTITLED] = "Bez tytułu",
        [LABEL_INTRODUCTION] = "Wstęp",
        [LABEL_TITLE_BY] = "{0}, autor: {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (głos syntetyczny)",
        [LABEL_READ_BY] = "Czytają głosy syntetyczne",
        [LABEL_CONTENTS] = "Spis treści",
        [LABEL_LANDMARKS] = "Punkty orientacyjne",
        [LABEL_ACCESSIBILITY] = "Cały tekst czytają głosy syntetyczne, a słyszane słowa są wyróżniane; cytaty mają własne głosy i podają czytnikom ekranu, kto mówi. Książkę można czytać samym wzrokiem, słuchem lub dotykiem. Jest w niej spis treści.",
        [LABEL_NARRATOR] = "Narrator",
        [LABEL_UNKNOWN] = "Nieznany głos",
    },
};
