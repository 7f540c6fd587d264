#include "newsroom/moments.h"

static const char MONTHS[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char DAYS[7][4] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};

enum { DAY_S = 86400 };

typedef struct {
    int64_t year;
    int month, day; // from 1
} Day;

// Days since 1970-01-01. Years begin in March, so that a leap day is their last.
static int64_t number_of_day(Day d)
{
    int64_t year = d.month <= 2 ? d.year - 1 : d.year;
    int64_t era = year / 400, of_era = year % 400;
    int of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static Day day_of_number(int64_t number)
{
    int64_t z = number + 719468, era = z / 146097, of_era = z % 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    Day d = {.day = (int)(of_year - (153 * month + 2) / 5 + 1),
             .month = (int)(month < 10 ? month + 3 : month - 9)};
    d.year = year + era * 400 + (d.month <= 2);
    return d;
}

// -1: there are other characters.
static bool make_moment(Day d, int64_t *moment)
{
    if (d.year < 1970 || d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31)
        return false;
    int64_t number = number_of_day(d);
    Day back = day_of_number(number);
    *moment = number * DAY_S;
    return back.day == d.day; // no 31st of June
}

bool parse_day(Str s, int64_t *moment)
{
    bool shaped = s.len >= 10 && s.data[4] == '-' && s.data[7] == '-';
    return shaped &&
           make_moment((Day){str_digits(s, 0, 4), str_digits(s, 5, 2), str_digits(s, 8, 2)},
                       moment);
}

bool parse_feed_date(Str s, int64_t *moment)
{
    if (s.len != 31 || !str_ends(s, STR(" +0000")))
        return false;
    int month = 0;
    while (month < 12 && !str_equal(str_slice(s, 8, 11), str_from(MONTHS[month])))
        month++;
    if (!make_moment((Day){str_digits(s, 12, 4), month + 1, str_digits(s, 5, 2)}, moment))
        return false;
    int hour = str_digits(s, 17, 2), minute = str_digits(s, 20, 2), second = str_digits(s, 23, 2);
    *moment += hour * 3600 + minute * 60 + second;
    return hour >= 0 && minute >= 0 && second >= 0;
}

Str format_feed_date(int64_t moment, Arena *arena)
{
    Day d = day_of_number(moment / DAY_S);
    int second = (int)(moment % DAY_S);
    return str_format(arena, "%s, %02d %s %04d %02d:%02d:%02d +0000", DAYS[moment / DAY_S % 7],
                      d.day, MONTHS[d.month - 1], (int)d.year, second / 3600, second / 60 % 60,
                      second % 60);
}

Str format_iso_date(int64_t moment, Arena *arena)
{
    Day d = day_of_number(moment / DAY_S);
    int second = (int)(moment % DAY_S);
    return str_format(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", (int)d.year, d.month, d.day,
                      second / 3600, second / 60 % 60, second % 60);
}
