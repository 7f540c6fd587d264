// Roman numerals: after a thing they count it, after a name they rank it.
#include "phrase/tables.h"

// Sorted; things that are numbered: World War II, Chapter IV, Super Bowl XL.
static const char *const NUMBERED[] = {
    "act",
    "acts",
    "annex",
    "apollo",
    "appendix",
    "article",
    "articles",
    "axis",
    "bac",
    "battlefield",
    "book",
    "books",
    "bowl",
    "canto",
    "chapter",
    "chapters",
    "class",
    "column",
    "corps",
    "creed",
    "diabetes",
    "division",
    "episode",
    "episodes",
    "factor",
    "fantasy",
    "figure",
    "game",
    "grade",
    "group",
    "hypersensitivity",
    "level",
    "mark",
    "mk",
    "no",
    "number",
    "olympiad",
    "option",
    "panzer",
    "part",
    "parts",
    "phase",
    "phases",
    "plate",
    "region",
    "rocky",
    "round",
    "scene",
    "schedule",
    "section",
    "sections",
    "series",
    "stage",
    "step",
    "table",
    "theft",
    "tier",
    "title",
    "titles",
    "type",
    "vatican",
    "vol",
    "volume",
    "volumes",
    "war",
    "wars",
};

// Sorted; rulers and popes, whose single letter is a number: Henry V, Pius X.
static const char *const REIGNING[] = {
    "alexander", "alfonso",     "benedict",    "carlos",    "catherine", "charles",   "christian",
    "clement",   "constantine", "edward",      "elizabeth", "felipe",    "ferdinand", "francis",
    "franz",     "frederick",   "friedrich",   "george",    "gregory",   "gustav",    "haakon",
    "harald",    "henry",       "innocent",    "ivan",      "james",     "john",      "joseph",
    "juan",      "julius",      "karl",        "leo",       "leopold",   "louis",     "margrethe",
    "mary",      "mohammed",    "napoleon",    "nicholas",  "olav",      "paul",      "peter",
    "philip",    "philippe",    "pius",        "rama",      "richard",   "robert",    "selim",
    "sixtus",    "suleiman",    "tutankhamun", "urban",     "victor",    "wilhelm",   "william",
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

// Verbs behind "I", which is then the pronoun: "as Elizabeth I knew".
static bool is_pronoun(const Spelling *s, uint32_t i)
{
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

// "World Wars I and II": the thing stands before a list.
static bool counts_thing(const Spelling *s, uint32_t i)
{
    const Token *before = token_before(s, i, 1);
    if (TOKEN_IN(s, before, NUMBERED))
        return true;
    bool joined = token_is(s, before, "and") || token_is(s, before, "or") ||
                  token_is(s, before, "to") || is_mark(before, ',') || is_dash(before);
    const Token *first = token_before(s, i, 2);
    return joined && is_word(first) && roman_value(token_text(s, first)) &&
           TOKEN_IN(s, token_before(s, i, 3), NUMBERED);
}

static bool ranks_name(const Spelling *s, uint32_t i, Str word)
{
    const Token *before = token_before(s, i, 1);
    if (TOKEN_IN(s, before, REIGNING))
        return has_only(word, "IVXL") &&
               !(word.data[0] == 'I' && word.len == 1 && is_pronoun(s, i));
    if (is_mark(before, ','))
        before = token_before(s, i, 2); // "John Roe, III"
    return word.len > 1 && has_only(word, "IVX") && before->letter_case == CASE_TITLE &&
           !str_equal(word, STR("XX")) && !str_equal(word, STR("XXX"));
}

uint32_t spell_roman(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    Str word = token_stem(s, t);
    if (t->letter_case != CASE_UPPER || word.len > 15 || !strchr("IVXLCDM", word.data[0]))
        return 0;
    int value = roman_value(word);
    if (value == 0)
        return 0;
    char bytes[8];
    Str digits = {bytes, 0};
    for (int unit = 1000; unit; unit /= 10)
        if (value >= unit)
            bytes[digits.len++] = (char)('0' + value / unit % 10);
    if (counts_thing(s, i)) {
        add_cardinal(&s->words, digits);
    } else if (ranks_name(s, i, word)) {
        ADD_WORDS(&s->words, "the");
        add_ordinal(&s->words, digits);
    } else {
        return 0;
    }
    add_possessive(s, t);
    // "Louis XIV." in the middle of a sentence has no full stop of its own.
    return 1;
}
