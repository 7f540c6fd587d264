#include "publish/text/explain.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "publish/text/words.h"

enum { WORDS_SHOWN = 60 }; // characters

typedef struct {
    Span at; // of the article's text
    bool doubt;
    Str element;    // of a drop: the kind of its block; "page": it is in none
    Str text;       // reason or doubt
    float sureness; // of a quote's speaker; else below 0
} Finding;
typedef LIST(Finding) Findings;

static const char *element_of(const Article *article, Span at, uint32_t *block)
{
    while (*block < article->blocks.count && article->blocks.items[*block].span.end <= at.beg)
        ++*block;
    bool inside =
        *block < article->blocks.count && article->blocks.items[*block].span.beg <= at.beg;
    return inside ? BLOCK_NAMES[article->blocks.items[*block].kind] : "page";
}

static void add_drops(Findings *out, const Reading *reading, Arena *arena)
{
    uint32_t block = 0;
    for (uint32_t i = 0; i < reading->skipped.count; i++) {
        const Drop *d = &reading->skipped.items[i];
        const char *element = element_of(reading_article(reading), d->span, &block);
        *PUSH(out, arena) = (Finding){.at = d->span,
                                      .element = str_from(element),
                                      .text = str_from(d->reason),
                                      .sureness = -1};
    }
}

static void add_quotes(Findings *out, const Reading *reading, Arena *arena)
{
    const Script *script = reading->cast->script;
    for (uint32_t i = 0; i < script->quotes.count; i++) {
        const Quote *q = &script->quotes.items[i];
        if (q->kind == QUOTE_OTHER || (q->speaker != NOBODY && q->sureness >= script->threshold))
            continue;
        Str text = STR("nobody is named who says this");
        if (q->speaker != NOBODY)
            text =
                str_format(arena, "taken for %.*s, not surely (%.2f)",
                           STR_ARG(script->speakers.items[q->speaker].name), (double)q->sureness);
        *PUSH(out, arena) =
            (Finding){.at = q->span, .doubt = true, .text = text, .sureness = q->sureness};
    }
}

static void add_notes(Findings *out, const Notes *notes, Arena *arena)
{
    for (uint32_t i = 0; i < notes->count; i++)
        *PUSH(out, arena) = (Finding){.at = notes->items[i].at,
                                      .doubt = true,
                                      .text = note_text(&notes->items[i], arena),
                                      .sureness = -1};
}

static int compare_findings(const void *a, const void *b)
{
    const Finding *x = a, *y = b;
    if (x->at.beg != y->at.beg)
        return x->at.beg < y->at.beg ? -1 : 1;
    if (x->doubt != y->doubt)
        return x->doubt ? 1 : -1;
    return str_compare(x->text, y->text);
}

static Findings find_all(const Reading *reading, Arena *arena)
{
    Findings all = {0};
    add_drops(&all, reading, arena);
    add_quotes(&all, reading, arena);
    add_notes(&all, &reading_article(reading)->notes, arena);
    add_notes(&all, &reading->cast->notes, arena);
    add_notes(&all, &reading->notes, arena);
    if (all.count)
        qsort(all.items, all.count, sizeof *all.items, compare_findings);
    return all;
}

// --- where

typedef struct {
    const Article *article;
    LIST(uint32_t) lines;     // where each begins in Article.decoded
    uint32_t counted, column; // byte asked for last, and its column: a line may be the whole input
} Map;

static Map map_lines(const Article *article, Arena *arena)
{
    Map map = {.article = article};
    *PUSH(&map.lines, arena) = 0;
    for (uint32_t i = 0; i < article->decoded.len; i++)
        if (article->decoded.data[i] == '\n')
            *PUSH(&map.lines, arena) = i + 1;
    return map;
}

// The byte of the input that byte `at` of the text was made of, or one near it.
static uint32_t source_of(const Article *article, uint32_t at)
{
    if (article->origins.count == 0)
        return at;
    uint32_t low = 0, high = article->origins.count; // the last origin at or before `at`
    while (low + 1 < high) {
        uint32_t middle = (low + high) / 2;
        if (article->origins.items[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    Origin origin = article->origins.items[low];
    uint32_t source = origin.source + (at > origin.at ? at - origin.at : 0);
    uint32_t len = (uint32_t)article->decoded.len;
    return source < len ? source : len;
}

// The line, from 0, that holds a byte of the input.
static uint32_t line_of(const Map *map, uint32_t source)
{
    uint32_t low = 0, high = map->lines.count;
    while (low + 1 < high) {
        uint32_t middle = (low + high) / 2;
        if (map->lines.items[middle] <= source)
            low = middle;
        else
            high = middle;
    }
    return low;
}

// The document that holds a byte of the input; NULL: there is but one.
static const ArticlePart *part_of(const Article *article, uint32_t source)
{
    uint32_t low = 0, high = article->parts.count;
    while (low + 1 < high) {
        uint32_t middle = (low + high) / 2;
        if (article->parts.items[middle].source <= source)
            low = middle;
        else
            high = middle;
    }
    return high ? &article->parts.items[low] : NULL;
}

typedef struct {
    Str part; // empty: the input is one document
    uint32_t line, column;
} Place;

// Counted from 1, in the document; columns in characters.
static Place find_place(Map *map, uint32_t at)
{
    uint32_t source = source_of(map->article, at), low = line_of(map, source);
    bool on = map->column && map->counted <= source && map->counted >= map->lines.items[low];
    uint32_t i = on ? map->counted : map->lines.items[low];
    map->column = on ? map->column : 1;
    for (; i < source; i++)
        map->column += ((unsigned char)map->article->decoded.data[i] & 0xC0) != 0x80;
    map->counted = source;
    const ArticlePart *part = part_of(map->article, source);
    uint32_t first = part ? line_of(map, part->source) : 0;
    return (Place){part ? part->name : (Str){0}, low - first + 1, map->column};
}

// --- for people

// The first words, on one line and without controls.
static void put_words(FILE *out, Str s, Arena scratch)
{
    Str words = first_words(s, WORDS_SHOWN, &scratch);
    fputs(": ", out);
    for (size_t i = 0; i < words.len;) {
        Char c = utf8_at(words, i);
        bool shown = c.code >= 0x20 && c.code != 0x7F && !code_is_invisible(c.code);
        if (shown)
            fwrite(words.data + i, 1, c.len, out);
        else
            putc(' ', out);
        i += c.len;
    }
}

static void put_place(FILE *out, Map *map, Span at, Arena scratch)
{
    Place place = find_place(map, at.beg);
    if (place.part.len)
        fprintf(out, "%.*s:", STR_ARG(clean_text(place.part, &scratch)));
    fprintf(out, "%u:%u ", place.line, place.column);
}

static void put_doubt(FILE *out, Map *map, const Finding *f, Arena scratch)
{
    bool placed = f->at.end > f->at.beg;
    if (placed)
        put_place(out, map, f->at, scratch);
    fprintf(out, "doubt: %.*s", STR_ARG(f->text));
    if (placed)
        put_words(out, str_span(map->article->text, f->at), scratch);
    putc('\n', out);
}

// One past the last of the drops from i on that have one reason and only white space
// between them: a menu is one thing to a person, whatever it is made of.
static uint32_t run_end(const Findings *all, Str text, uint32_t i)
{
    uint32_t end = i + 1;
    for (; end < all->count; end++) {
        const Finding *last = &all->items[end - 1], *f = &all->items[end];
        Span between = {last->at.end, f->at.beg};
        if (f->doubt || !str_equal(f->text, last->text) || !str_equal(f->element, last->element) ||
            between.beg > between.end || !is_blank(str_span(text, between)))
            break;
    }
    return end;
}

static void put_drops(FILE *out, Map *map, const Finding *first, const Finding *last, Arena scratch)
{
    Str words = str_span(map->article->text, (Span){first->at.beg, last->at.end});
    put_place(out, map, first->at, scratch);
    fprintf(out, "left out, %.*s (%.*s", STR_ARG(first->element), STR_ARG(first->text));
    if (words.len > WORDS_SHOWN && str_ends(first_words(words, WORDS_SHOWN, &scratch), STR("...")))
        fprintf(out, ", %u words", word_count(words));
    putc(')', out);
    put_words(out, words, scratch);
    putc('\n', out);
}

static void put_known(FILE *out, const char *what, Str value, Arena scratch)
{
    if (value.len)
        fprintf(out, ", %s %.*s", what, STR_ARG(clean_text(value, &scratch)));
}

static void put_head(FILE *out, const Article *article, bool named, Arena scratch)
{
    if (named)
        fprintf(out, "%.*s: ", STR_ARG(clean_text(article->source->name, &scratch)));
    fprintf(out, "read as %s", article->format);
    if (article->layout)
        fprintf(out, " (%s)", article->layout);
    fprintf(out, ", detail %s", DETAIL_NAMES[article->detail]);
    put_known(out, "language", article->language, scratch);
    put_known(out, "by", article->byline, scratch);
    put_known(out, "of", article->date, scratch);
    putc('\n', out);
}

void write_explanation(FILE *out, const Reading *reading, bool named, Arena scratch)
{
    const Article *article = reading_article(reading);
    Findings all = find_all(reading, &scratch);
    Map map = map_lines(article, &scratch);
    put_head(out, article, named, scratch);
    for (uint32_t i = 0, end; i < all.count; i = end) {
        end = i + 1;
        if (all.items[i].doubt) {
            put_doubt(out, &map, &all.items[i], scratch);
            continue;
        }
        end = run_end(&all, article->text, i);
        put_drops(out, &map, &all.items[i], &all.items[end - 1], scratch);
    }
}

// --- as data

static void put_findings(Json *json, const char *key, Map *map, const Findings *all, bool doubts)
{
    json_key(json, key);
    json_open(json, '[');
    for (uint32_t i = 0; i < all->count; i++) {
        const Finding *f = &all->items[i];
        if (f->doubt != doubts)
            continue;
        json_open(json, '{');
        if (f->at.end > f->at.beg) {
            Place place = find_place(map, f->at.beg);
            json_put_span(json, f->at);
            if (place.part.len)
                json_put_str(json, "document", place.part);
            json_put_int(json, "line", place.line);
            json_put_int(json, "column", place.column);
        }
        if (!doubts)
            json_put_str(json, "element", f->element);
        json_put_str(json, doubts ? "doubt" : "reason", f->text);
        if (f->sureness >= 0)
            json_put_real(json, "sureness", (double)f->sureness, 2);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void put_explanation(Json *json, const Reading *reading, Arena scratch)
{
    const Article *article = reading_article(reading);
    Findings all = find_all(reading, &scratch);
    Map map = map_lines(article, &scratch);
    json_put_str(json, "format", str_from(article->format));
    json_put_str(json, "layout", str_from(article->layout));
    json_put_str(json, "detail", str_from(DETAIL_NAMES[article->detail]));
    put_findings(json, "drops", &map, &all, false);
    put_findings(json, "doubts", &map, &all, true);
}
