#include "phrase/lexicon.h"

#include "base/file.h"
#include "base/utf8.h"

enum { LEXICON_MAX = 16 << 20, LONGEST_WRITTEN = 200 };

static bool has_capitals(Str s)
{
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (code_is_upper(c.code))
            return true;
        i += c.len;
    }
    return false;
}

static bool is_spoken_code(uint32_t c)
{
    return c == ' ' || c == '-' || c == '\'' || code_is_letter(c) || code_is_mark(c);
}

// Blanks around and doubled ones go.
static Str one_blank(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    s = str_trim(s);
    for (size_t i = 0; i < s.len; i++)
        if (!is_space(s.data[i]))
            buf_char(&b, s.data[i]);
        else if (!is_space(s.data[i - 1]))
            buf_char(&b, ' ');
    return buf_str(&b);
}

typedef struct {
    const char *name;
    unsigned number;
} LinePlace;

static bool check_spoken(Str spoken, LinePlace at, Error *err)
{
    if (spoken.len == 0)
        return fail(err, ERR_USAGE, (Span){0}, "%s:%u: no respelling behind the tab", at.name,
                    at.number);
    bool letters = false;
    for (size_t i = 0; i < spoken.len;) {
        Char c = utf8_at(spoken, i);
        if (c.code == '[' || c.code == '/')
            return fail(err, ERR_USAGE, (Span){0},
                        "%s:%u: phonemes are not taken (write a respelling in letters)", at.name,
                        at.number);
        if (!is_spoken_code(c.code))
            return fail(err, ERR_USAGE, (Span){0},
                        "%s:%u: a respelling has letters, apostrophes and hyphens only", at.name,
                        at.number);
        letters |= code_is_letter(c.code);
        i += c.len;
    }
    return letters ||
           fail(err, ERR_USAGE, (Span){0}, "%s:%u: a respelling needs letters", at.name, at.number);
}

static bool parse_line(Str line, LinePlace at, Arena *arena, Lexicon *out, Error *err)
{
    Str content = str_trim(line);
    if (content.len == 0 || content.data[0] == '#')
        return true;
    size_t tab = str_find(line, STR("\t"));
    if (tab == line.len)
        return fail(err, ERR_USAGE, (Span){0}, "%s:%u: no tab between word and respelling", at.name,
                    at.number);
    LexiconEntry entry = {one_blank(str_slice(line, 0, tab), arena),
                          one_blank(str_slice(line, tab, line.len), arena)};
    if (entry.written.len == 0 || entry.written.len > LONGEST_WRITTEN)
        return fail(err, ERR_USAGE, (Span){0}, "%s:%u: no word before the tab, or a long one",
                    at.name, at.number);
    if (!check_spoken(entry.spoken, at, err))
        return false;
    if (entry.written.len > out->longest)
        out->longest = (uint32_t)entry.written.len;
    *PUSH(&out->entries, arena) = entry;
    return true;
}

static uint32_t *find_slot(const Lexicon *lexicon, Str written)
{
    uint32_t slot = (uint32_t)str_hash(written) & lexicon->mask;
    while (lexicon->slots[slot] &&
           !str_equal(lexicon->entries.items[lexicon->slots[slot] - 1].written, written))
        slot = (slot + 1) & lexicon->mask;
    return &lexicon->slots[slot];
}

static void index_entries(Lexicon *lexicon, Arena *arena)
{
    uint32_t size = 16;
    while (size < 2 * lexicon->entries.count)
        size *= 2;
    lexicon->mask = size - 1;
    lexicon->slots = ALLOC(arena, uint32_t, size);
    for (uint32_t i = 0; i < lexicon->entries.count; i++)
        *find_slot(lexicon, lexicon->entries.items[i].written) = i + 1;
}

bool parse_lexicon(Str bytes, const char *name, Arena *arena, Lexicon *out, Error *err)
{
    *out = (Lexicon){0};
    LinePlace at = {name, 0};
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_slice(bytes, 3, bytes.len);
    for (size_t i = 0; i < bytes.len;) {
        Str rest = str_slice(bytes, i, bytes.len);
        Str line = str_slice(rest, 0, str_find(rest, STR("\n")));
        at.number++;
        if (utf8_check(line) < line.len)
            return fail(err, ERR_USAGE, (Span){0}, "%s:%u: not UTF-8", name, at.number);
        if (!parse_line(line, at, arena, out, err))
            return false;
        i += line.len + 1;
    }
    index_entries(out, arena);
    return true;
}

bool load_lexicon(const char *path, Arena *arena, Lexicon *out, Error *err)
{
    Str bytes;
    Error why = {0};
    if (!read_file(path, LEXICON_MAX, arena, &bytes, &why))
        return fail(err, ERR_USAGE, (Span){0}, "%s", why.message);
    return parse_lexicon(bytes, path, arena, out, err);
}

static const LexiconEntry *find_as_is(const Lexicon *lexicon, Str written)
{
    uint32_t entry = *find_slot(lexicon, written);
    return entry ? &lexicon->entries.items[entry - 1] : NULL;
}

const LexiconEntry *find_in_lexicon(const Lexicon *lexicon, Str written)
{
    if (lexicon->entries.count == 0 || written.len == 0 || written.len > lexicon->longest + 8)
        return NULL;
    const LexiconEntry *entry = find_as_is(lexicon, written);
    if (entry || !has_capitals(written))
        return entry;
    char lower[LONGEST_WRITTEN + 16];
    size_t n = 0;
    for (size_t i = 0; i < written.len && n + 4 <= sizeof lower;) {
        Char c = utf8_at(written, i);
        n += utf8_encode(code_lower(c.code), lower + n);
        i += c.len;
    }
    return find_as_is(lexicon, (Str){lower, n});
}
