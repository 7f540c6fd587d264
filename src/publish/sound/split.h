// The episode's MP3 as a file for each chapter.
#ifndef LECTERN_PUBLISH_SOUND_SPLIT_H
#define LECTERN_PUBLISH_SOUND_SPLIT_H

#include "publish/edition.h"

// Cuts `<slug>.mp3`, which must be there, into `chapters/01-<title>.mp3` and so on, and lists
// them. Together they last as long as it does, to the sample. ERR_OUTPUT.
NODISCARD bool split_chapters(Making *m, Error *err);

#endif
