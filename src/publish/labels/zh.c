#include "publish/labels/languages.h"

const Labels LABELS_ZH = {
    .language = "zh",
    .words =
        {

            [LABEL_ABOUT] = "关于本版本",
            [LABEL_READING_OF] = "本版朗读《{0}》，作者：{1}。",
            [LABEL_PUBLISHER] = "出版者：{0}。",
            [LABEL_SOURCE] = "来源：{0}",
            [LABEL_RIGHTS] = "版权：{0}",
            [LABEL_VOICES] = "语音：{0}。",
            [LABEL_VOICES_MORE] = "语音：{0}等。",
            [LABEL_COMMA] = "、",
            [LABEL_LEFT_OUT_ONE] = "文章中有一处未朗读也未显示；本集的网页和报告中注明了该处。",
            [LABEL_LEFT_OUT_MANY] =
                "文章中有{0}处未朗读也未显示；本集的网页和报告中注明了这些地方。",
            [LABEL_DISCLOSURE] = "由合成语音朗读：语音由计算机生成（{0}），并非被引述者的录音。",
            [LABEL_READ_ALOUD] = "一篇文章的朗读。",
            [LABEL_TEXT_BY] = "文字：{0}",
            [LABEL_AUTHOR] = "文章作者",
            [LABEL_UNTITLED] = "无标题",
            [LABEL_INTRODUCTION] = "引言",
            [LABEL_TITLE_BY] = "{0}，作者：{1}",
            [LABEL_SYNTHETIC_VOICE] = "{0}（合成语音）",
            [LABEL_READ_BY] = "由合成语音朗读",
            [LABEL_CONTENTS] = "目录",
            [LABEL_LANDMARKS] = "导航点",
            [LABEL_ACCESSIBILITY] =
                "全文由合成语音朗读，并在听到时突出显示；引语由各自的语音朗读，并向屏幕阅读器说"
                "明说话者。可以只用眼、只用耳或只用触觉阅读。附有目录。",
            [LABEL_NARRATOR] = "旁白",
            [LABEL_UNKNOWN] = "未知说话者",
        },
};
