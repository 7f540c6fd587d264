// M4B: AAC in MP4, as audiobooks are kept, by libavformat and libavcodec. They are loaded when
// one is made or read; where the program was built without them, each of these fails.
#ifndef LECTERN_BASE_M4B_H
#define LECTERN_BASE_M4B_H

#include "base/error.h"

typedef struct {
    const char *name; // as libavformat calls it: "title"
    Str value;        // empty: left out
} M4bTag;

typedef struct {
    Str title;
    int64_t start_ms; // the first is at 0; they rise
} M4bChapter;

typedef struct {
    const char *path; // of the file to write; one that is there is replaced
    int rate_hz, channel_count, kbps;
    const M4bTag *tags;
    size_t tag_count;
    const M4bChapter *chapters;
    size_t chapter_count;
    int64_t length_ms;
    const char *language; // three letters
    Str cover;            // PNG, or JPEG; empty: none
    bool cover_is_jpeg;
} M4bPlan;

// ERR_ENGINE: the libraries are not there.
NODISCARD bool load_m4b(Error *err);

typedef struct M4bWriter M4bWriter;

// ERR_ENGINE; ERR_OUTPUT where it cannot be written. End what has begun, also after a failure.
NODISCARD bool begin_m4b(const M4bPlan *plan, Arena *arena, M4bWriter **out, Error *err);

// Adds sound of one channel, full scale 1.0. ERR_OUTPUT.
NODISCARD bool put_m4b(M4bWriter *writer, const float *sound, int64_t count, Error *err);

// `whole`: all sound has been put, and the file is finished; else it is given up. ERR_OUTPUT.
NODISCARD bool end_m4b(M4bWriter *writer, bool whole, Error *err);

typedef struct M4bReader M4bReader;

typedef struct {
    int rate_hz, channel_count;
    int64_t frame_count;
} M4bSound;

// ERR_ENGINE; ERR_OUTPUT where it cannot be read. Close it.
NODISCARD bool open_m4b(const char *path, M4bReader **out, M4bSound *sound, Error *err);

// As seek_sound and read_sound of base/soundfile.h.
NODISCARD bool seek_m4b(M4bReader *reader, int64_t frame);
int64_t read_m4b(M4bReader *reader, float *out, int64_t count);
void close_m4b(M4bReader *reader);

#endif
