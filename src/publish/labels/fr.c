#include "publish/labels/languages.h"

const Labels LABELS_FR = {
    .language = "fr",
    .words =
        {

            [LABEL_ABOUT] = "À propos de cette édition",
            [LABEL_READING_OF] = "Ceci est une lecture de « {0} », de {1}.",
            [LABEL_PUBLISHER] = "Éditeur : {0}.",
            [LABEL_SOURCE] = "Source : {0}",
            [LABEL_RIGHTS] = "Droits : {0}",
            [LABEL_VOICES] = "Voix : {0}.",
            [LABEL_VOICES_MORE] = "Voix : {0} et d’autres.",
            [LABEL_COMMA] = ", ",
            [LABEL_LEFT_OUT_ONE] = "Un passage de l’article n’est ni lu ni affiché ; la page "
                                   "et le rapport de cet épisode l’indiquent.",
            [LABEL_LEFT_OUT_MANY] = "{0} passages de l’article ne sont ni lus ni affichés ; la "
                                    "page et le rapport de cet épisode les indiquent.",
            [LABEL_DISCLOSURE] = "Lu par des voix de synthèse : parole générée par ordinateur "
                                 "({0}), et non des enregistrements des personnes citées.",
            [LABEL_READ_ALOUD] = "Un article, lu à voix haute.",
            [LABEL_TEXT_BY] = "Texte : {0}",
            [LABEL_AUTHOR] = "l’auteur de l’article",
            [LABEL_UNTITLED] = "Sans titre",
            [LABEL_INTRODUCTION] = "Introduction",
            [LABEL_TITLE_BY] = "{0}, de {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (voix de synthèse)",
            [LABEL_READ_BY] = "Lu par des voix de synthèse",
            [LABEL_CONTENTS] = "Sommaire",
            [LABEL_LANDMARKS] = "Points de repère",
            [LABEL_ACCESSIBILITY] =
                "Tout le texte est lu par des voix de synthèse et mis en évidence à mesure "
                "qu’il est entendu ; les citations ont leurs propres voix et indiquent qui "
                "parle aux lecteurs d’écran. Le livre peut se lire par la vue, l’ouïe ou le "
                "toucher seuls. Il comporte un sommaire.",
            [LABEL_NARRATOR] = "Narration",
            [LABEL_UNKNOWN] = "Voix inconnue",
        },
};
