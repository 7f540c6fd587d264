#include "speak/cache.h"

#include <string.h>

#include "base/store.h"

static const char KIND[] = "clips";

typedef struct {
    uint32_t state;
    uint32_t word_count;
    int64_t frame_count;
} Header; // then words, then samples

// The sizes that the header states are those of the file.
static bool is_whole(Str bytes)
{
    const Header *h = (const void *)bytes.data;
    if (bytes.len < sizeof *h || h->frame_count < 0 ||
        h->frame_count > (int64_t)CLIP_SECONDS_MAX * CLIP_RATE_HZ ||
        h->word_count > CLIP_CHARS_MAX * 2 || h->state > CLIP_CUT)
        return false;
    return bytes.len ==
           sizeof *h + h->word_count * sizeof(WordTime) + (size_t)h->frame_count * sizeof(int16_t);
}

static void take_clip(const Header *h, Clip *clip, Arena *arena)
{
    clip->state = (ClipState)h->state;
    clip->frame_count = h->frame_count;
    clip->words.count = clip->words.capacity = h->word_count;
    clip->words.items = ALLOC(arena, WordTime, h->word_count);
    if (h->word_count)
        memcpy(clip->words.items, h + 1, h->word_count * sizeof(WordTime));
}

bool find_clip(const char *cache, Clip *clip, Arena *arena)
{
    Blob blob;
    if (!find_blob(cache, KIND, clip->key, &blob))
        return false;
    const Header *h = (const void *)blob.bytes.data;
    bool good = is_whole(blob.bytes) && h->state != CLIP_LOST;
    if (good)
        take_clip(h, clip, arena);
    release_blob(&blob);
    return good;
}

bool store_clip(const char *cache, const Clip *clip, const int16_t *frames, Error *err)
{
    Header h = {.state = (uint32_t)clip->state,
                .word_count = clip->words.count,
                .frame_count = clip->frame_count};
    Str parts[] = {
        {(const char *)&h, sizeof h},
        {(const char *)clip->words.items, clip->words.count * sizeof(WordTime)},
        {(const char *)frames, (size_t)clip->frame_count * sizeof *frames},
    };
    return keep_blob(cache, KIND, clip->key, parts, COUNT(parts), err);
}

bool map_clip(const Clips *clips, const Clip *clip, Sound *out, Error *err)
{
    *out = (Sound){0};
    if (map_blob(clips->cache, KIND, clip->key, &out->blob)) {
        const Header *h = (const void *)out->blob.bytes.data;
        if (is_whole(out->blob.bytes) && h->frame_count == clip->frame_count) {
            out->frame_count = h->frame_count;
            out->frames =
                (const int16_t *)((const char *)(h + 1) + h->word_count * sizeof(WordTime));
            return true;
        }
        unmap_sound(out);
    }
    return fail(err, ERR_OUTPUT, (Span){0}, "a clip has gone from the cache %.60s", clips->cache);
}

void unmap_sound(Sound *sound)
{
    release_blob(&sound->blob);
    *sound = (Sound){0};
}
