#include "speak/clips.h"
bool speak_reading(const Reading *in, const SpeakOptions *options, Arena *arena,
                             Clips *out, Error *err)
{ (void)in;(void)options;(void)arena;(void)out; return fail(err, ERR_ENGINE, (Span){0}, "not built yet"); }
