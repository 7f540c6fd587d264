// The sound of an episode as files: one for each format, all from one timeline.
#ifndef LECTERN_PUBLISH_SOUND_AUDIO_H
#define LECTERN_PUBLISH_SOUND_AUDIO_H

#include "publish/episode.h"

// What the tags say; see publish/sound/info.h.
typedef struct EpisodeInfo EpisodeInfo;

typedef struct {
    const char *name;       // as --format takes it, and the suffix of the file: "mp3"
    const char *media_type; // "audio/mpeg"
} AudioFormat;

enum { AUDIO_FORMATS_MAX = 5, MP3_KBPS = 96 };

typedef struct {
    const AudioFormat *items[AUDIO_FORMATS_MAX];
    size_t count; // at least one
} AudioFormats;

// Reads a comma-separated list ("mp3,flac"; empty: "mp3"). ERR_USAGE where a name
// is unknown or stands twice, ERR_ENGINE where what a format needs is not there.
NODISCARD bool list_audio_formats(Str formats, AudioFormats *out, Error *err);

typedef struct {
    const EpisodeInfo *info; // for the tags of all formats but MP3
    Str id3_tag;             // bytes in front of the MP3; may be empty
    Str formats;             // comma separated; empty: "mp3"
    const char *folder;      // where `<slug>.<format>` goes; must be there
    const char *slug;
    int worker_count; // 0: one a processor
    int mp3_kbps;     // 0: MP3_KBPS
    // Called in this process as frames at MASTER_RATE_HZ are encoded; `done`
    // never falls. May be NULL.
    void (*progress)(void *context, int64_t done, int64_t total);
    void *context;
} AudioJob;

// Writes every format and measures each as it comes out of a decoder. Where that
// misses the timeline's target by more than 0.08 LU or peaks above its most, gain
// and ceiling are corrected and the format is encoded again, three times at most.
// `measured` has one for each of the list. The bytes are the same for any number
// of workers. ERR_OUTPUT; files may then be left unfinished, but no process is.
NODISCARD bool write_audio(const Timeline *timeline, const AudioJob *job, Arena *arena,
                           Loudness *measured, Error *err);

#endif
