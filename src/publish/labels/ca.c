#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_CA = {
    .language = "ca",
    .words = {
        [LABEL_ABOUT] = "Sobre aquesta edició",
        [LABEL_READING_OF] = "Aquesta és una lectura de «{0}», de {1}.",
        [LABEL_READING_ALONE] = "Aquesta és una lectura de «{0}».",
        [LABEL_PUBLISHER] = "Editor: {0}.",
        [LABEL_SOURCE] = "Font: {0}",
        [LABEL_RIGHTS] = "Drets: {0}",
        [LABEL_VOICES] = "Veus: {0}.",
        [LABEL_VOICES_MORE] = "Veus: {0} i d’altres.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Un passatge de l’article no es llegeix ni es mostra; la pàgina i l’informe d’aquest episodi l’indiquen.",
        [LABEL_LEFT_OUT_MANY] = "{0} passatges de l’article no es llegeixen ni es mostren; la pàgina i l’informe d’aquest episodi els indiquen.",
        [LABEL_DISCLOSURE] = "Llegit per veus sintètiques: parla generada per ordinador ({0}), no enregistraments de les persones citades.",
        [LABEL_READ_ALOUD] = "Un article, llegit en veu alta.",
        [LABEL_TEXT_BY] = "Text: {0}",
        [LABEL_AUTHOR] = "qui signa l’article",
        [LABEL_UNTITLED] = "Sense títol",
        [LABEL_INTRODUCTION] = "Introducció",
        [LABEL_TITLE_BY] = "{0}, de {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (veu sintètica)",
        [LABEL_READ_BY] = "Llegit per veus sintètiques",
        [LABEL_CONTENTS] = "Índex",
        [LABEL_LANDMARKS] = "Punts de referència",
        [LABEL_ACCESSIBILITY] = "Tot el text es llegeix amb veus sintètiques i es ressalta a mesura que se sent; les citacions tenen veus pròpies i indiquen als lectors de pantalla qui parla. Es pot llegir només amb la vista, només amb l’oïda o només amb el tacte. Hi ha un índex.",
        [LABEL_NARRATOR] = "Narració",
        [LABEL_UNKNOWN] = "Veu desconeguda",
    },
};
