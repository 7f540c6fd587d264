// Text files of an episode, by their writers.
#ifndef LECTERN_PUBLISH_TEXT_TEXTS_H
#define LECTERN_PUBLISH_TEXT_TEXTS_H

#include "publish/edition.h"
#include "publish/text/writer.h"

// Writes the files of some writers, in order, and lists them; those that are listed
// already are passed over. ERR_OUTPUT.
NODISCARD bool write_texts(Making *m, const Writer *const *writers, size_t count, Error *err);

// The same, but those that need not know the sound are written by a process beside while
// `sound` runs, which lists what it makes first.
NODISCARD bool write_texts_beside(Making *m, const Writer *const *writers, size_t count,
                                  bool (*sound)(Making *m, Error *err), Error *err);

#endif
