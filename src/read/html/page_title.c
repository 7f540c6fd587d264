#include "read/html/page_title.h"

#include "base/utf8.h"

enum { WORDS_MAX = 48, TITLE_MAX = 400 };

typedef struct {
    Str items[WORDS_MAX];
    int count;
} Words;

static Words words_of(Str s, Arena *arena)
{
    Words words = {.count = 0};
    s = utf8_lower(str_slice(s, 0, TITLE_MAX), arena);
    for (size_t i = 0; i < s.len && words.count < WORDS_MAX;) {
        size_t beg = i;
        while (i < s.len && code_in_word(utf8_at(s, i).code))
            i += utf8_at(s, i).len;
        if (i > beg)
            words.items[words.count++] = str_slice(s, beg, i);
        else
            i += utf8_at(s, i).len;
    }
    return words;
}

// Letters and digits alone, in lower case.
static Str squeezed(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (code_in_word(c.code))
            buf_code(&b, code_lower(c.code));
        i += c.len;
    }
    return buf_str(&b);
}

static Char next_wordly(Str s, size_t *at)
{
    Char c = utf8_at(s, *at);
    while (c.len && !code_in_word(c.code)) {
        *at += c.len;
        c = utf8_at(s, *at);
    }
    *at += c.len;
    return c;
}

bool same_letters(Str a, Str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        Char x = next_wordly(a, &i), y = next_wordly(b, &k);
        if (x.len == 0 || y.len == 0)
            return x.len == y.len;
        if (code_lower(x.code) != code_lower(y.code))
            return false;
    }
}

// Percent of the words of both that they share.
static int likeness(const Words *a, const Words *b)
{
    bool taken[WORDS_MAX] = {false};
    int shared = 0;
    for (int i = 0; i < a->count; i++) {
        for (int k = 0; k < b->count; k++) {
            if (!taken[k] && str_equal(a->items[i], b->items[k])) {
                taken[k] = true;
                shared++;
                break;
            }
        }
    }
    return a->count + b->count ? 200 * shared / (a->count + b->count) : 0;
}

// --- the site's name

// The label of "www.harbourpost.co.uk" that names it.
static Str host_label(Str host)
{
    Str best = {0};
    for (size_t at = 0; at < host.len;) {
        size_t len = str_find(str_slice(host, at, host.len), STR("."));
        Str label = str_slice(host, at, at + len);
        bool last = at + len >= host.len;
        if (!last && label.len >= best.len && !str_equal(label, STR("www")))
            best = label;
        at += len + 1;
    }
    return best;
}

static bool names_alike(Str a, Str b)
{
    enum { SHORTEST = 3 };
    if (a.len < SHORTEST || b.len < SHORTEST)
        return a.len > 0 && str_equal(a, b);
    Str longer = a.len > b.len ? a : b, shorter = a.len > b.len ? b : a;
    // "theguardian" and "Guardian", "CNN Politics" and "cnn"
    return str_find(longer, shorter) < longer.len && shorter.len * 4 >= longer.len;
}

bool is_site_name(Str name, const Strs *sites, Arena scratch)
{
    Str bare = squeezed(str_slice(name, 0, TITLE_MAX), &scratch);
    for (uint32_t i = 0; i < sites->count; i++) {
        Str site = sites->items[i];
        bool host = str_find(site, STR(" ")) == site.len && str_find(site, STR(".")) < site.len;
        if (names_alike(bare, squeezed(host ? host_label(site) : site, &scratch)) ||
            same_letters(name, site))
            return true;
    }
    return false;
}

// "Title | Site": where the separator begins and ends.
typedef struct {
    size_t beg, end;
    bool strong; // is used for nothing else
} Joint;

static bool joint_at(Str s, size_t i, Joint *joint)
{
    static const struct {
        const char *sign;
        bool strong;
    } SIGNS[] = {{" | ", true},
                 {" - ", false},
                 {" \xE2\x80\x93 ", false},
                 {" \xE2\x80\x94 ", false},
                 {" \xC2\xB7 ", true},
                 {" \xE2\x80\xA2 ", true},
                 {" \xC2\xBB ", true},
                 {" \xC2\xAB ", true},
                 {" // ", true},
                 {" :: ", true},
                 {" ~ ", true},
                 {" > ", true},
                 {" \xE2\x80\xBA ", true},
                 {" : ", false},
                 {": ", false},
                 {" / ", false},
                 {"|", true}};
    Str rest = str_slice(s, i, s.len);
    for (size_t k = 0; k < COUNT(SIGNS); k++) {
        if (str_starts(rest, str_from(SIGNS[k].sign))) {
            *joint = (Joint){i, i + strlen(SIGNS[k].sign), SIGNS[k].strong};
            return true;
        }
    }
    return false;
}

static bool is_shown(Str part, const TitleClues *clues, Str whole)
{
    for (uint32_t i = 0; i < clues->headings.count; i++)
        if (same_letters(part, clues->headings.items[i]))
            return true;
    for (uint32_t i = 0; i < clues->declared.count; i++)
        if (!same_letters(whole, clues->declared.items[i]) &&
            same_letters(part, clues->declared.items[i]))
            return true;
    return false;
}

enum { JOINTS_MAX = 16 };

static int find_joints(Str title, Joint joints[JOINTS_MAX])
{
    int count = 0;
    for (size_t i = 1; i < title.len && count < JOINTS_MAX; i++)
        if (joint_at(title, i, &joints[count]))
            i = joints[count++].end - 1;
    return count;
}

// What is left of "Title | Section | Site".
static Str cut_site(Str title, const TitleClues *clues, Arena scratch)
{
    Joint joints[JOINTS_MAX];
    int count = find_joints(title, joints);
    for (int i = 0; i < count; i++)
        if (is_shown(str_slice(title, 0, joints[i].beg), clues, title))
            return str_slice(title, 0, joints[i].beg);
    size_t end = title.len;
    for (int i = count - 1; i >= 0; i--) {
        Arena arena = scratch;
        Str tail = str_slice(title, joints[i].end, end);
        int words = words_of(tail, &arena).count;
        int before = words_of(str_slice(title, 0, joints[i].beg), &arena).count;
        bool heads = before > 1 || before > words;
        bool site = is_site_name(tail, &clues->sites, arena);
        if (!site && !(joints[i].strong && words <= 4 && heads))
            break;
        end = joints[i].beg;
    }
    title = str_slice(title, 0, end);
    if (count && joints[0].end < title.len &&
        is_site_name(str_slice(title, 0, joints[0].beg), &clues->sites, scratch))
        title = str_slice(title, joints[0].end, title.len);
    return str_trim(title);
}

// --- the choice

enum { LIKE_ENOUGH = 50 };

static int best_heading(const TitleClues *clues, const Strs *declared, Arena scratch)
{
    int best = -1, most = LIKE_ENOUGH - 1;
    for (uint32_t i = 0; i < clues->headings.count; i++) {
        Arena arena = scratch;
        Words heading = words_of(clues->headings.items[i], &arena);
        for (uint32_t k = 0; k < declared->count; k++) {
            Words other = words_of(declared->items[k], &arena);
            int like = likeness(&heading, &other);
            if (like > most) {
                most = like;
                best = (int)i;
            }
        }
    }
    return best;
}

static bool is_shouted(Str s)
{
    bool upper = false;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (code_is_lower(c.code))
            return false;
        upper |= code_is_upper(c.code);
        i += c.len;
    }
    return upper;
}

// "Culture: Who reads?" is declared, "Who reads?" shown.
static bool has_kicker(Str declared, Str heading, Arena scratch)
{
    enum { KICKER_WORDS = 3 };
    if (heading.len >= declared.len || !str_ends(declared, heading))
        return false;
    Str kicker = str_slice(declared, 0, declared.len - heading.len);
    return str_ends(kicker, STR(": ")) && words_of(kicker, &scratch).count <= KICKER_WORDS;
}

// The heading, or what is declared where that is its better form: it has a kicker, a
// newspaper declares it twice, or the heading is in capitals.
static Str heading_or_declared(Str heading, const Strs *declared, bool news, Arena scratch)
{
    enum { NEARLY = 80 };
    uint32_t at = 0;
    while (at < declared->count && declared->items[at].len == 0)
        at++;
    Str first = at < declared->count ? declared->items[at] : (Str){0};
    if (first.len == 0 || (same_letters(first, heading) && !is_shouted(heading)))
        return heading;
    bool twice = news && at == 0 && declared->count > 1 && same_letters(first, declared->items[1]);
    Words a = words_of(first, &scratch), b = words_of(heading, &scratch);
    bool loud = is_shouted(heading) && !is_shouted(first) && likeness(&a, &b) >= NEARLY;
    return twice || loud || has_kicker(first, heading, scratch) ? first : heading;
}

Str choose_title(const TitleClues *clues, Arena *arena, int *heading)
{
    Strs declared = {0};
    for (uint32_t i = 0; i < clues->declared.count; i++)
        *PUSH(&declared, arena) = cut_site(clues->declared.items[i], clues, *arena);
    *heading = best_heading(clues, &declared, *arena);
    if (*heading >= 0)
        return heading_or_declared(clues->headings.items[*heading], &declared, clues->news, *arena);
    for (uint32_t i = 0; i < declared.count; i++)
        if (declared.items[i].len && !is_site_name(declared.items[i], &clues->sites, *arena))
            return declared.items[i];
    if (clues->headings.count) {
        *heading = 0;
        return clues->headings.items[0];
    }
    return declared.count ? declared.items[0] : (Str){0};
}
