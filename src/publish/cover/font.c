#include "publish/cover/font.h"

#include <stddef.h>
#include <string.h>

enum { BEARING = 4, ARC_STEPS = 6, MARK_LIFT = 8, CARON = 0x30C, FIRST_MARK_BELOW = 0x31B };

// A glyph is drawn like this: M moves, L draws a line, h and v draw a quarter of an ellipse that
// sets out level or upright. So "M9 0h18 10v9 20h0 10v9 0" is an o.
typedef struct {
    uint32_t code;
    const char *path;
} Glyph;

// By code. Letters are 20 units high, capitals 28.
static const Glyph GLYPHS[] = {
    {' ', "M4 0"},
    {'!', "M0 28L0 9M0 0L0 1"},
    {'"', "M0 28L0 21M6 28L6 21"},
    {'#', "M6 28L3 0M15 28L12 0M0 19L18 19M0 9L18 9"},
    {'$', "M16 22v8 26h1 20v8 14h17 8v8 2h0 6M8 30L8 -2"},
    {'%', "M20 28L4 0M5 16h10 22v5 28h0 22v5 16M19 0h24 6v19 12h14 6v19 0"},
    {'&', "M20 0L4 20v9 28h14 22L2 9v8 0h19 11"},
    {'\'', "M0 28L0 21"},
    {'(', "M6 32h0 13v6 -6"},
    {')', "M0 32h6 13v0 -6"},
    {'*', "M6 28L6 16M1 25L11 19M11 25L1 19"},
    {'+', "M8 20L8 4M0 12L16 12"},
    {',', "M1 1L-1 -5"},
    {'-', "M0 11L9 11"},
    {'.', "M0 0L0 1"},
    {'/', "M0 -4L12 30"},
    {'0', "M8 0h16 14v8 28h0 14v8 0"},
    {'1', "M0 23L7 28L7 0"},
    {'2', "M0 21v8 28h16 20L0 0L17 0"},
    {'3', "M0 23v8 28h16 21v8 15h17 7v8 0h0 6"},
    {'4', "M13 0L13 28L0 8L18 8"},
    {'5', "M15 28L2 28L1 16L8 17h17 8v8 0h0 5"},
    {'6', "M13 28h0 9v8 0h17 9v8 18h0 9"},
    {'7', "M0 28L16 28L5 0"},
    {'8', "M8 15h15 21v8 28h1 21v8 15h17 7v8 0h0 7v8 15"},
    {'9', "M4 0h17 19v9 28h0 19v9 10h17 19"},
    {':', "M0 0L0 1M0 18L0 19"},
    {';', "M1 1L-1 -5M1 18L1 19"},
    {'<', "M14 20L0 12L14 4"},
    {'=', "M0 16L16 16M0 8L16 8"},
    {'>', "M0 20L14 12L0 4"},
    {'?', "M0 22v7 28h14 21v7 14L7 9M7 0L7 1"},
    {'@', "M18 11v12 17h6 11v12 5h18 11v21 6h26 13v13 26h0 11v13 -4L18 -4"},
    {'A', "M0 0L11 28L22 0M4 9L18 9"},
    {'B', "M0 15L10 15h17 21v10 28L0 28L0 0L10 0h19 7v10 15"},
    {'C', "M21 22v12 28h0 14v12 0h21 6"},
    {'D', "M0 0L0 28L8 28h21 14v8 0L0 0"},
    {'E', "M17 28L0 28L0 0L17 0M0 15L14 15"},
    {'F', "M17 28L0 28L0 0M0 14L14 14"},
    {'G', "M21 22v12 28h0 14v12 0h22 10L22 13L13 13"},
    {'H', "M0 0L0 28M21 0L21 28M0 15L21 15"},
    {'I', "M0 0L0 28"},
    {'J', "M13 28L13 8v6 0h0 6"},
    {'K', "M0 0L0 28M18 28L0 11M6 17L19 0"},
    {'L', "M0 28L0 0L16 0"},
    {'M', "M0 0L0 28L12 8L24 28L24 0"},
    {'N', "M0 0L0 28L20 0L20 28"},
    {'O', "M12 0h24 14v12 28h0 14v12 0"},
    {'P', "M0 0L0 28L10 28h18 20v10 12L0 12"},
    {'Q', "M12 0h24 14v12 28h0 14v12 0M15 8L24 -2"},
    {'R', "M0 0L0 28L10 28h18 20v10 13L0 13M9 13L18 0"},
    {'S', "M18 23v9 28h1 21v9 15h19 7v9 0h0 5"},
    {'T', "M0 28L20 28M10 28L10 0"},
    {'U', "M0 28L0 10v10 0h20 10L20 28"},
    {'V', "M0 28L11 0L22 28"},
    {'W', "M0 28L8 0L16 28L24 0L32 28"},
    {'X', "M0 28L19 0M19 28L0 0"},
    {'Y', "M0 28L10 13L20 28M10 13L10 0"},
    {'Z', "M1 28L18 28L0 0L19 0"},
    {'[', "M6 32L0 32L0 -6L6 -6"},
    {'\\', "M0 30L12 -4"},
    {']', "M0 32L6 32L6 -6L0 -6"},
    {'^', "M0 20L6 28L12 20"},
    {'_', "M0 -5L16 -5"},
    {'`', "M0 29L5 24"},
    {'a', "M17 10v9 20h0 10v9 0h17 10M17 20L17 0"},
    {'b', "M0 30L0 0M0 10v8 20h17 10v8 0h0 10"},
    {'c', "M16 16v9 20h0 10v9 0h16 4"},
    {'d', "M17 30L17 0M17 10v9 20h0 10v9 0h17 10"},
    {'e', "M0 10L17 10v9 20h0 10v9 0h16 4"},
    {'f', "M11 30L10 30h4 24L4 0M0 20L10 20"},
    {'g', "M17 10v9 20h0 10v9 0h17 10M17 20L17 -1v9 -9h1 -6"},
    {'h', "M0 30L0 0M0 12v8 20h16 12L16 0"},
    {'i', "M0 20L0 0M0 28L0 29"},
    {'j', "M4 20L4 -4v0 -9L-1 -9M4 28L4 29"},
    {'k', "M0 30L0 0M14 20L0 7M5 12L15 0"},
    {'l', "M0 30L0 0"},
    {'m', "M0 20L0 0M0 13v6 20h13 13L13 0M13 13v20 20h26 13L26 0"},
    {'n', "M0 20L0 0M0 12v8 20h16 12L16 0"},
    {'o', "M9 0h18 10v9 20h0 10v9 0"},
    {'p', "M0 20L0 -9M0 10v8 20h17 10v8 0h0 10"},
    {'q', "M17 20L17 -9M17 10v9 20h0 10v9 0h17 10"},
    {'r', "M0 20L0 0M0 11v8 20L10 20"},
    {'s', "M14 17v8 20h1 15v8 10h15 5v8 0h0 3"},
    {'t', "M4 28L4 6v10 0L11 0M0 20L11 20"},
    {'u', "M0 20L0 8v8 0h16 8L16 20M16 8L16 0"},
    {'v', "M0 20L8 0L16 20"},
    {'w', "M0 20L6 0L13 20L20 0L26 20"},
    {'x', "M0 20L15 0M15 20L0 0"},
    {'y', "M0 20L8 0M16 20L5 -9"},
    {'z', "M1 20L14 20L0 0L15 0"},
    {'{', "M8 32h4 27L4 18v0 13h4 8L4 -1v8 -6"},
    {'|', "M0 32L0 -6"},
    {'}', "M0 32h4 27L4 18v8 13h4 8L4 -1v0 -6"},
    {'~', "M0 10v4 14h8 12v12 10h16 14"},
    {0xA1, "M0 19L0 0M0 27L0 28"},
    {0xA3, "M15 23v9 28h4 22L4 6v0 0L16 0M0 14L11 14"},
    {0xA7, "M13 24v7 28h1 23v7 18h14 12v7 7M7 21h0 15v7 9h13 3v7 -2h0 2"},
    {0xA9, "M14 0h28 14v14 28h0 14v14 0M19 18v14 21h7 14v14 7h19 10"},
    {0xAB, "M7 17L0 10L7 3M16 17L9 10L16 3"},
    {0xB0, "M5 19h10 24v5 29h0 24v5 19"},
    {0xB7, "M0 12L0 13"},
    {0xBB, "M0 17L7 10L0 3M9 17L16 10L9 3"},
    {0xBF, "M14 6v7 0h0 7v7 14L7 19M7 27L7 28"},
    {0xC6, "M30 28L13 28L0 0M30 0L15 0L15 28M15 15L27 15M4 9L15 9"},
    {0xD0, "M2 0L2 28L10 28h23 14v10 0L2 0M-2 15L10 15"},
    {0xD8, "M12 0h24 14v12 28h0 14v12 0M2 -2L22 30"},
    {0xDE, "M0 28L0 0M0 22L10 22h18 14v10 6L0 6"},
    {0xDF, "M0 0L0 22v8 30h15 24v8 17h17 8v8 0L6 0"},
    {0xE6, "M16 10L31 10v23 20h16 10v24 0h30 4M16 10v8 20h0 10v8 0h16 10M16 20L16 0"},
    {0xF0, "M17 10v9 20h0 10v9 0h17 10v4 30M5 23L15 30"},
    {0xF7, "M0 12L16 12M8 19L8 20M8 4L8 5"},
    {0xF8, "M9 0h18 10v9 20h0 10v9 0M1 -2L17 22"},
    {0xFE, "M0 30L0 -9M0 10v8 20h17 10v8 0h0 10"},
    {0x110, "M2 0L2 28L10 28h23 14v10 0L2 0M-2 15L10 15"},
    {0x111, "M17 30L17 0M17 10v9 20h0 10v9 0h17 10M9 25L21 25"},
    {0x126, "M0 0L0 28M21 0L21 28M0 14L21 14M-3 21L24 21"},
    {0x127, "M0 30L0 0M0 12v8 20h16 12L16 0M-4 25L8 25"},
    {0x131, "M0 20L0 0"},
    {0x141, "M2 28L2 0L18 0M-2 10L11 18"},
    {0x142, "M2 30L2 0M-3 11L7 19"},
    {0x152, "M12 0h0 14v12 28L32 28M12 0L32 0M17 0L17 28M17 15L29 15"},
    {0x153, "M15 10L30 10v22 20h15 10v23 0h29 4M15 10v8 20h0 10v8 0h15 10"},
    {0x18F, "M3 22v12 28h24 14v12 0h0 14L24 14"},
    {0x259, "M2 16v9 20h18 10v9 0h0 10L18 10"},
    {0x393, "M0 0L0 28L16 28"},
    {0x394, "M0 0L11 28L22 0L0 0"},
    {0x398, "M12 0h24 14v12 28h0 14v12 0M7 14L17 14"},
    {0x39B, "M0 0L11 28L22 0"},
    {0x39E, "M0 28L18 28M3 15L15 15M0 0L18 0"},
    {0x3A0, "M0 0L0 28L20 28L20 0"},
    {0x3A3, "M17 28L0 28L10 14L0 0L18 0"},
    {0x3A6, "M12 5h24 14v12 23h0 14v12 5M12 28L12 0"},
    {0x3A8, "M0 28L0 19v11 9h22 19L22 28M11 28L11 0"},
    {0x3A9, "M0 0L8 0L8 1h1 15v12 28h23 15v16 1L16 0L24 0"},
    {0x3B1, "M18 20L15 9v9 0h0 10v9 20h15 11L19 0"},
    {0x3B2, "M0 -9L0 22v8 30h15 23v8 16h17 8v8 0h0 6"},
    {0x3B3, "M0 20L8 1L8 -9M16 20L8 1"},
    {0x3B4, "M8 0h17 9v8 18h0 9v8 0M15 30h4 25L15 14"},
    {0x3B5, "M15 17v8 20h1 15v7 10L10 10M7 10h0 5v8 0h15 3"},
    {0x3B6, "M1 29L14 29h0 8v7 0h14 -4v10 -9"},
    {0x3B7, "M0 20L0 0M0 12v8 20h16 12L16 -9"},
    {0x3B8, "M8 0h16 15v8 30h0 15v8 0M0 15L16 15"},
    {0x3B9, "M0 20L0 4v4 0"},
    {0x3BA, "M0 20L0 0M13 20L0 8M5 12L14 0"},
    {0x3BB, "M1 30L4 30L16 0M9 17L0 0"},
    {0x3BC, "M0 20L0 -9M0 8v8 0h16 8L16 20M16 8L16 0"},
    {0x3BE, "M1 29L13 29M13 29h2 23v10 17L12 17M10 17h0 8v7 0h14 -5v9 -9"},
    {0x3C0, "M0 20L18 20M3 20L3 0M14 20L14 4v17 0"},
    {0x3C1, "M0 -9L0 10v9 20h17 10v9 0h0 8"},
    {0x3C2, "M15 17v9 20h0 10v9 1h15 -4v9 -9"},
    {0x3C3, "M19 20L9 20h0 10v9 0h17 10v11 20"},
    {0x3C4, "M0 20L15 20M7 20L7 5v12 0"},
    {0x3C5, "M0 20L0 8v8 0h16 9v13 20"},
    {0x3C6, "M5 20h0 10v11 0h22 10v16 20h11 14L11 -9"},
    {0x3C7, "M0 20L16 -9M16 20L0 -9"},
    {0x3C8, "M0 20L0 9v11 0h22 9L22 20M11 20L11 -9"},
    {0x3C9, "M5 20h0 8v6 0h12 7v18 0h24 8v19 20M12 7L12 12"},
    {0x402, "M0 28L18 28M8 28L8 0M8 13v15 18h22 11v15 0"},
    {0x404, "M20 22v11 28h0 14v11 0h20 6M0 14L14 14"},
    {0x409, "M0 0h6 9L6 28L17 28L17 0L23 0h31 8v23 15L17 15"},
    {0x40A, "M0 0L0 28M17 28L17 0L23 0h31 8v23 15L0 15"},
    {0x40B, "M0 28L18 28M8 28L8 0M8 13v15 18h22 11L22 0"},
    {0x40F, "M0 28L0 0L20 0L20 28M10 0L10 -6"},
    {0x411, "M16 28L0 28L0 0L10 0h18 8v10 16L0 16"},
    {0x413, "M0 0L0 28L16 28"},
    {0x414, "M0 -6L0 0L22 0L22 -6M4 0h8 14L8 28L19 28L19 0"},
    {0x416, "M15 28L15 0M1 28L13 15L0 0M29 28L17 15L30 0M13 15L17 15"},
    {0x417, "M0 23v8 28h16 21v8 15h18 7v8 0h0 5M8 15L6 15"},
    {0x418, "M0 28L0 0L20 28L20 0"},
    {0x41B, "M0 0h5 9L7 28L20 28L20 0"},
    {0x41F, "M0 0L0 28L20 28L20 0"},
    {0x423, "M0 28L10 10M20 28L10 7v3 0L2 0"},
    {0x424, "M13 4h26 14v13 24h0 14v13 4M13 28L13 0"},
    {0x426, "M0 28L0 0L23 0L23 -6M19 28L19 0"},
    {0x427, "M0 28L0 20v8 12L18 12M18 28L18 0"},
    {0x428, "M0 28L0 0L28 0L28 28M14 28L14 0"},
    {0x429, "M0 28L0 0L32 0L32 -6M28 28L28 0M14 28L14 0"},
    {0x42A, "M0 28L6 28L6 0L14 0h23 8v14 16L6 16"},
    {0x42B, "M0 28L0 0L8 0h17 8v8 16L0 16M24 28L24 0"},
    {0x42C, "M0 28L0 0L9 0h18 8v9 16L0 16"},
    {0x42D, "M0 22v9 28h20 14v9 0h0 6M6 14L20 14"},
    {0x42E, "M0 28L0 0M0 14L8 14M20 0h32 14v20 28h8 14v20 0"},
    {0x42F, "M18 0L18 28L8 28h0 20v8 13L18 13M9 13L0 0"},
    {0x431, "M15 30h0 12L0 9v8 0h17 9v8 18h0 9"},
    {0x444, "M11 0h22 10v11 20h0 10v11 0M11 28L11 -9"},
    {0x490, "M0 0L0 28L15 28L15 34"},
    {0x2013, "M0 11L14 11"},
    {0x2014, "M0 11L24 11"},
    {0x2018, "M2 28L0 22"},
    {0x2019, "M2 28L0 22"},
    {0x201A, "M2 2L0 -4"},
    {0x201C, "M2 28L0 22M9 28L7 22"},
    {0x201D, "M2 28L0 22M9 28L7 22"},
    {0x201E, "M2 2L0 -4M9 2L7 -4"},
    {0x2022, "M0 12L0 13"},
    {0x2026, "M0 0L0 1M9 0L9 1M18 0L18 1"},
    {0x2039, "M7 17L0 10L7 3"},
    {0x203A, "M0 17L7 10L0 3"},
    {0x20AC, "M22 23v13 28h3 14v13 0h22 5M0 17L15 17M0 11L14 11"},
    {0x2116, "M0 0L0 28L18 0L18 28M27 12h32 19v27 26h22 19v27 12M22 6L32 6"},
};

// Letters of other scripts that look like one above; small ones like a capital, made smaller.
typedef struct {
    uint16_t code, like;
    bool small;
} Alias;

static const Alias ALIASES[] = {
    {0xA0, ' ', false},      {0xAD, '-', false},      {0x138, 0x3BA, false},   {0x391, 'A', false},
    {0x392, 'B', false},     {0x395, 'E', false},     {0x396, 'Z', false},     {0x397, 'H', false},
    {0x399, 'I', false},     {0x39A, 'K', false},     {0x39C, 'M', false},     {0x39D, 'N', false},
    {0x39F, 'O', false},     {0x3A1, 'P', false},     {0x3A4, 'T', false},     {0x3A5, 'Y', false},
    {0x3A7, 'X', false},     {0x3BD, 'v', false},     {0x3BF, 'o', false},     {0x405, 'S', false},
    {0x406, 'I', false},     {0x408, 'J', false},     {0x410, 'A', false},     {0x412, 'B', false},
    {0x415, 'E', false},     {0x41A, 'K', false},     {0x41C, 'M', false},     {0x41D, 'H', false},
    {0x41E, 'O', false},     {0x420, 'P', false},     {0x421, 'C', false},     {0x422, 'T', false},
    {0x425, 'X', false},     {0x430, 'a', false},     {0x432, 'B', true},      {0x433, 0x413, true},
    {0x434, 0x414, true},    {0x435, 'e', false},     {0x436, 0x416, true},    {0x437, 0x417, true},
    {0x438, 0x418, true},    {0x43A, 'K', true},      {0x43B, 0x41B, true},    {0x43C, 'M', true},
    {0x43D, 'H', true},      {0x43E, 'o', false},     {0x43F, 0x41F, true},    {0x440, 'p', false},
    {0x441, 'c', false},     {0x442, 'T', true},      {0x443, 'y', false},     {0x445, 'x', false},
    {0x446, 0x426, true},    {0x447, 0x427, true},    {0x448, 0x428, true},    {0x449, 0x429, true},
    {0x44A, 0x42A, true},    {0x44B, 0x42B, true},    {0x44C, 0x42C, true},    {0x44D, 0x42D, true},
    {0x44E, 0x42E, true},    {0x44F, 0x42F, true},    {0x452, 0x127, false},   {0x454, 0x404, true},
    {0x455, 's', false},     {0x456, 'i', false},     {0x458, 'j', false},     {0x459, 0x409, true},
    {0x45A, 0x40A, true},    {0x45B, 0x127, false},   {0x45F, 0x40F, true},    {0x491, 0x490, true},
    {0x4D8, 0x18F, false},   {0x4D9, 0x259, false},   {0x2009, ' ', false},    {0x2010, '-', false},
    {0x2011, '-', false},    {0x2012, 0x2013, false}, {0x2015, 0x2014, false}, {0x202F, ' ', false},
    {0x2212, 0x2013, false},
};

// Marks, around the middle of a small letter.
static const Glyph MARKS[] = {
    {0x300, "M2 25L-3 30"},
    {0x301, "M-2 25L3 30"},
    {0x302, "M-5 25L0 30L5 25"},
    {0x303, "M-6 25v-3 28h1 27v4 25h6 28"},
    {0x304, "M-5 27L5 27"},
    {0x306, "M-5 30v0 25h5 30"},
    {0x307, "M0 27L0 28"},
    {0x308, "M-5 27L-5 28M5 27L5 28"},
    {0x309, "M-2 30h3 28v0 25"},
    {0x30A, "M0 24h4 28v0 32h-4 28v0 24"},
    {0x30B, "M-5 25L-1 30M2 25L6 30"},
    {0x30C, "M-5 30L0 25L5 30"},
    {0x31B, "M9 19L11 24"},
    {0x323, "M0 -7L0 -6"},
    {0x326, "M1 -5L-1 -10"},
    {0x327, "M0 0L0 -4h4 -7v-3 -10"},
    {0x328, "M5 0h0 -5v5 -9"},
};

static const char *find_path(const Glyph *table, size_t count, uint32_t code)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (table[middle].code == code)
            return table[middle].path;
        if (table[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

#define FIND(table, code) find_path(table, sizeof(table) / sizeof(table)[0], code)

// How a letter is drawn: a path, and what it is made smaller by.
typedef struct {
    const char *path;
    double across, up;
} Form;

static Form form_of(uint32_t code)
{
    static const double SMALL_ACROSS = 0.82, SMALL_UP = FONT_X_HEIGHT / (double)FONT_CAP_HEIGHT;
    for (size_t i = 0; i < sizeof ALIASES / sizeof ALIASES[0]; i++)
        if (ALIASES[i].code == code)
            return (Form){FIND(GLYPHS, ALIASES[i].like), ALIASES[i].small ? SMALL_ACROSS : 1,
                          ALIASES[i].small ? SMALL_UP : 1};
    return (Form){FIND(GLYPHS, code), 1, 1};
}

// --- Paths ---

static int read_number(const char **at)
{
    bool minus = **at == '-';
    int n = 0;
    for (*at += minus; **at >= '0' && **at <= '9'; (*at)++)
        n = n * 10 + (**at - '0');
    while (**at == ' ')
        (*at)++;
    return minus ? -n : n;
}

typedef struct {
    Form form;
    FontPoint at, here;
    FontStroke *stroke;
    void *context;
    double right; // most
} Pen;

static void draw_to(Pen *pen, FontPoint to)
{
    FontPoint from = {pen->at.x + pen->here.x * pen->form.across,
                      pen->at.y + pen->here.y * pen->form.up};
    FontPoint end = {pen->at.x + to.x * pen->form.across, pen->at.y + to.y * pen->form.up};
    if (pen->stroke)
        pen->stroke(pen->context, from, end);
    pen->here = to;
}

// SINES[i] is sin(i * 90 / ARC_STEPS degrees).
static const double SINES[ARC_STEPS + 1] = {
    0, 0.2588190451, 0.5, 0.7071067812, 0.8660254038, 0.9659258263, 1};

static void draw_arc(Pen *pen, FontPoint to, bool level)
{
    FontPoint from = pen->here;
    for (int i = 1; i <= ARC_STEPS; i++) {
        double sine = SINES[i], rest = 1 - SINES[ARC_STEPS - i];
        draw_to(pen, (FontPoint){from.x + (to.x - from.x) * (level ? sine : rest),
                                 from.y + (to.y - from.y) * (level ? rest : sine)});
    }
}

static void follow(Pen *pen)
{
    for (const char *at = pen->form.path; at && *at;) {
        char command = *at++;
        FontPoint to;
        to.x = read_number(&at);
        to.y = read_number(&at);
        pen->right = to.x > pen->right ? to.x : pen->right;
        if (command == 'M')
            pen->here = to;
        else if (command == 'L')
            draw_to(pen, to);
        else
            draw_arc(pen, to, command == 'h');
    }
}

static double width_of(uint32_t code)
{
    Pen pen = {.form = form_of(code)};
    follow(&pen);
    return pen.right * pen.form.across;
}

double font_advance(uint32_t code)
{
    if (FIND(MARKS, code))
        return 0;
    return form_of(code).path ? width_of(code) + 2 * BEARING : -1;
}

static bool is_capital(uint32_t code)
{
    return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE) ||
           (code >= 0x386 && code <= 0x3AB) || (code >= 0x400 && code <= 0x42F) || code == 0x141;
}

// "ď" and "ľ" have it beside them.
static bool is_caron_beside(uint32_t code, uint32_t base)
{
    return code == CARON && (base == 'd' || base == 't' || base == 'l' || base == 'L');
}

// Over the middle, above capitals and what is as high.
static void draw_mark(Pen *pen, uint32_t code, uint32_t base)
{
    bool tall = base > 0 && base < 0x80 && strchr("bdfhkl", (int)base);
    bool high = tall || is_capital(base);
    pen->form = (Form){FIND(MARKS, code), 1, 1};
    pen->at.x += BEARING + width_of(base) / 2;
    if (code < FIRST_MARK_BELOW && high)
        pen->at.y += MARK_LIFT;
    if (is_caron_beside(code, base)) {
        pen->form.path = "M4 30L2 23";
        pen->at = (FontPoint){pen->at.x + width_of(base) / 2, pen->at.y - (high ? MARK_LIFT : 0)};
    }
    follow(pen);
}

// The dot of an i makes room for a mark.
static uint32_t without_dot(uint32_t code)
{
    return code == 'i' || code == 0x456 ? 0x131 : code;
}

void font_strokes(FontLetter letter, FontPoint at, FontStroke *stroke, void *context)
{
    uint32_t code = letter.is_marked ? without_dot(letter.code) : letter.code;
    Pen pen = {.form = form_of(code), .at = at, .stroke = stroke, .context = context};
    if (FIND(MARKS, code)) {
        draw_mark(&pen, code, letter.base);
        return;
    }
    pen.at.x += BEARING;
    follow(&pen);
}
