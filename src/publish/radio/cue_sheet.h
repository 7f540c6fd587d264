// The sheet that goes with a file which has no place for words: a text for people.
#ifndef LECTERN_PUBLISH_RADIO_CUE_SHEET_H
#define LECTERN_PUBLISH_RADIO_CUE_SHEET_H

#include "publish/radio/broadcast.h"

// UTF-8, a line each: title, author, length, first and last points, last words, level, when it may
// be aired; statement on the voices, source and rights. `sound` is the name of the file.
Str write_cue_sheet(const Broadcast *broadcast, Str sound, const Loudness *loudness, Arena *arena);

#endif
