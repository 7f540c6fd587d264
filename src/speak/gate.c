// What made each rule, measured on espeak-ng 1.51: byte 0x01 is an engine command
// with every flag off and changes all later speech; "a." ninety times smashes the
// stack; runs of pictographs crash several languages; text that ends within a
// UTF-8 sequence is read past its end.
#include "speak/gate.h"

#include "base/utf8.h"
#include "phrase/phonemes.h"

typedef struct {
    Buf out;
    uint32_t *source;
    uint32_t char_count;
    uint32_t token;   // characters since the last blank
    uint32_t marks;   // on the last letter
    uint32_t dotted;  // letters of a run "a.b.c."
    uint32_t before;  // the character put last
    uint32_t before2; // and the one before that
} Gate;

static void put(Gate *g, uint32_t code, uint32_t source)
{
    size_t beg = g->out.len;
    buf_code(&g->out, code);
    for (size_t i = beg; i < g->out.len; i++)
        g->source[i] = source;
    g->char_count++;
    g->before2 = g->before;
    g->before = code;
}

static void put_blank(Gate *g, uint32_t source)
{
    g->token = 0;
    if (g->out.len && g->before != ' ')
        put(g, ' ', source);
}

// A letter after "x." where x stands alone: part of a dotted run.
static bool in_dotted_run(const Gate *g, uint32_t code)
{
    return code_is_letter(code) && (g->before == '.' || g->before == ' ') &&
           (g->before2 == '.' || code_is_letter(g->before2));
}

static bool is_harmless(uint32_t c)
{
    if (c < 0x80)
        return is_alnum((int)c) || (c != 0 && strchr(" ,.?!;:'-()\"%$+/", (int)c) != NULL);
    return !code_is_invisible(c) && !code_is_symbol(c) && c != REPLACEMENT;
}

static void pass(Gate *g, uint32_t code, uint32_t source)
{
    if (code_is_mark(code)) {
        if (++g->marks <= GATE_MARKS_MAX && g->out.len)
            put(g, code, source);
        return;
    }
    g->marks = 0;
    if (code_is_space(code) || !is_harmless(code)) {
        put_blank(g, source);
        return;
    }
    if (code_is_letter(code))
        g->dotted = in_dotted_run(g, code) ? g->dotted + 1 : 0;
    if (code == '.' && g->dotted >= GATE_DOTTED_MAX) { // the letters stay, the dots go
        put_blank(g, source);
        return;
    }
    if (++g->token > GATE_TOKEN_MAX) {
        put_blank(g, source);
        g->token = 1;
    }
    put(g, code, source);
}

static Gated finish(Gate *g)
{
    Str text = buf_str(&g->out);
    for (int i = 0; i <= GATE_PADDING; i++)
        buf_char(&g->out, '\0');
    return (Gated){{g->out.data, text.len}, g->source, g->char_count};
}

static Gate open_gate(Str in, Arena *arena)
{
    Gate g = {0};
    // NFC and blanks put in lengthen a text by less than this.
    size_t room = 4 * in.len + GATE_SAID_MAX + 64;
    g.source = ALLOC(arena, uint32_t, room);
    g.out = new_buf(arena);
    buf_reserve(&g.out, room);
    return g;
}

// One letter with its marks is composed at a time, so that offsets stay known.
static void pass_cluster(Gate *g, Str in, size_t beg, size_t end, Arena scratch)
{
    Str composed = utf8_nfc(str_slice(in, beg, end), &scratch);
    for (size_t i = 0; i < composed.len;) {
        Char c = utf8_at(composed, i);
        pass(g, c.code, (uint32_t)beg);
        i += c.len;
    }
}

static void pass_text(Gate *g, Str in, size_t beg, size_t to, const Arena *arena)
{
    for (size_t i = beg; i < to;) {
        Char c = utf8_at(in, i);
        size_t end = i + c.len;
        Char next = utf8_at(in, end);
        if (c.code < 0x300 && next.code < 0x300) {
            pass(g, c.code, (uint32_t)i);
            i = end;
            continue;
        }
        for (uint32_t marks = 0; next.len && code_is_mark(next.code) && marks < 64; marks++) {
            end += next.len;
            next = utf8_at(in, end);
        }
        pass_cluster(g, in, i, end, *arena);
        i = end;
    }
}

// The one place that writes "[[". The engine takes a word in it for one with blanks
// or hyphens around it; a letter or apostrophe at its edge would be spelled.
static bool put_phonemes(Gate *g, Str phonemes, uint32_t source, uint32_t *room)
{
    size_t wrong;
    uint32_t size = (uint32_t)phonemes.len + 4;
    bool edge = g->out.len == 0 || g->before == ' ' || g->before == '-';
    if (!edge || size > *room || !check_phonemes(phonemes, &wrong))
        return false;
    *room -= size;
    put(g, '[', source);
    put(g, '[', source);
    for (size_t i = 0; i < phonemes.len; i++)
        put(g, (unsigned char)phonemes.data[i], source);
    put(g, ']', source);
    put(g, ']', source);
    g->token = g->dotted = g->marks = 0;
    return true;
}

Gated gate_said(Str in, const Said *said, uint32_t said_count, uint32_t shift, Arena *arena)
{
    Gate g = open_gate(in, arena);
    uint32_t room = GATE_SAID_MAX;
    size_t done = 0;
    for (uint32_t i = 0; i < said_count; i++) {
        Span at = said[i].spoken;
        if (at.beg >= shift + in.len)
            break;
        if (at.beg < shift + done || at.end > shift + in.len || at.beg >= at.end)
            continue;
        pass_text(&g, in, done, at.beg - shift, arena);
        done = at.beg - shift;
        char behind = at.end - shift < in.len ? in.data[at.end - shift] : ' ';
        if (strchr(" ,.?!;:-", behind) && put_phonemes(&g, said[i].phonemes, (uint32_t)done, &room))
            done = at.end - shift;
    }
    pass_text(&g, in, done, in.len, arena);
    return finish(&g);
}

bool has_phonemes(const char *gated)
{
    return strstr(gated, "[[") != NULL;
}

Gated gate_text(Str in, Arena *arena)
{
    return gate_said(in, NULL, 0, 0, arena);
}

Gated gate_plain(Str in, Arena *arena)
{
    Gate g = open_gate(in, arena);
    for (size_t i = 0; i < in.len;) {
        Char c = utf8_at(in, i);
        Arena scratch = *arena;
        Str ascii = c.code < 0x80 ? str_slice(in, i, i + 1)
                                  : utf8_ascii(str_slice(in, i, i + c.len), &scratch);
        for (size_t k = 0; k < ascii.len; k++) {
            int a = ascii.data[k];
            bool keep = is_alnum(a) || strchr(" ,?!'", a) != NULL || (a == '.' && g.token > 1);
            pass(&g, keep && a ? (uint32_t)a : ' ', (uint32_t)i);
        }
        i += c.len;
    }
    return finish(&g);
}
