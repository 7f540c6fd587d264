// RIFF (EBU Tech 3306 where its sizes do not fit): chunks, and what stands before the
// samples of a WAV file.
#ifndef LECTERN_PUBLISH_SOUND_RIFF_H
#define LECTERN_PUBLISH_SOUND_RIFF_H

#include "publish/sound/info.h"

typedef struct {
    int rate_hz, channel_count;
    int sample_bytes; // of one channel: 2 or 3
    int64_t frame_count;
} PcmFormat;

// Bytes of all samples. An odd number has a zero byte behind it in the file.
int64_t pcm_size(const PcmFormat *format);

// A chunk with its name of four letters, padded to an even size.
void riff_chunk(Buf *b, const char *name, Str content);

// A text in ASCII, which all readers agree on, with its zero byte; nothing where it is empty.
void riff_text(Buf *b, const char *name, Str text, Arena *arena);

// The list of what the file is ("INFO"), as one chunk.
void riff_info(Buf *b, const EpisodeInfo *info, const char *genre, Arena *arena);

// All that stands before the first sample: plain PCM, then `chunks` as they are. RF64 where
// the file is larger than 4 GiB. What is as long in `chunks` makes a front as long.
Str riff_front(const PcmFormat *format, Str chunks, Arena *arena);

#endif
