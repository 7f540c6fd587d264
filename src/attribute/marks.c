#include "attribute/marks.h"

#include "base/utf8.h"

static bool code_is_opener(uint32_t c)
{
    return c == '(' || c == '[' || c == '{' || c == '/' || c == '-' || c == 0x2013 || c == 0x2014 ||
           c == 0x2015 || c == '"' || c == '\'' || c == 0x201C || c == 0x2018 || c == '*' ||
           c == '_';
}

bool code_is_closer(uint32_t c)
{
    return c == ',' || c == '.' || c == ';' || c == ':' || c == '?' || c == '!' || c == ')' ||
           c == ']' || c == '}' || c == 0x2026;
}

static bool code_is_blank(uint32_t c)
{
    return c == 0 || code_is_space(c);
}
static bool code_is_word(uint32_t c)
{
    return code_is_letter(c) || code_is_digit(c);
}

// Kinds of mark; `len` is set for those of two characters.
static bool read_mark(Str text, uint32_t at, Mark *mark)
{
    Char c = utf8_at(text, at);
    bool twice = at + c.len < text.len && utf8_at(text, at + c.len).code == c.code;
    *mark = (Mark){.at = at, .len = c.len, .family = FAMILY_DOUBLE, .curly = true};
    switch (c.code) {
    case '"':
    case 0xFF02:
        mark->curly = false;
        return true;
    case '\'':
        mark->curly = false;
        mark->len = twice ? 2 : 1;
        mark->family = twice ? FAMILY_DOUBLE : FAMILY_SINGLE;
        return true;
    case '`':
        mark->len = twice ? 2 : 1;
        mark->family = twice ? FAMILY_DOUBLE : FAMILY_SINGLE;
        return true;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
        return true;
    case 0x2018:
    case 0x2019:
        mark->len = twice ? 2 * c.len : c.len; // ‘‘so’’
        mark->family = twice ? FAMILY_DOUBLE : FAMILY_SINGLE;
        return true;
    case 0x201A:
        mark->family = FAMILY_SINGLE;
        return true;
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
        mark->family = FAMILY_CORNER;
        return true;
    case 0xAB:
    case 0xBB:
        mark->family = FAMILY_GUILLEMET;
        return true;
    default:
        return false;
    }
}

// Words that begin with an apostrophe: "Get 'em", "the '90s".
static bool begins_elision(Str text, uint32_t at)
{
    static const char *const ELISIONS[] = {"em",   "tis",   "twas", "til", "till", "cause", "n",
                                           "bout", "round", "cos",  "un",  "er",   "im"};
    uint32_t end = at;
    while (end < text.len && end - at < 8 && is_alnum((unsigned char)text.data[end]))
        end++;
    Str word = str_slice(text, at, end);
    if (word.len && is_digit((unsigned char)word.data[0]))
        return true;
    for (size_t i = 0; i < COUNT(ELISIONS); i++) {
        if (str_equal_nocase(word, str_from(ELISIONS[i])))
            return true;
    }
    return false;
}

// The second mark of rock 'n' roll.
static bool ends_n(Str text, uint32_t at, uint32_t before)
{
    if ((before != 'n' && before != 'N') || at < 2)
        return false;
    uint32_t first = utf8_before(text, at - 1).code;
    return first == '\'' || first == 0x2019 || first == 0x2018;
}

static void judge_single(Mark *mark, uint32_t code, uint32_t before, uint32_t after, Str text)
{
    bool left_free = code_is_blank(before) || code_is_opener(before);
    mark->can_open = left_free && !code_is_blank(after) && code != 0x2019 &&
                     !(mark->curly == false && begins_elision(text, mark->at + mark->len)) &&
                     !code_is_closer(after);
    bool ends = code_is_blank(after) || code_is_closer(after);
    mark->can_close = (code == '\'' || code == 0x2019 || (code == 0x2018 && ends)) &&
                      !code_is_blank(before) && !code_is_word(after) &&
                      !ends_n(text, mark->at, before);
}

// By form where it tells, else by what stands on both sides.
static void judge_double(Mark *mark, uint32_t code, uint32_t before, uint32_t after)
{
    bool blank_before = code_is_blank(before), blank_after = code_is_blank(after);
    if (blank_before && blank_after) {
        mark->can_open = code != 0x201D;
        mark->can_close = code != 0x201C && code != 0x201E && before != 0;
        return;
    }
    bool opener = code_is_opener(before) && code_is_word(after);
    if (mark->family == FAMILY_CORNER) {
        mark->can_open = code == 0x300C || code == 0x300E;
        mark->can_close = !mark->can_open;
        return;
    }
    mark->can_open = !blank_after && !(code_is_closer(after) && after != 0x2026 && after != '.');
    mark->can_close = !blank_before && !opener;
    if (mark->curly && mark->family == FAMILY_DOUBLE && code != 0x201F) {
        bool left = code == 0x201C || code == 0x201E || code == 0x2018;
        mark->can_open = left ? !blank_after || blank_before : blank_before && mark->can_open;
        mark->can_close = left ? !blank_before && (blank_after || code_is_closer(after)) : true;
    } else if (mark->curly && mark->family == FAMILY_GUILLEMET) {
        mark->can_open = !blank_after && (blank_before || opener || code == 0xAB);
        bool ends = blank_after || code_is_closer(after);
        mark->can_close = blank_before ? code == 0xBB && ends : ends || code == 0xBB;
    } else if (code_is_digit(before) && !code_is_letter(after)) {
        mark->can_open = false; // 6'2" and a 12" pipe
        mark->figure = true;
    }
}

static void add_mark(const Article *article, Mark mark, Span block, Arena *arena, Marks *out)
{
    Str text = str_slice(article->text, 0, block.end);
    uint32_t code = utf8_at(text, mark.at).code;
    uint32_t before = mark.at > block.beg ? utf8_before(text, mark.at).code : 0;
    uint32_t after = utf8_at(text, mark.at + mark.len).code;
    if (mark.family == FAMILY_SINGLE)
        judge_single(&mark, code, before, after, text);
    else
        judge_double(&mark, code, before, after);
    mark.pointed = code_is_closer(before) || before == 0x2014 || before == '-';
    mark.plural = before == 's' || before == 'z';
    if (mark.can_open || mark.can_close)
        *PUSH(out, arena) = mark;
}

// The first byte from `at` on that a mark may begin with; `end` where there is none.
static uint32_t find_mark_byte(Str text, uint32_t at, uint32_t end)
{
    static const bool BEGINS[256] = {['"'] = true,  ['\''] = true, ['`'] = true, [0xC2] = true,
                                     [0xE2] = true, [0xE3] = true, [0xEF] = true};
    while (at < end && !BEGINS[(unsigned char)text.data[at]])
        at++;
    return at;
}

void gather_marks(const Article *article, Arena *arena, Marks *out)
{
    *out = (Marks){0};
    uint32_t drop = 0;
    for (uint32_t b = 0; b < article->blocks.count; b++) {
        const Block *block = &article->blocks.items[b];
        Span span = block->span;
        for (uint32_t i = span.beg; i < span.end; i++) {
            i = find_mark_byte(article->text, i, span.end);
            if (i == span.end)
                break;
            while (drop < article->drops.count && article->drops.items[drop].span.end <= i)
                drop++;
            if (drop < article->drops.count && article->drops.items[drop].span.beg <= i) {
                i = article->drops.items[drop].span.end - 1;
                continue;
            }
            Mark mark;
            if (block->kind == BLOCK_CODE || !read_mark(article->text, i, &mark))
                continue;
            mark.block = b;
            add_mark(article, mark, span, arena, out);
            i += mark.len - 1;
        }
    }
}
