// The chain: what is done to the engine's sound on its way to the listener, stage by
// stage. Any of them can be left out.
#ifndef LECTERN_MASTER_CHAIN_H
#define LECTERN_MASTER_CHAIN_H

#include "base/error.h"
#include "cast/voice.h"

typedef enum {
    CHAIN_HIGH_PASS,
    CHAIN_PHASE,
    CHAIN_COMPRESSOR,
    CHAIN_EQUALISER,
    CHAIN_LOW_PASS,
    CHAIN_JITTER, // of pauses
    CHAIN_FLOOR,  // of noise
    CHAIN_LIMITER,
    CHAIN_COUNT,
} ChainStage;

// Bit 1 << stage: the stage is left out.
typedef uint32_t ChainStages;

static inline bool leaves_out(ChainStages left_out, ChainStage stage)
{
    return left_out >> stage & 1;
}

// Reads a comma-separated list of names ("phase,floor"; "all"). ERR_USAGE.
NODISCARD bool read_chain_stages(Str names, ChainStages *out, Error *err);

// Treats a whole clip at CLIP_RATE_HZ in place: all stages up to the low-pass, with the
// voice's gain and equaliser. Linear.
void treat_sound(const Voice *voice, ChainStages left_out, float *sound, int64_t count);

#endif
