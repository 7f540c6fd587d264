// What the encoders of a format have in common. Each is one file with one
// entry; audio.c lists them.
#ifndef LECTERN_PUBLISH_SOUND_ENCODE_H
#define LECTERN_PUBLISH_SOUND_ENCODE_H

#include "publish/sound/audio.h"
#include "publish/sound/measure.h"

typedef struct {
    const Timeline *timeline; // as it is to sound: level corrections included
    const AudioJob *job;
    const char *path; // of the file to write; one that is there is replaced
    int worker_count;
    const Heard *heard;  // to be filled; may be NULL
    const void *details; // that the encoder alone knows of, where its header says so
    // Called in this process now and then with the number of frames encoded; may be NULL.
    void (*progress)(void *context, int64_t done);
    void *context;
} Encoding;

typedef struct {
    AudioFormat format;
    // Uses worker_count processes, and puts down in encoding->heard what a decoder gives.
    // ERR_OUTPUT.
    bool (*write)(const Encoding *encoding, Arena scratch, Error *err);
    // Whether what it needs is there; NULL: always. ERR_ENGINE.
    bool (*ready)(Error *err);
    bool unheard; // nothing is put down: the file is measured instead
} Encoder;

extern const Encoder MP3_ENCODER, OPUS_ENCODER, FLAC_ENCODER, WAV_ENCODER, M4B_ENCODER;

// Writes the file of a plan, as often as it takes to bring it to the loudness and under the
// peak of its timeline. ERR_OUTPUT.
NODISCARD bool write_at_level(const Encoder *encoder, const Encoding *plan, Loudness *loudness,
                              Arena scratch, Error *err);

// Renders a passage and puts down what is heard of it. The frames are in the arena.
NODISCARD bool hear_passage(const Encoding *encoding, uint32_t index, Arena *arena, float **sound,
                            Error *err);

// Writes all bytes at a place of the file that is being made. ERR_OUTPUT.
NODISCARD bool write_at(const Encoding *encoding, int fd, const void *bytes, size_t len, int64_t at,
                        Error *err);

// Tells the progress that `done` of `total` equal shares are.
void tell_share(const Encoding *encoding, uint32_t done, uint32_t total);

// For formats without places of their own for them: info->comment, the article's
// address where the comment does not name it, and the kind of source that the
// sound has.
Str full_comment(const struct EpisodeInfo *info, Arena *arena);

bool encoding_failed(const Encoding *encoding, const char *why, Error *err);

#endif
