// Books as one text: what is read of them, in which order, below which headings.
#include "reading.h"

#include "read/book/book.h"
#include "read/book/package.h"

#define PAGE(inner) "<html xmlns:epub='http://www.idpf.org/2007/ops'><body>" inner "</body></html>"

typedef struct {
    const char *name, *text;
} Member;

static Str join_members(const Member *members, size_t count, Arena *arena)
{
    Buf book = new_buf(arena);
    for (size_t i = 0; i < count; i++)
        put_book_part(&book, str_from(members[i].name), str_from(members[i].text));
    return buf_str(&book);
}

// A book of pages "a", "b", "c" below a package whose metadata and table are given.
static Reading *read_pages(const char *metadata, const char *table, const Member *pages,
                           size_t count)
{
    static Arena arena;
    if (!arena.beg)
        arena = new_arena((size_t)1 << 24);
    Buf items = new_buf(&arena), spine = new_buf(&arena);
    for (size_t i = 0; i < count; i++) {
        buf_format(&items, "<item id='i%zu' href='%s' media-type='application/xhtml+xml'/>", i,
                   pages[i].name);
        buf_format(&spine, "<itemref idref='i%zu'%s/>", i,
                   strchr(pages[i].name, '-') ? " linear='no'" : "");
    }
    Str package = str_format(
        &arena,
        "<package xmlns='http://www.idpf.org/2007/opf' xmlns:opf='http://www.idpf.org/2007/opf' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>%s</metadata><manifest>%.*s"
        "<item id='n' href='n' properties='nav'/></manifest><spine>%.*s</spine></package>",
        metadata, STR_ARG(buf_str(&items)), STR_ARG(buf_str(&spine)));
    Buf book = new_buf(&arena);
    put_book_part(&book, STR("p"), package);
    put_book_part(&book, STR("n"), str_from(table));
    buf_add(&book, join_members(pages, count, &arena));
    Reading *r = read_bytes("a.epub", buf_str(&book), (ReadOptions){0});
    if (!r->ok)
        fprintf(stderr, "%s\n", r->err.message);
    assert_true(r->ok);
    assert_string_equal(r->article.format, "epub-text");
    assert_covered(r);
    return r;
}

static const Block *block_of(const Reading *r, uint32_t i)
{
    assert_true(i < r->article.blocks.count);
    return &r->article.blocks.items[i];
}

static void a_package_names_title_authors_and_day(void **state)
{
    (void)state;
    const Member pages[] = {{"a", PAGE("<p>It rose.</p>")}};
    Reading *r = read_pages(
        "<dc:title id='s'>A tale</dc:title><dc:title id='t'>Tide</dc:title>"
        "<meta refines='#t' property='title-type'>main</meta>"
        "<dc:creator id='c'>Ann Cole</dc:creator><meta refines='#c' property='role'>aut</meta>"
        "<dc:creator opf:role='ill'>Bo Lind</dc:creator><dc:creator opf:role='aut'>Max Ito"
        "</dc:creator><dc:publisher>Tide Press</dc:publisher><dc:language>en-GB</dc:language>"
        "<dc:date opf:event='creation'>2020</dc:date><dc:date>2026-11-23T10:00:00Z</dc:date>"
        "<dc:identifier>urn:x:1</dc:identifier><dc:source>https://example.org/t</dc:source>",
        "", pages, 1);
    assert_str(r->article.title, "Tide");
    assert_str(r->article.byline, "Ann Cole, Max Ito");
    assert_str(r->article.publisher, "Tide Press");
    assert_str(r->article.language, "en-GB");
    assert_str(r->article.date, "2026-11-23");
    assert_str(r->article.url, "https://example.org/t");
    free_reading(r);
}

static void chapters_without_headings_get_those_of_the_table(void **state)
{
    (void)state;
    const Member pages[] = {
        {"a", PAGE("<p>It rose.</p>")},
        {"b", PAGE("<p><b>Chapter</b> Two</p><p>It fell.</p><p id='s'>So.</p>")},
        {"c", PAGE("<h3>Third</h3><p>It stayed.</p>")},
        {"d", PAGE("<p>No entry leads here.</p>")},
    };
    Reading *r = read_pages("<dc:title>Tide</dc:title>",
                            PAGE("<nav epub:type='toc'><ol><li><a href='a'>One</a></li><li>"
                                 "<a href='b'>Chapter two</a><ol><li><a href='b#s'>The end</a></li>"
                                 "</ol></li><li><a href='c'>Chapter three</a></li></ol></nav>"),
                            pages, 4);
    assert_block(r, 0, BLOCK_HEADING, "One");
    assert_block(r, 1, BLOCK_PARAGRAPH, "It rose.");
    assert_block(r, 2, BLOCK_HEADING, "Chapter Two");
    assert_block(r, 4, BLOCK_HEADING, "The end");
    assert_int_equal(block_of(r, 4)->level, 2);
    assert_block(r, 5, BLOCK_PARAGRAPH, "So.");
    assert_block(r, 6, BLOCK_HEADING, "Third");
    assert_block(r, 8, BLOCK_PARAGRAPH, "No entry leads here.");
    free_reading(r);
}

static void an_older_table_serves_too(void **state)
{
    (void)state;
    const Member pages[] = {{"a", PAGE("<p>It rose.</p>")}};
    Reading *r = read_pages("",
                            "<ncx><navMap><navPoint><navLabel><text>One</text></navLabel>"
                            "<content src='a'/></navPoint></navMap></ncx>",
                            pages, 1);
    assert_block(r, 0, BLOCK_HEADING, "One");
    free_reading(r);
}

static void what_frames_a_book_is_dropped(void **state)
{
    (void)state;
    const Member pages[] = {
        {"a", PAGE("<section epub:type='cover'><p>TIDE</p></section>")},
        {"b", PAGE("<p>Tide</p><p>Ann Cole</p>")},
        {"c", PAGE("<p><a href='d'>One</a></p><p><a href='d#1'>Two</a></p>"
                   "<p><a href='d#2'>Three</a></p><p><a href='d#3'>Four</a></p>")},
        {"d", PAGE("<p>It<span epub:type='pagebreak'>7</span> rose.</p>"
                   "<div epub:type='copyright-page'>All rights.</div>")},
        {"e-beside", PAGE("<p>A map.</p>")},
    };
    Reading *r = read_pages("<dc:title>Tide</dc:title>",
                            PAGE("<nav epub:type='landmarks'><ol><li><a epub:type='titlepage' "
                                 "href='b'>Title</a></li></ol></nav>"),
                            pages, 5);
    assert_string_equal(drop_reason(r, "TIDE"), "cover");
    assert_string_equal(drop_reason(r, "Tide\nAnn Cole"), "title page");
    assert_string_equal(drop_reason(r, "One\nTwo\nThree\nFour"), "table of contents");
    assert_string_equal(drop_reason(r, "7"), "page number");
    assert_string_equal(drop_reason(r, "All rights."), "copyright page");
    assert_string_equal(drop_reason(r, "A map."), "beside the order of reading");
    free_reading(r);
}

static void notes_may_stand_in_another_document(void **state)
{
    (void)state;
    const Member pages[] = {
        {"a", PAGE("<p>It rose.<sup><a id='r1' href='b#n1'>1</a></sup></p>")},
        {"b", PAGE("<p id='n1'><a href='a#r1'>1.</a> By a foot.</p><p>The end.</p>")},
    };
    Reading *r = read_pages("", "", pages, 2);
    assert_block(r, 0, BLOCK_PARAGRAPH, "It rose.[1]");
    assert_block(r, 1, BLOCK_NOTE, "[1] By a foot.");
    assert_block(r, 2, BLOCK_PARAGRAPH, "The end.");
    free_reading(r);
}

static void entities_and_broken_pages_are_read(void **state)
{
    (void)state;
    const Member pages[] = {{"a", PAGE("<p>Caf&eacute;&nbsp;&mdash; A &amp; B</p>")},
                            {"b", PAGE("<p>1 < 2 & <b>so</p>")}};
    Reading *r = read_pages("", "", pages, 2);
    assert_block(r, 0, BLOCK_PARAGRAPH, "Café — A & B");
    assert_block(r, 1, BLOCK_PARAGRAPH, "1 < 2 & so");
    assert_int_equal(r->article.parts.count, 4);
    assert_str(r->article.parts.items[3].name, "b");
    free_reading(r);
}

static void a_text_that_was_cut_is_refused(void **state)
{
    (void)state;
    static const char *const BAD[] = {"%EPUB 400 a\n<package/>\n", "%EPUB 10 a\n<package/>\n%EPUB",
                                      "%EPUB 10 a\n<package/>\n", "%EPUB 3 a\n<a>\n",
                                      "%EPUB 99999999999999999999 a\n<"};
    for (size_t i = 0; i < COUNT(BAD); i++) {
        Reading *r = read_bytes("a", str_from(BAD[i]), (ReadOptions){.format = STR("epub-text")});
        assert_false(r->ok);
        assert_int_equal(r->err.kind, ERR_ARTICLE);
        free_reading(r);
    }
}

static void references_stay_within_the_book(void **state)
{
    (void)state;
    static const struct {
        const char *base, *reference, *path;
    } CASES[] = {
        {"a/b.opf", "c.xhtml", "a/c.xhtml"},
        {"a/b.opf", "../c%20d.xhtml#x", "c d.xhtml"},
        {"b.opf", "../../etc/passwd", "etc/passwd"},
        {"a/b", "/c/./d", "c/d"},
        {"a/b", "#x", "a/b"},
        {"a/b", "https://example.org/", ""},
        {"a/b/c", "..", "a/"},
        {"", "x", "x"},
    };
    Arena arena = new_arena((size_t)1 << 24);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Str fragment;
        assert_str(
            resolve_path(str_from(CASES[i].base), str_from(CASES[i].reference), &arena, &fragment),
            CASES[i].path);
    }
    free_arena(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_package_names_title_authors_and_day),
        cmocka_unit_test(chapters_without_headings_get_those_of_the_table),
        cmocka_unit_test(an_older_table_serves_too),
        cmocka_unit_test(what_frames_a_book_is_dropped),
        cmocka_unit_test(notes_may_stand_in_another_document),
        cmocka_unit_test(entities_and_broken_pages_are_read),
        cmocka_unit_test(a_text_that_was_cut_is_refused),
        cmocka_unit_test(references_stay_within_the_book),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
