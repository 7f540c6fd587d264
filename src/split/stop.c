#include "split/stop.h"

// Bytes that begin a stop. The lead bytes of what is not ASCII are looked at
// more closely in read_stop; E2 is left out here but for the ellipsis, as it
// begins every curly quotation mark.
static bool may_begin_stop(Str text, uint32_t i)
{
    static const bool LEADS[256] = {
        ['.'] = true,  ['?'] = true,  ['!'] = true,  [':'] = true,  [';'] = true,
        [0xCD] = true, [0xD6] = true, [0xD8] = true, [0xDB] = true, [0xE0] = true,
        [0xE1] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true};
    return LEADS[(unsigned char)text.data[i]];
}

uint32_t find_stop(Str text, uint32_t at)
{
    while (at < text.len && !may_begin_stop(text, at))
        at++;
    return at;
}

uint32_t skip_blanks(Str text, uint32_t at)
{
    while (at < text.len) {
        Char c = utf8_at(text, at);
        if (!code_is_space(c.code))
            break;
        at += c.len;
    }
    return at;
}

static bool in_list(uint32_t c, const uint32_t *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == c)
            return true;
    return false;
}

static bool code_is_stop_mark(uint32_t c)
{
    static const uint32_t MARKS[] = {'?', '!', 0x203C, 0x203D, 0x2047, 0x2048, 0x2049};
    return in_list(c, MARKS, COUNT(MARKS));
}

static bool code_is_wide_stop(uint32_t c)
{
    static const uint32_t WIDE[] = {0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61};
    return in_list(c, WIDE, COUNT(WIDE));
}

// Danda and double danda, Arabic question mark, Urdu full stop, Armenian full
// stop, Ethiopic full stop and question mark, Khmer khan, Myanmar section.
static bool code_is_script_stop(uint32_t c)
{
    static const uint32_t STOPS[] = {0x964,  0x965,  0x61F,  0x6D4,  0x589,
                                     0x1362, 0x1367, 0x17D4, 0x104B, 0x37E};
    return in_list(c, STOPS, COUNT(STOPS));
}

static bool code_closes_quote(uint32_t c)
{
    static const uint32_t CLOSERS[] = {'"',    '\'',   0x201D, 0x2019, 0xBB,   0x203A,
                                       0x300D, 0x300F, 0x301E, 0x301F, 0xFF02, 0x300B};
    return in_list(c, CLOSERS, COUNT(CLOSERS));
}

static bool code_closes_bracket(uint32_t c)
{
    static const uint32_t CLOSERS[] = {')', ']', '}', 0xFF09, 0x3011, 0x3009};
    return in_list(c, CLOSERS, COUNT(CLOSERS));
}

bool code_opens(uint32_t c)
{
    static const uint32_t OPENERS[] = {'"',    '\'',   '(',    '[',    '{',    0x201C, 0x2018,
                                       0x201E, 0x201A, 0xAB,   0x2039, 0xBB,   0x203A, 0xBF,
                                       0xA1,   '-',    0x2013, 0x2014, 0x2015, 0x2022, '*',
                                       '_',    0x2026, 0x300C, 0x300E, 0xFF08, '`'};
    return in_list(c, OPENERS, COUNT(OPENERS));
}

// Armenian writes the full stop like a colon, Greek the question mark like a
// semicolon: "Տոնածառը նոր է:" So the letter before decides.
static bool letter_makes_stop(Str text, uint32_t at)
{
    uint32_t before = utf8_before(text, at).code;
    if (text.data[at] == ':')
        return before >= 0x531 && before <= 0x587;
    return before >= 0x370 && before <= 0x3FF;
}

static bool classify(Str text, uint32_t at, Char c, StopKind *kind)
{
    if (c.code == '.')
        *kind = STOP_PERIOD;
    else if (c.code == 0x2026)
        *kind = STOP_ELLIPSIS;
    else if (code_is_stop_mark(c.code))
        *kind = STOP_MARK;
    else if (code_is_wide_stop(c.code))
        *kind = STOP_WIDE;
    else if (code_is_script_stop(c.code))
        *kind = STOP_SCRIPT;
    else if (c.code == ':' || c.code == ';')
        *kind = STOP_SCRIPT;
    else
        return false;
    return (c.code != ':' && c.code != ';') || letter_makes_stop(text, at);
}

// Of a run the strongest mark counts: "What?..." asks, "No...!" exclaims.
static StopKind join_kinds(StopKind a, StopKind b)
{
    if (a == STOP_PERIOD && b == STOP_PERIOD)
        return STOP_ELLIPSIS;
    return a > b ? a : b;
}

// The end of the run of marks that begins at `at`. Full stops may be parted by
// one blank each: "and then . . . nothing".
static uint32_t run_of_marks(Str text, uint32_t at, StopKind *kind)
{
    for (;;) {
        uint32_t next = at;
        if (next + 1 < text.len && text.data[next] == ' ' && text.data[next + 1] == '.' &&
            text.data[next - 1] == '.' && !(next + 2 < text.len && is_alnum(text.data[next + 2])))
            next++;
        Char c = utf8_at(text, next);
        StopKind more;
        if (c.len == 0 || c.code == ':' || c.code == ';' || !classify(text, next, c, &more))
            return at;
        *kind = join_kinds(*kind, more);
        at = next + c.len;
    }
}

// A French closing mark is set off by a blank: "Allez ! »" Danish and Finnish open with the
// same marks: "Han gik. »Godt.«", so one with a word behind it is left alone.
static uint32_t skip_blank_before_guillemet(Str text, uint32_t at)
{
    Char blank = utf8_at(text, at);
    if (blank.code != ' ' && blank.code != 0xA0 && blank.code != 0x202F && blank.code != 0x2009)
        return at;
    Char mark = utf8_at(text, at + blank.len);
    uint32_t behind = utf8_at(text, at + blank.len + mark.len).code;
    bool closes = (mark.code == 0xBB || mark.code == 0x201D) && !code_is_letter(behind) &&
                  !code_is_digit(behind);
    return closes ? at + blank.len : at;
}

// „Es ist spät.“ Sie ging: marks that open in English close in other languages,
// and stand directly behind the stop then, with no word at their other side.
static bool opener_closes(Str text, uint32_t at, Char c)
{
    bool mark = c.code == 0x201C || c.code == 0x2018 || c.code == 0xAB || c.code == 0x2039;
    uint32_t next = utf8_at(text, at + c.len).code;
    return mark && !code_is_letter(next) && !code_is_digit(next);
}

static uint32_t skip_closers(Str text, uint32_t at, bool *quoted)
{
    for (;;) {
        uint32_t next = skip_blank_before_guillemet(text, at);
        Char c = utf8_at(text, next);
        bool quote = code_closes_quote(c.code) || (next == at && opener_closes(text, at, c));
        if (c.len == 0 || (!quote && !code_closes_bracket(c.code)))
            return at;
        *quoted |= quote;
        at = next + c.len;
    }
}

// Notes in brackets and raised: "It fell.[3][4]", "It fell.²"
static uint32_t skip_note_marks(Str text, uint32_t at)
{
    for (;;) {
        Char c = utf8_at(text, at);
        bool raised = c.code == 0xB9 || c.code == 0xB2 || c.code == 0xB3 ||
                      (c.code >= 0x2070 && c.code <= 0x2079);
        uint32_t end = at + c.len;
        if (c.code == '[') {
            while (end < text.len && end - at < 12 && strchr("0123456789, ", text.data[end]))
                end++;
            raised = end - at > 1 && end < text.len && text.data[end] == ']';
            end++;
        }
        if (!raised)
            return at;
        at = end;
    }
}

// Note numbers that lost their raised place: "as trials have shown.11 12 Later"
static uint32_t skip_note_numbers(Str text, uint32_t marks, uint32_t end)
{
    if (marks != end || marks < 3 || !is_lower(text.data[marks - 2]) ||
        !is_lower(text.data[marks - 3]))
        return end;
    uint32_t at = end, digits = 0;
    while (at < text.len && digits < 3 && is_digit(text.data[at])) {
        at++;
        digits++;
        bool pair = at + 1 < text.len && text.data[at] == ' ' && is_digit(text.data[at + 1]);
        if (pair) {
            at++;
            digits = 0;
        }
    }
    return digits && at < text.len && is_space(text.data[at]) ? at : end;
}

// An emoticon belongs to what stands before: "It was great! :) They know their
// trade."
static uint32_t skip_emoticon(Str text, uint32_t end)
{
    static const char *const FACES[] = {":)",  ":-)", ";)", ";-)", ":(", ":-(", ":D",
                                        ":-D", ":P",  "<3", ":))", "=)", "xD",  ":/"};
    uint32_t beg = end;
    while (beg < text.len && beg - end < 2 && text.data[beg] == ' ')
        beg++;
    for (size_t i = 0; beg > end && i < COUNT(FACES); i++) {
        Str face = str_from(FACES[i]);
        uint32_t after = beg + (uint32_t)face.len;
        bool whole = after == text.len || (after < text.len && is_space(text.data[after]));
        if (whole && str_starts(str_slice(text, beg, text.len), face))
            return after;
    }
    return end;
}

// What was heard besides belongs to what stands before: "It was fun. [laughs] I
// left." "(He left)" and "[the] end" do not.
static uint32_t skip_remark(Str text, uint32_t end)
{
    enum { REMARK_MAX = 24 };
    uint32_t at = end + 1;
    if (at >= text.len || text.data[end] != ' ' || (text.data[at] != '[' && text.data[at] != '('))
        return end;
    uint32_t word = ++at;
    while (at < text.len && at - word < REMARK_MAX &&
           (is_lower(text.data[at]) || (at > word && text.data[at] == ' ')))
        at++;
    bool closed = at > word && at + 2 < text.len && memchr("])", text.data[at], 2);
    return closed && text.data[at + 1] == ' ' && is_upper(text.data[at + 2]) ? at + 1 : end;
}

bool read_stop(Str text, uint32_t at, Stop *stop)
{
    Char c = utf8_at(text, at);
    *stop = (Stop){.beg = at, .marks = at + c.len, .end = at + c.len};
    if (!classify(text, at, c, &stop->kind))
        return false;
    stop->marks = run_of_marks(text, at + c.len, &stop->kind);
    stop->end = skip_closers(text, stop->marks, &stop->quoted);
    stop->end = skip_note_marks(text, stop->end);
    if (stop->kind == STOP_PERIOD)
        stop->end = skip_note_numbers(text, stop->marks, stop->end);
    stop->end = skip_remark(text, skip_emoticon(text, stop->end));
    stop->next = skip_blanks(text, stop->end);
    return true;
}
