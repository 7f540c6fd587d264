#include "publish/episode.h"
bool publish_timeline(const Timeline *in, const PublishOptions *options, Arena *arena,
                                Episode *out, Error *err)
{ (void)in;(void)options;(void)arena;(void)out; return fail(err, ERR_ENGINE, (Span){0}, "not built yet"); }
