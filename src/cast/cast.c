// Casting. A speaker's name ranks the voices by a hash (rendezvous hashing,
// Thaler and Ravishankar 1998), so the same name takes the same voice in every
// article, and one voice more or less in the folder moves few people.
#include "cast/cast.h"

#include "base/utf8.h"

// Two voices nearer than this (voices/README.md says how it is measured) are
// not given to two speakers of one article while there are others left.
static const float NEAR = 1.4F;

typedef struct {
    const Script *script;
    const Voices *voices;
    const CastOptions *options;
    bool *taken;  // by index of voice
    bool peopled; // there are voices for people beside the narrator's
    Arena *arena;
} Casting;

static uint32_t index_of(const Casting *c, const Voice *voice)
{
    return (uint32_t)(voice - c->voices->items.items);
}

static bool is_near(const Casting *c, const Voice *voice)
{
    uint32_t n = c->voices->items.count;
    for (uint32_t i = 0; i < n; i++) {
        float d = c->voices->distance[(size_t)index_of(c, voice) * n + i];
        if (c->taken[i] && d > 0 && d < NEAR)
            return true;
    }
    return false;
}

static uint64_t rank(uint64_t name_hash, const Voice *voice)
{
    uint64_t h = name_hash ^ (str_hash(voice->id) * 0x9E3779B97F4A7C15u);
    h ^= h >> 31; // splitmix64's finisher spreads the bits
    h *= 0xBF58476D1CE4E5B9u;
    return h ^ h >> 29;
}

// How well a voice fits before the name decides: higher is better, < 0 never. The
// narrators' and nobody's are no person's where people have voices.
static int fitness(const Casting *c, const Speaker *s, const Voice *v)
{
    if (c->taken[index_of(c, v)] || (c->peopled && v->role != ROLE_SPEAKER))
        return -1;
    int fit = v->role == ROLE_SPEAKER ? 100 : 0;
    bool grown = v->age >= 20 && v->age < 75; // others only when nothing else is left
    fit += grown ? 50 : 0;
    if (s->gender != GENDER_UNKNOWN)
        fit += v->gender == s->gender ? 40 : 0;
    return fit + (is_near(c, v) ? 0 : 10);
}

static const Voice *best_voice(const Casting *c, const Speaker *s)
{
    Arena scratch = *c->arena;
    uint64_t name_hash = str_hash(utf8_lower(s->name, &scratch));
    const Voice *best = NULL;
    int best_fit = -1;
    uint64_t best_rank = 0;
    for (uint32_t i = 0; i < c->voices->items.count; i++) {
        const Voice *v = &c->voices->items.items[i];
        int fit = fitness(c, s, v);
        if (fit < best_fit || fit < 0)
            continue;
        uint64_t r = rank(name_hash, v);
        if (fit > best_fit || r > best_rank) {
            best = v;
            best_fit = fit;
            best_rank = r;
        }
    }
    return best;
}

static bool is_called(const Speaker *s, Str name, bool narrator)
{
    if (narrator)
        return str_equal_nocase(name, STR("narrator"));
    if (str_equal_nocase(name, s->name))
        return true;
    for (uint32_t i = 0; i < s->aliases.count; i++)
        if (str_equal_nocase(name, s->aliases.items[i]))
            return true;
    return false;
}

const CastChoice *told_choice(const CastOptions *options, const Speaker *speaker)
{
    for (uint32_t k = 0; k < options->choice_count; k++) {
        const CastChoice *choice = &options->choices[k];
        if (choice->told && is_called(speaker, choice->name, speaker->kind == SPEAKER_NARRATOR))
            return choice;
    }
    return NULL;
}

static void take(Casting *c, Cast *out, uint32_t speaker, const Voice *voice)
{
    if (out->voices[speaker] || !voice)
        return;
    out->voices[speaker] = voice;
    c->taken[index_of(c, voice)] = true;
}

// What was so in another episode, unless it does not go here.
static void apply_gently(Casting *c, Cast *out, const CastChoice *choice, const Voice *voice)
{
    if (!voice || c->taken[index_of(c, voice)] || c->options->single_voice)
        return;
    for (uint32_t s = 1; s < c->script->speakers.count; s++)
        if (!out->voices[s] && str_equal_nocase(choice->name, c->script->speakers.items[s].name)) {
            take(c, out, s, voice);
            return;
        }
}

static bool apply_choices(Casting *c, Cast *out, Error *err)
{
    for (uint32_t k = 0; k < c->options->choice_count; k++) {
        const CastChoice *choice = &c->options->choices[k];
        const Voice *voice = find_voice(c->voices, choice->voice);
        if (choice->yields) {
            apply_gently(c, out, choice, voice);
            continue;
        }
        if (!voice)
            return fail(err, ERR_USAGE, (Span){0},
                        "no voice is called \"%.*s\" (see: lectern voices)",
                        STR_ARG(str_slice(choice->voice, 0, 60)));
        bool found = false;
        for (uint32_t s = 0; s < c->script->speakers.count; s++) {
            if (!is_called(&c->script->speakers.items[s], choice->name, s == 0))
                continue;
            found = true;
            if (s == 0 || !c->options->single_voice)
                take(c, out, s, voice);
        }
        if (!found && choice->told)
            add_note(&out->notes, c->arena, (Span){0},
                     "nobody in the article is called \"%.*s\", whose voice was chosen",
                     STR_ARG(str_slice(choice->name, 0, 60)));
    }
    return true;
}

static const Voice *voice_of_role(const Casting *c, VoiceRole role)
{
    for (uint32_t i = 0; i < c->voices->items.count; i++)
        if (c->voices->items.items[i].role == role && !c->taken[i])
            return &c->voices->items.items[i];
    return NULL;
}

// The narrator and nobody before all others.
static void cast_fixed(Casting *c, Cast *out)
{
    take(c, out, 0, voice_of_role(c, ROLE_NARRATOR));
    take(c, out, 0, best_voice(c, &c->script->speakers.items[0]));
    for (uint32_t i = 0; i < c->voices->items.count; i++) {
        const Voice *v = &c->voices->items.items[i];
        c->peopled |= v->role == ROLE_SPEAKER && v != out->voices[0];
    }
    for (uint32_t s = 1; s < c->script->speakers.count; s++)
        if (c->options->single_voice)
            out->voices[s] = out->voices[0];
        else if (c->script->speakers.items[s].kind == SPEAKER_UNKNOWN)
            take(c, out, s, voice_of_role(c, ROLE_NOBODY));
}

// Of those whom nobody has chosen a voice for. True where some share one.
static bool cast_people(Casting *c, Cast *out)
{
    bool doubled = false;
    for (uint32_t s = 1; s < c->script->speakers.count; s++) {
        const Speaker *speaker = &c->script->speakers.items[s];
        take(c, out, s, best_voice(c, speaker));
        if (!out->voices[s]) { // more speakers than voices: begin anew
            memset(c->taken, 0, c->voices->items.count * sizeof *c->taken);
            c->taken[index_of(c, out->voices[0])] = c->voices->items.count > 1;
            take(c, out, s, best_voice(c, speaker));
            doubled = true;
        }
    }
    return doubled;
}

bool cast_script(const Script *in, const Voices *voices, const CastOptions *options, Arena *arena,
                 Cast *out, Error *err)
{
    uint32_t speaker_count = in->speakers.count;
    *out = (Cast){.script = in, .voices = ALLOC(arena, const Voice *, speaker_count)};
    Casting c = {.script = in,
                 .voices = voices,
                 .options = options,
                 .taken = ALLOC(arena, bool, voices->items.count),
                 .arena = arena};
    if (!apply_choices(&c, out, err))
        return false;
    cast_fixed(&c, out);
    if (cast_people(&c, out))
        add_note(&out->notes, arena, (Span){0},
                 "%u speakers are more than there are voices: some of them sound alike",
                 speaker_count - 1);
    return true;
}
