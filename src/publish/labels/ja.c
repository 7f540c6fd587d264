#include "publish/labels/languages.h"

const Labels LABELS_JA = {
    .language = "ja",
    .words =
        {

            [LABEL_ABOUT] = "この版について",
            [LABEL_READING_OF] = "『{0}』（{1}）の朗読です。",
            [LABEL_PUBLISHER] = "発行：{0}。",
            [LABEL_SOURCE] = "出典：{0}",
            [LABEL_RIGHTS] = "権利：{0}",
            [LABEL_VOICES] = "音声：{0}。",
            [LABEL_VOICES_MORE] = "音声：{0}ほか。",
            [LABEL_COMMA] = "、",
            [LABEL_LEFT_OUT_ONE] = "記事のうち1か所は朗読も表示もしていません。その箇所はこの回"
                                   "のページと報告書に記されています。",
            [LABEL_LEFT_OUT_MANY] = "記事のうち{0}"
                                    "か所は朗読も表示もしていません。それらの箇所はこの回のペ"
                                    "ージと報告書に記されています。",
            [LABEL_DISCLOSURE] = "合成音声による朗読です。コンピューターで作られた音声（{0}"
                                 "）であり、発言者本人の録音ではありません。",
            [LABEL_READ_ALOUD] = "記事の朗読です。",
            [LABEL_TEXT_BY] = "本文：{0}",
            [LABEL_AUTHOR] = "記事の著者",
            [LABEL_UNTITLED] = "無題",
            [LABEL_INTRODUCTION] = "はじめに",
            [LABEL_TITLE_BY] = "{0}、{1}著",
            [LABEL_SYNTHETIC_VOICE] = "{0}（合成音声）",
            [LABEL_READ_BY] = "合成音声による朗読",
            [LABEL_CONTENTS] = "目次",
            [LABEL_LANDMARKS] = "目印",
            [LABEL_ACCESSIBILITY] =
                "全文を合成音声が読み上げ、聞こえている箇所を強調表示します。引用は別の音声で読"
                "まれ、スクリーンリーダーには話者の名前が伝えられます。目だけ、耳だけ、指だけで"
                "も読めます。目次があります。",
            [LABEL_NARRATOR] = "ナレーター",
            [LABEL_UNKNOWN] = "不明な話者",
        },
};
