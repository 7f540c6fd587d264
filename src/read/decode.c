#include "read/decode.h"

#include "base/utf8.h"

enum { HEAD_LEN = 512 }; // bytes of a binary file that are sure to hold a control

// Bytes 80..9F of Windows-1252 (WHATWG Encoding Standard, index-windows-1252).
// The five that stand for nothing stay control characters and are dropped later.
static const uint16_t WINDOWS_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

static Str from_windows_1252(Str in, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, in.len + in.len / 8);
    for (size_t i = 0; i < in.len; i++) {
        unsigned char c = (unsigned char)in.data[i];
        buf_code(&b, c >= 0x80 && c < 0xA0 ? WINDOWS_1252[c - 0x80] : c);
    }
    return buf_str(&b);
}

static uint32_t unit_at(Str in, size_t i, bool big)
{
    uint32_t a = (unsigned char)in.data[i], b = (unsigned char)in.data[i + 1];
    return big ? a << 8 | b : b << 8 | a;
}

// Lone surrogates and an odd last byte become U+FFFD.
static Str from_utf16(Str in, bool big, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, in.len);
    size_t i = 2;
    for (; i + 1 < in.len; i += 2) {
        uint32_t c = unit_at(in, i, big);
        bool high = c >= 0xD800 && c < 0xDC00 && i + 3 < in.len;
        uint32_t low = high ? unit_at(in, i + 2, big) : 0;
        if (low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        buf_code(&b, c >= 0xD800 && c < 0xE000 ? REPLACEMENT : c);
    }
    if (i < in.len)
        buf_code(&b, REPLACEMENT);
    return buf_str(&b);
}

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

static bool is_utf16(Str in)
{
    return str_starts(in, STR("\xFF\xFE")) || str_starts(in, STR("\xFE\xFF"));
}

static Str to_utf8(Str in, Arena *arena, Notes *notes)
{
    if (is_utf16(in)) {
        bool little = (unsigned char)in.data[0] == 0xFF;
        add_note(notes, arena, (Span){0}, "the text is read as UTF-16, %s",
                 little ? "little endian" : "big endian");
        return from_utf16(in, !little, arena);
    }
    if (utf8_check(in) == in.len)
        return in;
    Utf8Count count = count_utf8(in);
    // A text in UTF-8 that was cut or patched is still one: what is sound tells.
    if (count.wide > 2 * count.bad) {
        add_note(notes, arena, (Span){0}, "%zu bytes are not UTF-8 and are left out", count.bad);
        return replace_bad_bytes(in, arena);
    }
    add_note(notes, arena, (Span){0}, "the text is not UTF-8 and is read as Windows-1252");
    return from_windows_1252(in, arena);
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

// Text holds no NUL. `place`: bytes of s are those of the input.
static bool check_holes(Str s, bool place, Error *err)
{
    const char *hole = memchr(s.data, '\0', s.len);
    if (!hole)
        return true;
    uint32_t at = (uint32_t)(hole - s.data);
    return fail(err, ERR_ARTICLE, place ? (Span){at, at + 1} : (Span){0},
                at < 2 ? "the input is binary data, or UTF-16 without a byte order mark (give a "
                         "text file in UTF-8)"
                       : "the input is binary data, not text (give a text or Markdown file)");
}

bool decode_text(Str in, Arena *arena, Str *out, Notes *notes, Error *err)
{
    bool wide = is_utf16(in);
    if (!wide && !check_holes(in, true, err))
        return false;
    Str text = with_lf(to_utf8(in, arena, notes), arena);
    if ((wide && !check_holes(text, false, err)) || !check_controls(text, err))
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
