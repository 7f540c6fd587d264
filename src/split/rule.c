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
    bool dashed;    // or a dash
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

// Bytes of "[...]" and "[…]", which stand for words left out.
static uint32_t omission_len(Str text, uint32_t at)
{
    Str rest = str_slice(text, at, text.len);
    return str_starts(rest, STR("[...]")) || str_starts(rest, STR("[\xE2\x80\xA6]")) ? 5 : 0;
}

static Follower follower_of(Str text, const Stop *stop)
{
    Follower f = {.at = stop->next};
    f.at = skip_blanks(text, f.at + omission_len(text, f.at));
    Char c = utf8_at(text, f.at);
    while (c.len && f.at - stop->next < LOOKAHEAD &&
           (code_opens(c.code) || code_is_space(c.code))) {
        f.opened |= !code_is_space(c.code);
        f.bracketed |= c.code == '(' || c.code == '[';
        f.dashed |= c.code == '-' || c.code == 0x2013 || c.code == 0x2014;
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
    for (Char c = utf8_at(text, beg); beg < end && (code_is_apostrophe(c.code) || c.code == '-');
         c = utf8_at(text, beg))
        beg += c.len;
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

static bool all_lower(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!is_lower(word.data[i]))
            return false;
    return word.len > 0;
}

static bool all_digits(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!is_digit(word.data[i]))
            return false;
    return word.len > 0;
}

// Whether nothing but signs, or one word that captions count with, stands
// between `sentence` and `beg`: "3.", "• 3.", "Figure 3."
static bool number_heads(Str text, uint32_t sentence, uint32_t beg)
{
    if (beg - sentence > WORD_MAX)
        return false;
    uint32_t at = sentence;
    for (Char c = utf8_at(text, at); at < beg && !code_is_letter(c.code); c = utf8_at(text, at)) {
        if (code_is_digit(c.code))
            return false;
        at += c.len;
    }
    if (at >= beg)
        return true;
    Str word = word_at(text, at);
    return word_counts(word) && skip_blanks(text, at + (uint32_t)word.len) == beg;
}

// "am 3. Oktober", "vom 1. -3. Jahrhundert"; a number at the head counts what follows.
static bool number_goes_on(Str text, uint32_t sentence, Str number, const Follower *f)
{
    uint32_t beg = (uint32_t)(number.data - text.data);
    if (number.len <= 3 && number_heads(text, sentence, beg))
        return true;
    bool range = f->dashed && f->begin == BEGIN_DIGIT;
    return number.len <= 2 && (range || word_follows_ordinal(f->word));
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
        // "She asked the Prof. He did not know."
        return !word_is_no_name(f->word);
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

// "l'Ing" and "dell'Avv" are "Ing" and "Avv" to the tables; "Kerry's" is not "s".
static Str without_elision(Str word)
{
    enum { ARTICLE_MAX = 4, LEAST = 2 };
    for (size_t i = 0; i < word.len && i <= ARTICLE_MAX;) {
        Char c = utf8_at(word, i);
        i += c.len;
        if (code_is_apostrophe(c.code) && word.len - i >= LEAST)
            return str_slice(word, i, word.len);
    }
    return word;
}

static Abbreviation kind_of(Str word)
{
    Abbreviation kind = abbreviation_of(word);
    Str rest = without_elision(word);
    bool elided = kind == ABBREVIATION_NONE && rest.len < word.len;
    return elided ? abbreviation_of(rest) : kind;
}

// Whether a bracket is open behind the last 100 bytes: "(b. 1949; div. 1964)".
static bool in_brackets(Str text, uint32_t sentence, uint32_t at)
{
    uint32_t least = at > sentence + 100 ? at - 100 : sentence;
    while (at > least) {
        char c = text.data[--at];
        if (c == ')')
            return false;
        if (c == '(')
            return true;
    }
    return false;
}

static bool period_goes_on(Str text, uint32_t sentence, const Stop *stop, const Follower *f)
{
    Str word = word_before(text, sentence, stop->beg);
    if (word.len == 0)
        return false;
    if (f->begin == BEGIN_DIGIT && stop->end == stop->marks && is_lower(word.data[0]) &&
        word.len <= 4 && in_brackets(text, sentence, stop->beg))
        return true;
    Abbreviation kind = kind_of(word);
    bool short_form = kind != ABBREVIATION_NONE || is_dotted(word);
    // "P.S." before a postscript, "ELKO, N.J. -- The ..."
    if (short_form && (f->dashed || word.data == text.data + sentence))
        return true;
    if (kind != ABBREVIATION_NONE)
        return stop->quoted && f->begin == BEGIN_UPPER
                   ? false
                   : abbreviation_goes_on(text, sentence, kind, word, f);
    // "a. The first, b. the second": a letter that counts.
    bool counts = is_lower(word.data[0]) && word.data == text.data + sentence;
    if (is_one_letter(word))
        return counts || letter_goes_on(text, word, f);
    if (is_dotted(word))
        return !(f->begin == BEGIN_UPPER && (starts_word(text, f) || stop->quoted));
    return all_digits(word) && number_goes_on(text, sentence, word, f);
}

// Where an aside that begins with the comma at `at` ends, with its second comma;
// 0 where a stop or a mark comes first.
static uint32_t skip_aside(Str text, uint32_t at)
{
    uint32_t limit = at + LOOKAHEAD < text.len ? at + LOOKAHEAD : (uint32_t)text.len;
    for (uint32_t i = at + 1; i < limit; i++) {
        if (text.data[i] == ',' && i + 1 < limit && text.data[i + 1] == ' ')
            return i + 1;
        if (text.data[i] == '"' || text.data[i] == '?' || text.data[i] == '!' ||
            text.data[i] == ';')
            return 0;
    }
    return 0;
}

// A verb of speech, or any verb that ends the sentence at once: “Ow!” I howled.
static bool is_telling(Str text, uint32_t at, Str word)
{
    if (word_tells_speech(word))
        return true;
    uint32_t end = at + (uint32_t)word.len;
    return word.len > 3 && all_lower(word) && str_ends(word, STR("ed")) && end < text.len &&
           (text.data[end] == '.' || text.data[end] == ',');
}

// “Why?” Clinton asked: a name and a verb of speech behind the closing mark. An
// aside may stand between: “More!” Gov. Ann Cole, D-Ohio, said.
static bool speaker_follows(Str text, const Follower *f)
{
    uint32_t at = f->at;
    for (int names = 0; names < 6 && !f->opened; names++) {
        Str word = word_at(text, at);
        if (word.len == 0)
            return false;
        if (names > 0 && is_telling(text, at, word))
            return true;
        bool first_person = names == 0 && str_equal(word, STR("I"));
        if (!code_is_upper(utf8_at(word, 0).code) || (!first_person && word_starts_sentences(word)))
            return false;
        at += (uint32_t)word.len;
        at += at < text.len && text.data[at] == '.';
        if (at < text.len && text.data[at] == ',')
            at = skip_aside(text, at);
        if (at == 0 || at >= text.len || text.data[at] != ' ')
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
    // "I was ... I don't know", but "They lost it... I'm done with them."
    bool apart = stop->beg > 0 && is_space(text.data[stop->beg - 1]);
    bool first_person = apart && f->word.len > 0 && f->word.data[0] == 'I' &&
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

// Hasty writers begin sentences in lower case: "they made us wait. never again!!
// go elsewhere". A plain word before the stop, or marks in a row, tell.
static bool ends_before_lower(Str text, uint32_t sentence, const Stop *stop, const Follower *f)
{
    if (stop->quoted || f->opened || stop->end != stop->marks)
        return false;
    if (stop->kind == STOP_MARK)
        return stop->marks - stop->beg > 1;
    Str word = word_before(text, sentence, stop->beg);
    if (stop->kind != STOP_PERIOD || !all_lower(word) || kind_of(word) != ABBREVIATION_NONE)
        return false;
    return word.len > 3 || word_is_short(word);
}

// No blank behind the stop: "It broke down.They did not care". Addresses and
// names of files are told by their other signs.
static bool ends_without_blank(Str text, uint32_t sentence, const Stop *stop)
{
    bool plain = stop->kind == STOP_PERIOD || stop->kind == STOP_MARK;
    if (!plain || stop->beg < sentence + 3 || !is_upper(text.data[stop->end]))
        return false;
    Str word = word_before(text, sentence, stop->beg), next = word_at(text, stop->end);
    bool address = (uint32_t)(word.data - text.data) > sentence && !is_space(word.data[-1]) &&
                   !code_opens((unsigned char)word.data[-1]);
    uint32_t end = stop->end + (uint32_t)next.len;
    bool file = end < text.len && !is_space(text.data[end]) && text.data[end] != ',';
    size_t len = word.len;
    bool lower =
        len >= 3 && all_lower(str_slice(word, len - 3, len)) && !memchr(word.data, '.', len);
    if (address || file || !lower || kind_of(word) != ABBREVIATION_NONE)
        return false;
    return word_starts_sentences(next) ||
           (all_lower(word) && (next.len == 1 || is_lower(next.data[1])));
}

// "Viva Elena! (1965)": the year belongs to the title before it.
static bool year_follows(const Follower *f)
{
    return f->bracketed && f->begin == BEGIN_DIGIT;
}

bool ends_sentence(Str text, uint32_t sentence, const Stop *stop)
{
    if (stop->next >= text.len)
        return true;
    if (stop->kind == STOP_WIDE)
        return !wide_goes_on(text, stop);
    if (stop->next == stop->end)
        return ends_without_blank(text, sentence, stop);
    Follower f = follower_of(text, stop);
    if (f.begin == BEGIN_LOWER)
        return ends_before_lower(text, sentence, stop, &f);
    if (f.begin == BEGIN_NOTHING || year_follows(&f))
        return false;
    if (stop->kind == STOP_PERIOD && period_goes_on(text, sentence, stop, &f))
        return false;
    if (stop->kind == STOP_ELLIPSIS && ellipsis_goes_on(text, stop, &f))
        return false;
    return !(stop->quoted && stop->kind != STOP_PERIOD && speaker_follows(text, &f));
}
