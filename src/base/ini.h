// INI files: [section], key = value, # comments. Values keep their inner blanks.
#ifndef LECTERN_BASE_INI_H
#define LECTERN_BASE_INI_H

#include "base/error.h"

// Called for each value in order; gives false to refuse it and fills err. The strings
// last as long as the call.
typedef bool IniVisit(void *context, const char *section, const char *key, const char *value,
                      Error *err);

// `*found` tells whether the file could be opened (else see errno). ERR_USAGE where it cannot
// be read or a line is wrong; that, and what the visitor refuses, begins with "PATH:LINE: ".
NODISCARD bool read_ini(const char *path, IniVisit *visit, void *context, bool *found, Error *err);

#endif
