// Stage 6 gives Clips: each line as the engine recorded it.
#ifndef LECTERN_SPEAK_CLIPS_H
#define LECTERN_SPEAK_CLIPS_H

#include "base/store.h"
#include "phrase/reading.h"
#include "speak/engine.h"

enum {
    CLIP_RATE_HZ = 22050,
    CLIP_CHARS_MAX = 1000,  // characters in one clip
    CLIP_SECONDS_MAX = 150, // of sound; the engine is stopped there
};

// When a word begins.
typedef struct {
    uint32_t spoken; // byte of Line.spoken at which the word begins
    int64_t frame;   // from the start of the clip, at CLIP_RATE_HZ
} WordTime;

typedef enum {
    CLIP_WHOLE,
    CLIP_REDUCED, // the engine failed on the text and spoke a plainer form of it
    CLIP_LOST,    // it failed twice: a short silence stands in its place
    CLIP_CUT,     // it spoke for longer than CLIP_SECONDS_MAX: the end is missing
} ClipState;

typedef struct {
    uint32_t line; // index in Reading.lines; every line has at least one clip
    Span spoken;   // bytes of that line's spoken text; a long line has several clips
    char key[65];  // hex SHA-256 of all that its sound depends on; its file's name
    ClipState state;
    bool cached;          // found in the cache
    int64_t frame_count;  // at CLIP_RATE_HZ; leading and trailing silence cut off
    LIST(WordTime) words; // rising; one for each blank-separated word of the clip
} Clip;

typedef struct {
    Str language; // BCP 47, as the article or a passage of it has it
    Str engine;   // the engine's name for what it spoke
    uint32_t lines;
} SpokenLanguage;

typedef struct {
    const Engine *engine; // NULL: the first of ENGINES
    int worker_count;     // 0: one a processor
    int rate_wpm;         // 0: each voice's own; else the narrator's, the others in proportion
    const char *cache;    // folder of clips; made where it is absent
    bool temporary;       // the cache goes when the run ends
    bool exact_language;  // one that the engine has nothing like is an error, not English
    // Called in the parent as clips are finished; may be NULL.
    void (*progress)(void *context, uint32_t done, uint32_t total);
    void *context;
} SpeakOptions;

typedef struct {
    const Reading *reading;
    const char *cache; // the folder; clip sound is read with map_clip
    bool
        temporary; // it goes when the run ends: what the run itself will not want again is not kept
    Str engine;    // "espeak-ng 1.51"
    double pace;   // 1: each voice's own rate; 2: twice as fast; pauses follow it
    LIST(SpokenLanguage) languages; // the article's first, then by their first line
    LIST(Clip) items;               // in order of lines
    Notes notes;
} Clips;

// Speaks every line in its language; where the engine has not that, in the nearest, else in
// English, and a note says so. ERR_ENGINE where the engine or a voice cannot be loaded, a voice
// is another engine's, or the engine's rate is not CLIP_RATE_HZ.
// A line that the engine cannot speak is no error: see ClipState.
NODISCARD bool speak_reading(const Reading *in, const SpeakOptions *options, Arena *arena,
                             Clips *out, Error *err);

// Clips that do not hold all of their words: lost or cut.
uint32_t count_failed_clips(const Clips *clips);

// The sound of a clip, mapped from its file. Unmap when done.
typedef struct {
    const int16_t *frames;
    int64_t frame_count;
    Blob blob;
} Sound;
NODISCARD bool map_clip(const Clips *clips, const Clip *clip, Sound *out, Error *err);
void unmap_sound(Sound *sound);

#endif
