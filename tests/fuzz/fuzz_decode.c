// Any bytes as a text in some encoding, which the first byte chooses; and as robots.txt.
#include "fetch/robots.h"
#include "fuzz/laws.h"
#include "read/charset/decode.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const TYPES[] = {
    "",
    "text/html",
    "text/html; charset=shift_jis",
    "text/html; charset=\"gb18030\"",
    "text/plain; charset=big5",
    "text/plain; charset=euc-kr",
    "text/plain; charset=euc-jp",
    "text/plain; charset=iso-2022-jp",
    "text/plain; charset=iso-2022-kr",
    "text/plain; charset=hz-gb-2312",
    "text/plain; charset=koi8-r",
    "text/plain; charset=windows-1255",
    "text/plain; charset=utf-16be",
};

static void check(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "law broken: %s\n", what);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena fresh;
    if (!fresh.beg)
        fresh = new_arena((size_t)1 << 30);
    Arena arena = fresh;
    if (size == 0)
        return 0;
    Str bytes = {(const char *)data + 1, size - 1};
    Source source = {
        .name = STR("a"), .bytes = bytes, .content_type = str_from(TYPES[data[0] % COUNT(TYPES)])};
    Notes notes = {0};
    Error err = {0};
    Str text;
    if (bytes.len && decode_text(&source, &arena, &text, &notes, &err)) {
        check(utf8_check(text) == text.len, "what is decoded is UTF-8");
        check(!memchr(text.data, '\r', text.len), "lines end in LF");
        check(!memchr(text.data, '\0', text.len), "no NUL is left");
        check(text.len <= 6 * bytes.len, "the text is in proportion");
    }
    bool allowed = robots_allow(bytes, STR("lectern"), STR("/a/b?c"));
    check(allowed == robots_allow(bytes, STR("LECTERN"), STR("/a/b?c")), "case means nothing");
    return 0;
}
