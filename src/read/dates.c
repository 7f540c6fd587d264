#include "read/dates.h"

static const char *const MONTHS[12] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};

// 1..12; 0: no month. "Sept" and any cut of three letters or more stand for it.
static int month_of(Str word)
{
    if (word.len && word.data[word.len - 1] == '.')
        word.len--;
    for (int i = 0; i < 12; i++)
        if (word.len >= 3 && word.len <= strlen(MONTHS[i]) &&
            str_equal_nocase(word, (Str){MONTHS[i], word.len}))
            return i + 1;
    return 0;
}

bool word_is_month(Str word)
{
    return month_of(word) > 0;
}

bool word_is_weekday(Str word)
{
    static const char *const DAYS[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
    if (word.len && word.data[word.len - 1] == '.')
        word.len--;
    for (size_t i = 0; i < COUNT(DAYS); i++)
        if (word.len >= 3 && word.len <= strlen(DAYS[i]) &&
            str_equal_nocase(word, (Str){DAYS[i], word.len}))
            return true;
    return false;
}

typedef struct {
    int day, month, year;
    int numbers;      // seen so far
    bool only_a_date; // no word was foreign to it
} Found;

static bool is_date_filler(Str word)
{
    static const char *const WORDS[] = {
        "published", "updated", "posted", "last",  "modified", "on",      "at",      "date",
        "am",        "pm",      "a.m",    "p.m",   "et",       "est",     "edt",     "pt",
        "pst",       "pdt",     "ct",     "cst",   "cdt",      "gmt",     "utc",     "bst",
        "cet",       "cest",    "z",      "first", "th",       "st",      "nd",      "rd",
        "of",        "a.m.",    "p.m.",   "print", "edition",  "created", "release", "time"};
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (str_equal_nocase(word, str_from(WORDS[i])))
            return true;
    return word_is_weekday(word);
}

static void take_word(Found *found, Str word)
{
    int month = month_of(word);
    if (month && !found->month)
        found->month = month;
    else if (!month && !is_date_filler(word))
        found->only_a_date = false;
}

static void take_number(Found *found, int value, size_t digits)
{
    found->numbers++;
    if (digits == 4 && !found->year && value >= 1000)
        found->year = value;
    else if (digits <= 2 && !found->day && value >= 1 && value <= 31)
        found->day = value;
}

// "2026-11-23", "11/23/2026": three numbers with the same mark between. Gives
// the bytes taken, 0 where none stands at `at`.
static size_t take_numeric(Found *found, Str s, size_t at)
{
    int value[3] = {0};
    size_t digits[3] = {0}, i = at;
    char mark = 0;
    for (int part = 0; part < 3; part++) {
        for (; i < s.len && is_digit(s.data[i]) && digits[part] < 4; i++, digits[part]++)
            value[part] = value[part] * 10 + (s.data[i] - '0');
        if (digits[part] == 0)
            return 0;
        if (part == 2)
            break;
        if (i >= s.len || (part && s.data[i] != mark) || !strchr("-/.", s.data[i]))
            return 0;
        mark = s.data[i++];
    }
    int year = digits[0] == 4 ? 0 : 2;
    bool day_first = mark == '.' || value[0] > 12;
    int month = year == 0 ? 1 : day_first ? 1 : 0;
    int day = 3 - year - month;
    if (digits[year] != 4 || found->year || value[month] < 1 || value[month] > 12 ||
        value[day] < 1 || value[day] > 31)
        return 0;
    found->year = value[year];
    found->month = value[month];
    found->day = value[day];
    return i - at;
}

// "10:02:33" is a time of day; skipped.
static size_t time_len(Str s, size_t at)
{
    size_t i = at, colons = 0;
    while (i < s.len && (is_digit(s.data[i]) || s.data[i] == ':'))
        colons += s.data[i++] == ':';
    return colons ? i - at : 0;
}

static size_t take_digits(Found *found, Str s, size_t at)
{
    size_t taken = take_numeric(found, s, at);
    if (taken == 0)
        taken = time_len(s, at);
    if (taken)
        return taken;
    int value = 0;
    size_t i = at;
    for (; i < s.len && is_digit(s.data[i]) && i - at < 5; i++)
        value = value * 10 + (s.data[i] - '0');
    take_number(found, value, i - at);
    return i - at;
}

static Found scan_date(Str s)
{
    Found found = {.only_a_date = true};
    for (size_t i = 0; i < s.len;) {
        if (is_digit(s.data[i])) {
            i += take_digits(&found, s, i);
        } else if (is_alpha(s.data[i])) {
            size_t beg = i;
            while (i < s.len && (is_alpha(s.data[i]) || s.data[i] == '.'))
                i++;
            // The T of "2026-11-23T10:02".
            bool joint = i - beg == 1 && beg > 0 && is_digit(s.data[beg - 1]);
            if (!joint)
                take_word(&found, str_slice(s, beg, i));
        } else {
            found.only_a_date &= is_space(s.data[i]) || strchr(",.:|/()-+", s.data[i]);
            i++;
        }
    }
    return found;
}

static bool give_date(const Found *found, Arena *arena, Str *date)
{
    if (!found->year || !found->month || !found->day)
        return false;
    *date = str_format(arena, "%04d-%02d-%02d", found->year, found->month, found->day);
    return true;
}

bool parse_date(Str s, Arena *arena, Str *date)
{
    Found found = scan_date(s);
    return give_date(&found, arena, date);
}

enum { DATE_LINE_MAX = 120 };

static bool has_digit(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_digit(s.data[i]))
            return true;
    return false;
}

bool parse_date_only(Str s, Arena *arena, Str *date)
{
    if (s.len > DATE_LINE_MAX || !has_digit(s))
        return false;
    Found found = scan_date(s);
    return found.only_a_date && give_date(&found, arena, date);
}
