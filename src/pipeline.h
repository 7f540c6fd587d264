// The pipeline: eight stages in order, each taking the product of the one before.
#ifndef LECTERN_PIPELINE_H
#define LECTERN_PIPELINE_H

#include "phrase/edit.h"
#include "publish/episode.h"

typedef enum {
    STAGE_READ,
    STAGE_SPLIT,
    STAGE_ATTRIBUTE,
    STAGE_CAST,
    STAGE_PHRASE,
    STAGE_SPEAK,
    STAGE_MASTER,
    STAGE_PUBLISH,
} Stage;
enum { STAGES = STAGE_PUBLISH + 1 };

typedef struct {
    const Voices *voices;
    ReadOptions read;
    AttributeOptions attribute;
    CastOptions cast;
    PhraseOptions phrase;
    SpeakOptions speak;
    MasterOptions master;
    PublishOptions publish;
    // What the sound is to last, within 20 ms: rate and pauses are fitted. 0: what it takes.
    // ERR_ARTICLE where they cannot be, with what is nearest.
    int64_t duration_ms;
    const Sheet *sheet; // edits of the reading; NULL: none
    unsigned also;      // readings beside this one, a bit for each: list_variants
    // Milliseconds from any fixed moment, to time the stages; NULL: not timed.
    double (*now_ms)(void);
    // Called as each stage begins; may be NULL. `reading` is the name of the reading beside that it
    // is of; NULL: the first.
    void (*on_stage)(void *context, Stage stage, const char *reading);
    const char *reading; // that is run; see on_stage
    void *context;
} PipelineOptions;

// Words a minute of the fast reading.
enum { FAST_WPM = 300, VARIANTS_MAX = 2 };
typedef enum { ALSO_FAST = 1, ALSO_SINGLE = 2 } Also;

// The names of the readings that `also` has, in the order they are made. Gives their number.
size_t name_variants(unsigned also, const char *names[VARIANTS_MAX]);

// Reads a comma-separated list ("fast,single") into bits of Also. ERR_USAGE where a name is unknown
// or stands twice.
NODISCARD bool list_variants(Str names, unsigned *out, Error *err);

// Every stage's product; each points to the one before it.
typedef struct {
    Source source;
    Article article;
    Sentences sentences;
    Script script;
    Cast cast;
    Reading reading;
    Clips clips;
    Timeline timeline;
    Episode episode;
    StageTime times[STAGES];
    Reading unedited; // where there is a sheet
    Variant variants[VARIANTS_MAX];
    uint32_t variant_count;
    Notes variant_notes; // on those that were not made
} Products;

const char *stage_name(Stage stage);

// Runs the stages from the first to `last` on products->source. What has been
// made stays in `products`, also on failure.
NODISCARD bool run_pipeline(const PipelineOptions *options, Stage last, Arena *arena,
                            Products *products, Error *err);

#endif
