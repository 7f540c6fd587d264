#include "publish/labels/languages.h"

const Labels LABELS_ES = {
    .language = "es",
    .words =
        {

            [LABEL_ABOUT] = "Sobre esta edición",
            [LABEL_READING_OF] = "Esta es una lectura de «{0}», de {1}.",
            [LABEL_PUBLISHER] = "Editor: {0}.",
            [LABEL_SOURCE] = "Fuente: {0}",
            [LABEL_RIGHTS] = "Derechos: {0}",
            [LABEL_VOICES] = "Voces: {0}.",
            [LABEL_VOICES_MORE] = "Voces: {0} y otras.",
            [LABEL_COMMA] = ", ",
            [LABEL_LEFT_OUT_ONE] = "Un pasaje del artículo no se lee ni se muestra; la página "
                                   "y el informe de este episodio lo indican.",
            [LABEL_LEFT_OUT_MANY] = "{0} pasajes del artículo no se leen ni se muestran; la "
                                    "página y el informe de este episodio los indican.",
            [LABEL_DISCLOSURE] = "Leído por voces sintéticas: habla generada por ordenador "
                                 "({0}), no grabaciones de las personas citadas.",
            [LABEL_READ_ALOUD] = "Un artículo, leído en voz alta.",
            [LABEL_TEXT_BY] = "Texto: {0}",
            [LABEL_AUTHOR] = "quien firma el artículo",
            [LABEL_UNTITLED] = "Sin título",
            [LABEL_INTRODUCTION] = "Introducción",
            [LABEL_TITLE_BY] = "{0}, de {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (voz sintética)",
            [LABEL_READ_BY] = "Leído por voces sintéticas",
            [LABEL_CONTENTS] = "Índice",
            [LABEL_LANDMARKS] = "Puntos de referencia",
            [LABEL_ACCESSIBILITY] =
                "Todo el texto se lee en voz alta con voces sintéticas y se resalta a medida "
                "que se oye; las citas tienen voces propias e indican quién habla a los "
                "lectores de pantalla. Puede leerse solo con la vista, el oído o el tacto. Hay "
                "un índice.",
            [LABEL_NARRATOR] = "Narración",
            [LABEL_UNKNOWN] = "Voz desconocida",
        },
};
