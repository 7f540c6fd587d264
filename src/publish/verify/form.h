// Whether a file is whole by what its own format says of it.
#ifndef LECTERN_PUBLISH_VERIFY_FORM_H
#define LECTERN_PUBLISH_VERIFY_FORM_H

#include "publish/verify/verify.h"

// Adds what is wrong with the file at `path`, which is called `name` in the faults: sizes that do
// not add up, checksums that are not those of the bytes, an end that is missing. Formats are told
// by the name's suffix; of others nothing is said. False: something was added. Linear, and reads
// the file once.
bool verify_form(const char *path, Str name, Arena *arena, Faults *out);

// The loudness that a Broadcast Wave file states, as heard: one channel is read as two equal ones.
// False: it is none, or states none.
bool read_bext_lufs(const char *path, double *out);

#endif
