// A bitmap font for covers, so that they look the same on every machine.
#ifndef LECTERN_PUBLISH_FONT_H
#define LECTERN_PUBLISH_FONT_H

#include <stdbool.h>

enum { GLYPH_COLUMNS = 5, GLYPH_ROWS = 9 };

// Whether the pixel of an ASCII character is set; false outside of it.
bool font_pixel(char c, int x, int y);

#endif
