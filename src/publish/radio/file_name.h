// Names of files as importers of stations read them: fields between plain characters.
#ifndef LECTERN_PUBLISH_RADIO_FILE_NAME_H
#define LECTERN_PUBLISH_RADIO_FILE_NAME_H

#include "publish/radio/broadcast.h"

// A template is made of %t title, %a author, %g group (the category), %n number (the cut's
// identity), %d date, %s slug, %% and plain characters. ERR_USAGE says what is wrong.
NODISCARD bool check_file_name(Str template, Error *err);

// A name without a suffix, in ASCII, of at most 250 bytes, that any file system takes. A field
// holds no character that stands between fields; what is not known is "none". An empty template is
// "%s".
Str fill_file_name(Str template, const Broadcast *broadcast, Arena *arena);

#endif
