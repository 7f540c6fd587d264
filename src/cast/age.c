#include "cast/age.h"

enum { TEEN_AGE = 13, GROWN_AGE = 18, ELDERLY_AGE = 75, OLDEST = 120 };

AgeBand age_band(int years)
{
    return years >= ELDERLY_AGE ? BAND_ELDERLY
           : years >= GROWN_AGE ? BAND_GROWN
           : years >= TEEN_AGE  ? BAND_TEEN
                                : BAND_CHILD;
}

// The number of one to three digits that is all of `s`; 0: it is none, or nobody's age.
static int age_of(Str s)
{
    int age = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (i == 3 || !is_digit(s.data[i]))
            return 0;
        age = age * 10 + (s.data[i] - '0');
    }
    return age <= OLDEST ? age : 0;
}

static size_t digits_at(Str s)
{
    size_t n = 0;
    while (n < s.len && is_digit(s.data[n]))
        n++;
    return n;
}

// Of `rest`, which follows a name: ", 8," and ", aged 8." and " (8)", but not ", 8.5" or ", 8 men".
static int age_behind(Str rest)
{
    static const struct {
        const char *before, *ends;
    } FORMS[] = {{", aged ", ",.;:"}, {", ", ",.;:\n"}, {" (", ")"}};
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        if (!str_starts(rest, str_from(FORMS[i].before)))
            continue;
        rest = str_slice(rest, strlen(FORMS[i].before), rest.len);
        size_t n = digits_at(rest);
        bool ended = n == rest.len || strchr(FORMS[i].ends, rest.data[n]);
        bool goes_on = n + 1 < rest.len && is_digit(rest.data[n + 1]);
        return ended && !goes_on ? age_of(str_slice(rest, 0, n)) : 0;
    }
    return 0;
}

// Of what stands before a name: "8-year-old ", also with a comma.
static int age_before(Str text)
{
    while (text.len && (text.data[text.len - 1] == ' ' || text.data[text.len - 1] == ','))
        text.len--;
    if (!str_ends(text, STR("-year-old")))
        return 0;
    text.len -= STR("-year-old").len;
    size_t n = 0;
    while (n < text.len && n < 4 && is_digit(text.data[text.len - 1 - n]))
        n++;
    return age_of(str_slice(text, text.len - n, text.len));
}

int *list_ages(const Script *script, Arena *arena)
{
    int *ages = ALLOC(arena, int, script->speakers.count);
    for (uint32_t i = 0; i < script->quotes.count; i++) {
        const Quote *q = &script->quotes.items[i];
        if (q->speaker == NOBODY || q->mention.beg == q->mention.end || ages[q->speaker])
            continue;
        Str text = script->sentences->article->text;
        int age = age_behind(str_slice(text, q->mention.end, text.len));
        ages[q->speaker] = age ? age : age_before(str_slice(text, 0, q->mention.beg));
    }
    return ages;
}
