#include "phrase/lexicon.h"

#include "base/file.h"
#include "base/utf8.h"
#include "phrase/phonemes.h"
#include "phrase/spell.h"

enum {
    LEXICON_MAX = 16 << 20,
    LONGEST_WRITTEN = 200,
    SAME_LETTERS_MAX = 16, // entries that differ in case or language only
};

// A line being read.
typedef struct {
    const char *name;
    unsigned number;
    Str line;
    Arena *arena;
    Error *err;
} Row;

// `at` points into the line.
static bool refuse(const Row *r, const char *at, const char *what)
{
    unsigned column = 1;
    for (const char *c = r->line.data; c < at; c++)
        column += ((unsigned char)*c & 0xC0) != 0x80;
    return fail(r->err, ERR_USAGE, (Span){0}, "%.120s:%u:%u: %s", r->name, r->number, column, what);
}

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

static bool is_words(Str s)
{
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (!is_spoken_code(c.code))
            return false;
        i += c.len;
    }
    return true;
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

static uint32_t count_words(Str s)
{
    uint32_t count = s.len > 0;
    for (size_t i = 0; i < s.len; i++)
        count += s.data[i] == ' ';
    return count;
}

// ---- the columns

static bool read_respelling(const Row *r, Str how, LexiconEntry *out)
{
    bool letters = false;
    for (size_t i = 0; i < how.len;) {
        Char c = utf8_at(how, i);
        if (!is_spoken_code(c.code) && !is_space((int)c.code))
            return refuse(r, how.data + i,
                          "a respelling has letters, apostrophes and hyphens only "
                          "(/IPA/ and [[phonemes]] are marked so)");
        letters |= code_is_letter(c.code);
        i += c.len;
    }
    out->spoken = one_blank(how, r->arena);
    return letters || refuse(r, how.data, "a respelling needs letters");
}

// `inner` lies between the slashes or brackets.
static bool read_phonemes(const Row *r, Str inner, bool ipa, LexiconEntry *out)
{
    Buf b = new_buf(r->arena);
    for (size_t i = 0; i < inner.len;) {
        Str rest = str_slice(inner, i, inner.len);
        Str word = str_slice(rest, 0, str_find(rest, STR(" ")));
        size_t wrong = 0;
        Str phonemes = word;
        i += word.len + 1;
        if (word.len == 0)
            continue;
        bool good =
            ipa ? ipa_phonemes(word, r->arena, &phonemes, &wrong) : check_phonemes(word, &wrong);
        if (!good)
            return refuse(r, word.data + wrong,
                          wrong == word.len || wrong == PHONEMES_MAX
                              ? "too long, or without a sound"
                          : ipa ? "no IPA symbol of English speech"
                                : "no phoneme of the engine's English");
        if (b.len)
            buf_char(&b, ' ');
        buf_add(&b, phonemes);
    }
    out->phonemes = buf_str(&b);
    return b.len > 0 || refuse(r, inner.data, "no phonemes");
}

static bool read_how(const Row *r, Str how, LexiconEntry *out)
{
    how = str_trim(how);
    if (how.len == 0)
        return refuse(r, how.data, "no respelling or phonemes behind the tab");
    if (how.data[0] == '/')
        return how.len > 1 && str_ends(how, STR("/"))
                   ? read_phonemes(r, str_slice(how, 1, how.len - 1), true, out)
                   : refuse(r, how.data, "IPA without its second slash");
    if (str_starts(how, STR("[[")))
        return str_ends(how, STR("]]")) && how.len > 3
                   ? read_phonemes(r, str_slice(how, 2, how.len - 2), false, out)
                   : refuse(r, how.data, "phonemes without their ]]");
    return read_respelling(r, how, out);
}

typedef struct {
    bool any, exact, pattern;
} Fields;

static bool read_field(const Row *r, Str field, Fields *fields, LexiconEntry *out)
{
    if (str_equal(field, STR("any"))) {
        fields->any = true;
    } else if (str_equal(field, STR("exact"))) {
        fields->exact = true;
    } else if (str_equal(field, STR("pattern"))) {
        fields->pattern = true;
    } else if (str_starts(field, STR("lang=")) && field.len > 6) {
        out->language = str_slice(field, 5, field.len);
    } else {
        return refuse(r, field.data, "a field is exact, any, pattern or lang=TAG");
    }
    return !(fields->any && fields->exact) || refuse(r, field.data, "both exact and any");
}

static bool read_fields(const Row *r, Str columns, Fields *fields, LexiconEntry *out)
{
    for (size_t i = 0; i < columns.len;) {
        size_t end = i;
        while (end < columns.len && !is_space(columns.data[end]))
            end++;
        if (end > i && !read_field(r, str_slice(columns, i, end), fields, out))
            return false;
        i = end + 1;
    }
    return true;
}

// ---- an entry

static bool is_for(const LexiconEntry *entry, Str language)
{
    Str tag = entry->language;
    language = language.len ? language : STR("en");
    return language.len >= tag.len && str_equal_nocase(str_slice(language, 0, tag.len), tag) &&
           (language.len == tag.len || !is_alnum(language.data[tag.len]));
}

// What stays words in the script where the engine is given phonemes: the words as they
// are written, or, where they hold signs ("R2-D2"), as they are read.
static bool set_spoken(const Row *r, LexiconEntry *entry)
{
    if (!is_english(entry->language))
        return refuse(r, entry->language.data, "phonemes are for English only (give a respelling)");
    Str words = entry->written;
    if (!is_words(words)) {
        Line line = {0};
        Span whole = {0, (uint32_t)words.len};
        spell_span(words, whole, whole, &(SpellOptions){0}, r->arena, &line);
        while (line.spoken.len && strchr(".?!;:,", line.spoken.data[line.spoken.len - 1]))
            line.spoken.len--;
        words = entry->spoken = line.spoken;
        if (words.len == 0 || !is_words(words))
            return refuse(r, r->line.data, "no words in this (give a respelling)");
    }
    uint32_t said = count_words(entry->phonemes);
    return said == 1 || said == count_words(words) ||
           refuse(r, r->line.data, "phonemes for another number of words");
}

static bool set_pattern(const Row *r, const Fields *fields, LexiconEntry *entry)
{
    Pattern *pattern = ALLOC(r->arena, Pattern, 1);
    bool any = fields->any || (!fields->exact && !has_capitals(entry->written));
    size_t wrong;
    const char *why;
    if (!compile_pattern(entry->written, any, pattern, &wrong, &why))
        return refuse(r, r->line.data + wrong, why);
    entry->pattern = pattern;
    return count_words(entry->phonemes) < 2 || refuse(r, r->line.data, "a pattern is for one word");
}

static bool add_entry(const Row *r, const Fields *fields, LexiconEntry *entry, Lexicon *out)
{
    uint32_t number = out->entries.count;
    if (fields->pattern) {
        if (!set_pattern(r, fields, entry))
            return false;
        *PUSH(&out->patterns, r->arena) = number;
    } else {
        if (entry->phonemes.len && !set_spoken(r, entry))
            return false;
        if (fields->any)
            entry->written = utf8_lower(entry->written, r->arena);
        if (entry->written.len > out->longest)
            out->longest = (uint32_t)entry->written.len;
    }
    entry->exact = fields->exact;
    *PUSH(&out->entries, r->arena) = *entry;
    return true;
}

static bool read_row(const Row *r, Lexicon *out)
{
    Str content = str_trim(r->line);
    if (content.len == 0 || content.data[0] == '#')
        return true;
    size_t tab = str_find(r->line, STR("\t"));
    if (tab == r->line.len)
        return refuse(r, content.data, "no tab between word and respelling");
    Str columns = str_slice(r->line, tab + 1, r->line.len);
    size_t second = str_find(columns, STR("\t"));
    LexiconEntry entry = {.written = one_blank(str_slice(r->line, 0, tab), r->arena),
                          .language = STR("en")};
    if (entry.written.len == 0 || entry.written.len > LONGEST_WRITTEN)
        return refuse(r, r->line.data, "no word before the tab, or a long one");
    Fields fields = {0};
    return read_how(r, str_slice(columns, 0, second), &entry) &&
           read_fields(r, str_slice(columns, second, columns.len), &fields, &entry) &&
           add_entry(r, &fields, &entry, out);
}

// ---- the index

static uint32_t *find_slot(const Lexicon *lexicon, Str written)
{
    uint32_t slot = (uint32_t)str_hash(written) & lexicon->mask;
    while (lexicon->slots[slot] &&
           !str_equal(lexicon->entries.items[lexicon->slots[slot] - 1].written, written))
        slot = (slot + 1) & lexicon->mask;
    return &lexicon->slots[slot];
}

// A chain holds the latest of each case and language, so it stays short.
static void index_entry(Lexicon *lexicon, uint32_t number)
{
    LexiconEntry *entry = &lexicon->entries.items[number];
    uint32_t *slot = find_slot(lexicon, entry->written);
    uint32_t *link = slot;
    for (uint32_t n = 0; *link; n++) {
        LexiconEntry *older = &lexicon->entries.items[*link - 1];
        bool same = older->exact == entry->exact && str_equal(older->language, entry->language);
        if (same || n == SAME_LETTERS_MAX)
            *link = older->before;
        else
            link = &older->before;
    }
    entry->before = *slot;
    *slot = number + 1;
}

static void index_entries(Lexicon *lexicon, Arena *arena)
{
    uint32_t size = 16;
    while (size < 2 * lexicon->entries.count)
        size *= 2;
    lexicon->mask = size - 1;
    lexicon->slots = ALLOC(arena, uint32_t, size);
    for (uint32_t i = 0; i < lexicon->entries.count; i++)
        if (!lexicon->entries.items[i].pattern)
            index_entry(lexicon, i);
}

bool parse_lexicon(Str bytes, const char *name, Arena *arena, Lexicon *out, Error *err)
{
    *out = (Lexicon){0};
    Row row = {.name = name, .arena = arena, .err = err};
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_slice(bytes, 3, bytes.len);
    for (size_t i = 0; i < bytes.len;) {
        Str rest = str_slice(bytes, i, bytes.len);
        row.line = str_slice(rest, 0, str_find(rest, STR("\n")));
        row.number++;
        size_t good = utf8_check(row.line);
        if (good < row.line.len)
            return refuse(&row, row.line.data + good, "not UTF-8");
        if (!read_row(&row, out))
            return false;
        i += row.line.len + 1;
    }
    index_entries(out, arena);
    return true;
}

bool load_lexicon(const char *path, Arena *arena, Lexicon *out, Error *err)
{
    Str bytes;
    Error why = {0};
    if (!read_file(path, LEXICON_MAX, arena, &bytes, &why))
        return fail(err, ERR_USAGE, (Span){0}, "%.120s: %s", path, why.message);
    return parse_lexicon(bytes, path, arena, out, err);
}

// ---- looking up

static const LexiconEntry *find_as_is(const Lexicon *lexicon, Str written, Str language,
                                      bool lowered)
{
    for (uint32_t n = *find_slot(lexicon, written); n;) {
        const LexiconEntry *entry = &lexicon->entries.items[n - 1];
        if (is_for(entry, language) && !(lowered && entry->exact))
            return entry;
        n = entry->before;
    }
    return NULL;
}

const LexiconEntry *find_in_lexicon(const Lexicon *lexicon, Str written, Str language)
{
    if (lexicon->longest == 0 || written.len == 0 || written.len > lexicon->longest + 8)
        return NULL;
    const LexiconEntry *entry = find_as_is(lexicon, written, language, false);
    if (entry || !has_capitals(written))
        return entry;
    char lower[LONGEST_WRITTEN + 16];
    size_t n = 0;
    for (size_t i = 0; i < written.len && n + 4 <= sizeof lower;) {
        Char c = utf8_at(written, i);
        n += utf8_encode(code_lower(c.code), lower + n);
        i += c.len;
    }
    return find_as_is(lexicon, (Str){lower, n}, language, true);
}

const LexiconEntry *match_in_lexicon(const Lexicon *lexicon, Str word, Str language)
{
    if (word.len > LONGEST_WRITTEN)
        return NULL;
    for (uint32_t i = lexicon->patterns.count; i > 0; i--) {
        const LexiconEntry *entry = &lexicon->entries.items[lexicon->patterns.items[i - 1]];
        if (is_for(entry, language) && pattern_matches(entry->pattern, word))
            return entry;
    }
    return NULL;
}
