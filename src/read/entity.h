// Character references of HTML, as Markdown uses them.
#ifndef LECTERN_READ_ENTITY_H
#define LECTERN_READ_ENTITY_H

#include "base/str.h"

// "&eacute;", "&#233;", "&#xE9;" give U+00E9; 0 where the name is unknown or the
// number no character.
uint32_t entity_code(Str reference);

#endif
