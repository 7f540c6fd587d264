// A small web server for a folder of episodes: for a listener at home.
#ifndef LECTERN_NEWSROOM_SERVE_H
#define LECTERN_NEWSROOM_SERVE_H

#include "base/error.h"

typedef struct {
    const char *folder;  // whose files are served; nothing outside it, nothing hidden
    const char *address; // to listen at: "127.0.0.1", "::1", "0.0.0.0"
    int port;            // 0: any that is free
} ServeOptions;

// Serves until the process is interrupted. `ready` is called once with the port.
// ERR_USAGE for an address that is none, ERR_OUTPUT where it cannot be listened at,
// ERR_INTERRUPTED at the end.
NODISCARD bool serve_folder(const ServeOptions *options, void (*ready)(void *context, int port),
                            void *context, Error *err);

// What a Range header asks for of a file of `size` bytes. RANGE_NONE: all of it, as
// where several ranges are asked for or the header is none.
typedef enum { RANGE_NONE, RANGE_PART, RANGE_OUTSIDE } RangeKind;
RangeKind parse_range(Str header, uint64_t size, uint64_t *beg, uint64_t *end);

// The media type of a file by its name's suffix.
const char *media_type_of(Str path);

#endif
