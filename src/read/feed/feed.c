// Feeds: one entry is the article. Where the feed holds only its opening, the page that
// it links to is read instead.
#include "read/feed/feed.h"

#include "base/utf8.h"
#include "read/dates.h"
#include "read/draft.h"
#include "read/furnish.h"
#include "read/html/blocks.h"
#include "read/html/fragment.h"
#include "read/match.h"
#include "read/reader.h"
#include "read/sniff.h"
#include "read/xml.h"

enum {
    FEW_WORDS = 150, // an entry with fewer is taken for the opening of its page
    TITLES_TOLD = 5,
    TITLE_CHARACTERS = 32, // of a title in a message
};

// --- the feed

static bool refuse_document(const Node *document, Error *err)
{
    Str name = document->first ? document->first->name : (Str){0};
    return fail(err, ERR_ARTICLE, (Span){0},
                "the input is an XML document, which is not read as an article: its root is "
                "<%.*s>, not that of a page or a feed (save the article's text)",
                STR_ARG(str_slice(name, 0, 40)));
}

static bool collect_feed(Str text, Arena *arena, Feed *feed, Error *err)
{
    if (str_starts(sniffed(text), STR("{")))
        return collect_json(text, arena, feed, err);
    Node *document;
    if (!parse_xml(text, arena, &document, err))
        return false;
    return collect_rss(document->first, arena, feed) ||
           collect_atom(document->first, arena, feed) || refuse_document(document, err);
}

static Str plain_title(const Entry *entry, Arena *arena)
{
    Str title = entry->title;
    bool marked =
        entry->marked_title && (has_markup(title) || str_find(title, STR("&")) < title.len);
    return on_one_line(marked ? words_of_markup(title, arena) : title, arena);
}

// --- which entry

// Hours and minutes in a date, as one number: entries of one day have an order too.
static int time_of_day(Str date)
{
    for (size_t i = 2; i + 2 < date.len; i++) {
        const char *c = date.data + i;
        bool time =
            *c == ':' && is_digit(c[-2]) && is_digit(c[-1]) && is_digit(c[1]) && is_digit(c[2]);
        if (time)
            return ((c[-2] - '0') * 10 + c[-1] - '0') * 60 + (c[1] - '0') * 10 + c[2] - '0';
    }
    return 0;
}

static uint32_t newest_entry(const Feed *feed, Arena scratch)
{
    uint32_t newest = 0;
    Str latest = {0};
    int time = 0;
    for (uint32_t i = 0; i < feed->entries.count; i++) {
        const Entry *entry = &feed->entries.items[i];
        Str day;
        if (!parse_date(entry->date, &scratch, &day))
            continue;
        int order = str_compare(day, latest);
        if (order > 0 || (order == 0 && time_of_day(entry->date) > time)) {
            newest = i;
            latest = day;
            time = time_of_day(entry->date);
        }
    }
    return newest;
}

static bool is_number(Str s, uint32_t *number)
{
    *number = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!is_digit(s.data[i]) || i > 6)
            return false;
        *number = *number * 10 + (uint32_t)(s.data[i] - '0');
    }
    return s.len > 0;
}

// Titles of entries in small letters, to be looked through.
static Str *small_titles(const Feed *feed, Arena *arena)
{
    Str *titles = ALLOC(arena, Str, feed->entries.count);
    for (uint32_t i = 0; i < feed->entries.count; i++)
        titles[i] = utf8_lower(plain_title(&feed->entries.items[i], arena), arena);
    return titles;
}

typedef bool Matcher(const Feed *feed, uint32_t i, Str title, Str wanted);

static bool has_identity(const Feed *feed, uint32_t i, Str title, Str wanted)
{
    (void)title;
    return str_equal(feed->entries.items[i].id, wanted);
}

static bool has_link(const Feed *feed, uint32_t i, Str title, Str wanted)
{
    (void)title;
    return str_equal(feed->entries.items[i].link, wanted);
}

static bool has_title(const Feed *feed, uint32_t i, Str title, Str wanted)
{
    (void)feed, (void)i;
    return str_equal(title, wanted);
}

static bool title_holds(const Feed *feed, uint32_t i, Str title, Str wanted)
{
    (void)feed, (void)i;
    return str_find(title, wanted) < title.len;
}

static Str told_title(const Entry *entry, Arena *arena)
{
    Str title = plain_title(entry, arena);
    size_t end = 0;
    for (int count = 0; end < title.len && count < TITLE_CHARACTERS; count++)
        end += utf8_at(title, end).len;
    title = str_slice(title, 0, end);
    return title.len ? title : STR("(no title)");
}

// `2 “Storm warning”, 3 “Ferry back”`, of at most a few entries that are not `but`.
static Str list_titles(const Feed *feed, uint32_t but, Arena *arena)
{
    Buf b = new_buf(arena);
    uint32_t told = 0;
    for (uint32_t i = 0; i < feed->entries.count && told < TITLES_TOLD; i++) {
        if (i == but)
            continue;
        Str title = told_title(&feed->entries.items[i], arena);
        buf_format(&b, "%s%u \xE2\x80\x9C%.*s\xE2\x80\x9D", told++ ? ", " : "", i + 1,
                   STR_ARG(title));
    }
    bool more = feed->entries.count > told + (but < feed->entries.count);
    if (more)
        buf_add(&b, STR(", \xE2\x80\xA6"));
    return buf_str(&b);
}

static bool fail_entry(const Feed *feed, Str wanted, const char *what, Arena scratch, Error *err)
{
    Str titles = list_titles(feed, feed->entries.count, &scratch);
    return fail(err, ERR_ARTICLE, (Span){0}, "%s \xE2\x80\x9C%.*s\xE2\x80\x9D (there are: %.*s)",
                what, STR_ARG(str_slice(wanted, 0, 40)), STR_ARG(titles));
}

// By identity, by address, by title, by a part of a title: the first way that finds
// anything decides. Of several with one identity or title the first is taken.
static bool find_entry(const Feed *feed, Str wanted, Arena scratch, uint32_t *out, Error *err)
{
    static Matcher *const MATCHERS[] = {has_identity, has_link, has_title, title_holds};
    uint32_t number;
    if (is_number(wanted, &number) && number >= 1 && number <= feed->entries.count) {
        *out = number - 1;
        return true;
    }
    const Str *titles = small_titles(feed, &scratch);
    Str small = utf8_lower(wanted, &scratch);
    for (size_t m = 0; m < COUNT(MATCHERS); m++) {
        bool titled = m >= 2;
        uint32_t found = 0;
        for (uint32_t i = feed->entries.count; i > 0; i--) {
            if (!MATCHERS[m](feed, i - 1, titles[i - 1], titled ? small : wanted))
                continue;
            found++;
            *out = i - 1;
        }
        if (found > 1 && MATCHERS[m] == title_holds)
            return fail_entry(feed, wanted, "several entries of the feed have titles with", scratch,
                              err);
        if (found)
            return true;
    }
    return fail_entry(feed, wanted, "the feed has no entry", scratch, err);
}

static bool choose_entry(const Feed *feed, const ReadOptions *options, Arena scratch, uint32_t *out,
                         Error *err)
{
    if (feed->entries.count == 0)
        return fail(err, ERR_ARTICLE, (Span){0}, "the feed has no entries");
    if (options->entry.len)
        return find_entry(feed, options->entry, scratch, out, err);
    *out = newest_entry(feed, scratch);
    return true;
}

// --- metadata

// "ann@example.org (Ann Cole)", "Ann Cole <ann@example.org>", "Ann Cole".
static Str name_of_author(Str s)
{
    size_t open = str_find(s, STR("(")), at = str_find(s, STR("@"));
    if (at < open && open < s.len)
        s = str_slice(s, open + 1, open + str_find(str_slice(s, open, s.len), STR(")")));
    else
        s = str_slice(s, 0, str_find(s, STR("<")));
    s = str_trim(s);
    return str_find(s, STR("@")) < s.len ? (Str){0} : s;
}

static bool is_language(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_alnum(s.data[i]) && s.data[i] != '-')
            return false;
    return s.len >= 2 && s.len <= 12;
}

// What the article has already stays.
static void set_metadata(const Feed *feed, const Entry *entry, Str address, Arena *arena,
                         Article *out)
{
    Str date;
    set_once(&out->title, plain_title(entry, arena));
    set_once(&out->byline, on_one_line(name_of_author(entry->author), arena));
    set_once(&out->byline, on_one_line(name_of_author(feed->author), arena));
    set_once(&out->publisher, on_one_line(words_of_markup(feed->title, arena), arena));
    set_once(&out->url, address);
    if (parse_date(entry->date, arena, &date))
        set_once(&out->date, date);
    if (is_language(entry->language))
        set_once(&out->language, entry->language);
    if (is_language(feed->language))
        set_once(&out->language, feed->language);
}

// --- the entry

static bool add_content(Draft *d, const Content *content, Arena *arena, Error *err)
{
    Node *root;
    if (content->kind == CONTENT_NONE)
        return true;
    if (content->kind == CONTENT_TREE) {
        add_html_blocks(d, content->tree);
        return true;
    }
    Str markup =
        content->kind == CONTENT_WORDS ? markup_of_text(content->text, arena) : content->text;
    if (!parse_fragment(markup, content->source, arena, &root, err))
        return false;
    add_html_blocks(d, root);
    return true;
}

static bool build_entry(const Entry *entry, Arena *arena, Article *out, Error *err)
{
    Draft draft = new_draft(out, arena, entry->content.text.len);
    Str title = plain_title(entry, arena);
    at_source(&draft, entry->content.source);
    open_block(&draft, (Block){.kind = BLOCK_TITLE});
    buf_add(&draft.text, title);
    close_block(&draft);
    if (!add_content(&draft, &entry->content, arena, err))
        return false;
    end_draft(&draft);
    furnish_blocks(out, arena);
    return true;
}

// Words in blocks beside the title.
static uint32_t count_words(const Article *article)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];
        if (block->kind != BLOCK_TITLE)
            words += words_in(block_text(article, i));
    }
    return words;
}

// --- the page behind the entry

// "https://news.example/feed.xml" and "/a/1" give "https://news.example/a/1". Empty: it
// cannot be told.
static Str whole_address(Str link, Str base, Arena *arena)
{
    if (starts_nocase(link, STR("https://")) || starts_nocase(link, STR("http://")))
        return link;
    size_t colon = str_find(base, STR("://"));
    if (colon == base.len || link.len == 0 || link.data[0] != '/')
        return (Str){0};
    if (str_starts(link, STR("//")))
        return str_format(arena, "%.*s:%.*s", STR_ARG(str_slice(base, 0, colon)), STR_ARG(link));
    size_t host = colon + 3;
    size_t end = host + str_find(str_slice(base, host, base.len), STR("/"));
    return str_format(arena, "%.*s%.*s", STR_ARG(str_slice(base, 0, end)), STR_ARG(link));
}

static bool read_page(Str address, const ReadOptions *options, Arena *arena, Article *out,
                      Error *err)
{
    Source *page = ALLOC(arena, Source, 1);
    if (!options->fetch(options->fetch_context, address, arena, page, err))
        return false;
    // What was asked of the feed is not asked of the page.
    ReadOptions plain = *options;
    plain.format = plain.entry = (Str){0};
    plain.fetch = NULL;
    const Source *feed = out->source;
    *out = (Article){.source = page, .detail = out->detail};
    bool ok = read_content(page, &plain, &feed_reader, arena, out, err);
    out->source = feed;
    return ok;
}

// The page in the place of a short entry, where there is one and it can be had.
static bool follow_link(Str address, const ReadOptions *options, Arena *arena, Article *out,
                        Error *err)
{
    uint32_t words = count_words(out);
    if (words >= FEW_WORDS || address.len == 0)
        return true;
    if (!options->fetch) {
        add_note(&out->notes, arena, (Span){0},
                 "the entry has %u words and links to %.*s, which is not fetched", words,
                 STR_ARG(address));
        return true;
    }
    Article page = *out;
    Error why = {0};
    if (read_page(address, options, arena, &page, &why)) {
        add_note(&page.notes, arena, (Span){0},
                 "the entry has %u words; the page that it links to is read: %.*s", words,
                 STR_ARG(address));
        *out = page;
        return true;
    }
    bool fatal = why.kind != ERR_ARTICLE;
    if (fatal || words == 0)
        return fail(err, why.kind, (Span){0}, "%.*s, which the entry links to: %s",
                    STR_ARG(str_slice(address, 0, 80)), why.message);
    add_note(&out->notes, arena, (Span){0},
             "the entry has %u words and links to %.*s, which cannot be read: %s", words,
             STR_ARG(address), why.message);
    return true;
}

static bool check_words(const Entry *entry, uint32_t number, const Article *article, Arena scratch,
                        Error *err)
{
    if (count_words(article))
        return true;
    Str title = told_title(entry, &scratch);
    return fail(err, ERR_ARTICLE, (Span){0},
                "entry %u of the feed, \xE2\x80\x9C%.*s\xE2\x80\x9D, has no text%s%.*s (%s)",
                number, STR_ARG(title),
                entry->sound      ? ", but a sound or a film"
                : entry->link.len ? ": it only links to "
                                  : "",
                STR_ARG(entry->sound ? (Str){0} : str_slice(entry->link, 0, 100)),
                "choose another by --entry, or give the article itself");
}

static void note_others(const Feed *feed, uint32_t chosen, Arena *arena, Article *out)
{
    uint32_t others = feed->entries.count - 1;
    if (others == 0)
        return;
    Str titles = list_titles(feed, chosen, arena);
    add_note(&out->notes, arena, (Span){0},
             "entry %u of the feed is read; %u other entr%s left out (--entry chooses): %.*s",
             chosen + 1, others, others == 1 ? "y is" : "ies are", STR_ARG(titles));
}

static bool read_entry(const Feed *feed, uint32_t chosen, const ReadOptions *options, Arena *arena,
                       Article *out, Error *err)
{
    const Entry *entry = &feed->entries.items[chosen];
    Str base = out->source->address.len ? out->source->address : feed->link;
    Str address = whole_address(on_one_line(entry->link, arena), base, arena);
    if (!build_entry(entry, arena, out, err) || !follow_link(address, options, arena, out, err) ||
        !check_words(entry, chosen + 1, out, *arena, err))
        return false;
    set_metadata(feed, entry, address, arena, out);
    note_others(feed, chosen, arena, out);
    return true;
}

static bool read_feed(Str text, const ReadOptions *options, Arena *arena, Article *out, Error *err)
{
    Feed feed;
    uint32_t chosen = 0;
    // A page in XHTML may begin as a feed does.
    if (str_equal_nocase(root_element(text), STR("html"))) {
        out->format = html_reader.name;
        return html_reader.read(text, options, arena, out, err);
    }
    return collect_feed(text, arena, &feed, err) &&
           choose_entry(&feed, options, *arena, &chosen, err) &&
           read_entry(&feed, chosen, options, arena, out, err);
}

// "a:feed" is called "feed".
static Str local_name(Str name)
{
    size_t colon = str_find(name, STR(":"));
    return colon < name.len ? str_slice(name, colon + 1, name.len) : name;
}

// An XML document that is no page is a feed, or is refused by this reader.
static bool is_xml(Str head)
{
    static const char *const ROOTS[] = {"rss",    "feed",         "RDF",  "svg",
                                        "urlset", "sitemapindex", "opml", "plist"};
    Str s = sniffed(head), root = root_element(head);
    if (str_equal_nocase(root, STR("html")) || starts_nocase(s, STR("<!doctype html")))
        return false;
    return str_starts(s, STR("<?xml")) || any_equals(local_name(root), ROOTS, COUNT(ROOTS));
}

static int sniff_feed(const Source *source, Str head)
{
    static const char *const TYPES[] = {"application/rss+xml",   "application/atom+xml",
                                        "application/feed+json", "application/rdf+xml",
                                        "application/xml",       "text/xml"};
    Str s = sniffed(head);
    if (is_xml(head))
        return SURE_CONTENT + 5;
    if (str_starts(s, STR("{")) && str_find(s, STR("jsonfeed.org/version")) < s.len)
        return SURE_CONTENT;
    if (str_starts(s, STR("{")) && str_find(s, STR("\"items\"")) < s.len)
        return SURE_SHAPE;
    bool marked = str_starts(s, STR("<")) || str_starts(s, STR("{"));
    bool page = str_equal_nocase(root_element(head), STR("html"));
    return marked && !page && type_is_any(source, TYPES, COUNT(TYPES)) ? SURE_TYPE + 5 : 0;
}

const Reader feed_reader = {.name = "feed", .sniff = sniff_feed, .read = read_feed};
