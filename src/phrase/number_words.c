#include "phrase/number_words.h"

static const char *const ONES[] = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};
static const char *const TENS[] = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
};
static const char *const SCALES[] = {
    "", "thousand", "million", "billion", "trillion", "quadrillion",
};
enum { LONGEST_CARDINAL = 3 * COUNT(SCALES) };

// Endings that are not made by adding "th".
static const struct {
    const char *cardinal, *ordinal;
} IRREGULAR[] = {
    {"one", "first"},    {"two", "second"}, {"three", "third"},    {"five", "fifth"},
    {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"},
};

void add_words(Buf *b, Str words)
{
    if (words.len == 0)
        return;
    if (b->len > 0 && b->data[b->len - 1] != ' ')
        buf_char(b, ' ');
    buf_add(b, words);
}

static void add_one(Buf *b, const char *word)
{
    add_words(b, str_from(word));
}

static Str strip_zeros(Str digits)
{
    while (digits.len > 1 && digits.data[0] == '0')
        digits = str_slice(digits, 1, digits.len);
    return digits;
}

int64_t digits_value(Str digits)
{
    digits = strip_zeros(digits);
    if (digits.len == 0 || digits.len > 18)
        return -1;
    int64_t value = 0;
    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (digits.data[i] - '0');
    return value;
}

static void add_below_hundred(Buf *b, int n)
{
    if (n < 20) {
        add_one(b, ONES[n]);
        return;
    }
    add_one(b, TENS[n / 10]);
    if (n % 10)
        add_one(b, ONES[n % 10]);
}

static void add_below_thousand(Buf *b, int n)
{
    if (n >= 100) {
        add_one(b, ONES[n / 100]);
        ADD_WORDS(b, "hundred");
    }
    if (n % 100)
        add_below_hundred(b, n % 100);
}

void add_cardinal(Buf *b, Str digits)
{
    digits = strip_zeros(digits);
    if (digits.len > LONGEST_CARDINAL) {
        add_digits(b, digits);
        return;
    }
    int64_t value = digits_value(digits);
    if (value <= 0) {
        ADD_WORDS(b, "zero");
        return;
    }
    int64_t unit = 1;
    int scale = 0;
    while (value / unit >= 1000) {
        unit *= 1000;
        scale++;
    }
    for (; scale >= 0; scale--, unit /= 1000) {
        int group = (int)(value / unit % 1000);
        if (group == 0)
            continue;
        add_below_thousand(b, group);
        add_one(b, SCALES[scale]);
    }
}

void add_indian(Buf *b, Str digits)
{
    digits = strip_zeros(digits);
    static const struct {
        size_t zeros;
        const char *name;
    } GROUPS[] = {{7, "crore"}, {5, "lakh"}};
    for (size_t k = 0; k < COUNT(GROUPS); k++) {
        if (digits.len <= GROUPS[k].zeros)
            continue;
        add_cardinal(b, str_slice(digits, 0, digits.len - GROUPS[k].zeros));
        add_words(b, str_from(GROUPS[k].name));
        digits = strip_zeros(str_slice(digits, digits.len - GROUPS[k].zeros, digits.len));
    }
    if (digits_value(digits) > 0)
        add_cardinal(b, digits);
}

void add_digits(Buf *b, Str digits)
{
    for (size_t i = 0; i < digits.len; i++)
        add_one(b, ONES[digits.data[i] - '0']);
}

void add_decimal(Buf *b, Str whole, Str fraction)
{
    if (whole.len)
        add_cardinal(b, whole);
    else
        ADD_WORDS(b, "zero");
    if (fraction.len == 0)
        return;
    ADD_WORDS(b, "point");
    add_digits(b, fraction);
}

static size_t last_word(const Buf *b, size_t from)
{
    size_t beg = b->len;
    while (beg > from && b->data[beg - 1] != ' ')
        beg--;
    return beg;
}

static void make_last_ordinal(Buf *b, size_t from)
{
    size_t beg = last_word(b, from);
    Str word = {b->data + beg, b->len - beg};
    for (size_t i = 0; i < COUNT(IRREGULAR); i++)
        if (str_equal(word, str_from(IRREGULAR[i].cardinal))) {
            b->len = beg;
            buf_add(b, str_from(IRREGULAR[i].ordinal));
            return;
        }
    if (str_ends(word, STR("y"))) {
        b->len--;
        buf_add(b, STR("ie"));
    }
    buf_add(b, STR("th"));
}

void make_last_plural(Buf *b, size_t from)
{
    size_t beg = last_word(b, from);
    Str word = {b->data + beg, b->len - beg};
    if (str_ends(word, STR("y"))) {
        b->len--;
        buf_add(b, STR("ies"));
    } else if (str_ends(word, STR("x"))) {
        buf_add(b, STR("es"));
    } else {
        buf_char(b, 's');
    }
}

void add_ordinal(Buf *b, Str digits)
{
    size_t from = b->len;
    add_cardinal(b, digits);
    make_last_ordinal(b, from);
}

// The last two digits of a year or a house number: 00 hundred, 05 oh five.
static void add_low_pair(Buf *b, int pair)
{
    if (pair == 0) {
        ADD_WORDS(b, "hundred");
        return;
    }
    if (pair < 10)
        ADD_WORDS(b, "oh");
    add_below_hundred(b, pair);
}

void add_year(Buf *b, int year)
{
    if (year < 1000 || year % 1000 < 10) {
        int high = year / 1000;
        if (high) {
            add_one(b, ONES[high]);
            ADD_WORDS(b, "thousand");
        }
        add_below_thousand(b, year % 1000);
        return;
    }
    add_below_hundred(b, year / 100);
    add_low_pair(b, year % 100);
}

void add_pairs(Buf *b, Str digits)
{
    int64_t value = digits_value(digits);
    if (digits.len > 4 || (digits.len > 1 && digits.data[0] == '0')) {
        add_digits(b, digits);
    } else if (value < 100 || value % 1000 == 0) {
        add_cardinal(b, digits);
    } else if (value < 1000) {
        add_one(b, ONES[value / 100]);
        add_low_pair(b, (int)(value % 100));
    } else if (value % 1000 < 10) {
        add_cardinal(b, digits);
    } else {
        add_below_hundred(b, (int)(value / 100));
        add_low_pair(b, (int)(value % 100));
    }
}

void add_decade(Buf *b, Str digits)
{
    size_t from = b->len;
    int64_t value = digits_value(digits);
    if (digits.len == 4)
        add_year(b, (int)value);
    else
        add_cardinal(b, digits);
    make_last_plural(b, from);
}
