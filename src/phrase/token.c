#include "phrase/token.h"

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

static uint32_t letter_bit(char letter)
{
    return 1U << ((letter | 0x20) - 'a');
}

static uint32_t letters_of(Str stem)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < stem.len; i++) {
        if (!is_alpha(stem.data[i]))
            return 0;
        letters |= letter_bit(stem.data[i]);
    }
    return letters;
}

// A word of ASCII letters alone, the common case; false where it is no such.
static bool ascii_word(Str text, uint32_t at, uint32_t end, Token *out)
{
    uint32_t i = at, upper = 0, letters = 0;
    for (; i < end && is_alpha(text.data[i]); i++) {
        upper += is_upper(text.data[i]);
        letters |= letter_bit(text.data[i]);
    }
    unsigned char behind = i < end ? (unsigned char)text.data[i] : ' ';
    if (behind >= 0x80 || behind == '\'')
        return false;
    bool first = is_upper(text.data[at]), plural = text.data[i - 1] == 's';
    uint32_t n = i - at;
    LetterCase letter_case = upper == 0                 ? CASE_LOWER
                             : upper == n               ? CASE_UPPER
                             : upper == 1 && first      ? CASE_TITLE
                             : upper == 1               ? CASE_MIXED
                             : upper == n - 1 && plural ? CASE_PLURAL
                                                        : CASE_MIXED;
    *out = (Token){.span = {at, i},
                   .kind = TOKEN_WORD,
                   .letter_case = (uint8_t)letter_case,
                   .stem = n,
                   .letters = letters,
                   .ascii = true};
    return true;
}

static Token word_token(Str text, uint32_t at, uint32_t end)
{
    Token token;
    if (ascii_word(text, at, end, &token))
        return token;
    Span span = {at, word_end(text, at, end)};
    Str word = str_span(text, span);
    uint32_t stem = stem_length(word);
    return (Token){.span = span,
                   .kind = TOKEN_WORD,
                   .letter_case = (uint8_t)case_of(str_slice(word, 0, stem)),
                   .stem = stem,
                   .letters = letters_of(str_slice(word, 0, stem)),
                   .ascii = str_is_ascii(word)};
}

static Token token_at(Str text, uint32_t at, uint32_t end, Char c)
{
    // A combining mark without a letter before it is no word.
    if (is_word_code(c.code) && !(c.code >= 0x80 && code_is_mark(c.code)))
        return word_token(text, at, end);
    if (code_is_digit(c.code) || is_subscript(c.code)) {
        Span span = {at, number_end(text, at, end)};
        return (Token){.span = span,
                       .kind = TOKEN_NUMBER,
                       .stem = span.end - span.beg,
                       .ascii = str_is_ascii(str_span(text, span))};
    }
    return (Token){.span = {at, at + c.len}, .kind = TOKEN_MARK, .code = c.code};
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
        Token token = token_at(text, i, at.end, c);
        token.glued = glued;
        *PUSH(out, arena) = token;
        glued = true;
        i = token.span.end;
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
