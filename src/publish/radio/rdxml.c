// Rivendell reads line by line, so each element has a line of its own. Points are
// milliseconds.
#include "publish/radio/rdxml.h"

#include "publish/radio/element.h"

enum { CART_NUMBER_DIGITS = 6 };

static void put_known(Buf *b, const char *name, Str text)
{
    if (text.len)
        put_element(b, name, text);
}

static bool is_cart_number(Str id)
{
    bool number = id.len > 0 && id.len <= CART_NUMBER_DIGITS, zero = true;
    for (size_t i = 0; i < id.len; i++) {
        number = number && is_digit(id.data[i]);
        zero = zero && id.data[i] == '0';
    }
    return number && !zero;
}

// Without a zone: the station's own time.
static void put_moment(Buf *b, const char *name, Str date, Str time, Arena *arena)
{
    put_element(b, name, str_format(arena, "%.*sT%.*s", STR_ARG(date), STR_ARG(time)));
}

static void put_points(Buf *b, const Broadcast *c)
{
    const Marks *marks = &c->marks;
    put_count(b, "startPoint", frame_ms(marks->audible_start));
    put_count(b, "endPoint", frame_ms(marks->audible_end));
    put_count(b, "segueStartPoint", frame_ms(marks->segue_start));
    put_count(b, "segueEndPoint", frame_ms(marks->segue_end));
    put_count(b, "talkStartPoint", frame_ms(marks->intro_start));
    put_count(b, "talkEndPoint", frame_ms(marks->intro_end));
}

static void put_cut(Buf *b, const Broadcast *c, Arena *arena)
{
    put_bracket(b, "cutList");
    put_bracket(b, "cut");
    put_element(b, "description", c->title);
    put_element(b, "outcue", c->outcue);
    put_count(b, "length", frame_ms(c->frame_count));
    put_element(b, "originName", c->originator);
    if (c->limited) {
        put_moment(b, "startDatetime", c->start_date, c->start_time, arena);
        put_moment(b, "endDatetime", c->end_date, c->end_time, arena);
    }
    put_points(b, c);
    put_bracket(b, "/cut");
    put_bracket(b, "/cutList");
}

Str write_rdxml(const Broadcast *broadcast, Arena *arena)
{
    const EpisodeInfo *info = broadcast->info;
    Buf b = new_buf(arena);
    buf_add(&b, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    put_bracket(&b, "carts");
    put_bracket(&b, "cart");
    if (is_cart_number(broadcast->cut_id))
        put_element(&b, "number", broadcast->cut_id);
    put_element(&b, "type", STR("audio"));
    put_known(&b, "groupName", broadcast->category);
    put_element(&b, "title", info->title);
    put_element(&b, "artist", info->artist);
    put_element(&b, "album", info->album);
    put_known(&b, "year", info->year);
    put_known(&b, "client", broadcast->client_id);
    put_known(&b, "publisher", info->publisher);
    put_element(&b, "userDefined", info->comment);
    put_cut(&b, broadcast, arena);
    put_bracket(&b, "/cart");
    put_bracket(&b, "/carts");
    return buf_str(&b);
}
