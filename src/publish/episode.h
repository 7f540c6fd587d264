// Stage 8 gives Episode: the files that listeners, readers and stations take.
#ifndef LECTERN_PUBLISH_EPISODE_H
#define LECTERN_PUBLISH_EPISODE_H

#include "master/timeline.h"
#include "publish/labels/labels.h"

typedef struct StageTime {
    const char *stage;
    double ms;
} StageTime;

// What stations ask for. Moments are "2026-01-31" or "2026-01-31T06:00:00".
typedef struct {
    // Levels as a station's meter reads the file; one channel is read as one.
    MasterOptions master;
    Str formats; // comma separated: "wav,mp2"; empty: wav, which is 48,000 Hz and 24 bits
    Str name;    // template of names (publish/radio/file_name.h); empty: the slug
    Str cut_id, client_id, category, classification; // for the cart; may be empty
    Str start, end; // when it may be aired; empty: from the article's date on, without an end
    Str made;       // when it was made, where the article has no date; empty: unknown
    bool rdxml;     // a sidecar for Rivendell
} RadioOptions;

// The article read otherwise than in the episode's own sound: one MP3 more.
typedef struct {
    const char *name; // in the file's: "<slug>-fast.mp3"
    Label title;      // as listeners see it: "Fast reading"
    const Timeline *timeline;
} Variant;

typedef struct {
    const char *folder; // where episodes go; made where it is absent
    Str editions;       // comma separated: "podcast,radio"; empty: podcast
    Str formats;        // audio formats, comma separated: "mp3,flac"; empty: mp3
    int worker_count;   // 0: one a processor
    int mp3_kbps;       // constant; 0: 96
    // How long the stages before this one took, for timing_ms in report.json;
    // NULL: it is left out, so that two runs write the same bytes.
    const StageTime *times;
    uint32_t time_count;
    const Variant *variants; // of the podcast edition
    uint32_t variant_count;
    Notes notes;       // on what is made, for the report
    const char *cover; // picture for the cover; NULL: one is drawn
    bool split; // the podcast edition's MP3, which must be among the formats, by chapters too
    bool word_overlay; // books are read along word by word; else by sentences
    int64_t made_at_s; // Unix time for files that must state one; 0: the article's date
    RadioOptions radio;
    bool disclosure;     // written statements in tags and pages
    const char *version; // of the program, for the report
    // Called as each part begins: the name of an edition or of a variant, "chapters" or "books";
    // then `progress` tells what of it is done. Both may be NULL.
    void (*on_part)(void *context, const char *part);
    void (*progress)(void *context, int64_t done, int64_t total);
    void *context;
} PublishOptions;

// As measured in the encoded file.
typedef struct {
    double integrated_lufs; // as heard: one channel is read as two equal ones
    double range_lu;
    double true_peak_dbtp;
    double momentary_max_lufs, short_max_lufs; // of 400 ms and of 3 s (EBU Tech 3341); as heard
} Loudness;

typedef struct {
    Str name;
    uint64_t bytes;
    char sha256[65];
    bool sound;             // the next two are set
    Loudness loudness;      // as measured
    double target_lufs;     // as heard; of a timeline that is not raw
    const Variant *variant; // that is heard in it; NULL: the episode's own reading
    Str title;              // of the chapter that it holds; empty: it holds no single one
} EpisodeFile;

typedef struct {
    const Timeline *timeline;
    Str slug;
    Str folder; // the episode's own
    LIST(EpisodeFile) files;
    uint32_t failed_clips;
} Episode;

// Writes the episode, complete or not at all: it is built in a temporary
// folder, flushed, and appears by one rename. ERR_OUTPUT.
NODISCARD bool publish_timeline(const Timeline *in, const PublishOptions *options, Arena *arena,
                                Episode *out, Error *err);

#endif
