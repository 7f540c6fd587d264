// A passage is kept as its peak, the energies of its steps and its bytes.
#include "publish/parts.h"

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

static void key_part(const Parts *parts, uint32_t index, char key[HASH_HEX])
{
    char passage[HASH_HEX];
    key_passage(parts->encoding->timeline, index, parts->scratch, passage);
    hash_parts((Str[]){parts->format, str_from(passage)}, 2, key);
}

static const char *root_of(const Parts *parts)
{
    return parts->encoding->timeline->clips->cache;
}

static bool make_part(const Parts *parts, uint32_t index, const char *key, Error *err)
{
    Arena scratch = parts->scratch;
    uint32_t count = count_steps(parts, index);
    float *numbers = ALLOC(&scratch, float, count + 1);
    HeardPart heard = {count, numbers + 1, numbers};
    Str bytes;
    if (!parts->make(parts->context, index, &scratch, &heard, &bytes, err))
        return false;
    Str pieces[] = {{(const char *)numbers, (count + 1) * sizeof *numbers}, bytes};
    return keep_blob(root_of(parts), parts->kind, key, pieces, COUNT(pieces), err);
}

static void open_part(const Parts *parts, uint32_t index, Part *part)
{
    size_t numbers = (count_steps(parts, index) + 1) * sizeof(float);
    part->bytes = str_slice(part->blob.bytes, numbers, part->blob.bytes.len);
}

static bool has_gone(const Parts *parts, Error *err)
{
    return encoding_failed(parts->encoding, "a passage has gone from the cache", err);
}

static void put_heard(const Parts *parts, uint32_t index, const Part *part)
{
    const Heard *heard = parts->encoding->heard;
    if (!heard)
        return;
    const float *numbers = (const void *)part->blob.bytes.data;
    int64_t first = passage_of(parts, index)->start_frame / HIGH_STEP_FRAMES;
    memcpy(heard->energy + first, numbers + 1, count_steps(parts, index) * sizeof *numbers);
    heard->peak[index] = *numbers;
}

bool have_part(const Parts *parts, uint32_t index, Part *out, Error *err)
{
    char key[HASH_HEX];
    key_part(parts, index, key);
    bool found = find_blob(root_of(parts), parts->kind, key, &out->blob);
    if (!found && !make_part(parts, index, key, err))
        return false;
    if (!found && !map_blob(root_of(parts), parts->kind, key, &out->blob))
        return has_gone(parts, err);
    open_part(parts, index, out);
    put_heard(parts, index, out);
    return true;
}

bool take_part(const Parts *parts, uint32_t index, Part *out, Error *err)
{
    char key[HASH_HEX];
    key_part(parts, index, key);
    if (!map_blob(root_of(parts), parts->kind, key, &out->blob))
        return has_gone(parts, err);
    open_part(parts, index, out);
    return true;
}
