// Roman numerals: after a thing they count it, after a name they rank it.
#include "phrase/tables.h"

// Sorted; things that are numbered: World War II, Chapter IV, Super Bowl XL.
static const char *const NUMBERED[] = {
    "act",       "acts",     "agni",        "amendment",  "amendments",
    "annex",     "annexes",  "apollo",      "appendices", "appendix",
    "ariane",    "artemis",  "article",     "articles",   "auto",
    "axis",      "bac",      "battlefield", "bk",         "book",
    "books",     "bowl",     "camp",        "canto",      "category",
    "ch",        "chapter",  "chapters",    "chs",        "class",
    "classes",   "column",   "corps",       "creed",      "delta",
    "diabetes",  "division", "episode",     "episodes",   "exhibit",
    "expo",      "factor",   "fantasy",     "fighter",    "figure",
    "footnote",  "fund",     "game",        "gemini",     "gladiator",
    "godfather", "grade",    "group",       "halo",       "hypersensitivity",
    "leg",       "level",    "levels",      "mach",       "mark",
    "meteor",    "mk",       "no",          "note",       "number",
    "olympiad",  "olympics", "option",      "ordinance",  "page",
    "panzer",    "part",     "parts",       "phase",      "phases",
    "plate",     "psalm",    "pt",          "rambo",      "region",
    "rocky",     "round",    "rounds",      "salt",       "saturn",
    "scene",     "schedule", "section",     "sections",   "sector",
    "series",    "sonnet",   "stage",       "stages",     "start",
    "step",      "superman", "table",       "terminator", "theft",
    "tier",      "tiers",    "title",       "titles",     "type",
    "types",     "unit",     "vatican",     "verse",      "vol",
    "volume",    "volumes",  "war",         "wars",       "wrestlemania",
    "zone",
};

// Sorted; rulers and popes, whose single letter is a number: Henry V, Pius X.
static const char *const REIGNING[] = {
    "abdullah",    "albert",      "alexander", "alfonso",   "amenhotep",  "bartholomew",
    "basil",       "benedict",    "carlos",    "catherine", "charles",    "christian",
    "clement",     "constantine", "darius",    "edward",    "elizabeth",  "felipe",
    "ferdinand",   "francis",     "franz",     "frederick", "frederik",   "friedrich",
    "george",      "gregory",     "gustaf",    "gustav",    "haakon",     "harald",
    "henry",       "innocent",    "ivan",      "james",     "john",       "joseph",
    "juan",        "julius",      "karl",      "leo",       "leopold",    "louis",
    "margrethe",   "mary",        "mehmed",    "mohammed",  "murad",      "napoleon",
    "nicholas",    "olav",        "paul",      "peter",     "philip",     "philippe",
    "pius",        "ptolemy",     "rama",      "ramesses",  "ramses",     "richard",
    "robert",      "selim",       "sixtus",    "suleiman",  "theodosius", "thutmose",
    "tutankhamun", "umberto",     "urban",     "victor",    "wilhelm",    "william",
    "xerxes",
};

int roman_value(Str letters)
{
    static const struct {
        const char *digits;
        int value;
    } PARTS[] = {{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100},
                 {"XC", 90},  {"L", 50},   {"XL", 40}, {"X", 10},   {"IX", 9},
                 {"V", 5},    {"IV", 4},   {"I", 1}};
    int value = 0;
    size_t at = 0;
    for (size_t k = 0; k < COUNT(PARTS); k++) {
        Str digits = str_from(PARTS[k].digits);
        int most =
            digits.len == 2 || PARTS[k].value == 5 || PARTS[k].value == 50 || PARTS[k].value == 500
                ? 1
                : 3;
        for (int n = 0; n < most && str_starts(str_slice(letters, at, letters.len), digits); n++) {
            value += PARTS[k].value;
            at += digits.len;
        }
    }
    return at == letters.len ? value : 0;
}

// A king by his office, or the first word of a sentence: "King Charles I was".
static bool opens_sentence(const Spelling *s, uint32_t i)
{
    static const char *const OFFICES[] = {"czar", "emperor", "empress", "kaiser", "king",
                                          "pope", "queen",   "sultan",  "tsar"};
    const Token *before = token_before(s, i, 2);
    return before->kind == TOKEN_END || is_mark(before, '.') || TOKEN_IN(s, before, OFFICES);
}

// Verbs behind "I", which is then the pronoun: "as Elizabeth I knew".
static bool is_pronoun(const Spelling *s, uint32_t i)
{
    static const char *const MINE[] = {"am", "believe", "do", "have", "know", "think"};
    if (opens_sentence(s, i))
        return TOKEN_IN(s, token_of(s, i + 1), MINE);
    static const char *const VERBS[] = {"am",  "believe", "can",  "could", "did",  "do",
                                        "had", "have",    "knew", "know",  "met",  "said",
                                        "saw", "think",   "was",  "will",  "would"};
    return TOKEN_IN(s, token_of(s, i + 1), VERBS);
}

static bool has_only(Str word, const char *letters)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr(letters, word.data[i]))
            return false;
    return true;
}

// The word before token i, beyond the full stop of "Vol. II".
static const Token *thing_before(const Spelling *s, uint32_t i)
{
    const Token *before = token_before(s, i, 1);
    return is_mark(before, '.') && before->glued ? token_before(s, i, 2) : before;
}

// "World Wars I and II": the thing stands before a list.
static bool counts_thing(const Spelling *s, uint32_t i)
{
    const Token *before = token_before(s, i, 1), *thing = thing_before(s, i);
    bool one = is_one_letter(token_of(s, i)) && token_is(s, token_of(s, i), "i");
    if (TOKEN_IN(s, thing, NUMBERED)) // "the part I played" is spoken by somebody
        return !one || (is_capitalised(thing) && !is_pronoun(s, i));
    bool joined = token_is(s, before, "and") || token_is(s, before, "or") ||
                  token_is(s, before, "to") || is_mark(before, ',') || is_dash(before);
    const Token *first = token_before(s, i, 2);
    if (token_is(s, before, "of") && roman_value(token_text(s, first)) && i >= 3)
        return TOKEN_IN(s, thing_before(s, i - 2), NUMBERED); // "Part I of II"
    return joined && is_word(first) && roman_value(token_text(s, first)) &&
           TOKEN_IN(s, token_before(s, i, 3), NUMBERED);
}

// "Felipe VI", "John D. Roe II", "Kwame Osei III" are people; "Voyager II", "INS Roe II"
// and "the Roe II" are not.
static bool is_person(const Spelling *s, uint32_t i)
{
    const Token *last = token_before(s, i, 1), *first = token_before(s, i, 2);
    bool ship = first->letter_case == CASE_UPPER && first->stem > 2;
    if (last->letter_case != CASE_TITLE || token_is(s, first, "the") || ship)
        return false;
    bool initial = is_mark(first, '.') && is_one_letter(token_before(s, i, 3));
    return initial || first->letter_case == CASE_TITLE || first->letter_case == CASE_MIXED ||
           is_dash(first) || (is_one_letter(first) && is_capitalised(first)) ||
           is_first_name(s, last) || token_is(s, token_of(s, i + 1), "of");
}

static bool ranks_name(const Spelling *s, uint32_t i, Str word)
{
    const Token *before = token_before(s, i, 1);
    if (TOKEN_IN(s, before, REIGNING))
        return has_only(word, "IVXL") &&
               !(word.data[0] == 'I' && word.len == 1 && is_pronoun(s, i));
    bool comma = is_mark(before, ','); // "John Roe, III"
    return word.len > 1 && has_only(word, "IVX") && is_person(s, i - comma) &&
           !str_equal(word, STR("XX")) && !str_equal(word, STR("XXX"));
}

// "Voyager II", "OPEC II", "Agni-V": what bears a name and is no person is counted.
static bool counts_name(const Spelling *s, uint32_t i, Str word)
{
    const Token *t = token_of(s, i), *before = token_before(s, i, 1);
    if (is_dash(before) && before->glued && t->glued)
        return has_only(word, "IVX") && token_before(s, i, 2)->letter_case == CASE_TITLE &&
               token_before(s, i, 2)->stem > 2 && !str_equal(word, STR("I"));
    bool named = before->letter_case == CASE_TITLE ||
                 (before->letter_case == CASE_UPPER && before->stem > 2);
    return word.len > 1 && has_only(word, "IVX") && named && !t->glued &&
           !str_equal(word, STR("XX")) && !str_equal(word, STR("XXX"));
}

// "James VI and I": two ranks of one king.
static bool ranks_again(const Spelling *s, uint32_t i)
{
    const Token *first = token_before(s, i, 2);
    return token_is(s, token_before(s, i, 1), "and") && first->letter_case == CASE_UPPER &&
           roman_value(token_text(s, first)) && TOKEN_IN(s, token_before(s, i, 3), REIGNING) &&
           !is_pronoun(s, i);
}

// "the XIV Amendment", "the XXI century"
static bool ranks_thing(const Spelling *s, uint32_t i)
{
    static const char *const RANKED[] = {"amendment", "army",     "centuries", "century",
                                         "congress",  "corps",    "dynasty",   "international",
                                         "legion",    "olympiad", "plenum"};
    return TOKEN_IN(s, token_of(s, i + 1), RANKED) && token_of(s, i)->stem > 1;
}

// "the XVIII session"
static bool is_ranked_there(const Spelling *s, uint32_t i, Str word)
{
    return token_is(s, token_before(s, i, 1), "the") && word.len > 2 && has_only(word, "IVX") &&
           !str_equal(word, STR("XXX"));
}

// What is said as a number wherever it stands: "XVII", "MMXXIV", "(iii)", and
// "II." at the head of a line.
static bool is_number_alone(const Spelling *s, uint32_t i, Str word, int value)
{
    const Token *before = token_before(s, i, 1), *next = token_of(s, i + 1);
    if (word.len > 1 && is_mark(before, '(') && is_mark(next, ')'))
        return has_only(word, "IVXivx");
    if (token_of(s, i)->letter_case == CASE_LOWER)
        return false;
    if (word.len > 1 && before->kind == TOKEN_END && is_mark(next, '.') && has_only(word, "IVX"))
        return true;
    if (value >= 1000)
        return word.len > 4 && value < 2200;
    bool known = find_entry(ACRONYMS.entries, ACRONYMS.count, word) || word.len < 4;
    return word.len > 2 && !str_equal(word, STR("XXX")) &&
           (has_only(word, "IVX") || (!known && value > 30 && value < 100));
}

// "The Godfather II" is no person.
static bool is_work(const Spelling *s, uint32_t i)
{
    return token_is(s, token_before(s, i, 2), "the") &&
           !TOKEN_IN(s, token_before(s, i, 1), REIGNING);
}

// The numeral at token i in digits; empty where there is none. Small letters are
// "ii" and the like: "scene iii".
static Str read_roman(const Spelling *s, uint32_t i, char bytes[8])
{
    const Token *t = token_of(s, i);
    Str word = token_stem(s, t);
    bool small = t->letter_case == CASE_LOWER && word.len > 1 && has_only(word, "ivx");
    if ((t->letter_case != CASE_UPPER && !small) || word.len == 0 || word.len > 15)
        return (Str){0};
    char upper[16];
    for (size_t k = 0; k < word.len; k++)
        upper[k] = (char)to_upper(word.data[k]);
    int value = strchr("IVXLCDM", upper[0]) ? roman_value((Str){upper, word.len}) : 0;
    Str digits = {bytes, 0};
    for (int unit = 1000; unit; unit /= 10)
        if (value >= unit)
            bytes[digits.len++] = (char)('0' + value / unit % 10);
    return digits;
}

uint32_t spell_roman(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    Str word = token_stem(s, t);
    char bytes[8];
    Str digits = read_roman(s, i, bytes);
    if (digits.len == 0)
        return 0;
    int value = (int)digits_value(digits);
    bool small = t->letter_case == CASE_LOWER;
    if (counts_thing(s, i)) {
        add_cardinal(&s->words, digits);
    } else if (!small && (ranks_thing(s, i) || is_ranked_there(s, i, word))) {
        add_ordinal(&s->words, digits);
    } else if (!small && ranks_name(s, i, word)) {
        bool work = is_work(s, i);
        if (!work)
            ADD_WORDS(&s->words, "the");
        if (work)
            add_cardinal(&s->words, digits);
        else
            add_ordinal(&s->words, digits);
    } else if (!small && ranks_again(s, i)) {
        add_ordinal(&s->words, digits);
    } else if (!small && counts_name(s, i, word)) {
        add_cardinal(&s->words, digits);
    } else if (is_number_alone(s, i, word, value)) {
        if (value >= 1000)
            add_year(&s->words, value);
        else
            add_cardinal(&s->words, digits);
    } else {
        return 0;
    }
    add_possessive(s, t);
    // "Louis XIV." in the middle of a sentence has no full stop of its own.
    return 1;
}
