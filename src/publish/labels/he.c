#include "publish/labels/languages.h"

const Labels LABELS_HE = {
    .language = "he",
    .words =
        {

            [LABEL_ABOUT] = "על מהדורה זו",
            [LABEL_READING_OF] = "זוהי הקראה של ”{0}“ מאת {1}.",
            [LABEL_PUBLISHER] = "הוצאה לאור: {0}.",
            [LABEL_SOURCE] = "מקור: {0}",
            [LABEL_RIGHTS] = "זכויות: {0}",
            [LABEL_VOICES] = "קולות: {0}.",
            [LABEL_VOICES_MORE] = "קולות: {0} ואחרים.",
            [LABEL_COMMA] = ", ",
            [LABEL_LEFT_OUT_ONE] =
                "קטע אחד מן הכתבה אינו מוקרא ואינו מוצג; הדף והדוח של פרק זה מציינים אותו.",
            [LABEL_LEFT_OUT_MANY] = "מספר הקטעים מן הכתבה שאינם מוקראים ואינם מוצגים: {0}; הדף "
                                    "והדוח של פרק זה מציינים אותם.",
            [LABEL_DISCLOSURE] =
                "מוקרא בקולות סינתטיים: דיבור שנוצר במחשב ({0}), ולא הקלטות של האנשים המצוטטים.",
            [LABEL_READ_ALOUD] = "כתבה מוקראת.",
            [LABEL_TEXT_BY] = "טקסט: {0}",
            [LABEL_AUTHOR] = "מחבר הכתבה",
            [LABEL_UNTITLED] = "ללא כותרת",
            [LABEL_INTRODUCTION] = "מבוא",
            [LABEL_TITLE_BY] = "{0}, מאת {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (קול סינתטי)",
            [LABEL_READ_BY] = "מוקרא בקולות סינתטיים",
            [LABEL_CONTENTS] = "תוכן העניינים",
            [LABEL_LANDMARKS] = "ציוני דרך",
            [LABEL_ACCESSIBILITY] =
                "כל הטקסט מוקרא בקולות סינתטיים ומסומן בזמן שהוא נשמע; לציטוטים קולות משלהם, "
                "ושם הדובר נמסר לקוראי מסך. אפשר לקרוא את הספר בעיניים בלבד, באוזניים בלבד או "
                "במישוש בלבד. יש בו תוכן עניינים.",
            [LABEL_NARRATOR] = "קריינות",
            [LABEL_UNKNOWN] = "קול לא ידוע",
        },
};
