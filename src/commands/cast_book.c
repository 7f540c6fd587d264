#define _DEFAULT_SOURCE
#include "commands/cast_book.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "base/ini.h"

typedef struct {
    LIST(CastChoice) choices;
    Arena *arena;
} Book;

static bool visit_line(void *context, const char *section, const char *key, const char *value,
                       Error *err)
{
    (void)section;
    (void)err;
    Book *book = context;
    *PUSH(&book->choices, book->arena) = (CastChoice){
        .name = str_copy(str_trim(str_from(key)), book->arena),
        .voice = str_copy(str_trim(str_from(value)), book->arena),
        .yields = true,
    };
    return true;
}

static bool read_book(const char *path, Arena *arena, Book *out, Error *err)
{
    *out = (Book){.arena = arena};
    bool found;
    if (!read_ini(path, visit_line, out, &found, err))
        return false;
    return found || errno == ENOENT ||
           fail(err, ERR_USAGE, (Span){0}, "%.120s: cannot be opened: %s", path, strerror(errno));
}

bool read_cast_book(const char *path, const CastOptions *options, Arena *arena, CastOptions *out,
                    Error *err)
{
    Book book;
    if (!read_book(path, arena, &book, err))
        return false;
    uint32_t own = options->choice_count;
    CastChoice *all = ALLOC(arena, CastChoice, own + book.choices.count);
    if (own)
        memcpy(all, options->choices, own * sizeof *all);
    if (book.choices.count)
        memcpy(all + own, book.choices.items, book.choices.count * sizeof *all);
    *out = *options;
    out->choices = all;
    out->choice_count = own + book.choices.count;
    return true;
}

// Nobody else has the voice in this episode.
static bool has_own_voice(const Cast *cast, uint32_t speaker)
{
    for (uint32_t i = 0; i < cast->script->speakers.count; i++)
        if (i != speaker && cast->voices[i] == cast->voices[speaker])
            return false;
    return true;
}

// A name that would be something else in the file is not written.
static bool can_stand(Str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (strchr("=:;#[]\n\r", name.data[i]) || name.data[i] == '\0')
            return false;
    return name.len > 0;
}

static bool is_in(const Book *book, Str name)
{
    for (uint32_t i = 0; i < book->choices.count; i++)
        if (str_equal_nocase(book->choices.items[i].name, name))
            return true;
    return false;
}

static Str list_new(const Cast *cast, const Book *book, bool starts_line, Arena *arena)
{
    Buf b = new_buf(arena);
    for (uint32_t i = 1; i < cast->script->speakers.count; i++) {
        const Speaker *s = &cast->script->speakers.items[i];
        if (s->kind == SPEAKER_UNKNOWN || !can_stand(s->name) || is_in(book, s->name) ||
            !has_own_voice(cast, i))
            continue;
        if (!starts_line)
            buf_char(&b, '\n');
        starts_line = true;
        buf_format(&b, "%.*s = %.*s\n", STR_ARG(s->name), STR_ARG(cast->voices[i]->id));
    }
    return buf_str(&b);
}

static bool ends_line(int fd)
{
    char last = '\n';
    off_t end = lseek(fd, 0, SEEK_END);
    return end <= 0 || (pread(fd, &last, 1, end - 1) == 1 && last == '\n');
}

static bool write_new(int fd, const char *path, const Cast *cast, Arena scratch, Error *err)
{
    Book book; // read again: another run may have written meanwhile
    if (flock(fd, LOCK_EX) != 0 || !read_book(path, &scratch, &book, err))
        return false;
    Str lines = list_new(cast, &book, ends_line(fd), &scratch);
    return lines.len == 0 || write_all(fd, lines.data, lines.len);
}

bool add_to_cast_book(const char *path, const Cast *cast, Arena scratch, Error *err)
{
    int fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    bool ok = fd >= 0 && write_new(fd, path, cast, scratch, err);
    int why = errno;
    if (fd >= 0)
        close(fd);
    return ok || fail(err, ERR_OUTPUT, (Span){0}, "cannot write the cast book %.120s: %s", path,
                      strerror(why));
}
