// DAISY 2.02, which the players of libraries for the blind read.
#ifndef LECTERN_PUBLISH_BOOK_DAISY_H
#define LECTERN_PUBLISH_BOOK_DAISY_H

#include "publish/book/book.h"

// Writes all but the sound to the folder "daisy" of the episode, where the sound is already,
// and lists everything in it. ERR_OUTPUT.
NODISCARD bool write_daisy(Making *m, const Book *book, Error *err);

#endif
