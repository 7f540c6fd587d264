#include "master/outline.h"

#include <math.h>

#include "master/decibel.h"

// Two minutes of a jingle are many frames, and a picture needs few of them.
enum { STRIDE = 16 };

// Parts of a sound that has fewer steps share them.
static float mean_of(const float *energy, uint32_t count, uint32_t part)
{
    uint32_t beg = (uint32_t)((uint64_t)count * part / OUTLINE_PARTS);
    uint32_t end = (uint32_t)((uint64_t)count * (part + 1) / OUTLINE_PARTS);
    end = end > beg ? end : beg + 1;
    float sum = 0;
    for (uint32_t i = beg; i < end && i < count; i++)
        sum += energy[i];
    return sum / (float)(end - beg);
}

static float jingle_in(const Jingle *jingle, int64_t beg, int64_t end)
{
    int64_t length = end - beg;
    beg = beg > jingle->start_frame ? beg - jingle->start_frame : 0;
    end -= jingle->start_frame;
    end = end < jingle->frame_count ? end : jingle->frame_count;
    float sum = 0;
    for (int64_t i = beg; jingle->frames && i < end; i += STRIDE)
        sum += jingle->frames[i] * jingle->frames[i];
    return length > 0 ? sum * STRIDE / (float)length : 0;
}

static float energy_of_part(const float *energy, uint32_t count, const Timeline *t, uint32_t part)
{
    float gain = gain_of_db(t->gain_db);
    int64_t beg = t->frame_count * part / OUTLINE_PARTS;
    int64_t end = t->frame_count * (part + 1) / OUTLINE_PARTS;
    return mean_of(energy, count, part) * gain * gain + jingle_in(&t->intro, beg, end) +
           jingle_in(&t->outro, beg, end);
}

void draw_outline(const float *energy, uint32_t step_count, Timeline *timeline)
{
    float parts[OUTLINE_PARTS], most = 0;
    for (uint32_t i = 0; i < OUTLINE_PARTS; i++) {
        parts[i] = energy_of_part(energy, step_count, timeline, i);
        most = parts[i] > most ? parts[i] : most;
    }
    for (uint32_t i = 0; i < OUTLINE_PARTS && most > 0; i++)
        timeline->outline[i] = (uint8_t)(sqrtf(parts[i] / most) * 255 + 0.5F);
}
