#include "publish/labels/languages.h"

const Labels LABELS_IT = {
    .language = "it",
    .words =
        {

            [LABEL_ABOUT] = "Informazioni su questa edizione",
            [LABEL_READING_OF] = "Questa è una lettura di «{0}», di {1}.",
            [LABEL_PUBLISHER] = "Editore: {0}.",
            [LABEL_SOURCE] = "Fonte: {0}",
            [LABEL_RIGHTS] = "Diritti: {0}",
            [LABEL_VOICES] = "Voci: {0}.",
            [LABEL_VOICES_MORE] = "Voci: {0} e altre.",
            [LABEL_COMMA] = ", ",
            [LABEL_LEFT_OUT_ONE] = "Un passo dell’articolo non è letto né mostrato; la pagina "
                                   "e il resoconto di questo episodio lo indicano.",
            [LABEL_LEFT_OUT_MANY] = "{0} passi dell’articolo non sono letti né mostrati; la "
                                    "pagina e il resoconto di questo episodio li indicano.",
            [LABEL_DISCLOSURE] = "Letto da voci sintetiche: parlato generato dal computer "
                                 "({0}), non registrazioni delle persone citate.",
            [LABEL_READ_ALOUD] = "Un articolo, letto ad alta voce.",
            [LABEL_TEXT_BY] = "Testo: {0}",
            [LABEL_AUTHOR] = "chi ha scritto l’articolo",
            [LABEL_UNTITLED] = "Senza titolo",
            [LABEL_INTRODUCTION] = "Introduzione",
            [LABEL_TITLE_BY] = "{0}, di {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (voce sintetica)",
            [LABEL_READ_BY] = "Letto da voci sintetiche",
            [LABEL_CONTENTS] = "Indice",
            [LABEL_LANDMARKS] = "Punti di riferimento",
            [LABEL_ACCESSIBILITY] =
                "Tutto il testo è letto da voci sintetiche ed evidenziato mentre si ascolta; "
                "le citazioni hanno voci proprie e indicano agli screen reader chi parla. Si "
                "può leggere con la sola vista, il solo udito o il solo tatto. C’è un indice.",
            [LABEL_NARRATOR] = "Voce narrante",
            [LABEL_UNKNOWN] = "Voce sconosciuta",
        },
};
