// A zygote: a process with an engine started and one voice loaded, that forks a
// child for each clip. The child speaks into shared memory and is gone, so a
// crash or a hang costs one clip, no clip hears of another, and the same text
// gives the same samples. What the kernel can refuse a child is refused (sandbox.h).
#ifndef LECTERN_SPEAK_ZYGOTE_H
#define LECTERN_SPEAK_ZYGOTE_H

#include <sys/types.h>

#include "speak/engine.h"

enum {
    CHILD_SECONDS_MAX = 10,        // a clip's child is killed after this
    CHILD_MEMORY_MAX = 256 << 20,  // bytes of address space beyond what it begins with
    ZYGOTE_START_SECONDS_MAX = 20, // to load a voice
};

typedef struct {
    pid_t pid;  // 0: not running
    int socket; // requests out, answers in; readable when an answer is there
} Zygote;

typedef enum {
    ANSWER_SPOKEN,
    ANSWER_CRASHED,
    ANSWER_REFUSED,
    ANSWER_NO_VOICE,
    ANSWER_NO_SANDBOX, // the kernel has one, but would not give it
} Answer;

// Memory for `count` recordings, shared with all zygotes started later.
// NULL: none to be had. Give it back with unmap_recordings.
Recording *map_recordings(uint32_t count, int64_t frame_max);
void unmap_recordings(Recording *first, uint32_t count, int64_t frame_max);
Recording *recording_at(Recording *first, uint32_t index, int64_t frame_max);

// ERR_ENGINE where no process can be had. A voice that cannot be loaded is the
// answer to the first request.
NODISCARD bool start_zygote(const Engine *engine, Str voice, int rate_wpm, Recording *recordings,
                            int64_t frame_max, Zygote *out, Error *err);

// Asks for `text` (with its padding NULs) to be spoken into recording `index`.
NODISCARD bool ask_zygote(const Zygote *zygote, uint32_t index, Str text);

// Waits for the answer. False: the zygote itself is gone.
NODISCARD bool hear_zygote(const Zygote *zygote, Answer *answer);

// Kills it. Of several, all are killed before the first is stopped: their ends take time.
void end_zygote(const Zygote *zygote);

// Kills it and takes up its remains.
void stop_zygote(Zygote *zygote);

#endif
