#include "read/html/roles.h"

#include "base/utf8.h"
#include "read/match.h"

enum { MARK_MAX = 24, MARK_NODES = 24 };

Str short_text(const Node *node, size_t most, Arena *arena)
{
    size_t len = 0, nodes = 0;
    for (const Node *n = node; n; n = next_node(n, node)) {
        len += n->text.len;
        if (len > most || ++nodes > MARK_NODES + most / 4)
            return (Str){0};
    }
    return node_text(node, arena);
}

bool has_type(const Node *node, Str type)
{
    Str given = attribute(node, "epub:type"), role = attribute(node, "role");
    if (given.len && has_word(given, type))
        return true;
    return starts_nocase(role, STR("doc-")) && has_word(str_slice(role, 4, role.len), type);
}

static bool has_class(const Node *node, const char *const *words, size_t count)
{
    Str given = attribute(node, "class");
    for (size_t i = 0; given.len && i < count; i++)
        if (has_word(given, str_from(words[i])))
            return true;
    return false;
}

// Whether the class of a node has a word with this in it: "photo-credit__name".
static bool class_has(const Node *node, const char *part)
{
    return contains_nocase(str_slice(attribute(node, "class"), 0, 200), str_from(part));
}

// --- what is not spoken

static bool holds_prose(const Node *node)
{
    enum { LOOK = 256 }; // nodes
    size_t seen = 0;
    for (const Node *n = node->first; n && seen < LOOK; n = next_node(n, node), seen++)
        if (n->tag == TAG_P || n->tag == TAG_ARTICLE || n->tag == TAG_MAIN)
            return true;
    return false;
}

// Dialogs of a page that was saved hide the rest of it from screen readers, so what
// holds paragraphs is not believed to be hidden from them.
static bool is_hidden(const Node *node)
{
    if (has_type(node, STR("footnote"))) // readers of books show it when it is asked for
        return false;
    if (has_attribute(node, "hidden") &&
        !str_equal_nocase(attribute(node, "hidden"), STR("until-found")))
        return true;
    Str style = str_slice(attribute(node, "style"), 0, 400);
    if (contains_nocase(style, STR("display:none")) ||
        contains_nocase(style, STR("display: none")) ||
        contains_nocase(style, STR("visibility:hidden")) ||
        contains_nocase(style, STR("visibility: hidden")))
        return true;
    return str_equal_nocase(attribute(node, "aria-hidden"), STR("true")) && !holds_prose(node);
}

static const char *reason_by_tag(const Node *node)
{
    switch ((int)node->tag) {
    case TAG_DEL:
    case TAG_S:
    case TAG_STRIKE:
        return "deleted text";
    case TAG_RT:
    case TAG_RP:
        return "reading of a character";
    case TAG_AUDIO:
    case TAG_VIDEO:
    case TAG_CANVAS:
    case TAG_OBJECT:
        return "words for old browsers";
    case TAG_BUTTON:
    case TAG_SELECT:
        return "control of a form";
    default:
        return str_equal(node->name, STR("rtc")) ? "reading of a character" : NULL;
    }
}

static const char *reason_by_type(const Node *node)
{
    static const struct {
        Str type;
        const char *reason;
    } TYPES[] = {
        {{"pagebreak", 9}, "page number"},          {{"page-list", 9}, "page number"},
        {{"pullquote", 9}, "pull quote"},           {{"toc", 3}, "table of contents"},
        {{"landmarks", 9}, "table of contents"},    {{"loi", 3}, "table of contents"},
        {{"lot", 3}, "table of contents"},          {{"index", 5}, "index"},
        {{"backlink", 8}, "link back from a note"},
    };
    if (!has_attribute(node, "epub:type") && !has_attribute(node, "role"))
        return NULL;
    for (size_t i = 0; i < COUNT(TYPES); i++)
        if (has_type(node, TYPES[i].type))
            return TYPES[i].reason;
    return NULL;
}

const char *unspoken_reason(const Node *node)
{
    static const char *const PULL_QUOTES[] = {"pullquote", "pull-quote", "pull_quote"};
    const char *reason = reason_by_tag(node);
    if (reason || node->attribute_count == 0)
        return reason;
    if (is_hidden(node))
        return "hidden";
    if (has_class(node, PULL_QUOTES, COUNT(PULL_QUOTES)))
        return "pull quote";
    return reason_by_type(node);
}

// --- notes

// "12", "[12]", "(a)", "iv", "*", "†", "note 3": without what is around it.
static Str mark_name(Str s)
{
    s = str_trim(s);
    while (s.len && strchr("[(^", s.data[0]))
        s = str_slice(s, 1, s.len);
    while (s.len && strchr("]).:", s.data[s.len - 1]))
        s.len--;
    return str_trim(s);
}

static bool is_roman(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("ivxlcIVXLC", s.data[i]))
            return false;
    return s.len > 0 && s.len < 8;
}

static bool is_sign_mark(Str s)
{
    static const uint32_t SIGNS[] = {'*', '#', 0x2020, 0x2021, 0xA7, 0xB6, 0x2016};
    size_t signs = 0;
    for (size_t i = 0; i < s.len; signs++) {
        Char c = utf8_at(s, i);
        bool known = false;
        for (size_t k = 0; k < COUNT(SIGNS); k++)
            known |= c.code == SIGNS[k];
        if (!known)
            return false;
        i += c.len;
    }
    return signs > 0 && signs < 5;
}

// "1, 2" and "3-5" are several of them.
static bool is_number_mark(Str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!is_digit(s.data[i]) && !strchr(",; -", s.data[i]))
            return false;
        digits += is_digit(s.data[i]) != 0;
    }
    return digits > 0 && s.len < 12 && is_digit(s.data[0]);
}

static bool is_mark_name(Str s)
{
    static const char *const LABELS[] = {"note ", "nb ", "n ", "fn ", "fn"};
    for (size_t i = 0; i < COUNT(LABELS); i++)
        if (starts_nocase(s, str_from(LABELS[i])))
            return is_number_mark(str_trim(str_slice(s, strlen(LABELS[i]), s.len)));
    return is_number_mark(s) || (s.len == 1 && is_alpha(s.data[0])) || is_roman(s) ||
           is_sign_mark(s);
}

static bool links_within(const Node *node)
{
    Str href = node->tag == TAG_A ? attribute(node, "href") : (Str){0};
    return href.len && memchr(href.data, '#', href.len);
}

// The first link in a node: <sup>[<a>1</a>]</sup>.
static const Node *link_within(const Node *node)
{
    const Node *n = node;
    for (size_t i = 0; n && i < MARK_NODES; i++, n = next_node(n, node))
        if (n->tag == TAG_A)
            return n;
    return NULL;
}

static bool is_raised(const Node *node)
{
    const Node *up = node->parent;
    for (int i = 0; up && i < 3; i++, up = up->parent)
        if (up->tag == TAG_SUP)
            return true;
    for (const Node *n = node->first; n; n = n->next)
        if (n->tag != TAG_SUP && (n->tag != TAG_TEXT || str_trim(n->text).len))
            return false;
    return node->first != NULL;
}

static bool is_marked_so(const Node *node)
{
    return class_has(node, "footnote") || class_has(node, "noteref") || class_has(node, "fnref") ||
           class_has(node, "endnote") || class_has(node, "reference");
}

Str note_mark(const Node *node, Arena *arena)
{
    bool around = node->tag == TAG_SUP || node->tag == TAG_SPAN;
    if (node->tag != TAG_A && !around)
        return (Str){0};
    bool said = node->attribute_count > 0 && has_type(node, STR("noteref"));
    const Node *link = around ? link_within(node) : node;
    if (!said && (!link || !links_within(link)))
        return (Str){0};
    if (node->tag == TAG_SPAN && !said && !is_marked_so(node))
        return (Str){0};
    Str text = short_text(node, MARK_MAX, arena), name = mark_name(text);
    if (said || (link && has_type(link, STR("noteref"))))
        return name.len ? name : text;
    bool bracketed = text.len && text.data[0] == '[';
    bool mark =
        is_mark_name(name) && (around || bracketed || is_raised(node) || is_marked_so(node));
    return mark && !is_back_link(link) ? name : (Str){0};
}

Str note_label(const Node *node, Arena *arena)
{
    if (node->tag != TAG_SUP && !links_within(node))
        return (Str){0};
    Str name = mark_name(short_text(node, MARK_MAX, arena));
    return is_mark_name(name) ? name : (Str){0};
}

static bool is_arrow(uint32_t c)
{
    return (c >= 0x2190 && c <= 0x21FF) || c == 0x23CE || c == 0xFE0E || c == 0xFE0F || c == '^' ||
           (c >= 0x2B00 && c <= 0x2B11) || c == ' ' || c == '[' || c == ']';
}

static bool says_back(Str s)
{
    static const char *const WORDS[] = {
        "back",   "back to text", "back to top",    "back to content",
        "return", "go back",      "return to text", "jump up",
        "zurück", "retour",       "volver",         "ritorna al testo",
    };
    s = str_trim(s);
    if (any_equals(s, WORDS, COUNT(WORDS)))
        return true;
    for (size_t i = 0; i < s.len; i += utf8_at(s, i).len)
        if (!is_arrow(utf8_at(s, i).code))
            return false;
    return s.len > 0;
}

bool is_back_link(const Node *node)
{
    if (node->attribute_count == 0)
        return false;
    if (class_has(node, "cite-backlink") || has_type(node, STR("backlink")))
        return true;
    if (!links_within(node))
        return false;
    if (class_has(node, "backref") || class_has(node, "backlink") || class_has(node, "back-link") ||
        class_has(node, "footnote-back") || class_has(node, "footnote-return"))
        return true;
    for (const Node *n = node->first; n; n = n->next)
        if (n->tag == TAG_TEXT)
            return n->text.len < MARK_MAX && n == node->last && says_back(n->text);
    return false;
}

// --- what marks link to

static uint32_t slot_of(const NoteTargets *targets, Str id)
{
    uint32_t at = (uint32_t)str_hash(id) & (targets->capacity - 1);
    while (targets->slots[at].len && !str_equal(targets->slots[at], id))
        at = (at + 1) & (targets->capacity - 1);
    return at;
}

static void grow(NoteTargets *targets, Arena *arena)
{
    NoteTargets old = *targets;
    targets->capacity = old.capacity ? old.capacity * 2 : 64;
    targets->slots = ALLOC(arena, Str, targets->capacity);
    for (uint32_t i = 0; i < old.capacity; i++)
        if (old.slots[i].len)
            targets->slots[slot_of(targets, old.slots[i])] = old.slots[i];
}

static void add_target(NoteTargets *targets, Str href, Arena *arena)
{
    Str id = str_slice(href, str_find(href, STR("#")) + 1, href.len);
    if (id.len == 0)
        return;
    if (targets->count * 2 >= targets->capacity)
        grow(targets, arena);
    uint32_t at = slot_of(targets, id);
    targets->count += targets->slots[at].len == 0;
    targets->slots[at] = id;
}

bool is_note_target(const NoteTargets *targets, Str id)
{
    return id.len && targets->capacity && targets->slots[slot_of(targets, id)].len;
}

// What a name belongs to: the paragraph around an anchor.
static const Node *named_block(const Node *node)
{
    while (node->parent && shape_of(node->tag) == SHAPE_INLINE)
        node = node->parent;
    return node;
}

void add_note_targets(NoteTargets *targets, const Node *root, Arena *arena)
{
    bool in_note = false;
    const Node *behind = NULL; // the note that is being gone through
    for (const Node *n = root; n; n = next_node(n, root)) {
        if (n == behind)
            in_note = false;
        if (in_note || n->tag == TAG_TEXT)
            continue;
        if (is_note(n, targets)) {
            in_note = true;
            behind = next_beside(named_block(n), root);
        } else if (n->tag == TAG_A && !n->drop && note_mark(n, arena).len) {
            add_target(targets, attribute(n, "href"), arena);
        }
    }
}

bool is_note(const Node *node, const NoteTargets *targets)
{
    static const Str TYPES[] = {
        {"footnote", 8}, {"endnote", 7},   {"rearnote", 8},  {"note", 4},
        {"endnotes", 8}, {"footnotes", 9}, {"rearnotes", 9},
    };
    static const char *const CLASSES[] = {"footnotes", "endnotes", "footnote-list", "reflist"};
    if (node->attribute_count == 0)
        return false;
    if (is_note_target(targets, attribute(node, "id")))
        return true;
    for (size_t i = 0; i < COUNT(TYPES); i++)
        if (has_type(node, TYPES[i]))
            return true;
    return has_class(node, CLASSES, COUNT(CLASSES));
}

// --- pictures, posts, headings

Str picture_words(const Node *image, Arena *arena)
{
    Str role = attribute(image, "role");
    if (has_word(role, STR("presentation")) || has_word(role, STR("none")))
        return (Str){0};
    const Node words = {.tag = TAG_TEXT, .text = attribute(image, "alt")};
    return node_text(&words, arena);
}

bool is_caption(const Node *node)
{
    static const char *const CLASSES[] = {"wp-caption-text", "image-caption", "photo-caption"};
    return shape_of(node->tag) == SHAPE_BLOCK && has_class(node, CLASSES, COUNT(CLASSES));
}

bool is_photo_credit(const Node *node)
{
    if (node->attribute_count == 0)
        return false;
    Str property = attribute(node, "itemprop");
    return has_word(property, STR("copyrightHolder")) || has_word(property, STR("creditText")) ||
           class_has(node, "credit") || class_has(node, "copyright") ||
           class_has(node, "photographer");
}

const char *post_platform(const Node *node)
{
    static const struct {
        const char *word, *platform;
    } POSTS[] = {
        {"twitter-tweet", "X"},           {"twitter-video", "X"},
        {"bluesky-embed", "Bluesky"},     {"mastodon-embed", "Mastodon"},
        {"instagram-media", "Instagram"}, {"tiktok-embed", "TikTok"},
        {"reddit-embed-bq", "Reddit"},    {"text-post-media", "Threads"},
    };
    Str given = node->tag == TAG_BLOCKQUOTE ? attribute(node, "class") : (Str){0};
    for (size_t i = 0; given.len && i < COUNT(POSTS); i++)
        if (has_word(given, str_from(POSTS[i].word)))
            return POSTS[i].platform;
    return NULL;
}

int heading_role(const Node *node)
{
    if (!has_word(attribute(node, "role"), STR("heading")))
        return 0;
    Str level = attribute(node, "aria-level");
    return level.len == 1 && level.data[0] >= '1' && level.data[0] <= '6' ? level.data[0] - '0' : 2;
}
