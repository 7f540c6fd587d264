#include "split/rule.h"

#include "split/period.h"
#include "split/speech.h"

// An ellipsis that stands in brackets marks an omission: "it [...] was late".
static bool in_square_brackets(Str text, const Stop *stop)
{
    return stop->beg > 0 && text.data[stop->beg - 1] == '[' && stop->marks < text.len &&
           text.data[stop->marks] == ']';
}

static bool ellipsis_goes_on(Str text, const Stop *stop, const Follower *f)
{
    if (in_square_brackets(text, stop))
        return !f->starts;
    // "I was ... I don't know", but "They lost it... I'm done with them."
    bool apart = stop->beg > 0 && is_space(text.data[stop->beg - 1]);
    bool first_person = apart && f->word.len > 0 && f->word.data[0] == 'I' &&
                        (f->word.len == 1 || !is_alpha(f->word.data[1]));
    return first_person && !f->opened && !stop->quoted;
}

// Brackets in which stops of East Asian text do not part sentences:
// 《你好！妈妈》
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

// Hasty writers begin sentences in lower case: "they made us wait. never
// again!! go elsewhere". A plain word before the stop, or marks in a row, tell.
static bool ends_before_lower(const Place *p, const Stop *stop, const Follower *f)
{
    if (stop->quoted || f->opened || stop->end != stop->marks)
        return false;
    if (stop->kind == STOP_MARK)
        return stop->marks - stop->beg > 1;
    Str word = word_before(p, stop->beg);
    if (stop->kind != STOP_PERIOD || !all_lower(word) ||
        kind_of(word, p->family) != ABBREVIATION_NONE)
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
static bool ends_without_blank(const Place *p, const Stop *stop)
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

// "Viva Elena! (1965)": the year belongs to the title before it.
static bool year_follows(const Follower *f)
{
    return f->bracketed && f->begin == BEGIN_DIGIT;
}

// "Yahoo! Inc. agreed": names that end in a mark.
static bool name_has_mark(const Place *p, const Stop *stop, const Follower *f)
{
    static const char *const NAMES[] = {"Jeopardy", "Oklahoma", "Oliver", "Wham", "Yahoo", "Yum"};
    if (stop->end != stop->beg + 1 || p->text.data[stop->beg] != '!' || f->starts || f->opened)
        return false;
    Str word = word_before(p, stop->beg);
    for (size_t i = 0; i < COUNT(NAMES); i++)
        if (str_equal(word, str_from(NAMES[i])))
            return true;
    return false;
}

bool ends_sentence(const Place *p, const Stop *stop)
{
    if (stop->next >= p->text.len)
        return true;
    if (stop->kind == STOP_WIDE)
        return !wide_goes_on(p->text, stop);
    if (stop->next == stop->end)
        return ends_without_blank(p, stop);
    Follower f = follower_of(p, stop);
    if (f.begin == BEGIN_LOWER)
        return ends_before_lower(p, stop, &f);
    if (f.begin == BEGIN_NOTHING || year_follows(&f))
        return false;
    if (stop->kind == STOP_PERIOD && period_goes_on(p, stop, &f))
        return false;
    if (stop->kind == STOP_ELLIPSIS && ellipsis_goes_on(p->text, stop, &f))
        return false;
    if (stop->kind == STOP_MARK && name_has_mark(p, stop, &f))
        return false;
    return !(stop->quoted && stop->kind != STOP_PERIOD && speaker_follows(p, &f));
}
