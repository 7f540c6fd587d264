// Numbers that are names: Unit 8200, B-52, COVID-19, H1N1, 401(k), 1428 Elm St.
#include "phrase/amount.h"
#include "phrase/scripture.h"
#include "phrase/tables.h"

enum { STREET_WORDS = 5, PARTS_MAX = 12 };

// Sorted; ends of street names.
static const char *const STREETS[] = {
    "alley",      "ave",    "avenue",  "blvd",     "boulevard", "broadway", "cir",
    "circle",     "close",  "court",   "crescent", "ct",        "dr",       "drive",
    "expressway", "expy",   "freeway", "gardens",  "highway",   "hill",     "hwy",
    "lane",       "ln",     "mews",    "parkway",  "pike",      "pkwy",     "pl",
    "place",      "plaza",  "rd",      "road",     "row",       "sq",       "square",
    "st",         "street", "ter",     "terrace",  "turnpike",  "walk",     "way",
};

bool is_street_word(const Spelling *s, const Token *t)
{
    return TOKEN_IN(s, t, STREETS);
}

// "W", "N.", "NW" before a street's name; tokens.
static uint32_t read_direction(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    bool letters = t->letter_case == CASE_UPPER && t->stem <= 2 &&
                   strchr("NSEW", s->text.data[t->span.beg]) && !t->glued;
    bool dot = is_mark(token_of(s, i + 1), '.') && token_of(s, i + 1)->glued;
    return letters ? 1u + dot : 0;
}

// "Pennsylvania Avenue" at token `at`
static bool names_street(const Spelling *s, uint32_t at)
{
    for (uint32_t k = 0; k < STREET_WORDS; k++) {
        const Token *word = token_of(s, at + k);
        if (is_mark(word, '.') && word->glued && k > 0)
            continue;
        if (!is_capitalised(word) || word->glued)
            return false;
        if (k > 0 && is_street_word(s, word))
            return true;
    }
    return false;
}

// "1428 Elm St.", "1600 Pennsylvania Avenue", "350 W 42nd St"
static bool is_house_number(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (t->span.end - t->span.beg > 5 || !t->ascii)
        return false;
    uint32_t at = i + 1 + read_direction(s, i + 1);
    bool ordinal = is_number(token_of(s, at)) && !token_of(s, at)->glued &&
                   is_word(token_of(s, at + 1)) && token_of(s, at + 1)->glued;
    if (ordinal)
        return is_street_word(s, token_of(s, at + 2)) && is_capitalised(token_of(s, at + 2));
    return names_street(s, at);
}

// "CA 95051", "Springfield, Illinois 62701", "NY 10001-1234"
static uint32_t spell_zip(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *before = token_before(s, i, 1);
    if (t->span.end - t->span.beg != 5 || !t->ascii || !is_capitalised(before) || t->glued)
        return 0;
    bool postal = before->letter_case == CASE_UPPER &&
                  find_entry(POSTAL_STATES.entries, POSTAL_STATES.count, token_text(s, before));
    if (!postal && !is_mark(token_before(s, i, 2), ','))
        return 0;
    add_digits(&s->words, token_text(s, t));
    const Token *more = token_of(s, i + 2);
    if (!is_joint(s, i + 1, '-') || !is_number(more) || more->span.end - more->span.beg != 4)
        return 1;
    add_digits(&s->words, token_digits(s->text, more, s->arena));
    return 3;
}

// Sorted; things that are called by a number.
static const char *const CALLED[] = {
    "act",      "agent",     "airbus",     "airlines", "airways",   "apartment", "area",
    "article",  "battalion", "beechcraft", "boeing",   "box",       "brigade",   "building",
    "bus",      "cessna",    "channel",    "code",     "directive", "division",  "embraer",
    "engine",   "exit",      "ferrari",    "flight",   "flights",   "form",      "formula",
    "gate",     "gtx",       "gulfstream", "highway",  "http",      "hwy",       "interstate",
    "law",      "learjet",   "locker",     "loop",     "mclaren",   "model",     "order",
    "peugeot",  "pier",      "platform",   "porsche",  "psalm",     "regiment",  "resolution",
    "rm",       "room",      "route",      "rte",      "rtx",       "rule",      "runway",
    "ryzen",    "section",   "site",       "squadron", "station",   "studio",    "suite",
    "terminal", "title",     "track",      "train",    "unit",      "ward",      "xbox",
};

// "flight BA 2490", "Air France 447", "SR 520", "LD 123": letters that a number follows.
static bool is_flight_or_bill(const Spelling *s, uint32_t i)
{
    static const char *const CODES[] = {"ab", "ai", "cr", "fm", "hb", "hr", "ld", "sb", "sr"};
    const Token *before = token_before(s, i, 1), *first = token_before(s, i, 2);
    if (is_noun_like(s, token_of(s, i + 1)))
        return false;
    if (token_is(s, first, "air") && is_capitalised(first))
        return is_capitalised(before);
    bool letters = before->letter_case == CASE_UPPER && before->stem == 2;
    return letters && (TOKEN_IN(s, before, CODES) || token_is(s, first, "flight"));
}

// "the 405", "on the 101": freeways that go by their number.
static bool is_freeway(const Spelling *s, uint32_t i, Str digits)
{
    static const char *const FREEWAYS[] = {"101", "105", "110", "134", "210", "401",
                                           "403", "404", "405", "407", "605", "710"};
    const Token *next = token_of(s, i + 1);
    bool lane = token_is(s, next, "freeway") || token_is(s, next, "expressway");
    bool known = false;
    for (size_t k = 0; k < COUNT(FREEWAYS); k++)
        known |= str_equal(digits, str_from(FREEWAYS[k]));
    return token_is(s, token_before(s, i, 1), "the") && (known || lane) &&
           (lane || next->kind == TOKEN_END || (is_word(next) && !is_noun_like(s, next)) ||
            is_mark(next, ',') || (is_mark(next, '.') && !token_of(s, i + 2)->glued));
}

// "the 1200 block", "a 404 error", "a 529 plan", "the 911 Turbo": numbers that have
// become names of what follows.
static uint32_t spell_number_name(Spelling *s, uint32_t i)
{
    static const struct {
        const char *digits, *noun;
    } NAMES[] = {{"", "block"},       {"403", "error"}, {"404", "error"},   {"404", "errors"},
                 {"404", "page"},     {"529", "plan"},  {"529", "plans"},   {"529", "account"},
                 {"529", "accounts"}, {"911", "turbo"}, {"911", "carrera"}, {"911", "gt3"},
                 {"457", "plan"},     {"457", "plans"}};
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    if (!t->ascii || t->span.end - t->span.beg < 3 || (next->glued && next->kind != TOKEN_MARK))
        return 0;
    Str digits = token_text(s, t);
    bool name = is_freeway(s, i, digits);
    for (size_t k = 0; is_word(next) && k < COUNT(NAMES); k++) {
        bool any = !NAMES[k].digits[0] && str_ends(digits, STR("00")) && digits.len == 4;
        name |= (any || str_equal(digits, str_from(NAMES[k].digits))) &&
                token_is(s, next, NAMES[k].noun);
    }
    if (name)
        add_pairs(&s->words, digits);
    return name;
}

// "No. 24-123": the docket number of a court is a year and a number.
static uint32_t spell_docket(Spelling *s, uint32_t i)
{
    static const char *const NUMBERED[] = {"case", "docket", "no", "nos"};
    const Token *first = token_of(s, i), *second = token_of(s, i + 2);
    const Token *before = token_before(s, i, is_mark(token_before(s, i, 1), '.') ? 2 : 1);
    if (!is_joint(s, i + 1, '-') || !is_number(second) || !first->ascii || !second->ascii ||
        first->span.end - first->span.beg != 2 || !TOKEN_IN(s, before, NUMBERED))
        return 0;
    Str year = token_text(s, first), number = token_text(s, second);
    if (number.len > 4 || (number.len < 3 && digits_value(number) > digits_value(year)))
        return 0;
    add_pairs(&s->words, year);
    add_pairs(&s->words, number);
    return 3;
}

// "Unit 8200", "Flight 370", "a Boeing 737-800"
static uint32_t spell_called(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    const Token *before = token_before(s, i, 1);
    bool road = is_mark(before, '.') && TOKEN_IN(s, token_before(s, i, 2), CALLED);
    // "U.S. 101", "US 395", "Blink-182"
    bool federal = token_is(s, before, "us") ||
                   (is_mark(before, '.') && token_is(s, token_before(s, i, 2), "s") &&
                    token_is(s, token_before(s, i, 4), "u"));
    bool band =
        is_dash(before) && before->glued && t->glued && is_capitalised(token_before(s, i, 2));
    if (road || is_flight_or_bill(s, i) ||
        (federal && t->span.end - t->span.beg == 3 && !is_noun_like(s, next)) || band)
        before = NULL;
    if ((before && (!TOKEN_IN(s, before, CALLED) || !is_capitalised(before))) || !t->ascii ||
        t->span.end - t->span.beg < 3 || (t->glued && !band))
        return 0;
    const Token *behind = token_of(s, i + 2);
    if (next->glued && (is_word(next) || (is_number(behind) && behind->glued)) && !is_dash(next))
        return 0;
    add_pairs(&s->words, token_text(s, t));
    const Token *variant = token_of(s, i + 2);
    if (!is_dash(next) || !next->glued || !variant->glued || !is_number(variant) || !variant->ascii)
        return 1;
    add_pairs(&s->words, token_text(s, variant));
    return 3;
}

// "401(k)", "501(c)(3)"
static uint32_t spell_bracketed(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (t->span.end - t->span.beg > 4 || !t->ascii)
        return 0;
    uint32_t taken = 1;
    while (taken < PARTS_MAX && is_joint(s, i + taken, '(') &&
           is_mark(token_of(s, i + taken + 2), ')') && token_of(s, i + taken + 2)->glued &&
           (is_one_letter(token_of(s, i + taken + 1)) || is_number(token_of(s, i + taken + 1))))
        taken += 3;
    if (taken == 1)
        return 0;
    Str digits = token_text(s, t);
    if (digits.len == 3)
        add_words(&s->words, STR(""));
    add_pairs(&s->words, digits);
    if (digits.len == 3 && digits.data[1] == '0' && digits.data[2] != '0') {
        s->words.len = 0;
        add_digits(&s->words, str_slice(digits, 0, 1));
        ADD_WORDS(&s->words, "oh");
        add_digits(&s->words, str_slice(digits, 2, 3));
    }
    for (uint32_t k = 2; k < taken; k += 3) {
        const Token *inner = token_of(s, i + k);
        if (is_number(inner))
            add_cardinal(&s->words, token_digits(s->text, inner, s->arena));
        else
            add_letters(s, token_text(s, inner));
    }
    if (token_is(s, token_of(s, i + taken), "s") && token_of(s, i + taken)->glued) {
        buf_add(&s->words, STR("'s")); // "401(k)s"
        taken++;
    }
    return taken;
}

// The letters of "MH370", "COVID-19", "ab9453", "5G".
static void add_code_letters(Spelling *s, uint32_t i, const Token *t)
{
    const Entry *known = find_entry(ACRONYMS.entries, ACRONYMS.count, token_stem(s, t));
    bool state = known && known->spoken && is_lower(known->spoken[1 % (strlen(known->spoken) + 1)]);
    if (t->letter_case == CASE_UPPER && t->stem == 2 && (!known || state))
        add_letters(s, token_stem(s, t)); // "NO2" is no refusal, "KS2" not Kansas
    else if (t->letter_case == CASE_UPPER && t->ascii)
        add_capital_word(s, i);
    else if (is_one_letter(t))
        add_letters(s, token_text(s, t));
    else if (t->letter_case == CASE_TITLE && str_equal(token_text(s, t), STR("Is")))
        ADD_WORDS(&s->words, "I's"); // "T20Is"
    else
        add_plain(s, t);
}

static void add_code_digits(Spelling *s, const Token *t, bool small_letters)
{
    Str digits = token_digits(s->text, t, s->arena);
    if (small_letters && digits.len > 2)
        add_digits(&s->words, digits);
    else
        add_pairs(&s->words, digits);
}

static void add_point_digits(Spelling *s, const Token *t)
{
    ADD_WORDS(&s->words, "point");
    add_digits(&s->words, token_digits(s->text, t, s->arena));
}

// Whether a code goes on at token i: "H1" + "N1", "B" + "-52".
static uint32_t code_goes_on(const Spelling *s, uint32_t i)
{
    const Token *last = token_of(s, i - 1), *t = token_of(s, i);
    if (t->glued && (is_word(t) || is_number(t)))
        return 1;
    if (is_number(last) && is_joint(s, i, '.') && is_number(token_of(s, i + 1)))
        return 2; // "PM2.5"
    bool hyphen = is_joint(s, i, '-') || is_joint(s, i, 0x2011) || is_joint(s, i, 0x2013);
    return hyphen && is_word(last) && last->letter_case != CASE_LOWER &&
                   is_number(token_of(s, i + 1))
               ? 2
               : 0;
}

// "MiG-29s", "F-16s", "747s": a plural of the number.
static bool is_plural_ending(const Spelling *s, uint32_t i)
{
    return token_is(s, token_of(s, i), "s") && token_of(s, i)->glued &&
           token_of(s, i)->letter_case == CASE_LOWER && is_number(token_of(s, i - 1)) &&
           !(token_of(s, i + 1)->glued && is_number(token_of(s, i + 1)));
}

static uint32_t spell_code(Spelling *s, uint32_t i)
{
    uint32_t taken = 1;
    const Token *first = token_of(s, i);
    bool small = first->letter_case == CASE_LOWER && first->stem > 1;
    if (is_word(first))
        add_code_letters(s, i, first);
    else
        add_code_digits(s, first, false);
    for (uint32_t parts = 1; parts < PARTS_MAX; parts++) {
        uint32_t step = code_goes_on(s, i + taken);
        if (!step)
            break;
        taken += step;
        const Token *t = token_of(s, i + taken - 1);
        if (is_plural_ending(s, i + taken - 1))
            make_last_plural(&s->words, 0);
        else if (is_word(t))
            add_code_letters(s, i + taken - 1, t);
        else if (is_mark(token_of(s, i + taken - 2), '.'))
            add_point_digits(s, t);
        else
            add_code_digits(s, t, small);
    }
    // "FY24-25"
    const Token *until = token_of(s, i + taken + 1);
    if (token_is(s, first, "fy") && is_joint(s, i + taken, '-') && is_number(until)) {
        ADD_WORDS(&s->words, "to");
        add_pairs(&s->words, token_digits(s->text, until, s->arena));
        taken += 2;
    }
    return taken;
}

// "5G", "3D", "4K", "1080p", "7B": a number and a letter that is no unit.
static bool begins_code(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *letters = token_of(s, i + 1);
    size_t digits = t->span.end - t->span.beg;
    if (!letters->glued || !is_word(letters) || !t->ascii || letters->stem > 3 || t->glued)
        return false;
    if (token_is(s, letters, "s"))
        return digits == 3; // "747s"
    Str number = token_text(s, t);
    if (letters->stem == 1 && digits == 3 && number.data[1] == '0' &&
        (number.data[0] == '4' || number.data[0] == '5') &&
        strchr("bck", s->text.data[letters->span.beg]))
        return true; // "401k", "501c3"
    if (token_is(s, letters, "p"))
        return digits >= 3 && digits <= 4 && letters->letter_case == CASE_LOWER;
    if (letters->letter_case != CASE_UPPER || digits > 4)
        return false;
    if (letters->stem == 1 && strchr("GDK", s->text.data[letters->span.beg]))
        return digits <= 2 && !(read_amount(s, i, false).magnitude);
    if (letters->stem == 1 && names_street(s, i + 2))
        return true; // "12A High Street"
    // "20C (68F)", but "Seat 14C"
    bool scale = letters->stem == 1 && strchr("CF", s->text.data[letters->span.beg]);
    bool named = is_capitalised(token_before(s, i, 1)) && i > 0 && letters->stem == 1;
    if (named && digits <= 3 && !is_house_number(s, i))
        return true;
    const Token *behind = token_of(s, i + 2); // "21C/70F"
    if (scale && (!behind->glued || (behind->kind == TOKEN_MARK && !is_dash(behind))))
        return false;
    static const char *const TAKEN[] = {"AM", "BC", "BN", "M",  "MM", "ND",
                                        "PM", "RD", "ST", "TH", "TN", "X"};
    return !find_measure(token_text(s, letters)) && !TOKEN_IN(s, letters, TAKEN) &&
           !read_amount(s, i, false).magnitude;
}

static bool word_begins_code(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    if (next->glued && is_number(next))
        return t->stem <= 12;
    if (t->letter_case != CASE_UPPER)
        return false;
    bool zone = token_is(s, t, "gmt") || token_is(s, t, "utc"); // "GMT-5"
    return !zone && code_goes_on(s, i + 1) == 2;
}

// "a 737-800", "the 737 Max": airliners.
static uint32_t spell_airliner(Spelling *s, uint32_t i)
{
    static const char *const KINDS[] = {"airliner", "airliners", "dreamliner", "freighter",
                                        "jet",      "jetliner",  "jets",       "max"};
    Str digits = token_text(s, token_of(s, i));
    const Token *variant = token_of(s, i + 2);
    if (digits.len != 3 || digits.data[0] != '7' || digits.data[2] != '7')
        return 0;
    bool more = is_joint(s, i + 1, '-') && is_number(variant) && variant->ascii &&
                (token_text(s, variant).len == 3 || digits.data[1] == '8');
    if (!more && !TOKEN_IN(s, token_of(s, i + 1), KINDS))
        return 0;
    add_pairs(&s->words, digits);
    if (!more && token_is(s, token_of(s, i + 1), "max")) {
        ADD_WORDS(&s->words, "Max");
        return 2;
    }
    if (!more)
        return 1;
    add_pairs(&s->words, token_text(s, variant));
    bool several = token_of(s, i + 3)->glued && token_is(s, token_of(s, i + 3), "s");
    if (several)
        make_last_plural(&s->words, 0);
    return 3 + several;
}

// "the PIN 4821", "account number 12345678"
static uint32_t spell_secret(Spelling *s, uint32_t i)
{
    static const char *const SECRETS[] = {"code", "otp", "passcode", "pin", "zip"};
    const Token *t = token_of(s, i), *before = token_before(s, i, 1);
    if (token_is(s, before, "is") || is_mark(before, ':'))
        before = token_before(s, i, 2);
    size_t n = t->span.end - t->span.beg;
    bool marked =
        token_of(s, i + 1)->glued && (is_word(token_of(s, i + 1)) || is_number(token_of(s, i + 2)));
    bool secret = n >= 4 && TOKEN_IN(s, before, SECRETS);
    bool long_one = n >= 6 && (token_is(s, before, "number") || token_is(s, before, "account"));
    if (!t->ascii || marked || (!secret && !long_one))
        return 0;
    add_digits(&s->words, token_text(s, t));
    return 1;
}

uint32_t spell_named_number(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (is_word(t))
        return word_begins_code(s, i) ? spell_code(s, i) : 0;
    if (is_house_number(s, i)) {
        add_pairs(&s->words, token_text(s, t));
        return 1;
    }
    uint32_t taken = spell_zip(s, i);
    if (!taken)
        taken = spell_number_name(s, i);
    if (!taken)
        taken = spell_docket(s, i);
    if (!taken)
        taken = spell_airliner(s, i);
    if (!taken)
        taken = spell_book_number(s, i);
    if (!taken)
        taken = spell_secret(s, i);
    if (!taken)
        taken = spell_called(s, i);
    if (!taken)
        taken = spell_bracketed(s, i);
    if (!taken && begins_code(s, i))
        taken = spell_code(s, i);
    return taken;
}
