#include "publish/verify/overlay.h"

#include <math.h>

enum { RATE_HZ = 44100, FRAME = 1152 };

// Times are written in milliseconds.
static const double TOLERANCE_S = 0.0015;

double overlay_seconds(Str clock)
{
    if (str_starts(clock, STR("npt=")))
        clock = str_slice(clock, 4, clock.len);
    if (str_ends(clock, STR("s")))
        clock.len--;
    double seconds = 0, part = 0, scale = 0;
    for (size_t i = 0; i < clock.len; i++) {
        char c = clock.data[i];
        if (c == ':' && scale == 0) {
            seconds = (seconds + part) * 60;
            part = 0;
        } else if (c == '.' && scale == 0) {
            scale = 1;
        } else if (!is_digit(c)) {
            return (double)NAN;
        } else if (scale > 0) {
            part += (c - '0') * (scale /= 10);
        } else {
            part = part * 10 + (c - '0');
        }
    }
    return clock.len ? seconds + part : (double)NAN;
}

static uint32_t big_endian(Str s, size_t at, int bytes)
{
    uint32_t value = 0;
    for (int i = 0; i < bytes; i++)
        value = value << 8 | (unsigned char)s.data[at + (size_t)i];
    return value;
}

// Seven bits count of each byte of a tag's size.
static Str behind_tag(Str mp3)
{
    enum { HEADER = 10, SIZE_AT = 6 };
    size_t size = 0;
    if (!str_starts(mp3, STR("ID3")) || mp3.len < HEADER)
        return mp3;
    for (size_t i = SIZE_AT; i < HEADER; i++)
        size = size << 7 | (mp3.data[i] & 0x7F);
    return str_slice(mp3, HEADER + size, mp3.len);
}

// The frame in front says how many follow, and what of them is silence (mp3_info.h).
double mp3_seconds(Str head)
{
    static const size_t COUNT_AT = 8, DELAY_AT = 8 + 4 + 4 + 100 + 4 + 9 + 1 + 1 + 8 + 1 + 1;
    head = behind_tag(head);
    size_t info = str_find(head, STR("Info"));
    if (info + DELAY_AT + 3 > head.len)
        return (double)NAN;
    uint32_t silence = big_endian(head, info + DELAY_AT, 3);
    double samples = (double)big_endian(head, info + COUNT_AT, 4) * FRAME;
    return (samples - (silence >> 12) - (silence & 0xFFF)) / RATE_HZ;
}

static Str file_part(Str link)
{
    return str_slice(link, 0, str_find(link, STR("#")));
}

static Str id_part(Str link)
{
    return str_slice(link, str_find(link, STR("#")) + 1, link.len);
}

static bool is_named(const Node *node, const char *name)
{
    return str_equal(node->name, str_from(name));
}

static void take_sound(const Node *audio, ReadAlong *out)
{
    Str beg = attribute(audio, "clipBegin"), end = attribute(audio, "clipEnd");
    out->sound = attribute(audio, "src");
    out->beg_s = overlay_seconds(beg.len ? beg : attribute(audio, "clip-begin"));
    out->end_s = overlay_seconds(end.len ? end : attribute(audio, "clip-end"));
}

ReadAlongs list_read_alongs(const Node *smil, Str *text, Arena *arena)
{
    ReadAlongs out = {0};
    *text = (Str){0};
    for (const Node *n = next_node(smil, smil); n; n = next_node(n, smil)) {
        if (is_named(n, "par")) {
            *PUSH(&out, arena) = (ReadAlong){.beg_s = (double)NAN, .end_s = (double)NAN};
        } else if (is_named(n, "text") && out.count) {
            Str link = attribute(n, "src");
            out.items[out.count - 1].id = id_part(link);
            *text = text->len ? *text : file_part(link);
        } else if (is_named(n, "audio") && out.count) {
            take_sound(n, &out.items[out.count - 1]);
        }
    }
    return out;
}

// The rest of a part is mostly wrong in the same way, so one is told.
static void tell_clip(const OverlayBook *book, Str smil, Str id, const char *what, uint32_t before)
{
    if (before == 0)
        add_fault(book->faults, book->arena, "%.*s: %.*s: the sound of #%.*s %s",
                  STR_ARG(book->name), STR_ARG(smil), STR_ARG(str_slice(id, 0, 40)), what);
}

static double check_clips(const OverlayBook *book, Str smil, const ReadAlongs *items)
{
    double sum_s = 0, before_s = 0, length_s = (double)NAN;
    Str sound = {0};
    uint32_t bad = 0;
    for (uint32_t i = 0; i < items->count; i++) {
        const ReadAlong *clip = &items->items[i];
        if (!str_equal(clip->sound, sound)) {
            sound = clip->sound;
            length_s = book->seconds(book->context, sound);
            before_s = 0;
        }
        // Written so that what is not a number is a fault too.
        if (!(clip->end_s > clip->beg_s && clip->beg_s >= before_s - TOLERANCE_S))
            tell_clip(book, smil, clip->id, "does not follow the one before", bad++);
        else if (!(clip->end_s <= length_s + TOLERANCE_S))
            tell_clip(book, smil, clip->id, "is not there or too short", bad++);
        before_s = clip->end_s;
        sum_s += clip->end_s - clip->beg_s;
    }
    return sum_s;
}

static bool has_words(const Node *node)
{
    return node->tag == TAG_TEXT && str_trim(node->text).len > 0;
}

// Both are in the order of reading, so one walk finds all.
static void check_texts(const OverlayBook *book, Str smil, const ReadAlongs *items,
                        const Node *body)
{
    uint32_t item = 0, unread = 0;
    for (const Node *n = next_node(body, body); n;) {
        bool read = item < items->count && n->tag != TAG_TEXT &&
                    str_equal(attribute(n, "id"), items->items[item].id);
        item += read;
        if (has_words(n) && unread++ == 0)
            add_fault(book->faults, book->arena, "%.*s: %.*s does not read \"%.*s\"",
                      STR_ARG(book->name), STR_ARG(smil),
                      STR_ARG(str_slice(str_trim(n->text), 0, 40)));
        n = read ? next_beside(n, body) : next_node(n, body);
    }
    if (item < items->count)
        add_fault(book->faults, book->arena, "%.*s: %.*s: #%.*s is not in the text there",
                  STR_ARG(book->name), STR_ARG(smil),
                  STR_ARG(str_slice(items->items[item].id, 0, 40)));
}

double check_read_alongs(const OverlayBook *book, Str smil, const ReadAlongs *items,
                         const Node *text)
{
    const Node *body = text ? find_tag(text, TAG_BODY) : NULL;
    if (!body)
        add_fault(book->faults, book->arena, "%.*s: the text of %.*s is not there",
                  STR_ARG(book->name), STR_ARG(smil));
    else
        check_texts(book, smil, items, body);
    return check_clips(book, smil, items);
}
