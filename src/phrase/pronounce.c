#include "phrase/pronounce.h"

#include "base/letters.h"
#include "phrase/homographs.h"
#include "phrase/phonemes.h"

static bool is_word_byte(char c)
{
    return is_alpha(c) || c == '\'' || (unsigned char)c >= 0x80;
}

static bool same_letters(const char *key, Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (to_lower((unsigned char)key[i]) != to_lower((unsigned char)word.data[i]))
            return false; // also where the key ends
    return true;
}

// A word with what hangs on it.
typedef struct {
    uint32_t beg, stem, end; // bytes of spoken; "'s" lies between stem and end
} Word;

// The hash is that of the stem: hash_folded, which scripts/pronunciations computes too.
static Word word_at(Str s, uint32_t beg, uint64_t *hash)
{
    uint64_t eight = s.len - beg >= 8 ? load_eight(s.data + beg) : 0;
    uint32_t i = beg + count_letters(eight), mark = 0;
    if (i > beg && i - beg < 8 && !is_word_byte(s.data[i])) {
        *hash = hash_eight(0, lowest_bytes(eight | EACH_BYTE(0x20), i - beg));
        return (Word){beg, i, i};
    }
    for (i = beg; i < s.len && is_word_byte(s.data[i]); i++)
        mark = s.data[i] == '\'' ? i : mark;
    Word w = {beg, i, i};
    if (mark && (i - mark == 1 || (i - mark == 2 && to_lower(s.data[i - 1]) == 's')))
        w.stem = mark;
    *hash = hash_folded(str_slice(s, beg, w.stem));
    return w;
}

// The end of what `key` is the first words of, if it stands at `w`; else 0.
static uint32_t match(const char *key, Str s, Word w)
{
    size_t len = strlen(key);
    Str here = str_slice(s, w.beg, w.beg + len);
    if (here.len < len || !same_letters(key, here) || (is_upper(key[0]) && !is_upper(here.data[0])))
        return 0;
    uint32_t end = w.beg + (uint32_t)len;
    if (end < w.stem)
        return 0;
    if (end > w.stem) { // words of a phrase: its last one ends here
        uint64_t hash;
        uint32_t last = end;
        while (last > w.beg && s.data[last - 1] != ' ' && s.data[last - 1] != '-')
            last--;
        Word tail = word_at(s, last, &hash);
        if (tail.stem != end)
            return 0;
    }
    return end;
}

static const Pronunciation *find(Str s, Word w, uint64_t hash, uint32_t *end)
{
    uint32_t tag = (uint32_t)hash & PRONUNCIATION_TAG;
    uint32_t slot = (uint32_t)(hash >> 32) & (PRONUNCIATION_SLOT_COUNT - 1);
    for (; PRONUNCIATION_SLOTS[slot]; slot = (slot + 1) & (PRONUNCIATION_SLOT_COUNT - 1)) {
        uint32_t entry = PRONUNCIATION_SLOTS[slot];
        if ((entry & PRONUNCIATION_TAG) != tag)
            continue;
        const Pronunciation *row = &PRONUNCIATIONS[(entry & ~(uint32_t)PRONUNCIATION_TAG) - 1];
        Str first = str_slice(s, w.beg, w.stem);
        if (!same_letters(row->written, first))
            continue;
        // Rows with the same first word stand in a row, the longest first.
        for (; row->written && same_letters(row->written, first); row++)
            if ((*end = match(row->written, s, w)) != 0)
                return row;
    }
    return NULL;
}

typedef LIST(Said) SaidList;

// Takes the place of a word in the row of `line`, unless something is said of it.
static bool is_free(const Line *line, uint32_t *next, Span at)
{
    while (*next < line->said.count && line->said.items[*next].spoken.end <= at.beg)
        ++*next;
    return *next == line->said.count || line->said.items[*next].spoken.beg >= at.end;
}

// `phonemes` has one word for each of those at `beg`, or one for all; "'s" may hang on
// the last.
static void say(SaidList *out, Str s, uint32_t beg, uint32_t end, const char *phonemes,
                Arena *arena)
{
    Str rest = str_from(phonemes);
    bool whole = str_find(rest, STR(" ")) == rest.len;
    while (rest.len) {
        Str one = str_slice(rest, 0, str_find(rest, STR(" ")));
        rest = str_slice(rest, one.len + 1, rest.len);
        uint64_t hash;
        uint32_t from = beg;
        Word w = word_at(s, from, &hash);
        while (whole && w.end < end)
            w = word_at(s, w.end + 1, &hash);
        if (rest.len == 0 && end != w.end && s.data[w.end - 1] != '\'')
            one = phonemes_with_s(one, arena);
        *PUSH(out, arena) = (Said){{from, w.end}, one};
        beg = w.end + 1;
    }
}

static void pronounce_word(const Line *line, Word w, uint64_t hash, SaidList *out, Arena *arena)
{
    Str s = line->spoken;
    if (w.end - w.beg == 1 && s.data[w.beg] == 'A') {
        *PUSH(out, arena) = (Said){{w.beg, w.end}, STR("'eI")};
        return;
    }
    uint32_t end;
    const Pronunciation *row = find(s, w, hash, &end);
    if (!row)
        return;
    bool second = row->rule && has_second_reading(s, (Span){w.beg, end}, (HomographRule)row->rule);
    const char *said = second ? row->other : row->said;
    if (said)
        say(out, s, w.beg, end, said, arena);
}

void pronounce_line(Line *line, Arena *arena)
{
    Str s = line->spoken;
    SaidList out = {0};
    uint32_t next = 0, taken = 0;
    for (uint32_t i = 0; i < s.len;) {
        if (!is_word_byte(s.data[i]) || s.data[i] == '\'') {
            i++;
            continue;
        }
        uint64_t hash;
        Word w = word_at(s, i, &hash);
        i = w.end;
        for (; taken < line->said.count && line->said.items[taken].spoken.beg < w.end; taken++)
            *PUSH(&out, arena) = line->said.items[taken];
        bool covered = out.count && out.items[out.count - 1].spoken.end > w.beg;
        if (covered || !is_free(line, &next, (Span){w.beg, w.end}))
            continue;
        pronounce_word(line, w, hash, &out, arena);
    }
    for (; taken < line->said.count; taken++)
        *PUSH(&out, arena) = line->said.items[taken];
    memcpy(&line->said, &out, sizeof out);
}
