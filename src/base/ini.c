#include "base/ini.h"

#include <ini.h>
#include <stdio.h>

typedef struct {
    IniVisit *visit;
    void *context;
    int line;
    Error *err;
} Walk;

// inih counts the lines itself; with INI_HANDLER_LINENO unset in Debian's build
// they are counted by the stream reader below.
static int on_value(void *user, const char *section, const char *name, const char *value)
{
    Walk *w = user;
    return w->err->kind == ERR_NONE &&
           w->visit(w->context, section, name, value ? value : "", w->line, w->err);
}

typedef struct {
    FILE *file;
    Walk *walk;
} Lines;

static char *next_line(char *line, int size, void *stream)
{
    Lines *lines = stream;
    char *p = fgets(line, size, lines->file);
    if (p)
        lines->walk->line++;
    return p;
}

bool read_ini(const char *path, IniVisit *visit, void *context, bool *found, Error *err)
{
    FILE *file = fopen(path, "r");
    *found = file != NULL;
    if (!file)
        return true;
    Walk walk = {visit, context, 0, err};
    Lines lines = {file, &walk};
    int bad = ini_parse_stream(next_line, &lines, on_value, &walk);
    fclose(file);
    if (err->kind != ERR_NONE)
        return false;
    return bad == 0 || fail(err, ERR_USAGE, (Span){0}, "%.90s:%d: not \"key = value\"", path, bad);
}
