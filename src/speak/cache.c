#define _DEFAULT_SOURCE
#include "speak/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"

static const char MAGIC[8] = "lectclp1";

typedef struct {
    char magic[8];
    uint32_t state;
    uint32_t word_count;
    int64_t frame_count;
    unsigned char digest[32]; // of all that follows the header
} Header;

enum { PATH_MAX_HERE = 4096 };

static bool clip_path(const char *cache, const char *key, char path[PATH_MAX_HERE])
{
    int n = snprintf(path, PATH_MAX_HERE, "%s/clips/%.2s/%s", cache, key, key + 2);
    return n > 0 && n < PATH_MAX_HERE;
}

static bool map_file(const char *path, void **base, size_t *size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct stat st;
    bool ok = fstat(fd, &st) == 0 && st.st_size >= (off_t)sizeof(Header);
    *size = ok ? (size_t)st.st_size : 0;
    *base = ok ? mmap(NULL, *size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    close(fd);
    return *base != MAP_FAILED;
}

// The sizes that the header states are those of the file.
static bool is_whole(const Header *h, size_t size)
{
    if (memcmp(h->magic, MAGIC, sizeof MAGIC) != 0 || h->frame_count < 0 ||
        h->frame_count > (int64_t)CLIP_SECONDS_MAX * CLIP_RATE_HZ ||
        h->word_count > CLIP_CHARS_MAX * 2 || h->state > CLIP_LOST)
        return false;
    return size ==
           sizeof *h + h->word_count * sizeof(WordTime) + (size_t)h->frame_count * sizeof(int16_t);
}

bool find_clip(const char *cache, Clip *clip, Arena *arena)
{
    char path[PATH_MAX_HERE];
    void *base;
    size_t size;
    if (!clip_path(cache, clip->key, path) || !map_file(path, &base, &size))
        return false;
    const Header *h = base;
    bool good = is_whole(h, size) && h->state != CLIP_LOST;
    if (good) {
        unsigned char digest[32];
        hash_pair((Str){(const char *)(h + 1), size - sizeof *h}, (Str){0}, digest);
        good = memcmp(digest, h->digest, sizeof digest) == 0;
    }
    if (good) {
        clip->state = (ClipState)h->state;
        clip->frame_count = h->frame_count;
        clip->words.count = clip->words.capacity = h->word_count;
        clip->words.items = ALLOC(arena, WordTime, h->word_count);
        if (h->word_count)
            memcpy(clip->words.items, h + 1, h->word_count * sizeof(WordTime));
    }
    munmap(base, size);
    return good;
}

static bool write_parts(const char *path, const Header *h, Str words, Str sound)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0)
        return false;
    bool ok = write_all(fd, h, sizeof *h) && write_all(fd, words.data, words.len) &&
              write_all(fd, sound.data, sound.len);
    return close(fd) == 0 && ok;
}

bool store_clip(const char *cache, const Clip *clip, const int16_t *frames, Error *err)
{
    char path[PATH_MAX_HERE], part[PATH_MAX_HERE];
    Str words = {(const char *)clip->words.items, clip->words.count * sizeof(WordTime)};
    Str sound = {(const char *)frames, (size_t)clip->frame_count * sizeof *frames};
    Header h = {.state = (uint32_t)clip->state,
                .word_count = clip->words.count,
                .frame_count = clip->frame_count};
    memcpy(h.magic, MAGIC, sizeof MAGIC);
    hash_pair(words, sound, h.digest);
    int n = snprintf(part, sizeof part, "%s/clips/%.2s/.%ld-%s", cache, clip->key, (long)getpid(),
                     clip->key + 2);
    if (!clip_path(cache, clip->key, path) || n >= PATH_MAX_HERE)
        return fail(err, ERR_OUTPUT, (Span){0}, "cache folder name too long");
    if (!write_parts(part, &h, words, sound)) {
        char folder[PATH_MAX_HERE];
        snprintf(folder, sizeof folder, "%s/clips/%.2s", cache, clip->key);
        if (!make_folders(folder, err))
            return false;
        if (!write_parts(part, &h, words, sound)) {
            unlink(part);
            return fail(err, ERR_OUTPUT, (Span){0}, "cannot write to the cache %.60s: %s", cache,
                        strerror(errno));
        }
    }
    if (rename(part, path) == 0)
        return true;
    unlink(part);
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot write to the cache %.60s: %s", cache,
                strerror(errno));
}

bool map_clip(const Clips *clips, const Clip *clip, Sound *out, Error *err)
{
    char path[PATH_MAX_HERE];
    *out = (Sound){0};
    if (clip_path(clips->cache, clip->key, path) && map_file(path, &out->base, &out->size)) {
        const Header *h = out->base;
        if (is_whole(h, out->size) && h->frame_count == clip->frame_count) {
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
    if (sound->base)
        munmap(sound->base, sound->size);
    *sound = (Sound){0};
}
