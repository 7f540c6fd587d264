// Sums and products only: the sines of C libraries differ in the last bit.
#include "master/tone.h"

#include "master/timeline.h"

enum {
    FRAMES = MASTER_RATE_HZ / 3,
    RISE = MASTER_RATE_HZ / 50, // 20 ms: no knock
    FALL = MASTER_RATE_HZ / 20, // to nothing, at the end
};

// A sine w ahead with each frame: the next value is the last one times 2 cos w,
// less the one before. `step` is 2 cos w, `now` begins as sin w.
typedef struct {
    double step, now, before;
} Sine;

static double next_value(Sine *s)
{
    double value = s->before, next = s->step * s->now - value;
    s->before = s->now;
    s->now = next;
    return value;
}

static double rise_at(int64_t i, int64_t count)
{
    double x = i < count ? (double)i / (double)count : 1;
    return x * (2 - x);
}

float *make_tone(Arena *arena, int64_t *frame_count)
{
    Sine low = {.step = 1.9911641082228315, .now = 0.0938955458543904};  // 660 Hz
    Sine high = {.step = 1.9647345058748242, .now = 0.1869614408272533}; // its octave
    static const double DECAY = 0.9996221424567920;                      // to 1 / e in 60 ms
    float *out = ALLOC(arena, float, FRAMES);
    double loud = 0.5;
    for (int64_t i = 0; i < FRAMES; i++) {
        double value = next_value(&low) + next_value(&high) / 4;
        out[i] = (float)(loud * value * rise_at(i, RISE) * rise_at(FRAMES - 1 - i, FALL));
        loud *= DECAY;
    }
    *frame_count = FRAMES;
    return out;
}
