// Any bytes at all as XML: what comes out of it is a tree of which every text is UTF-8.
#include <stdlib.h>

#include "base/utf8.h"
#include "read/charset/decode.h"
#include "read/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena whole;
    if (!whole.beg)
        whole = new_arena((size_t)1 << 30);
    Arena arena = whole;
    Str text;
    Notes notes = {0};
    Error err = {0};
    Node *root;
    if (!decode_text(&(Source){.bytes = {(const char *)data, size}}, &arena, &text, &notes, &err))
        return 0;
    bool ok = parse_xml(text, &arena, &root, &err);
    check(ok == (err.kind == ERR_NONE));
    for (const Node *n = ok ? root : NULL; n; n = next_node(n, root)) {
        check(n->source <= text.len);
        check(utf8_check(n->text) == n->text.len && utf8_check(n->name) == n->name.len);
        check(!n->first || n->first->parent == n);
        for (uint32_t i = 0; i < n->attribute_count; i++)
            check(utf8_check(n->attributes[i].value) == n->attributes[i].value.len);
    }
    return 0;
}
