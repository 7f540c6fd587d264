#include "split/period.h"

// "l'Ing" and "dell'Avv" are "Ing" and "Avv" to the tables; "Kerry's" is not
// "s".
static Str without_elision(Str word)
{
    enum { ARTICLE_MAX = 5, LEAST = 2 };
    for (size_t i = 0; i < word.len && i <= ARTICLE_MAX;) {
        Char c = utf8_at(word, i);
        i += c.len;
        if (code_is_apostrophe(c.code) && word.len - i >= LEAST)
            return str_slice(word, i, word.len);
    }
    return word;
}

// "R-Calif" is "Calif", "30-Feb" is "Feb", "Lt.-Gen" is "Gen".
static Str without_hyphen(Str word)
{
    for (size_t i = word.len; i > 0; i--)
        if (word.data[i - 1] == '-' || word.data[i - 1] == '/')
            return str_slice(word, i, word.len);
    return word;
}

Abbreviation kind_of(Str word, Family family)
{
    Abbreviation kind = abbreviation_of(word, family);
    Str rest = without_elision(word);
    if (kind == ABBREVIATION_NONE && rest.len < word.len)
        kind = abbreviation_of(rest, family);
    rest = without_hyphen(word);
    // "non-U.S." but not "the four-p."
    if (kind == ABBREVIATION_NONE && rest.len < word.len && rest.len > 1)
        kind = abbreviation_of(rest, family);
    return kind;
}

// "U.S", "Ph.D", "j.k", "J.-P": letters parted by stops, none of the parts a
// long word.
static bool is_dotted(Str word)
{
    size_t part = 0, dots = 0;
    for (size_t i = 0; i < word.len;) {
        Char c = utf8_at(word, i);
        bool dot = c.code == '.', hyphen = c.code == '-' && part == 0 && dots > 0;
        part = dot || hyphen ? 0 : part + 1;
        dots += dot;
        if (part > 2 || (!dot && !hyphen && !code_is_letter(c.code)))
            return false;
        i += c.len;
    }
    return dots > 0;
}

// "z. B", "т. д", "s. r. o": `word` with the single letters before it, blanks
// left out; empty where none is. Bytes go to `room`.
static Str join_letters(const Place *p, Str word, size_t letters, char room[WORD_MAX])
{
    size_t len = word.len;
    if (len > WORD_MAX / 4)
        return (Str){0};
    memcpy(room + WORD_MAX - len, word.data, len);
    Str at = word;
    for (size_t i = 0; i < letters; i++) {
        at = word_further_back(p, at);
        if (at.len < 2 || at.data[at.len - 1] != '.' ||
            !is_letter_alone(str_slice(at, 0, at.len - 1)))
            return (Str){0};
        len += at.len;
        memcpy(room + WORD_MAX - len, at.data, at.len);
    }
    return (Str){room + WORD_MAX - len, len};
}

static Abbreviation kind_of_joined(const Place *p, Str word)
{
    char room[WORD_MAX];
    for (size_t letters = word.len <= 6 ? 2 : 0; letters > 0; letters--) {
        Abbreviation kind = abbreviation_of(join_letters(p, word, letters, room), p->family);
        if (kind != ABBREVIATION_NONE)
            return kind;
    }
    return ABBREVIATION_NONE;
}

static bool follower_is_initial(Str text, const Follower *f)
{
    uint32_t end = f->at + (uint32_t)f->word.len;
    return is_letter_alone(f->word) && end < text.len && text.data[end] == '.';
}

// "vol. II", "sec. XV"; "no. I" is "no." and "I".
static bool is_roman(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!memchr("IVXL", word.data[i], 4))
            return false;
    return word.len > 1 || (word.len == 1 && word.data[0] != 'I');
}

// Whether nothing but signs, or one word that captions count with, stands
// before `beg` in the sentence: "3.", "• 3.", "Figure 3."
static bool number_heads(const Place *p, uint32_t beg)
{
    if (beg - p->sentence > WORD_MAX)
        return false;
    uint32_t at = p->sentence;
    for (Char c = utf8_at(p->text, at); at < beg && !code_is_letter(c.code);
         c = utf8_at(p->text, at)) {
        if (code_is_digit(c.code))
            return false;
        at += c.len;
    }
    if (at >= beg)
        return true;
    Str word = word_at(p->text, at);
    return word_counts(word) && skip_blanks(p->text, at + (uint32_t)word.len) == beg;
}

// "There are rules: 1. Rest. 2. Wait."
static bool number_opens_list(const Place *p, Str number)
{
    uint32_t beg = offset_of(p, number);
    return str_equal(number, STR("1")) && beg > p->sentence + 2 && p->text.data[beg - 1] == ' ' &&
           p->text.data[beg - 2] == ':';
}

// "der 2. Bezirk", but "Er wurde 25. Sie kam."
static bool is_ordinal(const Place *p, Str number, const Follower *f)
{
    bool stops = p->family == FAMILY_GERMANIC || p->family == FAMILY_UNKNOWN;
    return stops && f->begin == BEGIN_UPPER && !f->starts && !f->opened &&
           word_precedes_ordinal(word_further_back(p, number));
}

// "am 3. Oktober", "vom 1. -3. Jahrhundert"; a number at the head counts what
// follows.
static bool number_goes_on(const Place *p, Str number, const Follower *f)
{
    if (number.len <= 3 && number_heads(p, offset_of(p, number)))
        return true;
    if (number.len > 2)
        return false;
    bool range = f->dashed && f->begin == BEGIN_DIGIT;
    bool ordinal = p->family != FAMILY_ENGLISH && word_follows_ordinal(f->word);
    return range || ordinal || is_ordinal(p, number, f) || number_opens_list(p, number);
}

// Whether a number stands before `word`: "1998 г", "XIX в", "400 B.C".
static bool behind_number(const Place *p, Str word)
{
    Str before = word_further_back(p, word);
    return before.len > 0 && (is_digit(before.data[before.len - 1]) || is_roman(before));
}

static bool capital_goes_on(const Place *p, Str letter, const Follower *f)
{
    if (f->starts || (str_equal(letter, STR("I")) && f->opened))
        return false;
    // "Take vitamin C. Doctors say": what is counted with letters, before a
    // clause.
    return !(word_takes_letter(word_further_back(p, letter)) && clause_follows(p->text, f));
}

// One letter and a stop: an initial, unless the next word begins a sentence:
// "Ruth B. Ames spoke", but "She took vitamin C. It helped".
static bool letter_goes_on(const Place *p, Str letter, const Follower *f)
{
    Char c = utf8_at(letter, 0);
    // "Q. Who came? A. He did."
    if (offset_of(p, letter) == p->sentence && c.code != 'I')
        return true;
    if (f->begin == BEGIN_UNCASED)
        return !code_is_upper(c.code) && !code_is_lower(c.code);
    if (f->begin != BEGIN_UPPER)
        return !(c.code == 'I' && f->begin == BEGIN_DIGIT);
    if (code_is_upper(c.code))
        return capital_goes_on(p, letter, f);
    // "z. B.", but "w 2010 r. Ona"
    return follower_is_initial(p->text, f) || (!f->starts && !behind_number(p, letter));
}

// "At 9 a.m. Dr. Ito left": a time that opens the sentence belongs to what
// follows.
static bool time_heads(const Place *p, Str word)
{
    if (offset_of(p, word) - p->sentence > 20)
        return false;
    Str first = word_at(p->text, p->sentence);
    return str_equal_nocase(first, STR("at")) || str_equal_nocase(first, STR("by"));
}

// "The 1 p.m. Senate vote": behind an article a time describes what follows.
static bool time_describes(const Place *p, Str word)
{
    static const char *const ARTICLES[] = {"A", "An", "The", "a", "an", "the", "this"};
    Str number = word_further_back(p, word);
    Str article = number.len ? word_further_back(p, number) : (Str){0};
    for (size_t i = 0; i < COUNT(ARTICLES); i++)
        if (str_equal(article, str_from(ARTICLES[i])))
            return true;
    return false;
}

static bool time_goes_on(const Place *p, Str word, const Follower *f)
{
    if (f->begin != BEGIN_UPPER)
        return f->begin == BEGIN_SYMBOL;
    return word_follows_time(f->word) || time_heads(p, word) ||
           (!f->starts && time_describes(p, word));
}

// "He lives near Fargo, N.D. Wheat grows there", but "the Newark, N.J. mayor".
static bool state_goes_on(const Place *p, Str word, const Follower *f)
{
    Str before = word_further_back(p, word);
    uint32_t end = offset_of(p, word);
    bool comma = before.len == 0 && end > p->sentence + 1 && p->text.data[end - 2] == ',';
    return !comma || f->bracketed || word_is_office(f->word) || word_follows_time(f->word) ||
           kind_of(f->word, FAMILY_ENGLISH) == ABBREVIATION_TITLE;
}

static bool is_courtesy(Str word)
{
    return str_equal(word, STR("Mr")) || str_equal(word, STR("Mrs")) || str_equal(word, STR("Ms"));
}

static bool number_follows(const Follower *f, Str text)
{
    static const uint32_t SIGNS[] = {'$', '#', 0xA3, 0x20AC, 0xA7, 0xB1, '~', '+', '%'};
    uint32_t c = utf8_at(text, f->at).code;
    bool sign = false;
    for (size_t i = 0; i < COUNT(SIGNS); i++)
        sign |= f->begin == BEGIN_SYMBOL && c == SIGNS[i];
    // "Art. I, § 8", "Vol. I, p. 5"
    uint32_t end = f->at + (uint32_t)f->word.len;
    bool one = str_equal(f->word, STR("I")) && end < text.len && strchr(",.;:)", text.data[end]);
    return f->begin == BEGIN_DIGIT || sign || one || (f->begin == BEGIN_UPPER && is_roman(f->word));
}

// Whether the sentence goes on before a capital, behind an abbreviation.
static bool goes_on_before_capital(const Place *p, Abbreviation kind, Str word, const Follower *f)
{
    if (f->starts || is_courtesy(f->word) || kind == ABBREVIATION_LAST)
        return false;
    if (kind == ABBREVIATION_STATE)
        return state_goes_on(p, word, f);
    bool day = kind == ABBREVIATION_MONTH && word_follows_time(f->word);
    return kind == ABBREVIATION_EITHER || day || !clause_follows(p->text, f);
}

static bool abbreviation_goes_on(const Place *p, Abbreviation kind, Str word, const Follower *f)
{
    if (kind == ABBREVIATION_INNER)
        return true;
    // "She asked the Prof. He did not know. She asked the Dr. A nurse came."
    if (kind == ABBREVIATION_TITLE)
        return !word_is_no_name(f->word) &&
               !(str_equal(f->word, STR("A")) && clause_follows(p->text, f));
    if (kind == ABBREVIATION_TIME)
        return time_goes_on(p, word, f);
    if (kind == ABBREVIATION_NUMBER)
        return f->begin == BEGIN_LOWER || number_follows(f, p->text) ||
               (word.len == 1 && !f->starts);
    return f->begin != BEGIN_UPPER || goes_on_before_capital(p, kind, word, f);
}

// Whether a bracket is open behind the last 100 bytes: "(b. 1949; div. 1964)".
static bool in_brackets(const Place *p, uint32_t at)
{
    uint32_t least = at > p->sentence + 100 ? at - 100 : p->sentence;
    while (at > least) {
        char c = p->text.data[--at];
        if (c == ')')
            return false;
        if (c == '(')
            return true;
    }
    return false;
}

// "P.S." before a postscript, "St." and "U.S." at the head; "No." is an answer.
static bool heads_sentence(const Place *p, Abbreviation kind, Str word)
{
    return offset_of(p, word) == p->sentence && kind != ABBREVIATION_NUMBER &&
           kind != ABBREVIATION_LAST && kind != ABBREVIATION_TAIL;
}

// "EE. UU.", "RR. HH.": doubled letters are a plural.
static bool is_doubled(Str word)
{
    return word.len == 2 && is_upper(word.data[0]) && word.data[0] == word.data[1];
}

// Lines set in capitals: "MS. COLE: I did."
static bool is_shouted_title(Str word, const Follower *f)
{
    return f->word.len > 1 && all_upper(f->word) &&
           (str_equal(word, STR("MS")) || str_equal(word, STR("ST")) ||
            str_equal(word, STR("LT")) || str_equal(word, STR("MT")));
}

static bool dotted_goes_on(const Place *p, Str word, const Stop *stop, const Follower *f)
{
    static const char *const ERAS[] = {"A.D", "B.C", "B.C.E", "C.E"};
    if (f->begin != BEGIN_UPPER)
        return true;
    for (size_t i = 0; i < COUNT(ERAS); i++)
        if (str_equal(word, str_from(ERAS[i])) && behind_number(p, word))
            return false;
    return !f->starts && !stop->quoted && !is_courtesy(f->word);
}

// "3.1. Methods": the number of a part of a text.
static bool numbers_head(const Place *p, Str word)
{
    if (word.len == 0 || offset_of(p, word) != p->sentence)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (!is_digit(word.data[i]) && word.data[i] != '.')
            return false;
    return true;
}

// Words that no table holds.
static bool unlisted_goes_on(const Place *p, Str word, const Stop *stop, const Follower *f)
{
    if (is_letter_alone(word))
        return letter_goes_on(p, word, f);
    if (is_dotted(word))
        return dotted_goes_on(p, word, stop, f);
    if ((is_doubled(word) && is_doubled(f->word)) || is_shouted_title(word, f))
        return true;
    // "Hauptstr. 5"
    if (p->family == FAMILY_GERMANIC && str_ends(word, STR("str")))
        return f->begin == BEGIN_DIGIT || !f->starts;
    return (all_digits(word) && number_goes_on(p, word, f)) || numbers_head(p, word);
}

bool period_goes_on(const Place *p, const Stop *stop, const Follower *f)
{
    Str word = word_before(p, stop->beg);
    if (word.len == 0)
        return false;
    if (f->begin == BEGIN_DIGIT && stop->end == stop->marks && is_lower(word.data[0]) &&
        word.len <= 4 && in_brackets(p, stop->beg))
        return true;
    // "(«Вести», 2011 г. № 12)"
    if (f->begin == BEGIN_SYMBOL && utf8_at(p->text, f->at).code == 0x2116 &&
        in_brackets(p, stop->beg))
        return true;
    Abbreviation kind = kind_of_joined(p, word);
    bool joined = kind != ABBREVIATION_NONE;
    if (!joined)
        kind = kind_of(word, p->family);
    bool short_form = kind != ABBREVIATION_NONE || is_dotted(word);
    // "ELKO, N.J. -- The ..."
    if (short_form && (f->dashed || heads_sentence(p, kind, word)))
        return true;
    if (kind == ABBREVIATION_NONE)
        return unlisted_goes_on(p, word, stop, f);
    if (is_dotted(word) && !dotted_goes_on(p, word, stop, f) && kind != ABBREVIATION_INNER &&
        kind != ABBREVIATION_TIME)
        return false;
    return !(stop->quoted && f->begin == BEGIN_UPPER) && abbreviation_goes_on(p, kind, word, f);
}
