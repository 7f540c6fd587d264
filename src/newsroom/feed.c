#include "newsroom/feed.h"

#include <stdlib.h>

#include "base/hash.h"
#include "newsroom/moments.h"
#include "publish/text/words.h"
#include "read/xml.h"

enum {
    TEXT_MAX = 250,         // characters; PSP-1 allows 255
    SUMMARY_MAX = 600,      // characters of the article that tell of it
    DESCRIPTION_MAX = 3900, // bytes; directories take 4,000
    CHAPTERS_SHOWN = 3,     // fewer are taken for no chapters
    PERSON_MAX = 120,
};
static const double SOUNDBITE_MIN_S = 4, SOUNDBITE_MAX_S = 120;

// Podcasting 2.0, `guid`; RFC 9562, name space of addresses.
static const unsigned char SHOW_SPACE[16] = {0xEA, 0xD4, 0xC2, 0x36, 0xBF, 0x58, 0x58, 0xC6,
                                             0xA2, 0xC6, 0xA6, 0xB2, 0x8D, 0x12, 0x8C, 0xB6};
static const unsigned char URL_SPACE[16] = {0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1,
                                            0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8};

// What the old feed says of an episode. Empty: it did not list it.
typedef struct {
    Str guid, date, updated, enclosure, integrity;
} Past;

typedef struct {
    const FinishedEpisode *episode;
    const FinishedFile *sound; // the enclosure: its MP3
    Str guid;
    Str integrity;
    Str version; // "?v=...", behind the addresses of what was corrected; empty: nothing was
    int64_t date;
    Str updated; // day of the last correction; empty: none
} Item;

typedef struct {
    const FeedJob *job;
    const Node *channel; // of the old feed; NULL: none
    LIST(Past) past;     // its items
    LIST(Item) items;
    Buf xml;
    Arena *arena;
} Feed;

// --- identities and addresses

static Str uuid(const unsigned char space[16], Str name, Arena *arena)
{
    char text[UUID_SIZE];
    uuid_of_name(space, name, text);
    return str_copy(str_from(text), arena);
}

static Str text_of(const Node *parent, Str name, Arena *arena)
{
    const Node *child = child_named(parent, name);
    return child ? node_text(child, arena) : (Str){0};
}

// A show that has moved is the same show. One that has only stood where it was tried out has no
// identity yet: others try theirs at the same address.
static Str kept_guid(const Feed *feed)
{
    const Node *self = feed->channel ? child_named(feed->channel, STR("atom:link")) : NULL;
    return self && str_starts(attribute(self, "href"), STR("https://"))
               ? text_of(feed->channel, STR("podcast:guid"), feed->arena)
               : (Str){0};
}

// Without scheme and slashes behind, as the standard has it.
static Str show_guid(const Feed *feed)
{
    const FeedJob *job = feed->job;
    Arena *arena = feed->arena;
    Str given = str_or(job->show->guid, kept_guid(feed));
    if (given.len)
        return given;
    Str address = str_format(arena, "%.*sfeed.xml", STR_ARG(job->base));
    size_t scheme = str_find(address, STR("://"));
    return uuid(SHOW_SPACE, str_slice(address, scheme + 3, address.len), arena);
}

// The article's identity: its address, else what the input was called here.
static Str episode_guid(const FeedJob *job, const FinishedEpisode *e, Arena *arena)
{
    if (e->url.len)
        return uuid(URL_SPACE, e->url, arena);
    return uuid(URL_SPACE, str_format(arena, "%.*s%.*s", STR_ARG(job->base), STR_ARG(e->slug)),
                arena);
}

static void add_path(Buf *b, Str path)
{
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.data[i];
        if (is_alnum(c) || strchr("-._~/", c))
            buf_char(b, (char)c);
        else
            buf_format(b, "%%%02X", c);
    }
}

// From the folder on: "slug/name".
static Str path_of(const FinishedEpisode *e, Str name, Arena *arena)
{
    Buf b = new_buf(arena);
    add_path(&b, e->slug);
    buf_char(&b, '/');
    add_path(&b, name);
    return buf_str(&b);
}

static Str address_of(const FeedJob *job, const FinishedEpisode *e, Str name, Arena *arena)
{
    return str_format(arena, "%.*s%.*s", STR_ARG(job->base), STR_ARG(path_of(e, name, arena)));
}

// Of what players keep by its address.
static Str kept_address(const Feed *feed, const Item *item, Str name)
{
    return str_format(feed->arena, "%.*s%.*s",
                      STR_ARG(address_of(feed->job, item->episode, name, feed->arena)),
                      STR_ARG(item->version));
}

// "sha256-..." as browsers check what they load.
static Str integrity_of(const FinishedFile *file, Arena *arena)
{
    char bytes[32] = {0};
    for (size_t i = 0; i < sizeof bytes && 2 * i + 1 < file->sha256.len; i++)
        bytes[i] = (char)(hex_value(file->sha256.data[2 * i]) * 16 +
                          hex_value(file->sha256.data[2 * i + 1]));
    Buf b = new_buf(arena);
    buf_add(&b, STR("sha256-"));
    buf_base64(&b, (Str){bytes, sizeof bytes});
    return buf_str(&b);
}

// --- the old feed

static Str old_integrity(const Node *item)
{
    const Node *alternate = child_named(item, STR("podcast:alternateEnclosure"));
    const Node *integrity = alternate ? child_named(alternate, STR("podcast:integrity")) : NULL;
    return integrity ? attribute(integrity, "value") : (Str){0};
}

static Past past_of(const Node *item, Arena *arena)
{
    const Node *enclosure = child_named(item, STR("enclosure"));
    return (Past){
        .guid = text_of(item, STR("guid"), arena),
        .date = text_of(item, STR("pubDate"), arena),
        .updated = text_of(item, STR("atom:updated"), arena),
        .enclosure = enclosure ? attribute(enclosure, "url") : (Str){0},
        .integrity = old_integrity(item),
    };
}

static Str version_of(Str address)
{
    return str_slice(address, str_find(address, STR("?v=")), address.len);
}

// An article without an address is known by its folder, also where the show has moved.
static Past find_past(const Feed *feed, const Item *item)
{
    const FinishedEpisode *e = item->episode;
    Str own = str_format(feed->arena, "/%.*s", STR_ARG(path_of(e, item->sound->name, feed->arena)));
    for (uint32_t i = 0; i < feed->past.count; i++) {
        Past past = feed->past.items[i];
        Str path = str_slice(past.enclosure, 0, str_find(past.enclosure, STR("?v=")));
        if (str_equal(past.guid, item->guid) || (e->url.len == 0 && str_ends(path, own)))
            return past;
    }
    return (Past){0};
}

static bool read_old(Feed *feed, Error *err)
{
    Node *document;
    if (feed->job->old.len == 0)
        return true;
    if (!parse_xml(feed->job->old, feed->arena, &document, err))
        return false;
    feed->channel = find_named(document, STR("channel"));
    for (const Node *n = feed->channel ? feed->channel->first : NULL; n; n = n->next)
        if (str_equal(n->name, STR("item")))
            *PUSH(&feed->past, feed->arena) = past_of(n, feed->arena);
    return true;
}

// --- items

// The day and what the sound was are the old feed's. Where the sound is another, all of its
// addresses become others.
static void remember(Feed *feed, Item *item)
{
    const FinishedEpisode *e = item->episode;
    Past past = find_past(feed, item);
    if (!parse_feed_date(past.date, &item->date) && !parse_day(e->date, &item->date))
        item->date = feed->job->now;
    set_once(&past.guid, item->guid);
    item->guid = past.guid;
    item->integrity = integrity_of(item->sound, feed->arena);
    item->updated = past.updated;
    item->version = version_of(past.enclosure);
    if (past.integrity.len == 0 || str_equal(past.integrity, item->integrity))
        return;
    item->updated = format_iso_date(feed->job->now, feed->arena);
    item->version =
        str_format(feed->arena, "?v=%.*s", STR_ARG(str_slice(item->sound->sha256, 0, 8)));
}

static int newest_first(const void *a, const void *b)
{
    const Item *x = a, *y = b;
    if (x->date != y->date)
        return x->date > y->date ? -1 : 1;
    return str_compare(x->episode->slug, y->episode->slug);
}

static void list_items(Feed *feed)
{
    const FinishedEpisodes *episodes = feed->job->episodes;
    for (uint32_t i = 0; i < episodes->count; i++) {
        const FinishedEpisode *e = &episodes->items[i];
        Item item = {.episode = e, .sound = episode_file(e, ".mp3")};
        if (!item.sound)
            continue;
        item.guid = episode_guid(feed->job, e, feed->arena);
        remember(feed, &item);
        *PUSH(&feed->items, feed->arena) = item;
    }
    if (feed->items.count)
        qsort(feed->items.items, feed->items.count, sizeof(Item), newest_first);
}

// --- XML

static void put_escaped(Buf *b, Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        if (c == '&')
            buf_add(b, STR("&amp;"));
        else if (c == '<')
            buf_add(b, STR("&lt;"));
        else if (c == '>')
            buf_add(b, STR("&gt;"));
        else if (c == '"')
            buf_add(b, STR("&quot;"));
        else
            buf_char(b, c);
    }
}

// One line of text, cleaned and cut to what readers take; nothing where it is empty.
static void put_element(Feed *feed, const char *name, Str text)
{
    Str clean = first_words(text, TEXT_MAX, feed->arena);
    if (clean.len == 0)
        return;
    buf_format(&feed->xml, "<%s>", name);
    put_escaped(&feed->xml, clean);
    buf_format(&feed->xml, "</%.*s>\n", (int)str_find(str_from(name), STR(" ")), name);
}

// As it stands: an address, a description of several lines.
static void put_whole(Feed *feed, const char *name, Str text)
{
    if (text.len == 0)
        return;
    buf_format(&feed->xml, "<%s>", name);
    put_escaped(&feed->xml, text);
    buf_format(&feed->xml, "</%.*s>\n", (int)str_find(str_from(name), STR(" ")), name);
}

static void put_attribute(Feed *feed, const char *name, Str value)
{
    buf_format(&feed->xml, " %s=\"", name);
    put_escaped(&feed->xml, value);
    buf_char(&feed->xml, '"');
}

static void put_image(Feed *feed, Str address)
{
    buf_add(&feed->xml, STR("<itunes:image"));
    put_attribute(feed, "href", address);
    buf_add(&feed->xml, STR("/>\n"));
}

static void put_category(Feed *feed, Str category)
{
    size_t slash = str_find(category, STR(" / "));
    buf_add(&feed->xml, STR("<itunes:category"));
    put_attribute(feed, "text", str_slice(category, 0, slash));
    if (slash < category.len) {
        buf_add(&feed->xml, STR("><itunes:category"));
        put_attribute(feed, "text", str_slice(category, slash + 3, category.len));
        buf_add(&feed->xml, STR("/></itunes:category>\n"));
    } else {
        buf_add(&feed->xml, STR("/>\n"));
    }
}

static void put_owner(Feed *feed, const Show *show)
{
    if (show->owner_email.len == 0)
        return;
    buf_add(&feed->xml, STR("<itunes:owner>\n"));
    put_element(feed, "itunes:name", show->owner_name.len ? show->owner_name : show->author);
    put_element(feed, "itunes:email", show->owner_email);
    buf_add(&feed->xml, STR("</itunes:owner>\n"));
}

// Parsers pass over a lock without its owner: nobody could be asked for the key.
static void put_lock(Feed *feed, const Show *show)
{
    if (show->owner_email.len == 0)
        return;
    buf_add(&feed->xml, STR("<podcast:locked"));
    put_attribute(feed, "owner", show->owner_email);
    buf_format(&feed->xml, ">%s</podcast:locked>\n", show->unlocked ? "no" : "yes");
}

static void put_license(Feed *feed, const Show *show)
{
    if (show->license.len == 0)
        return;
    buf_add(&feed->xml, STR("<podcast:license"));
    if (show->license_url.len)
        put_attribute(feed, "url", show->license_url);
    buf_char(&feed->xml, '>');
    put_escaped(&feed->xml, str_slice(show->license, 0, PERSON_MAX));
    buf_add(&feed->xml, STR("</podcast:license>\n"));
}

static const char DISCLOSURE[] =
    "Read by synthetic voices: speech generated by a computer, not recordings of people.";

static void put_channel_head(Feed *feed)
{
    const FeedJob *job = feed->job;
    const Show *show = job->show;
    Str self = str_format(feed->arena, "%.*sfeed.xml", STR_ARG(job->base));
    buf_add(&feed->xml, STR("<atom:link rel=\"self\" type=\"application/rss+xml\""));
    put_attribute(feed, "href", self);
    buf_add(&feed->xml, STR("/>\n"));
    put_element(feed, "title", show->title);
    put_whole(feed, "description",
              str_format(feed->arena, "%.*s\n%s",
                         STR_ARG(first_words(show->description, SUMMARY_MAX, feed->arena)),
                         DISCLOSURE));
    put_whole(feed, "link", show->link);
    put_element(feed, "language", show->language);
    put_element(feed, "copyright", show->copyright.len ? show->copyright : show->author);
    buf_format(&feed->xml, "<generator>lectern %.*s</generator>\n", STR_ARG(job->version));
    put_element(feed, "itunes:author", show->author);
    put_owner(feed, show);
    put_category(feed, show->category);
    put_element(feed, "itunes:explicit", show->is_explicit ? STR("true") : STR("false"));
    put_element(feed, "itunes:type", STR("episodic"));
    put_image(feed, str_format(feed->arena, "%.*s%.*s", STR_ARG(job->base), STR_ARG(job->image)));
    if (show->is_private)
        put_element(feed, "itunes:block", STR("Yes"));
    put_element(feed, "podcast:guid", show_guid(feed));
    put_lock(feed, show);
    put_element(feed, "podcast:medium", show->medium);
    put_license(feed, show);
    buf_add(&feed->xml, STR("<podcast:txt purpose=\"ai-content\">true</podcast:txt>\n"));
}

// --- what tells of an episode

static Str clock_of(double seconds, Arena *arena)
{
    int s = (int)seconds;
    return str_format(arena, "%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
}

static Str credit_of(const FinishedEpisode *e, Arena *arena)
{
    Buf b = new_buf(arena);
    if (e->author.len)
        buf_format(&b, "By %.*s", STR_ARG(clean_text(e->author, arena)));
    if (e->publisher.len)
        buf_format(&b, "%s%.*s", b.len ? ", for " : "From ",
                   STR_ARG(clean_text(e->publisher, arena)));
    if (b.len)
        buf_char(&b, '.');
    return buf_str(&b);
}

static void add_line(Buf *b, Str line)
{
    if (line.len == 0 || b->len + line.len + 1 > DESCRIPTION_MAX)
        return;
    if (b->len)
        buf_char(b, '\n');
    buf_add(b, line);
}

static Str correction_of(const Item *item, Arena *arena)
{
    return item->updated.len ? str_format(arena, "Corrected on %.*s: the sound is new.",
                                          STR_ARG(str_slice(item->updated, 0, 10)))
                             : (Str){0};
}

static Str description_of(const Item *item, Arena *arena)
{
    const FinishedEpisode *e = item->episode;
    Buf b = new_buf(arena);
    add_line(&b, correction_of(item, arena));
    add_line(&b, first_words(e->summary, SUMMARY_MAX, arena));
    add_line(&b, credit_of(e, arena));
    if (e->url.len)
        add_line(&b, str_format(arena, "The article: %.*s", STR_ARG(e->url)));
    add_line(&b, str_from(DISCLOSURE));
    for (uint32_t i = 0; e->chapters.count >= CHAPTERS_SHOWN && i < e->chapters.count; i++)
        add_line(&b, str_format(arena, "%.*s %.*s",
                                STR_ARG(clock_of(e->chapters.items[i].start_s, arena)),
                                STR_ARG(clean_text(e->chapters.items[i].title, arena))));
    return buf_str(&b);
}

// The same as a page would have it.
static Str notes_of(Str description, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < description.len;) {
        Str rest = str_slice(description, i, description.len);
        Str line = str_slice(rest, 0, str_find(rest, STR("\n")));
        buf_add(&b, STR("<p>"));
        size_t label = str_starts(line, STR("The article: ")) ? 13 : 0;
        if (label) {
            buf_add(&b, STR("The article: <a href=\""));
            put_escaped(&b, str_slice(line, label, line.len));
            buf_add(&b, STR("\">"));
        }
        put_escaped(&b, str_slice(line, label, line.len));
        buf_add(&b, label ? STR("</a></p>") : STR("</p>"));
        i += line.len + 1;
    }
    return buf_str(&b);
}

// --- an item

static void put_file(Feed *feed, const Item *item, const char *element, const char *suffix,
                     const char *type)
{
    const FinishedFile *file = episode_file(item->episode, suffix);
    if (!file)
        return;
    buf_format(&feed->xml, "<podcast:%s", element);
    put_attribute(feed, "url", kept_address(feed, item, file->name));
    put_attribute(feed, "type", str_from(type));
    buf_add(&feed->xml, STR("/>\n"));
}

static void put_alternate(Feed *feed, const Item *item, const FinishedFile *file, const char *type,
                          Str title)
{
    bool is_enclosure = file == item->sound;
    buf_format(&feed->xml, "<podcast:alternateEnclosure type=\"%s\" length=\"%llu\"", type,
               (unsigned long long)file->bytes);
    put_attribute(feed, "title", title);
    buf_add(&feed->xml, is_enclosure ? STR(" default=\"true\">") : STR(">"));
    buf_add(&feed->xml, STR("<podcast:source"));
    put_attribute(feed, "uri", kept_address(feed, item, file->name));
    buf_add(&feed->xml, STR("/><podcast:integrity type=\"sri\""));
    put_attribute(feed, "value", integrity_of(file, feed->arena));
    buf_add(&feed->xml, STR("/></podcast:alternateEnclosure>\n"));
}

// Other forms of the same sound; the first is the enclosure itself, for its integrity.
static void put_forms(Feed *feed, const Item *item)
{
    static const struct {
        const char *suffix, *type, *title;
    } FORMS[] = {
        {".mp3", "audio/mpeg", "MP3"},
        {".opus", "audio/ogg", "Opus"},
        {".m4b", "audio/mp4", "M4B"},
        {".flac", "audio/flac", "FLAC"},
    };
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        const FinishedFile *file = episode_file(item->episode, FORMS[i].suffix);
        if (file)
            put_alternate(feed, item, file, FORMS[i].type, str_from(FORMS[i].title));
    }
}

static void put_readings(Feed *feed, const Item *item)
{
    for (uint32_t i = 0; i < item->episode->files.count; i++) {
        const FinishedFile *file = &item->episode->files.items[i];
        if (file->reading.len && str_ends(file->name, STR(".mp3")))
            put_alternate(feed, item, file, "audio/mpeg",
                          first_words(file->reading, PERSON_MAX, feed->arena));
    }
}

static void put_person(Feed *feed, const char *role, const char *group, Str name)
{
    if (name.len == 0)
        return;
    buf_format(&feed->xml, "<podcast:person role=\"%s\" group=\"%s\">", role, group);
    put_escaped(&feed->xml, first_words(name, PERSON_MAX, feed->arena));
    buf_add(&feed->xml, STR("</podcast:person>\n"));
}

// "A, B and C" are three.
static void put_authors(Feed *feed, Str byline)
{
    while (byline.len) {
        size_t comma = str_find(byline, STR(", ")), joint = str_find(byline, STR(" and "));
        size_t end = comma < joint ? comma : joint;
        put_person(feed, "author", "writing", str_trim(str_slice(byline, 0, end)));
        byline = str_slice(byline, end + (comma < joint ? 2 : 5), byline.len);
    }
}

static void put_soundbite(Feed *feed, const FinishedEpisode *e)
{
    double length_s = e->quote.end_s - e->quote.start_s;
    if (e->quote.start_s <= 0 || length_s < SOUNDBITE_MIN_S)
        return;
    length_s = length_s < SOUNDBITE_MAX_S ? length_s : SOUNDBITE_MAX_S;
    buf_format(&feed->xml, "<podcast:soundbite startTime=\"%.3f\" duration=\"%.3f\">",
               e->quote.start_s, length_s);
    put_escaped(&feed->xml, first_words(e->quote.text, PERSON_MAX, feed->arena));
    buf_add(&feed->xml, STR("</podcast:soundbite>\n"));
}

static void put_enclosure(Feed *feed, const Item *item)
{
    buf_add(&feed->xml, STR("<enclosure"));
    put_attribute(feed, "url", kept_address(feed, item, item->sound->name));
    buf_format(&feed->xml, " length=\"%llu\" type=\"audio/mpeg\"/>\n",
               (unsigned long long)item->sound->bytes);
}

static void put_picture(Feed *feed, const FinishedEpisode *e)
{
    const FinishedFile *png = episode_file(e, "cover.png");
    const FinishedFile *file = png ? png : episode_file(e, "cover.jpg");
    if (file)
        put_image(feed, address_of(feed->job, e, file->name, feed->arena));
}

static void put_item(Feed *feed, const Item *item)
{
    const FinishedEpisode *e = item->episode;
    Str description = description_of(item, feed->arena);
    Str page = address_of(feed->job, e, STR("index.html"), feed->arena);
    buf_add(&feed->xml, STR("<item>\n"));
    put_element(feed, "title", e->title);
    put_whole(feed, "description", description);
    put_whole(feed, "content:encoded", notes_of(description, feed->arena));
    put_whole(feed, "link", e->url.len ? e->url : page);
    put_enclosure(feed, item);
    put_element(feed, "guid isPermaLink=\"false\"", item->guid);
    put_element(feed, "pubDate", format_feed_date(item->date, feed->arena));
    put_element(feed, "atom:updated", item->updated);
    put_element(feed, "itunes:author", e->author.len ? e->author : e->publisher);
    put_element(feed, "itunes:duration", str_format(feed->arena, "%d", (int)(e->duration_s + 0.5)));
    put_element(feed, "itunes:explicit", feed->job->show->is_explicit ? STR("true") : STR("false"));
    put_element(feed, "itunes:episodeType", STR("full"));
    put_picture(feed, e);
    put_file(feed, item, "transcript", ".vtt", "text/vtt");
    put_file(feed, item, "transcript", ".srt", "application/x-subrip");
    put_file(feed, item, "transcript", "transcript.json", "application/json");
    put_file(feed, item, "chapters", "chapters.json", "application/json+chapters");
    put_forms(feed, item);
    put_readings(feed, item);
    put_authors(feed, clean_text(e->author, feed->arena));
    put_person(feed, "narrator", "cast", STR("eSpeak NG (synthetic voices)"));
    put_soundbite(feed, e);
    put_license(feed, feed->job->show);
    buf_add(&feed->xml, STR("<podcast:txt purpose=\"ai-content\">true</podcast:txt>\n</item>\n"));
}

bool make_feed(const FeedJob *job, Arena *arena, Str *out, Error *err)
{
    Feed feed = {.job = job, .xml = new_buf(arena), .arena = arena};
    if (!read_old(&feed, err))
        return false;
    list_items(&feed);
    buf_add(&feed.xml,
            STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
                "xmlns:atom=\"http://www.w3.org/2005/Atom\" "
                "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
                "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\">\n<channel>\n"));
    put_channel_head(&feed);
    for (uint32_t i = 0; i < feed.items.count; i++)
        put_item(&feed, &feed.items.items[i]);
    buf_add(&feed.xml, STR("</channel>\n</rss>\n"));
    *out = buf_str(&feed.xml);
    return true;
}

Str make_outline(const ShowLink *shows, size_t count, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_add(&b, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head>"
                    "<title>Shows</title></head>\n<body>\n"));
    for (size_t i = 0; i < count; i++) {
        buf_add(&b, STR("<outline type=\"rss\" text=\""));
        put_escaped(&b, clean_text(shows[i].title, arena));
        buf_add(&b, STR("\" xmlUrl=\""));
        put_escaped(&b, shows[i].address);
        buf_add(&b, STR("\"/>\n"));
    }
    buf_add(&b, STR("</body>\n</opml>\n"));
    return buf_str(&b);
}
