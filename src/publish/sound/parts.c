// A passage is kept as its peak, the energies of its steps and its bytes.
#include "publish/sound/parts.h"

#include "master/loudness.h"

static const Passage *passage_of(const Parts *parts, uint32_t index)
{
    return &parts->encoding->timeline->passages.items[index];
}

static uint32_t count_steps(const Parts *parts, uint32_t index)
{
    const Passage *passage = passage_of(parts, index);
    return (uint32_t)((passage->end_frame - passage->start_frame) / HIGH_STEP_FRAMES);
}

static void key_part(const Parts *parts, uint32_t index, Arena scratch, char key[HASH_HEX])
{
    char passage[HASH_HEX];
    key_passage(parts->encoding->timeline, index, scratch, passage);
    hash_parts((Str[]){parts->format, str_from(passage)}, 2, key);
}

static const char *root_of(const Parts *parts)
{
    return parts->encoding->timeline->clips->cache;
}

static size_t numbers_size(const Parts *parts, uint32_t index)
{
    return (count_steps(parts, index) + 1) * sizeof(float);
}

static void open_part(const Parts *parts, uint32_t index, Part *part)
{
    part->bytes = str_slice(part->blob.bytes, numbers_size(parts, index), part->blob.bytes.len);
}

static void put_heard(const Parts *parts, uint32_t index, const float *numbers)
{
    const Heard *heard = parts->encoding->heard;
    if (!heard)
        return;
    int64_t first = passage_of(parts, index)->start_frame / HIGH_STEP_FRAMES;
    memcpy(heard->energy + first, numbers + 1, count_steps(parts, index) * sizeof *numbers);
    heard->peak[index] = *numbers;
}

static bool make_part(const Parts *parts, uint32_t index, const char *key, Arena *arena, Part *out,
                      Error *err)
{
    uint32_t count = count_steps(parts, index);
    float *numbers = ALLOC(arena, float, count + 1);
    HeardPart heard = {count, numbers + 1, numbers};
    if (!parts->make(parts->context, index, arena, &heard, &out->bytes, err))
        return false;
    put_heard(parts, index, numbers);
    if (parts->once && parts->encoding->timeline->clips->temporary)
        return true;
    Str pieces[] = {{(const char *)numbers, (count + 1) * sizeof *numbers}, out->bytes};
    return keep_blob(root_of(parts), parts->kind, key, pieces, COUNT(pieces), err);
}

bool have_part(const Parts *parts, uint32_t index, Arena *arena, Part *out, Error *err)
{
    char key[HASH_HEX];
    key_part(parts, index, *arena, key);
    *out = (Part){0};
    if (!find_blob(root_of(parts), parts->kind, key, &out->blob))
        return make_part(parts, index, key, arena, out, err);
    put_heard(parts, index, (const void *)out->blob.bytes.data);
    open_part(parts, index, out);
    return true;
}

bool take_part(const Parts *parts, uint32_t index, Arena scratch, Part *out, Error *err)
{
    char key[HASH_HEX];
    key_part(parts, index, scratch, key);
    if (!map_blob(root_of(parts), parts->kind, key, &out->blob))
        return encoding_failed(parts->encoding, "a passage has gone from the cache", err);
    open_part(parts, index, out);
    return true;
}
