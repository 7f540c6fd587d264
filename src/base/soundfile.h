// Sound files: WAV, FLAC, MP3, Opus, M4B and others in; samples of 16 bits out.
#ifndef LECTERN_BASE_SOUNDFILE_H
#define LECTERN_BASE_SOUNDFILE_H

#include "base/error.h"

typedef struct {
    void *handle;
    int rate_hz;
    int channel_count;
    int64_t frame_count;
    struct OpenBytes *bytes; // where it was opened from memory
    struct M4bReader *m4b;   // where it is one; the handle is then NULL
} SoundFile;

// Opens for reading. ERR_OUTPUT where it cannot be read.
NODISCARD bool open_sound(const char *path, SoundFile *out, Error *err);

// The same of a file in memory, which must stay there.
NODISCARD bool open_sound_bytes(Str bytes, SoundFile *out, Error *err);

// Goes to a frame. False: the file is damaged.
NODISCARD bool seek_sound(const SoundFile *file, int64_t frame);

// Reads up to `count` frames, channels interleaved, full scale 1.0. Gives how many.
int64_t read_sound(const SoundFile *file, float *out, int64_t count);

void close_sound(SoundFile *file);

// 16-bit samples, plainly rounded: by us, so that they do not depend on a library's way
// of scaling.
void round_samples(const float *sound, int64_t count, int16_t *out);

// The bytes of samples of one channel, repeated for each of the channels; little-endian.
Str pcm_bytes(const int16_t *samples, int64_t count, int channel_count, Arena *arena);

#endif
