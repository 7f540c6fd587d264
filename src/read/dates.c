#include "read/dates.h"

#include "base/utf8.h"
#include "read/calendar_words.h"
#include "read/match.h"

static const char *const MONTHS[12] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};

// "Sept" and any cut of three letters or more stand for it.
static bool is_cut_of(Str word, const char *const *names, size_t count)
{
    if (word.len && word.data[word.len - 1] == '.')
        word.len--;
    for (size_t i = 0; i < count; i++)
        if (word.len >= 3 && word.len <= strlen(names[i]) &&
            str_equal_nocase(word, (Str){names[i], word.len}))
            return true;
    return false;
}

bool word_is_month(Str word)
{
    return is_cut_of(word, MONTHS, COUNT(MONTHS));
}

bool word_is_weekday(Str word)
{
    static const char *const DAYS[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
    return is_cut_of(word, DAYS, COUNT(DAYS));
}

// --- a text becomes tokens

typedef enum {
    TOKEN_NUMBER,
    TOKEN_MONTH,  // value: 1..12
    TOKEN_DATE,   // a day in numbers, whole
    TOKEN_TIME,   // of the day, or a time zone
    TOKEN_FILLER, // a word that dates are written with
    TOKEN_WORD,   // any other word
    TOKEN_SIGN,   // a sign that stands in no date
} TokenKind;

typedef struct {
    int year, month, day;
} Day;

typedef struct {
    TokenKind kind;
    int value;
    size_t digits;
    Day day; // of TOKEN_DATE
} Token;

enum { TOKENS_MAX = 96, TEXT_MAX = 2048 };

typedef struct {
    Str s; // small letters, digits of ASCII
    size_t at;
    bool day_first; // in "3/11/2026"
    bool cut;       // there is more than was looked at
    Token tokens[TOKENS_MAX];
    uint32_t count;
} Scan;

// Decimal digits of any script stand in tens from zero on.
static char ascii_digit(uint32_t code)
{
    static const uint32_t ZEROS[] = {0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10};
    for (size_t i = 0; i < COUNT(ZEROS); i++)
        if (code >= ZEROS[i] && code < ZEROS[i] + 10)
            return (char)('0' + (code - ZEROS[i]));
    return 0;
}

static Str fold(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        char digit = ascii_digit(c.code);
        if (digit)
            buf_char(&b, digit);
        else if (c.code == 0xA0 || c.code == 0x202F || c.code == 0x2009)
            buf_char(&b, ' ');
        else if (c.code != 0x200E && c.code != 0x200F)
            buf_code(&b, code_lower(c.code));
        i += c.len;
    }
    return buf_str(&b);
}

static int days_of(int year, int month)
{
    static const int DAYS[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap);
}

static bool is_day(Day d)
{
    enum { FIRST_YEAR = 1500, LAST_YEAR = 2199 };
    return d.year >= FIRST_YEAR && d.year <= LAST_YEAR && d.month >= 1 && d.month <= 12 &&
           d.day >= 1 && d.day <= days_of(d.year, d.month);
}

static void add_token(Scan *scan, Token token)
{
    if (scan->count < TOKENS_MAX)
        scan->tokens[scan->count++] = token;
    else
        scan->cut = true;
}

typedef struct {
    int value;
    size_t digits;
} Number;

static Number number_at(Str s, size_t at)
{
    Number n = {0};
    for (; at < s.len && is_digit(s.data[at]); at++, n.digits++)
        n.value = n.digits < 9 ? n.value * 10 + (s.data[at] - '0') : 0;
    return n;
}

// What parts the numbers of a day: one of "-", "/", "." twice, or year, month and day in
// Chinese, Japanese or Korean. Gives the bytes taken; 0: none.
static size_t mark_len(Str s, size_t at, int part)
{
    static const char *const MARKS[] = {"-", "/", ".", "\xE2\x80\x91", "\xE2\x80\x93"};
    static const char *const NAMED[2][3] = {{"年", "년", "年度"}, {"月", "월", "月"}};
    Str rest = str_slice(s, at, s.len);
    for (size_t i = 0; i < COUNT(MARKS); i++)
        if (str_starts(rest, str_from(MARKS[i])))
            return strlen(MARKS[i]);
    for (size_t i = 0; i < 3; i++)
        if (str_starts(rest, str_from(NAMED[part][i])))
            return strlen(NAMED[part][i]);
    return 0;
}

static Day arrange(const Number n[3], bool month_first)
{
    if (n[0].digits == 4)
        return (Day){n[0].value, n[1].value, n[2].value};
    int year = n[2].digits == 2 ? 2000 + n[2].value : n[2].value;
    return month_first ? (Day){year, n[0].value, n[1].value} : (Day){year, n[1].value, n[0].value};
}

// "2026-11-23", "23. 11. 2026", "11/23/2026", "2026年11月23日". Gives the bytes taken; 0: none.
static size_t numeric_date_len(const Scan *scan, size_t at, Day *day)
{
    Str s = scan->s;
    Number n[3] = {{0}};
    char sign = 0;
    size_t i = at;
    for (int part = 0; part < 3; part++) {
        n[part] = number_at(s, i);
        i += n[part].digits;
        if (n[part].digits == 0 || n[part].digits > 4)
            return 0;
        if (part == 2)
            break;
        size_t blank = str_skip_space(s, i);
        size_t mark = mark_len(s, blank, part);
        if (mark == 0 || (mark == 1 && (blank > i || (part && s.data[i] != sign))))
            return 0;
        sign = s.data[blank];
        // "23. 11. 2026"; but "7-8 2026" is no day.
        i = mark > 1 || sign == '.' ? str_skip_space(s, blank + mark) : blank + mark;
    }
    bool year_first = n[0].digits == 4;
    bool short_year = n[2].digits == 2 && (sign == '.' || sign == '/');
    if (!year_first && n[2].digits != 4 && !short_year)
        return 0;
    bool month_first = sign != '.' && !scan->day_first;
    *day = arrange(n, month_first);
    if (!is_day(*day) && !year_first)
        *day = arrange(n, !month_first);
    return is_day(*day) ? i - at : 0;
}

// "20261123", and before a time "20261123t1002".
static size_t compact_date_len(Str s, size_t at, Day *day)
{
    Number n = number_at(s, at);
    *day = (Day){n.value / 10000, n.value / 100 % 100, n.value % 100};
    return n.digits == 8 && is_day(*day) ? n.digits : 0;
}

static bool is_time_word(Str word)
{
    static const char *const WORDS[] = {"am", "pm", "a.m", "p.m", "a.m.", "p.m.",  "uhr",
                                        "h",  "hs", "hrs", "uur", "час",  "часов", "ч"};
    return any_equals(word, WORDS, COUNT(WORDS));
}

static size_t word_len(Str s, size_t at)
{
    size_t i = at;
    for (Char c = utf8_at(s, i); c.len; c = utf8_at(s, i)) {
        bool inner = (c.code == '.' || c.code == '-') && i > at && i + 1 < s.len &&
                     (is_alpha(s.data[i + 1]) || (s.data[i + 1] & 0x80));
        if (!code_is_letter(c.code) && !code_is_mark(c.code) && !inner)
            break;
        i += c.len;
    }
    return i - at;
}

// "10:02:33.5", "10h02", "10.02 uhr", "10 a.m.", "+0100". Gives the bytes taken; 0: none.
static size_t time_len(Str s, size_t at)
{
    if (at > 0 && s.data[at - 1] == '+')
        return number_at(s, at).digits;
    size_t i = at + number_at(s, at).digits;
    if (i - at > 2)
        return 0;
    bool timed = false;
    while (i + 1 < s.len && (s.data[i] == ':' || s.data[i] == 'h') && is_digit(s.data[i + 1])) {
        timed = true;
        i += 1 + number_at(s, i + 1).digits;
    }
    if (i + 1 < s.len && s.data[i] == '.' && is_digit(s.data[i + 1])) {
        size_t behind = i + 1 + number_at(s, i + 1).digits;
        size_t word = str_skip_space(s, behind);
        if (timed || is_time_word(str_slice(s, word, word + word_len(s, word))))
            return behind - at;
    }
    size_t word = str_skip_space(s, i);
    return timed || is_time_word(str_slice(s, word, word + word_len(s, word))) ? i - at : 0;
}

static size_t scan_number(Scan *scan)
{
    Str s = scan->s;
    Day day;
    size_t len = numeric_date_len(scan, scan->at, &day);
    if (len == 0)
        len = compact_date_len(s, scan->at, &day);
    if (len) {
        add_token(scan, (Token){.kind = TOKEN_DATE, .day = day});
        return len;
    }
    len = time_len(s, scan->at);
    if (len) {
        add_token(scan, (Token){.kind = TOKEN_TIME});
        return len;
    }
    Number n = number_at(s, scan->at);
    add_token(scan, (Token){TOKEN_NUMBER, n.value, n.digits, {0}});
    return n.digits;
}

// Words that also mean something else count as months beside two numbers, or cut by a stop:
// "5 out 2026", "5 set. 2026".
static bool is_doubtful_month(Str word)
{
    static const char *const WORDS[] = {"ago", "out", "set", "des", "mai", "ara",
                                        "nis", "tem", "gen", "elo", "lip", "mar"};
    return any_equals(word, WORDS, COUNT(WORDS));
}

static bool stands_as_month(Str s, size_t beg, size_t end)
{
    size_t after = str_skip_space(s, end);
    bool number_after = after < s.len && is_digit(s.data[after]);
    size_t before = beg;
    while (before > 0 && strchr(" .-/", s.data[before - 1]))
        before--;
    bool number_before = before > 0 && is_digit(s.data[before - 1]);
    bool cut = end < s.len && s.data[end] == '.';
    return (number_before && (number_after || cut)) || (cut && number_after);
}

// "Tháng 11" is November.
static size_t numbered_month_len(Scan *scan, Str word, size_t end)
{
    size_t at = str_skip_space(scan->s, end);
    Number n = number_at(scan->s, at);
    if (!str_equal(word, STR("tháng")) || n.digits == 0 || n.value < 1 || n.value > 12)
        return 0;
    add_token(scan, (Token){TOKEN_MONTH, n.value, 0, {0}});
    return at + n.digits - scan->at;
}

static size_t scan_word(Scan *scan, size_t len)
{
    Str word = str_slice(scan->s, scan->at, scan->at + len);
    size_t end = scan->at + len, numbered = numbered_month_len(scan, word, end);
    if (numbered)
        return numbered;
    // The T of "2026-11-23T10:02", the Z behind it.
    bool joint = len == 1 && scan->at > 0 && is_digit(scan->s.data[scan->at - 1]);
    int month = month_of_word(word);
    if (month && is_doubtful_month(word) && !stands_as_month(scan->s, scan->at, end))
        month = 0;
    Token token = {.kind = TOKEN_WORD};
    if (month)
        token = (Token){TOKEN_MONTH, month, 0, {0}};
    else if (joint || is_date_filler(word) || is_weekday_word(word))
        token.kind = TOKEN_FILLER;
    add_token(scan, token);
    return len;
}

// Signs and words that stand in dates without a blank beside them.
static size_t scan_sign(Scan *scan)
{
    static const char *const SIGNS[] = {
        "日",           "일",       "\xE2\x80\xA2", "\xC2\xB7", "\xE2\x80\x93",
        "\xE2\x80\x94", "\xC2\xBA", "\xC2\xB0",     "\xD8\x8C", "、"};
    Str rest = str_slice(scan->s, scan->at, scan->s.len);
    if (is_space(rest.data[0]) || strchr(",.:|/()-+", rest.data[0]))
        return 1;
    for (size_t i = 0; i < COUNT(SIGNS); i++)
        if (str_starts(rest, str_from(SIGNS[i])))
            return strlen(SIGNS[i]);
    add_token(scan, (Token){.kind = TOKEN_SIGN});
    return utf8_at(rest, 0).len;
}

static void scan_text(Scan *scan)
{
    while (scan->at < scan->s.len && !scan->cut) {
        Str s = scan->s;
        if (is_digit(s.data[scan->at])) {
            scan->at += scan_number(scan);
            continue;
        }
        // 日 and its kin are letters.
        size_t sign = str_starts(str_slice(s, scan->at, s.len), STR("日")) ||
                      str_starts(str_slice(s, scan->at, s.len), STR("일"));
        size_t len = sign ? 0 : word_len(s, scan->at);
        scan->at += len ? scan_word(scan, len) : scan_sign(scan);
    }
}

// --- tokens become a day

static bool is_day_number(const Token *t)
{
    return t->kind == TOKEN_NUMBER && t->digits <= 2 && t->value >= 1 && t->value <= 31;
}

static bool is_year_number(const Token *t)
{
    return t->kind == TOKEN_NUMBER && t->digits == 4 && t->value >= 1000;
}

// The token beside the i-th, fillers left out; NULL at an end.
static const Token *beside(const Scan *scan, uint32_t i, int step)
{
    for (int64_t k = (int64_t)i + step; k >= 0 && k < (int64_t)scan->count; k += step)
        if (scan->tokens[k].kind != TOKEN_FILLER)
            return &scan->tokens[k];
    return NULL;
}

static int year_near(const Scan *scan, uint32_t month)
{
    for (uint32_t i = month + 1; i < scan->count; i++) {
        if (is_year_number(&scan->tokens[i]))
            return scan->tokens[i].value;
        if (scan->tokens[i].kind == TOKEN_MONTH)
            break;
    }
    for (uint32_t i = month; i > 0; i--)
        if (is_year_number(&scan->tokens[i - 1]))
            return scan->tokens[i - 1].value;
    return 0;
}

static bool day_at(const Scan *scan, uint32_t i, Day *out)
{
    const Token *t = &scan->tokens[i];
    if (t->kind == TOKEN_DATE) {
        *out = t->day;
        return true;
    }
    if (t->kind != TOKEN_MONTH)
        return false;
    const Token *before = beside(scan, i, -1), *after = beside(scan, i, 1);
    int day = before && is_day_number(before) ? before->value
              : after && is_day_number(after) ? after->value
                                              : 0;
    *out = (Day){year_near(scan, i), t->value, day};
    return is_day(*out);
}

static bool first_day(const Scan *scan, Arena *arena, Str *date)
{
    Day day;
    for (uint32_t i = 0; i < scan->count; i++) {
        if (day_at(scan, i, &day)) {
            *date = str_format(arena, "%04d-%02d-%02d", day.year, day.month, day.day);
            return true;
        }
    }
    return false;
}

static Scan scan_date(Str s, bool day_first, Arena *scratch)
{
    Scan scan = {.s = fold(str_slice(s, 0, TEXT_MAX), scratch), .day_first = day_first};
    scan.cut = s.len > TEXT_MAX;
    bool cut = scan.cut;
    scan.cut = false;
    scan_text(&scan);
    scan.cut |= cut;
    return scan;
}

static bool is_day_first(Str language)
{
    static const char *const ENGLISH[] = {"en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za"};
    if (language.len == 0)
        return false;
    return !starts_nocase(language, STR("en")) || any_starts(language, ENGLISH, COUNT(ENGLISH));
}

bool parse_date_in(Str s, Str language, Arena *arena, Str *date)
{
    Arena scratch = *arena;
    Scan scan = scan_date(s, is_day_first(language), &scratch);
    return first_day(&scan, arena, date);
}

bool parse_date(Str s, Arena *arena, Str *date)
{
    return parse_date_in(s, (Str){0}, arena, date);
}

enum { DATE_LINE_MAX = 120 };

static bool has_digit(Str s)
{
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (is_digit((int)c.code) || ascii_digit(c.code))
            return true;
        i += c.len;
    }
    return false;
}

bool parse_date_only(Str s, Arena *arena, Str *date)
{
    if (s.len > DATE_LINE_MAX || !has_digit(s))
        return false;
    Arena scratch = *arena;
    Scan scan = scan_date(s, false, &scratch);
    for (uint32_t i = 0; i < scan.count; i++)
        if (scan.tokens[i].kind >= TOKEN_WORD)
            return false;
    return !scan.cut && first_day(&scan, arena, date);
}

// --- addresses

static bool parts_path(char c)
{
    return c == '/' || c == '-' || c == '_' || c == '.';
}

// "2026/11/23", "2026-11-23", "2026/nov/23", "20261123" from `at` on, and nothing that would
// make another number of it.
static bool address_day_at(Str s, size_t at, Day *day)
{
    if (compact_date_len(s, at, day))
        return true;
    Number year = number_at(s, at);
    size_t i = at + year.digits;
    if (year.digits != 4 || i >= s.len || !parts_path(s.data[i]))
        return false;
    char mark = s.data[i++];
    size_t letters = 0;
    while (i + letters < s.len && is_alpha(s.data[i + letters]))
        letters++;
    Number month = number_at(s, i);
    if (letters)
        month = (Number){month_of_word(str_slice(s, i, i + letters)), letters};
    i += month.digits;
    if (month.digits == 0 || i >= s.len || s.data[i] != mark)
        return false;
    Number last = number_at(s, i + 1);
    *day = (Day){year.value, month.value, last.value};
    return last.digits >= 1 && last.digits <= 2 && is_day(*day);
}

bool parse_address_date(Str address, Arena *arena, Str *date)
{
    enum { ADDRESS_MAX = 2048 };
    Arena scratch = *arena;
    size_t host = str_find(address, STR("://"));
    Str s = str_slice(address, host < address.len ? host + 3 : 0, ADDRESS_MAX);
    s = str_slice(s, 0, str_find(s, STR("?")));
    s = fold(s, &scratch);
    Day day;
    for (size_t i = str_find(s, STR("/")); i + 1 < s.len; i++) {
        if (!parts_path(s.data[i]) || !is_digit(s.data[i + 1]) || !address_day_at(s, i + 1, &day))
            continue;
        enum { FIRST_PAGE = 1990 };
        if (day.year < FIRST_PAGE)
            continue;
        *date = str_format(arena, "%04d-%02d-%02d", day.year, day.month, day.day);
        return true;
    }
    return false;
}
