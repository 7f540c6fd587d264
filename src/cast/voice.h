// Voices: one definition file each, in a folder.
#ifndef LECTERN_CAST_VOICE_H
#define LECTERN_CAST_VOICE_H

#include "attribute/script.h"

typedef enum { ROLE_SPEAKER, ROLE_NARRATOR, ROLE_NOBODY } VoiceRole;

// What is done to a voice's spectrum: a shelf below 260 Hz, a peak at 2,800 Hz, a shelf
// above 5,000 Hz, each -12 to 12 dB.
typedef struct {
    float low_db, middle_db, high_db;
} Equaliser;

// A voice as its file gives it (voices/README.md names the keys).
typedef struct {
    Str id;          // file name without suffix: [a-z0-9-]{1,24}
    Str description; // a few words for people
    Gender gender;   // GENDER_UNKNOWN: neither
    int age;         // years
    VoiceRole role;  // narrators are kept for narration, nobody's voice for unknown speakers
    int rate_wpm;    // words a minute
    float gain_db;   // brings it level with the others
    Equaliser equaliser;
    Str engine;     // "espeak-ng"
    Str definition; // engine's own lines, LF ended
} Voice;

typedef struct {
    LIST(Voice) items; // sorted by id
    float *distance;   // count x count, row by row; 0 where unknown
} Voices;

// Reads every `*.ini` of a folder, and `distance.tsv` if there. ERR_ENGINE
// where the folder or its voices cannot be read.
NODISCARD bool load_voices(const char *folder, Arena *arena, Voices *out, Error *err);

// NULL where there is none.
const Voice *find_voice(const Voices *voices, Str id);

#endif
