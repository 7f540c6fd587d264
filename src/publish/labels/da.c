#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_DA = {
    .language = "da",
    .words = {
        [LABEL_ABOUT] = "Om denne udgave",
        [LABEL_READING_OF] = "Dette er en oplæsning af »{0}« af {1}.",
        [LABEL_READING_ALONE] = "Dette er en oplæsning af »{0}«.",
        [LABEL_PUBLISHER] = "Udgiver: {0}.",
        [LABEL_SOURCE] = "Kilde: {0}",
        [LABEL_RIGHTS] = "Rettigheder: {0}",
        [LABEL_VOICES] = "Stemmer: {0}.",
        [LABEL_VOICES_MORE] = "Stemmer: {0} med flere.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Ét sted i artiklen læses ikke op og vises ikke; websiden og rapporten for denne episode angiver det.",
        [LABEL_LEFT_OUT_MANY] = "{0} steder i artiklen læses ikke op og vises ikke; websiden og rapporten for denne episode angiver dem.",
        [LABEL_DISCLOSURE] = "Læst op af syntetiske stemmer: computergenereret tale ({0}), ikke optagelser af de citerede personer.",
        [LABEL_READ_ALOUD] = "En artikel, læst op.",
        [LABEL_TEXT_BY] = "Tekst: {0}",
        [LABEL_AUTHOR] = "artiklens forfatter",
        [LABEL_UNTITLED] = "Uden titel",
        [LABEL_INTRODUCTION] = "Indledning",
        [LABEL_TITLE_BY] = "{0}, af {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (syntetisk stemme)",
        [LABEL_READ_BY] = "Læst op af syntetiske stemmer",
        [LABEL_CONTENTS] = "Indhold",
        [LABEL_LANDMARKS] = "Pejlemærker",
        [LABEL_ACCESSIBILITY] = "Al tekst læses op af syntetiske stemmer og markeres, mens den høres; citater har deres egne stemmer og angiver for skærmlæsere, hvem der taler. Bogen kan læses med øjnene, ørerne eller fingrene alene. Den har en indholdsfortegnelse.",
        [LABEL_NARRATOR] = "Fortæller",
        [LABEL_UNKNOWN] = "Ukendt",
    },
};
