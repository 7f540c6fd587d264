#include "read/mail/html.h"

#include "read/mail/lines.h"
#include "read/match.h"

// --- tables

static bool is_part_of_table(Tag tag)
{
    return tag == TAG_TR || tag == TAG_TD || tag == TAG_TH || tag == TAG_THEAD ||
           tag == TAG_TBODY || tag == TAG_TFOOT || tag == TAG_COL;
}

// A cell with a block in it holds a piece of the letter, not a value.
static bool is_block(Tag tag)
{
    Shape shape = shape_of(tag);
    return (shape == SHAPE_BLOCK && !is_part_of_table(tag) && tag != TAG_CAPTION) ||
           shape == SHAPE_HEADING || shape == SHAPE_LIST || shape == SHAPE_QUOTE ||
           shape == SHAPE_PICTURE || shape == SHAPE_RULE;
}

// The node behind in the order of the document; tables inside the table are passed by.
static Node *next_of_table(Node *node, const Node *table)
{
    return node->tag == TAG_TABLE && node != table ? next_beside(node, table)
                                                   : next_node(node, table);
}

// Whether a table lays out what it holds: it says so, has a table or a block inside, or
// no row of two cells.
static bool lays_out(Node *table)
{
    Str role = attribute(table, "role");
    bool laid = str_equal_nocase(role, STR("presentation")) || str_equal_nocase(role, STR("none"));
    bool headed = false, rows = false;
    for (Node *n = table->first; n && !laid; n = next_of_table(n, table)) {
        headed |= n->tag == TAG_TH || n->tag == TAG_CAPTION;
        laid |= n->tag == TAG_TABLE || (is_block(n->tag) && !headed);
        bool cell = n->tag == TAG_TD || n->tag == TAG_TH;
        for (const Node *m = cell ? n->next : NULL; m && !rows; m = m->next)
            rows = m->tag == TAG_TD || m->tag == TAG_TH;
    }
    return laid || !rows;
}

static void flatten(Node *table)
{
    for (Node *n = table->first; n; n = next_of_table(n, table))
        if (is_part_of_table(n->tag))
            n->tag = TAG_DIV;
    table->tag = TAG_DIV;
}

static void flatten_tables(Node *root)
{
    for (Node *n = root->first; n; n = next_node(n, root))
        if (n->tag == TAG_TABLE && lays_out(n))
            flatten(n);
}

// --- what is not the letter

// "display: none", with or without blanks.
static bool style_says(Str style, const char *name, const char *value)
{
    for (size_t i = 0; i < style.len;) {
        size_t end = i + str_find(str_slice(style, i, style.len), STR(";"));
        Str one = str_slice(style, i, end);
        size_t colon = str_find(one, STR(":"));
        Str is = str_trim(str_slice(one, colon + 1, one.len));
        is = str_trim(str_slice(is, 0, str_find(is, STR("!"))));
        if (str_equal_nocase(str_trim(str_slice(one, 0, colon)), str_from(name)) &&
            str_equal_nocase(is, str_from(value)))
            return true;
        i = end + 1;
    }
    return false;
}

static bool is_hidden(const Node *node)
{
    static const char *const STYLES[][2] = {
        {"display", "none"},  {"mso-hide", "all"},   {"visibility", "hidden"},
        {"max-height", "0"},  {"max-height", "0px"}, {"font-size", "0"},
        {"font-size", "0px"}, {"opacity", "0"},      {"font-size", "1px"}};
    static const char *const CLASSES[] = {"preheader", "preview-text", "mcnPreviewText"};
    Str style = attribute(node, "style"), kind = attribute(node, "class");
    if (has_attribute(node, "hidden"))
        return true;
    for (size_t i = 0; style.len && i < COUNT(STYLES); i++)
        if (style_says(style, STYLES[i][0], STYLES[i][1]))
            return true;
    for (size_t i = 0; kind.len && i < COUNT(CLASSES); i++)
        if (has_word(kind, str_from(CLASSES[i])))
            return true;
    return false;
}

static bool is_dot(Str length)
{
    return str_equal(length, STR("0")) || str_equal(length, STR("1")) ||
           str_equal_nocase(length, STR("1px")) || str_equal_nocase(length, STR("0px"));
}

static bool counts_readers(const Node *node)
{
    return node->tag == TAG_IMG &&
           (is_dot(attribute(node, "width")) || is_dot(attribute(node, "height")));
}

static bool is_old_mail(const Node *node)
{
    static const char *const CLASSES[] = {
        "gmail_quote",  "gmail_quote_container", "gmail_extra", "moz-cite-prefix",
        "yahoo_quoted", "protonmail_quote",      "zmail_extra"};
    static const char *const IDS[] = {"divRplyFwdMsg", "appendonsend",
                                      "mail-editor-reference-message-container"};
    Str kind = attribute(node, "class");
    for (size_t i = 0; kind.len && i < COUNT(CLASSES); i++)
        if (has_word(kind, str_from(CLASSES[i])))
            return true;
    return any_equals(attribute(node, "id"), IDS, COUNT(IDS)) ||
           (node->tag == TAG_BLOCKQUOTE && str_equal_nocase(attribute(node, "type"), STR("cite")));
}

static bool is_signature(const Node *node)
{
    static const char *const CLASSES[] = {"gmail_signature", "moz-signature",
                                          "protonmail_signature_block"};
    Str kind = attribute(node, "class");
    for (size_t i = 0; kind.len && i < COUNT(CLASSES); i++)
        if (has_word(kind, str_from(CLASSES[i])))
            return true;
    return str_equal(attribute(node, "id"), STR("Signature"));
}

static const char *node_reason(const Node *node, bool forward)
{
    if (node->attribute_count == 0)
        return NULL;
    if (is_hidden(node))
        return "hidden text";
    if (counts_readers(node))
        return "tracking pixel";
    if (is_signature(node))
        return "signature";
    if (!forward)
        return is_old_mail(node) ? QUOTED_MAIL : NULL;
    // The head of the mail that is passed on.
    return has_word(attribute(node, "class"), STR("gmail_attr")) ||
                   str_equal(attribute(node, "id"), STR("divRplyFwdMsg"))
               ? MAIL_HEADER
               : NULL;
}

void prepare_mail_html(Node *root, bool forward)
{
    flatten_tables(root);
    for (Node *n = root->first; n;) {
        if (!n->drop)
            n->drop = node_reason(n, forward);
        n = n->drop ? next_beside(n, root) : next_node(n, root);
    }
}
