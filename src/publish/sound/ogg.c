// A page is a head of 27 bytes, lacing values that add up to the sizes of packets (255: it
// goes on), and their bytes. The check in the head is computed with zeros in its place.
#include "publish/sound/ogg.h"

enum { HEAD = 27, CHECK_AT = 22, LACING = 255, SERIAL_NUMBER = 1 };
enum { CONTINUED = 1, FIRST = 2, LAST = 4 }; // flags

static const int64_t NO_PACKET_ENDS = -1;

void make_ogg_crc(Crc *crc)
{
    make_crc(crc, 32, 0x04C11DB7);
}

typedef struct {
    unsigned char values[OGG_LACING_MAX];
    int count;
} Lacing;

static void put_page(Buf *b, const Crc *crc, const OggPlace *place, bool continued,
                     const Lacing *lacing, Str body)
{
    size_t beg = b->len;
    buf_add(b, STR("OggS"));
    buf_number(b, 1, 0); // version
    buf_number(b, 1,
               (continued ? CONTINUED : 0U) | (place->first ? FIRST : 0U) |
                   (place->last ? LAST : 0U));
    buf_number(b, 8, (uint64_t)place->granule);
    buf_number(b, 4, SERIAL_NUMBER);
    buf_number(b, 4, place->sequence);
    buf_number(b, 4, 0);
    buf_number(b, 1, (uint64_t)lacing->count);
    buf_add(b, (Str){(const char *)lacing->values, (size_t)lacing->count});
    buf_add(b, body);
    uint32_t check = crc_of(crc, b->data + beg, b->len - beg);
    for (int i = 0; i < 4; i++)
        b->data[beg + CHECK_AT + (size_t)i] = (char)(check >> 8 * i);
}

size_t ogg_page_size(const uint16_t *sizes, uint32_t count)
{
    size_t size = HEAD;
    for (uint32_t i = 0; i < count; i++)
        size += sizes[i] / LACING + 1U + sizes[i];
    return size;
}

void put_ogg_packets(Buf *out, const Crc *crc, const OggPlace *place, const uint16_t *sizes,
                     uint32_t count, const char *packets)
{
    Lacing lacing = {.count = 0};
    size_t len = 0;
    for (uint32_t i = 0; i < count; i++) {
        for (int whole = sizes[i] / LACING; whole > 0; whole--)
            lacing.values[lacing.count++] = LACING;
        lacing.values[lacing.count++] = (unsigned char)(sizes[i] % LACING);
        len += sizes[i];
    }
    put_page(out, crc, place, false, &lacing, (Str){packets, len});
}

uint32_t put_ogg_packet(Buf *out, const Crc *crc, const OggPlace *place, Str packet)
{
    OggPlace here = *place;
    for (size_t at = 0; at <= packet.len;) {
        Lacing lacing = {.count = 0};
        size_t beg = at;
        while (at <= packet.len && lacing.count < OGG_LACING_MAX) {
            size_t n = packet.len - at < LACING ? packet.len - at : LACING;
            lacing.values[lacing.count++] = (unsigned char)n;
            at += n < LACING ? n + 1 : n; // beyond the end: done
        }
        bool done = at > packet.len;
        here.granule = done ? place->granule : NO_PACKET_ENDS;
        put_page(out, crc, &here, beg > 0, &lacing, str_slice(packet, beg, at));
        here.sequence++;
        here.first = false;
    }
    return here.sequence - place->sequence;
}
