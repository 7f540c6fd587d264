// Clock times: 6:00 p.m., 14:30, 9am-5pm, 3.30pm.
#include "phrase/amount.h"
#include "phrase/scripture.h"

// "a.m.", "pm", "A.M", "AM" behind a number.
typedef struct {
    const char *spoken; // NULL: none
    uint32_t tokens;
} HalfDay;

static HalfDay read_half_day(const Spelling *s, uint32_t i)
{
    HalfDay none = {0};
    const Token *t = token_of(s, i);
    if (token_is(s, t, "am") || token_is(s, t, "pm")) {
        bool dot = is_mark(token_of(s, i + 1), '.') && token_of(s, i + 1)->glued &&
                   i + 2 < s->count && !is_capitalised(token_of(s, i + 2));
        bool a = to_lower(s->text.data[t->span.beg]) == 'a';
        return (HalfDay){a ? "A M" : "P M", 1 + dot};
    }
    bool a = token_is(s, t, "a"), p = token_is(s, t, "p");
    const Token *m = token_of(s, i + 2);
    if ((!a && !p) || !is_mark(token_of(s, i + 1), '.') || !token_is(s, m, "m"))
        return none;
    bool dot = is_mark(token_of(s, i + 3), '.') && token_of(s, i + 3)->glued;
    return (HalfDay){a ? "A M" : "P M", 3 + dot};
}

typedef struct {
    Str hour, minute, second; // empty: not given
    HalfDay half;
    uint32_t tokens; // 0: no time
} Clock;

static bool is_two_digits(const Token *t)
{
    return is_number(t) && t->ascii && t->span.end - t->span.beg == 2;
}

static bool is_zone(const Spelling *s, uint32_t i)
{
    static const char *const ZONES[] = {"bst", "cdt", "cest", "cet", "cst", "edt", "eet", "est",
                                        "gmt", "ist", "jst",  "mdt", "mst", "pdt", "pst", "utc"};
    const Token *t = token_of(s, i);
    return t->letter_case == CASE_UPPER && !t->glued && TOKEN_IN(s, t, ZONES);
}

// "0900 hours", "at 1430 hours", "2300 GMT": hours and minutes without a colon.
static uint32_t spell_military(Spelling *s, uint32_t i)
{
    static const char *const AT[] = {"after", "around", "at",    "before", "between",
                                     "by",    "from",   "since", "to",     "until"};
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    Str digits = token_text(s, t);
    if (digits.len != 4 || !t->ascii || digits_value(digits) > 2400 ||
        digits_value(str_slice(digits, 2, 4)) > 59)
        return 0;
    bool zero = digits.data[0] == '0', timed = TOKEN_IN(s, token_before(s, i, 1), AT);
    bool glued = next->glued && (token_is(s, next, "h") || token_is(s, next, "hrs")); // "1430h"
    bool hours = token_is(s, next, "hrs") || (token_is(s, next, "hours") && (zero || timed));
    bool zulu = next->glued && token_is(s, next, "z") && zero;
    bool bare = zero && timed && !next->glued && !is_number(next); // "at 0600"
    if (!hours && !glued && !zulu && !bare && !is_zone(s, i + 1))
        return 0;
    if (digits.data[0] == '0')
        ADD_WORDS(&s->words, "oh");
    add_cardinal(&s->words, str_slice(digits, 0, 2));
    Str minutes = str_slice(digits, 2, 4);
    if (digits_value(minutes) == 0)
        ADD_WORDS(&s->words, "hundred");
    else
        add_pairs(&s->words, minutes);
    if (!glued)
        return 1;
    ADD_WORDS(&s->words, "hours");
    return 2;
}

// "at 7.30", "from 6.30 to 8.45", "the 5.15 train": British hours have a point, but no
// rate, price or score is meant.
static bool is_point_time(const Spelling *s, uint32_t i, uint32_t behind)
{
    static const char *const AFTER[] = {"after", "around", "at", "before", "by",
                                        "from",  "till",   "to", "until"};
    static const char *const VALUED[] = {
        "averages", "close",   "closed", "closes", "down",   "ended",   "ends",  "fell",
        "finished", "higher",  "lower",  "peaked", "priced", "quoted",  "rates", "remained",
        "rose",     "settled", "stands", "stood",  "traded", "trading", "up",    "valued"};
    static const char *const TRAINS[] = {"bus",     "departure", "ferry", "flight", "performance",
                                         "service", "showing",   "start", "train"};
    static const char *const FOLLOW[] = {
        "and",     "at",     "bbc",       "every",    "for",  "friday",   "in",       "itv",
        "local",   "monday", "next",      "on",       "or",   "saturday", "sharp",    "sunday",
        "that",    "the",    "this",      "thursday", "to",   "today",    "tomorrow", "tonight",
        "tuesday", "until",  "wednesday", "when",     "with", "yesterday"};
    const Token *before = token_before(s, i, 1), *next = token_of(s, behind);
    Str minutes = token_text(s, token_of(s, i + 2));
    if (minutes.data[1] != '0' && minutes.data[1] != '5')
        return false;
    if (TOKEN_IN(s, next, TRAINS))
        return token_is(s, before, "the") || token_is(s, before, "a");
    bool kicks = token_is(s, before, "off") || token_is(s, token_before(s, i, 2), "off");
    if (!TOKEN_IN(s, before, AFTER) && !kicks)
        return false;
    if (TOKEN_IN(s, token_before(s, i, 2), VALUED))
        return false;
    bool quarter = digits_value(minutes) % 15 == 0;
    bool range = token_is(s, before, "to") || token_is(s, before, "from");
    if (range && !(is_joint(s, behind + 2, '.') || is_number(token_before(s, i, 2))))
        return false; // "rose to 1.30"
    bool ends = next->kind == TOKEN_END || is_mark(next, ',') ||
                (is_mark(next, '.') && !token_of(s, behind + 1)->glued);
    return quarter && (ends || TOKEN_IN(s, next, FOLLOW));
}

// Hours with what follows them: minutes need a colon, or a point and "p.m.".
static Clock read_clock(const Spelling *s, uint32_t i)
{
    Clock c = {0}, none = {0};
    const Token *hour = token_of(s, i);
    if (!is_number(hour) || !hour->ascii || hour->span.end - hour->span.beg > 2)
        return none;
    c.hour = token_text(s, hour);
    c.tokens = 1;
    bool colon = is_joint(s, i + 1, ':') && is_two_digits(token_of(s, i + 2));
    bool point = is_joint(s, i + 1, '.') && is_two_digits(token_of(s, i + 2));
    if (colon || point) {
        c.minute = token_text(s, token_of(s, i + 2));
        c.tokens = 3;
    }
    if (colon && is_joint(s, i + 3, ':') && is_two_digits(token_of(s, i + 4))) {
        c.second = token_text(s, token_of(s, i + 4));
        c.tokens = 5;
    }
    c.half = read_half_day(s, i + c.tokens);
    c.tokens += c.half.tokens;
    if (point && !c.half.spoken)
        colon = is_zone(s, i + c.tokens) || is_point_time(s, i, i + c.tokens); // "16.30 GMT"
    bool sense = digits_value(c.hour) <= 24 && (!c.minute.len || digits_value(c.minute) < 60);
    return sense && (colon || c.half.spoken) ? c : none;
}

// "05" oh five, "30" thirty.
static void add_minutes(Spelling *s, Str digits)
{
    if (digits.data[0] == '0')
        ADD_WORDS(&s->words, "oh");
    add_cardinal(&s->words, digits);
}

static void add_clock(Spelling *s, const Clock *c)
{
    int64_t hour = digits_value(c->hour), minute = c->minute.len ? digits_value(c->minute) : 0;
    add_cardinal(&s->words, c->hour);
    if (minute > 0)
        add_minutes(s, c->minute);
    else if (!c->half.spoken && !c->second.len && hour >= 1 && hour <= 12)
        ADD_WORDS(&s->words, "o'clock");
    else if (!c->half.spoken && !c->second.len)
        ADD_WORDS(&s->words, "hundred");
    if (c->second.len)
        add_minutes(s, c->second);
    if (c->half.spoken)
        add_words(&s->words, str_from(c->half.spoken));
}

// "9-11 a.m.": the first hour without its half day.
static uint32_t spell_hour_range(Spelling *s, uint32_t i)
{
    const Token *first = token_of(s, i);
    if (first->span.end - first->span.beg > 2 || !first->ascii || !is_dash(token_of(s, i + 1)) ||
        digits_value(token_text(s, first)) > 12)
        return 0;
    Clock until = read_clock(s, i + 2);
    if (!until.tokens || !until.half.spoken)
        return 0;
    add_cardinal(&s->words, token_text(s, first));
    ADD_WORDS(&s->words, "to");
    add_clock(s, &until);
    return 2 + until.tokens;
}

// "3:1", "a 60:40 split"
static uint32_t spell_ratio(Spelling *s, uint32_t i)
{
    const Token *first = token_of(s, i), *second = token_of(s, i + 2);
    if (!is_joint(s, i + 1, ':') || !is_number(second) || is_joint(s, i + 3, ':'))
        return 0;
    add_cardinal(&s->words, token_digits(s->text, first, s->arena));
    ADD_WORDS(&s->words, "to");
    Amount a = read_numeral(s, i + 2); // "1:500,000"
    add_cardinal(&s->words, a.whole);
    return 2 + (a.fraction.len ? 1 : a.tokens);
}

// "a 1:10 scale" is no time of the day.
static bool is_ratio(const Spelling *s, uint32_t i)
{
    static const char *const RATIOS[] = {"leverage", "margin", "mix",   "mixture",
                                         "odds",     "ratio",  "scale", "split"};
    return is_joint(s, i + 1, ':') && TOKEN_IN(s, token_of(s, i + 3), RATIOS);
}

uint32_t spell_clock(Spelling *s, uint32_t i)
{
    if (!is_number(token_of(s, i)))
        return 0;
    uint32_t verse = spell_verse(s, i);
    if (verse)
        return verse;
    if (is_ratio(s, i))
        return spell_ratio(s, i);
    Clock from = read_clock(s, i);
    if (!from.tokens) {
        uint32_t taken = spell_hour_range(s, i);
        if (!taken)
            taken = spell_military(s, i);
        return taken ? taken : spell_ratio(s, i);
    }
    const Token *dash = token_of(s, i + from.tokens);
    Clock until = {0};
    if (is_dash(dash) && dash->glued == token_of(s, i + from.tokens + 1)->glued)
        until = read_clock(s, i + from.tokens + 1);
    add_clock(s, &from);
    uint32_t behind = i + from.tokens;
    if (is_joint(s, behind, '-') || is_joint(s, behind, 0x2013)) {
        const Token *end = token_of(s, behind + 1);
        bool noon = token_is(s, end, "noon") || token_is(s, end, "midnight");
        if (noon) { // "10 p.m.-midnight"
            ADD_WORDS(&s->words, "to");
            return from.tokens + 1;
        }
    }
    if (!until.tokens)
        return from.tokens;
    ADD_WORDS(&s->words, "to");
    add_clock(s, &until);
    return from.tokens + 1 + until.tokens;
}
