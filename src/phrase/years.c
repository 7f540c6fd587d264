// Years and decades: 1812, 2015-16, the 1980s, '80s.
#include "phrase/amount.h"
#include "phrase/calendar.h"
#include "phrase/tables.h"

static bool is_decade_ending(const Spelling *s, uint32_t i)
{
    return token_of(s, i)->glued && token_is(s, token_of(s, i), "s");
}

// "1980s", "80s", "1980's", "'80s"; i is the number's token.
static uint32_t spell_decade(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    Str digits = token_text(s, t);
    bool noughties = str_equal(digits, STR("00")) && t->glued; // "the '00s"
    if (!is_number(t) || !t->ascii || (digits.len != 2 && digits.len != 4) ||
        digits.data[digits.len - 1] != '0' || (digits.data[0] == '0' && !noughties))
        return 0;
    uint32_t taken = 1;
    const Token *next = token_of(s, i + 1);
    taken += next->glued && next->kind == TOKEN_MARK && is_apostrophe(next->code);
    if (taken == 2 && str_equal(digits, STR("10")))
        return 0; // "No. 10's"
    if (!is_decade_ending(s, i + taken))
        return 0;
    if (noughties)
        ADD_WORDS(&s->words, "two thousands");
    else
        add_decade(&s->words, digits);
    return taken + 1;
}

// "1960s-1980s"
static uint32_t spell_decades(Spelling *s, uint32_t i)
{
    uint32_t taken = spell_decade(s, i);
    if (!taken || !is_dash(token_of(s, i + taken)))
        return taken;
    uint32_t joint = 1 + is_apostrophe(token_of(s, i + taken + 1)->code); // "1960s-'70s"
    size_t before = s->words.len;
    ADD_WORDS(&s->words, "to");
    uint32_t more = spell_decade(s, i + taken + joint);
    if (!more)
        s->words.len = before;
    return more ? taken + joint + more : taken;
}

// "2015-16", "1994-2011", "1914–1918"
static uint32_t spell_year_range(Spelling *s, uint32_t i)
{
    const Token *dash = token_of(s, i + 1), *second = token_of(s, i + 2);
    bool slash = is_joint(s, i + 1, '/');
    if (!slash && (!is_dash(dash) || dash->code == 0x2014 || dash->glued != second->glued))
        return 0;
    if (!is_number(second) || !second->ascii || (second->glued == false && slash))
        return 0;
    Str digits = token_text(s, second);
    int first_year = (int)digits_value(token_text(s, token_of(s, i)));
    int64_t value = digits_value(digits);
    bool digit = digits.len == 1 && !token_of(s, i + 3)->glued; // "1995-6"
    bool short_form = (digits.len == 2 && value > first_year % 100) ||
                      (digit && dash->glued && first_year >= 1800 && value == first_year % 10 + 1);
    if (!short_form && !(is_year(s, i + 2) && value > first_year))
        return 0;
    if (token_of(s, i + 3)->glued &&
        (is_word(token_of(s, i + 3)) || is_mark(token_of(s, i + 3), '%')))
        return 0;
    if (is_joint(s, i + 3, '.') && is_number(token_of(s, i + 4)))
        return 0;
    add_year_token(s, token_of(s, i));
    ADD_WORDS(&s->words, "to");
    if (!short_form) {
        add_year_token(s, second);
        return 3;
    }
    if (digits.len == 2 && digits.data[0] == '0')
        ADD_WORDS(&s->words, "oh");
    add_cardinal(&s->words, digits);
    return 3;
}

// Sorted; words before a number of things, not a year: "more than 1500 people".
static const char *const COUNTERS[] = {
    "about", "almost",  "approximately", "exactly", "least", "most", "nearly",
    "over",  "roughly", "some",          "than",    "total", "up",
};
// Sorted; words that follow a year with nothing between.
static const char *const YEAR_NOUNS[] = {
    "budget", "campaign", "census", "election", "elections", "games", "olympics", "season",
};

// A number of four digits is a year unless things are counted.
static bool counts_things(const Spelling *s, uint32_t i)
{
    const Token *next = token_of(s, i + 1), *before = token_before(s, i, 1);
    Str word = token_text(s, next);
    bool noun = next->letter_case == CASE_LOWER && !next->glued && is_noun_like(s, next);
    // "some 2016 candidates", "compared with 2014 numbers": nobody counts so exactly
    // without a comma.
    int64_t value = digits_value(token_text(s, token_of(s, i)));
    bool recent = value > 1950 && value < 2040 && value % 100 != 0 && value % 50 != 0;
    if (!noun || (recent && !token_is(s, next, "people")))
        return false;
    if (TOKEN_IN(s, before, COUNTERS))
        return true;
    static const char *const YEARLY[] = {"by", "early", "from", "in",    "its",  "late", "mid",
                                         "of", "since", "the",  "their", "this", "until"};
    bool several = word.len > 3 && str_ends(word, STR("s")) && !str_ends(word, STR("ss"));
    return (several || token_is(s, next, "people")) && !TOKEN_IN(s, before, YEARLY) &&
           !TOKEN_IN(s, next, YEAR_NOUNS);
}

static bool has_unit_behind(const Spelling *s, uint32_t i)
{
    const Token *next = token_of(s, i + 1);
    if (next->glued && (is_word(next) || is_mark(next, '%') || is_mark(next, 0xB0)))
        return true;
    static const char *const UNITS[] = {
        "acres", "billion", "calories", "degrees", "dollars", "euros",  "feet",  "hp",      "kg",
        "km",    "kw",      "lb",       "lbs",     "meters",  "metres", "miles", "million", "mph",
        "mw",    "percent", "pounds",   "rpm",     "tonnes",  "tons",   "yards",
    };
    if (TOKEN_IN(s, next, UNITS) || is_mark(next, '%'))
        return true;
    const Measure *m = is_word(next) && next->stem > 1 ? find_measure(token_text(s, next)) : NULL;
    return m && m->flags == 0 && next->letter_case != CASE_TITLE; // "1013 hPa"
}

// "'95-96", "'95–'96": the second year of two.
static uint32_t add_short_year(Spelling *s, uint32_t i)
{
    uint32_t mark = is_apostrophe(token_of(s, i + 1)->code);
    const Token *year = token_of(s, i + 1 + mark);
    if (!is_dash(token_of(s, i)) || !token_of(s, i)->glued || !is_number(year) || !year->glued ||
        !year->ascii || year->span.end - year->span.beg != 2 || token_of(s, i + 2 + mark)->glued)
        return 0;
    ADD_WORDS(&s->words, "to");
    if (s->text.data[year->span.beg] == '0')
        ADD_WORDS(&s->words, "oh");
    add_cardinal(&s->words, token_text(s, year));
    return 2 + mark;
}

uint32_t spell_years(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (t->kind == TOKEN_MARK) {
        if (!is_apostrophe(t->code) || !token_of(s, i + 1)->glued || !is_number(token_of(s, i + 1)))
            return 0;
        uint32_t taken = spell_decade(s, i + 1);
        if (taken)
            return taken + 1;
        // "the class of '16"
        const Token *year = token_of(s, i + 1);
        if (year->span.end - year->span.beg != 2 || !year->ascii ||
            (token_of(s, i + 2)->glued && is_word(token_of(s, i + 2))))
            return 0;
        Str digits = token_text(s, year);
        if (digits.data[0] == '0' && digits.data[1] != '0') { // "the '08 election"
            ADD_WORDS(&s->words, "oh");
            add_cardinal(&s->words, digits);
        } else {
            add_pairs(&s->words, digits);
        }
        return 2 + add_short_year(s, i + 2);
    }
    uint32_t taken = spell_decades(s, i);
    if (taken || !is_year(s, i))
        return taken;
    taken = spell_year_range(s, i);
    if (taken)
        return taken;
    if (counts_things(s, i) || has_unit_behind(s, i))
        return 0;
    if (is_dash(token_of(s, i + 1)) && is_number(token_of(s, i + 2)) && token_of(s, i + 2)->glued)
        return 0;
    add_year_token(s, t);
    if (is_dash(token_of(s, i + 1)) && token_is(s, token_of(s, i + 2), "present")) {
        ADD_WORDS(&s->words, "to"); // "1990-present"
        return 2;
    }
    return 1;
}
