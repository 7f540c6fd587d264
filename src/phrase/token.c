#include "phrase/token.h"

#include "base/letters.h"

// Characters that stand inside words unseen: soft hyphen, zero-width space,
// joiners, word joiner.
static bool is_unseen(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

static bool is_word_code(uint32_t c)
{
    if (c == 0xAA || c == 0xBA) // "72 ºF", "1º": ordinal signs, letters to Unicode
        return false;
    return c < 0x80 ? is_alpha((int)c) : code_is_letter(c) || code_is_mark(c);
}

// Byte after the word that begins at `at`.
static uint32_t word_end(Str text, uint32_t at, uint32_t end)
{
    uint32_t last = at;
    while (at < end) {
        if (is_alpha(text.data[at])) {
            last = ++at;
            continue;
        }
        Char c = utf8_at(text, at);
        if (is_word_code(c.code))
            last = at + c.len;
        else if (!is_apostrophe(c.code) && !is_unseen(c.code))
            break;
        else if (is_apostrophe(c.code) && last != at)
            break;
        at += c.len;
    }
    return last;
}

// "H₂O", "CO₂": digits below the line.
static bool is_subscript(uint32_t c)
{
    return c >= 0x2080 && c <= 0x2089;
}

static uint32_t number_end(Str text, uint32_t at, uint32_t end)
{
    while (at < end) {
        Char c = utf8_at(text, at);
        if (!code_is_digit(c.code) && !is_subscript(c.code))
            break;
        at += c.len;
    }
    return at;
}

// Bytes of a word before "'s" ("’s"), all of them where there is none.
static uint32_t stem_length(Str word)
{
    size_t n = word.len;
    if (n < 3 || (word.data[n - 1] != 's' && word.data[n - 1] != 'S'))
        return (uint32_t)n;
    Char c = utf8_before(word, n - 1);
    return is_apostrophe(c.code) ? (uint32_t)(n - 1 - c.len) : (uint32_t)n;
}

static LetterCase case_of(Str stem)
{
    uint32_t upper = 0, lower = 0, letters = 0;
    bool first_upper = false, last_s = false;
    for (size_t i = 0; i < stem.len;) {
        Char c = utf8_at(stem, i);
        i += c.len;
        bool u = c.code < 0x80 ? is_upper((int)c.code) : code_is_upper(c.code);
        bool l = c.code < 0x80 ? is_lower((int)c.code) : code_is_lower(c.code);
        first_upper |= u && letters == 0;
        last_s = c.code == 's';
        upper += u;
        lower += l;
        letters += u || l;
    }
    if (upper + lower == 0)
        return CASE_NONE;
    if (lower == 0)
        return CASE_UPPER;
    if (upper == 0)
        return CASE_LOWER;
    if (upper == 1)
        return first_upper ? CASE_TITLE : CASE_MIXED;
    return lower == 1 && last_s ? CASE_PLURAL : CASE_MIXED;
}

static uint32_t letters_of(Str stem)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < stem.len; i++) {
        if (!is_alpha(stem.data[i]))
            return 0;
        letters |= LETTER_BIT(stem.data[i]);
    }
    return letters;
}

static LetterCase ascii_case(uint32_t letters, uint32_t upper, bool first, bool last_s)
{
    if (upper == 0)
        return CASE_LOWER;
    if (upper == letters)
        return CASE_UPPER;
    if (upper == 1)
        return first ? CASE_TITLE : CASE_MIXED;
    return upper == letters - 1 && last_s ? CASE_PLURAL : CASE_MIXED;
}

// Tokens are filled where they stand: most of the time of cutting them would go into
// moving them there.

// The letters at the head of `eight`, fewer than eight: how many are capitals, and which
// there are.
static uint32_t read_eight(uint64_t eight, uint32_t count, uint32_t *letters)
{
    eight = lowest_bytes(eight, count);
    uint64_t capitals = lowest_bytes(~eight >> 5 & EACH_BYTE(1), count);
    for (unsigned k = 0; k < 7; k++)
        *letters |= LETTER_BIT(eight >> 8 * k);
    *letters &= ~LETTER_BIT(0); // of the zeros behind
    return (uint32_t)(capitals * EACH_BYTE(1) >> 56);
}

// A word of ASCII letters alone, the common case; false where it is no such.
static bool fill_ascii_word(Str text, uint32_t at, uint32_t end, Token *out)
{
    uint32_t i = at, upper = 0, letters = 0;
    uint64_t eight = text.len - at >= 8 ? load_eight(text.data + at) : 0;
    uint32_t ahead = count_letters(eight);
    if (ahead > 0 && ahead < 8 && at + ahead <= end) {
        i += ahead;
        upper = read_eight(eight, ahead, &letters);
    }
    for (; i < end && is_alpha(text.data[i]); i++) {
        upper += !(text.data[i] & 0x20);
        letters |= LETTER_BIT(text.data[i]);
    }
    unsigned char behind = i < end ? (unsigned char)text.data[i] : ' ';
    if (behind >= 0x80 || behind == '\'')
        return false;
    out->span.end = i;
    out->stem = i - at;
    out->letters = letters;
    out->letter_case =
        (uint8_t)ascii_case(i - at, upper, is_upper(text.data[at]), text.data[i - 1] == 's');
    out->ascii = true;
    return true;
}

static void fill_word(Str text, uint32_t at, uint32_t end, Token *out)
{
    out->kind = TOKEN_WORD;
    if (fill_ascii_word(text, at, end, out))
        return;
    out->span.end = word_end(text, at, end);
    Str word = str_span(text, out->span);
    out->stem = stem_length(word);
    Str stem = str_slice(word, 0, out->stem);
    out->letters = letters_of(stem);
    out->letter_case = (uint8_t)case_of(stem);
    out->ascii = str_is_ascii(word);
}

// `out` is zeroed but for where it begins.
static void fill_token(Str text, uint32_t at, uint32_t end, Char c, Token *out)
{
    // A combining mark without a letter before it is no word.
    if (is_word_code(c.code) && !(c.code >= 0x80 && code_is_mark(c.code))) {
        fill_word(text, at, end, out);
    } else if (code_is_digit(c.code) || is_subscript(c.code)) {
        out->kind = TOKEN_NUMBER;
        out->span.end = number_end(text, at, end);
        out->stem = out->span.end - at;
        out->ascii = str_is_ascii(str_span(text, out->span));
    } else {
        out->kind = TOKEN_MARK;
        out->span.end = at + c.len;
        out->code = c.code;
    }
}

void cut_tokens(Str text, Span at, Arena *arena, Tokens *out)
{
    bool glued = false;
    for (uint32_t i = at.beg; i < at.end;) {
        Char c = {(unsigned char)text.data[i], 1};
        if (c.code >= 0x80)
            c = utf8_at(text, i);
        bool plain = c.code > ' ' && c.code < 0x7F;
        if (!plain && (code_is_space(c.code) || code_is_invisible(c.code))) {
            glued = glued && !code_is_space(c.code);
            i += c.len;
            continue;
        }
        Token *token = PUSH(out, arena);
        token->span.beg = i;
        token->glued = glued;
        fill_token(text, i, at.end, c, token);
        glued = true;
        i = token->span.end;
    }
}

// Decimal digits come in runs of ten that begin at a multiple of sixteen, or
// at six above one; the mathematical digits (U+1D7CE on) are the exception.
static char digit_of(uint32_t c)
{
    if (c < 0x80)
        return (char)c;
    if (is_subscript(c))
        return (char)('0' + (c - 0x2080));
    if (c >= 0x1D7CE && c <= 0x1D7FF)
        return (char)('0' + (c - 0x1D7CE) % 10);
    uint32_t low = c & 15;
    return (char)('0' + (code_is_digit(c - low) ? low % 10 : (low + 4) % 10));
}

Str token_digits(Str text, const Token *token, Arena *arena)
{
    Str written = str_span(text, token->span);
    if (token->ascii)
        return written;
    Buf b = new_buf(arena);
    for (size_t i = 0; i < written.len;) {
        Char c = utf8_at(written, i);
        buf_char(&b, digit_of(c.code));
        i += c.len;
    }
    return buf_str(&b);
}
