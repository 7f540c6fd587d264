// Pages of Ogg (RFC 3533), each made by itself.
#ifndef LECTERN_PUBLISH_SOUND_OGG_H
#define LECTERN_PUBLISH_SOUND_OGG_H

#include "base/str.h"
#include "publish/sound/crc.h"

enum { OGG_LACING_MAX = 255 };

// What a page says of its place in the stream.
typedef struct {
    bool first, last;
    uint32_t sequence; // pages before it
    int64_t granule;   // samples up to the end of the last packet that ends in it
} OggPlace;

void make_ogg_crc(Crc *crc);

// Bytes of a page that holds `count` whole packets. Their lacing must fit: OGG_LACING_MAX
// values, one for each 255 bytes of a packet and one more.
size_t ogg_page_size(const uint16_t *sizes, uint32_t count);

// Adds a page of whole packets.
void put_ogg_packets(Buf *out, const Crc *crc, const OggPlace *place, const uint16_t *sizes,
                     uint32_t count, const char *packets);

// Adds one packet of any length on as many pages as it takes, from place->sequence on. Gives
// how many.
uint32_t put_ogg_packet(Buf *out, const Crc *crc, const OggPlace *place, Str packet);

#endif
