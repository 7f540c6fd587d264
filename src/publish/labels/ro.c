#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_RO = {
    .language = "ro",
    .words = {
        [LABEL_ABOUT] = "Despre această ediție",
        [LABEL_READING_OF] = "Se citește textul „{0}”, de {1}.",
        [LABEL_READING_ALONE] = "Se citește textul „{0}”.",
        [LABEL_PUBLISHER] = "Editor: {0}.",
        [LABEL_SOURCE] = "Sursă: {0}",
        [LABEL_RIGHTS] = "Drepturi: {0}",
        [LABEL_VOICES] = "Voci: {0}.",
        [LABEL_VOICES_MORE] = "Voci: {0} și altele.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Un pasaj al articolului nu este citit și nu este afișat; pagina și raportul acestui episod îl indică.",
        [LABEL_LEFT_OUT_MANY] = "Pasaje ale articolului care nu sunt citite și nu sunt afișate: {0}; pagina și raportul acestui episod le indică.",
        [LABEL_DISCLOSURE] = "Citit de voci sintetice: vorbire generată de calculator ({0}), nu înregistrări ale persoanelor citate.",
        [LABEL_READ_ALOUD] = "Un articol, citit cu voce tare.",
        [LABEL_TEXT_BY] = "Text: {0}",
        [LABEL_AUTHOR] = "autorul articolului",
        [LABEL_UNTITLED] = "Fără titlu",
        [LABEL_INTRODUCTION] = "Introducere",
        [LABEL_TITLE_BY] = "{0}, de {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (voce sintetică)",
        [LABEL_READ_BY] = "Citit de voci sintetice",
        [LABEL_CONTENTS] = "Cuprins",
        [LABEL_LANDMARKS] = "Repere",
        [LABEL_ACCESSIBILITY] = "Tot textul este citit de voci sintetice și evidențiat pe măsură ce se aude; citatele au voci proprii și indică cititoarelor de ecran cine vorbește. Cartea poate fi citită doar cu ochii, doar cu auzul sau doar prin atingere. Există un cuprins.",
        [LABEL_NARRATOR] = "Narator",
        [LABEL_UNKNOWN] = "Voce necunoscută",
    },
};
