#include "read/charset/decode.h"

#include "base/utf8.h"
#include "read/charset/charset.h"
#include "read/charset/declared.h"

enum {
    HEAD_LEN = 512,   // bytes of a binary file that are sure to hold a control
    WIDE_HEAD = 2048, // of a text that tell whether it is UTF-16
};

typedef struct {
    size_t wide, bad; // characters of several bytes; bytes that are not UTF-8
} Utf8Count;

static Utf8Count count_utf8(Str in)
{
    Utf8Count count = {0};
    for (size_t i = 0; i < in.len;) {
        Char c = utf8_at(in, i);
        count.wide += c.len > 1;
        count.bad += c.len == 1 && (unsigned char)in.data[i] >= 0x80;
        i += c.len;
    }
    return count;
}

static Str replace_bad_bytes(Str in, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, in.len);
    for (size_t i = 0; i < in.len;) {
        Char c = utf8_at(in, i);
        buf_code(&b, c.code);
        i += c.len;
    }
    return buf_str(&b);
}

// Of UTF-16 and UTF-32, whose bytes are no text by themselves.
typedef struct {
    Str mark;
    const char *charset, *told;
} WideMark;

static const WideMark MARKS[] = {
    // Before UTF-16, of which the first of these is the beginning.
    {{"\xFF\xFE\0\0", 4}, "UTF-32LE", "UTF-32, little endian"},
    {{"\0\0\xFE\xFF", 4}, "UTF-32BE", "UTF-32, big endian"},
    {{"\xFF\xFE", 2}, "UTF-16LE", "UTF-16, little endian"},
    {{"\xFE\xFF", 2}, "UTF-16BE", "UTF-16, big endian"},
    // Without a mark.
    {{"", 0}, "UTF-16LE", "UTF-16, little endian"},
    {{"", 0}, "UTF-16BE", "UTF-16, big endian"},
};
enum { UNMARKED_LITTLE = 4, UNMARKED_BIG = 5 };

// Of UTF-16 that is mostly Latin, every other byte is 0, and none of the rest.
static const WideMark *guess_wide(Str in)
{
    size_t zeros[2] = {0, 0}, count = in.len < WIDE_HEAD ? in.len : WIDE_HEAD;
    for (size_t i = 0; i < count; i++)
        zeros[i % 2] += in.data[i] == '\0';
    size_t enough = count / 6 + 1; // a third of the units
    if (zeros[1] >= enough && zeros[0] == 0)
        return &MARKS[UNMARKED_LITTLE];
    return zeros[0] >= enough && zeros[1] == 0 ? &MARKS[UNMARKED_BIG] : NULL;
}

static const WideMark *find_wide(Str in)
{
    for (size_t i = 0; i < UNMARKED_LITTLE; i++)
        if (str_starts(in, MARKS[i].mark) && (MARKS[i].mark.len < 4 || in.len % 4 == 0))
            return &MARKS[i];
    return guess_wide(in);
}

// Sets that are written in ASCII alone, so that they are UTF-8 too by their bytes.
static const char *charset_in_ascii(const Source *in)
{
    if (str_has_pair(in->bytes, '\x1B', '$') && str_is_ascii(in->bytes)) {
        const char *called = charset_called(declared_charset(in).charset);
        return called && strncmp(called, "ISO-2022", 8) == 0 ? called : "ISO-2022-JP";
    }
    if (!str_has_pair(in->bytes, '~', '{'))
        return NULL;
    const char *called = charset_called(declared_charset(in).charset);
    return called && strcmp(called, "HZ") == 0 ? called : NULL;
}

static bool is_mostly_sound(Str text)
{
    size_t wide = 0, bad = 0;
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        wide += c.len > 1;
        bad += c.code == REPLACEMENT;
        i += c.len;
    }
    return bad * 10 <= wide;
}

// What is no UTF-8, as it is declared, if that is true, else as it looks.
static Str from_charset(const Source *in, Arena *arena, Notes *notes)
{
    Declared declared = declared_charset(in);
    Str text;
    if (charset_to_utf8(declared.charset, in->bytes, arena, &text) && is_mostly_sound(text)) {
        add_note(notes, arena, (Span){0}, "the text is not UTF-8 and is read as %s, as %s says",
                 charset_called(declared.charset), declared.by_whom);
        return text;
    }
    const char *found = detect_charset(in->bytes, *arena);
    if (!found || !charset_to_utf8(str_from(found), in->bytes, arena, &text)) {
        found = "Windows-1252";
        if (!charset_to_utf8(STR("windows-1252"), in->bytes, arena, &text))
            return replace_bad_bytes(in->bytes, arena);
    }
    add_note(notes, arena, (Span){0}, "the text is not UTF-8 and is read as %s, as it seems",
             found);
    return text;
}

static Str to_utf8(const Source *in, Arena *arena, Notes *notes)
{
    Str bytes = in->bytes, text;
    if (utf8_check(bytes) == bytes.len) {
        const char *charset = charset_in_ascii(in);
        if (!charset || !charset_to_utf8(str_from(charset), bytes, arena, &text))
            return bytes;
        add_note(notes, arena, (Span){0}, "the text is read as %s", charset);
        return text;
    }
    Utf8Count count = count_utf8(bytes);
    // A text in UTF-8 that was cut or patched is still one: what is sound tells.
    if (count.wide > 2 * count.bad) {
        add_note(notes, arena, (Span){0}, "%zu bytes are not UTF-8 and are left out", count.bad);
        return replace_bad_bytes(bytes, arena);
    }
    return from_charset(in, arena, notes);
}

static bool from_wide(const WideMark *wide, Str in, Arena *arena, Str *out, Notes *notes,
                      Error *err)
{
    in = str_slice(in, wide->mark.len, in.len);
    if (!charset_to_utf8(str_from(wide->charset), in, arena, out))
        return fail(err, ERR_ENGINE, (Span){0},
                    "the input is in %s, and ICU, which reads it, is not installed", wide->told);
    add_note(notes, arena, (Span){0}, "the text is read as %s", wide->told);
    return true;
}

// A line ends at LF, CRLF, CR, form feed, U+2028 or U+2029. Gives the bytes of
// the end that stands at i, 0 where none does.
static size_t line_end_at(Str s, size_t i)
{
    unsigned char c = (unsigned char)s.data[i];
    if (c == '\r')
        return i + 1 < s.len && s.data[i + 1] == '\n' ? 2 : 1;
    if (c == '\n' || c == '\f')
        return 1;
    bool separator = c == 0xE2 && i + 2 < s.len && (unsigned char)s.data[i + 1] == 0x80 &&
                     ((unsigned char)s.data[i + 2] & 0xFE) == 0xA8;
    return separator ? 3 : 0;
}

static bool has_other_line_ends(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        i += str_plain_run(s, i);
        if (i < s.len && s.data[i] != '\n' && line_end_at(s, i))
            return true;
    }
    return false;
}

static Str with_lf(Str s, Arena *arena)
{
    if (!has_other_line_ends(s))
        return s;
    Buf b = new_buf(arena);
    buf_reserve(&b, s.len);
    for (size_t i = 0; i < s.len;) {
        size_t end = line_end_at(s, i);
        buf_char(&b, end ? '\n' : s.data[i]);
        i += end ? end : 1;
    }
    return buf_str(&b);
}

// Hardly any character of a text is a control character.
static bool check_controls(Str s, Error *err)
{
    size_t controls = 0, count = 0;
    for (size_t i = 0; i < s.len; count++) {
        size_t plain = str_plain_run(s, i);
        count += plain;
        i += plain;
        if (i == s.len)
            break;
        Char c = utf8_at(s, i);
        controls += c.code == 0x7F || (c.code < 0x20 && !is_space((int)c.code)) ||
                    (c.code >= 0x80 && c.code < 0xA0 && c.code != 0x85);
        i += c.len;
    }
    if (controls * 20 > count)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "%zu of %zu characters are control characters: the input is binary data "
                    "(give a text file)",
                    controls, count);
    return true;
}

// Plain text holds no NUL. `place`: bytes of s are those of the input.
static bool refuse_holes(Str s, bool place, Error *err)
{
    const char *hole = memchr(s.data, '\0', s.len);
    if (!hole)
        return true;
    uint32_t at = (uint32_t)(hole - s.data);
    return fail(err, ERR_ARTICLE, place ? (Span){at, at + 1} : (Span){0},
                "the input is binary data, not text (give a text or Markdown file)");
}

// Pages hold one now and then, which browsers show as U+FFFD.
static bool replace_holes(Str *s, Arena *arena, Error *err)
{
    if (!memchr(s->data, '\0', s->len))
        return true;
    size_t holes = 0;
    Buf b = new_buf(arena);
    buf_reserve(&b, s->len + 64);
    for (size_t i = 0; i < s->len; i++) {
        holes += s->data[i] == '\0';
        if (s->data[i] == '\0')
            buf_code(&b, REPLACEMENT);
        else
            buf_char(&b, s->data[i]);
    }
    if (holes * 20 > s->len)
        return refuse_holes(*s, false, err);
    *s = buf_str(&b);
    return true;
}

bool decode_text(const Source *in, Arena *arena, Str *out, Notes *notes, Error *err)
{
    const WideMark *wide = find_wide(in->bytes);
    bool markup = is_markup(in);
    Str text;
    if (!wide && !markup && !refuse_holes(in->bytes, true, err))
        return false;
    if (!wide)
        text = to_utf8(in, arena, notes);
    else if (!from_wide(wide, in->bytes, arena, &text, notes, err))
        return false;
    text = with_lf(text, arena);
    // What was wide may be markup too, which it did not look like.
    markup = markup || str_starts(str_trim(text), STR("<"));
    if (!(markup ? replace_holes(&text, arena, err) : refuse_holes(text, false, err)) ||
        !check_controls(text, err))
        return false;
    *out = text;
    return true;
}

// --- kinds of files that are known by their first bytes

typedef struct {
    size_t at; // of the first byte of `magic`
    Str magic;
    const char *what;
} Kind;

// Of plain text, but not to be read aloud.
static const Kind DOCUMENTS[] = {
    {0, {"%PDF-", 5}, "a PDF document (save its text and give that)"},
    {0, {"{\\rtf", 5}, "an RTF document (save it as plain text)"},
    {0, {"%!PS", 4}, "a PostScript document (save its text and give that)"},
};

static const Kind BINARIES[] = {
    {0, {"PK\x03\x04", 4}, "a ZIP archive and no EPUB (save what is in it as text)"},
    {0, {"\xD0\xCF\x11\xE0", 4}, "an old Office document (save it as plain text)"},
    {0, {"\x89PNG", 4}, "a PNG image (give the article's text)"},
    {0, {"\xFF\xD8\xFF", 3}, "a JPEG image (give the article's text)"},
    {0, {"GIF8", 4}, "a GIF image (give the article's text)"},
    {8, {"WEBP", 4}, "a WebP image (give the article's text)"},
    {0, {"\x1F\x8B", 2}, "a gzip archive (unpack it first)"},
    {0,
     {"\xFD"
      "7zXZ",
      5},
     "an xz archive (unpack it first)"},
    {0, {"BZh", 3}, "a bzip2 archive (unpack it first)"},
    {0, {"(\xB5/\xFD", 4}, "a Zstandard archive (unpack it first)"},
    {0, {"7z\xBC\xAF", 4}, "a 7z archive (unpack it first)"},
    {0, {"Rar!", 4}, "a RAR archive (unpack it first)"},
    {8, {"WAVE", 4}, "a WAVE sound file (give the article's text)"},
    {0, {"ID3", 3}, "an MP3 sound file (give the article's text)"},
    {0, {"OggS", 4}, "an Ogg sound file (give the article's text)"},
    {0, {"fLaC", 4}, "a FLAC sound file (give the article's text)"},
    {4, {"ftyp", 4}, "an MP4 file (give the article's text)"},
    {0,
     {"\x7F"
      "ELF",
      4},
     "a program (give the article's text)"},
    {0, {"SQLite format 3", 15}, "an SQLite database (give the article's text)"},
};

// Whether the bytes have what words never have. White space is none.
static bool has_controls(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if ((c < 0x20 && !is_space(c)) || c == 0x7F)
            return true;
    }
    return false;
}

static bool begins_like(Str in, const Kind *kind)
{
    return str_starts(str_slice(in, kind->at, in.len), kind->magic);
}

// "Big HEATWAVE hits the coast" begins like a WAVE file: bytes that could be words
// tell a binary file only where there are controls near.
static bool is_binary(Str in, const Kind *kind)
{
    return begins_like(in, kind) && (has_controls(kind->magic) || !str_is_ascii(kind->magic) ||
                                     has_controls(str_slice(in, 0, HEAD_LEN)));
}

bool refuse_known_binaries(Str in, Error *err)
{
    const Kind *found = NULL;
    for (size_t i = 0; i < COUNT(DOCUMENTS) && !found; i++)
        found = begins_like(in, &DOCUMENTS[i]) ? &DOCUMENTS[i] : NULL;
    for (size_t i = 0; i < COUNT(BINARIES) && !found; i++)
        found = is_binary(in, &BINARIES[i]) ? &BINARIES[i] : NULL;
    return !found || fail(err, ERR_ARTICLE, (Span){0}, "the input is %s", found->what);
}
