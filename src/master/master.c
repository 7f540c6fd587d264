// Mastering: clips get their places, and one gain brings the whole to its loudness.
#include "master/timeline.h"

#include "master/bed.h"
#include "master/place.h"
#include "master/solve.h"

static bool load_jingles(const MasterOptions *o, Arena *arena, Timeline *out, Error *err)
{
    return (!o->intro ||
            load_jingle(o->intro, o->target_lufs, o->ceiling_dbtp, arena, &out->intro, err)) &&
           (!o->outro ||
            load_jingle(o->outro, o->target_lufs, o->ceiling_dbtp, arena, &out->outro, err)) &&
           (!o->earcon ||
            load_earcon(o->earcon, o->target_lufs, o->ceiling_dbtp, arena, &out->earcon, err)) &&
           (!o->bed ||
            load_bed(o->bed, o->target_lufs, o->ceiling_dbtp, arena, &out->bed.music, err));
}

static bool begin(const Clips *in, const MasterOptions *options, Arena *arena, Timeline *out,
                  Error *err)
{
    *out = (Timeline){.clips = in,
                      .channel_count = options->channel_count,
                      .ceiling_dbtp = options->ceiling_dbtp,
                      .peak_max_dbtp = options->peak_max_dbtp,
                      .target_lufs = options->target_lufs,
                      .raw = options->raw,
                      .wanted_count = options->frame_count,
                      .left_out = options->left_out};
    return load_jingles(options, arena, out, err);
}

bool measure_lengths(const Clips *in, const MasterOptions *options, Arena scratch, Lengths *out,
                     Error *err)
{
    Timeline timeline;
    if (!begin(in, options, &scratch, &timeline, err))
        return false;
    *out = find_lengths(&timeline, scratch);
    return true;
}

bool master_clips(const Clips *in, const MasterOptions *options, Arena *arena, Timeline *out,
                  Error *err)
{
    if (!begin(in, options, arena, out, err))
        return false;
    place_clips(in, arena, out);
    shape_bed(out, arena);
    return solve_gain(out, options->worker_count, *arena, err);
}
