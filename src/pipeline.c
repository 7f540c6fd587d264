#include "pipeline.h"

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

static bool run_speak(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    return speak_reading(&p->reading, &o->speak, arena, &p->clips, err);
}

static bool run_master(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    return master_clips(&p->clips, &o->master, arena, &p->timeline, err);
}

static bool run_publish(const PipelineOptions *o, Arena *arena, Products *p, Error *err)
{
    PublishOptions publish = o->publish;
    publish.times = o->now_ms ? p->times : NULL;
    publish.time_count = o->now_ms ? STAGE_PUBLISH : 0;
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

bool run_pipeline(const PipelineOptions *options, Stage last, Arena *arena, Products *products,
                  Error *err)
{
    for (int s = 0; s <= (int)last; s++) {
        if (options->on_stage)
            options->on_stage(options->context, (Stage)s);
        double start = options->now_ms ? options->now_ms() : 0;
        if (!go_on(err) || !TABLE[s].run(options, arena, products, err))
            return false;
        double end = options->now_ms ? options->now_ms() : 0;
        products->times[s] = (StageTime){TABLE[s].name, end - start};
    }
    return true;
}
