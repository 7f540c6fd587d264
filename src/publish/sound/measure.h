// How loud a finished file is, as ITU-R BS.1770-4 and EBU Tech 3342 define it.
#ifndef LECTERN_PUBLISH_SOUND_MEASURE_H
#define LECTERN_PUBLISH_SOUND_MEASURE_H

#include "publish/episode.h"

// Given for sound without any: below the gate of BS.1770, and below 24 bits.
enum { SILENCE_LUFS = -70, SILENCE_DBTP = -150 };

// Decodes and measures. One channel is read as two equal ones. The figures are
// the same for any worker_count (0: one a processor). ERR_OUTPUT where the file
// cannot be decoded. Linear in its length.
NODISCARD bool measure_file(const char *path, int worker_count, Arena scratch, Loudness *out,
                            Error *err);

// What was heard of the sound while it was written; the workers that write share it.
typedef struct {
    uint32_t step_count, passage_count;
    float *energy; // K-weighted, of each HIGH_STEP_FRAMES of one channel
    float *peak;   // highest magnitude at and between samples, of each passage
} Heard;

// Room for a whole timeline. ERR_OUTPUT. Release with drop_heard.
NODISCARD bool new_heard(const Timeline *timeline, Heard *out, Error *err);
void drop_heard(Heard *heard);

enum { HEARD_MARGIN = 12 }; // frames that must be readable to either side

// Puts down what is heard in `step_count` steps of one channel at MASTER_RATE_HZ: energies,
// and the peak.
void hear_sound(const float *sound, uint32_t step_count, float *energy, float *peak);

// The same of sound at 48,000 Hz in steps of FAST_STEP_FRAMES.
void hear_fast_sound(const float *sound, uint32_t step_count, float *energy, float *peak);

// The same of a stretch of an MP3, as it is decoded by itself: a frame is a step.
NODISCARD bool hear_mp3(Str frames, uint32_t step_count, Arena scratch, float *energy, float *peak,
                        Error *err);

Loudness sum_up(const Heard *heard, Arena scratch);

#endif
