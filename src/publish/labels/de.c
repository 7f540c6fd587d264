#include "publish/labels/languages.h"

const Labels LABELS_DE = {
    .language = "de",
    .words =
        {

            [LABEL_ABOUT] = "Über diese Ausgabe",
            [LABEL_READING_OF] = "Vorgelesen wird „{0}“ von {1}.",
            [LABEL_PUBLISHER] = "Herausgeber: {0}.",
            [LABEL_SOURCE] = "Quelle: {0}",
            [LABEL_RIGHTS] = "Rechte: {0}",
            [LABEL_VOICES] = "Stimmen: {0}.",
            [LABEL_VOICES_MORE] = "Stimmen: {0} und andere.",
            [LABEL_COMMA] = ", ",
            [LABEL_LEFT_OUT_ONE] = "Eine Stelle des Artikels wird weder gelesen noch gezeigt; "
                                   "die Webseite und der Bericht dieser Folge nennen sie.",
            [LABEL_LEFT_OUT_MANY] =
                "{0} Stellen des Artikels werden weder gelesen noch gezeigt; die Webseite und "
                "der Bericht dieser Folge nennen sie.",
            [LABEL_DISCLOSURE] =
                "Gelesen von synthetischen Stimmen: Die Sprache ist vom Computer erzeugt ({0}), "
                "es sind keine Aufnahmen der zitierten Personen.",
            [LABEL_READ_ALOUD] = "Ein Artikel, vorgelesen.",
            [LABEL_TEXT_BY] = "Text: {0}",
            [LABEL_AUTHOR] = "Autor oder Autorin des Artikels",
            [LABEL_UNTITLED] = "Ohne Titel",
            [LABEL_INTRODUCTION] = "Einleitung",
            [LABEL_TITLE_BY] = "{0}, von {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (synthetische Stimme)",
            [LABEL_READ_BY] = "Gelesen von synthetischen Stimmen",
            [LABEL_CONTENTS] = "Inhalt",
            [LABEL_LANDMARKS] = "Orientierungspunkte",
            [LABEL_ACCESSIBILITY] =
                "Der gesamte Text wird von synthetischen Stimmen vorgelesen und beim Hören "
                "hervorgehoben; Zitate haben eigene Stimmen und nennen für Screenreader, wer "
                "spricht. Das Buch lässt sich allein mit den Augen, den Ohren oder den Fingern "
                "lesen. Es hat ein Inhaltsverzeichnis.",
            [LABEL_NARRATOR] = "Erzählstimme",
            [LABEL_UNKNOWN] = "Unbekannt",
        },
};
