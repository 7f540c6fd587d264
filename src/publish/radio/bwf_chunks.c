#include "publish/radio/bwf_chunks.h"

#include <math.h>

#include "publish/ascii.h"
#include "publish/radio/bwf.h"
#include "publish/radio/element.h"
#include "publish/sound/measure.h"
#include "publish/sound/riff.h"

enum {
    UMID = 64,
    BEXT_RESERVED = 180,
    BEXT_DESCRIPTION = 256,
    BEXT_ORIGINATOR = 32,
    BEXT_REFERENCE = 32,
    CART_PLACE = 64,
    CART_TIMERS = 8,
    CART_RESERVED = 276,
    CART_URL = 1024,
    FULL_SCALE = 32768, // what cart calls the level reference
    UNKNOWN = 0x7FFF,   // a loudness that is not stated
    SHORT_TERM_S = 3,
};

// What one channel is read as when it is heard from two.
static const double TWO_CHANNELS_LU = 3.0103;

// --- Places of a fixed size ---

static void put_zeros(Buf *b, size_t count)
{
    while (count--)
        buf_char(b, '\0');
}

// Cut where it is too long; the last byte stays zero where `ended`.
static void put_place(Buf *b, Str text, size_t size, bool ended)
{
    text = str_slice(text, 0, size - ended);
    buf_add(b, text);
    put_zeros(b, size - text.len);
}

// --- bext ---

static int hundredths(double value)
{
    double scaled = floor(value * 100 + 0.5);
    return scaled < -9999 || scaled > 9999 ? UNKNOWN : (int)scaled;
}

// A meter of a station reads one channel as one.
static void put_loudness(Buf *b, const BwfChunks *in)
{
    const Loudness *l = in->loudness;
    bool known = l && l->integrated_lufs > SILENCE_LUFS;
    bool long_enough = in->broadcast->frame_count >= (int64_t)SHORT_TERM_S * MASTER_RATE_HZ;
    double less = in->channel_count == 1 ? TWO_CHANNELS_LU : 0;
    int values[] = {
        known ? hundredths(l->integrated_lufs - less) : UNKNOWN,
        known ? hundredths(l->range_lu) : UNKNOWN,
        known ? hundredths(l->true_peak_dbtp) : UNKNOWN,
        known ? hundredths(l->momentary_max_lufs - less) : UNKNOWN,
        known && long_enough ? hundredths(l->short_max_lufs - less) : UNKNOWN,
    };
    for (size_t i = 0; i < COUNT(values); i++)
        buf_number(b, 2, (uint64_t)values[i] & 0xFFFF);
}

static void put_history(Buf *b, const BwfChunks *in)
{
    const Broadcast *c = in->broadcast;
    buf_format(b, "A=PCM,F=%d,W=16,M=mono,T=%.*s speech synthesis\r\n", CLIP_RATE_HZ,
               STR_ARG(c->engine));
    buf_format(b, "A=PCM,F=%d,W=%d,M=%s,T=lectern %s\r\n", in->rate_hz, in->bits,
               in->channel_count == 1 ? "mono" : "stereo", c->version ? c->version : "");
}

static void put_bext(Buf *b, const BwfChunks *in, Arena *arena)
{
    const Broadcast *c = in->broadcast;
    Buf content = new_buf(arena);
    put_place(&content, c->about, BEXT_DESCRIPTION, true);
    put_place(&content, c->originator, BEXT_ORIGINATOR, true);
    put_place(&content, c->reference, BEXT_REFERENCE, false);
    buf_add(&content, c->date);
    buf_add(&content, c->time);
    buf_number(&content, 8, 0); // samples since midnight
    buf_number(&content, 2, 2); // version
    put_zeros(&content, UMID);
    put_loudness(&content, in);
    put_zeros(&content, BEXT_RESERVED);
    put_history(&content, in);
    riff_chunk(b, "bext", buf_str(&content));
}

// --- cart ---

static void put_timers(Buf *b, const BwfChunks *in)
{
    const Marks *marks = &in->broadcast->marks;
    const struct {
        const char *name;
        int64_t frame;
    } TIMERS[] = {
        {"AUDs", marks->audible_start}, {"INTs", marks->intro_start}, {"INTe", marks->intro_end},
        {"SEGs", marks->segue_start},   {"SEGe", marks->segue_end},   {"AUDe", marks->audible_end},
    };
    for (size_t i = 0; i < COUNT(TIMERS); i++) {
        buf_add(b, (Str){TIMERS[i].name, 4});
        buf_number(b, 4, (uint64_t)bwf_frame(in->rate_hz, TIMERS[i].frame));
    }
    put_zeros(b, 8 * (CART_TIMERS - COUNT(TIMERS)));
}

static void put_tag_line(Buf *b, Str line, Arena *arena)
{
    Str plain = station_ascii(line, arena);
    if (plain.len == 0)
        return;
    buf_add(b, plain);
    buf_add(b, STR("\r\n"));
}

static void put_tag_text(Buf *b, const EpisodeInfo *info, Arena *arena)
{
    put_tag_line(b, info->title, arena);
    if (is_credited(info))
        put_tag_line(b, str_format(arena, "By %.*s", STR_ARG(info->artist)), arena);
    put_tag_line(b, info->comment, arena);
    put_tag_line(b, info->source_type, arena);
    put_tag_line(b, str_format(arena, "Rights: %.*s", STR_ARG(info->copyright)), arena);
}

static void put_cart(Buf *b, const BwfChunks *in, Arena *arena)
{
    const Broadcast *c = in->broadcast;
    const Str names[] = {c->title,    c->artist,         c->cut_id, c->client_id,
                         c->category, c->classification, c->outcue};
    const Str moments[] = {c->start_date, c->start_time, c->end_date, c->end_time};
    const Str more[] = {STR("lectern"), str_from(c->version), c->user_text};
    Buf content = new_buf(arena);
    buf_add(&content, STR("0101"));
    for (size_t i = 0; i < COUNT(names); i++)
        put_place(&content, names[i], CART_PLACE, true);
    for (size_t i = 0; i < COUNT(moments); i++)
        buf_add(&content, moments[i]);
    for (size_t i = 0; i < COUNT(more); i++)
        put_place(&content, more[i], CART_PLACE, true);
    buf_number(&content, 4, FULL_SCALE);
    put_timers(&content, in);
    put_zeros(&content, CART_RESERVED);
    // Half an address leads elsewhere.
    put_place(&content, c->info->url.len < CART_URL ? c->info->url : (Str){0}, CART_URL, true);
    put_tag_text(&content, c->info, arena);
    riff_chunk(b, "cart", buf_str(&content));
}

// --- Chapters ---

static void put_cues(Buf *b, const BwfChunks *in, Arena *arena)
{
    const EpisodeInfo *info = in->broadcast->info;
    Buf content = new_buf(arena);
    buf_number(&content, 4, info->chapters.count);
    for (uint32_t i = 0; i < info->chapters.count; i++) {
        uint64_t at = (uint64_t)(info->chapters.items[i].start_ms * in->rate_hz / 1000);
        buf_number(&content, 4, i + 1);
        buf_number(&content, 4, at);
        buf_add(&content, STR("data"));
        buf_number(&content, 8, 0); // no list of chunks
        buf_number(&content, 4, at);
    }
    riff_chunk(b, "cue ", buf_str(&content));
}

static void put_labels(Buf *b, const BwfChunks *in, Arena *arena)
{
    const EpisodeInfo *info = in->broadcast->info;
    Buf list = new_buf(arena);
    buf_add(&list, STR("adtl"));
    for (uint32_t i = 0; i < info->chapters.count; i++) {
        Buf label = new_buf(arena);
        buf_number(&label, 4, i + 1);
        buf_add(&label, station_ascii(info->chapters.items[i].title, arena));
        if (label.len == 4)
            buf_format(&label, "Part %u", i + 1);
        buf_char(&label, '\0');
        riff_chunk(&list, "labl", buf_str(&label));
    }
    riff_chunk(b, "LIST", buf_str(&list));
}

// --- iXML ---

static void put_speed(Buf *b, const BwfChunks *in)
{
    put_bracket(b, "SPEED");
    put_count(b, "FILE_SAMPLE_RATE", in->rate_hz);
    put_count(b, "AUDIO_BIT_DEPTH", in->bits);
    put_count(b, "TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI", 0);
    put_count(b, "TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO", 0);
    put_count(b, "TIMESTAMP_SAMPLE_RATE", in->rate_hz);
    put_bracket(b, "/SPEED");
}

static void put_tracks(Buf *b, const BwfChunks *in)
{
    static const char *const NAMES[] = {"Left", "Right"};
    put_bracket(b, "TRACK_LIST");
    put_count(b, "TRACK_COUNT", in->channel_count);
    for (int i = 0; i < in->channel_count; i++) {
        put_bracket(b, "TRACK");
        put_count(b, "CHANNEL_INDEX", i + 1);
        put_count(b, "INTERLEAVE_INDEX", i + 1);
        put_element(b, "NAME", str_from(in->channel_count == 1 ? "Mono" : NAMES[i]));
        put_bracket(b, "/TRACK");
    }
    put_bracket(b, "/TRACK_LIST");
}

static void put_bext_again(Buf *b, const Broadcast *c)
{
    put_bracket(b, "BEXT");
    put_element(b, "BWF_DESCRIPTION", str_slice(c->about, 0, BEXT_DESCRIPTION - 1));
    put_element(b, "BWF_ORIGINATOR", c->originator);
    put_element(b, "BWF_ORIGINATOR_REFERENCE", c->reference);
    put_element(b, "BWF_ORIGINATION_DATE", c->date);
    put_element(b, "BWF_ORIGINATION_TIME", c->time);
    put_count(b, "BWF_TIME_REFERENCE_LOW", 0);
    put_count(b, "BWF_TIME_REFERENCE_HIGH", 0);
    put_bracket(b, "/BEXT");
}

static void put_ixml(Buf *b, const BwfChunks *in, Arena *arena)
{
    const Broadcast *c = in->broadcast;
    Buf content = new_buf(arena);
    buf_add(&content, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    put_bracket(&content, "BWFXML");
    put_element(&content, "IXML_VERSION", STR("2.10"));
    put_element(&content, "PROJECT", c->info->album);
    put_element(&content, "NOTE", full_comment(c->info, arena));
    put_element(&content, "FILE_UID", c->reference);
    put_speed(&content, in);
    put_tracks(&content, in);
    put_bext_again(&content, c);
    put_bracket(&content, "USER");
    put_element(&content, "FULL_TITLE", c->info->title);
    put_element(&content, "DIRECTOR_NAME", c->info->artist);
    put_element(&content, "COPYRIGHT", c->info->copyright);
    put_bracket(&content, "/USER");
    put_bracket(&content, "/BWFXML");
    riff_chunk(b, "iXML", buf_str(&content));
}

Str bwf_chunks(const BwfChunks *in, Arena *arena)
{
    Buf b = new_buf(arena);
    put_bext(&b, in, arena);
    put_cart(&b, in, arena);
    put_cues(&b, in, arena);
    put_labels(&b, in, arena);
    riff_info(&b, in->broadcast->info, "Speech", arena);
    put_ixml(&b, in, arena);
    return buf_str(&b);
}
