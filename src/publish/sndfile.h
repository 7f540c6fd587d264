// Sound files as libsndfile reads them: WAV, FLAC, Opus, MP3.
#ifndef LECTERN_PUBLISH_SNDFILE_H
#define LECTERN_PUBLISH_SNDFILE_H

#include "base/error.h"

typedef struct {
    void *handle;
    int rate_hz;
    int channel_count;
    int64_t frame_count;
} SoundFile;

// ERR_OUTPUT where the file cannot be read: it is one that we wrote.
NODISCARD bool open_sound(const char *path, SoundFile *out, Error *err);
void close_sound(SoundFile *file);

// Goes to a frame. False: the file is damaged.
NODISCARD bool seek_sound(const SoundFile *file, int64_t frame);

// Reads up to `count` frames, channels interleaved, full scale 1.0. Gives how many.
int64_t read_sound(const SoundFile *file, float *out, int64_t count);

#endif
