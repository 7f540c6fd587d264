#include "publish/labels/languages.h"

const Labels LABELS_KO = {
    .language = "ko",
    .words =
        {

            [LABEL_ABOUT] = "이 판에 대하여",
            [LABEL_READING_OF] = "‘{0}’의 낭독, 글: {1}.",
            [LABEL_PUBLISHER] = "발행: {0}.",
            [LABEL_SOURCE] = "출처: {0}",
            [LABEL_RIGHTS] = "저작권: {0}",
            [LABEL_VOICES] = "목소리: {0}.",
            [LABEL_VOICES_MORE] = "목소리: {0} 외.",
            [LABEL_COMMA] = ", ",
            [LABEL_LEFT_OUT_ONE] = "기사의 한 대목은 읽지도 보여 주지도 않으며, 이 편의 "
                                   "웹페이지와 보고서에 적혀 있습니다.",
            [LABEL_LEFT_OUT_MANY] = "기사의 {0}개 대목은 읽지도 보여 주지도 않으며, 이 편의 "
                                    "웹페이지와 보고서에 적혀 있습니다.",
            [LABEL_DISCLOSURE] = "합성 음성이 읽습니다. 컴퓨터로 만든 음성({0})이며, 인용된 "
                                 "사람들의 녹음이 아닙니다.",
            [LABEL_READ_ALOUD] = "소리 내어 읽은 기사.",
            [LABEL_TEXT_BY] = "글: {0}",
            [LABEL_AUTHOR] = "기사 작성자",
            [LABEL_UNTITLED] = "제목 없음",
            [LABEL_INTRODUCTION] = "머리말",
            [LABEL_TITLE_BY] = "{0}, 글: {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (합성 음성)",
            [LABEL_READ_BY] = "합성 음성이 읽습니다",
            [LABEL_CONTENTS] = "차례",
            [LABEL_LANDMARKS] = "길잡이",
            [LABEL_ACCESSIBILITY] =
                "모든 글을 합성 음성이 읽고 들리는 곳을 표시합니다. 인용은 저마다 다른 "
                "목소리로 읽고, 화면 낭독기에는 말하는 사람을 알려 줍니다. 눈만으로, 귀만으로, "
                "손끝만으로도 읽을 수 있습니다. 차례가 있습니다.",
            [LABEL_NARRATOR] = "내레이션",
            [LABEL_UNKNOWN] = "알 수 없는 목소리",
        },
};
