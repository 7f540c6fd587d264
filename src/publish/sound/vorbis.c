#include "publish/sound/vorbis.h"

#include <stdio.h>

enum { FRONT_COVER = 3 }; // as ID3 counts kinds of pictures

// --- Comments ---

typedef struct {
    Buf text;
    uint32_t count;
} List;

static void put_little(Buf *b, uint64_t value)
{
    for (int i = 0; i < 4; i++)
        buf_char(b, (char)(value >> 8 * i));
}

static void add_comment(List *list, const char *name, Str text)
{
    if (text.len == 0)
        return;
    size_t name_len = strlen(name);
    put_little(&list->text, name_len + 1 + text.len);
    buf_add(&list->text, (Str){name, name_len});
    buf_char(&list->text, '=');
    buf_add(&list->text, text);
    list->count++;
}

static void add_chapter(List *list, int number, const Chapter *chapter)
{
    int64_t ms = chapter->start_ms;
    char name[32], time[32];
    snprintf(name, sizeof name, "CHAPTER%03d", number);
    snprintf(time, sizeof time, "%02d:%02d:%02d.%03d", (int)(ms / 3600000), (int)(ms / 60000 % 60),
             (int)(ms / 1000 % 60), (int)(ms % 1000));
    add_comment(list, name, str_from(time));
    snprintf(name, sizeof name, "CHAPTER%03dNAME", number);
    add_comment(list, name, chapter->title);
}

static void add_picture(List *list, Str picture)
{
    Str name = STR("METADATA_BLOCK_PICTURE=");
    if (picture.len == 0)
        return;
    put_little(&list->text, name.len + (picture.len + 2) / 3 * 4);
    buf_add(&list->text, name);
    buf_base64(&list->text, picture);
    list->count++;
}

static void add_comments(List *list, const VorbisComments *comments)
{
    const EpisodeInfo *info = comments->info;
    add_comment(list, "TITLE", info->title);
    add_comment(list, "ARTIST", info->artist);
    add_comment(list, "ALBUM", info->album);
    add_comment(list, "ORGANIZATION", info->publisher);
    add_comment(list, "DATE", info->date);
    add_comment(list, "COPYRIGHT", info->copyright);
    add_comment(list, "LANGUAGE", info->language);
    add_comment(list, "GENRE", STR("Podcast"));
    add_comment(list, "SOURCE", info->url);
    add_comment(list, "DIGITALSOURCETYPE", info->source_type);
    add_comment(list, "COMMENT", comments->comment);
    for (uint32_t i = 0; i < info->chapters.count; i++)
        add_chapter(list, (int)i + 1, &info->chapters.items[i]);
    add_picture(list, comments->picture);
}

Str vorbis_comments(const VorbisComments *comments, Arena *arena)
{
    List list = {.text = new_buf(arena)};
    if (comments->info)
        add_comments(&list, comments);
    Buf out = new_buf(arena);
    put_little(&out, comments->vendor.len);
    buf_add(&out, comments->vendor);
    put_little(&out, list.count);
    buf_add(&out, buf_str(&list.text));
    return buf_str(&out);
}

// --- Pictures ---

typedef struct {
    uint32_t width, height, bits_per_pixel, colour_count; // 0: not known, or no palette
} PictureSize;

static uint32_t read_big(const char *bytes, int count)
{
    uint32_t value = 0;
    while (count-- > 0)
        value = value << 8 | (unsigned char)*bytes++;
    return value;
}

static void put_big(Buf *b, uint64_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_char(b, (char)(value >> shift));
}

// Chunks of a PNG: length, name, content, check. IHDR comes first, PLTE before the pixels.
static PictureSize png_size(Str png)
{
    enum { SIGNATURE = 8, AROUND = 12, HEADER_END = 33, PALETTE = 3 };
    static const uint32_t CHANNELS[] = {1, 0, 3, 0, 2, 0, 4};
    if (png.len < HEADER_END)
        return (PictureSize){0};
    uint32_t depth = read_big(png.data + 24, 1), type = read_big(png.data + 25, 1);
    PictureSize size = {.width = read_big(png.data + 16, 4), .height = read_big(png.data + 20, 4)};
    size.bits_per_pixel = type == PALETTE          ? 24
                          : type < COUNT(CHANNELS) ? depth * CHANNELS[type]
                                                   : 0;
    for (size_t at = SIGNATURE; type == PALETTE && at + AROUND <= png.len;) {
        uint32_t len = read_big(png.data + at, 4);
        if (memcmp(png.data + at + 4, "PLTE", 4) == 0) {
            size.colour_count = len / 3;
            break;
        }
        at += AROUND + (size_t)len;
    }
    return size;
}

// The frame header of a JPEG is a segment 0xC0 to 0xCF that is no table.
static PictureSize jpeg_size(Str jpeg)
{
    for (size_t at = 2; at + 10 <= jpeg.len;) {
        uint32_t mark = read_big(jpeg.data + at, 2);
        if (mark >= 0xFFC0 && mark <= 0xFFCF && mark != 0xFFC4 && mark != 0xFFC8 && mark != 0xFFCC)
            return (PictureSize){.width = read_big(jpeg.data + at + 7, 2),
                                 .height = read_big(jpeg.data + at + 5, 2),
                                 .bits_per_pixel = read_big(jpeg.data + at + 4, 1) *
                                                   read_big(jpeg.data + at + 9, 1)};
        if (mark < 0xFF00)
            break;
        at += 2 + (size_t)read_big(jpeg.data + at + 2, 2);
    }
    return (PictureSize){0};
}

Str picture_block(const Cover *cover, Arena *arena)
{
    if (cover->bytes.len == 0)
        return (Str){0};
    Str mime = str_from(cover->mime), text = STR("cover");
    PictureSize size =
        str_equal(mime, STR("image/png")) ? png_size(cover->bytes) : jpeg_size(cover->bytes);
    Buf b = new_buf(arena);
    buf_reserve(&b, cover->bytes.len + 64);
    put_big(&b, FRONT_COVER);
    put_big(&b, mime.len);
    buf_add(&b, mime);
    put_big(&b, text.len);
    buf_add(&b, text);
    put_big(&b, size.width);
    put_big(&b, size.height);
    put_big(&b, size.bits_per_pixel);
    put_big(&b, size.colour_count);
    put_big(&b, cover->bytes.len);
    buf_add(&b, cover->bytes);
    return buf_str(&b);
}
