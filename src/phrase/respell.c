#include "phrase/respell.h"

#include "phrase/spelling.h"

// Sorted. Names and loan words of the news that espeak-ng 1.51 (en-us) says by
// English letters, in a spelling that it says as announcers do; found by listening
// to `espeak-ng -v en-us -x`. Letter names come from "A" alone: the rest are right.
static const Entry RESPELLINGS[] = {
    {"A", "eigh", 0},
    {"Beyoncé", "beeyonsay", 0},
    {"Djokovic", "jokovitch", 0},
    {"Duterte", "dootairtay", 0},
    {"Erdogan", "airdowan", 0},
    {"Erdoğan", "airdowan", 0},
    {"Féin", "fane", 0},
    {"Huawei", "wahway", 0},
    {"Juarez", "wahrez", 0},
    {"Juárez", "wahrez", 0},
    {"Kharkiv", "harkeev", 0},
    {"Kyiv", "keev", 0},
    {"Merz", "mairts", 0},
    {"Nguyen", "win", 0},
    {"Nike", "nykee", 0},
    {"Oaxaca", "wahhaka", 0},
    {"Porsche", "porsha", 0},
    {"Qing", "ching", 0},
    {"Reykjavik", "raykyavick", 0},
    {"Scholz", "sholts", 0},
    {"Wojcicki", "wojitskee", 0},
    {"Xi", "shee", 0},
    {"Zhou", "joe", 0},
    {"junta", "hoonta", 0},
};

static void copy_bytes(Buf *out, uint32_t *source, Str spoken, size_t beg, size_t end)
{
    for (size_t i = beg; i < end; i++)
        source[out->len + i - beg] = (uint32_t)i;
    buf_add(out, str_slice(spoken, beg, end));
}

static bool is_stem_byte(char c)
{
    return is_alpha(c) || (unsigned char)c >= 0x80;
}

Respelled respell_for_engine(Str spoken, Arena *arena)
{
    // A respelling has at most four letters for one, and rarely that.
    size_t room = 4 * spoken.len + 8;
    uint32_t *source = ALLOC(arena, uint32_t, room + 1);
    Buf out = new_buf(arena);
    buf_reserve(&out, room);
    for (size_t i = 0; i < spoken.len;) {
        size_t end = i;
        while (end < spoken.len && is_stem_byte(spoken.data[end]))
            end++;
        Str word = str_slice(spoken, i, end);
        const Entry *entry = find_entry(RESPELLINGS, COUNT(RESPELLINGS), word);
        if (entry) {
            for (size_t k = 0; entry->spoken[k]; k++)
                source[out.len + k] = (uint32_t)i;
            buf_add(&out, str_from(entry->spoken));
        } else {
            copy_bytes(&out, source, spoken, i, end);
        }
        size_t next = end;
        while (next < spoken.len && !is_stem_byte(spoken.data[next]))
            next++;
        copy_bytes(&out, source, spoken, end, next);
        i = next;
    }
    source[out.len] = (uint32_t)spoken.len;
    return (Respelled){buf_str(&out), source};
}
