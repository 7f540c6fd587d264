#include "phrase/edit.h"

#include "phrase/align.h"
#include "phrase/name_index.h"
#include "phrase/recast.h"
#include "phrase/respell.h"
#include "phrase/restore.h"

enum { RESTORED_PAUSE_MS = 480 };

// An item of the sheet with what differs from the base.
typedef struct {
    const SheetItem *item; // NULL: nothing is edited
    bool speaker, spoken, pause, language, drop;
} Edit;

typedef struct {
    const EditOptions *o;
    const Reading *in;
    Arena *arena;
    Reading *out;
    Script *script;
    Cast *cast;
    const int64_t *of_base;   // by speaker of the sheet: that of the base's script, or NO_NAME
    const uint32_t *speakers; // by speaker of the sheet: index in script->speakers
    LIST(uint32_t) cut;       // lines of `out` behind which the rest of a sentence was left out
} Editor;

// --- What was edited ---

static Edit compare_item(const Editor *e, const SheetItem *item, const SheetEntry *base)
{
    Edit edit = {.drop = item->drop != (base->line == NULL)};
    if (!item->drop && base->line) {
        edit.speaker = e->of_base[item->speaker] != (int64_t)base->line->speaker ||
                       item->kind != base->line->kind;
        Str spoken = flat_text(base->line->spoken, e->arena);
        edit.spoken = item->spoken.len && !str_equal(item->spoken, spoken);
        edit.language =
            item->language.len && !str_equal(item->language, line_language(e->o->base, base->line));
    } else if (!item->drop) {
        edit.speaker = true;
        edit.spoken = item->spoken.len > 0;
        edit.language = item->language.len > 0;
    }
    edit.pause = !item->drop && item->pause_ms != NO_PAUSE;
    if (edit.drop || edit.speaker || edit.spoken || edit.pause || edit.language)
        edit.item = item;
    return edit;
}

static Str *entry_texts(const SheetEntries *entries, Arena *arena)
{
    Str *texts = ALLOC(arena, Str, (size_t)entries->items.count + 1);
    for (uint32_t i = 0; i < entries->items.count; i++)
        texts[i] = entries->items.items[i].text;
    return texts;
}

static Str *item_texts(const Sheet *sheet, Arena *arena)
{
    Str *texts = ALLOC(arena, Str, (size_t)sheet->items.count + 1);
    for (uint32_t i = 0; i < sheet->items.count; i++)
        texts[i] = sheet->items.items[i].text;
    return texts;
}

static int32_t *align_sheet(const Editor *e, const SheetEntries *entries)
{
    const Sheet *sheet = e->o->sheet;
    return align_texts(item_texts(sheet, e->arena), sheet->items.count,
                       entry_texts(entries, e->arena), entries->items.count, e->arena);
}

static void tell_misfit(const Editor *e, const SheetItem *item, const char *what)
{
    add_note(&e->out->notes, e->arena, (Span){0}, "%s", what)->script_line = item->line;
}

// A line that is taken out of the sheet is still the article's, and read. `from` and `to`
// are entries of the base that have their items; between them stand `others` items.
static void tell_taken_out(const Editor *e, const SheetEntries *base, uint32_t from, uint32_t to,
                           uint32_t others, uint32_t line)
{
    uint32_t missing = 0;
    for (uint32_t i = from; i < to; i++)
        missing += base->items.items[i].line && base->items.items[i].line->sentence != NO_SENTENCE;
    if (missing > others)
        add_note(&e->out->notes, e->arena, (Span){0},
                 "lines were taken out before it; they are spoken (to leave one out, put \"- \" "
                 "before it)")
            ->script_line = line;
}

static void tell_all_taken_out(const Editor *e, const SheetEntries *base, const int32_t *in_base)
{
    const Sheet *sheet = e->o->sheet;
    uint32_t next = 0, others = 0, line = 0;
    for (uint32_t i = 0; i < sheet->items.count; i++) {
        line = sheet->items.items[i].line;
        if (in_base[i] == UNALIGNED) {
            others++;
            continue;
        }
        tell_taken_out(e, base, next, (uint32_t)in_base[i], others, line);
        next = (uint32_t)in_base[i] + 1;
        others = 0;
    }
    tell_taken_out(e, base, next, base->items.count, others, line + 1);
}

// Whether any item is of the article, and not only of what the program adds to each.
static bool any_aligned(const int32_t *match, uint32_t count, const SheetEntries *entries)
{
    for (uint32_t i = 0; i < count; i++) {
        const Line *line = match[i] == UNALIGNED ? NULL : entries->items.items[match[i]].line;
        if (match[i] != UNALIGNED && (!line || line->sentence != NO_SENTENCE))
            return true;
    }
    return false;
}

// The edits by entry of the reading. NULL: the script is that of another article.
static Edit *find_edits(const Editor *e, const SheetEntries *entries, Error *err)
{
    const Sheet *sheet = e->o->sheet;
    SheetEntries base = list_entries(e->o->base, e->arena);
    int32_t *in_base = align_sheet(e, &base), *in_article = align_sheet(e, entries);
    if (!any_aligned(in_article, sheet->items.count, entries)) {
        (void)fail(err, ERR_ARTICLE, (Span){0},
                   "no line of the script stands in this article (give the one it was made of)");
        return NULL;
    }
    Edit *edits = ALLOC(e->arena, Edit, (size_t)entries->items.count + 1);
    tell_all_taken_out(e, &base, in_base);
    for (uint32_t i = 0; i < sheet->items.count; i++) {
        const SheetItem *item = &sheet->items.items[i];
        if (in_base[i] == UNALIGNED) {
            tell_misfit(e, item, "its words are not those of the article; it has no effect");
            continue;
        }
        Edit edit = compare_item(e, item, &base.items.items[in_base[i]]);
        if (edit.item && in_article[i] == UNALIGNED)
            tell_misfit(e, item, "the article has changed here; the edit has no effect");
        else if (edit.item)
            edits[in_article[i]] = edit;
    }
    return edits;
}

// --- Lines ---

// Quotes that lie in an edited line are its speaker's.
static void edit_quotes(Editor *e, const Line *line)
{
    uint32_t low = 0, high = e->script->quotes.count; // the first that ends behind its begin
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (e->script->quotes.items[middle].span.end <= line->span.beg)
            low = middle + 1;
        else
            high = middle;
    }
    SpeakerKind kind = e->script->speakers.items[line->speaker].kind;
    bool named = kind != SPEAKER_NARRATOR && kind != SPEAKER_UNKNOWN;
    for (uint32_t i = low; i < e->script->quotes.count; i++) {
        Quote *quote = &e->script->quotes.items[i];
        if (quote->span.beg >= line->span.end)
            break;
        quote->speaker = named ? (int32_t)line->speaker : NOBODY;
        quote->mention = (Span){0};
        quote->sureness = 1;
    }
}

static void change_line(Editor *e, const Edit *edit, Line *line)
{
    const SheetItem *item = edit->item;
    if (edit->speaker) {
        line->speaker = e->speakers[item->speaker];
        line->kind = item->kind;
        edit_quotes(e, line);
    }
    bool own = str_equal(item->language, reading_article(e->in)->language);
    if (edit->language)
        line->language = own ? (Str){0} : item->language;
    SpellOptions spell = *e->o->spell;
    spell.language = line_language(e->in, line);
    if (edit->spoken)
        respell_line(line, item->spoken, &spell, e->arena);
    else if (edit->language)
        respell_line(line, item->text, &spell, e->arena);
    if (edit->pause) {
        line->pause_ms = item->pause_ms;
        line->pause_given = true;
    }
}

static bool restore_drop(Editor *e, const Edit *edit, const SheetEntry *entry)
{
    Line line = {.span = entry->at, .sentence = RESTORED, .pause_ms = RESTORED_PAUSE_MS};
    respell_line(&line, entry->text, e->o->spell, e->arena);
    change_line(e, edit, &line);
    if (line.spoken.len == 0) {
        tell_misfit(e, edit->item, "there are no words in it to say");
        return false;
    }
    *PUSH(&e->out->lines, e->arena) = line;
    return true;
}

// The silence behind a line that is left out is behind the one before it.
static void leave_out(Editor *e, const Line *line)
{
    if (line->sentence == NO_SENTENCE) {
        *PUSH(&e->out->left_out, e->arena) =
            (LeftOut){*line, e->out->lines.count, e->out->skipped.count};
        return;
    }
    *PUSH(&e->out->skipped, e->arena) = (Drop){line->span, LEFT_OUT};
    Line *before = e->out->lines.count ? &e->out->lines.items[e->out->lines.count - 1] : NULL;
    if (!before || before->sentence == NO_SENTENCE)
        return;
    if (!before->pause_given && before->pause_ms < line->pause_ms)
        before->pause_ms = line->pause_ms;
    if (before->sentence == line->sentence)
        *PUSH(&e->cut, e->arena) = e->out->lines.count - 1;
}

static void keep_line(Editor *e, const Edit *edit, const Line *line)
{
    bool opening = line < e->in->lines.items + e->in->opening;
    if (edit->item && edit->drop) {
        leave_out(e, line);
        return;
    }
    Line *out = PUSH(&e->out->lines, e->arena);
    *out = *line;
    if (edit->item)
        change_line(e, edit, out);
    if (out->spoken.len == 0) {
        tell_misfit(e, edit->item, "there are no words in it to say");
        *out = *line;
    }
    e->out->opening += opening;
}

// The voice falls where a sentence ends now, before what was left out of it.
static void end_cut_sentences(Editor *e)
{
    for (uint32_t i = 0; i < e->cut.count; i++) {
        Line *line = &e->out->lines.items[e->cut.items[i]];
        bool last = e->cut.items[i] + 1 == e->out->lines.count;
        Str spoken = line->spoken;
        if ((last || line[1].sentence != line->sentence) && str_ends(spoken, STR(",")))
            line->spoken = str_format(e->arena, "%.*s.", (int)spoken.len - 1, spoken.data);
    }
}

static void edit_lines(Editor *e, const SheetEntries *entries, const Edit *edits)
{
    for (uint32_t i = 0; i < entries->items.count; i++) {
        const SheetEntry *entry = &entries->items.items[i];
        if (entry->line)
            keep_line(e, &edits[i], entry->line);
        else if (!(edits[i].item && edits[i].drop) || !restore_drop(e, &edits[i], entry))
            *PUSH(&e->out->skipped, e->arena) = (Drop){entry->at, entry->reason};
    }
    end_cut_sentences(e);
}

// --- Copies: what a stage gave does not change ---

static void copy_products(Editor *e)
{
    const Cast *cast = e->in->cast;
    *e->script = *cast->script;
    *e->cast = (Cast){.script = e->script, .notes = cast->notes};
    memset(&e->script->speakers, 0, sizeof e->script->speakers);
    for (uint32_t i = 0; i < cast->script->speakers.count; i++)
        *PUSH(&e->script->speakers, e->arena) = cast->script->speakers.items[i];
    memset(&e->script->quotes, 0, sizeof e->script->quotes);
    for (uint32_t i = 0; i < cast->script->quotes.count; i++)
        *PUSH(&e->script->quotes, e->arena) = cast->script->quotes.items[i];
    *e->out = (Reading){.cast = e->cast, .notes = e->in->notes};
}

bool edit_reading(const Reading *in, const EditOptions *options, Arena *arena, Reading *out,
                  Error *err)
{
    Editor e = {.o = options,
                .in = in,
                .arena = arena,
                .out = out,
                .script = ALLOC(arena, Script, 1),
                .cast = ALLOC(arena, Cast, 1)};
    copy_products(&e);
    Recast recast = {.sheet = options->sheet,
                     .base = options->base->cast,
                     .in = in->cast,
                     .voices = options->voices,
                     .choices = options->cast};
    e.of_base = match_speakers(&recast, arena, err);
    e.speakers = e.of_base ? edit_cast(&recast, e.of_base, e.script, e.cast, arena, err) : NULL;
    if (!e.speakers)
        return false;
    SheetEntries entries = list_entries(in, arena);
    const Edit *edits = find_edits(&e, &entries, err);
    if (!edits)
        return false;
    edit_lines(&e, &entries, edits);
    if (out->lines.count == 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "the script leaves out every line");
    restore_sentences(out, e.script, arena);
    return true;
}
