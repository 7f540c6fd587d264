// PNG files of few colours.
#ifndef LECTERN_PUBLISH_COVER_PNG_H
#define LECTERN_PUBLISH_COVER_PNG_H

#include "base/error.h"

// One byte a pixel, row by row, each an index in `palette` (0xRRGGBB). ERR_OUTPUT.
NODISCARD bool encode_png(const uint8_t *pixels, uint32_t width, uint32_t height,
                          const uint32_t *palette, uint32_t colour_count, Arena *arena, Str *out,
                          Error *err);

#endif
