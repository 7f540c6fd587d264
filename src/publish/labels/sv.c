#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_SV = {
    .language = "sv",
    .words = {
        [LABEL_ABOUT] = "Om den här utgåvan",
        [LABEL_READING_OF] = "Det här är en uppläsning av ”{0}” av {1}.",
        [LABEL_READING_ALONE] = "Det här är en uppläsning av ”{0}”.",
        [LABEL_PUBLISHER] = "Utgivare: {0}.",
        [LABEL_SOURCE] = "Källa: {0}",
        [LABEL_RIGHTS] = "Rättigheter: {0}",
        [LABEL_VOICES] = "Röster: {0}.",
        [LABEL_VOICES_MORE] = "Röster: {0} med flera.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Ett avsnitt av artikeln läses inte upp och visas inte; webbsidan och rapporten för denna inspelning anger det.",
        [LABEL_LEFT_OUT_MANY] = "{0} avsnitt av artikeln läses inte upp och visas inte; webbsidan och rapporten för denna inspelning anger dem.",
        [LABEL_DISCLOSURE] = "Uppläst av syntetiska röster: datorgenererat tal ({0}), inte inspelningar av de citerade personerna.",
        [LABEL_READ_ALOUD] = "En artikel, uppläst.",
        [LABEL_TEXT_BY] = "Text: {0}",
        [LABEL_AUTHOR] = "artikelns författare",
        [LABEL_UNTITLED] = "Utan titel",
        [LABEL_INTRODUCTION] = "Inledning",
        [LABEL_TITLE_BY] = "{0}, av {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (syntetisk röst)",
        [LABEL_READ_BY] = "Uppläst av syntetiska röster",
        [LABEL_CONTENTS] = "Innehåll",
        [LABEL_LANDMARKS] = "Orienteringspunkter",
        [LABEL_ACCESSIBILITY] = "All text läses upp av syntetiska röster och markeras medan den hörs; citat har egna röster och anger för skärmläsare vem som talar. Boken kan läsas med enbart ögonen, öronen eller fingrarna. Den har en innehållsförteckning.",
        [LABEL_NARRATOR] = "Berättare",
        [LABEL_UNKNOWN] = "Okänd",
    },
};
