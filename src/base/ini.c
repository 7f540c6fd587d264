#include "base/ini.h"

#include <errno.h>
#include <fcntl.h>
#include <ini.h>
#include <stdio.h>

#include "base/utf8.h"

typedef struct {
    const char *path;
    FILE *file;
    int line;
    IniVisit *visit;
    void *context;
    Error *err;
} Walk;

static int on_value(void *user, const char *section, const char *name, const char *value)
{
    Walk *w = user;
    Error why = {0};
    if (w->visit(w->context, section, name, value ? value : "", &why))
        return true;
    return fail(w->err, why.kind, (Span){0}, "%.120s:%d: %s", w->path, w->line, why.message);
}

// Debian's inih tells its handler no line numbers (INI_HANDLER_LINENO is 0), so
// they are counted here. It also takes the rest of a line that fills its buffer
// for a line of its own; such lines are refused instead.
static char *next_line(char *line, int size, void *stream)
{
    Walk *w = stream;
    if (w->err->kind != ERR_NONE || !fgets(line, size, w->file))
        return NULL;
    w->line++;
    Str text = str_from(line);
    if (utf8_check(text) < text.len) {
        (void)fail(w->err, ERR_USAGE, (Span){0}, "%.120s:%d: not UTF-8 (save it as UTF-8)", w->path,
                   w->line);
        return NULL;
    }
    if (strchr(line, '\n') || feof(w->file))
        return line;
    (void)fail(w->err, ERR_USAGE, (Span){0}, "%.120s:%d: longer than %d bytes", w->path, w->line,
               size - 2);
    return NULL;
}

// Opening a pipe would wait for its writer.
static FILE *open_ini(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return NULL;
    (void)fcntl(fd, F_SETFL, 0);
    return fdopen(fd, "r");
}

bool read_ini(const char *path, IniVisit *visit, void *context, bool *found, Error *err)
{
    FILE *file = open_ini(path);
    *found = file != NULL;
    if (!file)
        return true;
    Walk walk = {path, file, 0, visit, context, err};
    int bad = ini_parse_stream(next_line, &walk, on_value, &walk);
    bool whole = !ferror(file); // a folder can be opened, but not read
    int why = errno;
    fclose(file);
    if (err->kind != ERR_NONE)
        return false;
    if (!whole)
        return fail(err, ERR_USAGE, (Span){0}, "%.120s: cannot be read: %s", path, strerror(why));
    return bad == 0 || fail(err, ERR_USAGE, (Span){0}, "%.120s:%d: not \"key = value\"", path, bad);
}
