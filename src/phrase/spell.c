#include "phrase/spell.h"

#include "phrase/phonemes.h"
#include "phrase/tables.h"

enum { CONTEXT = 200 }; // bytes before a stretch that are looked at

// What is written, as it grows.
typedef struct {
    Buf spoken;
    char mark; // punctuation to stand behind the last word; 0: none
    LIST(Unit) units;
    LIST(Said) said;
    Arena *arena;
} Output;

static Rule *const WORD_RULES[] = {
    spell_web,   spell_party,        spell_roman,        spell_date,     spell_money,
    spell_clock, spell_abbreviation, spell_named_number, spell_capitals,
};
// Those of them that need no mark or number behind a word, nor capitals.
static Rule *const ROW_RULES[] = {spell_roman, spell_date, spell_abbreviation};
static Rule *const NUMBER_RULES[] = {
    spell_web,   spell_phone,        spell_date,  spell_clock,
    spell_money, spell_named_number, spell_years, spell_quantity,
};
static Rule *const MARK_RULES[] = {
    spell_web, spell_phone, spell_money, spell_years, spell_quantity,
};

static int mark_rank(char mark)
{
    switch (mark) {
    case ',':
        return 1;
    case ':':
        return 2;
    case ';':
        return 3;
    case '.':
        return 4;
    case '!':
        return 5;
    case '?':
        return 6;
    default:
        return 0;
    }
}

static void note_mark(Output *o, char mark)
{
    if (mark_rank(mark) > mark_rank(o->mark))
        o->mark = mark;
}

static void flush_mark(Output *o)
{
    if (o->spoken.len && o->mark)
        buf_char(&o->spoken, o->mark);
    o->mark = 0;
}

// A letter and its mark are one character to the engine and to whoever compares.
static Str compose(Str words, Arena *arena)
{
    return str_is_ascii(words) ? words : utf8_nfc(words, arena);
}

static void put_unit(Output *o, Span written, Str words)
{
    if (words.len == 0)
        return;
    flush_mark(o);
    if (o->spoken.len)
        buf_char(&o->spoken, ' ');
    uint32_t beg = (uint32_t)o->spoken.len;
    buf_add(&o->spoken, words);
    *PUSH(&o->units, o->arena) = (Unit){written, {beg, (uint32_t)o->spoken.len}};
}

// Phonemes for the words of the unit put last: one for each, or one for all.
static void put_said(Output *o, Str phonemes, bool owned)
{
    Span unit = o->units.items[o->units.count - 1].spoken;
    while (unit.beg < unit.end) {
        Str words = str_span(buf_str(&o->spoken), unit);
        Str one = str_slice(phonemes, 0, str_find(phonemes, STR(" ")));
        phonemes = str_slice(phonemes, one.len + 1, phonemes.len);
        uint32_t len = (uint32_t)(phonemes.len ? str_find(words, STR(" ")) : words.len);
        if (phonemes.len == 0 && owned)
            one = phonemes_with_s(one, o->arena);
        *PUSH(&o->said, o->arena) = (Said){{unit.beg, unit.beg + len}, one};
        unit.beg += len + 1;
    }
}

static uint32_t try_rules(Spelling *s, uint32_t i, Rule *const *rules, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        uint32_t taken = rules[k](s, i);
        if (taken)
            return taken;
    }
    return 0;
}

// Short forms without a full stop have no vowel ("vs", "hrs"), or end like "asst" or
// "oct".
static bool looks_short(Str word, uint32_t letters)
{
    // By the last letter, what stands before it.
    static const char *const BEFORE_LAST[26] = {
        ['a' - 'a'] = "kc", ['c' - 'a'] = "t",    ['d' - 'a'] = "h",   ['e' - 'a'] = "tei",
        ['g' - 'a'] = "e",  ['i' - 'a'] = "s",    ['l' - 'a'] = "t",   ['n' - 'a'] = "st",
        ['p' - 'a'] = "a",  ['s' - 'a'] = "ntcd", ['t' - 'a'] = "pvc", ['v' - 'a'] = "i"};
    enum {
        VOWELS =
            LETTER_BIT('a') | LETTER_BIT('e') | LETTER_BIT('i') | LETTER_BIT('o') | LETTER_BIT('u'),
        ROMAN = LETTER_BIT('i') | LETTER_BIT('v') | LETTER_BIT('x'),
    };
    // also of "gov't", which has more than letters
    if (!(letters & VOWELS) || word.len == 1 || !(letters & ~(uint32_t)ROMAN))
        return true;
    if (word.len > 5)
        return false;
    const char *before = BEFORE_LAST[word.data[word.len - 1] - 'a'];
    return before && strchr(before, word.data[word.len - 2]);
}

// Small words that begin no form, though they are as short as short forms are: nearly
// one word of twenty in news.
static bool is_function_word(Str word)
{
    static const char *const WORDS[] = {
        "And",  "As",   "At",  "But",  "For", "He",    "His",  "If",   "In",  "It",
        "On",   "She",  "So",  "That", "The", "There", "They", "This", "To",  "We",
        "What", "When", "You", "a",    "by",  "him",   "its",  "my",   "see", "three",
    };
    return word.len <= 5 && str_in_sorted(word, WORDS, COUNT(WORDS));
}

// A mark that is no part of a form which a word begins.
static bool ends_word(uint32_t c)
{
    return c == ',' || c == ';' || c == '?' || c == '!' || c == '"' || code_is_quote_mark(c);
}

// Words that no rule can want: nothing glued behind but such a mark, or a full stop
// behind a word that is too long for an abbreviation; no number ("june 30") and no
// dash ("January - March"); not short, or not like short forms.
static bool is_ordinary(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    bool stop = next->code == '.' && t->stem > 9 && !token_of(s, i + 2)->glued;
    if ((next->glued && !stop && !ends_word(next->code)) || is_number(next) || is_dash(next))
        return false;
    Str word = token_stem(s, t);
    if (t->letter_case == CASE_LOWER)
        return word.len > 8 || !looks_short(word, t->letters) || is_function_word(word);
    return t->letter_case == CASE_TITLE && (word.len > 6 || is_function_word(word));
}

// "Mr Ito", "vs the": a word of small letters, or with one capital, before another word.
static bool is_in_row(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    return (t->letter_case == CASE_LOWER || t->letter_case == CASE_TITLE) && t->stem > 1 &&
           is_word(next) && !next->glued;
}

// "far-right", "Jean-Paul": hyphens between plain words stay.
static uint32_t spell_plain(Spelling *s, uint32_t i)
{
    add_plain(s, token_of(s, i));
    uint32_t taken = 1;
    while (is_joint(s, i + taken, '-')) {
        const Token *next = token_of(s, i + taken + 1);
        const Token *behind = token_of(s, i + taken + 2);
        bool dotted = is_capitalised(next) && is_mark(behind, '.') && behind->glued;
        if (!is_word(next) || next->letter_case >= CASE_UPPER || dotted) // "mid-Nov."
            break;
        if (s->options->lexicon_count && in_lexicon(s, i + taken + 1))
            break;
        buf_char(&s->words, '-');
        if (next->ascii)
            buf_add(&s->words, token_text(s, next));
        else
            add_plain(s, next);
        taken += 2;
    }
    return taken;
}

// "[T]he stakes": a letter that an editor put in belongs to the word behind.
static uint32_t spell_edited(Spelling *s, uint32_t i)
{
    const Token *rest = token_of(s, i + 2);
    if (!is_one_letter(token_of(s, i)) || !is_joint(s, i + 1, ']') ||
        !is_mark(token_before(s, i, 1), '[') || rest->letter_case != CASE_LOWER || !rest->ascii)
        return 0;
    add_words(&s->words, token_text(s, token_of(s, i)));
    buf_add(&s->words, token_text(s, rest));
    return 3;
}

// "α", "β-carotene": a Greek letter alone is said by its name.
static uint32_t spell_greek(Spelling *s, uint32_t i)
{
    static const char *const LETTERS[] = {
        "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",   "theta", "iota",
        "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",    "rho",   "sigma",
        "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega",
    };
    const Token *t = token_of(s, i);
    if (t->ascii || t->stem != 2)
        return 0;
    uint32_t code = utf8_at(s->text, t->span.beg).code;
    if (code >= 0x391 && code <= 0x3A9)
        code += 0x20;
    if (code < 0x3B1 || code > 0x3C9)
        return 0;
    add_words(&s->words, str_from(LETTERS[code - 0x3B1]));
    return 1;
}

// One letter behind a measure: "3 ft x 4 ft" is by.
static uint32_t spell_by(Spelling *s, uint32_t i)
{
    if (token_of(s, i)->stem != 1)
        return 0;
    const Token *before = token_before(s, i, 1);
    if (token_is(s, before, "degrees") && token_of(s, i)->letter_case == CASE_UPPER) {
        char scale = s->text.data[token_of(s, i)->span.beg];
        if (scale == 'C' || scale == 'F') { // "88 degrees F"
            add_words(&s->words, scale == 'C' ? STR("Celsius") : STR("Fahrenheit"));
            return 1;
        }
    }
    if (!token_is(s, token_of(s, i), "x") || token_of(s, i)->glued ||
        !is_number(token_of(s, i + 1)) ||
        !(find_measure(token_stem(s, before)) || is_mark(before, '"') || is_mark(before, 0x2033)))
        return 0;
    ADD_WORDS(&s->words, "by");
    return 1;
}

static uint32_t spell_word(Spelling *s, uint32_t i)
{
    uint32_t taken = spell_lexicon(s, i);
    if (!taken)
        taken = spell_edited(s, i);
    if (!taken)
        taken = spell_greek(s, i);
    if (!taken)
        taken = spell_by(s, i);
    if (taken || is_ordinary(s, i))
        return taken ? taken : spell_plain(s, i);
    taken = is_in_row(s, i) ? try_rules(s, i, ROW_RULES, COUNT(ROW_RULES))
                            : try_rules(s, i, WORD_RULES, COUNT(WORD_RULES));
    return taken ? taken : spell_plain(s, i);
}

// Symbols that are words; sorted by code.
static const struct {
    uint32_t code;
    const char *spoken;
} SYMBOLS[] = {
    {'$', "dollars"},      {'%', "percent"},         {'&', "and"},        {'+', "plus"},
    {'=', "equals"},       {0xA2, "cents"},          {0xA3, "pounds"},    {0xA5, "yen"},
    {0xA7, "section"},     {0xA9, "copyright"},      {0xB0, "degrees"},   {0xB1, "plus or minus"},
    {0xB2, "squared"},     {0xB3, "cubed"},          {0xB6, "paragraph"}, {0xBC, "a quarter"},
    {0xBD, "a half"},      {0xBE, "three quarters"}, {0xD7, "times"},     {0xF7, "divided by"},
    {0x2030, "per mille"}, {0x20AC, "euros"},        {0x2116, "number"},  {0x221E, "infinity"},
    {0x2248, "about"},     {0x2260, "is not"},       {0x2264, "at most"}, {0x2265, "at least"},
};

static const char *symbol_words(uint32_t code)
{
    for (size_t i = 0; i < COUNT(SYMBOLS); i++)
        if (SYMBOLS[i].code == code)
            return SYMBOLS[i].spoken;
    return NULL;
}

// "a B- rating", "AA-"
static bool is_grade(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *grade = token_before(s, i, 1);
    if (!is_mark(t, '-') || !t->glued || token_of(s, i + 1)->glued ||
        grade->letter_case != CASE_UPPER || grade->glued)
        return false;
    Str letters = token_stem(s, grade);
    return letters.len <= 3 && strspn(letters.data, "ABCDF") >= letters.len;
}

// "1 - 2 = 5": a dash between numbers of a sum.
static bool is_minus(const Spelling *s, uint32_t i)
{
    if (is_grade(s, i))
        return true;
    const Token *zone = token_before(s, i, 1); // "GMT-5"
    if (is_dash(token_of(s, i)) && token_of(s, i)->glued && is_number(token_of(s, i + 1)) &&
        zone->letter_case == CASE_UPPER && (token_is(s, zone, "gmt") || token_is(s, zone, "utc")))
        return true;
    return is_dash(token_of(s, i)) && is_number(token_before(s, i, 1)) &&
           is_number(token_of(s, i + 1)) && is_mark(token_of(s, i + 2), '=');
}

// "noon-3pm", "200 BC-AD 200": a dash between what no rule takes as a whole.
static bool is_until(const Spelling *s, uint32_t i)
{
    static const char *const FROM[] = {"ad", "bc", "bce", "midday", "midnight", "noon"};
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    return is_dash(t) && t->glued && next->glued && TOKEN_IN(s, token_before(s, i, 1), FROM) &&
           (is_number(next) || token_is(s, next, "ad") || token_is(s, next, "noon") ||
            token_is(s, next, "midnight"));
}

// "3 < 5" is a comparison; a bracket of markup is nothing.
static const char *comparison_words(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if ((t->code != '<' && t->code != '>') || !is_number(token_of(s, i + 1)) ||
        !is_number(token_before(s, i, 1)))
        return NULL;
    return t->code == '<' ? "is less than" : "is more than";
}

// "in C#"
static bool is_sharp(const Spelling *s, uint32_t i)
{
    const Token *note = token_before(s, i, 1);
    return is_mark(token_of(s, i), '#') && token_of(s, i)->glued && is_one_letter(note) &&
           is_capitalised(note);
}

// A sign with no meaning where it stands: "$$$", "$ABC", and what is left of
// letters that were decoded wrong ("clichÃ©").
static bool is_sign_alone(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *before = token_before(s, i, 1), *next = token_of(s, i + 1);
    bool repeated = (next->glued && next->code == t->code) || (t->glued && before->code == t->code);
    if (t->code == '$' || t->code == 0x20AC || t->code == 0xA3)
        return repeated || (next->glued && is_word(next));
    if (t->code == '=')
        return repeated;
    return t->glued && is_word(before) && (t->code == 0xA9 || t->code == 0xA7 || t->code == 0xB6);
}

// The digit of a small raised one; -1: none. "10⁶"
static int raised_digit(uint32_t code)
{
    if (code >= 0x2074 && code <= 0x2079)
        return (int)(code - 0x2070);
    return code == 0x2070 ? 0 : code == 0xB9 ? 1 : code == 0xB2 ? 2 : code == 0xB3 ? 3 : -1;
}

// "10⁶", "10⁻³": powers; a raised number behind a word is a note's and is not said.
static uint32_t spell_power(Spelling *s, uint32_t i)
{
    const Token *base = token_before(s, i, 1);
    bool ten = is_number(base) && str_equal(token_text(s, base), STR("10"));
    if (!token_of(s, i)->glued || !ten)
        return 0;
    uint32_t taken = is_mark(token_of(s, i), 0x207B); // raised minus
    char digits[4];
    size_t n = 0;
    while (n < sizeof digits && raised_digit(token_of(s, i + taken)->code) >= 0)
        digits[n++] = (char)('0' + raised_digit(token_of(s, i + taken++)->code));
    if (n == 0)
        return 0;
    add_words(&s->words, is_mark(token_of(s, i), 0x207B) ? STR("to the minus") : STR("to the"));
    add_cardinal(&s->words, (Str){digits, n});
    return taken;
}

static uint32_t spell_symbol(Spelling *s, uint32_t i)
{
    uint32_t power = token_of(s, i)->code >= 0xB2 ? spell_power(s, i) : 0;
    if (power)
        return power;
    const char *words = is_minus(s, i) ? "minus" : comparison_words(s, i);
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    if (!words && is_until(s, i))
        words = "to";
    if (!words && is_sharp(s, i))
        words = "sharp";
    if (!words && t->code == '@' && i > 0 && !t->glued && !next->glued && next->kind != TOKEN_END)
        words = "at";
    if (!words && t->code == '^' && t->glued && next->glued && is_number(next))
        words = "to the";
    if (!words && is_mark(t, '&') && token_is(s, next, "c") && next->glued &&
        is_mark(token_of(s, i + 2), '.')) {
        ADD_WORDS(&s->words, "et cetera");
        return 3;
    }
    if (!words && t->code == 0xA7 && next->code == 0xA7) {
        ADD_WORDS(&s->words, "sections");
        return 2;
    }
    if (!words && is_mark(t, '+') && is_mark(next, '/') && is_dash(token_of(s, i + 2)) &&
        token_of(s, i + 2)->glued) {
        ADD_WORDS(&s->words, "plus or minus");
        return 3;
    }
    if (!words && !is_sign_alone(s, i))
        words = symbol_words(t->code);
    if (!words)
        return 0;
    add_words(&s->words, str_from(words));
    return 1;
}

// "He was... late" goes on; "Well... He left" does not.
static char pause_of_ellipsis(const Spelling *s, uint32_t behind)
{
    const Token *next = token_of(s, behind);
    return next->kind == TOKEN_END || next->letter_case == CASE_TITLE ? '.' : ',';
}

// A full stop inside a sentence is an unknown abbreviation's, or a dot inside
// a name, unless a capital follows: "Gal. three", "Node.js".
static char stop_mark(const Spelling *s, uint32_t i)
{
    const Token *next = token_of(s, i + 1);
    if (is_mark(token_before(s, i, 1), '.'))
        return 0; // the first of "..." speaks for all
    if (is_mark(next, '.')) {
        uint32_t behind = i + 2;
        while (is_mark(token_of(s, behind), '.'))
            behind++;
        return pause_of_ellipsis(s, behind);
    }
    if (is_number(next) || (is_word(next) && !is_capitalised(next)))
        return 0;
    return next->glued && is_word(next) && is_one_letter(next) ? 0 : '.';
}

static char dash_mark(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    bool hyphen = t->code == '-' || t->code == 0x2010 || t->code == 0x2011 || t->code == 0x2013;
    bool joined = token_is(s, next, "and") || token_is(s, next, "or") || token_is(s, next, "to");
    if (hyphen && t->glued && joined)
        return 0; // "20- to 30-mile stretches"
    return hyphen && t->glued && next->glued && !is_dash(next) ? 0 : ',';
}

// Punctuation of prosody that a mark stands for; 0: none.
static char prosody(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    bool joint = t->glued && token_of(s, i + 1)->glued;
    if (is_dash(t))
        return dash_mark(s, i);
    switch (t->code) {
    case '.':
        return stop_mark(s, i);
    case ',':
    case ';':
    case '?':
    case '!':
        return (char)t->code;
    case ':':
        return joint && is_word(token_of(s, i + 1)) ? 0 : ':';
    case '(':
    case '[':
    case '{':
        return t->glued ? 0 : ',';
    case ')':
    case ']':
    case '}':
        return token_of(s, i + 1)->glued && is_word(token_of(s, i + 1)) ? 0 : ',';
    case '|':
    case 0x2022:
    case 0x3001:
    case 0x60C:
    case 0xFF0C:
        return ',';
    case 0x2026:
        return pause_of_ellipsis(s, i + 1);
    case 0x3002:
    case 0x964:
    case 0x6D4:
    case 0xFF0E:
        return '.';
    case 0xFF1F:
    case 0x61F:
        return '?';
    case 0xFF01:
        return '!';
    case 0xFF1B:
    case 0x61B:
        return ';';
    case 0xFF1A:
        return ':';
    default:
        return 0;
    }
}

static uint32_t spell_number(Spelling *s, uint32_t i)
{
    uint32_t taken = spell_lexicon(s, i);
    return taken ? taken : try_rules(s, i, NUMBER_RULES, COUNT(NUMBER_RULES));
}

// Most marks are no part of a form, and need not be shown to every rule.
static bool is_pure_punctuation(const Spelling *s, uint32_t i)
{
    uint32_t c = token_of(s, i)->code;
    if (c == '.')
        return !token_of(s, i + 1)->glued;
    switch (c) {
    case ',':
    case ';':
    case ':':
    case '?':
    case '!':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '"':
        return true;
    default:
        return code_is_quote_mark(c);
    }
}

static uint32_t spell_mark(Spelling *s, uint32_t i)
{
    uint32_t taken = spell_lexicon(s, i);
    if (taken || is_pure_punctuation(s, i))
        return taken;
    taken = try_rules(s, i, MARK_RULES, COUNT(MARK_RULES));
    return taken ? taken : spell_symbol(s, i);
}

// "HB2's", "the 747's", "Ken Griff Jr.'s": what hangs on a number or a full stop.
static uint32_t add_clitic(Spelling *s, uint32_t i)
{
    const Token *mark = token_of(s, i), *letter = token_of(s, i + 1);
    const Token *last = token_of(s, i - 1);
    if (s->words.len == 0 || !(is_number(last) || is_mark(last, '.')) || !mark->glued ||
        !is_apostrophe(mark->code) || !letter->glued || !token_is(s, letter, "s"))
        return 0;
    buf_add(&s->words, STR("'s"));
    return 2;
}

static uint32_t spell_token(Spelling *s, uint32_t i)
{
    switch (token_of(s, i)->kind) {
    case TOKEN_WORD:
        return spell_word(s, i);
    case TOKEN_NUMBER:
        return spell_number(s, i);
    case TOKEN_MARK:
    case TOKEN_END:
        break;
    }
    return spell_mark(s, i);
}

// Signs of code by their names; NULL: none.
static const char *sign_name(uint32_t code)
{
    static const struct {
        char sign;
        const char *name;
    } NAMES[] = {
        {'!', "exclamation mark"},
        {'"', "quote"},
        {'#', "hash"},
        {'$', "dollar"},
        {'%', "percent"},
        {'&', "ampersand"},
        {'\'', "apostrophe"},
        {'(', "open parenthesis"},
        {')', "close parenthesis"},
        {'*', "star"},
        {'+', "plus"},
        {',', "comma"},
        {'-', "dash"},
        {'.', "dot"},
        {'/', "slash"},
        {':', "colon"},
        {';', "semicolon"},
        {'<', "less than"},
        {'=', "equals"},
        {'>', "greater than"},
        {'?', "question mark"},
        {'@', "at"},
        {'[', "open bracket"},
        {'\\', "backslash"},
        {']', "close bracket"},
        {'^', "caret"},
        {'_', "underscore"},
        {'`', "backtick"},
        {'{', "open brace"},
        {'|', "bar"},
        {'}', "close brace"},
        {'~', "tilde"},
    };
    for (size_t i = 0; i < COUNT(NAMES); i++)
        if ((uint32_t)NAMES[i].sign == code)
            return NAMES[i].name;
    return NULL;
}

// "x[0] != 1.5;" sign by sign.
static uint32_t spell_sample(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (is_word(t) && is_one_letter(t))
        add_letters(s, token_text(s, t));
    else if (is_word(t))
        add_plain(s, t);
    else if (is_number(t))
        add_cardinal(&s->words, token_digits(s->text, t, s->arena));
    else if (sign_name(t->code))
        add_words(&s->words, str_from(sign_name(t->code)));
    return s->words.len > 0;
}

static bool begins_row(const Spelling *s, uint32_t i)
{
    if (i == s->first)
        return false;
    Str gap = str_span(s->text, (Span){s->tokens[i - 1].span.end, s->tokens[i].span.beg});
    return memchr(gap.data, '\n', gap.len) != NULL;
}

// What a foreign language's text is: words and digits as they stand.
static uint32_t spell_foreign(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    uint32_t taken = spell_lexicon(s, i);
    if (taken)
        return taken;
    return is_word(t) ? spell_plain(s, i) : spell_foreign_form(s, i);
}

bool is_english(Str language)
{
    return language.len == 0 || (str_equal_nocase(str_slice(language, 0, 2), STR("en")) &&
                                 (language.len == 2 || !is_alnum(language.data[2])));
}

static Spelling new_spelling(Str text, Span around, Span at, const SpellOptions *options,
                             Arena *arena)
{
    Span context = {at.beg - around.beg > CONTEXT ? at.beg - CONTEXT : around.beg, at.beg};
    while (context.beg < at.beg && ((unsigned char)text.data[context.beg] & 0xC0) == 0x80)
        context.beg++;
    Tokens tokens = {0};
    cut_tokens(text, context, arena, &tokens);
    uint32_t first = tokens.count;
    cut_tokens(text, at, arena, &tokens);
    return (Spelling){.text = text,
                      .tokens = tokens.items,
                      .count = tokens.count,
                      .first = first,
                      .options = options,
                      .arena = arena,
                      .words = new_buf(arena)};
}

// Most words are said as they are written, and no rule need be asked.
static bool is_said_as_written(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    return t->letters && t->stem > 1 && t->ascii && !s->options->lexicon_count &&
           is_ordinary(s, i) && !is_joint(s, i + 1, '-');
}

static void spell_tokens(Spelling *s, Output *o, bool english)
{
    bool rules = english && !s->options->name_signs;
    for (uint32_t i = s->first; i < s->count;) {
        if (rules && is_said_as_written(s, i)) {
            put_unit(o, s->tokens[i].span, token_text(s, &s->tokens[i]));
            i++;
            continue;
        }
        s->words.len = 0;
        s->said = (Str){0};
        bool sample = english && s->options->name_signs;
        if (sample && begins_row(s, i))
            note_mark(o, ',');
        uint32_t taken = sample    ? spell_sample(s, i)
                         : english ? spell_token(s, i)
                                   : spell_foreign(s, i);
        uint32_t clitic = english && taken && !sample ? add_clitic(s, i + taken) : 0;
        taken += clitic;
        s->said_owned |= clitic > 0;
        if (taken == 0) {
            note_mark(o, prosody(s, i));
            i++;
            continue;
        }
        Span written = {s->tokens[i].span.beg, s->tokens[i + taken - 1].span.end};
        put_unit(o, written, compose(buf_str(&s->words), o->arena));
        if (s->said.len && s->words.len)
            put_said(o, s->said, s->said_owned);
        i += taken;
    }
    flush_mark(o);
}

// The far half of the arena is scratch: tokens take several times the bytes of
// the text. What is kept is copied to the near half in its exact size.
static Arena far_half(const Arena *arena)
{
    size_t room = (size_t)(arena->end - arena->beg);
    return (Arena){arena->beg + room / 2, arena->end, arena->full};
}

static void keep(const Output *o, Arena *arena, Line *line)
{
    line->spoken = str_copy(buf_str(&o->spoken), arena);
    line->units.count = line->units.capacity = o->units.count;
    line->units.items = ALLOC(arena, Unit, o->units.count);
    if (o->units.count)
        memcpy(line->units.items, o->units.items, o->units.count * sizeof(Unit));
    for (uint32_t i = 0; i < o->said.count; i++)
        *PUSH(&line->said, arena) =
            (Said){o->said.items[i].spoken, str_copy(o->said.items[i].phonemes, arena)};
}

void spell_span(Str text, Span around, Span at, const SpellOptions *options, Arena *arena,
                Line *line)
{
    Arena scratch = far_half(arena);
    Output o = {.spoken = new_buf(&scratch), .arena = &scratch};
    buf_reserve(&o.spoken, (size_t)(at.end - at.beg) * 2);
    Spelling s = new_spelling(text, around, at, options, &scratch);
    spell_tokens(&s, &o, is_english(options->language));
    keep(&o, arena, line);
}
