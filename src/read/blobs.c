#include "read/blobs.h"

#include "read/match.h"
#include "read/reader.h"

static const char ENCODED[] = "encoded data";
static const char UNSPEAKABLE[] = "run of characters without a blank";

enum {
    WORD_MAX = 24,      // no blob is as short, but for the tail of one
    RUN_MAX = 200,      // bytes; longer than any word or chain of words
    ADDRESS_MAX = 2048, // bytes; browsers take no longer ones
    ENCODED_LEAST = 48, // base64 and hexadecimal from this length on
    TAIL_LEAST = 2,     // of the last line of a block of base64
};

// What a run of bytes is made of.
typedef struct {
    uint32_t upper, lower, digits, base64, hex, high;
    uint32_t east; // bytes of letters from U+0E00 on: scripts that part words by no blank
    bool stop;     // "=" at its end
} Tally;

static Tally tally_run(Str run)
{
    Tally t = {0};
    for (size_t i = 0; i < run.len; i++) {
        unsigned char c = (unsigned char)run.data[i];
        t.upper += is_upper(c) != 0;
        t.lower += is_lower(c) != 0;
        t.digits += is_digit(c) != 0;
        t.hex += is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        t.base64 += is_alnum(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
        t.high += c >= 0x80;
        bool east =
            c > 0xE0 || (c == 0xE0 && i + 1 < run.len && (unsigned char)run.data[i + 1] >= 0xB8);
        t.east += east ? 3 : 0;
    }
    t.stop = run.len && run.data[run.len - 1] == '=';
    return t;
}

static bool is_address(Str run)
{
    Str head = str_slice(run, 0, 16);
    return str_find(head, STR("://")) < head.len || str_starts(run, STR("www."));
}

static bool is_data_uri(Str run)
{
    return str_find(run, STR("data:")) < 3 &&
           str_find(str_slice(run, 0, 80), STR(";base64,")) < 80 && run.len > WORD_MAX;
}

// Capitals, small letters and digits in turn, as no chain of words has them.
static bool is_encoded(Str run)
{
    Tally t = tally_run(run);
    if (t.high || t.base64 != run.len)
        return false;
    if (t.hex == run.len)
        return t.digits > 0;
    return t.digits > 1 && t.upper * 8 > run.len && t.lower * 8 > run.len;
}

// The shorter last line of a block: "dGhlIG1pbmQ="
static bool is_tail(Str run)
{
    Tally t = tally_run(run);
    bool mixed = t.upper > 0 && t.lower > 0 && t.digits > 0;
    return run.len >= TAIL_LEAST && t.high == 0 && t.base64 == run.len && (t.stop || mixed);
}

static const char *blob_reason(Str run, bool below)
{
    if (!below && run.len <= WORD_MAX)
        return NULL;
    if (is_data_uri(run))
        return ENCODED;
    if (is_address(run))
        return run.len > ADDRESS_MAX ? UNSPEAKABLE : NULL;
    if (run.len >= ENCODED_LEAST && is_encoded(run))
        return ENCODED;
    if (below && run.len < ENCODED_LEAST && is_tail(run))
        return ENCODED;
    if (run.len <= RUN_MAX)
        return NULL;
    return tally_run(run).east * 4 < run.len ? UNSPEAKABLE : NULL;
}

// Whatever ends before the last blank of the bytes ahead is too short for a blob.
static uint32_t skip_words(Str text, uint32_t at)
{
    while (text.len - at > WORD_MAX) {
        uint32_t end = at + WORD_MAX;
        while (end > at && !is_space(text.data[end]))
            end--;
        if (end == at)
            break;
        at = end + 1;
    }
    return at;
}

// Where the first block behind byte `at` begins; `*block` only rises. "BODY:eJzzSM": a
// block may begin inside a run of characters, and the run ends there.
static uint32_t next_block(const Article *article, uint32_t at, uint32_t *block)
{
    while (*block < article->blocks.count && article->blocks.items[*block].span.beg <= at)
        ++*block;
    return *block < article->blocks.count ? article->blocks.items[*block].span.beg
                                          : (uint32_t)article->text.len;
}

void drop_blobs(Article *article, Arena *arena)
{
    uint32_t block = 0;
    Str text = article->text;
    bool below = false; // the run before was encoded data
    for (uint32_t at = 0; at < text.len;) {
        if (!below)
            at = skip_words(text, at);
        if (at < text.len && is_space(text.data[at])) {
            at++;
            continue;
        }
        uint32_t beg = at;
        uint32_t end = next_block(article, beg, &block);
        while (at < end && !is_space(text.data[at]))
            at++;
        const char *reason = blob_reason(str_slice(text, beg, at), below);
        below = reason == ENCODED;
        if (reason)
            add_drop(article, arena, (Span){beg, at}, reason);
    }
}
