// Made by scripts/pronunciations from names.tsv and homographs.tsv.
// clang-format off
#include "phrase/homographs.h"
#include "phrase/pronounce.h"

const Pronunciation PRONUNCIATIONS[] = {
    {"Beyoncé", "bij'0nseI", 0, 0},
    {"Djokovic", "dZ'oUk@vItS", 0, 0},
    {"Duterte", "du:t'e@teI", 0, 0},
    {"Erdogan", "'e@d@wA:n", 0, 0},
    {"Erdoğan", "'e@d@wA:n", 0, 0},
    {"Huawei", "w'A:weI", 0, 0},
    {"Kyiv", "k'i:v", 0, 0},
    {"Xi", "S'i:", 0, 0},
    {0, 0, 0, 0},
};

const uint16_t PRONUNCIATION_SLOTS[PRONUNCIATION_SLOT_COUNT] = {
    [32] = 3,
    [93] = 6,
    [3233] = 7,
    [5740] = 8,
    [6019] = 5,
    [6799] = 1,
    [7099] = 4,
    [7319] = 2,
};
