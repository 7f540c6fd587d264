#include "split/rule.h"

#include "split/cite.h"
#include "split/hasty.h"
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

// "Viva Elena! (1965)": the year belongs to the title before it.
static bool year_follows(const Follower *f)
{
    return f->bracketed && f->begin == BEGIN_DIGIT;
}

// "He sang in Why Me? (The Child) and left", "“Why me?” (Webb, 2001).": the
// sentence is seen to go on, or to end, behind the bracket.
static bool goes_on_behind_bracket(Str text, const Stop *stop, const Follower *f)
{
    if (stop->kind != STOP_MARK || !f->bracketed || text.data[stop->next] != '(')
        return false;
    uint32_t at = stop->next + 1;
    while (at < text.len && at - stop->next < LOOKAHEAD && !strchr(")?!", text.data[at]))
        at++;
    if (at + 1 >= text.len || text.data[at] != ')')
        return false;
    if (text.data[at + 1] == '.')
        return stop->quoted && is_digit(text.data[at - 1]);
    at = skip_blanks(text, at + 1);
    return at < text.len && (text.data[at] == ',' || is_lower(text.data[at]));
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
    if (f.begin == BEGIN_NOTHING || year_follows(&f) || goes_on_behind_bracket(p->text, stop, &f))
        return false;
    if (stop->kind == STOP_PERIOD && (period_goes_on(p, stop, &f) || citation_goes_on(p, stop, &f)))
        return false;
    if (stop->kind == STOP_ELLIPSIS && ellipsis_goes_on(p->text, stop, &f))
        return false;
    if (stop->kind == STOP_MARK && name_has_mark(p, stop, &f))
        return false;
    return !(stop->quoted && stop->kind != STOP_PERIOD && speaker_follows(p, &f));
}
