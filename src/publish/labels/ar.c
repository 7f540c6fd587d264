#include "publish/labels/languages.h"

const Labels LABELS_AR = {
    .language = "ar",
    .words =
        {

            [LABEL_ABOUT] = "عن هذا الإصدار",
            [LABEL_READING_OF] = "هذه قراءة لنص «{0}» بقلم {1}.",
            [LABEL_PUBLISHER] = "الناشر: {0}.",
            [LABEL_SOURCE] = "المصدر: {0}",
            [LABEL_RIGHTS] = "الحقوق: {0}",
            [LABEL_VOICES] = "الأصوات: {0}.",
            [LABEL_VOICES_MORE] = "الأصوات: {0} وغيرها.",
            [LABEL_COMMA] = "، ",
            [LABEL_LEFT_OUT_ONE] =
                "مقطع واحد من نص المقال لا يُقرأ ولا يُعرض؛ وتذكره صفحة هذه الحلقة وتقريرها.",
            [LABEL_LEFT_OUT_MANY] =
                "عدد مقاطع المقال التي لا تُقرأ ولا تُعرض: {0}؛ وتذكرها صفحة هذه الحلقة وتقريرها.",
            [LABEL_DISCLOSURE] = "تقرأ هذا النص أصوات اصطناعية: كلام مولَّد بالحاسوب ({0})، وليس "
                                 "تسجيلات للأشخاص المقتبس عنهم.",
            [LABEL_READ_ALOUD] = "مقال مقروء بصوت مسموع.",
            [LABEL_TEXT_BY] = "النص: {0}",
            [LABEL_AUTHOR] = "كاتب المقال",
            [LABEL_UNTITLED] = "بلا عنوان",
            [LABEL_INTRODUCTION] = "مقدمة",
            [LABEL_TITLE_BY] = "{0}، بقلم {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (صوت اصطناعي)",
            [LABEL_READ_BY] = "تقرؤه أصوات اصطناعية",
            [LABEL_CONTENTS] = "المحتويات",
            [LABEL_LANDMARKS] = "معالم",
            [LABEL_ACCESSIBILITY] =
                "تقرأ النص كله أصوات اصطناعية ويُميَّز ما يُسمع منه؛ وللاقتباسات أصوات خاصة بها، "
                "ويُذكر المتكلم لقارئات الشاشة. يمكن قراءة الكتاب بالعين وحدها أو بالأذن وحدها "
                "أو باللمس وحده. وفيه فهرس للمحتويات.",
            [LABEL_NARRATOR] = "الراوي",
            [LABEL_UNKNOWN] = "صوت مجهول",
        },
};
