#include "publish/sound/audio.h"

#include <math.h>

#include "publish/sound/encode.h"
#include "publish/sound/measure.h"

enum {
    CORRECTIONS_MAX = 3,
    SHORT_S = 30, // of sound that is measured as a file, whatever its encoder heard
};

static const double TOLERANCE_LU = 0.08; // gain goes in steps of 0.1 dB
// By how much more than the excess the ceiling is lowered: the encoder's
// overshoot is not the same twice.
static const double CEILING_MARGIN_DB = 0.05;

static const Encoder *const ENCODERS[] = {
    &MP3_ENCODER, &OPUS_ENCODER, &FLAC_ENCODER, &WAV_ENCODER, &M4B_ENCODER,
};

_Static_assert(COUNT(ENCODERS) == AUDIO_FORMATS_MAX, "room for every format");

// --- The list of formats ---

static const Encoder *find_encoder(Str name)
{
    for (size_t i = 0; i < COUNT(ENCODERS); i++)
        if (str_equal(name, str_from(ENCODERS[i]->format.name)))
            return ENCODERS[i];
    return NULL;
}

typedef struct {
    const Encoder *items[COUNT(ENCODERS)];
    size_t count;
} Chosen;

static bool choose_encoder(Chosen *chosen, Str name, Error *err)
{
    const Encoder *encoder = find_encoder(name);
    if (!encoder)
        return fail(err, ERR_USAGE, (Span){0},
                    "no audio format \"%.*s\" (mp3, opus, flac, wav, m4b)",
                    name.len > 40 ? 40 : (int)name.len, name.data);
    for (size_t i = 0; i < chosen->count; i++)
        if (chosen->items[i] == encoder)
            return fail(err, ERR_USAGE, (Span){0}, "audio format \"%.*s\" stands twice",
                        STR_ARG(name));
    chosen->items[chosen->count++] = encoder;
    return !encoder->ready || encoder->ready(err);
}

static bool choose_encoders(Str formats, Chosen *chosen, Error *err)
{
    if (formats.len == 0)
        formats = STR("mp3");
    for (size_t beg = 0, end; beg <= formats.len; beg = end + 1) {
        end = beg + str_find(str_slice(formats, beg, formats.len), STR(","));
        if (!choose_encoder(chosen, str_slice(formats, beg, end), err))
            return false;
    }
    return true;
}

bool list_audio_formats(Str formats, AudioFormats *out, Error *err)
{
    Chosen chosen = {0};
    if (!choose_encoders(formats, &chosen, err))
        return false;
    out->count = chosen.count;
    for (size_t i = 0; i < chosen.count; i++)
        out->items[i] = &chosen.items[i]->format;
    return true;
}

// --- One format, at the right level ---

// Steps of a tenth, so that sound that is nearly the same stays the same.
static double round_tenth(double db)
{
    return floor(db * 10 + 0.5) / 10;
}

// Without the limiter, nothing but a lower gain keeps peaks down, and loudness gives way.
static bool correct_gain(Timeline *timeline, double miss_lu, double excess_db)
{
    double room_db = -excess_db - CEILING_MARGIN_DB;
    double change = floor((miss_lu < room_db ? miss_lu : room_db) * 10) / 10;
    timeline->gain_db = round_tenth(timeline->gain_db + change);
    return change != 0;
}

// Moves gain and ceiling towards the target. False: the level is right, or there
// is no sound.
static bool correct_level(Timeline *timeline, const Loudness *loudness)
{
    double miss_lu = timeline->target_lufs - loudness->integrated_lufs;
    double excess_db = loudness->true_peak_dbtp - timeline->peak_max_dbtp;
    if (loudness->integrated_lufs <= SILENCE_LUFS || timeline->raw)
        return false;
    if (fabs(miss_lu) <= TOLERANCE_LU && excess_db <= 0)
        return false;
    if (leaves_out(timeline->left_out, CHAIN_LIMITER))
        return correct_gain(timeline, miss_lu, excess_db);
    if (fabs(miss_lu) > TOLERANCE_LU)
        timeline->gain_db = round_tenth(timeline->gain_db + miss_lu);
    if (excess_db > 0)
        timeline->ceiling_dbtp -= ceil((excess_db + CEILING_MARGIN_DB) * 10) / 10;
    return true;
}

// The steps that are heard do not begin where the blocks of BS.1770 do. In a sound of few
// blocks one that fades out may so fall to the wrong side of the gate: "Fog." alone was
// 0.6 LU off.
static bool is_short(const Timeline *timeline)
{
    return timeline->frame_count < (int64_t)SHORT_S * MASTER_RATE_HZ;
}

static bool write_once(const Encoder *encoder, const Encoding *encoding, Loudness *loudness,
                       Arena scratch, Error *err)
{
    if (!encoder->write(encoding, scratch, err))
        return false;
    if (encoder->unheard || is_short(encoding->timeline))
        return measure_file(encoding->path, encoding->worker_count, scratch, loudness, err);
    *loudness = sum_up(encoding->heard, scratch);
    return true;
}

bool write_at_level(const Encoder *encoder, const Encoding *plan, Loudness *loudness, Arena scratch,
                    Error *err)
{
    Timeline timeline = *plan->timeline;
    Heard heard;
    if (!new_heard(&timeline, &heard, err))
        return false;
    Encoding encoding = *plan;
    encoding.timeline = &timeline;
    encoding.heard = &heard;
    bool ok = write_once(encoder, &encoding, loudness, scratch, err);
    for (int i = 0; ok && i < CORRECTIONS_MAX && correct_level(&timeline, loudness); i++)
        ok = write_once(encoder, &encoding, loudness, scratch, err);
    drop_heard(&heard);
    return ok;
}

// --- All formats ---

typedef struct {
    const Timeline *timeline;
    const AudioJob *job;
    size_t format_count;
    int64_t finished; // frames of the formats that are
    int64_t told;     // frames told to be done
} Writing;

// What is done again to correct the level was counted the first time.
static void tell_progress(void *context, int64_t done)
{
    Writing *writing = context;
    const AudioJob *job = writing->job;
    int64_t total = writing->timeline->frame_count * (int64_t)writing->format_count;
    if (writing->finished + done <= writing->told || !job->progress)
        return;
    writing->told = writing->finished + done;
    job->progress(job->context, writing->told, total);
}

static bool write_format(Writing *writing, const Encoder *encoder, Arena scratch,
                         Loudness *loudness, Error *err)
{
    const AudioJob *job = writing->job;
    Str path = str_format(&scratch, "%s/%s.%s", job->folder, job->slug, encoder->format.name);
    Encoding plan = {
        .timeline = writing->timeline,
        .job = job,
        .path = str_c(path, &scratch),
        .worker_count = job->worker_count,
        .progress = tell_progress,
        .context = writing,
    };
    if (!write_at_level(encoder, &plan, loudness, scratch, err))
        return false;
    writing->finished += writing->timeline->frame_count;
    tell_progress(writing, 0);
    return true;
}

bool write_audio(const Timeline *timeline, const AudioJob *job, Arena *arena, Loudness *measured,
                 Error *err)
{
    Chosen chosen = {0};
    if (!choose_encoders(job->formats, &chosen, err))
        return false;
    Writing writing = {.timeline = timeline, .job = job, .format_count = chosen.count};
    for (size_t i = 0; i < chosen.count; i++) {
        if (!write_format(&writing, chosen.items[i], *arena, &measured[i], err))
            return false;
    }
    return true;
}
