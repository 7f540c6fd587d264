#include "pipeline.h"

#include <math.h>
#include <stdio.h>

#include "base/interrupt.h"

typedef bool StageRun(const PipelineOptions *o, Arena *arena, Products *p, Error *err);

static bool run_read(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    return read_source(&p->source, &o->read, arena, &p->article, err);
}

static bool run_split(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    (void)o;
    return split_article(&p->article, arena, &p->sentences, err);
}

static bool run_attribute(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    return attribute_sentences(&p->sentences, &o->attribute, arena, &p->script, err);
}

static bool run_cast(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    return cast_script(&p->script, o->voices, &o->cast, arena, &p->cast, err);
}

// What an edited script was before it was edited: a reading of its own article.
static const Reading *read_unedited(const PipelineOptions *o, Arena *arena, const Products *p,
                                    Error *err)
{
    if (str_equal(p->article.decoded, o->sheet->article))
        return &p->unedited;
    PipelineOptions plain = {
        .voices = o->voices,
        .read = o->read,
        .attribute = o->attribute,
        .cast = o->cast,
        .phrase = o->phrase,
    };
    Products *own = ALLOC(arena, Products, 1);
    own->source = (Source){.name = o->sheet->name, .bytes = o->sheet->article};
    return run_pipeline(&plain, STAGE_PHRASE, arena, own, err) ? &own->reading : NULL;
}

static bool run_phrase(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    if (!o->sheet)
        return phrase_cast(&p->cast, &o->phrase, arena, &p->reading, err);
    if (!phrase_cast(&p->cast, &o->phrase, arena, &p->unedited, err))
        return false;
    SpellOptions spell = spell_options(&p->article, &o->phrase);
    EditOptions edit = {
        .sheet = o->sheet,
        .base = read_unedited(o, arena, p, err),
        .voices = o->voices,
        .cast = &o->cast,
        .spell = &spell,
    };
    return edit.base && edit_reading(&p->unedited, &edit, arena, &p->reading, err);
}

// --- A reading that lasts a given time ---

enum {
    RATE_PLAY_PERCENT = 12, // of the rate that was asked for, either way
    RATE_MIN = 80,
    RATE_MAX = 450,
    SPEAK_AGAIN_MAX = 3,
};
// Of the length: less than this is made up by pauses, which it changes by a twentieth or so.
static const double LEFT_TO_PAUSES = 0.01;

// 0: as long as it takes.
static int64_t wanted_frames(const PipelineOptions *o)
{
    int64_t frames = o->duration_ms * MASTER_RATE_HZ / 1000;
    return (frames + PASSAGE_GRID / 2) / PASSAGE_GRID * PASSAGE_GRID;
}

// The rate at which the reading would last as long as is wanted; speech takes time in proportion
// to 1 / rate, or nearly.
static double rate_for(const Lengths *lengths, int rate_wpm, int64_t wanted)
{
    double now = (double)(lengths->natural - lengths->fixed),
           then = (double)(wanted - lengths->fixed);
    return then > 0 ? rate_wpm * now / then : HUGE_VAL;
}

static int within_play(double rate, int asked_wpm)
{
    double least = ceil(asked_wpm * (100.0 - RATE_PLAY_PERCENT) / 100);
    double most = floor(asked_wpm * (100.0 + RATE_PLAY_PERCENT) / 100);
    least = least > RATE_MIN ? least : RATE_MIN;
    most = most < RATE_MAX ? most : RATE_MAX;
    return (int)(rate < least ? least : rate > most ? most : floor(rate + 0.5));
}

typedef struct {
    char text[24];
} Clock;

static Clock clock_of(int64_t ms)
{
    Clock out;
    snprintf(out.text, sizeof out.text, "%d:%02d.%03d", (int)(ms / 60000), (int)(ms / 1000 % 60),
             (int)(ms % 1000));
    return out;
}

// The milliseconds are rounded so that they can be asked for.
static bool refuse_duration(const PipelineOptions *o, const Lengths *lengths, double rate,
                            Error *err)
{
    bool too_long = wanted_frames(o) > lengths->most;
    int64_t ms = too_long ? lengths->most * 1000 / MASTER_RATE_HZ
                          : (lengths->least * 1000 + MASTER_RATE_HZ - 1) / MASTER_RATE_HZ;
    char advice[80] = "make the article longer";
    if (rate >= RATE_MIN && rate <= RATE_MAX)
        snprintf(advice, sizeof advice, "give --rate %.0f", rate);
    else if (!too_long)
        snprintf(advice, sizeof advice, "give --detail brief, or cut the article");
    return fail(err, ERR_ARTICLE, (Span){0},
                "cannot be read in %s: the nearest is %s (ask for that, or %s)",
                clock_of(o->duration_ms).text, clock_of(ms).text, advice);
}

// First the rate, then the pauses. It is spoken again as seldom as can be.
static bool fit_duration(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    SpeakOptions speak = o->speak;
    int asked = speak.rate_wpm ? speak.rate_wpm : p->cast.voices[0]->rate_wpm;
    int64_t wanted = wanted_frames(o);
    speak.rate_wpm = asked;
    for (int i = 0;; i++) {
        Lengths lengths;
        if (!measure_lengths(&p->clips, &o->master, *arena, &lengths, err))
            return false;
        double rate = rate_for(&lengths, speak.rate_wpm, wanted);
        double miss = fabs((double)(lengths.natural - wanted));
        int next = within_play(rate, asked);
        bool done = next == speak.rate_wpm || miss <= LEFT_TO_PAUSES * (double)wanted;
        if (done || i == SPEAK_AGAIN_MAX)
            return (wanted >= lengths.least && wanted <= lengths.most) ||
                   refuse_duration(o, &lengths, rate, err);
        speak.rate_wpm = next;
        if (!speak_reading(&p->reading, &speak, arena, &p->clips, err))
            return false;
    }
}

static bool run_speak(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    return speak_reading(&p->reading, &o->speak, arena, &p->clips, err) &&
           (o->duration_ms == 0 || fit_duration(o, arena, p, err));
}

static bool run_master(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    MasterOptions master = o->master;
    master.frame_count = wanted_frames(o);
    return master_clips(&p->clips, &master, arena, &p->timeline, err);
}

static bool run_publish(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    PublishOptions publish = o->publish;
    publish.times = o->now_ms ? p->times : NULL;
    publish.time_count = o->now_ms ? STAGE_PUBLISH : 0;
    publish.variants = p->variants;
    publish.variant_count = p->variant_count;
    publish.notes = p->variant_notes;
    return publish_timeline(&p->timeline, &publish, arena, &p->episode, err);
}

// The order of the stages: nothing to the left may look at what is to the right.
static const struct {
    const char *name; // of its folder
    StageRun *run;
} TABLE[STAGES] = {
    [STAGE_READ] = {"read", run_read},                // Source -> Article
    [STAGE_SPLIT] = {"split", run_split},             // Article -> Sentences
    [STAGE_ATTRIBUTE] = {"attribute", run_attribute}, // Sentences -> Script
    [STAGE_CAST] = {"cast", run_cast},                // Script -> Cast
    [STAGE_PHRASE] = {"phrase", run_phrase},          // Cast -> Reading
    [STAGE_SPEAK] = {"speak", run_speak},             // Reading -> Clips
    [STAGE_MASTER] = {"master", run_master},          // Clips -> Timeline
    [STAGE_PUBLISH] = {"publish", run_publish},       // Timeline -> Episode
};

const char *stage_name(Stage stage)
{
    return TABLE[stage].name;
}

static bool run_stages(const PipelineOptions *options, Stage first, Stage last, Arena *arena,
                       Products *products, Error *err)
{
    for (int s = (int)first; s <= (int)last; s++) {
        if (options->on_stage)
            options->on_stage(options->context, (Stage)s, options->reading);
        double start = options->now_ms ? options->now_ms() : 0;
        if (!go_on(err) || !TABLE[s].run(options, arena, products, err))
            return false;
        double end = options->now_ms ? options->now_ms() : 0;
        products->times[s] = (StageTime){TABLE[s].name, end - start};
    }
    return true;
}

// --- Readings beside the first ---

static void read_fast(PipelineOptions *o)
{
    o->speak.rate_wpm = FAST_WPM;
    o->duration_ms = 0;
}

static void read_in_one_voice(PipelineOptions *o)
{
    o->cast.single_voice = true;
}

// Quotations may all be the narrator's, or of people whose voice does not switch.
static bool is_in_one_voice(const Reading *reading)
{
    const Voice *const *voices = (const Voice *const *)reading->cast->voices;
    for (uint32_t i = 0; i < reading->lines.count; i++)
        if (voices[reading->lines.items[i].speaker] != voices[0])
            return false;
    return true;
}

static const struct {
    const char *name;
    Label title;
    Also also;
    Stage first; // that makes something else than for the first reading
    void (*change)(PipelineOptions *o);
    bool (*is_same)(const Reading *reading); // it would sound like the first; NULL: never
    const char *why;
} VARIANTS[VARIANTS_MAX] = {
    {"fast", LABEL_FAST, ALSO_FAST, STAGE_SPEAK, read_fast, NULL, NULL},
    {"single", LABEL_ONE_VOICE, ALSO_SINGLE, STAGE_CAST, read_in_one_voice, is_in_one_voice,
     "the episode has one voice, so --also single makes no file of its own"},
};

size_t name_variants(unsigned also, const char *names[VARIANTS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < COUNT(VARIANTS); i++)
        if (also & (unsigned)VARIANTS[i].also)
            names[count++] = VARIANTS[i].name;
    return count;
}

static unsigned find_variant(Str name)
{
    for (size_t i = 0; i < COUNT(VARIANTS); i++)
        if (str_equal(name, str_from(VARIANTS[i].name)))
            return VARIANTS[i].also;
    return 0;
}

bool list_variants(Str names, unsigned *out, Error *err)
{
    *out = 0;
    for (size_t beg = 0, end; beg <= names.len; beg = end + 1) {
        end = beg + str_find(str_slice(names, beg, names.len), STR(","));
        Str name = str_slice(names, beg, end);
        unsigned also = find_variant(name);
        if (!also)
            return fail(err, ERR_USAGE, (Span){0}, "no reading \"%.*s\" (fast, single)",
                        STR_ARG(str_slice(name, 0, 40)));
        if (*out & also)
            return fail(err, ERR_USAGE, (Span){0}, "reading \"%.*s\" stands twice", STR_ARG(name));
        *out |= also;
    }
    return true;
}

// The time that its stages take is theirs in the first reading's, too.
static bool run_variant(const PipelineOptions *options, size_t index, Arena *arena, Products *p,
                        Error *err)
{
    PipelineOptions changed = *options;
    Products *own = ALLOC(arena, Products, 1);
    *own = *p;
    VARIANTS[index].change(&changed);
    changed.reading = VARIANTS[index].name;
    if (!run_stages(&changed, VARIANTS[index].first, STAGE_MASTER, arena, own, err))
        return false;
    for (int s = (int)VARIANTS[index].first; s <= STAGE_MASTER; s++)
        p->times[s].ms += own->times[s].ms;
    p->variants[p->variant_count++] =
        (Variant){VARIANTS[index].name, VARIANTS[index].title, &own->timeline};
    return true;
}

static bool run_variants(const PipelineOptions *options, Arena *arena, Products *p, Error *err)
{
    for (size_t i = 0; i < COUNT(VARIANTS); i++) {
        if (!(options->also & (unsigned)VARIANTS[i].also))
            continue;
        if (VARIANTS[i].is_same && VARIANTS[i].is_same(&p->reading))
            add_note(&p->variant_notes, arena, (Span){0}, "%s", VARIANTS[i].why);
        else if (!run_variant(options, i, arena, p, err))
            return false;
    }
    return true;
}

bool run_pipeline(const PipelineOptions *options, Stage last, Arena *arena, Products *products,
                  Error *err)
{
    if (last < STAGE_PUBLISH)
        return run_stages(options, STAGE_READ, last, arena, products, err);
    return run_stages(options, STAGE_READ, STAGE_MASTER, arena, products, err) &&
           run_variants(options, arena, products, err) &&
           run_stages(options, STAGE_PUBLISH, STAGE_PUBLISH, arena, products, err);
}
