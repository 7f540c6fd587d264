// Numbers that are said digit by digit: telephones, accounts, IP addresses.
#include "phrase/spelling.h"

enum { GROUPS_MAX = 7 };

// Runs of digits with what parts them: "+1 (123) 123-5678".
typedef struct {
    uint32_t at[GROUPS_MAX];     // tokens
    size_t len[GROUPS_MAX];      // digits
    uint32_t parted[GROUPS_MAX]; // mark before the group; ' ' a blank, ')' a bracket
    uint32_t count, tokens;
    size_t digits;
    bool plus, bracket;
} DigitGroups;

// The mark or marks before the next group; their tokens.
static uint32_t read_parting(const Spelling *s, uint32_t i, uint32_t *parted)
{
    const Token *t = token_of(s, i);
    if (is_number(t)) {
        *parted = ' ';
        return 0;
    }
    if (is_mark(t, ')')) {
        *parted = ')';
        return is_mark(token_of(s, i + 1), '-') && token_of(s, i + 1)->glued ? 2 : 1;
    }
    *parted = is_dash(t) ? '-' : t->code;
    bool known = *parted == '-' || *parted == '.';
    return known && t->glued && token_of(s, i + 1)->glued ? 1 : UINT32_MAX;
}

static bool add_group(const Spelling *s, DigitGroups *g, uint32_t i, uint32_t parted)
{
    const Token *t = token_of(s, i);
    if (!is_number(t) || !t->ascii || g->count == GROUPS_MAX)
        return false;
    g->at[g->count] = i;
    g->len[g->count] = t->span.end - t->span.beg;
    g->digits += g->len[g->count];
    g->parted[g->count++] = parted;
    return true;
}

static DigitGroups read_groups(const Spelling *s, uint32_t i)
{
    DigitGroups g = {0};
    uint32_t at = i, parted = 0;
    g.plus = is_mark(token_of(s, at), '+');
    at += g.plus;
    do {
        bool open = is_mark(token_of(s, at), '(');
        g.bracket |= open;
        if (!add_group(s, &g, at + open, parted))
            break;
        at += open + 1;
        g.tokens = at - i;
        uint32_t marks = read_parting(s, at, &parted);
        if (is_mark(token_of(s, at), '('))
            continue;
        if (marks == UINT32_MAX)
            break;
        at += marks;
    } while (true);
    return g;
}

static bool has_shape(const DigitGroups *g, const char *lengths)
{
    if (strlen(lengths) != g->count)
        return false;
    for (uint32_t k = 0; k < g->count; k++)
        if (g->len[k] != (size_t)(lengths[k] - '0'))
            return false;
    return true;
}

static bool parted_by(const DigitGroups *g, const char *marks)
{
    for (uint32_t k = 1; k < g->count; k++)
        if (!strchr(marks, (int)g->parted[k]))
            return false;
    return true;
}

// Sorted; what is before a short number that is dialled.
static const char *const DIALS[] = {"call",    "called",  "calling", "calls",  "dial", "dialed",
                                    "dialing", "dialled", "phone",   "phoned", "ring", "text"};
static const char *const CALLS[] = {
    "call",        "caller",     "callers", "calls",    "center",   "dispatcher",
    "dispatchers", "emergency",  "hotline", "lifeline", "operator", "operators",
    "recording",   "recordings", "system",  "tape",     "tapes",    "transcript"};

// Short numbers of services: "the non-emergency number 101".
static bool is_service(Str digits)
{
    static const char *const SERVICES[] = {"101", "105", "111", "112", "211",
                                           "311", "511", "911", "988", "999"};
    for (size_t k = 0; k < COUNT(SERVICES); k++)
        if (str_equal(digits, str_from(SERVICES[k])))
            return true;
    return false;
}

// "text HOME to 741741"
static bool is_short_code(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    size_t n = t->span.end - t->span.beg;
    if (n < 5 || n > 6 || !token_is(s, token_before(s, i, 1), "to") || token_of(s, i + 1)->glued)
        return false;
    for (uint32_t k = 3; k < 7; k++)
        if (token_is(s, token_before(s, i, k), "text") ||
            token_is(s, token_before(s, i, k), "texting"))
            return true;
    return false;
}

// "ISBN 978-3-16-148410-0", "ISSN 0378-5955"
static bool is_book_number(const Spelling *s, uint32_t i)
{
    for (uint32_t k = 1; k < 5; k++) {
        const Token *t = token_before(s, i, k);
        if (token_is(s, t, "isbn") || token_is(s, t, "issn"))
            return true;
        if (is_word(t) || (is_number(t) && k < 2))
            return false;
    }
    return false;
}

static bool is_emergency(const Spelling *s, uint32_t i, const DigitGroups *g)
{
    if (g->plus || g->len[0] != 3 || (g->count > 1 && !parted_by(g, " ")))
        return false;
    Str digits = token_text(s, token_of(s, i));
    const Token *before = token_before(s, i, 1), *next = token_of(s, i + 1);
    if (next->glued && !is_mark(next, ',') && !is_mark(next, '.') && !is_dash(next) &&
        next->kind != TOKEN_MARK)
        return false;
    if (TOKEN_IN(s, before, DIALS) || TOKEN_IN(s, next, CALLS))
        return true;
    // "dial 999 or 112"
    if (token_is(s, before, "or") && is_number(token_before(s, i, 2)) &&
        TOKEN_IN(s, token_before(s, i, 3), DIALS))
        return true;
    if (token_is(s, before, "number") && is_service(digits))
        return true;
    return str_equal(digits, STR("911")) && !is_capitalised(before) && !is_noun_like(s, next) &&
           !next->glued;
}

// North American, with or without the 1; seven digits; social security; British
// and international ones.
static bool is_phone(const Spelling *s, const DigitGroups *g)
{
    if (g->plus)
        return g->digits >= 8 && g->digits <= 15;
    if (has_shape(g, "334") || has_shape(g, "1334") || has_shape(g, "4444"))
        return parted_by(g, "-.)") || g->bracket || parted_by(g, " ");
    if (has_shape(g, "34"))
        return g->parted[1] == '-';
    if (has_shape(g, "324"))
        return parted_by(g, "-");
    if (has_shape(g, "111"))
        return parted_by(g, "-");
    Str first = token_text(s, &s->tokens[g->at[0]]);
    bool free = str_equal(first, STR("1300")) || str_equal(first, STR("1800"));
    if (free && has_shape(g, "433")) // of Australia
        return true;
    return first.data[0] == '0' && g->count > 1 && g->len[0] >= 3 && g->digits >= 8 &&
           g->digits <= 11 && (g->digits >= 10 || parted_by(g, " "));
}

static void add_groups(Spelling *s, const DigitGroups *g, const char *between)
{
    if (g->plus)
        ADD_WORDS(&s->words, "plus");
    for (uint32_t k = 0; k < g->count; k++) {
        if (k && *between == ',')
            buf_char(&s->words, ',');
        else if (k)
            add_words(&s->words, str_from(between));
        Str digits = token_text(s, token_of(s, g->at[k]));
        // "1-800": a freephone code is said as a hundred.
        bool free = k == 1 && g->len[0] == 1 && str_ends(digits, STR("00"));
        if (free)
            add_cardinal(&s->words, digits);
        else
            add_digits(&s->words, digits);
    }
}

static bool is_ip(const DigitGroups *g)
{
    if (g->count != 4 || g->plus || g->bracket || !parted_by(g, "."))
        return false;
    for (uint32_t k = 0; k < 4; k++)
        if (g->len[k] > 3)
            return false;
    return true;
}

// "a 10-3-1 record", "rounds of 67-70-68", "a 4-2-3-1": three or four small numbers.
static bool is_record(const DigitGroups *g)
{
    return (g->count == 3 || (g->count == 4 && g->len[3] <= 2)) && !g->plus && !g->bracket &&
           parted_by(g, "-") && g->len[0] <= 2 && g->len[1] <= 2 && g->len[2] <= 2;
}

static void add_record(Spelling *s, const DigitGroups *g)
{
    for (uint32_t k = 0; k < g->count; k++) {
        if (k)
            buf_char(&s->words, ',');
        add_cardinal(&s->words, token_text(s, token_of(s, g->at[k])));
    }
}

// "10.15.7"
static void add_version(Spelling *s, const DigitGroups *g)
{
    for (uint32_t k = 0; k < g->count; k++) {
        if (k)
            ADD_WORDS(&s->words, "point");
        Str digits = token_text(s, token_of(s, g->at[k]));
        if (digits.len > 1 && digits.data[0] == '0')
            add_digits(&s->words, digits);
        else
            add_cardinal(&s->words, digits);
    }
}

// "1-800-FLOWERS": groups of digits and a word.
static uint32_t add_vanity(Spelling *s, uint32_t i)
{
    bool more = is_number(token_of(s, i + 4)) && is_joint(s, i + 5, '-'); // "1-800-273-TALK"
    const Token *word = token_of(s, i + (more ? 6 : 4));
    if (!is_joint(s, i + 1, '-') || !is_joint(s, i + 3, '-') || !is_word(word) ||
        word->letter_case != CASE_UPPER || token_text(s, token_of(s, i)).len != 1 ||
        token_text(s, token_of(s, i + 2)).len != 3 || !is_number(token_of(s, i + 2)))
        return 0;
    add_digits(&s->words, token_text(s, token_of(s, i)));
    add_cardinal(&s->words, token_text(s, token_of(s, i + 2)));
    if (more) {
        buf_char(&s->words, ',');
        add_digits(&s->words, token_digits(s->text, token_of(s, i + 4), s->arena));
    }
    buf_char(&s->words, ',');
    return more ? 6 : 4;
}

uint32_t spell_phone(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    bool opens = is_mark(t, '+') || is_mark(t, '(');
    if (!(is_number(t) && t->ascii) &&
        !(opens && (is_number(token_of(s, i + 1)) || is_mark(token_of(s, i + 1), '('))))
        return 0;
    DigitGroups g = read_groups(s, i);
    if (g.count == 0)
        return 0;
    if (is_number(t) && (is_emergency(s, i, &g) || is_short_code(s, i))) {
        add_digits(&s->words, token_text(s, t));
        return 1;
    }
    const Token *behind = token_of(s, i + g.tokens);
    bool ends = !behind->glued || (behind->kind == TOKEN_MARK && behind->code != '%' &&
                                   behind->code != ':' && behind->code != '/');
    if (is_ip(&g) && (ends || is_joint(s, i + g.tokens, '/'))) {
        add_groups(s, &g, "dot");
        return g.tokens;
    }
    if (g.count == 3 && parted_by(&g, ".") && !g.plus && g.digits <= 5 && ends) {
        add_version(s, &g);
        return g.tokens;
    }
    if (g.count > 1 && parted_by(&g, "- ") && ends && is_book_number(s, i)) {
        add_groups(s, &g, ",");
        return g.tokens;
    }
    if (is_record(&g) && ends && !is_mark(behind, '-')) {
        add_record(s, &g);
        return g.tokens;
    }
    if (g.count > 1 && is_phone(s, &g) && ends) {
        add_groups(s, &g, ",");
        return g.tokens;
    }
    return is_number(t) ? add_vanity(s, i) : 0;
}
