#include "read/markdown/lines.h"

#include <stdlib.h>

#include "base/utf8.h"

typedef struct {
    Str in;
    Arena *arena;
    PreparedMarkdown made;
    Buf out;
    size_t at; // byte of `in` that comes next
    char fence;
    size_t fence_len; // 0: no fenced code is open
    bool after_blank; // the line before was blank
    bool indented;    // lines that are indented belong to what began above them
    bool in_note;
    size_t indent; // that is taken off them
} Prepare;

static void copy_bytes(Prepare *p, size_t beg, size_t end)
{
    if (beg == end)
        return;
    *PUSH(&p->made.origins, p->arena) = (Origin){(uint32_t)p->out.len, (uint32_t)beg};
    buf_add(&p->out, str_slice(p->in, beg, end));
}

static void insert(Prepare *p, Str s)
{
    *PUSH(&p->made.origins, p->arena) = (Origin){(uint32_t)p->out.len, (uint32_t)p->at};
    buf_add(&p->out, s);
}

static size_t line_end(const Prepare *p, size_t at)
{
    return at + str_find(str_slice(p->in, at, p->in.len), STR("\n"));
}

static size_t indent_of(Str line)
{
    size_t columns = 0;
    for (size_t i = 0; i < line.len && (line.data[i] == ' ' || line.data[i] == '\t'); i++)
        columns += line.data[i] == '\t' ? 4 : 1;
    return columns;
}

// --- formulas

static bool is_math_sign(char c)
{
    return strchr("\\^_={", c) != NULL;
}

// "$5 and $10" is no formula: one has signs of its own or is a short name.
static bool looks_like_math(Str s)
{
    bool sign = false, name = s.len <= 3;
    for (size_t i = 0; i < s.len; i++) {
        sign |= is_math_sign(s.data[i]);
        name &= is_alpha(s.data[i]);
    }
    return s.len > 0 && (sign || name);
}

// Bytes of "$x^2$" at `at`, 0: it is none. Blanks stand at neither end of what is in it.
static size_t formula_len(Str s, size_t at)
{
    enum { FORMULA_MAX = 240 };
    if (at > 0 && (is_alnum(s.data[at - 1]) || s.data[at - 1] == '$'))
        return 0;
    for (size_t i = at + 1; i < s.len && i < at + FORMULA_MAX && s.data[i] != '\n'; i++) {
        if (s.data[i] == '`')
            return 0;
        if (s.data[i] == '\\') {
            i++;
            continue;
        }
        if (s.data[i] != '$')
            continue;
        Str inner = str_slice(s, at + 1, i);
        bool ends = inner.len && !is_space(inner.data[0]) && !is_space(inner.data[inner.len - 1]) &&
                    (i + 1 >= s.len || !is_alnum(s.data[i + 1]));
        return ends && looks_like_math(inner) ? i + 1 - at : 0;
    }
    return 0;
}

// Bytes of "$$ ... $$" at `at`, which may go over lines; 0: it is none.
static size_t display_len(Str s, size_t at)
{
    enum { DISPLAY_MAX = 4000 };
    if (!str_starts(str_slice(s, at, s.len), STR("$$")))
        return 0;
    Str rest = str_slice(s, at + 2, at + DISPLAY_MAX);
    size_t end = str_find(rest, STR("$$"));
    return end < rest.len && str_trim(str_slice(rest, 0, end)).len ? end + 4 : 0;
}

// What is read out as it stands.
static bool is_plain_formula(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_alnum(s.data[i]) && !strchr(" =+-/().,", s.data[i]))
            return false;
    return true;
}

static void put_plain_formula(Prepare *p, Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool apart = strchr("=+", s.data[i]) != NULL;
        if (apart && i > 0 && s.data[i - 1] != ' ')
            buf_char(&p->out, ' ');
        buf_char(&p->out, s.data[i]);
        if (apart && i + 1 < s.len && s.data[i + 1] != ' ')
            buf_char(&p->out, ' ');
    }
}

static void put_formula(Prepare *p, Str s)
{
    insert(p, (Str){0});
    s = str_trim(s);
    if (is_plain_formula(s)) {
        put_plain_formula(p, s);
        return;
    }
    buf_char(&p->out, '`');
    uint32_t beg = (uint32_t)p->out.len;
    for (size_t i = 0; i < s.len; i++)
        buf_char(&p->out, is_space(s.data[i]) ? ' ' : s.data[i] == '`' ? '\'' : s.data[i]);
    *PUSH(&p->made.formulas, p->arena) = (Span){beg, (uint32_t)p->out.len};
    buf_char(&p->out, '`');
}

// --- what stands in a line

// Bytes of a code span at `at`, within its line; of a run of marks that nothing near
// closes their own.
static size_t code_len(Str s, size_t at, size_t end)
{
    enum { CODE_MAX = 4000 };
    size_t run = 0;
    while (at + run < end && s.data[at + run] == '`')
        run++;
    end = end < at + CODE_MAX ? end : at + CODE_MAX;
    for (size_t i = at + run; i < end;) {
        size_t here = 0;
        while (i + here < end && s.data[i + here] == '`')
            here++;
        if (here == run)
            return i + run - at;
        i += here ? here : 1;
    }
    return run;
}

// Up to the end of the line, or behind a formula that goes over it.
static void put_inline(Prepare *p, size_t end)
{
    size_t from = p->at;
    while (p->at < end) {
        char c = p->in.data[p->at];
        size_t formula = c == '$' ? display_len(p->in, p->at) : 0;
        size_t width = formula ? 2 : 1;
        formula = formula || c != '$' ? formula : formula_len(p->in, p->at);
        bool mark = c == '[' && p->at + 1 < end && p->in.data[p->at + 1] == '^';
        if (formula || mark)
            copy_bytes(p, from, p->at);
        if (formula) {
            put_formula(p, str_slice(p->in, p->at + width, p->at + formula - width));
            p->at += formula;
            from = p->at;
        } else if (mark) { // else "[^1]: word" would be the address of a link, and vanish
            insert(p, STR("\\"));
            from = p->at;
            p->at += 2;
        } else if (c == '`') {
            p->at += code_len(p->in, p->at, end);
        } else {
            p->at += c == '\\' && p->at + 1 < end ? 2 : 1;
        }
    }
    copy_bytes(p, from, p->at);
}

// --- lines

static bool take_fence(Prepare *p, Str line)
{
    Str s = str_trim(line);
    size_t run = 0;
    while (run < s.len && s.data[run] == s.data[0])
        run++;
    bool marks = run >= 3 && (s.data[0] == '`' || s.data[0] == '~');
    if (p->fence_len) {
        if (marks && s.data[0] == p->fence && run >= p->fence_len && run == s.len)
            p->fence_len = 0;
        return true;
    }
    if (!marks || (s.data[0] == '`' && memchr(s.data + run, '`', s.len - run)))
        return false;
    p->fence = s.data[0];
    p->fence_len = run;
    return true;
}

// "[^name]:" at the head of a line; its length, 0 where there is none.
static size_t definition_len(Str s, Str *name)
{
    if (!str_starts(s, STR("[^")))
        return 0;
    Str rest = str_slice(s, 2, 200);
    size_t end = str_find(rest, STR("]:"));
    *name = str_slice(rest, 0, end);
    bool named =
        end > 0 && end < rest.len && !memchr(name->data, ' ', end) && !memchr(name->data, ']', end);
    return named ? end + 4 : 0;
}

static void end_note(Prepare *p)
{
    if (p->in_note)
        p->made.notes.items[p->made.notes.count - 1].end = (uint32_t)p->out.len;
    p->in_note = p->indented = false;
}

static void begin_paragraph(Prepare *p)
{
    if (p->out.len && !p->after_blank)
        insert(p, STR("\n"));
}

static void begin_note(Prepare *p, Str name)
{
    end_note(p);
    begin_paragraph(p);
    *PUSH(&p->made.notes, p->arena) = (Span){(uint32_t)p->out.len, 0};
    *PUSH(&p->made.names, p->arena) = name;
    p->in_note = p->indented = true;
    p->indent = 4;
}

// "NOTE" is said "Note:", and a title behind it stands on the same line.
static void put_label(Prepare *p, Str word, Str title)
{
    insert(p, (Str){0});
    for (size_t i = 0; i < word.len; i++)
        buf_char(&p->out, (char)(i ? to_lower(word.data[i]) : to_upper(word.data[i])));
    buf_char(&p->out, ':');
    if (title.len) {
        buf_char(&p->out, ' ');
        buf_add(&p->out, title);
        buf_add(&p->out, STR("  ")); // a line break
    }
}

static size_t word_len(Str s)
{
    size_t i = 0;
    while (i < s.len && (is_alpha(s.data[i]) || s.data[i] == '-'))
        i++;
    return i < 20 ? i : 0;
}

// "> [!NOTE]"
static bool put_callout(Prepare *p, Str line)
{
    size_t i = 0;
    while (i < line.len && strchr("> \t", line.data[i]))
        i++;
    Str s = str_slice(line, i, line.len);
    bool quoted = i > 0 && memchr(line.data, '>', i) && str_starts(s, STR("[!"));
    size_t len = quoted ? word_len(str_slice(s, 2, s.len)) : 0;
    if (len == 0 || len + 2 >= s.len || s.data[len + 2] != ']')
        return false;
    Str title = str_slice(s, len + 3, s.len);
    title = title.len && strchr("+-", title.data[0]) ? str_slice(title, 1, title.len) : title;
    copy_bytes(p, p->at, p->at + i);
    put_label(p, str_slice(s, 2, 2 + len), str_trim(title));
    return true;
}

// "!!! note "Title"", whose text is indented; ":::note", which ":::" ends.
static bool put_admonition(Prepare *p, Str line)
{
    bool open = str_starts(line, STR("!!! ")) || str_starts(line, STR("??? "));
    bool colons = str_starts(line, STR(":::"));
    if (!open && !colons)
        return false;
    Str s = str_trim(str_slice(line, open ? 4 : 3, line.len));
    size_t len = word_len(s);
    if (open && len == 0)
        return false;
    end_note(p);
    begin_paragraph(p);
    Str title = str_trim(str_slice(s, len, s.len));
    if (title.len >= 2 && title.data[0] == '"')
        title = str_slice(title, 1, title.len - 1);
    if (len)
        put_label(p, str_slice(s, 0, len), title);
    p->indented = open;
    p->indent = 4;
    return true;
}

// Takes the indent of what belongs to a note or an admonition off.
static void take_indent(Prepare *p, size_t end)
{
    size_t columns = 0;
    while (p->at < end && columns < p->indent && strchr(" \t", p->in.data[p->at])) {
        columns += p->in.data[p->at] == '\t' ? 4 : 1;
        p->at++;
    }
}

static void put_line(Prepare *p)
{
    size_t end = line_end(p, p->at);
    Str line = str_slice(p->in, p->at, end), name;
    bool blank = str_trim(line).len == 0;
    if (!blank && p->indented && p->after_blank && !p->fence_len && indent_of(line) < 2)
        end_note(p);
    size_t margin = indent_of(line) < 4 ? indent_of(line) : 0;
    Str words = str_slice(line, margin, line.len);
    size_t note = p->fence_len || indent_of(line) > 3 ? 0 : definition_len(words, &name);
    if (note)
        begin_note(p, name);
    else if (p->indented)
        take_indent(p, end);
    line = str_slice(p->in, p->at, end);
    if (take_fence(p, line))
        copy_bytes(p, p->at, end);
    else if (!put_callout(p, line) && !put_admonition(p, line))
        put_inline(p, end);
    p->at = p->at > end ? p->at : end;
    if (p->at == end && end < p->in.len) {
        copy_bytes(p, end, end + 1);
        p->at++;
    }
    p->after_blank = blank;
}

static int compare_names(const void *a, const void *b)
{
    return str_compare(*(const Str *)a, *(const Str *)b);
}

PreparedMarkdown prepare_markdown(Str text, Arena *arena)
{
    Prepare p = {.in = text, .arena = arena, .out = new_buf(arena), .after_blank = true};
    buf_reserve(&p.out, text.len + text.len / 8);
    while (p.at < text.len)
        put_line(&p);
    end_note(&p);
    p.made.text = buf_str(&p.out);
    if (p.made.names.count)
        qsort(p.made.names.items, p.made.names.count, sizeof(Str), compare_names);
    return p.made;
}

bool is_note_name(const PreparedMarkdown *prepared, Str name)
{
    return prepared->names.count &&
           bsearch(&name, prepared->names.items, prepared->names.count, sizeof(Str), compare_names);
}

bool span_holds(const Span *spans, uint32_t count, uint32_t at, uint32_t *next)
{
    while (*next < count && spans[*next].end <= at)
        ++*next;
    return *next < count && spans[*next].beg <= at;
}
