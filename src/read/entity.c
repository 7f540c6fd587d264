#include "read/entity.h"

#include <stdlib.h>

// Names of ISO 8859-1 and of the marks of typography (HTML Living Standard,
// 13.5), sorted by bytes.
static const struct Name {
    const char *name;
    uint32_t code;
} NAMES[] = {{"AElig", 0xC6},    {"Aacute", 0xC1},   {"Acirc", 0xC2},    {"Agrave", 0xC0},
             {"Aring", 0xC5},    {"Atilde", 0xC3},   {"Auml", 0xC4},     {"Ccedil", 0xC7},
             {"Dagger", 0x2021}, {"ETH", 0xD0},      {"Eacute", 0xC9},   {"Ecirc", 0xCA},
             {"Egrave", 0xC8},   {"Euml", 0xCB},     {"Iacute", 0xCD},   {"Icirc", 0xCE},
             {"Igrave", 0xCC},   {"Iuml", 0xCF},     {"Ntilde", 0xD1},   {"OElig", 0x152},
             {"Oacute", 0xD3},   {"Ocirc", 0xD4},    {"Ograve", 0xD2},   {"Oslash", 0xD8},
             {"Otilde", 0xD5},   {"Ouml", 0xD6},     {"Prime", 0x2033},  {"Scaron", 0x160},
             {"THORN", 0xDE},    {"Uacute", 0xDA},   {"Ucirc", 0xDB},    {"Ugrave", 0xD9},
             {"Uuml", 0xDC},     {"Yacute", 0xDD},   {"Zcaron", 0x17D},  {"aacute", 0xE1},
             {"acirc", 0xE2},    {"aelig", 0xE6},    {"agrave", 0xE0},   {"amp", 0x26},
             {"apos", 0x27},     {"aring", 0xE5},    {"atilde", 0xE3},   {"auml", 0xE4},
             {"bdquo", 0x201E},  {"bull", 0x2022},   {"ccedil", 0xE7},   {"cent", 0xA2},
             {"copy", 0xA9},     {"dagger", 0x2020}, {"deg", 0xB0},      {"divide", 0xF7},
             {"eacute", 0xE9},   {"ecirc", 0xEA},    {"egrave", 0xE8},   {"emsp", 0x2003},
             {"ensp", 0x2002},   {"eth", 0xF0},      {"euml", 0xEB},     {"euro", 0x20AC},
             {"frac12", 0xBD},   {"frac14", 0xBC},   {"frac34", 0xBE},   {"gt", 0x3E},
             {"hellip", 0x2026}, {"iacute", 0xED},   {"icirc", 0xEE},    {"iexcl", 0xA1},
             {"igrave", 0xEC},   {"iquest", 0xBF},   {"iuml", 0xEF},     {"laquo", 0xAB},
             {"larr", 0x2190},   {"ldquo", 0x201C},  {"lsaquo", 0x2039}, {"lsquo", 0x2018},
             {"lt", 0x3C},       {"mdash", 0x2014},  {"micro", 0xB5},    {"middot", 0xB7},
             {"minus", 0x2212},  {"nbsp", 0xA0},     {"ndash", 0x2013},  {"ntilde", 0xF1},
             {"oacute", 0xF3},   {"ocirc", 0xF4},    {"oelig", 0x153},   {"ograve", 0xF2},
             {"oslash", 0xF8},   {"otilde", 0xF5},   {"ouml", 0xF6},     {"para", 0xB6},
             {"permil", 0x2030}, {"plusmn", 0xB1},   {"pound", 0xA3},    {"prime", 0x2032},
             {"quot", 0x22},     {"raquo", 0xBB},    {"rarr", 0x2192},   {"rdquo", 0x201D},
             {"reg", 0xAE},      {"rsaquo", 0x203A}, {"rsquo", 0x2019},  {"sbquo", 0x201A},
             {"scaron", 0x161},  {"sect", 0xA7},     {"shy", 0xAD},      {"sup2", 0xB2},
             {"sup3", 0xB3},     {"szlig", 0xDF},    {"thinsp", 0x2009}, {"thorn", 0xFE},
             {"times", 0xD7},    {"trade", 0x2122},  {"uacute", 0xFA},   {"ucirc", 0xFB},
             {"ugrave", 0xF9},   {"uuml", 0xFC},     {"yacute", 0xFD},   {"yen", 0xA5},
             {"yuml", 0xFF},     {"zcaron", 0x17E},  {"zwj", 0x200D},    {"zwnj", 0x200C}};

static int compare_name(const void *key, const void *item)
{
    return str_compare(*(const Str *)key, str_from(((const struct Name *)item)->name));
}

static int digit_value(char c)
{
    if (is_digit(c))
        return c - '0';
    int lower = to_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

static uint32_t number_code(Str digits)
{
    uint32_t base = 10, code = 0;
    if (digits.len && to_lower(digits.data[0]) == 'x') {
        base = 16;
        digits = str_slice(digits, 1, digits.len);
    }
    for (size_t i = 0; i < digits.len; i++) {
        uint32_t value = (uint32_t)digit_value(digits.data[i]);
        if (value >= base || code > 0x10FFFF)
            return 0;
        code = code * base + value;
    }
    bool surrogate = code >= 0xD800 && code < 0xE000;
    if (code == '\r') // "one&#13;two": the text has LF line ends alone
        return '\n';
    return code > 0x10FFFF || surrogate ? 0 : code;
}

uint32_t entity_code(Str reference)
{
    if (reference.len < 3 || reference.data[0] != '&')
        return 0;
    bool closed = reference.data[reference.len - 1] == ';';
    Str name = str_slice(reference, 1, reference.len - closed);
    if (name.len && name.data[0] == '#')
        return number_code(str_slice(name, 1, name.len));
    const struct Name *found = bsearch(&name, NAMES, COUNT(NAMES), sizeof *NAMES, compare_name);
    return found ? found->code : 0;
}
