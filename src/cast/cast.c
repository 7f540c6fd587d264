// Casting. Whoever says most chooses first, and takes the voice that is farthest from those
// given before (farthest-point selection, Gonzalez 1985). Voices that are all far enough are
// alike to it; among those the speaker's name ranks by a hash (rendezvous hashing, Thaler and
// Ravishankar 1998), so a person tends to have one voice in all articles, and one voice more
// or less in the folder moves few people.
#include "cast/cast.h"

#include <float.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "cast/age.h"

// Voices so far apart are told apart, and little is gained by more: the nearest two of four
// recorded people are 1.96 apart (voices/README.md says how it is measured).
static const float AMPLE = 1.9F;

// An elderly voice that is nearer to another is not taken: to be told apart is worth more.
static const float NEAR = 1.4F;

typedef struct {
    const Script *script;
    const Voices *voices;
    const CastOptions *options;
    const int *ages; // by speaker, 0 where the article does not say
    uint32_t *uses;  // by index of voice: speakers who have it
    float *apart;    // by index of voice: how far from the nearest other that is given
    Arena *arena;
} Casting;

static uint32_t index_of(const Casting *c, const Voice *voice)
{
    return (uint32_t)(voice - c->voices->items.items);
}

static bool is_taken(const Casting *c, const Voice *voice)
{
    return c->uses[index_of(c, voice)] > 0;
}

// From here on others keep away from the voice.
static void keep_apart(Casting *c, const Voice *voice)
{
    uint32_t n = c->voices->items.count;
    for (uint32_t i = 0; i < n; i++) {
        float d = c->voices->distance[(size_t)index_of(c, voice) * n + i];
        if (i != index_of(c, voice) && d > 0 && d < c->apart[i])
            c->apart[i] = d;
    }
}

static uint64_t rank(uint64_t name_hash, const Voice *voice)
{
    uint64_t h = name_hash ^ (str_hash(voice->id) * 0x9E3779B97F4A7C15u);
    h ^= h >> 31; // splitmix64's finisher spreads the bits
    h *= 0xBF58476D1CE4E5B9u;
    return h ^ h >> 29;
}

// What speaks for a voice, the weightiest first.
typedef struct {
    bool person; // no narrator's and not nobody's
    bool young;  // as the speaker is or is not: a child's voice is for a child
    bool gender; // the speaker's, or that is not known
    uint32_t uses;
    bool age; // of the speaker's band, and an elderly one not near to others
    float apart;
    uint64_t rank;
} Fitness;

static bool is_young(AgeBand band)
{
    return band == BAND_CHILD || band == BAND_TEEN;
}

static Fitness fitness(const Casting *c, uint32_t speaker, uint64_t name_hash, const Voice *v)
{
    const Speaker *s = &c->script->speakers.items[speaker];
    AgeBand own = c->ages[speaker] ? age_band(c->ages[speaker]) : BAND_GROWN;
    float apart = c->apart[index_of(c, v)];
    return (Fitness){
        .person = v->role == ROLE_SPEAKER,
        .young = is_young(own) == is_young(age_band(v->age)),
        .gender = s->gender == GENDER_UNKNOWN || v->gender == s->gender,
        .uses = c->uses[index_of(c, v)],
        .age = own == age_band(v->age) && (own != BAND_ELDERLY || apart >= NEAR),
        .apart = apart < AMPLE ? apart : AMPLE,
        .rank = rank(name_hash, v),
    };
}

static bool is_better(const Fitness *a, const Fitness *b)
{
    if (a->person != b->person)
        return a->person;
    if (a->young != b->young)
        return a->young;
    if (a->gender != b->gender)
        return a->gender;
    if (a->uses != b->uses)
        return a->uses < b->uses;
    if (a->age != b->age)
        return a->age;
    if (a->apart < b->apart || a->apart > b->apart)
        return a->apart > b->apart;
    return a->rank > b->rank;
}

// NULL: there is no voice but the narrator's.
static const Voice *best_voice(const Casting *c, uint32_t speaker, const Voice *narrator)
{
    Arena scratch = *c->arena;
    Str name = utf8_lower(c->script->speakers.items[speaker].name, &scratch);
    uint64_t name_hash = str_hash(name);
    const Voice *best = NULL;
    Fitness best_fit = {0};
    for (uint32_t i = 0; i < c->voices->items.count; i++) {
        const Voice *v = &c->voices->items.items[i];
        if (v == narrator)
            continue;
        Fitness fit = fitness(c, speaker, name_hash, v);
        if (!best || is_better(&fit, &best_fit)) {
            best = v;
            best_fit = fit;
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
    c->uses[index_of(c, voice)]++;
    keep_apart(c, voice);
}

// What was so in another episode, unless it does not go here.
static void apply_gently(Casting *c, Cast *out, const CastChoice *choice, const Voice *voice)
{
    if (!voice || is_taken(c, voice) || c->options->single_voice)
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
        if (c->voices->items.items[i].role == role && !is_taken(c, &c->voices->items.items[i]))
            return &c->voices->items.items[i];
    return NULL;
}

// The narrator and nobody before all others. All keep away from nobody's voice, also where
// nobody speaks: who is cast should not hang on it.
static void cast_fixed(Casting *c, Cast *out)
{
    take(c, out, 0, voice_of_role(c, ROLE_NARRATOR));
    take(c, out, 0, best_voice(c, 0, NULL));
    const Voice *nobody = voice_of_role(c, ROLE_NOBODY);
    if (nobody)
        keep_apart(c, nobody);
    for (uint32_t s = 1; s < c->script->speakers.count; s++)
        if (c->options->single_voice)
            out->voices[s] = out->voices[0];
        else if (c->script->speakers.items[s].kind == SPEAKER_UNKNOWN)
            take(c, out, s, nobody);
}

typedef struct {
    uint32_t speaker;
    uint64_t bytes; // that are heard of the speaker
    uint64_t name_hash;
} Part;

static int by_size(const void *a, const void *b)
{
    const Part *x = a, *y = b;
    if (x->bytes != y->bytes)
        return x->bytes > y->bytes ? -1 : 1;
    if (x->name_hash != y->name_hash)
        return x->name_hash > y->name_hash ? -1 : 1;
    return (x->speaker > y->speaker) - (x->speaker < y->speaker);
}

// The speakers, whoever says most first.
static Part *list_parts(const Casting *c)
{
    const Script *script = c->script;
    Part *parts = ALLOC(c->arena, Part, script->speakers.count);
    for (uint32_t s = 0; s < script->speakers.count; s++) {
        Arena scratch = *c->arena;
        Str name = utf8_lower(script->speakers.items[s].name, &scratch);
        parts[s] = (Part){.speaker = s, .name_hash = str_hash(name)};
    }
    for (uint32_t i = 0; i < script->utterances.count; i++) {
        const Utterance *u = &script->utterances.items[i];
        parts[u->speaker].bytes += u->span.end - u->span.beg;
    }
    qsort(parts, script->speakers.count, sizeof *parts, by_size);
    return parts;
}

// Of those whom nobody has chosen a voice for. True where some share one.
static bool cast_people(Casting *c, Cast *out)
{
    const Part *parts = list_parts(c);
    bool shared = false;
    for (uint32_t i = 0; i < c->script->speakers.count; i++) {
        uint32_t s = parts[i].speaker;
        if (out->voices[s])
            continue;
        const Voice *voice = best_voice(c, s, out->voices[0]);
        voice = voice ? voice : out->voices[0];
        shared |= is_taken(c, voice);
        take(c, out, s, voice);
    }
    return shared;
}

bool cast_script(const Script *in, const Voices *voices, const CastOptions *options, Arena *arena,
                 Cast *out, Error *err)
{
    uint32_t speaker_count = in->speakers.count;
    *out = (Cast){.script = in, .voices = ALLOC(arena, const Voice *, speaker_count)};
    Casting c = {.script = in,
                 .voices = voices,
                 .options = options,
                 .ages = list_ages(in, arena),
                 .uses = ALLOC(arena, uint32_t, voices->items.count),
                 .apart = ALLOC(arena, float, voices->items.count),
                 .arena = arena};
    for (uint32_t i = 0; i < voices->items.count; i++)
        c.apart[i] = FLT_MAX;
    if (!apply_choices(&c, out, err))
        return false;
    cast_fixed(&c, out);
    if (cast_people(&c, out))
        add_note(&out->notes, arena, (Span){0},
                 "there are too few voices for %u speakers: some of them sound alike",
                 speaker_count - 1);
    return true;
}
