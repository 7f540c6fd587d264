#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_TR = {
    .language = "tr",
    .words = {
        [LABEL_ABOUT] = "Bu baskı hakkında",
        [LABEL_READING_OF] = "Okunan metin: “{0}”, yazan: {1}.",
        [LABEL_READING_ALONE] = "Okunan metin: “{0}”.",
        [LABEL_PUBLISHER] = "Yayımlayan: {0}.",
        [LABEL_SOURCE] = "Kaynak: {0}",
        [LABEL_RIGHTS] = "Haklar: {0}",
        [LABEL_VOICES] = "Sesler: {0}.",
        [LABEL_VOICES_MORE] = "Sesler: {0} ve diğerleri.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "Makalenin bir bölümü okunmuyor ve gösterilmiyor; bu kaydın sayfası ve raporu onu belirtir.",
        [LABEL_LEFT_OUT_MANY] = "Makalenin {0} bölümü okunmuyor ve gösterilmiyor; bu kaydın sayfası ve raporu onları belirtir.",
        [LABEL_DISCLOSURE] = "Sentetik sesler okuyor: bilgisayarda üretilmiş konuşma ({0}); alıntılanan kişilerin kayıtları değildir.",
        [LABEL_READ_ALOUD] = "Sesli okunan bir makale.",
        [LABEL_TEXT_BY] = "Metin: {0}",
        [LABEL_AUTHOR] = "makalenin yazarı",
        [LABEL_UNTITLED] = "Başlıksız",
        [LABEL_INTRODUCTION] = "Giriş",
        [LABEL_TITLE_BY] = "{0}, yazan: {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (sentetik ses)",
        [LABEL_READ_BY] = "Sentetik sesler okuyor",
        [LABEL_CONTENTS] = "İçindekiler",
        [LABEL_LANDMARKS] = "Yer işaretleri",
        [LABEL_ACCESSIBILITY] = "Metnin tamamını sentetik sesler okur ve duyulan yer vurgulanır; alıntıların kendi sesleri vardır ve ekran okuyuculara kimin konuştuğunu bildirir. Kitap yalnızca gözle, kulakla veya dokunarak okunabilir. İçindekiler listesi vardır.",
        [LABEL_NARRATOR] = "Anlatıcı",
        [LABEL_UNKNOWN] = "Bilinmeyen ses",
    },
};
