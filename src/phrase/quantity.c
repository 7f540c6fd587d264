// Numbers and what hangs on them: signs, fractions, ranges, units, percent.
#include "phrase/amount.h"
#include "phrase/calendar.h"
#include "phrase/tables.h"

// A unit behind an amount.
typedef struct {
    const char *one, *many;
    const char *power; // "square", "cubic"; NULL: none
    const char *per;   // "hour"; NULL: none
    uint32_t tokens;   // 0: there is none
} UnitName;

// Sorted; words behind the slash of "km/h".
static const Entry PER[] = {
    {"day", "day", 0},      {"dl", "deciliter", 0},  {"g", "gram", 0},    {"gal", "gallon", 0},
    {"h", "hour", 0},       {"ha", "hectare", 0},    {"hr", "hour", 0},   {"kg", "kilogram", 0},
    {"km", "kilometer", 0}, {"l", "liter", 0},       {"lb", "pound", 0},  {"m", "meter", 0},
    {"min", "minute", 0},   {"ml", "milliliter", 0}, {"mo", "month", 0},  {"month", "month", 0},
    {"s", "second", 0},     {"sec", "second", 0},    {"week", "week", 0}, {"wk", "week", 0},
    {"year", "year", 0},    {"yr", "year", 0},
};

// "km²", "km2"; "sq ft", "sq. km", "cu ft" stand before the unit.
static uint32_t read_power(const Spelling *s, uint32_t i, UnitName *u)
{
    const Token *t = token_of(s, i);
    bool two = is_mark(t, 0xB2) || (is_number(t) && str_equal(token_text(s, t), STR("2")));
    bool three = is_mark(t, 0xB3) || (is_number(t) && str_equal(token_text(s, t), STR("3")));
    static const char *const LENGTHS[] = {"feet", "inches", "miles", "yards"};
    bool length = str_find(str_from(u->many), STR("meter")) < strlen(u->many);
    for (size_t k = 0; k < COUNT(LENGTHS); k++)
        length |= strcmp(u->many, LENGTHS[k]) == 0;
    if (!t->glued || (!two && !three) || !length)
        return 0;
    u->power = two ? "square" : "cubic";
    return 1;
}

static uint32_t read_dot(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    return is_mark(t, '.') && t->glued &&
           !(token_of(s, i + 1)->glued && is_word(token_of(s, i + 1)));
}

static bool may_stand(const Spelling *s, uint32_t i, const Measure *m)
{
    const Token *t = token_of(s, i);
    if (m->flags & GLUED_ONLY && !t->glued)
        return is_lower(m->written[0]) && m->written[1] == 0 &&
               !is_noun_like(s, token_of(s, i + 1));
    if (m->flags & DOT_OR_GLUED && !t->glued)
        return read_dot(s, i + 1);
    return true;
}

static uint32_t read_unit_word(const Spelling *s, uint32_t i, UnitName *u)
{
    const Token *t = token_of(s, i);
    if (!is_word(t) || (t->stem > 5 && t->ascii))
        return 0;
    const Measure *m = find_measure(token_text(s, t));
    if (!m || !may_stand(s, i, m))
        return 0;
    u->one = m->one;
    u->many = m->many;
    return 1;
}

// The name of a scale of temperature at token i; NULL where there is none.
static const char *scale_name(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (!is_one_letter(t) || (!t->glued && t->letter_case != CASE_UPPER) ||
        (token_of(s, i + 1)->glued && is_number(token_of(s, i + 1))))
        return NULL;
    return token_is(s, t, "c") ? "Celsius" : token_is(s, t, "f") ? "Fahrenheit" : NULL;
}

// "°C", "° F", "°"
static uint32_t read_degrees(const Spelling *s, uint32_t i, UnitName *u)
{
    if (!is_mark(token_of(s, i), 0xB0) && !is_mark(token_of(s, i), 0xBA))
        return 0;
    u->one = "degree";
    u->many = "degrees";
    u->per = NULL;
    u->power = scale_name(s, i + 1);
    return u->power ? 2 : 1;
}

// "20C (68F)", "a 350F oven": degrees without their sign, in capitals against the digits.
// With a blank, "a high of 88 F", nothing may stand there that it could be an initial
// of or a class: "Gate 5 C", "5 C. Smith", "20 C students".
static uint32_t read_bare_scale(const Spelling *s, uint32_t i, UnitName *u)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    if (t->letter_case != CASE_UPPER || !is_number(token_before(s, i, 1)))
        return 0;
    bool stop = is_mark(next, '.') && next->glued && i + 2 < s->count;
    bool open = stop || (is_word(next) && is_noun_like(s, next)) || is_number(next) ||
                (next->glued && !is_mark(next, '.') && !is_mark(next, ',') && !is_mark(next, ')'));
    if (!t->glued && (open || is_capitalised(token_before(s, i, 2))))
        return 0;
    u->power = scale_name(s, i);
    u->one = "degree";
    u->many = "degrees";
    return u->power != NULL;
}

static uint32_t read_square(const Spelling *s, uint32_t i, UnitName *u)
{
    static const struct {
        const char *written, *spoken;
    } POWERS[] = {{"sq", "square"},
                  {"cu", "cubic"},
                  {"fl", "fluid"},
                  {"square", "square"},
                  {"cubic", "cubic"}};
    const char *power = NULL;
    for (size_t k = 0; k < COUNT(POWERS); k++)
        if (token_is(s, token_of(s, i), POWERS[k].written))
            power = POWERS[k].spoken;
    uint32_t taken = 1 + read_dot(s, i + 1);
    uint32_t unit = power ? read_unit_word(s, i + taken, u) : 0;
    if (!unit)
        return 0;
    u->power = power;
    return taken + unit;
}

static uint32_t read_per(const Spelling *s, uint32_t i, UnitName *u)
{
    if (!is_joint(s, i, '/') || !is_word(token_of(s, i + 1)))
        return 0;
    const Entry *entry = find_entry_nocase(PER, COUNT(PER), token_text(s, token_of(s, i + 1)));
    if (!entry)
        return 0;
    u->per = entry->spoken;
    return 2;
}

// "8L/100km"
static uint32_t read_per_hundred(const Spelling *s, uint32_t i, UnitName *u)
{
    if (!is_joint(s, i, '/') || !is_number(token_of(s, i + 1)) ||
        !str_equal(token_text(s, token_of(s, i + 1)), STR("100")) ||
        !token_is(s, token_of(s, i + 2), "km"))
        return 0;
    u->per = "one hundred kilometers";
    return 3;
}

static UnitName read_unit(const Spelling *s, uint32_t i)
{
    UnitName u = {0};
    if (is_mark(token_of(s, i), '%') || is_mark(token_of(s, i), 0xFF05)) {
        u = (UnitName){.one = "percent", .many = "percent", .tokens = 1};
        return u;
    }
    u.tokens = read_degrees(s, i, &u);
    if (!u.tokens)
        u.tokens = read_bare_scale(s, i, &u);
    if (u.tokens)
        return u;
    u.tokens = read_square(s, i, &u);
    if (!u.tokens) {
        u.tokens = read_unit_word(s, i, &u);
        if (u.tokens)
            u.tokens += read_power(s, i + u.tokens, &u);
    }
    if (!u.tokens)
        return u;
    uint32_t per = read_per(s, i + u.tokens, &u);
    u.tokens += per ? per : read_per_hundred(s, i + u.tokens, &u);
    u.tokens += read_dot(s, i + u.tokens);
    return u;
}

static void add_unit(Spelling *s, const UnitName *u, bool one)
{
    bool scale = u->power && (u->power[0] == 'C' || u->power[0] == 'F');
    if (u->power && !scale)
        add_words(&s->words, str_from(u->power));
    add_words(&s->words, str_from(one ? u->one : u->many));
    if (scale)
        add_words(&s->words, str_from(u->power));
    if (u->per) {
        ADD_WORDS(&s->words, "per");
        add_words(&s->words, str_from(u->per));
    }
}

// "1st", "22nd", "1,000TH"; tokens of the ending.
static bool is_ordinal_ending(const Spelling *s, const Token *t)
{
    static const char *const ENDINGS[] = {"nd", "nds", "rd", "rds", "st", "th", "ths"};
    if (!t->glued || !TOKEN_IN(s, t, ENDINGS) || t->span.beg == 0)
        return false;
    // "12st 4lb" is a weight.
    uint32_t at = t->span.beg;
    bool first = s->text.data[at - 1] == '1' && (at < 2 || s->text.data[at - 2] != '1');
    return first || !token_is(s, t, "st");
}

static const char *const RATED[] = {"marks", "points", "rating", "score", "stars"};

// "on 5/12", "Mon 5/12", "the week of 5/12": a month and a day, said as they stand.
static bool is_slash_date(const Spelling *s, uint32_t i)
{
    static const char *const BEFORE[] = {"before", "on", "since", "starting", "until"};
    const Token *before = token_before(s, i, 1);
    bool week = token_is(s, before, "of") && (token_is(s, token_before(s, i, 2), "week") ||
                                              token_is(s, token_before(s, i, 2), "weekend"));
    return week || TOKEN_IN(s, before, BEFORE) ||
           (i > 0 && is_word(before) && read_calendar_name(s, i - 1).weekday);
}

// Between the numbers of what is no fraction: "10/10", "24/7", "a 33/1 shot", "120/80".
static const char *slash_words(const Spelling *s, uint32_t i, int64_t n, int64_t d)
{
    static const char *const ODDS[] = {"chance",    "favorite", "favourite", "joint",
                                       "longshot",  "odds",     "on",        "outsider",
                                       "outsiders", "shot",     "underdog"};
    const Token *before = token_before(s, i, 1), *next = token_of(s, i + 3);
    if ((n == 10 && d == 10) || TOKEN_IN(s, next, RATED))
        return "out of";
    if (n == d)
        return ""; // "a 50/50 chance"
    bool odds = (d == 1 && n > 1) || TOKEN_IN(s, next, ODDS) || token_is(s, before, "odds") ||
                (token_is(s, token_before(s, i, 2), "odds") && is_word(before));
    if (odds)
        return "to";
    // Runs and wickets: "declared at 320/5", "figures of 5/42".
    bool bowled = token_is(s, before, "took") || token_is(s, token_before(s, i, 2), "figures");
    if ((n >= 100 && n < 1000 && d > 1 && d < 10) || (bowled && n <= 10 && d > n))
        return "for";
    if (is_mark(next, '='))
        return "divided by";
    return n >= 80 && n < 260 && d >= 40 && d < n && n != d ? "over" : ""; // blood pressure
}

// "1/2", "3/4 of", "1/3RD", "24/7", "50/50", "8/10"
static uint32_t spell_slash(Spelling *s, uint32_t i)
{
    const Token *n = token_of(s, i), *d = token_of(s, i + 2);
    if (!is_number(n) || !is_number(d) || !(is_joint(s, i + 1, '/') || is_joint(s, i + 1, 0x2044)))
        return 0;
    Str numerator = token_digits(s->text, n, s->arena);
    Str denominator = token_digits(s->text, d, s->arena);
    uint32_t taken = is_ordinal_ending(s, token_of(s, i + 3)) ? 4 : 3;
    bool rating = TOKEN_IN(s, token_of(s, i + 3), RATED); // "4/5 stars"
    rating |= token_is(s, token_of(s, i + 3), "time");    // of music, "6/8 time"
    if (taken == 4 && digits_value(numerator) == 1) {     // "1/50th"
        if (add_fraction(&s->words, numerator, denominator))
            return taken;
        ADD_WORDS(&s->words, "one");
        add_ordinal(&s->words, denominator);
        return taken;
    }
    if (!rating && !is_slash_date(s, i) && digits_value(numerator) < digits_value(denominator) &&
        add_fraction(&s->words, numerator, denominator))
        return taken;
    const char *between = slash_words(s, i, digits_value(numerator), digits_value(denominator));
    void (*const say)(Buf *, Str) = strcmp(between, "for") == 0 ? add_cardinal : add_pairs;
    say(&s->words, numerator);
    add_words(&s->words, str_from(between));
    say(&s->words, denominator);
    UnitName pressure = {0}; // "140/90 mmHg"
    if (strcmp(between, "over") == 0 && read_unit_word(s, i + 3, &pressure)) {
        add_unit(s, &pressure, false);
        return 4;
    }
    return 3;
}

static const struct {
    uint32_t code;
    const char *spoken;
} SIGNS[] = {
    {'+', "plus"}, {'~', "about"},      {0xB1, "plus or minus"}, {0x2248, "about"}, {'<', "under"},
    {'>', "over"}, {0x2264, "at most"}, {0x2265, "at least"},    {0x223C, "about"},
};

// A sign before a number, blank before it: "-40", "+2.4%", "±3 points", "#1".
static const char *sign_words(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    const Token *before = token_before(s, i, 1);
    bool price = is_mark(next, '$') || is_mark(next, 0xA3) || is_mark(next, 0x20AC); // "~$5"
    bool number =
        is_number(next) || ((price || is_mark(next, '.')) && is_number(token_of(s, i + 2)));
    bool apart = !next->glued && (t->code == '~' || t->code == '>' || t->code == '<' ||
                                  t->code == '#' || t->code == 0x2212);
    if (!number || (!next->glued && (!apart || is_number(before) || is_one_letter(before))) ||
        (t->glued && (is_word(before) || is_number(before))))
        return NULL;
    if (is_dash(t) && t->code != 0x2014 && t->code != 0x2015)
        return t->glued && is_dash(before) ? NULL : "minus";
    if (is_mark(t, '#') || is_mark(t, 0x2116))
        return "number";
    for (size_t k = 0; k < COUNT(SIGNS); k++)
        if (is_mark(t, SIGNS[k].code))
            return SIGNS[k].spoken;
    return NULL;
}

// "+972 Magazine": a calling code is said digit by digit.
static uint32_t spell_calling_code(Spelling *s, uint32_t i)
{
    const Token *digits = token_of(s, i + 1), *next = token_of(s, i + 2);
    size_t n = digits->span.end - digits->span.beg;
    if (!is_mark(token_of(s, i), '+') || !is_number(digits) || n < 2 || n > 3 || next->glued ||
        !is_capitalised(next))
        return 0;
    ADD_WORDS(&s->words, "plus");
    add_digits(&s->words, token_digits(s->text, digits, s->arena));
    return 2;
}

// The second number of "5-10", "30–40", with the dash; blanks are at both sides or none.
static uint32_t read_range(const Spelling *s, uint32_t i, Amount *second)
{
    const Token *dash = token_of(s, i);
    if (!is_dash(dash) || dash->code == 0x2014 || dash->glued != token_of(s, i + 1)->glued)
        return 0;
    if (!dash->glued && dash->code == '-' && is_mark(token_of(s, i + 2), '='))
        return 0;
    *second = read_amount(s, i + 1, false);
    return second->tokens ? 1 + second->tokens : 0;
}

static bool is_same(const Amount *a, const Amount *b)
{
    return str_equal(a->whole, b->whole) && str_equal(a->fraction, b->fraction) && !a->magnitude &&
           !b->magnitude;
}

// "1-2=5" is a sum.
static const char *between(const Spelling *s, uint32_t behind, const Amount *a, const Amount *b)
{
    if (is_mark(token_of(s, behind), '='))
        return "minus";
    int64_t first = digits_value(a->whole), second = digits_value(b->whole);
    bool shares = first > second && first + second == 100 && first % 5 == 0;
    bool week = first == 24 && second == 7;
    static const char *const PAIRED[] = {"combination", "finish", "punch"}; // "a 1-2 punch"
    const Token *verb = token_before(s, behind, 4);                         // "they finished 1-2"
    bool pair = first == 1 && second == 2 &&
                (TOKEN_IN(s, token_of(s, behind), PAIRED) || token_is(s, verb, "finished") ||
                 token_is(s, verb, "finish"));
    bool parts = is_same(a, b) || shares || week || pair;
    return parts ? "" : "to"; // "a 50-50 chance", "a 60-40 split"
}

// "5x", "4x4", "16×9"
static uint32_t spell_times(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    bool sign = is_mark(t, 0xD7);
    if ((!token_is(s, t, "x") && !sign) || t->glued != next->glued || !is_number(next))
        return 0;
    if (!sign && !t->glued && is_mark(token_of(s, i + 2), '=')) { // "3 x 4 = 12"
        ADD_WORDS(&s->words, "times");
        return 1;
    }
    add_words(&s->words, sign && !t->glued ? STR("times") : STR("by"));
    return 1;
}

// "a 27\" monitor": a straight mark closes a quotation as often, so what
// follows has to be of such things.
static bool is_inch_sign(const Spelling *s, uint32_t i)
{
    static const char *const SIZED[] = {
        "bike",  "board",  "by",      "deep",     "diameter", "display", "displays", "frame",
        "long",  "model",  "monitor", "monitors", "nails",    "pan",     "pipe",     "pipes",
        "pizza", "record", "rims",    "screen",   "screens",  "tablet",  "tall",     "thick",
        "tire",  "tires",  "tv",      "tvs",      "wheel",    "wheels",  "wide",     "x",
    };
    const Token *t = token_of(s, i);
    if (!t->glued || !is_number(token_before(s, i, 1)))
        return false;
    return is_mark(t, 0x2033) || (is_mark(t, '"') && TOKEN_IN(s, token_of(s, i + 1), SIZED));
}

// "2h 30m"
static bool follows_hours(const Spelling *s, uint32_t i)
{
    static const char *const HOURS[] = {"h", "hr", "hrs"};
    return token_before(s, i, 1)->glued && TOKEN_IN(s, token_before(s, i, 1), HOURS);
}

// "5m 30s"
static bool is_minutes(const Spelling *s, uint32_t i)
{
    return is_number(token_of(s, i + 1)) && token_of(s, i + 1)->ascii &&
           token_of(s, i + 2)->glued && token_is(s, token_of(s, i + 2), "s");
}

static uint32_t add_tail(Spelling *s, uint32_t i, uint32_t taken, Amount *a)
{
    UnitName unit = read_unit(s, i + taken);
    if (is_ordinal_ending(s, token_of(s, i + taken)) && !a->fraction.len) {
        add_ordinal(&s->words, a->whole);
        if (token_of(s, i + taken)->stem == 3)
            make_last_plural(&s->words, 0);
        return taken + 1;
    }
    add_amount(s, a);
    const Token *ending = token_of(s, i + taken);
    if (token_is(s, ending, "m") && ending->glued && is_minutes(s, i + taken)) {
        add_words(&s->words, is_one(a) ? STR("minute") : STR("minutes"));
        add_cardinal(&s->words, token_digits(s->text, token_of(s, i + taken + 1), s->arena));
        ADD_WORDS(&s->words, "seconds");
        return taken + 3;
    }
    if (token_is(s, ending, "s") && ending->glued) {
        if (a->fraction.len) // "in 9.58s"
            ADD_WORDS(&s->words, "seconds");
        else
            make_last_plural(&s->words, 0);
        return taken + 1;
    }
    if (is_inch_sign(s, i + taken)) {
        add_words(&s->words, is_one(a) || is_noun_like(s, token_of(s, i + taken + 1))
                                 ? STR("inch")
                                 : STR("inches"));
        return taken + 1;
    }
    if (token_is(s, ending, "m") && follows_hours(s, i)) {
        add_words(&s->words, is_one(a) ? STR("minute") : STR("minutes"));
        return taken + 1;
    }
    if (!unit.tokens)
        return taken + spell_times(s, i + taken);
    bool glued = token_of(s, i + taken)->glued;
    bool hyphen = is_joint(s, i + taken + unit.tokens, '-');
    const Token *noun = token_of(s, i + taken + unit.tokens);
    bool part = a->part && !a->whole.len; // "½ tsp"
    bool attribute = hyphen || part || is_attribute(s, i, i + taken + unit.tokens) ||
                     (glued && i == 0 && !noun->glued && is_noun_like(s, noun));
    add_unit(s, &unit, is_one(a) || attribute);
    return taken + unit.tokens;
}

// "42%-45%", "10km-20km": the second of two amounts that both have their unit.
static uint32_t add_unit_range(Spelling *s, uint32_t i)
{
    Amount second;
    uint32_t range = read_range(s, i, &second);
    if (!range || !read_unit(s, i + range).tokens)
        return 0;
    ADD_WORDS(&s->words, "to");
    return add_tail(s, i, range, &second);
}

// A unit behind a hyphen: "a 5-km run".
static uint32_t add_hyphen_unit(Spelling *s, uint32_t i)
{
    if (!is_joint(s, i, '-'))
        return 0;
    UnitName unit = {0};
    uint32_t taken = read_unit_word(s, i + 1, &unit);
    bool odds = is_joint(s, i + 2, '-'); // "1-in-5"
    if (!taken || strlen(unit.one) < 4 || odds)
        return 0;
    add_unit(s, &unit, true);
    return 1 + taken;
}

// ".22-caliber", "a .357 Magnum": bores are named by their digits.
static uint32_t spell_bore(Spelling *s, uint32_t i)
{
    static const char *const GUNS[] = {
        "acp",     "bullet", "bullets", "cal",      "caliber", "calibre", "colt",    "gun",
        "handgun", "magnum", "pistol",  "revolver", "rifle",   "rounds",  "special", "winchester"};
    const Token *digits = token_of(s, i + 1);
    uint32_t dash = is_joint(s, i + 2, '-');
    if (!is_mark(token_of(s, i), '.') || token_of(s, i)->glued || !digits->glued ||
        !is_number(digits) || !digits->ascii || !TOKEN_IN(s, token_of(s, i + 2 + dash), GUNS))
        return 0;
    add_pairs(&s->words, token_text(s, digits));
    return 2;
}

static const char *compass(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (!is_one_letter(t) || t->letter_case != CASE_UPPER)
        return NULL;
    return token_is(s, t, "n")   ? "north"
           : token_is(s, t, "s") ? "south"
           : token_is(s, t, "e") ? "east"
           : token_is(s, t, "w") ? "west"
                                 : NULL;
}

// Minutes or seconds of arc behind token i: "30′".
static uint32_t add_arc(Spelling *s, uint32_t i, uint32_t sign, const char *name)
{
    const Token *mark = token_of(s, i + 1);
    bool plain = sign == 0x2032 ? is_apostrophe(mark->code) : mark->code == '"';
    if (!is_number(token_of(s, i)) || mark->kind != TOKEN_MARK || !mark->glued ||
        (mark->code != sign && !plain))
        return 0;
    add_cardinal(&s->words, token_digits(s->text, token_of(s, i), s->arena));
    add_words(&s->words, str_from(name));
    return 2;
}

// "51°30′N", "40.7° N"
static uint32_t spell_coordinate(Spelling *s, uint32_t i)
{
    Amount a = read_numeral(s, i);
    uint32_t at = i + a.tokens;
    if (!a.tokens || !is_mark(token_of(s, at), 0xB0))
        return 0;
    size_t before = s->words.len;
    at++;
    add_amount(s, &a);
    add_words(&s->words, is_one(&a) ? STR("degree") : STR("degrees"));
    uint32_t minutes = add_arc(s, at, 0x2032, "minutes");
    at += minutes;
    if (minutes)
        at += add_arc(s, at, 0x2033, "seconds");
    const char *side = compass(s, at);
    if (!side && !minutes) {
        s->words.len = before;
        return 0;
    }
    if (side)
        add_words(&s->words, str_from(side));
    return at + (side != NULL) - i;
}

static uint32_t spell_amounts(Spelling *s, uint32_t i)
{
    Amount first = read_amount(s, i, false), second;
    if (!first.tokens)
        return 0;
    uint32_t taken = first.tokens;
    uint32_t range = read_range(s, i + taken, &second);
    if (range) {
        add_amount(s, &first);
        add_words(&s->words, str_from(between(s, i + taken + range, &first, &second)));
        return add_tail(s, i, taken + range, &second);
    }
    taken = add_tail(s, i, taken, &first);
    // "a rating of 4.5/5"
    const Token *most = token_of(s, i + taken + 1);
    if (first.fraction.len && is_joint(s, i + taken, '/') && is_number(most) && most->ascii &&
        digits_value(token_text(s, most)) % 5 == 0) {
        ADD_WORDS(&s->words, "out of");
        add_cardinal(&s->words, token_text(s, most));
        return taken + 2;
    }
    uint32_t more = add_hyphen_unit(s, i + taken);
    if (!more && !is_number(token_of(s, i + taken - 1)))
        more = add_unit_range(s, i + taken);
    return taken + more;
}

// "6'4\"": feet and inches.
static uint32_t spell_height(Spelling *s, uint32_t i)
{
    const Token *mark = token_of(s, i + 1), *inches = token_of(s, i + 2);
    bool foot = mark->glued &&
                (is_mark(mark, 0x2032) || (is_apostrophe(mark->code) && mark->kind == TOKEN_MARK));
    const Token *sign = token_of(s, i + 3);
    bool signed_inches =
        sign->glued && (is_mark(sign, '"') || is_mark(sign, 0x2033) || is_mark(sign, 0x201D));
    if (!foot || !(inches->glued || signed_inches) || !is_number(inches) ||
        inches->span.end - inches->span.beg > 2)
        return 0;
    add_cardinal(&s->words, token_digits(s->text, token_of(s, i), s->arena));
    ADD_WORDS(&s->words, "foot");
    add_cardinal(&s->words, token_digits(s->text, inches, s->arena));
    return signed_inches ? 4 : 3;
}

uint32_t spell_quantity(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (is_number(t)) {
        uint32_t taken = spell_slash(s, i);
        if (!taken)
            taken = spell_height(s, i);
        if (!taken)
            taken = spell_coordinate(s, i);
        return taken ? taken : spell_amounts(s, i);
    }
    if (is_mark(t, '.') && t->glued)
        return 0;
    uint32_t code = spell_bore(s, i);
    if (!code)
        code = spell_calling_code(s, i);
    if (code)
        return code;
    const char *sign = sign_words(s, i);
    if (!sign)
        return spell_amounts(s, i);
    add_words(&s->words, str_from(sign));
    if (token_of(s, i + 1)->kind == TOKEN_MARK && !is_mark(token_of(s, i + 1), '.'))
        return 1; // the price is money's
    uint32_t taken = spell_amounts(s, i + 1);
    return taken ? 1 + taken : 0;
}
