// What the page carries along: its style, its script, and their names in its policy.
#ifndef LECTERN_PUBLISH_PAGE_PARTS_H
#define LECTERN_PUBLISH_PAGE_PARTS_H

#include "base/str.h"

Str page_style(Arena *arena);
Str page_script(Arena *arena);

// Each with a line end behind it.
Str join_lines(const char *const *lines, size_t count, Arena *arena);

// "sha256-" and the base64 digest, as a content security policy names inline parts
// (CSP Level 3, 2.3.1).
Str policy_source(Str part, Arena *arena);

#endif
