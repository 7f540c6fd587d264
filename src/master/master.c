// Mastering: clips get their places, and one gain brings the whole to its loudness.
#include "master/timeline.h"

#include "master/place.h"
#include "master/solve.h"

static bool load_jingles(const MasterOptions *o, Arena *arena, Timeline *out, Error *err)
{
    return (!o->intro ||
            load_jingle(o->intro, o->target_lufs, o->ceiling_dbtp, arena, &out->intro, err)) &&
           (!o->outro ||
            load_jingle(o->outro, o->target_lufs, o->ceiling_dbtp, arena, &out->outro, err));
}

bool master_clips(const Clips *in, const MasterOptions *options, Arena *arena, Timeline *out,
                  Error *err)
{
    *out = (Timeline){.clips = in,
                      .channel_count = options->channel_count,
                      .ceiling_dbtp = options->ceiling_dbtp,
                      .peak_max_dbtp = options->peak_max_dbtp,
                      .target_lufs = options->target_lufs,
                      .raw = options->raw,
                      .left_out = options->left_out};
    if (!load_jingles(options, arena, out, err))
        return false;
    place_clips(in, arena, out);
    return out->raw || solve_gain(out, options->worker_count, *arena, err);
}
