// The speech engine as the rest of the stage sees it. espeak.c fills it with
// libespeak-ng; no other file knows that library.
#ifndef LECTERN_SPEAK_ENGINE_H
#define LECTERN_SPEAK_ENGINE_H

#include "base/error.h"

// A language of the engine, found without starting it.
typedef struct {
    Str definition;  // the engine's own lines for the language
    Str version;     // "espeak-ng 1.51"
    Str fingerprint; // hash of the engine's data that the sound depends on
} EngineLanguage;

// BCP 47 `tag` ("en", "pt-BR"). ERR_ENGINE where the engine or language is missing.
NODISCARD bool find_engine_language(Str tag, Arena *arena, EngineLanguage *out, Error *err);

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

// Starts the engine in this process with one voice; once a process, for good.
// `voice` is a language definition and the lines of a voice.
NODISCARD bool open_engine(Str voice, int rate_wpm, Error *err);

// The folder of the engine's data, from which it reads while it speaks; NUL-terminated.
const char *engine_folder(void);

// Speaks `text` (gated, followed by GATE_PADDING NUL bytes) into `out`; stops
// where it is full. False: the engine refused.
NODISCARD bool speak_text(const char *text, Recording *out);

#endif
