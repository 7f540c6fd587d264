// The text of a book, as a script holds it: any package document, table of contents and
// pages, which a ZIP archive would hardly let through. What names no parts is made the
// pages of one.
#include "fuzz/laws.h"
#include "read/book/book.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char PACKAGE[] =
    "<package><metadata><title>Tide</title></metadata><manifest>"
    "<item id='a' href='a' media-type='text/html'/><item id='b' href='b' media-type='text/html'/>"
    "<item id='n' href='n' properties='nav'/></manifest>"
    "<spine><itemref idref='a'/><itemref idref='b'/></spine></package>";
static const char TABLE[] = "<nav epub:type='toc'><ol><li><a href='a'>One</a></li>"
                            "<li><a href='b#x'>Two</a></li></ol></nav>";

static Str as_book(Str page, Arena *arena)
{
    if (str_starts(page, STR("%EPUB ")))
        return page;
    Buf book = new_buf(arena);
    put_book_part(&book, STR("p"), str_from(PACKAGE));
    put_book_part(&book, STR("n"), str_from(TABLE));
    put_book_part(&book, STR("a"), str_slice(page, 0, page.len / 2));
    put_book_part(&book, STR("b"), str_slice(page, page.len / 2, page.len));
    return buf_str(&book);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena arena;
    if (!arena.beg)
        arena = new_arena((size_t)1 << 30);
    Arena scratch = arena;
    ReadOptions options = {.format = STR("epub-text")};
    Str book = as_book((Str){(const char *)data, size}, &scratch);
    (void)read_under_laws(book, &options, NULL, STAGE_READ, scratch);
    return 0;
}
