#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_SK = {
    .language = "sk",
    .words = {
        [LABEL_ABOUT] = "O tomto vydaní",
        [LABEL_READING_OF] = "Čítaný text: „{0}“, autor: {1}.",
        [LABEL_READING_ALONE] = "Čítaný text: „{0}“.",
        [LABEL_PUBLISHER] = "Vydavateľ: {0}.",
        [LABEL_SOURCE] = "Zdroj: {0}",
        [LABEL_RIGHTS] = "Práva: {0}",
        [LABEL_VOICES] = "Hlasy: {0}.",
        [LABEL_VOICES_MORE] = "Hlasy: {0} a ďalšie.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Jedna pasáž článku sa nečíta ani nezobrazuje; uvádza ju stránka a správa tejto časti.",
        [LABEL_LEFT_OUT_MANY] = "Počet pasáží článku, ktoré sa nečítajú ani nezobrazujú: {0}; uvádza ich stránka a správa tejto časti.",
        [LABEL_DISCLOSURE] = "Čítajú syntetické hlasy: reč vytvoril počítač ({0}), nejde o nahrávky citovaných osôb.",
        [LABEL_READ_ALOUD] = "Článok čítaný nahlas.",
        [LABEL_TEXT_BY] = "Text: {0}",
        [LABEL_AUTHOR] = "autor článku",
        [LABEL_UNTITLED] = "Bez názvu",
        [LABEL_INTRODUCTION] = "Úvod",
        [LABEL_TITLE_BY] = "{0}, autor: {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (syntetický hlas)",
        [LABEL_READ_BY] = "Čítajú syntetické hlasy",
        [LABEL_CONTENTS] = "Obsah",
        [LABEL_LANDMARKS] = "Orientačné body",
        [LABEL_ACCESSIBILITY] = "Celý text čítajú syntetické hlasy a počuté miesta sa zvýrazňujú; citáty majú vlastné hlasy a čítačkám obrazovky uvádzajú, kto hovorí. Knihu možno čítať len zrakom, len sluchom alebo len hmatom. Je v nej obsah.",
        [LABEL_NARRATOR] = "Rozprávač",
        [LABEL_UNKNOWN] = "Neznámy hlas",
    },
};
