#include "publish/labels/languages.h"

const Labels LABELS_PT = {
    .language = "pt",
    .words =
        {

            [LABEL_ABOUT] = "Sobre esta edição",
            [LABEL_READING_OF] = "Esta é uma leitura de “{0}”, de {1}.",
            [LABEL_PUBLISHER] = "Editora: {0}.",
            [LABEL_SOURCE] = "Fonte: {0}",
            [LABEL_RIGHTS] = "Direitos: {0}",
            [LABEL_VOICES] = "Vozes: {0}.",
            [LABEL_VOICES_MORE] = "Vozes: {0} e outras.",
            [LABEL_COMMA] = ", ",
            [LABEL_LEFT_OUT_ONE] = "Um trecho do artigo não é lido nem mostrado; a página e o "
                                   "relatório deste episódio o indicam.",
            [LABEL_LEFT_OUT_MANY] = "{0} trechos do artigo não são lidos nem mostrados; a "
                                    "página e o relatório deste episódio os indicam.",
            [LABEL_DISCLOSURE] = "Lido por vozes sintéticas: fala gerada por computador ({0}), "
                                 "e não gravações das pessoas citadas.",
            [LABEL_READ_ALOUD] = "Um artigo, lido em voz alta.",
            [LABEL_TEXT_BY] = "Texto: {0}",
            [LABEL_AUTHOR] = "quem assina o artigo",
            [LABEL_UNTITLED] = "Sem título",
            [LABEL_INTRODUCTION] = "Introdução",
            [LABEL_TITLE_BY] = "{0}, de {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (voz sintética)",
            [LABEL_READ_BY] = "Lido por vozes sintéticas",
            [LABEL_CONTENTS] = "Sumário",
            [LABEL_LANDMARKS] = "Pontos de referência",
            [LABEL_ACCESSIBILITY] =
                "Todo o texto é lido em voz alta por vozes sintéticas e realçado à medida que "
                "é ouvido; as citações têm vozes próprias e indicam aos leitores de tela quem "
                "fala. Pode ser lido apenas com os olhos, os ouvidos ou o tato. Há um sumário.",
            [LABEL_NARRATOR] = "Narração",
            [LABEL_UNKNOWN] = "Voz desconhecida",
        },
};
