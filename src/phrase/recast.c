#include "phrase/recast.h"

#include "phrase/name_index.h"

// --- Who is who ---

static NameIndex index_names(const Str *names, uint32_t count, Arena *arena)
{
    NameIndex index = {0};
    for (uint32_t i = 0; i < count; i++)
        add_name(&index, names[i], arena);
    return index;
}

static bool match_narrator(const SheetSpeaker *speaker, int64_t *of_base, Error *err)
{
    if (speaker->kind == SPEAKER_NARRATOR && *of_base == NO_NAME)
        *of_base = 0; // by another name
    if ((speaker->kind == SPEAKER_NARRATOR) == (*of_base == 0))
        return true;
    return fail(err, ERR_ARTICLE, speaker->at,
                *of_base == 0 ? "the narrator's kind cannot be changed"
                              : "a speaker of the article cannot be its narrator");
}

// Speakers of the base whom the sheet does not name, between `low` and `high`.
typedef struct {
    const Recast *r;
    bool *free; // by speaker of the base
    uint32_t low, high;
} Gap;

static int64_t find_renamed(const Gap *gap, const SheetSpeaker *speaker, bool same_voice)
{
    for (uint32_t i = gap->low; i < gap->high; i++) {
        bool voice = str_equal(gap->r->base->voices[i]->id, speaker->voice);
        if (gap->free[i] && gap->r->base->script->speakers.items[i].kind == speaker->kind &&
            (voice || !same_voice))
            return i;
    }
    return NO_NAME;
}

// Pairs the speakers of the sheet from `from` to `to`, which have no speaker, with those of
// the gap: of the same voice first.
static void match_renamed(Gap *gap, uint32_t from, uint32_t to, int64_t *of_base)
{
    for (int voice = 1; voice >= 0; voice--)
        for (uint32_t i = from; i < to; i++) {
            if (of_base[i] != NO_NAME)
                continue;
            of_base[i] = find_renamed(gap, &gap->r->sheet->cast.items[i], voice);
            if (of_base[i] != NO_NAME)
                gap->free[of_base[i]] = false;
        }
}

static void match_all_renamed(const Recast *r, int64_t *of_base, Arena *arena)
{
    uint32_t count = r->base->script->speakers.count, from = 0;
    Gap gap = {.r = r, .free = ALLOC(arena, bool, count)};
    memset(gap.free, true, count);
    for (uint32_t i = 0; i < r->sheet->cast.count; i++)
        if (of_base[i] != NO_NAME)
            gap.free[of_base[i]] = false;
    for (uint32_t i = 0; i <= r->sheet->cast.count; i++) {
        bool end = i == r->sheet->cast.count;
        if (!end && of_base[i] == NO_NAME)
            continue;
        gap.high = end ? count : (uint32_t)of_base[i];
        match_renamed(&gap, from, i, of_base);
        gap.low = end ? count : (uint32_t)of_base[i] + 1;
        from = i + 1;
    }
}

int64_t *match_speakers(const Recast *r, Arena *arena, Error *err)
{
    const Script *base = r->base->script;
    NameIndex names = index_names(list_names(base, arena), base->speakers.count, arena);
    int64_t *of_base = ALLOC(arena, int64_t, r->sheet->cast.count + 1);
    for (uint32_t i = 0; i < r->sheet->cast.count; i++) {
        of_base[i] = find_name(&names, r->sheet->cast.items[i].name);
        if (!match_narrator(&r->sheet->cast.items[i], &of_base[i], err))
            return NULL;
    }
    match_all_renamed(r, of_base, arena);
    return of_base;
}

// --- What they become ---

typedef struct {
    const Recast *r;
    Script *script;
    Cast *cast;
    const Str *base_names; // as the sheet had them
    NameIndex names;       // of `script`, before any was changed
    Arena *arena;
} Change;

// By speaker of the sheet: whether a line is theirs.
static bool *list_used(const Sheet *sheet, Arena *arena)
{
    bool *used = ALLOC(arena, bool, sheet->cast.count + 1);
    for (uint32_t i = 0; i < sheet->items.count; i++)
        if (!sheet->items.items[i].drop)
            used[sheet->items.items[i].speaker] = true;
    return used;
}

static uint32_t add_speaker(const Change *c, const SheetSpeaker *wanted)
{
    *PUSH(&c->script->speakers, c->arena) =
        (Speaker){.name = wanted->name, .kind = wanted->kind, .gender = wanted->gender};
    return c->script->speakers.count - 1;
}

// The name before stays an alias: it is the one that stands in the article.
static void rename_speaker(const Change *c, Speaker *speaker, Str name)
{
    LIST(Str) aliases = {0};
    for (uint32_t i = 0; i < speaker->aliases.count; i++)
        *PUSH(&aliases, c->arena) = speaker->aliases.items[i];
    *PUSH(&aliases, c->arena) = speaker->name;
    memcpy(&speaker->aliases, &aliases, sizeof speaker->aliases);
    speaker->name = name;
}

// What differs from the base was edited.
static void change_speaker(const Change *c, Speaker *speaker, const SheetSpeaker *wanted,
                           uint32_t was)
{
    const Speaker *base = &c->r->base->script->speakers.items[was];
    if (!str_equal(c->base_names[was], wanted->name))
        rename_speaker(c, speaker, wanted->name);
    if (base->kind != wanted->kind)
        speaker->kind = wanted->kind;
    if (base->gender != wanted->gender)
        speaker->gender = wanted->gender;
}

static bool set_voice(const Change *c, uint32_t speaker, const SheetSpeaker *wanted, int64_t was,
                      Error *err)
{
    const CastChoice *choice = told_choice(c->r->choices, &c->script->speakers.items[speaker]);
    bool same = was != NO_NAME && str_equal(c->r->base->voices[was]->id, wanted->voice);
    if (same && !choice && c->cast->voices[speaker])
        return true; // as the article's own reading has it
    const Voice *voice = find_voice(c->r->voices, choice ? choice->voice : wanted->voice);
    if (!voice)
        return fail(err, ERR_ARTICLE, wanted->at,
                    "there is no voice %.40s (`lectern voices` lists them)",
                    str_c(wanted->voice, c->arena));
    c->cast->voices[speaker] = voice;
    return true;
}

// The speaker of the script whom a speaker of the sheet is, or NO_NAME.
static int64_t find_speaker(const Change *c, const SheetSpeaker *wanted, int64_t was)
{
    return was == 0 ? 0 : find_name(&c->names, was == NO_NAME ? wanted->name : c->base_names[was]);
}

uint32_t *edit_cast(const Recast *r, const int64_t *of_base, Script *script, Cast *cast,
                    Arena *arena, Error *err)
{
    uint32_t count = script->speakers.count, wanted_count = r->sheet->cast.count;
    Change c = {r,
                script,
                cast,
                list_names(r->base->script, arena),
                index_names(list_names(script, arena), count, arena),
                arena};
    cast->voices = ALLOC(arena, const Voice *, (size_t)count + wanted_count);
    memcpy(cast->voices, r->in->voices, count * sizeof *cast->voices);
    uint32_t *speakers = ALLOC(arena, uint32_t, wanted_count + 1);
    const bool *used = list_used(r->sheet, arena);
    for (uint32_t i = 0; i < wanted_count; i++) {
        const SheetSpeaker *wanted = &r->sheet->cast.items[i];
        int64_t found = find_speaker(&c, wanted, of_base[i]);
        if (found == NO_NAME && !used[i])
            continue;
        speakers[i] = found == NO_NAME ? add_speaker(&c, wanted) : (uint32_t)found;
        if (found != NO_NAME && of_base[i] != NO_NAME)
            change_speaker(&c, &script->speakers.items[found], wanted, (uint32_t)of_base[i]);
        if (!set_voice(&c, speakers[i], wanted, of_base[i], err))
            return NULL;
    }
    for (uint32_t i = 0; r->choices->single_voice && i < script->speakers.count; i++)
        cast->voices[i] = cast->voices[0];
    return speakers;
}
