#include "phrase/opening.h"

#include "phrase/fixed.h"
#include "phrase/notices.h"

// A listener is told within 15 seconds that no person reads: at 165 words a
// minute that is 41 words, less the pauses between title, byline and disclosure.
enum { WORDS_BEFORE_DISCLOSURE = 30 };
enum { AFTER_TITLE_MS = 700, AFTER_BYLINE_MS = 800, AFTER_OPENING_MS = 1200 };

static const Block *block_of(const Reading *reading, const Line *line)
{
    const Sentences *sentences = reading->cast->script->sentences;
    uint32_t block = sentences->items.items[line->sentence].block;
    return &reading_article(reading)->blocks.items[block];
}

// Title, byline and what stands around them: date, publisher, standfirst.
static bool is_of_opening(const Block *block)
{
    return block->kind == BLOCK_TITLE || block->kind == BLOCK_BYLINE ||
           block->kind == BLOCK_CREDIT || block->role == ROLE_STANDFIRST;
}

// Lines of the article that belong to its title and byline, at its head.
static uint32_t count_head(const Reading *out, bool *title, uint32_t *byline)
{
    uint32_t n = 0;
    *title = false;
    *byline = UINT32_MAX;
    for (; n < out->lines.count; n++) {
        const Block *block = out->lines.items[n].sentence != NO_SENTENCE
                                 ? block_of(out, &out->lines.items[n])
                                 : NULL;
        if (!block || !is_of_opening(block))
            break;
        *title |= block->kind == BLOCK_TITLE;
        if (block->kind == BLOCK_BYLINE)
            *byline = n;
    }
    return n;
}

static Str ended(Str s, Arena *arena)
{
    return is_ended(s) ? s : str_format(arena, "%.*s.", STR_ARG(s));
}

// Words that stand behind those of the article; they have no place in it.
static void append_words(Line *line, Str words, const SpellOptions *spell, Arena *arena)
{
    Line more = generated_line(words, 0, spell, arena);
    Str spoken = line->spoken;
    while (spoken.len && strchr(",.;:", spoken.data[spoken.len - 1]))
        spoken.len--;
    uint32_t shift = (uint32_t)spoken.len + 2;
    line->spoken = str_format(arena, "%.*s, %.*s", STR_ARG(spoken), STR_ARG(more.spoken));
    for (uint32_t i = 0; i < more.units.count; i++) {
        Span at = more.units.items[i].spoken;
        *PUSH(&line->units, arena) =
            (Unit){{line->span.end, line->span.end}, {at.beg + shift, at.end + shift}};
    }
    for (uint32_t i = 0; i < more.said.count; i++) {
        Said said = more.said.items[i];
        said.spoken = (Span){said.spoken.beg + shift, said.spoken.end + shift};
        *PUSH(&line->said, arena) = said;
    }
}

// "By Ann Roe" becomes "By Ann Roe, for The Daily."
static void add_publisher(Line *line, const Article *article, const FixedPhrases *phrases,
                          const SpellOptions *spell, Arena *arena)
{
    Str publisher = article->publisher;
    Str written = str_span(article->text, line->span);
    if (publisher.len == 0 || str_find(written, publisher) < written.len)
        return;
    append_words(line, str_format(arena, "%s %.*s.", phrases->for_whom, STR_ARG(publisher)), spell,
                 arena);
}

static Str byline_text(const Article *article, const FixedPhrases *phrases, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_format(&b, "%s %.*s", phrases->by, STR_ARG(article->byline));
    // "By The Daily" says it already.
    if (article->publisher.len && !str_equal_nocase(article->publisher, article->byline))
        buf_format(&b, ", %s %.*s", phrases->for_whom, STR_ARG(article->publisher));
    return ended(buf_str(&b), arena);
}

static uint32_t count_words(const Line *lines, uint32_t count)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < count; i++)
        for (size_t k = 0; k < lines[i].spoken.len; k++)
            words += lines[i].spoken.data[k] == ' ' || k == 0;
    return words;
}

static void insert_line(Reading *out, uint32_t at, Line line, Arena *arena)
{
    (void)PUSH(&out->lines, arena);
    memmove(out->lines.items + at + 1, out->lines.items + at,
            (size_t)(out->lines.count - 1 - at) * sizeof line);
    out->lines.items[at] = line;
}

// Title and byline, the article's own or generated; gives the number of lines.
static uint32_t add_title_and_byline(Reading *out, const FixedPhrases *phrases,
                                     const SpellOptions *spell, Arena *arena)
{
    const Article *article = reading_article(out);
    bool title;
    uint32_t byline;
    uint32_t head = count_head(out, &title, &byline);
    if (byline != UINT32_MAX) {
        add_publisher(&out->lines.items[byline], article, phrases, spell, arena);
    } else if (article->byline.len && article->detail != DETAIL_BRIEF) {
        Str text = byline_text(article, phrases, arena);
        insert_line(out, head++, generated_line(text, AFTER_BYLINE_MS, spell, arena), arena);
    }
    if (!title && article->title.len) {
        Str text = ended(article->title, arena);
        insert_line(out, 0, generated_line(text, AFTER_TITLE_MS, spell, arena), arena);
        head++;
    }
    return head;
}

void add_opening(Reading *out, const PhraseOptions *options, const SpellOptions *spell,
                 Arena *arena)
{
    const FixedPhrases *phrases = fixed_phrases(reading_article(out)->language);
    bool title;
    uint32_t byline;
    uint32_t head = options->opening ? add_title_and_byline(out, phrases, spell, arena)
                                     : count_head(out, &title, &byline);
    out->opening = head + options->disclosure;
    if (!options->disclosure)
        return;
    bool late = count_words(out->lines.items, head) <= WORDS_BEFORE_DISCLOSURE;
    Line line = generated_line(str_from(phrases->disclosure),
                               late ? AFTER_OPENING_MS : AFTER_TITLE_MS, spell, arena);
    insert_line(out, late ? head : 0, line, arena);
}
