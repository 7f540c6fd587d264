#include "phrase/amount.h"

static bool is_digits(const Spelling *s, const Token *t, size_t least, size_t most)
{
    size_t n = t->span.end - t->span.beg;
    (void)s;
    return is_number(t) && t->ascii && n >= least && n <= most;
}

static Str join_groups(const Spelling *s, uint32_t i, uint32_t taken)
{
    Buf b = new_buf(s->arena);
    for (uint32_t k = 0; k < taken; k += 2)
        buf_add(&b, token_text(s, token_of(s, i + k)));
    return buf_str(&b);
}

// "1,812,000": groups of three behind commas, taken into one string. "12,34,567": the
// groups of India, of two but for the last.
static uint32_t read_groups(const Spelling *s, uint32_t i, Amount *a)
{
    uint32_t taken = 1;
    if (!is_joint(s, i + 1, ',') || !is_digits(s, token_of(s, i), 1, 3))
        return taken;
    while (is_joint(s, i + taken, ',') && is_digits(s, token_of(s, i + taken + 1), 2, 2))
        taken += 2;
    bool pairs = taken > 1;
    uint32_t most = pairs ? taken + 2 : UINT32_MAX;
    while (taken < most && is_joint(s, i + taken, ',') &&
           is_digits(s, token_of(s, i + taken + 1), 3, 3))
        taken += 2;
    if (pairs && taken < most)
        return 1; // "5,50"
    a->indian = pairs;
    a->grouped = taken > 1;
    if (a->grouped)
        a->whole = join_groups(s, i, taken);
    return taken;
}

Amount read_numeral(const Spelling *s, uint32_t i)
{
    Amount a = {0};
    const Token *t = token_of(s, i);
    if (is_number(t)) {
        a.whole = token_digits(s->text, t, s->arena);
        a.tokens = read_groups(s, i, &a);
    } else if (!is_mark(t, '.') || !token_of(s, i + 1)->glued || !is_number(token_of(s, i + 1))) {
        return a;
    }
    const Token *digits = token_of(s, i + a.tokens + 1);
    bool point = a.tokens ? is_joint(s, i + a.tokens, '.') : true;
    if (point && is_number(digits)) {
        a.fraction = token_digits(s->text, digits, s->arena);
        a.tokens += 2;
    }
    return a;
}

bool is_one(const Amount *a)
{
    return digits_value(a->whole) == 1 && a->fraction.len == 0 && !a->part && !a->magnitude;
}

// Fraction signs of one character.
static const struct {
    uint32_t code;
    const char *spoken;
} FRACTION_SIGNS[] = {
    {0xBC, "a quarter"},       {0xBD, "a half"},         {0xBE, "three quarters"},
    {0x2153, "a third"},       {0x2154, "two thirds"},   {0x2155, "a fifth"},
    {0x2156, "two fifths"},    {0x2157, "three fifths"}, {0x2158, "four fifths"},
    {0x2159, "a sixth"},       {0x215A, "five sixths"},  {0x215B, "an eighth"},
    {0x215C, "three eighths"}, {0x215D, "five eighths"}, {0x215E, "seven eighths"},
    {0x2150, "a seventh"},     {0x2151, "a ninth"},      {0x2152, "a tenth"},
};

static const char *fraction_sign(const Token *t)
{
    for (size_t i = 0; t->kind == TOKEN_MARK && i < COUNT(FRACTION_SIGNS); i++)
        if (FRACTION_SIGNS[i].code == t->code)
            return FRACTION_SIGNS[i].spoken;
    return NULL;
}

bool add_fraction(Buf *b, Str numerator, Str denominator)
{
    int64_t n = digits_value(numerator), d = digits_value(denominator);
    bool said = (d >= 2 && d <= 10) || d == 12 || d == 16 || d == 20 || d == 32 || d == 64 ||
                d == 100 || d == 1000;
    if (n < 1 || n > 100 || !said) // not "9/11"
        return false;
    add_cardinal(b, numerator);
    if (d == 2) {
        add_words(b, n == 1 ? STR("half") : STR("halves"));
        return true;
    }
    size_t from = b->len;
    if (d == 4)
        ADD_WORDS(b, "quarter");
    else if (d == 100)
        ADD_WORDS(b, "hundredth");
    else if (d == 1000)
        ADD_WORDS(b, "thousandth");
    else
        add_ordinal(b, denominator);
    if (n > 1)
        make_last_plural(b, from);
    return true;
}

// "1/2" that is part of a mixed number; tokens.
static uint32_t read_vulgar(const Spelling *s, uint32_t i, Amount *a)
{
    if (!is_digits(s, token_of(s, i), 1, 2) || !is_digits(s, token_of(s, i + 2), 1, 2) ||
        !(is_joint(s, i + 1, '/') || is_joint(s, i + 1, 0x2044)))
        return 0;
    Str n = token_text(s, token_of(s, i)), d = token_text(s, token_of(s, i + 2));
    if (digits_value(n) >= digits_value(d) || token_of(s, i + 3)->code == '/')
        return 0;
    Buf b = new_buf(s->arena);
    if (!add_fraction(&b, n, d))
        return 0;
    Str words = buf_str(&b);
    bool one = str_starts(words, STR("one "));
    if (one)
        words = str_format(s->arena, "a%.*s", STR_ARG(str_slice(words, 3, words.len)));
    buf_char(&b, 0);
    a->part = str_c(words, s->arena);
    return 3;
}

// "4 1/2", "2-1/2", "4½": what stands behind a whole number.
static uint32_t read_mixed(const Spelling *s, uint32_t i, Amount *a)
{
    const Token *next = token_of(s, i);
    a->part = fraction_sign(next);
    if (a->part)
        return 1;
    if (is_joint(s, i, '-')) {
        uint32_t taken = read_vulgar(s, i + 1, a);
        return taken ? 1 + taken : 0;
    }
    return next->glued ? 0 : read_vulgar(s, i, a);
}

// What is behind a number and makes it larger.
static const Entry MAGNITUDES[] = {
    {"b", "billion", 1},
    {"billion", "billion", 0},
    {"bln", "billion", 0},
    {"bn", "billion", 0},
    {"crore", "crore", 0},
    {"hundred", "hundred", 0},
    {"k", "thousand", 1},
    {"lakh", "lakh", 0},
    {"m", "million", 1},
    {"mil", "million", 1},
    {"million", "million", 0},
    {"mln", "million", 0},
    {"mm", "million", 2},
    {"mn", "million", 0},
    {"quadrillion", "quadrillion", 0},
    {"quintillion", "quintillion", 0},
    {"t", "trillion", 1},
    {"thousand", "thousand", 0},
    {"tn", "trillion", 0},
    {"trillion", "trillion", 0},
    {"trn", "trillion", 0},
};

// Sorted; things behind metres and kilometres: "100m hurdles", "a 10k race".
static const char *const DISTANCES[] = {
    "backstroke", "breaststroke", "butterfly", "champion",  "dash",     "deep",         "depth",
    "distance",   "event",        "final",     "freestyle", "heats",    "high",         "hurdles",
    "long",       "medley",       "race",      "races",     "radius",   "record",       "relay",
    "run",        "runner",       "runners",   "sprint",    "sprinter", "steeplechase", "swim",
    "tall",       "title",        "walk",      "wide",
};

// "1m visitors", "5M users": a crowd follows, not a race.
static bool counts_crowd(const Spelling *s, uint32_t i)
{
    const Token *next = token_of(s, i);
    Str word = token_text(s, next);
    return is_word(next) && !next->glued && !TOKEN_IN(s, next, DISTANCES) &&
           is_noun_like(s, next) &&
           (str_ends(word, STR("s")) || token_is(s, next, "people") ||
            token_is(s, next, "children") || token_is(s, next, "men") ||
            token_is(s, next, "women"));
}

static uint32_t read_magnitude(const Spelling *s, uint32_t i, bool money, Amount *a)
{
    uint32_t dash = is_joint(s, i, '-');
    const Token *t = token_of(s, i + dash);
    if (!is_word(t))
        return 0;
    bool worth = token_is(s, token_of(s, i + dash + 1), "worth"); // "$1 million's worth"
    const Entry *entry = find_entry_nocase(MAGNITUDES, COUNT(MAGNITUDES),
                                           worth ? token_stem(s, t) : token_text(s, t));
    if (!entry)
        return 0;
    bool glued = t->glued && !dash;
    bool sign = strlen(entry->written) < strlen(entry->spoken);
    if (sign && dash)
        return 0;
    bool capital = money && t->letter_case == CASE_UPPER && !token_of(s, i + 1)->glued;
    if (sign && !glued && !capital && (!money || entry->flags))
        return 0; // "$1.5 B" is billions, "5 m" metres
    if (entry->flags && !money && (entry->flags > 1 || !counts_crowd(s, i + 1)))
        return 0;
    if (!sign && dash && token_is(s, t, "hundred"))
        return 0;
    a->magnitude = entry->spoken;
    if (token_is(s, t, "lakh") && token_is(s, token_of(s, i + dash + 1), "crore")) {
        a->magnitude = "lakh crore";
        return 2 + dash;
    }
    return 1 + dash;
}

Amount read_amount(const Spelling *s, uint32_t i, bool money)
{
    Amount a = read_numeral(s, i);
    if (a.tokens == 0) {
        a.part = fraction_sign(token_of(s, i));
        a.tokens = a.part != NULL;
    } else if (a.fraction.len == 0 && !a.grouped) {
        a.tokens += read_mixed(s, i + a.tokens, &a);
    }
    if (a.tokens)
        a.tokens += read_magnitude(s, i + a.tokens, money, &a);
    return a;
}

void add_amount(Spelling *s, const Amount *a)
{
    bool whole = a->whole.len || a->fraction.len;
    if (a->indian)
        add_indian(&s->words, a->whole);
    else if (!a->fraction.len && !a->grouped &&
             ((a->whole.len > 1 && a->whole.data[0] == '0') || a->whole.len > 12))
        add_digits(&s->words, a->whole); // "007"
    else if (whole)
        add_decimal(&s->words, a->whole, a->fraction);
    if (a->part) {
        if (whole)
            ADD_WORDS(&s->words, "and");
        add_words(&s->words, str_from(a->part));
    }
    if (a->magnitude)
        add_words(&s->words, str_from(a->magnitude));
}

// Sorted; words that open a noun phrase.
static const char *const OPENERS[] = {
    "a",       "additional", "an",       "annual",  "another", "any",      "average",
    "each",    "every",      "extra",    "final",   "first",   "her",      "his",
    "initial", "its",        "last",     "massive", "minimum", "my",       "new",
    "our",     "planned",    "proposed", "record",  "second",  "similar",  "single",
    "that",    "the",        "their",    "this",    "total",   "whopping", "your",
};

bool is_attribute(const Spelling *s, uint32_t i, uint32_t next)
{
    const Token *noun = token_of(s, next), *before = token_before(s, i, 1);
    if (noun->glued || !is_noun_like(s, noun))
        return false;
    // "the $3 million raised by": a participle is no noun.
    bool participle = str_ends(token_text(s, noun), STR("ed")) && !token_is(s, before, "a");
    if (TOKEN_IN(s, before, OPENERS))
        return !participle;
    // "a 10-year, $150 billion plan"
    return is_mark(before, ',') && is_word(token_before(s, i, 2)) &&
           is_dash(token_before(s, i, 3)) && is_number(token_before(s, i, 4));
}
