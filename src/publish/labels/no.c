#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_NO = {
    .language = "no",
    .words = {
        [LABEL_ABOUT] = "Om denne utgaven",
        [LABEL_READING_OF] = "Dette er en opplesning av «{0}» av {1}.",
        [LABEL_READING_ALONE] = "Dette er en opplesning av «{0}».",
        [LABEL_PUBLISHER] = "Utgiver: {0}.",
        [LABEL_SOURCE] = "Kilde: {0}",
        [LABEL_RIGHTS] = "Rettigheter: {0}",
        [LABEL_VOICES] = "Stemmer: {0}.",
        [LABEL_VOICES_MORE] = "Stemmer: {0} med flere.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Ett sted i artikkelen blir ikke lest opp og ikke vist; nettsiden og rapporten for denne episoden angir det.",
        [LABEL_LEFT_OUT_MANY] = "{0} steder i artikkelen blir ikke lest opp og ikke vist; nettsiden og rapporten for denne episoden angir dem.",
        [LABEL_DISCLOSURE] = "Lest opp av syntetiske stemmer: datagenerert tale ({0}), ikke opptak av personene som siteres.",
        [LABEL_READ_ALOUD] = "En artikkel, lest opp.",
        [LABEL_TEXT_BY] = "Tekst: {0}",
        [LABEL_AUTHOR] = "artikkelens forfatter",
        [LABEL_UNTITLED] = "Uten tittel",
        [LABEL_INTRODUCTION] = "Innledning",
        [LABEL_TITLE_BY] = "{0}, av {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (syntetisk stemme)",
        [LABEL_READ_BY] = "Lest opp av syntetiske stemmer",
        [LABEL_CONTENTS] = "Innhold",
        [LABEL_LANDMARKS] = "Orienteringspunkter",
        [LABEL_ACCESSIBILITY] = "All tekst leses opp av syntetiske stemmer og markeres mens den høres; sitater har egne stemmer og angir for skjermlesere hvem som snakker. Boken kan leses med bare øynene, ørene eller fingrene. Den har en innholdsfortegnelse.",
        [LABEL_NARRATOR] = "Forteller",
        [LABEL_UNKNOWN] = "Ukjent",
    },
};
