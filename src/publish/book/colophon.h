// The note at the end of a book: what it is made of and by what right. It is spoken too, for
// all that is seen in a book that is read along is heard.
#ifndef LECTERN_PUBLISH_BOOK_COLOPHON_H
#define LECTERN_PUBLISH_BOOK_COLOPHON_H

#include "publish/edition.h"

// Speaks the note in the narrator's voice, in the article's language where there are labels for it
// (labels.h), and writes its sound as "<folder>/<name>.mp3"; gives when its words are heard.
// ERR_ENGINE, ERR_OUTPUT.
NODISCARD bool speak_colophon(const Making *m, const char *folder, Str name, Times *out,
                              Error *err);

#endif
