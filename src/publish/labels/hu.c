#include "publish/labels/languages.h"

// A label a line, however long, so that a change of one shows as one.
// clang-format off
const Labels LABELS_HU = {
    .language = "hu",
    .words = {
        [LABEL_ABOUT] = "A kiadásról",
        [LABEL_READING_OF] = "A felolvasott szöveg: „{0}”, szerző: {1}.",
        [LABEL_READING_ALONE] = "A felolvasott szöveg: „{0}”.",
        [LABEL_PUBLISHER] = "Kiadó: {0}.",
        [LABEL_SOURCE] = "Forrás: {0}",
        [LABEL_RIGHTS] = "Jogok: {0}",
        [LABEL_VOICES] = "Hangok: {0}.",
        [LABEL_VOICES_MORE] = "Hangok: {0} és mások.",
        [LABEL_COMMA] = ", ",
        [LABEL_LEFT_OUT_ONE] = "A cikk egy részlete nem hangzik el és nem látható; ezt az epizód oldala és jelentése megnevezi.",
        [LABEL_LEFT_OUT_MANY] = "A cikk {0} részlete nem hangzik el és nem látható; ezeket az epizód oldala és jelentése megnevezi.",
        [LABEL_DISCLOSURE] = "Szintetikus hangok olvassák fel: számítógéppel előállított beszéd ({0}), nem az idézett személyek felvételei.",
        [LABEL_READ_ALOUD] = "Felolvasott cikk.",
        [LABEL_TEXT_BY] = "Szöveg: {0}",
        [LABEL_AUTHOR] = "a cikk szerzője",
        [LABEL_UNTITLED] = "Cím nélkül",
        [LABEL_INTRODUCTION] = "Bevezetés",
        [LABEL_TITLE_BY] = "{0}, szerző: {1}",
        [LABEL_SYNTHETIC_VOICE] = "{0} (szintetikus hang)",
        [LABEL_READ_BY] = "Szintetikus hangok olvassák fel",
        [LABEL_CONTENTS] = "Tartalom",
        [LABEL_LANDMARKS] = "Tájékozódási pontok",
        [LABEL_ACCESSIBILITY] = "A teljes szöveget szintetikus hangok olvassák fel, és az éppen hallható rész ki van emelve; az idézeteknek saját hangjuk van, és jelzik a képernyőolvasóknak, ki beszél. A könyv csak szemmel, csak füllel vagy csak tapintással is olvasható. Van tartalomjegyzéke.",
        [LABEL_NARRATOR] = "Narrátor",
        [LABEL_UNKNOWN] = "Ismeretlen hang",
    },
};
