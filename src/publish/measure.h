// How loud a finished file is, as ITU-R BS.1770-4 and EBU Tech 3342 define it.
#ifndef LECTERN_PUBLISH_MEASURE_H
#define LECTERN_PUBLISH_MEASURE_H

#include "publish/episode.h"

// Given for sound without any: below the gate of BS.1770, and below 24 bits.
enum { SILENCE_LUFS = -70, SILENCE_DBTP = -150 };

// Decodes and measures. One channel is read as two equal ones. The figures are
// the same for any worker_count (0: one a processor). ERR_OUTPUT where the file
// cannot be decoded. Linear in its length.
NODISCARD bool measure_file(const char *path, int worker_count, Arena scratch, Loudness *out,
                            Error *err);

#endif
