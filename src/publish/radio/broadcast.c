#include "publish/radio/broadcast.h"

#include "base/hash.h"
#include "publish/ascii.h"
#include "publish/text/words.h"

enum {
    MARGIN_FRAMES = MASTER_RATE_HZ / 4,
    OUTCUE_WORDS = 8,
    ORIGINATOR_MAX = 31,
    DATE_LEN = 10,
};

// Where nothing is known. Years from 0000 on are allowed (EBU Tech 3285).
static const char NO_DATE[] = "0000-01-01", NO_TIME[] = "00:00:00";
static const char EVER_SINCE[] = "1900-01-01", FOR_EVER[] = "9999-12-31", DAY_END[] = "23:59:59";

// In ASCII, whole words where some fit.
static Str plain(Str text, uint32_t max, Arena *arena)
{
    Str ascii = station_ascii(text, arena);
    return ascii.len <= max ? ascii : first_words(ascii, max - 3, arena); // and "..."
}

// --- Marks ---

static Marks find_marks(const Timeline *t)
{
    if (t->items.count == 0)
        return (Marks){.audible_end = t->frame_count,
                       .intro_end = t->frame_count,
                       .segue_end = t->frame_count};
    int64_t first = t->items.items[0].start_frame;
    int64_t last = t->items.items[t->items.count - 1].end_frame;
    Marks marks = {.intro_end = first, .segue_start = last};
    const Jingle *bed = &t->bed.music;
    marks.intro_start = t->intro.frames         ? t->intro.start_frame
                        : bed->frames           ? bed->start_frame
                        : first > MARGIN_FRAMES ? first - MARGIN_FRAMES
                                                : 0;
    marks.segue_end = last + MARGIN_FRAMES;
    if (bed->frames && bed->start_frame + bed->frame_count > marks.segue_end)
        marks.segue_end = bed->start_frame + bed->frame_count;
    if (t->outro.frames) {
        marks.segue_start = t->outro.start_frame;
        marks.segue_end = t->outro.start_frame + t->outro.frame_count;
    }
    if (marks.segue_end > t->frame_count)
        marks.segue_end = t->frame_count;
    marks.audible_start = marks.intro_start;
    marks.audible_end = marks.segue_end;
    return marks;
}

// --- Words ---

// The last words that are heard, as many as a presenter waits for.
static Str last_words(const Times *times, Arena *arena)
{
    Str text = {0};
    for (uint32_t i = times->words.count, taken = 0; i > 0 && taken < OUTCUE_WORDS; i--) {
        Str word = station_ascii(times->words.items[i - 1].text, arena);
        if (word.len == 0)
            continue;
        Str longer = text.len ? str_format(arena, "%.*s %.*s", STR_ARG(word), STR_ARG(text)) : word;
        if (longer.len > PLACE_MAX)
            break;
        text = longer;
        taken++;
    }
    return text;
}

// The places of bext and the sidecar have room for 255 bytes: whatever the title is, the statement
// and the rights stand there whole.
static Str about(const EpisodeInfo *info, Str slug, Arena *arena)
{
    enum { TITLE_MAX = 90, ARTIST_MAX = 40, RIGHTS_MAX = 60 };
    Buf b = new_buf(arena);
    buf_add(&b, str_or(plain(info->title, TITLE_MAX, arena), slug));
    if (is_credited(info))
        buf_format(&b, " - %.*s", STR_ARG(plain(info->artist, ARTIST_MAX, arena)));
    if (!strchr(".!?", b.data[b.len - 1]))
        buf_char(&b, '.');
    if (info->disclosure.len)
        buf_add(&b, STR(" Synthetic voices (text to speech)."));
    buf_format(&b, " Rights: %.*s.", STR_ARG(plain(info->copyright, RIGHTS_MAX, arena)));
    if (info->url.len)
        buf_format(&b, " Source: %.*s", STR_ARG(info->url));
    return buf_str(&b);
}

// Two slugs may be alike as far as a place has room, and systems know a cut by its identity.
static Str cut_of_slug(Str slug, Arena *arena)
{
    enum { DIGITS = 8 };
    char hex[HASH_HEX];
    if (slug.len <= PLACE_MAX)
        return slug;
    hash_bytes(slug, hex);
    return str_format(arena, "%.*s-%.*s", STR_ARG(str_slice(slug, 0, PLACE_MAX - DIGITS - 1)),
                      DIGITS, hex);
}

// --- Dates ---

// "2026" and "2026-01" begin with their first day.
static Str whole_date(Str date, Arena *arena)
{
    if (date.len == 0 || date.len >= DATE_LEN)
        return date;
    return str_format(arena, "%.*s%s", STR_ARG(date), date.len == 4 ? "-01-01" : "-01");
}

// "2026-01-31T12:00:00" or without a time.
static void part_moment(Str moment, Str date, Str time, Str *out_date, Str *out_time)
{
    *out_date = str_or(str_slice(moment, 0, DATE_LEN), date);
    *out_time = str_or(str_slice(moment, DATE_LEN + 1, moment.len), time);
}

static void date_broadcast(const RadioOptions *o, Broadcast *b, Arena *arena)
{
    b->limited = o->start.len || o->end.len;
    Str article = b->date_of_article = whole_date(b->info->date, arena);
    part_moment(article.len ? article : o->made, str_from(NO_DATE), str_from(NO_TIME), &b->date,
                &b->time);
    part_moment(o->end, str_from(FOR_EVER), str_from(DAY_END), &b->end_date, &b->end_time);
    part_moment(o->start, str_or(article, str_from(EVER_SINCE)), str_from(NO_TIME), &b->start_date,
                &b->start_time);
    if (o->start.len == 0 && str_compare(b->start_date, b->end_date) > 0)
        b->start_date = str_from(EVER_SINCE);
}

// Country and organisation that nobody has been given, then what tells this article from
// others where R 99 has a serial number, the time, and a number by chance.
static Str reference_of(const Making *m, const Broadcast *b, Arena *arena)
{
    const Article *article = reading_article(m->timeline->clips->reading);
    Str parts[] = {article->text, b->info->title, b->info->url, b->cut_id};
    unsigned char digest[32];
    hash_joined(parts, COUNT(parts), digest);
    Buf out = new_buf(arena);
    buf_add(&out, STR("ZZLEC"));
    for (int i = 0; i < 6; i++)
        buf_format(&out, "%02X", digest[i]);
    for (size_t i = 0; i < 3; i++)
        buf_add(&out, str_slice(b->time, 3 * i, 3 * i + 2));
    for (int i = 0; i < 9; i++)
        buf_char(&out, (char)('0' + digest[8 + i] % 10));
    return buf_str(&out);
}

Broadcast describe_broadcast(const Making *m, const Timeline *timeline, Arena *arena)
{
    const RadioOptions *o = &m->options->radio;
    const EpisodeInfo *info = m->info;
    Broadcast b = {.info = info,
                   .version = m->options->version,
                   .engine = timeline->clips->engine,
                   .slug = m->slug,
                   .frame_count = timeline->frame_count,
                   .marks = find_marks(timeline)};
    b.title = str_or(plain(info->title, PLACE_MAX, arena), str_slice(m->slug, 0, PLACE_MAX));
    b.artist = str_or(plain(info->artist, PLACE_MAX, arena), STR("lectern"));
    b.originator = str_or(plain(info->album, ORIGINATOR_MAX, arena), STR("lectern"));
    b.cut_id = str_or(plain(o->cut_id, PLACE_MAX, arena), cut_of_slug(m->slug, arena));
    b.client_id = plain(o->client_id, PLACE_MAX, arena);
    b.category = plain(o->category, PLACE_MAX, arena);
    b.classification = plain(o->classification, PLACE_MAX, arena);
    if (info->disclosure.len)
        b.user_text =
            plain(str_format(arena, "Synthetic voices: %.*s", STR_ARG(b.engine)), PLACE_MAX, arena);
    b.outcue = str_or(last_words(m->times, arena), b.title);
    b.about = about(info, m->slug, arena);
    date_broadcast(o, &b, arena);
    b.reference = reference_of(m, &b, arena);
    return b;
}
