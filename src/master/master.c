#include "master/timeline.h"
bool master_clips(const Clips *in, const MasterOptions *options, Arena *arena,
                            Timeline *out, Error *err)
{ (void)in;(void)options;(void)arena;(void)out; return fail(err, ERR_ENGINE, (Span){0}, "not built yet"); }
