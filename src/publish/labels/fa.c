#include "publish/labels/languages.h"

const Labels LABELS_FA = {
    .language = "fa",
    .words =
        {

            [LABEL_ABOUT] = "دربارهٔ این نسخه",
            [LABEL_READING_OF] = "متن خوانده‌شده: «{0}»، نوشتهٔ {1}.",
            [LABEL_PUBLISHER] = "ناشر: {0}.",
            [LABEL_SOURCE] = "منبع: {0}",
            [LABEL_RIGHTS] = "حقوق: {0}",
            [LABEL_VOICES] = "صداها: {0}.",
            [LABEL_VOICES_MORE] = "صداها: {0} و دیگران.",
            [LABEL_COMMA] = "، ",
            [LABEL_LEFT_OUT_ONE] = "یک بخش از متن مقاله خوانده و نشان داده "
                                   "نمی‌شود؛ "
                                   "صفحه "
                                   "و "
                                   "گزارش این قسمت آن را "
                                   "نام می‌برند.",
            [LABEL_LEFT_OUT_MANY] = "{0} بخش از متن مقاله خوانده و نشان داده "
                                    "نمی‌شود؛ "
                                    "صفحه "
                                    "و "
                                    "گزارش این قسمت "
                                    "آن‌ها را نام می‌برند.",
            [LABEL_DISCLOSURE] =
                "این متن را صداهای مصنوعی می‌خوانند: گفتار "
                "ساختهٔ "
                "رایانه "
                "({0}) "
                "است، "
                "نه "
                "صدای "
                "ضبط‌شدهٔ کسانی که سخنشان نقل شده است.",
            [LABEL_READ_ALOUD] =
                "مقاله‌ای که با صدای بلند خوانده شده است.",
            [LABEL_TEXT_BY] = "متن: {0}",
            [LABEL_AUTHOR] = "نویسندهٔ مقاله",
            [LABEL_UNTITLED] = "بدون عنوان",
            [LABEL_INTRODUCTION] = "مقدمه",
            [LABEL_TITLE_BY] = "{0}، نوشتهٔ {1}",
            [LABEL_SYNTHETIC_VOICE] = "{0} (صدای مصنوعی)",
            [LABEL_READ_BY] = "با صداهای مصنوعی خوانده شده است",
            [LABEL_CONTENTS] = "فهرست",
            [LABEL_LANDMARKS] = "نشانه‌های راهنما",
            [LABEL_ACCESSIBILITY] =
                "همهٔ متن را صداهای مصنوعی می‌خوانند و "
                "آنچه "
                "شنیده "
                "می‌شود برجسته می‌شود؛ "
                "نقل قول‌ها صدای خود را دارند و گوینده برای "
                "صفحه‌خوان‌ها نام برده "
                "می‌شود. کتاب را می‌توان تنها با چشم، تنها "
                "با "
                "گوش "
                "یا "
                "تنها با لمس خواند. "
                "فهرست دارد.",
            [LABEL_NARRATOR] = "راوی",
            [LABEL_FAST] = "خوانش سریع",
            [LABEL_ONE_VOICE] = "با یک صدا",
            [LABEL_UNKNOWN] = "صدای ناشناس",

            // The page.
            [PAGE_SKIP] = "پرش به متن گفتار",
            [PAGE_ORIGINAL] = "خواندن مقالهٔ اصلی",
            [PAGE_SYNTHETIC] = "صدای مصنوعی.",
            [PAGE_DOT] = ".",
            [PAGE_KILOBYTES] = "{0} کیلوبایت",
            [PAGE_MEGABYTES] = "{0} مگابایت",
            [PAGE_PLAYER] = "پخش‌کننده",
            [PAGE_LISTEN] = "شنیدن مقاله",
            [PAGE_CAPTIONS] = "متن گفتار",
            [PAGE_WAVE] =
                "شکل موج فایل صوتی به مدت {0}؛ رنگ‌ها گوینده "
                "را نشان می‌دهند",
            [PAGE_SEEK] = "موقعیت در فایل صوتی",
            [PAGE_PLACE] = "{0} از {1}، {2}",
            [PAGE_LEGEND] = "رنگ‌های شکل موج و مدت شنیده شدن هر صدا",
            [PAGE_OTHER_VOICES] = "و {0} صدای دیگر",
            [PAGE_CHAPTER_BACK] = "یک فصل به عقب",
            [PAGE_BACK] = "۱۰ ثانیه به عقب",
            [PAGE_ON] = "۱۰ ثانیه به جلو",
            [PAGE_CHAPTER_ON] = "یک فصل به جلو",
            [PAGE_SPEED] = "سرعت",
            [PAGE_RATE] = "سرعت {0}",
            [PAGE_FOLLOW] = "پیمایش متن همراه با صدا",
            [PAGE_EVERYWHERE] = "فعال بودن کلیدها در سراسر صفحه",
            [PAGE_LINK] = "پیوند به این لحظه",
            [PAGE_LINKED] =
                "نشانی این صفحه اکنون به {0} اشاره می‌کند.",
            [PAGE_RESUMED] = "پخش در {0} متوقف شد و از همان‌جا ادامه "
                             "می‌یابد.",
            [PAGE_AFRESH] = "شروع از ابتدا",
            [PAGE_KEYS] = "کلیدهای میان‌بر",
            [PAGE_KEYS_WHERE] =
                "تا وقتی فوکوس در پخش‌کننده است کار "
                "می‌کنند، و با علامت زدن گزینهٔ بالا در "
                "سراسر صفحه.",
            [PAGE_KEYS_READERS] =
                "صفحه‌خوان ممکن است کلیدهای تک‌حرفی را "
                "برای خود نگه دارد؛ هر کاری که آن‌ها "
                "می‌کنند با دکمه‌ها و پیوندهای این صفحه هم "
                "شدنی است.",
            [PAGE_KEY_PLAY] = "پخش یا مکث",
            [PAGE_KEY_BACK] = "۱۰ ثانیه به عقب",
            [PAGE_KEY_ON] = "۱۰ ثانیه به جلو",
            [PAGE_KEY_LINE_BACK] = "جملهٔ قبلی",
            [PAGE_KEY_LINE_ON] = "جملهٔ بعدی",
            [PAGE_KEY_CHAPTER_BACK] = "فصل قبلی",
            [PAGE_KEY_CHAPTER_ON] = "فصل بعدی",
            [PAGE_KEY_SLOWER] = "کندتر",
            [PAGE_KEY_FASTER] = "تندتر",
            [PAGE_KEY_HELP] = "نمایش یا پنهان کردن این فهرست",
            [PAGE_KEY_ARROWS] = "کلیدهای جهت‌نما",
            [PAGE_KEY_TEXT] =
                "روی شکل موج: ۵ ثانیه به عقب یا جلو. روی "
                "جمله‌ای از متن گفتار: به جملهٔ قبلی یا "
                "بعدی؛ Enter آن را پخش می‌کند.",
            [PAGE_CHAPTERS] = "فصل‌ها",
            [PAGE_TRANSCRIPT] = "متن گفتار",
            [PAGE_NARRATOR_READS] = "راوی آنچه را که پیش از آن نام دیگری نیامده "
                                    "می‌خواند.",
            [PAGE_CHOOSE] =
                "هر جمله را می‌توان انتخاب کرد و شنید: با "
                "کلیک، یا با کلیدهای جهت‌نما و Enter.",
            [PAGE_VOICES] = "صداها",
            [PAGE_VOICES_SHOWN] = "خط زیر هر نام کل فایل صوتی است، با جاهایی "
                                  "که آن صدا شنیده می‌شود.",
            [PAGE_ONE_TURN] = "صدای مصنوعی «{0}»، مدت {1}، در یک نوبت",
            [PAGE_TURNS] = "صدای مصنوعی «{0}»، مدت {1}، در {2} نوبت",
            [PAGE_DOWNLOADS] = "بارگیری‌ها",
            [PAGE_SOUND] = "فایل‌های صوتی",
            [PAGE_BOOKS] = "کتاب و چاپ",
            [PAGE_TEXTS] = "متن‌های گفتار و داده‌ها",
            [PAGE_SINGLE_CHAPTERS] = "فصل‌های جداگانه",
            [PAGE_STATIONS] = "برای ایستگاه‌های رادیویی",
            [PAGE_MP3] = "فایل صوتی MP3",
            [PAGE_MP3_NOTE] = "همه‌جا پخش می‌شود",
            [PAGE_OPUS] = "فایل صوتی Opus",
            [PAGE_OPUS_NOTE] = "کم‌حجم، برای پخش‌کننده‌های جدیدتر",
            [PAGE_FLAC] = "فایل صوتی FLAC",
            [PAGE_FLAC_NOTE] = "فشرده، بدون افت کیفیت",
            [PAGE_M4B] = "کتاب صوتی، M4B",
            [PAGE_M4B_NOTE] =
                "با فصل‌ها، برای پخش‌کننده‌های کتاب صوتی",
            [PAGE_WAV] = "فایل صوتی WAV",
            [PAGE_WAV_NOTE] = "بدون افت کیفیت، برای ویرایش",
            [PAGE_EPUB] = "کتاب برای خواندن همراه با صدا، EPUB",
            [PAGE_EPUB_NOTE] = "متن و صدا در یک فایل",
            [PAGE_DAISY] = "فهرست کتاب DAISY",
            [PAGE_DAISY_NOTE] =
                "پخش‌کننده‌ها پوشهٔ آن را باز می‌کنند",
            [PAGE_LARGE_PRINT] = "چاپ با حروف درشت",
            [PAGE_LARGE_PRINT_NOTE] = "۱۸ پوینت، برای چاپ یا خواندن",
            [PAGE_VTT] = "متن گفتار، WebVTT",
            [PAGE_VTT_NOTE] = "با زمان هر واژه",
            [PAGE_SRT] = "متن گفتار، SRT",
            [PAGE_SRT_NOTE] = "زیرنویس",
            [PAGE_TRANSCRIPT_JSON] = "متن گفتار، JSON",
            [PAGE_TRANSCRIPT_JSON_NOTE] = "برای برنامه‌های پادکست",
            [PAGE_CHAPTERS_JSON] = "فصل‌ها، JSON",
            [PAGE_CHAPTERS_JSON_NOTE] = "برای برنامه‌های پادکست",
            [PAGE_SCRIPT_JSON] = "سناریو، JSON",
            [PAGE_SCRIPT_JSON_NOTE] =
                "چه کسی چه می‌گوید و چگونه ادا می‌شود",
            [PAGE_REPORT_JSON] = "گزارش، JSON",
            [PAGE_REPORT_JSON_NOTE] =
                "بلندی صدا، صداها، جمع کنترلی همهٔ فایل‌ها",
            [PAGE_BWF] = "Broadcast Wave",
            [PAGE_MP2] = "فایل صوتی MP2",
            [PAGE_RDXML] = "داده برای برنامهٔ Rivendell، در قالب XML",
            [PAGE_SHEET] = "برگهٔ پخش، فایل متنی",
            [PAGE_NOT_READ] = "خوانده نمی‌شود",
        },
};
