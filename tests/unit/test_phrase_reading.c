// Lines of an article: pauses, ends, the opening, what has no words.

#include "base/utf8.h"
#include "phrase/reading.h"

// cmocka last: its macro `fail` would hide ours.
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static Arena arena;

// An article built by hand: each piece is one utterance.
typedef struct {
    Article article;
    Sentences sentences;
    Script script;
    Cast cast;
    Reading reading;
    Buf text;
} Desk;

static Desk *new_desk(void)
{
    Desk *d = ALLOC(&arena, Desk, 1);
    // Two arenas in one: the text must not move while it grows.
    d->text = new_buf(&arena);
    buf_reserve(&d->text, 4096);
    d->article.language = STR("en");
    d->sentences.article = &d->article;
    d->script.sentences = &d->sentences;
    d->cast.script = &d->script;
    return d;
}

static void add_block(Desk *d, BlockKind kind)
{
    if (d->text.len)
        buf_char(&d->text, '\n');
    Block *block = PUSH(&d->article.blocks, &arena);
    *block = (Block){.kind = kind, .span = {(uint32_t)d->text.len, (uint32_t)d->text.len}};
}

static void add_sentence(Desk *d)
{
    Sentence *sentence = PUSH(&d->sentences.items, &arena);
    *sentence =
        (Sentence){{(uint32_t)d->text.len, (uint32_t)d->text.len}, d->article.blocks.count - 1};
}

static void add_piece(Desk *d, UtteranceKind kind, const char *text)
{
    uint32_t beg = (uint32_t)d->text.len;
    buf_add(&d->text, str_from(text));
    Span span = {beg, (uint32_t)d->text.len};
    buf_char(&d->text, ' ');
    d->sentences.items.items[d->sentences.items.count - 1].span.end = span.end;
    d->article.blocks.items[d->article.blocks.count - 1].span.end = span.end;
    Utterance *u = PUSH(&d->script.utterances, &arena);
    *u = (Utterance){.span = span, .sentence = d->sentences.items.count - 1, .kind = kind};
}

static void add_paragraph(Desk *d, BlockKind kind, const char *text)
{
    add_block(d, kind);
    add_sentence(d);
    add_piece(d, UTTERANCE_NARRATION, text);
}

static const Reading *phrase(Desk *d, PhraseOptions options)
{
    Error err = {0};
    d->article.text = buf_str(&d->text);
    assert_true(phrase_cast(&d->cast, &options, &arena, &d->reading, &err));
    return &d->reading;
}

static void assert_line(const Reading *r, uint32_t i, const char *spoken, int pause_ms)
{
    assert_true(i < r->lines.count);
    assert_string_equal(str_c(r->lines.items[i].spoken, &arena), spoken);
    assert_int_equal(r->lines.items[i].pause_ms, pause_ms);
}

static void pieces_of_a_sentence_hang_together(void **state)
{
    (void)state;
    Desk *d = new_desk();
    add_block(d, BLOCK_PARAGRAPH);
    add_sentence(d);
    add_piece(d, UTTERANCE_NARRATION, "On Monday Roe told us");
    add_piece(d, UTTERANCE_QUOTE, "we tried it");
    add_piece(d, UTTERANCE_NARRATION, ", and left");
    add_sentence(d);
    add_piece(d, UTTERANCE_QUOTE, "Did we?");
    add_piece(d, UTTERANCE_NARRATION, "he asked");
    const Reading *r = phrase(d, (PhraseOptions){0});
    assert_line(r, 0, "On Monday Roe told us,", 220);
    assert_line(r, 1, "we tried it,", 160);
    assert_line(r, 2, "and left.", 480);
    assert_line(r, 3, "Did we?", 160);
    assert_line(r, 4, "he asked.", 480);
}

static void blocks_are_parted_by_their_kind(void **state)
{
    (void)state;
    Desk *d = new_desk();
    add_paragraph(d, BLOCK_PARAGRAPH, "One.");
    add_paragraph(d, BLOCK_PARAGRAPH, "Two.");
    add_paragraph(d, BLOCK_HEADING, "Three");
    add_paragraph(d, BLOCK_PARAGRAPH, "Four.");
    const Reading *r = phrase(d, (PhraseOptions){0});
    assert_line(r, 0, "One.", 800);
    assert_line(r, 1, "Two.", 1200);
    assert_line(r, 2, "Three.", 700);
}

static void a_scene_break_is_a_long_silence(void **state)
{
    (void)state;
    Desk *d = new_desk();
    add_paragraph(d, BLOCK_PARAGRAPH, "One.");
    uint32_t at = (uint32_t)d->text.len;
    buf_add(&d->text, STR("\n***\n"));
    *PUSH(&d->article.drops, &arena) = (Drop){{at + 1, at + 4}, "scene break"};
    add_paragraph(d, BLOCK_PARAGRAPH, "Two.");
    add_paragraph(d, BLOCK_PARAGRAPH, "Three.");
    const Reading *r = phrase(d, (PhraseOptions){0});
    assert_line(r, 0, "One.", 1600);
    assert_line(r, 1, "Two.", 800);
}

static void what_has_no_words_is_skipped_in_order(void **state)
{
    (void)state;
    Desk *d = new_desk();
    add_paragraph(d, BLOCK_PARAGRAPH, "***");
    uint32_t at = (uint32_t)d->text.len;
    buf_add(&d->text, STR("(c) someone"));
    *PUSH(&d->article.drops, &arena) = (Drop){{at, at + 11}, "copyright line"};
    add_paragraph(d, BLOCK_PARAGRAPH, "— …");
    add_paragraph(d, BLOCK_PARAGRAPH, "Words.");
    const Reading *r = phrase(d, (PhraseOptions){0});
    assert_int_equal(r->lines.count, 1);
    assert_int_equal(r->skipped.count, 3);
    assert_string_equal(r->skipped.items[0].reason, "no words");
    assert_string_equal(r->skipped.items[1].reason, "copyright line");
    assert_string_equal(r->skipped.items[2].reason, "no words");
}

static const PhraseOptions WITH_OPENING = {.opening = true, .disclosure = true};

static void the_opening_says_title_byline_publisher_and_that_no_person_reads(void **state)
{
    (void)state;
    Desk *d = new_desk();
    d->article.publisher = STR("The Daily Lamp");
    add_paragraph(d, BLOCK_TITLE, "Town Votes");
    add_paragraph(d, BLOCK_BYLINE, "By Ann Roe");
    add_paragraph(d, BLOCK_PARAGRAPH, "It did.");
    const Reading *r = phrase(d, WITH_OPENING);
    assert_line(r, 0, "Town Votes.", 700);
    assert_line(r, 1, "By Ann Roe, for The Daily Lamp.", 800);
    assert_line(r, 2, "Read by a computer-generated voice.", 1200);
    assert_int_equal(r->lines.items[2].sentence, NO_SENTENCE);
    assert_line(r, 3, "It did.", 480);
}

static void title_and_author_from_options_are_generated(void **state)
{
    (void)state;
    Desk *d = new_desk();
    d->article.title = STR("5 Votes");
    d->article.byline = STR("Ann Roe");
    add_paragraph(d, BLOCK_PARAGRAPH, "It did.");
    const Reading *r = phrase(d, WITH_OPENING);
    assert_line(r, 0, "five Votes.", 700);
    assert_true(str_equal(r->lines.items[0].shown, STR("5 Votes.")));
    assert_line(r, 1, "By Ann Roe.", 800);
    assert_int_equal(r->lines.items[1].units.items[0].written.end, 0);
    assert_int_equal(r->lines.count, 4);
}

static void a_long_title_comes_after_the_disclosure(void **state)
{
    (void)state;
    Desk *d = new_desk();
    add_paragraph(d, BLOCK_TITLE,
                  "One of those old titles that go on and on and on and on and on and on and on "
                  "until nobody can say how it began or what it was that they wanted to tell");
    add_paragraph(d, BLOCK_PARAGRAPH, "It did.");
    const Reading *r = phrase(d, WITH_OPENING);
    assert_line(r, 0, "Read by a computer-generated voice.", 700);
}

static void nothing_is_added_unless_it_is_asked_for(void **state)
{
    (void)state;
    Desk *d = new_desk();
    d->article.title = STR("Town Votes");
    d->article.publisher = STR("The Daily Lamp");
    add_paragraph(d, BLOCK_BYLINE, "By Ann Roe");
    const Reading *r = phrase(d, (PhraseOptions){0});
    assert_int_equal(r->lines.count, 1);
    assert_line(r, 0, "By Ann Roe.", 480);
}

static void items_of_an_ordered_list_are_numbered(void **state)
{
    (void)state;
    Desk *d = new_desk();
    add_paragraph(d, BLOCK_LIST_ITEM, "Go there.");
    d->article.blocks.items[0].number = 2;
    const Reading *r = phrase(d, (PhraseOptions){0});
    assert_line(r, 0, "two: Go there.", 480);
    Unit go = r->lines.items[0].units.items[1];
    assert_true(str_equal(str_span(r->lines.items[0].spoken, go.spoken), STR("Go")));
}

static int open_arena(void **state)
{
    (void)state;
    arena = new_arena((size_t)1 << 28);
    return 0;
}

// `times` times `piece`, no more than the desk's text has room for.
static const char *repeat(const char *piece, size_t times)
{
    Buf b = new_buf(&arena);
    for (size_t i = 0; i < times; i++)
        buf_add(&b, str_from(piece));
    return str_c(buf_str(&b), &arena);
}

static void a_line_is_never_longer_than_two_minutes(void **state)
{
    (void)state;
    static const struct {
        const char *piece, *last; // what each line but the last ends with in the article
    } CASES[] = {
        {"one loaf and two, ", ","}, {"bread and more bread ", NULL}, {"\u9762\u5305", NULL}};
    for (size_t c = 0; c < COUNT(CASES); c++) {
        Desk *d = new_desk();
        size_t times = 3600 / strlen(CASES[c].piece);
        Str text = str_trim(str_from(repeat(CASES[c].piece, times)));
        add_paragraph(d, BLOCK_PARAGRAPH, str_c(text, &arena));
        const Reading *r = phrase(d, (PhraseOptions){0});
        assert_in_range(r->lines.count, 3, 5);
        uint32_t at = 0;
        for (uint32_t i = 0; i < r->lines.count; i++) {
            Span span = r->lines.items[i].span;
            Str gap = str_trim(str_span(d->article.text, (Span){at, span.beg}));
            assert_int_equal(gap.len, 0); // nothing is lost between two
            assert_true(span.end - span.beg <= 1500);
            assert_int_equal(utf8_check(str_span(d->article.text, span)), span.end - span.beg);
            if (CASES[c].last && i + 1 < r->lines.count)
                assert_int_equal(d->article.text.data[span.end - 1], CASES[c].last[0]);
            at = span.end;
        }
        assert_int_equal(at, text.len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_of_a_sentence_hang_together),
        cmocka_unit_test(blocks_are_parted_by_their_kind),
        cmocka_unit_test(a_scene_break_is_a_long_silence),
        cmocka_unit_test(what_has_no_words_is_skipped_in_order),
        cmocka_unit_test(the_opening_says_title_byline_publisher_and_that_no_person_reads),
        cmocka_unit_test(title_and_author_from_options_are_generated),
        cmocka_unit_test(a_long_title_comes_after_the_disclosure),
        cmocka_unit_test(nothing_is_added_unless_it_is_asked_for),
        cmocka_unit_test(items_of_an_ordered_list_are_numbered),
        cmocka_unit_test(a_line_is_never_longer_than_two_minutes),
    };
    return cmocka_run_group_tests(tests, open_arena, NULL);
}
