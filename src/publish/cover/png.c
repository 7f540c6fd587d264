#include "publish/cover/png.h"

#include <png.h>

bool encode_png(const uint8_t *pixels, uint32_t width, uint32_t height, const uint32_t *palette,
                uint32_t colour_count, Arena *arena, Str *out, Error *err)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = width,
                       .height = height,
                       .format = PNG_FORMAT_RGB_COLORMAP,
                       .flags = PNG_IMAGE_FLAG_FAST, // flat colours are as small, in half the time
                       .colormap_entries = colour_count};
    png_byte colours[256 * 3];
    for (uint32_t i = 0; i < colour_count && i < 256; i++)
        for (uint32_t k = 0; k < 3; k++)
            colours[3 * i + k] = (png_byte)(palette[i] >> (16 - 8 * k) & 0xFF);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    char *bytes = ROOM(arena, char, size);
    if (!png_image_write_to_memory(&image, bytes, &size, 0, pixels, 0, colours))
        return fail(err, ERR_OUTPUT, (Span){0}, "the cover could not be drawn: %s", image.message);
    *out = (Str){bytes, size};
    return true;
}
