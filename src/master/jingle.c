#include "master/jingle.h"

#include <math.h>

#include "base/soundfile.h"
#include "master/decibel.h"
#include "master/limit.h"
#include "master/loudness.h"
#include "master/render.h"
#include "master/resample.h"
#include "master/tone.h"

enum {
    MARGIN = 64,                        // frames that the peak meter may look past the ends
    FADE_FRAMES = MASTER_RATE_HZ / 100, // 10 ms
    BED_HEARD = 20 * MASTER_RATE_HZ,
};

static const double EARCON_BELOW_LU = 6; // it points to what comes, and is not the matter
static const double BED_BELOW_LU = 8;

static bool read_mono(const char *path, int seconds_max, SoundFile *file, Arena *arena, float **out,
                      int64_t *count, Error *err)
{
    int channels = file->channel_count;
    if (file->frame_count > (int64_t)seconds_max * file->rate_hz)
        return fail(err, ERR_USAGE, (Span){0}, "%.80s is longer than %d seconds", path,
                    seconds_max);
    *out = ALLOC(arena, float, (size_t)file->frame_count + 1);
    Arena scratch = *arena;
    float *all = ALLOC(&scratch, float, (size_t)(file->frame_count * channels) + 1);
    *count = read_sound(file, all, file->frame_count);
    for (int64_t i = 0; i < *count; i++) {
        for (int c = 0; c < channels; c++)
            (*out)[i] += all[i * channels + c];
        (*out)[i] /= (float)channels;
    }
    return true;
}

// Loudness as heard, measured at the rate that the meter knows.
static bool measure_lufs(const float *sound, int64_t count, Arena scratch, double *lufs, Error *err)
{
    float *low;
    int64_t low_count;
    if (!resample(sound, count, MASTER_RATE_HZ, CLIP_RATE_HZ, &scratch, &low, &low_count, err))
        return false;
    // A sound shorter than one gating block of 400 ms is measured as that long.
    uint32_t steps = (uint32_t)(low_count / STEP_FRAMES) + 1 + (uint32_t)STEPS_PER_S / 2;
    float *wide = ALLOC(&scratch, float, (size_t)steps *STEP_FRAMES);
    memcpy(wide, low, (size_t)low_count * sizeof *low);
    float *energy = ALLOC(&scratch, float, steps);
    weigh_steps(wide, steps, energy);
    *lufs = integrate_steps(energy, steps, STEPS_PER_S);
    return true;
}

static void level(float *sound, int64_t count, double db)
{
    float gain = gain_of_db(floor(db * 10) / 10);
    for (int64_t i = 0; i < count; i++)
        sound[i] *= gain;
    for (int64_t i = 0; i < FADE_FRAMES && i < count / 2; i++) {
        sound[i] *= (float)i / FADE_FRAMES;
        sound[count - 1 - i] *= (float)i / FADE_FRAMES;
    }
}

static bool read_jingle(const char *path, int seconds_max, Arena *arena, float **out,
                        int64_t *count, Error *err)
{
    SoundFile file;
    float *mono = NULL;
    int64_t mono_count = 0;
    if (!open_sound(path, &file, err)) {
        err->kind = ERR_USAGE;
        return false;
    }
    bool ok = read_mono(path, seconds_max, &file, arena, &mono, &mono_count, err);
    close_sound(&file);
    return ok && resample(mono, mono_count, file.rate_hz, MASTER_RATE_HZ, arena, out, count, err);
}

// The loudness is that of the first `heard` frames.
static bool level_jingle(const char *path, const float *sound, int64_t count, int64_t heard,
                         double target_lufs, double ceiling_dbtp, Arena *arena, Jingle *out,
                         Error *err)
{
    float *padded = ALLOC(arena, float, (size_t)count + 2 * MARGIN);
    memcpy(padded + MARGIN, sound, (size_t)count * sizeof *sound);
    double lufs;
    if (!measure_lufs(sound, heard, *arena, &lufs, err))
        return false;
    double peak = (double)true_peak(padded, MARGIN, MARGIN + count);
    if (peak <= 0 || lufs <= -70)
        return fail(err, ERR_USAGE, (Span){0}, "%.90s %s silent", path,
                    peak > 0 && heard < count ? "begins" : "is");
    double room = ceiling_dbtp - 20 * log10(peak);
    double gain = target_lufs - lufs;
    level(padded + MARGIN, count, gain < room ? gain : room);
    *out = (Jingle){.frames = padded + MARGIN, .frame_count = count};
    hash_bytes((Str){(const char *)out->frames, (size_t)count * sizeof *sound}, out->key);
    return true;
}

bool load_jingle(const char *path, double target_lufs, double ceiling_dbtp, Arena *arena,
                 Jingle *out, Error *err)
{
    float *sound = NULL;
    int64_t count = 0;
    return read_jingle(path, JINGLE_SECONDS_MAX, arena, &sound, &count, err) &&
           level_jingle(path, sound, count, count, target_lufs, ceiling_dbtp, arena, out, err);
}

bool load_earcon(const char *path, double target_lufs, double ceiling_dbtp, Arena *arena,
                 Jingle *out, Error *err)
{
    float *sound = NULL;
    int64_t count = 0;
    if (strcmp(path, "tone") == 0)
        sound = make_tone(arena, &count);
    else if (!read_jingle(path, EARCON_SECONDS_MAX, arena, &sound, &count, err))
        return false;
    return level_jingle(path, sound, count, count, target_lufs - EARCON_BELOW_LU, ceiling_dbtp,
                        arena, out, err);
}

bool load_bed(const char *path, double target_lufs, double ceiling_dbtp, Arena *arena, Jingle *out,
              Error *err)
{
    float *sound = NULL;
    int64_t count = 0;
    if (!read_jingle(path, JINGLE_SECONDS_MAX, arena, &sound, &count, err))
        return false;
    int64_t heard = count < BED_HEARD ? count : BED_HEARD;
    return level_jingle(path, sound, count, heard, target_lufs - BED_BELOW_LU, ceiling_dbtp, arena,
                        out, err);
}
