// Dates: Nov. 8, 2016-01-31, 31/01/2026, 15-19 June, Mon.-Fri.
#include "phrase/calendar.h"

static const char *const MONTHS[] = {
    "",     "January", "February",  "March",   "April",    "May",      "June",
    "July", "August",  "September", "October", "November", "December",
};
static const char *const WEEKDAYS[] = {
    "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

enum { WEEKDAY = 16, WANTS_CAPITAL = 32, WANTS_DOT = 64, WHOLE = 128, VALUE = 15 };

static const Entry NAMES[] = {
    {"apr", NULL, 4 | WANTS_CAPITAL},
    {"april", NULL, 4 | WHOLE},
    {"aug", NULL, 8 | WANTS_CAPITAL},
    {"august", NULL, 8 | WHOLE | WANTS_CAPITAL},
    {"dec", NULL, 12 | WANTS_CAPITAL},
    {"december", NULL, 12 | WHOLE},
    {"feb", NULL, 2},
    {"february", NULL, 2 | WHOLE},
    {"fri", NULL, 5 | WEEKDAY},
    {"friday", NULL, 5 | WEEKDAY | WHOLE},
    {"jan", NULL, 1 | WANTS_CAPITAL},
    {"january", NULL, 1 | WHOLE},
    {"jul", NULL, 7 | WANTS_CAPITAL},
    {"july", NULL, 7 | WHOLE},
    {"jun", NULL, 6 | WANTS_CAPITAL},
    {"june", NULL, 6 | WHOLE},
    {"mar", NULL, 3 | WANTS_CAPITAL},
    {"march", NULL, 3 | WHOLE | WANTS_CAPITAL},
    {"may", NULL, 5 | WHOLE | WANTS_CAPITAL},
    {"mon", NULL, 1 | WEEKDAY | WANTS_CAPITAL},
    {"monday", NULL, 1 | WEEKDAY | WHOLE},
    {"nov", NULL, 11},
    {"november", NULL, 11 | WHOLE},
    {"oct", NULL, 10},
    {"october", NULL, 10 | WHOLE},
    {"sat", NULL, 6 | WEEKDAY | WANTS_CAPITAL | WANTS_DOT},
    {"saturday", NULL, 6 | WEEKDAY | WHOLE},
    {"sep", NULL, 9},
    {"sept", NULL, 9},
    {"september", NULL, 9 | WHOLE},
    {"sun", NULL, 7 | WEEKDAY | WANTS_CAPITAL | WANTS_DOT},
    {"sunday", NULL, 7 | WEEKDAY | WHOLE},
    {"thu", NULL, 4 | WEEKDAY},
    {"thur", NULL, 4 | WEEKDAY},
    {"thurs", NULL, 4 | WEEKDAY},
    {"thursday", NULL, 4 | WEEKDAY | WHOLE},
    {"tue", NULL, 2 | WEEKDAY | WANTS_CAPITAL},
    {"tues", NULL, 2 | WEEKDAY},
    {"tuesday", NULL, 2 | WEEKDAY | WHOLE},
    {"wed", NULL, 3 | WEEKDAY | WANTS_CAPITAL},
    {"wednesday", NULL, 3 | WEEKDAY | WHOLE},
    {"weds", NULL, 3 | WEEKDAY | WANTS_CAPITAL},
};

// "Fri-Sun", "Sat. & Sun.": beside another day of the week, "Sun" is one.
static bool is_beside_day(const Spelling *s, uint32_t i)
{
    static const char *const DAYS[] = {"fri",   "mon", "sat",  "sun", "thu", "thur",
                                       "thurs", "tue", "tues", "wed", "weds"};
    const Token *joint = token_before(s, i, 1), *next = token_of(s, i + 1);
    bool joined = is_dash(joint) || is_mark(joint, '/') || is_mark(joint, '&') ||
                  token_is(s, joint, "and") || token_is(s, joint, "or");
    const Token *day = token_before(s, i, is_mark(token_before(s, i, 2), '.') ? 3 : 2);
    bool opens = is_dash(next) || is_mark(next, '/');
    return (joined && TOKEN_IN(s, day, DAYS)) || (opens && TOKEN_IN(s, token_of(s, i + 2), DAYS));
}

// Few words begin like one of the names.
static bool begins_like_name(Str word)
{
    static const char *const SECOND[26] = {
        ['a' - 'a'] = "pu", ['d' - 'a'] = "e", ['f' - 'a'] = "er", ['j' - 'a'] = "au",
        ['m' - 'a'] = "ao", ['n' - 'a'] = "o", ['o' - 'a'] = "c",  ['s' - 'a'] = "aeu",
        ['t' - 'a'] = "hu", ['w' - 'a'] = "e",
    };
    int first = to_lower(word.data[0]), second = to_lower(word.data[1]);
    const char *wanted = is_lower(first) ? SECOND[first - 'a'] : NULL;
    return wanted && strchr(wanted, second);
}

CalendarName read_calendar_name(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    CalendarName none = {0};
    if (!is_word(t) || t->stem < 3 || t->stem > 9 || !t->ascii ||
        !begins_like_name(token_text(s, t)))
        return none;
    const Entry *entry = find_entry_nocase(NAMES, COUNT(NAMES), token_text(s, t));
    if (!entry)
        return none;
    bool whole = entry->flags & WHOLE;
    bool dot = !whole && is_mark(token_of(s, i + 1), '.') && token_of(s, i + 1)->glued;
    if (entry->flags & WANTS_CAPITAL && !is_capitalised(t))
        return none;
    if (entry->flags & WANTS_DOT && (!dot || i + 2 >= s->count) && !is_beside_day(s, i))
        return none;
    bool weekday = entry->flags & WEEKDAY;
    int value = (int)(entry->flags & VALUE);
    return (CalendarName){weekday ? WEEKDAYS[value] : MONTHS[value], value, dot ? 2 : 1, weekday,
                          !whole};
}

static int number_at(const Spelling *s, uint32_t i, size_t most_digits)
{
    const Token *t = token_of(s, i);
    size_t n = t->span.end - t->span.beg;
    if (!is_number(t) || !t->ascii || n > most_digits)
        return -1;
    return (int)digits_value(token_text(s, t));
}

bool is_year(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    int value = number_at(s, i, 4);
    bool decimal =
        (is_joint(s, i + 1, '.') || is_joint(s, i + 1, ',')) && is_number(token_of(s, i + 2));
    return t->span.end - t->span.beg == 4 && value >= 1000 && value < 2200 && !decimal &&
           !(token_of(s, i + 1)->glued && is_word(token_of(s, i + 1)));
}

void add_year_token(Spelling *s, const Token *t)
{
    add_year(&s->words, (int)digits_value(token_text(s, t)));
}

static bool is_ordinal_ending(const Spelling *s, const Token *t)
{
    static const char *const ENDINGS[] = {"nd", "rd", "st", "th"};
    return t->glued && TOKEN_IN(s, t, ENDINGS);
}

// A day of the month with its "st" or "th"; tokens, 0 where there is none.
static uint32_t read_day(const Spelling *s, uint32_t i)
{
    int day = number_at(s, i, 2);
    if (day < 1 || day > 31)
        return 0;
    if (is_ordinal_ending(s, token_of(s, i + 1)))
        return 2;
    const Token *next = token_of(s, i + 1);
    bool more = next->glued &&
                (is_word(next) || (is_mark(next, ':') && is_number(token_of(s, i + 2))) ||
                 (is_joint(s, i + 1, '.') && is_number(token_of(s, i + 2))) ||
                 (is_joint(s, i + 1, ',') && is_number(token_of(s, i + 2))) || is_mark(next, '%'));
    return more ? 0 : 1;
}

static void add_day(Spelling *s, uint32_t i)
{
    add_ordinal(&s->words, token_text(s, token_of(s, i)));
}

// ", 2016", "2016", "'16" behind a date.
static uint32_t add_date_year(Spelling *s, uint32_t i)
{
    uint32_t comma = is_mark(token_of(s, i), ',') && token_of(s, i)->glued;
    if (!is_year(s, i + comma) || (!comma && token_of(s, i)->glued))
        return 0;
    if (comma)
        buf_char(&s->words, ',');
    add_year_token(s, token_of(s, i + comma));
    return comma + 1;
}

// "and 6" behind "Nov. 5", ", 6 and 7": more days of the month, but not "and 6 others".
static uint32_t add_more_days(Spelling *s, uint32_t i)
{
    uint32_t commas = 0, end = i;
    while (is_mark(token_of(s, end), ',') && read_day(s, end + 1) && commas < 4) {
        end += 1 + read_day(s, end + 1);
        commas++;
    }
    end += commas && is_mark(token_of(s, end), ',');
    const Token *joint = token_of(s, end);
    bool and_or = token_is(s, joint, "and") || token_is(s, joint, "or") || is_mark(joint, '&');
    uint32_t last = and_or ? read_day(s, end + 1) : 0;
    const Token *behind = token_of(s, end + 1 + last);
    if (!last || is_number(behind) || is_noun_like(s, behind) || is_mark(behind, '%') ||
        read_calendar_name(s, end + 1 + last).tokens)
        return 0;
    for (uint32_t at = i; commas--;) {
        buf_char(&s->words, ',');
        add_day(s, at + 1);
        at += 1 + read_day(s, at + 1);
    }
    add_words(&s->words, token_is(s, joint, "or") ? STR("or") : STR("and"));
    add_day(s, end + 1);
    return end + 1 + last - i;
}

// "Nov. 8, 2016", "June 1-3", "Nov. 28-Dec. 2", "july 1876"
static uint32_t spell_month_first(Spelling *s, uint32_t i, CalendarName month)
{
    uint32_t taken = month.tokens;
    uint32_t day = read_day(s, i + taken);
    add_words(&s->words, str_from(month.name));
    if (!day)
        return taken + add_date_year(s, i + taken);
    add_day(s, i + taken);
    taken += day;
    bool joined = is_dash(token_of(s, i + taken)) || token_is(s, token_of(s, i + taken), "to");
    uint32_t until = joined ? read_day(s, i + taken + 1) : 0;
    if (until && token_of(s, i + taken)->glued == token_of(s, i + taken + 1)->glued) {
        ADD_WORDS(&s->words, "to");
        add_day(s, i + taken + 1);
        taken += 1 + until;
    } else {
        taken += add_more_days(s, i + taken);
    }
    return taken + add_date_year(s, i + taken);
}

// "Mon.-Fri.", "Jan.-March", "May 1 - June 3"
static uint32_t spell_until(Spelling *s, uint32_t i)
{
    const Token *dash = token_of(s, i);
    if (!is_dash(dash) || dash->code == 0x2014 || dash->glued != token_of(s, i + 1)->glued)
        return 0;
    CalendarName until = read_calendar_name(s, i + 1);
    if (!until.tokens)
        return 0;
    ADD_WORDS(&s->words, "to");
    if (until.weekday) {
        add_words(&s->words, str_from(until.name));
        return 1 + until.tokens;
    }
    return 1 + spell_month_first(s, i + 1, until);
}

// "15 January 2020", "the 26th May", "15-19 June"
static uint32_t spell_day_first(Spelling *s, uint32_t i)
{
    uint32_t day = read_day(s, i);
    if (!day)
        return 0;
    // "1-3 May", "1 to 3 May", "between 1 and 3 May"
    const Token *joint = token_of(s, i + day);
    bool joined = is_dash(joint) || token_is(s, joint, "to") || token_is(s, joint, "and");
    uint32_t until = joined ? read_day(s, i + day + 1) : 0;
    uint32_t of = until ? 1 + until : 0;
    uint32_t at = i + day + of;
    bool preposition = token_is(s, token_of(s, at), "of");
    CalendarName month = read_calendar_name(s, at + preposition);
    if (!month.tokens || month.weekday || token_of(s, at)->glued)
        return 0;
    // "the 5 may 3 others": a month in full behind a bare number wants a capital
    // or nothing that could be its object.
    if (!token_is(s, token_before(s, i, 1), "the"))
        ADD_WORDS(&s->words, "the");
    add_day(s, i);
    if (until) {
        add_words(&s->words, token_is(s, joint, "and") ? STR("and") : STR("to"));
        add_day(s, i + day + 1);
    }
    ADD_WORDS(&s->words, "of");
    add_words(&s->words, str_from(month.name));
    uint32_t taken = day + of + preposition + month.tokens;
    uint32_t next_day = i + taken + 1; // "30 May-2 June"
    if (is_joint(s, i + taken, '-') || is_joint(s, i + taken, 0x2013)) {
        uint32_t digits = read_day(s, next_day);
        if (digits && read_calendar_name(s, next_day + digits).tokens) {
            ADD_WORDS(&s->words, "to");
            return taken + 1 + spell_day_first(s, next_day);
        }
    }
    return taken + add_date_year(s, i + taken);
}

static void add_month_day_year(Spelling *s, int month, int day_token, const Token *year)
{
    add_words(&s->words, str_from(MONTHS[month]));
    add_day(s, (uint32_t)day_token);
    if (!year)
        return;
    buf_char(&s->words, ',');
    Str digits = token_text(s, year);
    int value = (int)digits_value(digits);
    if (digits.len == 2)
        value += value < 50 ? 2000 : 1900;
    add_year(&s->words, value);
}

// Number, mark, number, mark, number with the same marks and no blanks.
static bool is_triple(const Spelling *s, uint32_t i)
{
    const Token *first = token_of(s, i + 1), *second = token_of(s, i + 3);
    uint32_t c = first->code;
    if (first->kind != TOKEN_MARK || (c != '-' && c != '/' && c != '.' && c != 0x2013) ||
        second->code != c || !is_joint(s, i + 1, c) || !is_joint(s, i + 3, c))
        return false;
    const Token *behind = token_of(s, i + 5);
    bool more = behind->glued &&
                (is_number(behind) ||
                 (behind->code == c && is_number(token_of(s, i + 6)) && token_of(s, i + 6)->glued));
    return is_number(token_of(s, i)) && is_number(token_of(s, i + 2)) &&
           is_number(token_of(s, i + 4)) && !more;
}

// "16.05.16" has three pairs of digits, and is no version or address.
static bool is_dotted_day(const Spelling *s, uint32_t i)
{
    return number_at(s, i, 2) >= 0 && token_text(s, token_of(s, i)).len == 2 &&
           token_text(s, token_of(s, i + 2)).len == 2 && !is_capitalised(token_before(s, i, 1)) &&
           !token_is(s, token_before(s, i, 1), "version");
}

// "2016-01-31", "1/31/16", "31.01.2026": the first number is the month unless
// it cannot be; in years first it is the second.
static uint32_t spell_numeric(Spelling *s, uint32_t i)
{
    if (!is_triple(s, i))
        return 0;
    bool year_first = is_year(s, i) && token_text(s, token_of(s, i)).len == 4;
    uint32_t month_at = year_first ? i + 2 : i, day_at = year_first ? i + 4 : i + 2;
    const Token *year = token_of(s, year_first ? i : i + 4);
    int month = number_at(s, month_at, 2), day = number_at(s, day_at, 2);
    size_t year_digits = token_text(s, year).len;
    if (month > 12 && !year_first) {
        day_at = month_at;
        int value = month;
        month = day;
        day = value;
    }
    bool dots = token_of(s, i + 1)->code == '.';
    if (month < 1 || month > 12 || day < 1 || day > 31 ||
        (year_digits != 4 &&
         (year_digits != 2 || (dots && !is_dotted_day(s, i)) || token_of(s, i + 1)->code == '-')))
        return 0;
    if (year_digits == 4 && number_at(s, year_first ? i : i + 4, 4) < 1000)
        return 0;
    add_month_day_year(s, month, (int)day_at, year);
    return 5;
}

// "Jan-15-2020", "15-Jan-2020"
static uint32_t spell_hyphened(Spelling *s, uint32_t i)
{
    if (!is_joint(s, i + 1, '-') || !is_joint(s, i + 3, '-'))
        return 0;
    bool day_first = is_number(token_of(s, i));
    CalendarName month = read_calendar_name(s, day_first ? i + 2 : i);
    uint32_t day_at = day_first ? i : i + 2;
    int day = number_at(s, day_at, 2);
    if (month.tokens != 1 || month.weekday || day < 1 || day > 31 || number_at(s, i + 4, 4) < 0)
        return 0;
    const Token *year = token_of(s, i + 4);
    size_t n = token_text(s, year).len;
    if (n != 2 && n != 4)
        return 0;
    add_month_day_year(s, month.value, (int)day_at, year);
    return 5;
}

// A shortened name alone: "Thurs.", "in Nov."; "Mar-a-Lago" and "Jan Smith" are none.
static bool may_stand_alone(const Spelling *s, uint32_t i, CalendarName name)
{
    const Token *next = token_of(s, i + name.tokens);
    bool until =
        (is_dash(next) || is_mark(next, '/')) && read_calendar_name(s, i + name.tokens + 1).tokens;
    if (until || (name.weekday && name.shortened && is_beside_day(s, i)))
        return true;
    uint32_t behind = i + name.tokens + is_mark(next, ',');
    bool number = is_number(token_of(s, behind)) && !token_of(s, behind)->glued;
    CalendarName month = read_calendar_name(s, behind);
    bool dated = name.weekday && // "Tue, 8 Nov", "Mon 9am", "Tue Feb 13"
                 (number || (month.tokens && !month.weekday && read_day(s, behind + month.tokens)));
    static const char *const ON[] = {"by", "every", "last", "next", "on", "since", "until"};
    bool on = name.weekday && TOKEN_IN(s, token_before(s, i, 1), ON) && !is_capitalised(next);
    return name.shortened && is_capitalised(token_of(s, i)) && (name.tokens == 2 || dated || on);
}

static uint32_t spell_name(Spelling *s, uint32_t i)
{
    CalendarName name = read_calendar_name(s, i);
    if (!name.tokens)
        return 0;
    uint32_t behind = i + name.tokens;
    if (!name.weekday && (read_day(s, behind) || is_year(s, behind)) &&
        !token_of(s, behind)->glued) {
        uint32_t taken = spell_month_first(s, i, name);
        return taken + spell_until(s, i + taken);
    }
    if (!may_stand_alone(s, i, name))
        return 0;
    add_words(&s->words, str_from(name.name));
    return name.tokens + spell_until(s, behind);
}

// A mark that may stand behind a whole form.
static bool ends_form(const Token *t)
{
    return t->kind == TOKEN_MARK && (t->code == ',' || t->code == '.' || t->code == ')' ||
                                     t->code == ';' || t->code == ':' || t->code == '?');
}

// "2016-05", "05/2016", and "05/16", whose zero no fraction has.
static uint32_t spell_two_numbers(Spelling *s, uint32_t i)
{
    bool slash = is_joint(s, i + 1, '/'), dash = is_joint(s, i + 1, '-');
    const Token *first = token_of(s, i), *second = token_of(s, i + 2), *behind = token_of(s, i + 3);
    if ((!slash && !dash) || !is_number(second) || !second->ascii || !first->ascii ||
        first->glued || (behind->glued && (!ends_form(behind) || is_number(token_of(s, i + 4)))))
        return 0;
    Str left = token_text(s, first), right = token_text(s, second);
    int64_t a = digits_value(left), b = digits_value(right);
    bool year_first = dash && is_year(s, i) && right.len == 2 && b >= 1 && b <= 12 && b <= a % 100;
    bool month_first = slash && left.len == 2 && a >= 1 && a <= 12 && is_year(s, i + 2);
    bool day = slash && left.len == 2 && left.data[0] == '0' && a > 0 && right.len == 2 && b >= 1 &&
               b <= 31;
    if (!year_first && !month_first && !day)
        return 0;
    add_words(&s->words, str_from(MONTHS[year_first ? b : a]));
    if (day)
        add_day(s, i + 2);
    else
        add_year_token(s, year_first ? first : second);
    return 3;
}

uint32_t spell_date(Spelling *s, uint32_t i)
{
    uint32_t taken = spell_hyphened(s, i);
    if (taken)
        return taken;
    if (!is_number(token_of(s, i)))
        return spell_name(s, i);
    taken = spell_numeric(s, i);
    if (!taken)
        taken = spell_two_numbers(s, i);
    return taken ? taken : spell_day_first(s, i);
}
