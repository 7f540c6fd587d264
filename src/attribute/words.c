#include "attribute/words.h"

#include "base/utf8.h"

static uint32_t *find_slot(const Words *words, Str lower, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & (words->slot_count - 1);
    while (words->slots[i] && !str_equal(words->terms.items[words->slots[i] - 1].lower, lower))
        i = (i + 1) & (words->slot_count - 1);
    return &words->slots[i];
}

static void grow_slots(Words *words, Arena *arena)
{
    words->slot_count = words->slot_count ? words->slot_count * 4 : 1024;
    words->slots = ALLOC(arena, uint32_t, words->slot_count);
    for (uint32_t i = 0; i < words->terms.count; i++) {
        Str lower = words->terms.items[i].lower;
        *find_slot(words, lower, str_hash(lower)) = i + 1;
    }
}

// Letters as terms have them: "O’Brien" and "O'Brien" are one name.
static size_t encode_lower(uint32_t c, char *out)
{
    if (c < 0x80) {
        *out = (char)to_lower((int)c);
        return 1;
    }
    return utf8_encode(c == 0x2019 ? '\'' : code_lower(c), out);
}

static Str lower_word(Str word, Arena *arena)
{
    // Small letters may take more bytes than capitals, by half at most ("Ⱥ", "ⱥ").
    char *out = ALLOC(arena, char, word.len * 2);
    size_t len = 0;
    for (size_t i = 0; i < word.len;) {
        Char c = utf8_at(word, i);
        len += encode_lower(c.code, out + len);
        i += c.len;
    }
    return (Str){out, len};
}

// `lower` is copied where it is new.
static uint32_t intern_lower(Words *words, Str lower, uint64_t hash, Arena *arena)
{
    if (words->terms.count * 2 >= words->slot_count)
        grow_slots(words, arena);
    uint32_t *slot = find_slot(words, lower, hash);
    if (!*slot) {
        *PUSH(&words->terms, arena) = (Term){.lower = str_copy(lower, arena),
                                             .classes = find_word_classes(words->classes, lower),
                                             .first_name = find_first_name(lower)};
        *slot = words->terms.count;
    }
    return *slot - 1;
}

uint32_t intern_term(Words *words, Str word, Arena *arena)
{
    Arena scratch = {arena->beg + (arena->end - arena->beg) / 2, arena->end, arena->full};
    Str lower = lower_word(word, &scratch);
    return intern_lower(words, lower, str_hash(lower), arena);
}

typedef struct {
    char bytes[72];
    size_t len;
} ShortWord;

// The word as terms have it, or its beginning; no word is as long.
static ShortWord shorten(Str word)
{
    ShortWord out = {.len = 0};
    for (size_t i = 0; i < word.len && out.len + 8 < sizeof out.bytes;) {
        Char c = utf8_at(word, i);
        out.len += encode_lower(c.code, out.bytes + out.len);
        i += c.len;
    }
    return out;
}

bool find_term(const Words *words, Str word, uint32_t *term)
{
    ShortWord short_word = shorten(word);
    Str lower = {short_word.bytes, short_word.len};
    uint32_t slot = words->slot_count ? *find_slot(words, lower, str_hash(lower)) : 0;
    if (slot)
        *term = slot - 1;
    return slot != 0;
}

uint32_t classes_of(const Words *words, Str word)
{
    ShortWord lower = shorten(word);
    return find_word_classes(words->classes, (Str){lower.bytes, lower.len});
}

static bool code_joins(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == '-' || c == '&' || c == '_' || c == 0x2010 ||
           c == 0x2011;
}

// End of the word that begins at `at`. Inner apostrophes, hyphens and the stops
// of "U.S." belong to it, and commas and stops between digits.
static uint32_t word_end(Str text, uint32_t at)
{
    uint32_t i = at, letters = 0;
    while (i < text.len) {
        if (is_alpha(text.data[i])) {
            letters++;
            i++;
            continue;
        }
        Char c = utf8_at(text, i);
        if (code_in_word(c.code)) {
            letters++;
            i += c.len;
            continue;
        }
        if (c.code == ' ')
            break;
        uint32_t after = utf8_at(text, i + c.len).code;
        uint32_t before = utf8_before(text, i).code;
        bool digits =
            (c.code == ',' || c.code == '.') && code_is_digit(before) && code_is_digit(after);
        bool initials = c.code == '.' && letters == 1 && code_is_letter(after);
        if (!digits && !initials && !(code_joins(c.code) && code_in_word(after)))
            break;
        if (initials)
            letters = 0;
        i += c.len;
    }
    return i;
}

// "Smith's" -> "Smith"; "voters'" is told by the mark behind it.
static bool strip_possessive(Str text, Span *span)
{
    Str word = str_span(text, *span);
    if (word.len == 0 || (word.data[word.len - 1] | 0x20) != 's')
        return false;
    static const char *const ENDINGS[] = {"'s", "\xE2\x80\x99s", "'S", "\xE2\x80\x99S"};
    for (size_t i = 0; i < COUNT(ENDINGS); i++) {
        Str ending = str_from(ENDINGS[i]);
        if (word.len > ending.len && str_ends(word, ending)) {
            span->end -= (uint32_t)ending.len;
            return true;
        }
    }
    return false;
}

static Shape word_shape(Str word)
{
    uint32_t upper = 0, lower = 0;
    uint32_t first = utf8_at(word, 0).code;
    for (size_t i = 0; i < word.len;) {
        Char c = utf8_at(word, i);
        upper += code_is_upper(c.code);
        lower += code_is_lower(c.code);
        i += c.len;
    }
    if (upper > 1 && lower == 0)
        return SHAPE_UPPER;
    if (code_is_upper(first) || (upper > 0 && !code_is_digit(first)))
        return SHAPE_CAPITAL;
    return upper + lower == 0 ? SHAPE_NUMBER : SHAPE_LOWER;
}

typedef struct {
    const Sentences *sentences;
    const Runs *runs;
    Arena *arena;
    Words *out;
    uint32_t sentence;      // of the byte being read
    uint32_t last_sentence; // of the end of the word before
    uint32_t run, drop;
} Lexer;

static Word *push_word(Lexer *l, Span span, Shape shape)
{
    Word *word = PUSH(&l->out->items, l->arena);
    *word = (Word){.span = span, .shape = (uint8_t)shape, .sentence = l->sentence};
    word->block = l->sentences->items.items[l->sentence].block;
    word->starts = l->out->items.count == 1 || l->sentence != l->last_sentence;
    l->last_sentence = l->sentence;
    return word;
}

// Nothing but brackets, marks and blanks up to the end of the sentence.
static bool only_closers(Str text, uint32_t at)
{
    while (at < text.len && !code_in_word(utf8_at(text, at).code))
        at += utf8_at(text, at).len;
    return at >= text.len;
}

static void push_term(Lexer *l, Word *word, uint32_t number)
{
    Term *term = &l->out->terms.items[number];
    word->term = number;
    word->classes = term->classes;
    if (word->shape == SHAPE_LOWER)
        term->small_count++;
    else if (!word->starts)
        term->capital_count++;
}

// A stop that does not end the sentence is the word's: "Mr."
static bool owns_stop(Str text, uint32_t end)
{
    return end + 1 < text.len && text.data[end] == '.' && !only_closers(text, end + 1);
}

// What ends a word of ASCII letters, whatever stands behind it.
static bool ends_letters(char c)
{
    return c == ' ' || c == ',' || c == '\n' || c == ';' || c == ':' || c == '?' || c == '!' ||
           c == ')';
}

// Nine words in ten are ASCII letters and nothing more: their end, shape, lower case and
// hash are read in one pass. Gives 0 where the word at `at` may be of another kind.
static uint32_t push_plain(Lexer *l, uint32_t at, uint32_t limit)
{
    enum { LONGEST = 24 };
    const char *data = l->out->text.data;
    char lower[LONGEST];
    uint64_t hash = STR_HASH_SEED;
    uint32_t n = 0, upper = 0;
    for (; at + n < limit && n < LONGEST && is_alpha(data[at + n]); n++) {
        lower[n] = data[at + n] | 0x20;
        upper += is_upper(data[at + n]);
        hash = str_hash_byte(hash, lower[n]);
    }
    char behind = at + n < limit ? data[at + n] : ' ';
    if (n == 0 || n == LONGEST || !(ends_letters(behind) || (behind == '.' && n > 1)))
        return 0;
    Shape shape = upper == 0 ? SHAPE_LOWER : upper == n && n > 1 ? SHAPE_UPPER : SHAPE_CAPITAL;
    Word *word = push_word(l, (Span){at, at + n}, shape);
    push_term(l, word, intern_lower(l->out, (Str){lower, n}, hash, l->arena));
    word->dot = behind == '.' && owns_stop(str_slice(l->out->text, 0, limit), at + n);
    return at + n + word->dot;
}

// "@dover_baker", but not "ann@gull.org"
static bool begins_handle(Str text, uint32_t at)
{
    return text.data[at] == '@' && !code_in_word(utf8_before(text, at).code) &&
           code_in_word(utf8_at(text, at + 1).code);
}

static uint32_t push_letters(Lexer *l, uint32_t at, uint32_t limit)
{
    Str text = str_slice(l->out->text, 0, limit);
    bool handle = begins_handle(text, at);
    Span span = {at, word_end(text, at + handle)};
    uint32_t end = span.end;
    bool possessive = strip_possessive(text, &span);
    uint32_t after = utf8_at(text, end).code;
    if (!possessive && end > at && text.data[end - 1] == 's' &&
        (after == '\'' || after == 0x2019) &&
        !code_in_word(utf8_at(text, end + (after == '\'' ? 1 : 3)).code)) {
        possessive = true;
        end += after == '\'' ? 1 : 3;
    }
    Str bytes = str_span(text, span);
    Word *word = push_word(l, span, handle ? SHAPE_CAPITAL : word_shape(bytes));
    word->possessive = possessive;
    push_term(l, word, intern_term(l->out, bytes, l->arena));
    word->dot = after == '.' && owns_stop(text, end);
    return end + word->dot;
}

static uint32_t push_mark(Lexer *l, uint32_t at)
{
    Char c = utf8_at(l->out->text, at);
    Word *word = push_word(l, (Span){at, at + c.len}, SHAPE_MARK);
    bool dash = c.code == 0x2013 || c.code == 0x2014 || c.code == 0x2015;
    word->mark = dash ? '-' : c.code;
    return at + c.len;
}

// Passes a run: it may end in a later sentence than it begins in.
static uint32_t push_run(Lexer *l)
{
    const Run *run = &l->runs->items[l->run];
    Word *word = push_word(l, run->outer, SHAPE_QUOTE);
    word->run = l->run++;
    uint32_t end = run->outer.end;
    while (l->sentence + 1 < l->sentences->items.count &&
           l->sentences->items.items[l->sentence + 1].span.beg < end)
        l->sentence++;
    l->last_sentence = l->sentence;
    return end;
}

// A quotation mark that belongs to no run says nothing.
static bool is_stray_mark(uint32_t c)
{
    return code_is_quote_mark(c) || c == '\'' || c == '`' || c == 0x2018 || c == 0x2019;
}

static uint32_t push_next(Lexer *l, uint32_t at, uint32_t limit)
{
    if (l->run < l->runs->count && at >= l->runs->items[l->run].outer.beg)
        return push_run(l);
    uint32_t next = l->run < l->runs->count ? l->runs->items[l->run].outer.beg : limit;
    uint32_t end = next < limit ? next : limit;
    if (l->out->text.data[at] == ' ')
        return at + 1;
    uint32_t past = push_plain(l, at, end);
    if (past)
        return past;
    uint32_t c = utf8_at(l->out->text, at).code;
    if (code_is_space(c) || code_is_invisible(c) || is_stray_mark(c))
        return at + utf8_at(l->out->text, at).len;
    return code_in_word(c) || begins_handle(l->out->text, at) ? push_letters(l, at, end)
                                                              : push_mark(l, at);
}

static uint32_t skip_drops(Lexer *l, uint32_t at)
{
    const Article *article = l->sentences->article;
    while (l->drop < article->drops.count && article->drops.items[l->drop].span.end <= at)
        l->drop++;
    if (l->drop < article->drops.count && article->drops.items[l->drop].span.beg <= at)
        return article->drops.items[l->drop].span.end;
    return at;
}

// Who wrote the article says nothing in it.
static bool names_the_author(const Lexer *l)
{
    uint32_t block = l->sentences->items.items[l->sentence].block;
    return l->sentences->article->blocks.items[block].kind == BLOCK_BYLINE;
}

// Of a byline only what stands between quotation marks is kept, for it is a run.
static uint32_t push_of_byline(Lexer *l, uint32_t limit)
{
    bool run = l->run < l->runs->count && l->runs->items[l->run].outer.beg < limit;
    return run ? push_run(l) : limit;
}

void find_words(const Sentences *sentences, const Runs *runs, const WordClasses *classes,
                Arena *arena, Words *out)
{
    *out = (Words){.text = sentences->article->text, .classes = classes};
    // A word or mark takes seven bytes of news. Room for all at once need not be copied.
    RESERVE(&out->items, out->text.len / 6, arena);
    *PUSH(&out->terms, arena) = (Term){0};
    Lexer l = {.sentences = sentences,
               .runs = runs,
               .arena = arena,
               .out = out,
               .last_sentence = UINT32_MAX};
    uint32_t at = 0;
    for (; l.sentence < sentences->items.count; l.sentence++) {
        Span span = sentences->items.items[l.sentence].span;
        if (at < span.beg)
            at = span.beg;
        // push_run may have gone on to a later sentence
        while (at < sentences->items.items[l.sentence].span.end) {
            uint32_t limit = sentences->items.items[l.sentence].span.end;
            uint32_t past = skip_drops(&l, at);
            if (past > at)
                at = past;
            else
                at = names_the_author(&l) ? push_of_byline(&l, limit) : push_next(&l, at, limit);
        }
    }
}
