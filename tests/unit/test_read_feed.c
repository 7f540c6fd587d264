// Feeds and the XML that most of them are.
#include "unit/reading.h"

#include "read/xml.h"

typedef struct {
    const char *address; // that must be asked for
    const char *page;    // NULL: it cannot be had
    int asked;
} Web;

static bool fetch(void *context, Str address, Arena *arena, Source *out, Error *err)
{
    Web *web = context;
    (void)arena;
    web->asked++;
    assert_str(address, web->address);
    if (!web->page)
        return (fail)(err, ERR_ARTICLE, (Span){0}, "no such page");
    *out = (Source){.name = address, .bytes = str_from(web->page), .address = address};
    return true;
}

static Reading *read_feed(const char *text, const char *entry)
{
    return read_bytes("a.txt", str_from(text), (ReadOptions){.entry = str_from(entry)});
}

static Reading *read_linked(const char *text, Web *web)
{
    return read_bytes("-", str_from(text), (ReadOptions){.fetch = fetch, .fetch_context = web});
}

static void assert_note(const Reading *r, const char *part)
{
    for (uint32_t i = 0; i < r->article.notes.count; i++) {
        Str text = r->article.notes.items[i].text;
        if (str_find(text, str_from(part)) < text.len)
            return;
    }
    fail_msg("no note says: %s", part);
}

static void assert_refusal(Reading *r, const char *part)
{
    assert_false(r->ok);
    assert_int_equal(r->err.kind, ERR_ARTICLE);
    if (!strstr(r->err.message, part))
        fail_msg("%s", r->err.message);
    free_reading(r);
}

static const char RSS[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<rss version=\"2.0\" xmlns:c=\"http://purl.org/rss/1.0/modules/content/\"\n"
    " xmlns:who=\"http://purl.org/dc/elements/1.1/\" xmlns:a=\"http://www.w3.org/2005/Atom\">\n"
    "<channel><title>The Harbour &amp; Post</title><link>https://harbour.example/</link>\n"
    "<a:link rel=\"self\" href=\"https://harbour.example/feed\"/><language>en-gb</language>\n"
    "<item><title>Ferry sails again</title><link>https://harbour.example/ferry</link>\n"
    "<guid isPermaLink=\"false\">f-1</guid><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate>\n"
    "<author>ann@harbour.example (Ann Cole)</author>\n"
    "<description>The ferry sails &amp;amp; the town &lt;b&gt;cheers&lt;/b&gt;.</description>"
    "</item>\n"
    "<item><title>Storm &lt;i&gt;warning&lt;/i&gt; for Q&amp;amp;A</title><guid>s-2</guid>\n"
    "<pubDate>Mon, 23 Nov 2026 09:30:00 GMT</pubDate><who:creator>Bob Dale</who:creator>\n"
    "<description>Short.</description>\n"
    "<c:encoded><![CDATA[<h2>Tonight</h2><p>The storm&nbsp;rises.</p><p>Read more: "
    "here</p>]]></c:encoded></item>\n"
    "<item><title>Storm over</title><guid>s-3</guid><enclosure url=\"x.mp3\"/>\n"
    "<pubDate>Sun, 22 Nov 2026 09:30:00 GMT</pubDate></item></channel></rss>\n";

static void the_newest_entry_of_rss_is_read(void **state)
{
    (void)state;
    Reading *r = read_feed(RSS, "");
    assert_true(r->ok);
    assert_string_equal(r->article.format, "feed");
    assert_block(r, 0, BLOCK_TITLE, "Storm warning for Q&A");
    assert_block(r, 1, BLOCK_HEADING, "Tonight");
    assert_block(r, 2, BLOCK_PARAGRAPH, "The storm rises.");
    assert_string_equal(drop_reason(r, "Read more: here"), "related link");
    assert_str(r->article.title, "Storm warning for Q&A");
    assert_str(r->article.byline, "Bob Dale");
    assert_str(r->article.publisher, "The Harbour & Post");
    assert_str(r->article.date, "2026-11-23");
    assert_str(r->article.language, "en-GB");
    assert_note(r, "entry 2 of the feed is read; 2 other entries");
    assert_note(r, "1 \xE2\x80\x9C"
                   "Ferry sails again\xE2\x80\x9D, 3 \xE2\x80\x9CStorm over");
    assert_covered(r);
    free_reading(r);
}

static void an_entry_is_chosen_by_number_identity_address_or_title(void **state)
{
    (void)state;
    static const char *const WAYS[] = {"1", "f-1", "https://harbour.example/ferry",
                                       "FERRY sails AGAIN", "sails"};
    for (size_t i = 0; i < COUNT(WAYS); i++) {
        Reading *r = read_feed(RSS, WAYS[i]);
        assert_true(r->ok);
        assert_str(r->article.title, "Ferry sails again");
        assert_str(r->article.byline, "Ann Cole");
        assert_str(r->article.url, "https://harbour.example/ferry");
        assert_block(r, 1, BLOCK_PARAGRAPH, "The ferry sails & the town cheers.");
        free_reading(r);
    }
    assert_refusal(read_feed(RSS, "boats"), "there are: 1 \xE2\x80\x9C"
                                            "Ferry sails again\xE2\x80\x9D, 2");
    assert_refusal(read_feed(RSS, "storm"), "several entries");
    assert_refusal(read_feed(RSS, "4"), "no entry");
}

static void an_entry_that_is_sound_alone_is_refused(void **state)
{
    (void)state;
    assert_refusal(read_feed(RSS, "s-3"), "a sound or a film");
}

static const char ATOM[] =
    "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><a:title>Post</a:title>"
    "<a:author><a:name>Eva Blum</a:name></a:author>"
    "<a:entry><a:id>urn:1</a:id><a:title type=\"html\">&lt;b&gt;Eins&lt;/b&gt; &amp;amp; "
    "zwei</a:title>"
    "<a:updated>2026-11-23T08:00:00Z</a:updated><a:link href=\"https://post.example/1\"/>"
    "<a:summary>Nie gelesen.</a:summary><a:content type=\"xhtml\">"
    "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Die <em>F&#228;hre</em> f&auml;hrt.</p>"
    "<ul><li>Bald</li></ul></div></a:content></a:entry>"
    "<a:entry><a:id>urn:2</a:id><a:title>1 &lt; 2</a:title>"
    "<a:author><a:name>Ada</a:name></a:author><a:author><a:name>Bo</a:name></a:author>"
    "<a:published>2026-11-24</a:published><a:content>Eins &lt; zwei.\n\nUnd &amp; drei.</a:content>"
    "</a:entry></a:feed>";

static void atom_has_content_of_several_types(void **state)
{
    (void)state;
    Reading *r = read_feed(ATOM, "urn:1");
    assert_true(r->ok);
    assert_block(r, 0, BLOCK_TITLE, "Eins & zwei");
    assert_block(r, 1, BLOCK_PARAGRAPH, "Die F\xC3\xA4hre f\xC3\xA4hrt.");
    assert_block(r, 2, BLOCK_LIST_ITEM, "Bald");
    assert_int_equal(r->article.blocks.count, 3);
    assert_str(r->article.byline, "Eva Blum");
    assert_str(r->article.language, "de");
    assert_covered(r);
    free_reading(r);
    r = read_feed(ATOM, "");
    assert_block(r, 0, BLOCK_TITLE, "1 < 2");
    assert_block(r, 1, BLOCK_PARAGRAPH, "Eins < zwei.");
    assert_block(r, 2, BLOCK_PARAGRAPH, "Und & drei.");
    assert_str(r->article.byline, "Ada, Bo");
    assert_covered(r);
    free_reading(r);
}

static void rdf_has_its_items_beside_the_channel(void **state)
{
    (void)state;
    Reading *r =
        read_feed("<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                  "xmlns=\"http://purl.org/rss/1.0/\"><channel><title>Old</title></channel>"
                  "<item r:about=\"i1\"><title>One</title><description>Words here."
                  "</description></item></r:RDF>",
                  "i1");
    assert_true(r->ok);
    assert_block(r, 1, BLOCK_PARAGRAPH, "Words here.");
    assert_str(r->article.publisher, "Old");
    free_reading(r);
}

static void a_json_feed_is_read(void **state)
{
    (void)state;
    static const char JSON[] =
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Mine\", \"language\": "
        "\"fr\", \"authors\": [{\"name\": \"Zo\\u00e9\"}], \"items\": [{\"id\": 7, \"title\": \"A "
        "< B\","
        "\"content_html\": \"<p>Un &amp; deux.<pre>a\\r\\nb</pre>\", \"date_published\": "
        "\"2026-11-23T10:00:00+01:00\"}, {\"id\": \"8\", \"content_text\": \"Old.\\n\\nNews.\", "
        "\"author\": {\"name\": \"Al\"}}]}";
    Reading *r = read_feed(JSON, "");
    assert_true(r->ok);
    assert_block(r, 0, BLOCK_TITLE, "A < B");
    assert_block(r, 1, BLOCK_PARAGRAPH, "Un & deux.");
    assert_str(r->article.byline, "Zo\xC3\xA9");
    assert_str(r->article.language, "fr");
    assert_covered(r);
    free_reading(r);
    r = read_feed(JSON, "8");
    assert_block(r, 0, BLOCK_PARAGRAPH, "Old.");
    assert_str(r->article.byline, "Al");
    free_reading(r);
    assert_refusal(read_feed("{\"version\": \"https://jsonfeed.org/version/1\"}", ""),
                   "no \"items\"");
}

static const char SHORT[] =
    "<rss><channel><title>Post</title><link>https://post.example/</link><item><title>The "
    "ferry</title>"
    "<link>/ferry</link><dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">Ann Cole"
    "</dc:creator><description>The ferry is ...</description></item></channel></rss>";

static void the_page_behind_a_short_entry_is_read(void **state)
{
    (void)state;
    Web web = {
        "https://post.example/ferry",
        "<!DOCTYPE html><html lang=en><body><article><p>The ferry is back in the harbour, and "
        "all who were on it are well, said the mayor on Monday.</article>",
        0};
    Reading *r = read_linked(SHORT, &web);
    assert_true(r->ok);
    assert_int_equal(web.asked, 1);
    assert_string_equal(r->article.format, "html");
    assert_str(r->article.title, "The ferry");
    assert_str(r->article.byline, "Ann Cole");
    assert_str(r->article.publisher, "Post");
    assert_str(r->article.url, "https://post.example/ferry");
    assert_true(str_find(r->article.text, STR("said the mayor")) < r->article.text.len);
    assert_ptr_equal(r->article.source, &r->source);
    assert_note(r, "the page that it links to is read");
    assert_covered(r);
    free_reading(r);
}

static void what_is_there_is_read_where_the_page_is_not_to_be_had(void **state)
{
    (void)state;
    Web web = {"https://post.example/ferry", NULL, 0};
    Reading *r = read_linked(SHORT, &web);
    assert_true(r->ok);
    assert_block(r, 1, BLOCK_PARAGRAPH, "The ferry is ...");
    assert_note(r, "cannot be read: no such page");
    free_reading(r);
    web.page = SHORT;
    r = read_linked(SHORT, &web);
    assert_true(r->ok);
    assert_note(r, "it is a feed again");
    free_reading(r);
    r = read_feed(SHORT, "");
    assert_note(r, "which is not fetched");
    free_reading(r);
}

static void a_long_entry_is_not_fetched(void **state)
{
    (void)state;
    Web web = {"", NULL, 0};
    char text[4000] = "<rss><channel><item><title>T</title><link>https://a.example/</link>"
                      "<description>";
    for (int i = 0; i < 150; i++)
        strcat(text, "word ");
    strcat(text, "</description></item></channel></rss>");
    Reading *r = read_linked(text, &web);
    assert_true(r->ok);
    assert_int_equal(web.asked, 0);
    free_reading(r);
}

static void other_documents_in_xml_are_refused(void **state)
{
    (void)state;
    assert_refusal(
        read_feed("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", ""),
        "an XML document, which is not read as an article: its root is <svg>");
    assert_refusal(read_feed("<!-- x --><urlset/>", ""), "<urlset>");
    assert_refusal(read_feed("<rss><channel/></rss>", ""), "no entries");
    assert_refusal(read_feed("<rss><channel><item></channel></rss>", ""), "XML cannot be read");
    Reading *r =
        read_feed("<?xml version=\"1.0\"?>\n<!DOCTYPE html [<!ENTITY x \"[>\">]>\n<html "
                  "xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>A page.</p></body></html>",
                  "");
    assert_true(r->ok);
    assert_string_equal(r->article.format, "html");
    free_reading(r);
}

// --- the XML itself

static Node *parse(const char *xml, Arena *arena, Error *err)
{
    Node *root = NULL;
    if (!parse_xml(str_from(xml), arena, &root, err) || !root)
        fail_msg("%s", err->message);
    return root->first;
}

static void entities_are_of_html_alone_and_never_grow(void **state)
{
    (void)state;
    Arena fresh = new_arena((size_t)1 << 28), arena = fresh;
    Error err = {0};
    Node *root = parse("<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b '&a;>'><!-- ]> -->]>"
                       "<r x=\"1&nbsp;&amp;&#50;&b;\">&b; &eacute;&ldquo; & &lt;\x01&#1;</r>",
                       &arena, &err);
    assert_non_null(root);
    assert_str(raw_text(root, &arena), "&b; \xC3\xA9\xE2\x80\x9C & <\xEF\xBF\xBD");
    assert_str(attribute(root, "x"), "1\xC2\xA0&2&b;");
    free_arena(fresh);
}

static void names_have_the_usual_prefix_of_their_namespace(void **state)
{
    (void)state;
    Arena fresh = new_arena((size_t)1 << 28), arena = fresh;
    Error err = {0};
    Node *root = parse("<o:package xmlns:o=\"http://www.idpf.org/2007/opf\" xmlns:x=\"urn:other\" "
                       "xmlns:d=\"http://purl.org/dc/elements/1.1/\" xml:lang=\"en\">"
                       "<d:creator o:role=\"aut\">A</d:creator><x:y/></o:package>",
                       &arena, &err);
    assert_non_null(root);
    assert_str(root->name, "package");
    assert_str(attribute(root, "xml:lang"), "en");
    assert_str(root->first->name, "dc:creator");
    assert_str(attribute(root->first, "opf:role"), "aut");
    assert_str(root->last->name, "x:y");
    free_arena(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_entry_of_rss_is_read),
        cmocka_unit_test(an_entry_is_chosen_by_number_identity_address_or_title),
        cmocka_unit_test(an_entry_that_is_sound_alone_is_refused),
        cmocka_unit_test(atom_has_content_of_several_types),
        cmocka_unit_test(rdf_has_its_items_beside_the_channel),
        cmocka_unit_test(a_json_feed_is_read),
        cmocka_unit_test(the_page_behind_a_short_entry_is_read),
        cmocka_unit_test(what_is_there_is_read_where_the_page_is_not_to_be_had),
        cmocka_unit_test(a_long_entry_is_not_fetched),
        cmocka_unit_test(other_documents_in_xml_are_refused),
        cmocka_unit_test(entities_are_of_html_alone_and_never_grow),
        cmocka_unit_test(names_have_the_usual_prefix_of_their_namespace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
