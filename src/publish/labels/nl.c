#include "publish/labels/languages.h"

const Labels LABELS_NL = {
    .language = "nl",
    .words =
        {

            [LABEL_ABOUT] = "Over deze uitgave",
            [LABEL_READING_OF] = "Dit is een voorlezing van ‘{0}’ van {1}.",
            [LABEL_PUBLISHER] = "Uitgever: {0}.",
            [LABEL_SOURCE] = "Bron: {0}",
            [LABEL_RIGHTS] = "Rechten: {0}",
            [LABEL_VOICES] = "Stemmen: {0}.",
            [LABEL_VOICES_MORE] = "Stemmen: {0} en anderen.",
            [LABEL_COMMA] = ", ",
            [LABEL_LEFT_OUT_ONE] =
                "Eén passage van het artikel wordt niet voorgelezen en niet getoond; de pagina "
                "en het verslag van deze aflevering vermelden haar.",
            [LABEL_LEFT_OUT_MANY] =
                "{0} passages van het artikel worden niet voorgelezen en niet getoond; de "
                "pagina en het verslag van deze aflevering vermelden ze.",
            [LABEL_DISCLOSURE] =
                "Voorgelezen door synthetische stemmen: door een computer gegenereerde spraak "
                "({0}), geen opnamen van de geciteerde personen.",
            [LABEL_READ_ALOUD] = "Een artikel, voorgelezen.",
            [LABEL_TEXT_BY] = "Tekst: {0}",
            [LABEL_AUTHOR] = "de auteur van het artikel",
            [LABEL_UNTITLED] = "Zonder titel",
            [LABEL_INTRODUCTION] = "Inleiding",
            [LABEL_TITLE_BY] = "{0}, van {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (synthetische stem)",
            [LABEL_READ_BY] = "Voorgelezen door synthetische stemmen",
            [LABEL_CONTENTS] = "Inhoud",
            [LABEL_LANDMARKS] = "Oriëntatiepunten",
            [LABEL_ACCESSIBILITY] =
                "Alle tekst wordt voorgelezen door synthetische stemmen en gemarkeerd terwijl "
                "u luistert; citaten hebben eigen stemmen en vermelden voor schermlezers wie "
                "er spreekt. Het boek is met alleen de ogen, de oren of de tast te lezen. Er "
                "is een inhoudsopgave.",
            [LABEL_NARRATOR] = "Verteller",
            [LABEL_UNKNOWN] = "Onbekend",
        },
};
