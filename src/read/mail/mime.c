#include "read/mail/mime.h"

#include "base/utf8.h"
#include "read/charset/charset.h"
#include "read/charset/decode.h"
#include "read/match.h"

enum {
    HEAD_MAX = 1 << 20, // bytes of fields
    PARTS_MAX = 1000,
    DEPTH_MAX = 32,
};

// --- lines

static Str line_at(Str s, size_t at)
{
    const char *end = at < s.len ? memchr(s.data + at, '\n', s.len - at) : NULL;
    Str line = str_slice(s, at, end ? (size_t)(end - s.data) : s.len);
    if (line.len && line.data[line.len - 1] == '\r')
        line.len--;
    return line;
}

static size_t behind_line(Str s, size_t at)
{
    const char *end = at < s.len ? memchr(s.data + at, '\n', s.len - at) : NULL;
    return end ? (size_t)(end - s.data) + 1 : s.len;
}

static bool goes_on(Str line)
{
    return line.len && (line.data[0] == ' ' || line.data[0] == '\t');
}

// A field of RFC 5322, 2.2: printable characters without a blank, and a colon.
size_t field_name_len(Str line)
{
    size_t i = 0;
    while (i < line.len && (is_alnum(line.data[i]) || line.data[i] == '-' || line.data[i] == '_'))
        i++;
    return i > 1 && i < line.len && line.data[i] == ':' ? i : 0;
}

bool is_mail_field(Str name)
{
    static const char *const NAMES[] = {
        "From",         "To",           "Subject",      "Date",
        "Received",     "Message-ID",   "Reply-To",     "Return-Path",
        "Delivered-To", "MIME-Version", "Content-Type", "Sender",
        "Cc",           "List-Id",      "X-Mailer",     "List-Unsubscribe",
    };
    return any_equals(name, NAMES, COUNT(NAMES));
}

// "From ann@example.org Mon Nov 23 09:00:00 2026": between the mails of a mailbox.
static bool is_envelope(Str line)
{
    return str_starts(line, STR("From ")) && str_find(line, STR(":")) < line.len && line.len > 10 &&
           is_digit(line.data[line.len - 1]);
}

typedef struct {
    uint32_t known;
    bool from, subject, broken, cut;
} HeadCount;

static HeadCount count_fields(Str head)
{
    HeadCount count = {0};
    size_t at = is_envelope(line_at(head, 0)) ? behind_line(head, 0) : 0;
    size_t first = at;
    for (; at < head.len; at = behind_line(head, at)) {
        Str line = line_at(head, at);
        bool last = behind_line(head, at) == head.len;
        if (line.len == 0)
            return count;
        if (at > first && goes_on(line))
            continue;
        size_t len = field_name_len(line);
        Str name = str_slice(line, 0, len);
        count.broken |= len == 0 && !last;
        count.known += len && is_mail_field(name);
        count.from |= str_equal_nocase(name, STR("From"));
        count.subject |= str_equal_nocase(name, STR("Subject"));
    }
    count.cut = true;
    return count;
}

bool is_mail_head(Str head)
{
    HeadCount count = count_fields(head);
    if (count.broken)
        return false;
    bool named = count.from && (count.subject || count.known >= 3);
    return (named && count.known >= 2) || (count.cut && count.known >= 4);
}

// --- encoded words

// The byte of "=3D" or "%3D" at `at`, or -1.
static int hex_byte(Str s, size_t at)
{
    if (at + 2 >= s.len)
        return -1;
    int high = hex_value(s.data[at + 1]), low = hex_value(s.data[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static Str from_base64(Str in, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, in.len / 4 * 3 + 3);
    uint32_t bits = 0, count = 0;
    for (size_t i = 0; i < in.len; i++) {
        char c = in.data[i];
        int value = is_upper(c)   ? c - 'A'
                    : is_lower(c) ? c - 'a' + 26
                    : is_digit(c) ? c - '0' + 52
                    : c == '+'    ? 62
                    : c == '/'    ? 63
                                  : -1;
        if (c == '=')
            bits = count = 0; // the end, or the end of one of several pieces
        if (value < 0)
            continue;
        bits = bits << 6 | (uint32_t)value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            buf_char(&b, (char)(bits >> count & 0xFF));
        }
    }
    return buf_str(&b);
}

// Quoted-printable, or the "Q" of encoded words, where "_" is a blank.
static Str from_quoted(Str in, bool word, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, in.len);
    for (size_t i = 0; i < in.len; i++) {
        char c = in.data[i];
        int byte = c == '=' ? hex_byte(in, i) : -1;
        if (byte >= 0) {
            buf_char(&b, (char)byte);
            i += 2;
        } else if (c == '=' && !word && str_trim(line_at(in, i + 1)).len == 0) {
            i = behind_line(in, i) - 1; // the line goes on
        } else {
            buf_char(&b, word && c == '_' ? ' ' : c);
        }
    }
    return buf_str(&b);
}

static Str to_utf8(Str charset, Str bytes, Arena *arena)
{
    Str out;
    if (utf8_check(bytes) == bytes.len && !starts_nocase(charset, STR("utf-7")) &&
        !starts_nocase(charset, STR("iso-2022")) && !starts_nocase(charset, STR("hz")) &&
        !starts_nocase(charset, STR("utf-16")))
        return bytes;
    if (charset.len && charset_to_utf8(charset, bytes, arena, &out))
        return out;
    return charset_to_utf8(STR("windows-1252"), bytes, arena, &out) ? out : (Str){0};
}

typedef struct {
    Str charset, text;
    char encoding; // 'b', 'q'
    size_t len;    // of the whole
} Word;

// "=?utf-8?Q?Caf=C3=A9?=" (RFC 2047, 2); a language may stand behind the charset.
static bool encoded_word(Str s, size_t at, Word *out)
{
    enum { LONGEST = 1000 }; // 75 by the standard
    Str rest = str_slice(s, at, at + LONGEST);
    if (!str_starts(rest, STR("=?")))
        return false;
    size_t charset = 2 + str_find(str_slice(rest, 2, rest.len), STR("?"));
    if (charset + 3 >= rest.len || rest.data[charset + 2] != '?')
        return false;
    size_t beg = charset + 3;
    size_t end = beg + str_find(str_slice(rest, beg, rest.len), STR("?="));
    if (end >= rest.len)
        return false;
    Str name = str_slice(rest, 2, charset);
    *out = (Word){str_slice(name, 0, str_find(name, STR("*"))), str_slice(rest, beg, end),
                  (char)to_lower(rest.data[charset + 1]), end + 2};
    return out->encoding == 'b' || out->encoding == 'q';
}

// White space between two encoded words is none. Words of one charset are decoded
// together, as a character may be cut by their border.
static size_t add_words(Str s, size_t at, Buf *out, Arena *arena)
{
    Word word;
    Buf bytes = new_buf(arena);
    Str charset = {0};
    size_t end = at;
    while (encoded_word(s, at, &word) &&
           (charset.len == 0 || str_equal_nocase(charset, word.charset))) {
        charset = word.charset;
        buf_add(&bytes, word.encoding == 'b' ? from_base64(word.text, arena)
                                             : from_quoted(word.text, true, arena));
        end = at += word.len;
        while (at < s.len && is_space(s.data[at]))
            at++;
        if (!encoded_word(s, at, &word))
            at = s.len;
    }
    buf_add(out, to_utf8(charset, buf_str(&bytes), arena));
    return encoded_word(s, at, &word) ? at : end;
}

static Str decode_words(Str raw, Arena *arena)
{
    raw = to_utf8((Str){0}, raw, arena);
    Buf b = new_buf(arena);
    for (size_t i = 0; i < raw.len;) {
        Word word;
        if (raw.data[i] == '=' && encoded_word(raw, i, &word))
            i = add_words(raw, i, &b, arena);
        else
            buf_char(&b, raw.data[i++]);
    }
    return on_one_line(buf_str(&b), arena);
}

static Str find_field(const Fields *fields, const char *name)
{
    for (uint32_t i = 0; i < fields->count; i++)
        if (str_equal_nocase(fields->items[i].name, str_from(name)))
            return fields->items[i].value;
    return (Str){0};
}

Str mail_field(const Mail *mail, const char *name, Arena *arena)
{
    return decode_words(find_field(&mail->fields, name), arena);
}

// --- parameters: "text/plain; charset=utf-8; format=flowed"

static Str lower_copy(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len; i++)
        buf_char(&b, (char)to_lower(s.data[i]));
    return buf_str(&b);
}

static Str quoted_value(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 1; i < s.len && s.data[i] != '"'; i++) {
        if (s.data[i] == '\\' && i + 1 < s.len)
            i++;
        buf_char(&b, s.data[i]);
    }
    return buf_str(&b);
}

// Where the parameter that begins at `at` ends: at a semicolon outside quotes.
static size_t parameter_end(Str s, size_t at)
{
    bool quoted = false;
    for (; at < s.len && (quoted || s.data[at] != ';'); at++) {
        if (quoted && s.data[at] == '\\')
            at++;
        else if (s.data[at] == '"')
            quoted = !quoted;
    }
    return at < s.len ? at : s.len;
}

static Str parameter(Str value, const char *name, Arena *arena)
{
    size_t end = parameter_end(value, 0);
    while (end < value.len) {
        size_t beg = end + 1;
        end = parameter_end(value, beg);
        Str one = str_trim(str_slice(value, beg, end));
        size_t sign = str_find(one, STR("="));
        if (!str_equal_nocase(str_trim(str_slice(one, 0, sign)), str_from(name)))
            continue;
        one = str_trim(str_slice(one, sign + 1, one.len));
        return one.len && one.data[0] == '"' ? quoted_value(one, arena) : one;
    }
    return (Str){0};
}

// "utf-8''Caf%C3%A9.pdf" (RFC 2231, 4)
static Str extended_value(Str s, Arena *arena)
{
    size_t first = str_find(s, STR("'"));
    size_t second = first + 1 + str_find(str_slice(s, first + 1, s.len), STR("'"));
    Buf b = new_buf(arena);
    for (size_t i = second + 1; i < s.len; i++) {
        int byte = s.data[i] == '%' ? hex_byte(s, i) : -1;
        buf_char(&b, byte < 0 ? s.data[i] : (char)byte);
        i += byte < 0 ? 0 : 2;
    }
    return to_utf8(str_slice(s, 0, first), buf_str(&b), arena);
}

static Str file_name(Str disposition, Str type, Arena *arena)
{
    Str name = extended_value(parameter(disposition, "filename*", arena), arena);
    if (name.len == 0)
        name = parameter(disposition, "filename", arena);
    if (name.len == 0)
        name = parameter(type, "name", arena);
    return decode_words(name, arena);
}

// --- parts

typedef struct {
    Str boundary;
    uint32_t part;
} OpenPart;

typedef struct {
    Str bytes;
    size_t at;
    OpenPart open[DEPTH_MAX];
    uint32_t depth;
    Mail *mail;
    Arena *arena;
    Error *err;
} Parser;

static bool refuse(const Parser *p, const char *what)
{
    uint32_t at = (uint32_t)p->at;
    return fail(p->err, ERR_ARTICLE, (Span){at, at}, "the mail %s (save the article's text)", what);
}

bool is_multipart(const Part *part)
{
    return str_starts(part->type, STR("multipart/")) && part->boundary.len;
}

// Depth of the open part that the line ends a piece of, from 1; 0: of none. `last`: it
// has no further pieces.
static uint32_t boundary_depth(const Parser *p, Str line, bool *last)
{
    if (!str_starts(line, STR("--")))
        return 0;
    while (line.len && is_space(line.data[line.len - 1]))
        line.len--;
    for (uint32_t i = p->depth; i > 0; i--) {
        Str boundary = p->open[i - 1].boundary, rest = str_slice(line, 2, line.len);
        *last = rest.len == boundary.len + 2 && str_ends(rest, STR("--"));
        if (str_equal(rest, boundary) || (*last && str_starts(rest, boundary)))
            return i;
    }
    return 0;
}

// The fields from here to the first blank line, which is taken too.
static bool read_fields(Parser *p, Fields *out)
{
    size_t beg = p->at;
    bool last;
    *out = (Fields){0};
    while (p->at < p->bytes.len) {
        Str line = line_at(p->bytes, p->at);
        size_t name = field_name_len(line);
        if (line.len &&
            ((name == 0 && !(out->count && goes_on(line))) || boundary_depth(p, line, &last)))
            return true; // the fields end without a blank line
        p->at = behind_line(p->bytes, p->at);
        if (line.len == 0)
            return true;
        if (p->at - beg > HEAD_MAX)
            return refuse(p, "has a head of more than 1 MiB");
        Field *field = name && !goes_on(line) ? PUSH(out, p->arena) : &out->items[out->count - 1];
        if (name && !goes_on(line))
            *field = (Field){str_slice(line, 0, name), str_slice(line, name + 1, line.len)};
        else
            field->value.len = (size_t)(line.data + line.len - field->value.data);
    }
    return true;
}

static Part part_of(const Fields *fields, Arena *arena)
{
    Str type = find_field(fields, "Content-Type");
    Str disposition = find_field(fields, "Content-Disposition");
    Str name = lower_copy(str_trim(str_slice(type, 0, parameter_end(type, 0))), arena);
    return (Part){
        .type = name.len ? name : STR("text/plain"),
        .charset = parameter(type, "charset", arena),
        .boundary = parameter(type, "boundary", arena),
        .encoding = lower_copy(str_trim(find_field(fields, "Content-Transfer-Encoding")), arena),
        .flowed = str_equal_nocase(parameter(type, "format", arena), STR("flowed")),
        .tied = str_equal_nocase(parameter(type, "delsp", arena), STR("yes")),
        .name = file_name(disposition, type, arena),
        .attached = starts_nocase(str_trim(disposition), STR("attachment")),
    };
}

static bool open_part(Parser *p, const Fields *fields)
{
    Part part = part_of(fields, p->arena);
    uint32_t number = p->mail->parts.count;
    if (number == PARTS_MAX)
        return refuse(p, "has more than 1,000 parts");
    part.parent = p->depth ? p->open[p->depth - 1].part : 0;
    part.body = str_slice(p->bytes, p->at, p->at);
    *PUSH(&p->mail->parts, p->arena) = part;
    if (!is_multipart(&part))
        return true;
    if (p->depth == DEPTH_MAX)
        return refuse(p, "nests more than 32 parts in each other");
    p->open[p->depth++] = (OpenPart){part.boundary, number};
    return true;
}

// The line end in front of a boundary is the boundary's.
static Str without_last_end(Str s)
{
    if (str_ends(s, STR("\r\n")))
        s.len -= 2;
    else if (str_ends(s, STR("\n")))
        s.len--;
    return s;
}

// Body after body; `leaf`: the part that the lines at hand belong to.
static bool read_parts(Parser *p)
{
    Part *leaf = &p->mail->parts.items[0];
    size_t beg = p->at;
    while (p->at < p->bytes.len) {
        bool last;
        uint32_t depth = boundary_depth(p, line_at(p->bytes, p->at), &last);
        if (depth && leaf)
            leaf->body = without_last_end(str_slice(p->bytes, beg, p->at));
        p->at = behind_line(p->bytes, p->at);
        if (depth == 0)
            continue;
        p->depth = depth - last;
        leaf = NULL; // what follows the last piece is for old programs
        Fields fields;
        if (!last && (!read_fields(p, &fields) || !open_part(p, &fields)))
            return false;
        if (!last)
            leaf = &p->mail->parts.items[p->mail->parts.count - 1];
        beg = p->at;
    }
    if (leaf)
        leaf->body = str_slice(p->bytes, beg, p->bytes.len);
    return true;
}

static bool check_mailbox(const Parser *p)
{
    uint32_t others = 0;
    for (size_t at = p->at; at < p->bytes.len;) {
        const char *next = memchr(p->bytes.data + at, '\n', p->bytes.len - at);
        if (!next)
            break;
        at = (size_t)(next - p->bytes.data) + 1;
        Str line = line_at(p->bytes, at);
        others += is_envelope(line) && field_name_len(line_at(p->bytes, behind_line(p->bytes, at)));
    }
    return others == 0 ||
           fail(p->err, ERR_ARTICLE, (Span){0},
                "the input is a mailbox of %u mails (save one of them by itself)", others + 1);
}

bool parse_mail(Str bytes, Arena *arena, Mail *out, Error *err)
{
    *out = (Mail){0};
    Parser p = {.bytes = bytes, .mail = out, .arena = arena, .err = err};
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        p.at = 3;
    if (is_envelope(line_at(bytes, p.at))) {
        p.at = behind_line(bytes, p.at);
        if (!check_mailbox(&p))
            return false;
    }
    return read_fields(&p, &out->fields) && open_part(&p, &out->fields) && read_parts(&p);
}

// --- what a part holds

Str part_bytes(const Part *part, Arena *arena)
{
    if (str_equal(part->encoding, STR("base64")))
        return from_base64(part->body, arena);
    if (str_equal(part->encoding, STR("quoted-printable")))
        return from_quoted(part->body, false, arena);
    return part->body;
}

static Str plain_lines(Str s, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, s.len);
    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        bool pair = c == '\r' && i + 1 < s.len && s.data[i + 1] == '\n';
        if (c == '\r' || c == '\f' || c == '\v')
            c = '\n';
        if (!pair && ((unsigned char)c >= 0x20 || is_space(c)) && c != 0x7F)
            buf_char(&b, c);
    }
    return buf_str(&b);
}

static uint32_t quote_depth(Str line)
{
    uint32_t depth = 0;
    while (depth < line.len && line.data[depth] == '>')
        depth++;
    return depth;
}

// RFC 3676: a line that ends with a blank goes on in the next one of the same quotation.
static Str join_flowed(Str s, bool tied, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, s.len);
    bool open = false; // the line before goes on
    uint32_t before = 0;
    for (size_t at = 0; at < s.len; at = behind_line(s, at)) {
        Str line = line_at(s, at);
        uint32_t depth = quote_depth(line);
        line = str_slice(line, depth, line.len);
        if (str_starts(line, STR(" ")))
            line = str_slice(line, 1, line.len);
        bool signature = str_equal(line, STR("-- "));
        bool joined = open && depth == before && !signature;
        if (!joined && at > 0)
            buf_char(&b, '\n');
        for (uint32_t i = 0; i < depth && !joined; i++)
            buf_add(&b, i + 1 == depth ? STR("> ") : STR(">"));
        open = !signature && str_ends(line, STR(" "));
        before = depth;
        line.len -= open && tied;
        buf_add(&b, line);
    }
    return buf_str(&b);
}

// Where a clear-signed mail has its words (RFC 9580, 7).
static Str without_signature(Str s)
{
    size_t head = str_find(s, STR("-----BEGIN PGP SIGNED MESSAGE-----"));
    if (head > 0)
        return s;
    size_t beg = str_find(s, STR("\n\n")), end = str_find(s, STR("-----BEGIN PGP SIGNATURE-----"));
    return str_slice(s, beg + 2 < end ? beg + 2 : 0, end);
}

bool part_text(const Part *part, Arena *arena, Str *out, Error *err)
{
    Str bytes = part_bytes(part, arena), text;
    Notes unused = {0};
    bool known = part->charset.len && utf8_check(bytes) != bytes.len &&
                 charset_to_utf8(part->charset, bytes, arena, &text);
    bool wide = starts_nocase(part->charset, STR("utf-16")) ||
                starts_nocase(part->charset, STR("utf-7")) ||
                starts_nocase(part->charset, STR("iso-2022"));
    if (!known && wide)
        known = charset_to_utf8(part->charset, bytes, arena, &text);
    if (!known && utf8_check(bytes) == bytes.len)
        text = bytes;
    else if (!known && !decode_text(&(Source){.bytes = bytes}, arena, &text, &unused, err))
        return false;
    text = without_signature(plain_lines(text, arena));
    *out = part->flowed ? join_flowed(text, part->tied, arena) : text;
    return true;
}
