#include "split/around.h"

#include "split/words.h"

bool code_is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019;
}

// A soft hyphen is part of the word that it may part: "eft\u00ADir".
static bool code_is_inner(uint32_t c)
{
    return c == 0xAD || code_is_letter(c) || code_is_digit(c) || code_is_mark(c) ||
           code_is_apostrophe(c);
}

Str word_at(Str text, uint32_t at)
{
    uint32_t end = at, solid = at;
    while (end < text.len && end - at < WORD_MAX) {
        Char c = utf8_at(text, end);
        if (!code_is_inner(c.code))
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

// Georgian has small letters only, to Unicode.
static bool code_has_no_case(uint32_t c)
{
    return c >= 0x10D0 && c <= 0x10FF;
}

static Begin begin_of(Char c, Str word)
{
    if (c.len == 0)
        return BEGIN_NOTHING;
    if (code_is_digit(c.code))
        return BEGIN_DIGIT;
    if (code_is_upper(c.code))
        return BEGIN_UPPER;
    if (code_is_lower(c.code) && !code_has_no_case(c.code))
        return is_camel(word) ? BEGIN_UPPER : BEGIN_LOWER;
    return code_is_letter(c.code) ? BEGIN_UNCASED : BEGIN_SYMBOL;
}

// Bytes of "[...]" and "[…]", which stand for words left out.
static uint32_t omission_len(Str text, uint32_t at)
{
    Str rest = str_slice(text, at, text.len);
    return str_starts(rest, STR("[...]")) || str_starts(rest, STR("[\xE2\x80\xA6]")) ? 5 : 0;
}

// "C'est", "L’homme": an elided word of French begins a sentence; "O'Neill" and
// "D'Angelo" are names.
static bool is_elision(Str word)
{
    if (word.len < 3 || !memchr("CJLNQST", word.data[0], 7))
        return false;
    size_t at = word.data[0] == 'Q' && word.data[1] == 'u' ? 2 : 1;
    Char mark = utf8_at(word, at);
    return code_is_apostrophe(mark.code) && code_is_lower(utf8_at(word, at + mark.len).code);
}

static bool starts_sentence(const Place *p, const Follower *f)
{
    // "A. Lopez" is an initial, not the article.
    uint32_t end = f->at + (uint32_t)f->word.len;
    if (is_letter_alone(f->word) && end < p->text.len && p->text.data[end] == '.')
        return false;
    bool french = p->family == FAMILY_ROMANCE || p->family == FAMILY_UNKNOWN;
    return word_starts_sentences(f->word, p->family) || (french && is_elision(f->word));
}

Follower follower_of(const Place *p, const Stop *stop)
{
    Str text = p->text;
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
    f.starts = f.begin == BEGIN_UPPER && starts_sentence(p, &f);
    return f;
}

Str word_before(const Place *p, uint32_t end)
{
    uint32_t beg = end;
    while (beg > p->sentence && end - beg < WORD_MAX) {
        Char c = utf8_before(p->text, beg);
        bool inner = code_is_inner(c.code) || c.code == '.' || c.code == '-' || c.code == '/' ||
                     c.code == '&' || c.code == 0xB0 || c.code == 0xBA || c.code == 0x2116;
        if (!inner || (code_is_apostrophe(c.code) && beg - c.len == p->sentence))
            break;
        beg -= c.len;
    }
    for (Char c = utf8_at(p->text, beg); beg < end && (code_is_apostrophe(c.code) || c.code == '-');
         c = utf8_at(p->text, beg))
        beg += c.len;
    return str_slice(p->text, beg, end);
}

uint32_t offset_of(const Place *p, Str slice)
{
    return (uint32_t)(slice.data - p->text.data);
}

Str word_further_back(const Place *p, Str word)
{
    uint32_t beg = offset_of(p, word), end = beg;
    while (end > p->sentence && code_is_space(utf8_before(p->text, end).code))
        end -= utf8_before(p->text, end).len;
    return end == beg ? (Str){0} : word_before(p, end);
}

bool clause_follows(Str text, const Follower *f)
{
    static const char *const LINKS[] = {"and", "of", "for", "or", "de", "&"};
    uint32_t end = f->at + (uint32_t)f->word.len;
    if (f->begin != BEGIN_UPPER || end + 1 >= text.len || text.data[end] != ' ' ||
        !code_is_lower(utf8_at(text, end + 1).code))
        return false;
    Str next = word_at(text, end + 1);
    for (size_t i = 0; i < COUNT(LINKS); i++)
        if (str_equal(next, str_from(LINKS[i])))
            return false;
    return true;
}

bool is_letter_alone(Str word)
{
    Char c = utf8_at(word, 0);
    return c.len && c.len == word.len && code_is_letter(c.code);
}

static bool all_of(Str word, bool (*is)(int))
{
    for (size_t i = 0; i < word.len; i++)
        if (!is(word.data[i]))
            return false;
    return word.len > 0;
}

bool all_lower(Str word)
{
    return all_of(word, is_lower);
}

bool all_upper(Str word)
{
    return all_of(word, is_upper);
}

bool all_digits(Str word)
{
    return all_of(word, is_digit);
}
