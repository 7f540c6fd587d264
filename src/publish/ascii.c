// Letters as BGN/PCGN write them for Russian and Ukrainian, and ISO 843 for Greek, without marks:
// a presenter reads a name from them, nobody goes back.
#include "publish/ascii.h"

#include "base/utf8.h"
#include "publish/text/words.h"

typedef struct {
    uint32_t code;
    const char *ascii;
} Fold;

static const Fold LETTERS[] = {
    {0x3B1, "a"},  {0x3B2, "v"},  {0x3B3, "g"},  {0x3B4, "d"},  {0x3B5, "e"},  {0x3B6, "z"},
    {0x3B7, "i"},  {0x3B8, "th"}, {0x3B9, "i"},  {0x3BA, "k"},  {0x3BB, "l"},  {0x3BC, "m"},
    {0x3BD, "n"},  {0x3BE, "x"},  {0x3BF, "o"},  {0x3C0, "p"},  {0x3C1, "r"},  {0x3C2, "s"},
    {0x3C3, "s"},  {0x3C4, "t"},  {0x3C5, "y"},  {0x3C6, "f"},  {0x3C7, "ch"}, {0x3C8, "ps"},
    {0x3C9, "o"},  {0x3AC, "a"},  {0x3AD, "e"},  {0x3AE, "i"},  {0x3AF, "i"},  {0x3CC, "o"},
    {0x3CD, "y"},  {0x3CE, "o"},  {0x3CA, "i"},  {0x3CB, "y"},  {0x430, "a"},  {0x431, "b"},
    {0x432, "v"},  {0x433, "g"},  {0x434, "d"},  {0x435, "e"},  {0x436, "zh"}, {0x437, "z"},
    {0x438, "i"},  {0x439, "y"},  {0x43A, "k"},  {0x43B, "l"},  {0x43C, "m"},  {0x43D, "n"},
    {0x43E, "o"},  {0x43F, "p"},  {0x440, "r"},  {0x441, "s"},  {0x442, "t"},  {0x443, "u"},
    {0x444, "f"},  {0x445, "kh"}, {0x446, "ts"}, {0x447, "ch"}, {0x448, "sh"}, {0x449, "shch"},
    {0x44A, ""},   {0x44B, "y"},  {0x44C, ""},   {0x44D, "e"},  {0x44E, "yu"}, {0x44F, "ya"},
    {0x451, "yo"}, {0x454, "ye"}, {0x456, "i"},  {0x457, "yi"}, {0x458, "j"},  {0x459, "lj"},
    {0x45A, "nj"}, {0x452, "dj"}, {0x45B, "c"},  {0x45F, "dz"}, {0x491, "g"},
};

static const Fold SIGNS[] = {
    {0x20AC, "EUR "}, {0xA3, "GBP "},   {0xA5, "JPY "}, {0x20B9, "INR "}, {0xAB, "\""},
    {0xBB, "\""},     {0x201E, "\""},   {0x201F, "\""}, {0x201A, "'"},    {0x201B, "'"},
    {0x2039, "'"},    {0x203A, "'"},    {0x2010, "-"},  {0x2011, "-"},    {0x2012, "-"},
    {0x2015, "-"},    {0x2212, "-"},    {0x2032, "'"},  {0x2033, "\""},   {0xBC, " 1/4"},
    {0xBD, " 1/2"},   {0xBE, " 3/4"},   {0xD7, "x"},    {0xB0, " deg "},  {0x2022, "-"},
    {0xB7, "-"},      {0x2009, " "},    {0x202F, " "},  {0x2002, " "},    {0x2003, " "},
    {0x2028, " "},    {0x2029, " "},    {0x3000, " "},  {0xA7, " Sec. "}, {0xA9, "(c)"},
    {0xAE, "(R)"},    {0x2122, "(TM)"},
};

static const char *find_fold(const Fold *folds, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (folds[i].code == code)
            return folds[i].ascii;
    return NULL;
}

static void put_letter(Buf *b, const char *ascii, bool capital)
{
    for (size_t i = 0; ascii[i]; i++)
        buf_char(b, capital && i == 0 ? (char)to_upper(ascii[i]) : ascii[i]);
}

Str station_ascii(Str text, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        const char *sign = c.code < 0x80 ? NULL : find_fold(SIGNS, COUNT(SIGNS), c.code);
        uint32_t small = c.code < 0x80 ? c.code : wide_lower(c.code);
        const char *letter =
            sign || c.code < 0x80 ? NULL : find_fold(LETTERS, COUNT(LETTERS), small);
        if (letter)
            put_letter(&b, letter, small != c.code);
        else if (c.code != REPLACEMENT)
            buf_add(&b, sign ? str_from(sign) : str_slice(text, i, i + c.len));
        i += c.len;
    }
    return clean_text(utf8_ascii(buf_str(&b), arena), arena);
}
