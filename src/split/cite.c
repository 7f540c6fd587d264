#include "split/cite.h"

// "12 (3): 45", "12(3), 45": a volume with its issue.
static bool is_volume(Str text, uint32_t at)
{
    enum { DIGITS_MAX = 4 };
    uint32_t end = at;
    while (end < text.len && end - at < DIGITS_MAX && is_digit(text.data[end]))
        end++;
    end += end < text.len && text.data[end] == ' ';
    if (end >= text.len || text.data[end] != '(')
        return false;
    uint32_t issue = ++end;
    while (end < text.len && end - issue < DIGITS_MAX && is_digit(text.data[end]))
        end++;
    return end > issue && end + 1 < text.len && text.data[end] == ')' &&
           (text.data[end + 1] == ':' || text.data[end + 1] == ',');
}

// Where the bracket begins that closes before `end` and holds a year, with a
// month at most: "(2010)", "(June 2007)"; `end` where none does.
static uint32_t find_year_in_brackets(const Place *p, uint32_t end)
{
    enum { BRACKET_MAX = 24, YEAR_DIGITS = 4 };
    if (end < p->sentence + YEAR_DIGITS + 2 || p->text.data[end - 1] != ')')
        return end;
    uint32_t close = end - 1, digits = 0;
    for (uint32_t at = close; at-- > p->sentence && close - at < BRACKET_MAX;) {
        char c = p->text.data[at];
        if (c == '(')
            return digits == YEAR_DIGITS ? at : end;
        digits += is_digit(c) && close - at <= YEAR_DIGITS;
    }
    return end;
}

// "Webb, C. D. (2010). Tides": a comma and initials stand before the year.
static bool authors_end(const Place *p, uint32_t end)
{
    enum { INITIAL = 3 }; // bytes of "C. "
    uint32_t year = find_year_in_brackets(p, end), at = year;
    const char *data = p->text.data;
    while (year < end && at >= p->sentence + INITIAL + 2 && is_upper(data[at - INITIAL]) &&
           data[at - 2] == '.' && data[at - 1] == ' ')
        at -= INITIAL;
    return at < year && data[at - 1] == ' ' && data[at - 2] == ',';
}

// "doi:10.5555/1234. PMID 1234567", "Cole Press. ISBN 0000000000"
static bool is_identifier(Str text, const Follower *f)
{
    static const char *const NAMES[] = {"DOI",  "ISBN", "ISSN", "JSTOR", "LCCN",
                                        "OCLC", "PMC",  "PMID", "doi"};
    uint32_t at = f->at + (uint32_t)f->word.len;
    if (at + 2 >= text.len || (text.data[at] != ':' && text.data[at] != ' '))
        return false;
    at += text.data[at + 1] == ' ' ? 2 : 1;
    return is_digit(text.data[at]) && str_in_sorted(f->word, NAMES, COUNT(NAMES));
}

bool citation_goes_on(const Place *p, const Stop *stop, const Follower *f)
{
    if (f->begin == BEGIN_DIGIT)
        return !f->opened && is_volume(p->text, f->at);
    if (is_identifier(p->text, f))
        return true;
    return f->begin == BEGIN_UPPER && !stop->quoted && stop->end == stop->marks &&
           authors_end(p, stop->beg);
}
