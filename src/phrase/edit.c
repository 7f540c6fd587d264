#include "phrase/edit.h"

#include "base/utf8.h"
#include "phrase/align.h"
#include "phrase/name_index.h"
#include "phrase/pronounce.h"
#include "phrase/restore.h"

enum { RESTORED_PAUSE_MS = 480 };
static const char LEFT_OUT[] = "left out in the script";

// An item of the sheet with what differs from the base.
typedef struct {
    const SheetItem *item; // NULL: nothing is edited
    bool speaker, spoken, pause, drop;
} Edit;

typedef struct {
    const EditOptions *o;
    const Reading *in;
    Arena *arena;
    Reading *out;
    Script *script;
    Cast *cast;
    NameIndex base;     // of the base's script
    uint32_t *speakers; // by speaker of the sheet: index in script->speakers
} Editor;

// Speakers by the name that the sheet has for them: flat, on one line.
static NameIndex index_speakers(const Script *script, Arena *arena)
{
    NameIndex index = {0};
    for (uint32_t i = 0; i < script->speakers.count; i++)
        add_name(&index, flat_text(script->speakers.items[i].name, arena), arena);
    return index;
}

// --- What was edited ---

static Edit compare_item(const Editor *e, const SheetItem *item, const SheetEntry *base)
{
    Edit edit = {.drop = item->drop != (base->line == NULL)};
    if (!item->drop && base->line) {
        Str name = e->base.names.items[base->line->speaker];
        edit.speaker = !str_equal(e->o->sheet->cast.items[item->speaker].name, name) ||
                       item->kind != base->line->kind;
        Str spoken = flat_text(base->line->spoken, e->arena);
        edit.spoken = item->spoken.len && !str_equal(item->spoken, spoken);
    } else if (!item->drop) {
        edit.speaker = true;
        edit.spoken = item->spoken.len > 0;
    }
    edit.pause = !item->drop && item->pause_ms != NO_PAUSE;
    if (edit.drop || edit.speaker || edit.spoken || edit.pause)
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
    add_note(&e->out->notes, e->arena, (Span){0}, "line %u of the script: %s", item->line, what);
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
                 "line %u of the script: lines were taken out before it; they are spoken (to leave "
                 "one out, put \"- \" before it)",
                 line);
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

// --- Speakers and voices ---

// Whether the sheet wants another voice than the base gave.
static bool has_new_voice(const Editor *e, const SheetSpeaker *speaker)
{
    int64_t was = find_name(&e->base, speaker->name);
    return was == NO_NAME || !str_equal(e->o->base->cast->voices[was]->id, speaker->voice);
}

static bool set_voice(Editor *e, uint32_t speaker, const SheetSpeaker *wanted, Error *err)
{
    const Voice *voice = find_voice(e->o->voices, wanted->voice);
    if (!voice)
        return fail(err, ERR_ARTICLE, wanted->at,
                    "there is no voice %.40s (`lectern voices` lists them)",
                    str_c(wanted->voice, e->arena));
    e->cast->voices[speaker] = voice;
    return true;
}

static uint32_t add_speaker(Editor *e, const SheetSpeaker *speaker)
{
    *PUSH(&e->script->speakers, e->arena) =
        (Speaker){.name = speaker->name, .kind = speaker->kind, .gender = speaker->gender};
    return e->script->speakers.count - 1;
}

// By speaker of the sheet: whether a line is theirs.
static bool *list_used(const Sheet *sheet, Arena *arena)
{
    bool *used = ALLOC(arena, bool, sheet->cast.count + 1);
    for (uint32_t i = 0; i < sheet->items.count; i++)
        if (!sheet->items.items[i].drop)
            used[sheet->items.items[i].speaker] = true;
    return used;
}

// Everybody whom the sheet lets speak is in the script; voices are as it says.
static bool edit_cast(Editor *e, Error *err)
{
    const Sheet *sheet = e->o->sheet;
    uint32_t count = e->script->speakers.count;
    const Voice **voices = ALLOC(e->arena, const Voice *, (size_t)count + sheet->cast.count);
    memcpy(voices, e->in->cast->voices, count * sizeof(*voices));
    e->cast->voices = voices;
    e->speakers = ALLOC(e->arena, uint32_t, sheet->cast.count + 1);
    NameIndex names = index_speakers(e->script, e->arena);
    const bool *used = list_used(sheet, e->arena);
    for (uint32_t i = 0; i < sheet->cast.count; i++) {
        const SheetSpeaker *wanted = &sheet->cast.items[i];
        int64_t found = find_name(&names, wanted->name);
        bool added = found == NO_NAME;
        if (added && !used[i])
            continue;
        uint32_t speaker = added ? add_speaker(e, wanted) : (uint32_t)found;
        e->speakers[i] = speaker;
        if ((added || has_new_voice(e, wanted)) && !set_voice(e, speaker, wanted, err))
            return false;
    }
    return true;
}

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

// --- Lines ---

// Whether the engine can be given it as it stands: words and , . ? ! ; : ' - only.
static bool is_words(Str spoken)
{
    bool letters = false;
    for (size_t i = 0; i < spoken.len;) {
        Char c = utf8_at(spoken, i);
        bool letter = code_is_letter(c.code) || code_is_mark(c.code);
        if (!letter && !(c.code < 0x80 && strchr(" ,.?!;:'-", (int)c.code)))
            return false;
        letters |= letter;
        i += c.len;
    }
    return letters;
}

// "’", which editors put for "'", and a letter with its mark as one character.
static Str plain_marks(Str spoken, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < spoken.len;) {
        Char c = utf8_at(spoken, i);
        buf_code(&b, c.code == 0x2019 ? '\'' : c.code);
        i += c.len;
    }
    return utf8_nfc(buf_str(&b), arena);
}

// Words are said as they are written; digits and symbols are spelled out like those of an
// article. The voice falls at the end where no mark says otherwise.
static void set_spoken(const Editor *e, Line *line, Str spoken)
{
    Line said = {.spoken = plain_marks(spoken, e->arena)};
    if (!is_words(said.spoken)) {
        Span whole = {0, (uint32_t)spoken.len};
        spell_span(spoken, whole, whole, e->o->spell, e->arena, &said);
    }
    if (said.spoken.len && !strchr(",.?!;:", said.spoken.data[said.spoken.len - 1]))
        said.spoken = str_format(e->arena, "%.*s.", STR_ARG(said.spoken));
    line->spoken = said.spoken;
    memset(&line->units, 0, sizeof line->units);
    memcpy(&line->said, &said.said, sizeof line->said);
    if (said.spoken.len)
        *PUSH(&line->units, e->arena) = (Unit){line->span, {0, (uint32_t)said.spoken.len}};
    if (is_english(e->o->spell->language))
        pronounce_line(line, e->arena);
}

static void change_line(Editor *e, const Edit *edit, Line *line)
{
    const SheetItem *item = edit->item;
    if (edit->speaker) {
        line->speaker = e->speakers[item->speaker];
        line->kind = item->kind;
        edit_quotes(e, line);
    }
    if (edit->spoken)
        set_spoken(e, line, item->spoken);
    if (edit->pause) {
        line->pause_ms = item->pause_ms;
        line->pause_given = true;
    }
}

static bool restore_drop(Editor *e, const Edit *edit, const Drop *drop)
{
    Line line = {.span = drop->span, .sentence = RESTORED, .pause_ms = RESTORED_PAUSE_MS};
    set_spoken(e, &line, flat_text(str_span(reading_article(e->in)->text, drop->span), e->arena));
    change_line(e, edit, &line);
    if (line.spoken.len == 0) {
        tell_misfit(e, edit->item, "there are no words in it to say");
        return false;
    }
    *PUSH(&e->out->lines, e->arena) = line;
    return true;
}

static void keep_line(Editor *e, const Edit *edit, const Line *line)
{
    bool opening = line < e->in->lines.items + e->in->opening;
    bool generated = line->sentence == NO_SENTENCE;
    if (edit->item && edit->drop) {
        if (!generated)
            *PUSH(&e->out->skipped, e->arena) = (Drop){line->span, LEFT_OUT};
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

static void edit_lines(Editor *e, const SheetEntries *entries, const Edit *edits)
{
    for (uint32_t i = 0; i < entries->items.count; i++) {
        const SheetEntry *entry = &entries->items.items[i];
        if (entry->line)
            keep_line(e, &edits[i], entry->line);
        else if (!(edits[i].item && edits[i].drop) || !restore_drop(e, &edits[i], entry->drop))
            *PUSH(&e->out->skipped, e->arena) = *entry->drop;
    }
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
                .cast = ALLOC(arena, Cast, 1),
                .base = index_speakers(options->base->cast->script, arena)};
    copy_products(&e);
    SheetEntries entries = list_entries(in, arena);
    const Edit *edits = find_edits(&e, &entries, err);
    if (!edits || !edit_cast(&e, err))
        return false;
    edit_lines(&e, &entries, edits);
    if (out->lines.count == 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "the script leaves out every line");
    restore_sentences(out, e.script, arena);
    return true;
}
