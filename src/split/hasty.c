#include "split/hasty.h"

#include "split/period.h"

// "We stayed in Hull. then it rained": behind a name or an acronym only a word
// that begins sentences tells an end from an abbreviation.
static bool name_ends_before_lower(const Place *p, Str word, const Follower *f)
{
    static const char *const WORDS[] = {"also", "but",  "he",  "i",    "i'm", "i've", "if",  "it",
                                        "it's", "my",   "our", "she",  "so",  "that", "the", "then",
                                        "they", "this", "we",  "when", "yet", "you",  "your"};
    enum { LEAST = 4 };
    bool name = word.len >= LEAST && is_upper(word.data[0]) &&
                (all_upper(word) || all_lower(str_slice(word, word.len - 2, word.len)));
    for (size_t i = 0; i < word.len && name; i++)
        name = is_alpha(word.data[i]);
    return name && str_in_sorted(f->word, WORDS, COUNT(WORDS)) &&
           kind_of(word, p->family) == ABBREVIATION_NONE;
}

// Who writes "i" leaves out capitals: "It was loud! hope i sleep."
static bool writes_small_i(Str text, const Follower *f)
{
    enum { NEAR = 24 };
    for (uint32_t at = f->at; at + 1 < text.len && at - f->at < NEAR; at++)
        if (text.data[at] == 'i' && (at == f->at || text.data[at - 1] == ' ') &&
            text.data[at + 1] == ' ')
            return true;
    return false;
}

// "a 5 in. nail"
static bool is_inches(const Place *p, Str word)
{
    Str number = str_equal(word, STR("in")) ? word_further_back(p, word) : (Str){0};
    return number.len > 0 && is_digit(number.data[number.len - 1]);
}

// Hasty writers begin sentences in lower case: "they made us wait. never
// again!! go elsewhere". A plain word before the stop, or marks in a row, tell.
bool ends_before_lower(const Place *p, const Stop *stop, const Follower *f)
{
    if (stop->quoted || f->opened || stop->end != stop->marks)
        return false;
    if (stop->kind == STOP_MARK)
        return stop->marks - stop->beg > 1 || writes_small_i(p->text, f);
    if (stop->kind != STOP_PERIOD)
        return false;
    Str word = word_before(p, stop->beg);
    if (!all_lower(word))
        return name_ends_before_lower(p, word, f);
    if (kind_of(word, p->family) != ABBREVIATION_NONE || is_inches(p, word))
        return false;
    return word.len > 3 || word_is_short(word);
}

// "Today is Tuesday.Mr. Ito left"
static bool is_title_at(const Place *p, uint32_t end, Str next)
{
    return end + 1 < p->text.len && p->text.data[end] == '.' && p->text.data[end + 1] == ' ' &&
           kind_of(next, p->family) == ABBREVIATION_TITLE;
}

// No blank behind the stop: "It broke down.They did not care". Addresses and
// names of files are told by their other signs.
bool ends_without_blank(const Place *p, const Stop *stop)
{
    Str text = p->text;
    bool plain = stop->kind == STOP_PERIOD || stop->kind == STOP_MARK;
    uint32_t before = stop->beg;
    // "this truck".Well I know"
    before -= before > p->sentence && text.data[before - 1] == '"';
    if (!plain || before < p->sentence + 3 || !is_upper(text.data[stop->end]))
        return false;
    Str word = word_before(p, before), next = word_at(text, stop->end);
    bool address = offset_of(p, word) > p->sentence && !is_space(word.data[-1]) &&
                   !code_opens((unsigned char)word.data[-1]);
    uint32_t end = stop->end + (uint32_t)next.len;
    bool title = is_title_at(p, end, next);
    bool file = end < text.len && !is_space(text.data[end]) && text.data[end] != ',' && !title;
    size_t len = word.len;
    bool lower =
        len >= 3 && all_lower(str_slice(word, len - 3, len)) && !memchr(word.data, '.', len);
    // "It cost 1,000.That is a lot."
    if (len > 0 && is_digit(word.data[len - 1]) && next.len > 2)
        return !file && (!address || word.data[-1] == ',') &&
               word_starts_sentences(next, p->family);
    if (address || file || !lower || kind_of(word, p->family) != ABBREVIATION_NONE)
        return false;
    return title || word_starts_sentences(next, p->family) ||
           (all_lower(word) && (next.len == 1 || is_lower(next.data[1])));
}
