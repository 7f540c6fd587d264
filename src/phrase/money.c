// Money: $5.5 million, £3m, US$40, 50p, 99¢, EUR 20, 40 kr.
#include "phrase/amount.h"
#include "phrase/tables.h"

// "R100 million", "R5.50", "N500bn": one capital needs a price behind it, for "R2" is
// a robot.
static uint32_t read_initial(const Spelling *s, uint32_t i, const Currency **out)
{
    const Token *t = token_of(s, i);
    *out = is_one_letter(t) ? find_initial_currency(s->text.data[t->span.beg]) : NULL;
    if (!*out || !token_of(s, i + 1)->glued)
        return 0;
    Amount a = read_amount(s, i + 1, true);
    bool cents = (*out)->minor_one && a.fraction.len == 2;
    return a.magnitude || (a.grouped && a.whole.len > 3) || cents ? 1 : 0;
}

// Currency that begins at i: a sign, or letters and a sign, or a code before
// digits. Gives the tokens of it.
static uint32_t read_currency(const Spelling *s, uint32_t i, const Currency **out)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    uint32_t taken = 1;
    Str written = token_text(s, t);
    if (is_word(t) && (t->span.end - t->span.beg > 4 || !t->ascii))
        return 0;
    bool krone = str_equal(written, STR("kr"));
    if (is_word(t) && is_mark(next, '.') && next->glued && t->stem == 2 && token_is(s, t, "rs")) {
        taken = 2; // "Rs. 500"
    } else if (is_word(t) && t->stem == 3 && is_mark(next, '$') && find_currency(written) &&
               !str_equal(written, STR("Mex"))) {
        taken = 2; // "AUD$30", "CDN $10"
    } else if (is_word(t) && next->glued && next->kind == TOKEN_MARK) {
        if (next->code < 0x80 && next->code != '$')
            return 0;
        written = str_span(s->text, (Span){t->span.beg, next->span.end});
        taken = 2;
    } else if (is_word(t) && is_number(next) && t->stem == 1) {
        return read_initial(s, i, out);
    } else if (is_word(t) && (!is_number(next) || (t->letter_case == CASE_LOWER && !krone))) {
        return 0;
    }
    *out = t->kind == TOKEN_END || is_number(t) ? NULL : find_currency(written);
    if (!*out)
        return 0;
    const Token *first = token_of(s, i + taken);
    bool digits =
        is_number(first) || (is_mark(first, '.') && is_number(token_of(s, i + taken + 1)));
    return digits && (first->glued || is_word(t) || taken == 1) ? taken : 0;
}

// "$20.01": whole units and hundredths, where there are exactly two digits of
// them, zeros behind not counted.
static bool read_minor(const Amount *a, const Currency *c, Str *minor)
{
    *minor = a->fraction;
    while (minor->len > 2 && minor->data[minor->len - 1] == '0')
        minor->len--;
    return c->minor_one && minor->len == 2 && !a->magnitude;
}

static void add_minor(Spelling *s, const Currency *c, Str minor, bool attribute)
{
    bool one = digits_value(minor) == 1 || (attribute && minor.len && c->minor_one[0] == 'c');
    add_cardinal(&s->words, minor);
    add_words(&s->words, str_from(one ? c->minor_one : c->minor_many));
}

static bool is_zeros(Str digits)
{
    for (size_t i = 0; i < digits.len; i++)
        if (digits.data[i] != '0')
            return false;
    return true;
}

static void add_money(Spelling *s, Amount a, const Currency *c, bool attribute)
{
    Str minor;
    if (!a.magnitude && is_zeros(a.fraction))
        a.fraction = (Str){0};
    bool has_minor = a.fraction.len && read_minor(&a, c, &minor);
    if (has_minor && digits_value(a.whole) <= 0) {
        add_minor(s, c, minor, attribute);
        return;
    }
    if (has_minor)
        a.fraction = (Str){0};
    add_amount(s, &a);
    // "a $7.25 wage" is of seven dollar twenty five cent, "a £9.99 hat" of nine pounds
    // ninety nine pence.
    bool cents = !has_minor || c->minor_one[0] == 'c';
    add_words(&s->words, str_from(is_one(&a) || (attribute && cents) ? c->one : c->many));
    if (has_minor)
        add_minor(s, c, minor, attribute);
}

// "5,50 €", "1.234,56 €": a decimal comma, and full stops between groups of three.
static Amount read_price(const Spelling *s, uint32_t i)
{
    Amount a = read_amount(s, i, true);
    const Token *cents = token_of(s, i + a.tokens + 1);
    bool thousands = a.whole.len && a.whole.len <= 3 && a.fraction.len == 3;
    if (!a.tokens || a.part || a.grouped || a.magnitude || (a.fraction.len && !thousands) ||
        !is_joint(s, i + a.tokens, ',') || !is_number(cents) || !cents->ascii ||
        cents->span.end - cents->span.beg != 2)
        return a;
    a.whole = str_format(s->arena, "%.*s%.*s", STR_ARG(a.whole), STR_ARG(a.fraction));
    a.fraction = token_text(s, cents);
    a.tokens += 2;
    return a;
}

// The second amount of "$2-3 million", "$50.00-$100.00"; its tokens, the dash included.
static uint32_t read_range(const Spelling *s, uint32_t i, const Currency *c, Amount *second,
                           bool *own_sign)
{
    if (!is_dash(token_of(s, i)))
        return 0;
    const Currency *again = NULL;
    uint32_t sign = read_currency(s, i + 1, &again);
    if (sign && again != c)
        return 0;
    *second = read_amount(s, i + 1 + sign, true);
    *own_sign = sign > 0;
    return second->tokens ? 1 + sign + second->tokens : 0;
}

// "$1/d", "$15/hour"
static uint32_t add_per(Spelling *s, uint32_t i)
{
    static const Entry PER[] = {
        {"d", "day", 0},       {"day", "day", 0},           {"gal", "gallon", 0},
        {"h", "hour", 0},      {"hour", "hour", 0},         {"hr", "hour", 0},
        {"kg", "kilogram", 0}, {"kwh", "kilowatt hour", 0}, {"lb", "pound", 0},
        {"m", "month", 0},     {"mo", "month", 0},          {"month", "month", 0},
        {"oz", "ounce", 0},    {"person", "person", 0},     {"ton", "ton", 0},
        {"week", "week", 0},   {"wk", "week", 0},           {"y", "year", 0},
        {"year", "year", 0},   {"yr", "year", 0},
    };
    const Token *unit = token_of(s, i + 1);
    if (!is_joint(s, i, '/') || !is_word(unit))
        return 0;
    const Entry *entry = find_entry_nocase(PER, COUNT(PER), token_text(s, unit));
    if (!entry && (unit->letter_case != CASE_LOWER || unit->stem < 4))
        return 0;
    ADD_WORDS(&s->words, "per");
    if (entry)
        add_words(&s->words, str_from(entry->spoken));
    else
        add_plain(s, unit); // "$65/barrel"
    return 2;
}

// Sorted; what is named by its worth: "two $5 bills".
static const char *const NOTES[] = {
    "banknote", "banknotes", "bill",    "bills",      "bonus", "budget", "coin",  "coins",
    "contract", "deal",      "fine",    "fund",       "grant", "home",   "house", "jackpot",
    "lawsuit",  "loan",      "mansion", "note",       "notes", "piece",  "prize", "project",
    "ransom",   "reward",    "scheme",  "settlement", "stake", "stamp",  "tag",   "takeover",
};

// "$10 million dollars", "a $40-million-dollar loss": the unit is written twice; tokens.
static uint32_t read_unit_again(const Spelling *s, uint32_t i, const Currency *c)
{
    uint32_t dash = is_joint(s, i, '-');
    const Token *t = token_of(s, i + dash);
    return token_is(s, t, c->one) || token_is(s, t, c->many) ? 1 + dash : 0;
}

// "£2 10s 6d": shillings and pence behind token i - 1.
static uint32_t add_shillings(Spelling *s, uint32_t i, const Currency *c, const Amount *a)
{
    static const struct {
        const char *sign, *name;
    } PARTS[] = {{"s", "shillings"}, {"d", "pence"}};
    uint32_t taken = 0;
    if (strcmp(c->one, "pound") != 0 || a->fraction.len || a->magnitude)
        return 0;
    for (size_t k = 0; k < COUNT(PARTS); k++) {
        const Token *digits = token_of(s, i + taken), *sign = token_of(s, i + taken + 1);
        bool joined = k > 0 && is_mark(digits, ',');
        if (joined)
            digits = sign, sign = token_of(s, i + taken + 2);
        if (!is_number(digits) || digits->span.end - digits->span.beg > 2 || !sign->glued ||
            !token_is(s, sign, PARTS[k].sign))
            break;
        add_cardinal(&s->words, token_digits(s->text, digits, s->arena));
        add_words(&s->words, str_from(PARTS[k].name));
        taken += 2 + joined;
    }
    return taken;
}

// "$5 to $10 million", "between $5 and $10 million": the magnitude is of both.
static bool shares_magnitude(const Spelling *s, uint32_t i, uint32_t behind, const Currency *c,
                             const Amount *a)
{
    const Token *joint = token_of(s, behind);
    bool between = token_is(s, joint, "and") && token_is(s, token_before(s, i, 1), "between");
    if (a->magnitude || a->grouped || a->part || a->fraction.len > 1 ||
        !(token_is(s, joint, "to") || token_is(s, joint, "or") || between))
        return false;
    const Currency *again = NULL;
    uint32_t sign = read_currency(s, behind + 1, &again);
    if (!sign || again != c)
        return false;
    Amount second = read_amount(s, behind + 1 + sign, true);
    return second.magnitude && !second.part && digits_value(a->whole) <= digits_value(second.whole);
}

static uint32_t spell_sign_first(Spelling *s, uint32_t i)
{
    const Currency *c = NULL;
    uint32_t minus = is_dash(token_of(s, i)) && token_of(s, i + 1)->glued && !token_of(s, i)->glued;
    uint32_t sign = read_currency(s, i + minus, &c);
    if (!sign)
        return 0;
    uint32_t taken = minus + sign;
    Amount first = read_price(s, i + taken), second;
    if (!first.tokens)
        return 0;
    taken += first.tokens;
    if (minus)
        ADD_WORDS(&s->words, "minus");
    if (shares_magnitude(s, i, i + taken, c, &first)) {
        add_amount(s, &first);
        return taken;
    }
    bool own_sign;
    uint32_t range = read_range(s, i + taken, c, &second, &own_sign);
    if (range) {
        bool whole = !second.magnitude || first.magnitude || !own_sign;
        if (own_sign && whole)
            add_money(s, first, c, false);
        else
            add_amount(s, &first);
        ADD_WORDS(&s->words, "to");
        first = second;
        taken += range;
    }
    bool hyphen = is_joint(s, i + taken, '-') && is_word(token_of(s, i + taken + 1));
    uint32_t again = read_unit_again(s, i + taken, c);
    bool bill = TOKEN_IN(s, token_of(s, i + taken), NOTES) && !token_of(s, i + taken)->glued;
    hyphen |= again && is_joint(s, i + taken + again, '-');
    bool bills = token_is(s, token_of(s, i + taken), "s") && token_of(s, i + taken)->glued;
    add_money(s, first, c,
              hyphen || again > 1 || bill || bills || is_attribute(s, i, i + taken + (again == 1)));
    taken += again;
    if (bills) {
        ADD_WORDS(&s->words, "bills"); // "in $20s and $50s"
        return taken + 1;
    }
    taken += add_shillings(s, i + taken, c, &first);
    return taken + add_per(s, i + taken);
}

// "50p", "99¢", "20€", "400 kr", "5m USD"
static uint32_t spell_sign_last(Spelling *s, uint32_t i)
{
    static const Currency PENCE = {"p", "pence", "pence", NULL, NULL};
    static const Currency CENTS = {"¢", "cent", "cents", NULL, NULL};
    Amount a = read_amount(s, i, false);
    if (!a.tokens)
        return 0;
    if (is_joint(s, i + a.tokens, ',')) { // "5,50 €"
        Amount price = read_price(s, i);
        const Token *sign = token_of(s, i + price.tokens);
        if (is_mark(sign, 0x20AC) || is_mark(sign, '$') || token_is(s, sign, "kr"))
            a = price;
    }
    const Token *t = token_of(s, i + a.tokens);
    const Currency *c = NULL;
    if (t->kind == TOKEN_MARK && t->code != '$')
        c = t->code == 0xA2 ? &CENTS : find_currency(token_text(s, t));
    else if (is_word(t) && t->letter_case == CASE_UPPER && t->stem == 3)
        c = find_currency(token_text(s, t));
    else if (token_is(s, t, "kr") && t->letter_case == CASE_LOWER)
        c = find_currency(token_text(s, t));
    else if (t->glued && !a.magnitude && a.whole.len <= 3 && t->letter_case == CASE_LOWER)
        c = token_is(s, t, "p") ? &PENCE : token_is(s, t, "c") ? &CENTS : NULL;
    if (!c || is_number(token_of(s, i + a.tokens + 1)))
        return 0;
    add_money(s, a, c, is_attribute(s, i, i + a.tokens + 1));
    return a.tokens + 1;
}

uint32_t spell_money(Spelling *s, uint32_t i)
{
    uint32_t taken = spell_sign_first(s, i);
    return taken || !is_number(token_of(s, i)) ? taken : spell_sign_last(s, i);
}
