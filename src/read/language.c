#include "read/language.h"

#include "base/language.h"
#include "base/utf8.h"
#include "read/cld2.h"

enum {
    SAMPLE_MAX = 16 << 10,
    SMALL_WORDS = 2,          // in a text of fewer letters than contradict
    LEAST_LETTERS = 16,       // bytes of letters by which words tell where nothing is declared
    CONTRADICT_LETTERS = 200, // by which they contradict
    LEAST_PERCENT = 80,
    FOREIGN_WORDS = 4,
    FOREIGN_LETTERS = 60, // of a passage in the article's script
    FOREIGN_PERCENT = 90,
    SCRIPT_LETTERS = 20, // bytes, of one in another script
    SCRIPT_SAMPLE = 2048,
};

// ---- telling by words

// What the library has learned, by Article's names. It takes a text in another language for
// one of these: Occitan is Catalan to it.
static bool can_be_told(Str language)
{
    static const char CODES[] =
        " af ar az be bg bn bs ca ceb chr cs cy da de dv el en es et eu fa fi fil fr ga gl gu he "
        "hi "
        "hmn hr ht hu hy id is it iu ja jv ka km kn ko lg lif lo lt lv mk ml mr ms mt nb ne nl nn "
        "no "
        "or pa pl pt ro ru rw si sk sl sq sr sv sw syr ta te th tl tr uk ur vi yi yue zh ";
    Str code = primary_language(language);
    char key[8] = " ";
    if (code.len == 0 || code.len > 3)
        return false;
    for (size_t i = 0; i < code.len; i++)
        key[1 + i] = (char)to_lower(code.data[i]);
    key[1 + code.len] = ' ';
    return strstr(CODES, key) != NULL;
}

// Words that do not begin with a capital: names tell no language.
static uint32_t count_small_words(Str s)
{
    uint32_t small = 0;
    uint32_t before = ' ';
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        small += code_is_letter(c.code) && !code_is_upper(c.code) && code_is_space(before);
        before = c.code;
        i += c.len;
    }
    return small;
}

static Str tell_by_words(Str text, int *percent, Arena *arena)
{
    const char *code = detect_language(text.data, text.len, percent);
    bool script_only = code && strncmp(code, "xx-", 3) == 0;
    return code && !script_only ? tidy_language(str_from(code), arena) : (Str){0};
}

static size_t count_letters(Str s)
{
    size_t letters = 0;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (code_is_letter(c.code))
            letters += c.len;
        i += c.len;
    }
    return letters;
}

// Blocks of Unicode by script, and the language that most of their texts are in: where words
// do not tell, English would spell them.
static const struct {
    uint32_t first, last;
    const char *language;
} SCRIPTS[] = {
    {0x0000, 0x024F, "en"},  {0x0370, 0x03FF, "el"}, {0x0400, 0x052F, "ru"}, {0x0530, 0x058F, "hy"},
    {0x0590, 0x05FF, "he"},  {0x0600, 0x077F, "ar"}, {0x0900, 0x097F, "hi"}, {0x0980, 0x09FF, "bn"},
    {0x0A00, 0x0A7F, "pa"},  {0x0A80, 0x0AFF, "gu"}, {0x0B00, 0x0B7F, "or"}, {0x0B80, 0x0BFF, "ta"},
    {0x0C00, 0x0C7F, "te"},  {0x0C80, 0x0CFF, "kn"}, {0x0D00, 0x0D7F, "ml"}, {0x0D80, 0x0DFF, "si"},
    {0x0E00, 0x0E7F, "th"},  {0x1000, 0x109F, "my"}, {0x10A0, 0x10FF, "ka"}, {0x1200, 0x139F, "am"},
    {0x13A0, 0x13FF, "chr"}, {0x3040, 0x30FF, "ja"}, {0x3400, 0x9FFF, "zh"}, {0xAC00, 0xD7AF, "ko"},
};
enum { LATIN = 0, OTHER_SCRIPT = COUNT(SCRIPTS) };

static uint32_t script_of_letter(uint32_t code)
{
    if (code >= 0x1E00 && code < 0x1F00)
        return LATIN;
    for (uint32_t i = 0; i < COUNT(SCRIPTS); i++)
        if (code >= SCRIPTS[i].first && code <= SCRIPTS[i].last)
            return i;
    return OTHER_SCRIPT;
}

// That of most letters; kana among Chinese characters are Japanese.
static uint32_t script_of(Str s)
{
    uint32_t counts[COUNT(SCRIPTS) + 1] = {0}, best = LATIN;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        counts[script_of_letter(c.code)] += code_is_letter(c.code);
        i += c.len;
    }
    for (uint32_t i = 0; i <= OTHER_SCRIPT; i++)
        best = counts[i] > counts[best] ? i : best;
    bool kana = best < OTHER_SCRIPT && SCRIPTS[best].first == 0x3400 && counts[best - 1];
    return kana ? best - 1 : best;
}

// Words parted by blanks; of scripts that do not part them, two signs are a word.
static uint32_t count_words(Str s)
{
    uint32_t words = 0, signs = 0;
    bool inside = false;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        bool letter = code_is_letter(c.code);
        signs += (c.code >= 0x2E80 && c.code < 0xA000) || (c.code >= 0xE00 && c.code < 0xF00);
        words += letter && !inside;
        inside = letter || (inside && !code_is_space(c.code));
        i += c.len;
    }
    return words + signs / 2;
}

// Chinese characters are at home in Japanese.
static bool is_alike(uint32_t a, uint32_t b)
{
    bool kana = a < OTHER_SCRIPT && SCRIPTS[a].first == 0x3040;
    return a == b || (kana && b == a + 1);
}

Str tell_foreign(Str words, Str language, Str article, Arena *arena)
{
    size_t letters = count_letters(words);
    if (letters < SCRIPT_LETTERS || count_words(words) < FOREIGN_WORDS)
        return (Str){0};
    uint32_t script = script_of(words);
    bool same_script = is_alike(script_of(str_slice(article, 0, SCRIPT_SAMPLE)), script);
    if (same_script && (letters < FOREIGN_LETTERS || !can_be_told(language)))
        return (Str){0};
    int percent;
    Str told = tell_by_words(words, &percent, arena);
    if (told.len && percent >= (same_script ? FOREIGN_PERCENT : LEAST_PERCENT))
        return same_language(told, language) ? (Str){0} : told;
    bool named = !same_script && script != LATIN && script != OTHER_SCRIPT;
    return named ? str_from(SCRIPTS[script].language) : (Str){0};
}

// ---- the language of the article

LanguageAnswer decide_language(const LanguageEvidence *e)
{
    if (e->asked.len)
        return (LanguageAnswer){e->asked, true, false};
    bool told = e->told.len && e->percent >= LEAST_PERCENT && e->letters >= LEAST_LETTERS;
    if (e->declared.len == 0)
        return told            ? (LanguageAnswer){e->told, true, false}
               : e->script.len ? (LanguageAnswer){e->script, true, false}
                               : (LanguageAnswer){STR("en"), false, false};
    bool wrong = told && e->letters >= CONTRADICT_LETTERS && can_be_told(e->declared) &&
                 !same_language(e->told, e->declared);
    return (LanguageAnswer){wrong ? e->told : e->declared, true, wrong};
}

// Adds what of the block is not dropped; `*drop` moves on with the blocks.
static void add_narrated(const Article *article, Span block, uint32_t *drop, Buf *out)
{
    uint32_t at = block.beg;
    while (*drop < article->drops.count && article->drops.items[*drop].span.end <= at)
        ++*drop;
    for (uint32_t d = *drop; d < article->drops.count; d++) {
        Span gone = article->drops.items[d].span;
        if (gone.beg >= block.end)
            break;
        if (gone.beg > at)
            buf_add(out, str_span(article->text, (Span){at, gone.beg}));
        at = gone.end > at ? gone.end : at;
    }
    if (at < block.end)
        buf_add(out, str_span(article->text, (Span){at, block.end}));
    buf_char(out, '\n');
}

static Str sample_narrated(const Article *article, Arena *arena)
{
    Buf out = new_buf(arena);
    uint32_t drop = 0;
    for (uint32_t b = 0; b < article->blocks.count && out.len < SAMPLE_MAX; b++)
        if (article->blocks.items[b].kind != BLOCK_CODE)
            add_narrated(article, article->blocks.items[b].span, &drop, &out);
    size_t end = out.len < SAMPLE_MAX ? out.len : SAMPLE_MAX;
    while (end > 0 && end < out.len && ((unsigned char)out.data[end] & 0xC0) == 0x80)
        end--;
    return (Str){out.data, end};
}

// ---- words in other languages

// Of what is marked: the language of more than half of the narrated text. That is the
// article's, whatever element says it.
static Str mostly_marked(const Article *article, Arena scratch)
{
    uint32_t marked = 0, all = 0;
    Str most = {0};
    for (uint32_t i = 0; i < article->blocks.count; i++)
        all += article->blocks.items[i].span.end - article->blocks.items[i].span.beg;
    struct {
        Str language;
        uint32_t bytes;
    } seen[8] = {0};
    for (uint32_t i = 0; i < article->foreign.count; i++) {
        const ForeignSpan *f = &article->foreign.items[i];
        Str tag = tidy_language(f->language, &scratch);
        size_t k = 0;
        while (k < COUNT(seen) && seen[k].language.len && !str_equal(seen[k].language, tag))
            k++;
        if (k == COUNT(seen) || tag.len == 0)
            continue;
        seen[k].language = tag;
        seen[k].bytes += f->span.end - f->span.beg;
        if (seen[k].bytes > marked) {
            marked = seen[k].bytes;
            most = f->language;
        }
    }
    return marked > all / 2 ? most : (Str){0};
}

// What is marked as French and is plainly English, or the other way round.
static bool is_mislabelled(Str words, Str marked, Str language, Arena scratch)
{
    if (count_letters(words) < FOREIGN_LETTERS || !can_be_told(marked) || !can_be_told(language))
        return false;
    int percent;
    Str told = tell_by_words(words, &percent, &scratch);
    return told.len && percent >= FOREIGN_PERCENT && same_language(told, language) &&
           !same_language(told, marked);
}

// The parts of a marked span that lie in blocks; `*block` moves on with the spans.
static void cut_by_blocks(Article *article, ForeignSpan f, uint32_t *block, Arena *arena)
{
    while (*block < article->blocks.count && article->blocks.items[*block].span.end <= f.span.beg)
        ++*block;
    for (uint32_t b = *block; b < article->blocks.count; b++) {
        Span in = article->blocks.items[b].span;
        if (in.beg >= f.span.end)
            break;
        Span part = trim_span(article->text, (Span){in.beg > f.span.beg ? in.beg : f.span.beg,
                                                    in.end < f.span.end ? in.end : f.span.end});
        if (part.beg < part.end)
            *PUSH(&article->foreign, arena) = (ForeignSpan){part, f.language};
    }
}

static void settle_foreign(Article *article, Str declared, Arena *arena)
{
    Article marked = *article;
    uint32_t block = 0;
    memset(&article->foreign, 0, sizeof article->foreign);
    for (uint32_t i = 0; i < marked.foreign.count; i++) {
        ForeignSpan f = marked.foreign.items[i];
        Str words = str_span(article->text, f.span);
        f.language = tidy_language(f.language, arena);
        bool own = f.language.len == 0 || same_language(f.language, article->language) ||
                   same_language(f.language, declared);
        if (!own && count_words(words) >= FOREIGN_WORDS &&
            !is_mislabelled(words, f.language, article->language, *arena))
            cut_by_blocks(article, f, &block, arena);
    }
}

void settle_language(Article *article, Str asked, Arena *arena)
{
    Str declared = tidy_language(article->language, arena);
    if (declared.len == 0)
        declared = tidy_language(mostly_marked(article, *arena), arena);
    LanguageEvidence e = {.asked = tidy_language(asked, arena), .declared = declared};
    if (e.asked.len == 0) {
        Arena scratch = *arena;
        Str sample = utf8_nfc(sample_narrated(article, &scratch), &scratch);
        e.letters = count_letters(sample);
        uint32_t script = script_of(str_slice(sample, 0, SCRIPT_SAMPLE));
        if (script != LATIN && script != OTHER_SCRIPT)
            e.script = str_from(SCRIPTS[script].language);
        if (e.letters >= CONTRADICT_LETTERS ||
            (e.letters >= LEAST_LETTERS && count_small_words(sample) >= SMALL_WORDS))
            e.told = tell_by_words(sample, &e.percent, arena); // the sample goes with it
    }
    LanguageAnswer answer = decide_language(&e);
    article->language = answer.language;
    article->language_known = answer.known;
    if (answer.wrong)
        add_note(&article->notes, arena, (Span){0},
                 "the input says that its language is \"%.*s\", but its words are \"%.*s\" "
                 "(--language decides)",
                 STR_ARG(declared), STR_ARG(answer.language));
    if (article->foreign.count)
        settle_foreign(article, declared, arena);
}
