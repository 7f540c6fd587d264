#include "fetch/unpack.h"

#define ZLIB_CONST
#include <zlib.h>

enum {
    GZIP_ALONE = 16 + MAX_WBITS, // no other form of deflate
    STEP = 64 << 10,
    PACKED_MAX = 1 << 30, // bytes that zlib can count
};

// Room for `max` bytes and one, which tells that there are more.
static int unpack_some(z_stream *z, size_t max, Buf *out)
{
    size_t room = max + 1 - out->len;
    room = room < STEP ? room : STEP;
    buf_reserve(out, room);
    z->next_out = (Bytef *)(out->data + out->len);
    z->avail_out = (uInt)room;
    int code = inflate(z, Z_NO_FLUSH);
    out->len += room - z->avail_out;
    return code;
}

// Several packets may stand on end; other bytes behind the last one are left alone.
static bool next_packet(z_stream *z)
{
    return z->avail_in > 1 && z->next_in[0] == 0x1F && z->next_in[1] == 0x8B &&
           inflateReset(z) == Z_OK;
}

static Unpacked unpack_all(z_stream *z, size_t max, Buf *out)
{
    for (;;) {
        int code = unpack_some(z, max, out);
        if (out->len > max)
            return UNPACKED_TOO_LARGE;
        if (code == Z_STREAM_END && !next_packet(z))
            return UNPACKED_WHOLE;
        if (code != Z_OK && code != Z_STREAM_END)
            return UNPACKED_DAMAGED; // also where the input ends too soon
    }
}

Unpacked unpack_gzip(Str packed, size_t max, Arena *arena, Str *out)
{
    z_stream z = {0};
    Buf buf = new_buf(arena);
    if (packed.len > PACKED_MAX || inflateInit2(&z, GZIP_ALONE) != Z_OK)
        return UNPACKED_DAMAGED;
    z.next_in = (const Bytef *)packed.data;
    z.avail_in = (uInt)packed.len;
    Unpacked how = unpack_all(&z, max, &buf);
    inflateEnd(&z);
    *out = str_slice(buf_str(&buf), 0, max);
    return how;
}
