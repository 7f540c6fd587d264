// A speech engine as the rest of the stage sees it: one constant entry, listed in
// engine.c. espeak.c is that of libespeak-ng; no other file knows the library.
#ifndef LECTERN_SPEAK_ENGINE_H
#define LECTERN_SPEAK_ENGINE_H

#include "base/error.h"

// A language of an engine, found without starting it. The first three are part of a clip's key.
typedef struct {
    Str definition;     // the engine's own lines for the language; may be empty
    Str version;        // of the engine, its name first: "espeak-ng 1.51"; the report has it
    Str fingerprint;    // hash of the engine's data that the sound depends on
    Str name;           // what the engine calls it: "cmn". No part of the key
    bool stands_in;     // it is not the language that was asked for, but the nearest
    bool absent;        // where there is none: all was looked through, and it is not there
    const char *cannot; // what of its writing the engine cannot read; NULL: it reads all of it
} EngineLanguage;

// A word as the engine reports it.
typedef struct {
    uint32_t character; // characters before it in the text
    int64_t frame;
} EngineWord;

enum { RECORDING_WORDS_MAX = 2048 };

// What is spoken goes here; the memory may be shared with another process.
typedef struct {
    int64_t frame_count;
    uint32_t word_count;
    EngineWord words[RECORDING_WORDS_MAX];
    int64_t frame_max;
    int16_t frames[]; // frame_max of them
} Recording;

typedef struct {
    const char *name; // as in the head of a voice's section: "[espeak-ng]"
    int rate_hz;      // of its samples. One other than CLIP_RATE_HZ is refused for now.
    bool phonemes;    // takes "[[...]]" of espeak-ng's mnemonics; else it gets words alone

    // BCP 47 `tag` ("en", "pt-BR"), or the nearest language that listeners of that follow.
    // ERR_ENGINE where the engine is missing, or there is none.
    bool (*find_language)(Str tag, Arena *arena, EngineLanguage *out, Error *err);

    // The folder of its data, from which it may read while it speaks; NUL-terminated.
    // The function may be NULL: it reads nothing.
    const char *(*folder)(void);

    // Starts it in this process with one voice; once a process, for good. `voice` is the
    // definition of a language, then that of a voice. It may read what it likes. ERR_ENGINE.
    bool (*open)(Str voice, int rate_wpm, Error *err);

    // Speaks `text` (gated, followed by GATE_PADDING NUL bytes) into `out`; stops where
    // it is full. Called in a fork of the process that was opened, once, confined (sandbox.h):
    // it may crash or hang. The same text and voice give the same samples. Words may be
    // reported or not. False: it refuses.
    bool (*speak)(const char *text, Recording *out);
} Engine;

extern const Engine ESPEAK_ENGINE;

enum { ENGINE_COUNT = 1 };
extern const Engine *const ENGINES[ENGINE_COUNT]; // the first is the default

#endif
