// In the place of m4b.c where the libraries' headers were not there as the program was built.
#include "base/m4b.h"

bool load_m4b(Error *err)
{
    return fail(err, ERR_ENGINE, (Span){0},
                "this build has no M4B (build it anew where libavformat-dev is installed)");
}

bool begin_m4b(const M4bPlan *plan, Arena *arena, M4bWriter **out, Error *err)
{
    (void)plan;
    (void)arena;
    *out = NULL;
    return load_m4b(err);
}

bool put_m4b(M4bWriter *writer, const float *sound, int64_t count, Error *err)
{
    (void)writer;
    (void)sound;
    (void)count;
    return load_m4b(err);
}

bool end_m4b(M4bWriter *writer, bool whole, Error *err)
{
    (void)writer;
    (void)whole;
    return load_m4b(err);
}

bool open_m4b(const char *path, M4bReader **out, M4bSound *sound, Error *err)
{
    (void)path;
    *out = NULL;
    *sound = (M4bSound){0};
    return load_m4b(err);
}

bool seek_m4b(M4bReader *reader, int64_t frame)
{
    (void)reader;
    (void)frame;
    return false;
}

int64_t read_m4b(M4bReader *reader, float *out, int64_t count)
{
    (void)reader;
    (void)out;
    (void)count;
    return 0;
}

void close_m4b(M4bReader *reader)
{
    (void)reader;
}
