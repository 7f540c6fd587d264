// INI files: [section], key = value, # comments. Values keep their inner blanks.
#ifndef LECTERN_BASE_INI_H
#define LECTERN_BASE_INI_H

#include "base/error.h"

// Called for each value in order; gives false to refuse it (and fills err).
typedef bool IniVisit(void *context, const char *section, const char *key, const char *value,
                      int line, Error *err);

// ERR_USAGE with file and line for a bad line; `*found` tells whether there is a file.
NODISCARD bool read_ini(const char *path, IniVisit *visit, void *context, bool *found, Error *err);

#endif
