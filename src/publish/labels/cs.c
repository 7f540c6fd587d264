#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_CS = {
    .language = "cs",
    .words = {
        [LABEL_ABOUT] = "O tomto vydání",
        [LABEL_READING_OF] = "Čtený text: „{0}“, autor: {1}.",
        [LABEL_READING_ALONE] = "Čtený text: „{0}“.",
        [LABEL_PUBLISHER] = "Vydavatel: {0}.",
        [LABEL_SOURCE] = "Zdroj: {0}",
        [LABEL_RIGHTS] = "Práva: {0}",
        [LABEL_VOICES] = "Hlasy: {0}.",
        [LABEL_VOICES_MORE] = "Hlasy: {0} a další.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Jedna pasáž článku se nečte ani nezobrazuje; uvádí ji stránka a zpráva tohoto dílu.",
        [LABEL_LEFT_OUT_MANY] = "Počet pasáží článku, které se nečtou ani nezobrazují: {0}; uvádí je stránka a zpráva tohoto dílu.",
        [LABEL_DISCLOSURE] = "Čtou syntetické hlasy: řeč vytvořil počítač ({0}), nejde o nahrávky citovaných osob.",
        [LABEL_READ_ALOUD] = "Článek čtený nahlas.",
        [LABEL_TEXT_BY] = "Text: {0}",
        [LABEL_AUTHOR] = "autor článku",
        [LABEL_UNTITLED] = "Bez názvu",
        [LABEL_INTRODUCTION] = "Úvod",
        [LABEL_TITLE_BY] = "{0}, autor: {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (syntetický hlas)",
        [LABEL_READ_BY] = "Čtou syntetické hlasy",
        [LABEL_CONTENTS] = "Obsah",
        [LABEL_LANDMARKS] = "Orientační body",
        [LABEL_ACCESSIBILITY] = "Celý text čtou syntetické hlasy a slyšená místa se zvýrazňují; citáty mají vlastní hlasy a čtečkám obrazovky uvádějí, kdo mluví. Knihu lze číst jen zrakem, jen sluchem nebo jen hmatem. Je v ní obsah.",
        [LABEL_NARRATOR] = "Vypravěč",
        [LABEL_UNKNOWN] = "Neznámý hlas",
    },
};
