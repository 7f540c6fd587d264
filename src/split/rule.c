#include "split/rule.h"

#include "split/words.h"

enum { WORD_MAX = 48, LOOKAHEAD = 160 };

typedef enum {
    BEGIN_NOTHING,
    BEGIN_LOWER,
    BEGIN_UPPER,
    BEGIN_DIGIT,
    BEGIN_UNCASED,
    BEGIN_SYMBOL
} Begin;

// What stands after a stop and its blanks.
typedef struct {
    Begin begin;
    bool opened;    // an opening mark stands before the word
    bool bracketed; // and one of them is a bracket
    uint32_t at;    // the word
    Str word;       // letters and apostrophes; empty where no letter stands
} Follower;

static bool code_is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019;
}

static bool code_in_word(uint32_t c)
{
    return code_is_letter(c) || code_is_digit(c) || code_is_mark(c) || code_is_apostrophe(c);
}

// The word that begins at `at`, at most WORD_MAX bytes, without a final apostrophe.
static Str word_at(Str text, uint32_t at)
{
    uint32_t end = at, solid = at;
    while (end < text.len && end - at < WORD_MAX) {
        Char c = utf8_at(text, end);
        if (!code_in_word(c.code))
            break;
        end += c.len;
        if (!code_is_apostrophe(c.code))
            solid = end;
    }
    return str_slice(text, at, solid);
}

// "iPhone" and "eBay" begin a sentence as they are.
static bool is_camel(Str word)
{
    return word.len > 2 && is_lower(word.data[0]) &&
           (is_upper(word.data[1]) || (is_lower(word.data[1]) && is_upper(word.data[2])));
}

static Begin begin_of(Char c, Str word)
{
    if (c.len == 0)
        return BEGIN_NOTHING;
    if (code_is_digit(c.code))
        return BEGIN_DIGIT;
    if (code_is_upper(c.code))
        return BEGIN_UPPER;
    if (code_is_lower(c.code))
        return is_camel(word) ? BEGIN_UPPER : BEGIN_LOWER;
    return code_is_letter(c.code) ? BEGIN_UNCASED : BEGIN_SYMBOL;
}

static Follower follower_of(Str text, const Stop *stop)
{
    Follower f = {.at = stop->next};
    Char c = utf8_at(text, f.at);
    while (c.len && f.at - stop->next < LOOKAHEAD &&
           (code_opens(c.code) || code_is_space(c.code))) {
        f.opened |= !code_is_space(c.code);
        f.bracketed |= c.code == '(' || c.code == '[';
        f.at += c.len;
        c = utf8_at(text, f.at);
    }
    f.word = word_at(text, f.at);
    f.begin = begin_of(c, f.word);
    return f;
}

// What stands before the stop, back to a blank or an opening mark: "U.S", "e.g".
static Str word_before(Str text, uint32_t sentence, uint32_t end)
{
    uint32_t beg = end;
    while (beg > sentence && end - beg < WORD_MAX) {
        Char c = utf8_before(text, beg);
        bool inner = code_in_word(c.code) || c.code == '.' || c.code == '-' || c.code == '/' ||
                     c.code == '&' || c.code == 0xB0 || c.code == 0x2116;
        if (!inner || (code_is_apostrophe(c.code) && beg - c.len == sentence))
            break;
        beg -= c.len;
    }
    while (beg < end && code_is_apostrophe(utf8_at(text, beg).code))
        beg += utf8_at(text, beg).len;
    return str_slice(text, beg, end);
}

static bool starts_word(Str text, const Follower *f)
{
    // "A. Lopez" is an initial, not the article.
    uint32_t end = f->at + (uint32_t)f->word.len;
    bool initial = f->word.len == 1 && end < text.len && text.data[end] == '.';
    return !initial && word_starts_sentences(f->word);
}

static bool is_one_letter(Str word)
{
    Char c = utf8_at(word, 0);
    return c.len && c.len == word.len && code_is_letter(c.code);
}

// "U.S", "Ph.D", "j.k": letters parted by stops, none of the parts a long word.
static bool is_dotted(Str word)
{
    size_t part = 0, dots = 0;
    for (size_t i = 0; i < word.len;) {
        Char c = utf8_at(word, i);
        part = c.code == '.' ? 0 : part + 1;
        dots += c.code == '.';
        if (part > 2 || (c.code != '.' && !code_is_letter(c.code)))
            return false;
        i += c.len;
    }
    return dots > 0;
}

static bool all_digits(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!is_digit(word.data[i]))
            return false;
    return word.len > 0;
}

// "the 3. Oktober", "2. Weltkrieg"; "1." at the head of a sentence numbers it.
static bool number_goes_on(Str text, uint32_t sentence, Str number, const Follower *f)
{
    uint32_t beg = (uint32_t)(number.data - text.data);
    bool heads = true;
    for (uint32_t i = sentence; i < beg; i++)
        heads &= !is_alnum(text.data[i]) && (unsigned char)text.data[i] < 0x80;
    if (heads && number.len <= 3)
        return true;
    return number.len <= 2 && word_follows_ordinal(f->word);
}

// One letter and a stop: an initial, unless the next word begins a sentence:
// "Ruth B. Ames spoke", but "She took vitamin C. It helped".
static bool letter_goes_on(Str text, Str letter, const Follower *f)
{
    if (f->begin != BEGIN_UPPER)
        return f->begin != BEGIN_UNCASED && !(letter.data[0] == 'I' && f->begin == BEGIN_DIGIT);
    if (starts_word(text, f))
        return false;
    return !(str_equal(letter, STR("I")) && f->opened);
}

// "At 9 a.m. Dr. Ito left": a time that opens the sentence belongs to what follows.
static bool time_heads(Str text, uint32_t sentence, Str word)
{
    uint32_t beg = (uint32_t)(word.data - text.data);
    if (beg - sentence > 14)
        return false;
    Str first = word_at(text, sentence);
    return str_equal_nocase(first, STR("at")) || str_equal_nocase(first, STR("by"));
}

static bool time_goes_on(Str text, uint32_t sentence, Str word, const Follower *f)
{
    if (f->begin != BEGIN_UPPER)
        return f->begin == BEGIN_SYMBOL;
    return word_follows_time(f->word) || time_heads(text, sentence, word);
}

// Whether the sentence goes on behind an abbreviation.
static bool abbreviation_goes_on(Str text, uint32_t sentence, Abbreviation kind, Str word,
                                 const Follower *f)
{
    switch (kind) {
    case ABBREVIATION_TITLE:
    case ABBREVIATION_INNER:
        return true;
    case ABBREVIATION_NUMBER:
        return f->begin == BEGIN_DIGIT || f->begin == BEGIN_LOWER ||
               (word.len == 1 && !starts_word(text, f));
    case ABBREVIATION_MONTH:
    case ABBREVIATION_EITHER:
        return !(f->begin == BEGIN_UPPER && starts_word(text, f));
    case ABBREVIATION_LAST:
        return f->begin != BEGIN_UPPER;
    case ABBREVIATION_TIME:
        return time_goes_on(text, sentence, word, f);
    case ABBREVIATION_NONE:
        break;
    }
    return false;
}

static bool period_goes_on(Str text, uint32_t sentence, const Stop *stop, const Follower *f)
{
    Str word = word_before(text, sentence, stop->beg);
    if (word.len == 0)
        return false;
    Abbreviation kind = abbreviation_of(word);
    if (kind != ABBREVIATION_NONE)
        return stop->quoted && f->begin == BEGIN_UPPER
                   ? false
                   : abbreviation_goes_on(text, sentence, kind, word, f);
    if (is_one_letter(word))
        return letter_goes_on(text, word, f);
    if (is_dotted(word))
        return !(f->begin == BEGIN_UPPER && (starts_word(text, f) || stop->quoted));
    return all_digits(word) && number_goes_on(text, sentence, word, f);
}

// “Why?” Clinton asked: a name and a verb of speech behind the closing mark.
static bool speaker_follows(Str text, const Follower *f)
{
    if (f->opened)
        return false;
    uint32_t at = f->at;
    for (int names = 0; names < 6; names++) {
        Str word = word_at(text, at);
        if (word.len == 0)
            return false;
        if (names > 0 && word_tells_speech(word))
            return true;
        bool first_person = names == 0 && str_equal(word, STR("I"));
        if (!code_is_upper(utf8_at(word, 0).code) || (!first_person && word_starts_sentences(word)))
            return false;
        at += (uint32_t)word.len;
        at += at < text.len && text.data[at] == '.';
        if (at >= text.len || text.data[at] != ' ')
            return false;
        at++;
    }
    return false;
}

// An ellipsis that stands in brackets marks an omission: "it [...] was late".
static bool in_square_brackets(Str text, const Stop *stop)
{
    return stop->beg > 0 && text.data[stop->beg - 1] == '[' && stop->marks < text.len &&
           text.data[stop->marks] == ']';
}

static bool ellipsis_goes_on(Str text, const Stop *stop, const Follower *f)
{
    if (in_square_brackets(text, stop))
        return true;
    bool first_person = f->word.len > 0 && f->word.data[0] == 'I' &&
                        (f->word.len == 1 || !is_alpha(f->word.data[1]));
    return first_person && !f->opened && !stop->quoted;
}

// Brackets in which stops of East Asian text do not part sentences: 《你好！妈妈》
static bool wide_goes_on(Str text, const Stop *stop)
{
    if (stop->kind != STOP_WIDE)
        return false;
    if (utf8_at(text, stop->beg).code == 0xFF0E && stop->beg > 0 &&
        code_is_digit(utf8_before(text, stop->beg).code))
        return code_is_digit(utf8_at(text, stop->end).code);
    if (stop->end != stop->marks) {
        uint32_t c = utf8_at(text, stop->end).code;
        return (c >= 0x3041 && c <= 0x3096) || c == 0x3001 || c == 0xFF0C;
    }
    for (uint32_t i = stop->end; i < text.len && i - stop->end < LOOKAHEAD;) {
        Char c = utf8_at(text, i);
        if (c.code == 0x300B || c.code == 0x300D || c.code == 0x300F || c.code == 0xFF09)
            return true;
        if (c.code == 0x300A || c.code == 0x300C || c.code == 0x300E || c.code == 0xFF08)
            return false;
        i += c.len;
    }
    return false;
}

bool ends_sentence(Str text, uint32_t sentence, const Stop *stop)
{
    if (stop->next >= text.len)
        return true;
    if (stop->kind == STOP_WIDE)
        return !wide_goes_on(text, stop);
    if (stop->next == stop->end)
        return false;
    Follower f = follower_of(text, stop);
    if (f.begin == BEGIN_LOWER || f.begin == BEGIN_NOTHING)
        return false;
    if (stop->kind == STOP_PERIOD && period_goes_on(text, sentence, stop, &f))
        return false;
    if (stop->kind == STOP_ELLIPSIS && ellipsis_goes_on(text, stop, &f))
        return false;
    return !(stop->quoted && speaker_follows(text, &f));
}
