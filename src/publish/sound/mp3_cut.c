#include "publish/sound/mp3_cut.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/sound/mp3_info.h"

enum { ID3_HEADER = 10 };

static bool cannot_cut(const Mp3Cut *cut, const char *why, Error *err)
{
    return fail(err, ERR_OUTPUT, (Span){0}, "cannot cut %.90s: %s", cut->from, why);
}

static bool read_at(int fd, void *bytes, size_t len, int64_t at)
{
    for (size_t done = 0; done < len;) {
        ssize_t got = pread(fd, (char *)bytes + done, len - done, at + (int64_t)done);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        done += got > 0 ? (size_t)got : 0;
    }
    return true;
}

// Bytes of the tag in front; seven bits of each count.
static int64_t tag_size(int fd)
{
    unsigned char h[ID3_HEADER];
    if (!read_at(fd, h, sizeof h, 0) || memcmp(h, "ID3", 3) != 0)
        return 0;
    return ID3_HEADER + ((int64_t)h[6] << 21 | h[7] << 14 | h[8] << 7 | h[9]);
}

// Where the frames are in the file that they are taken from.
typedef struct {
    int fd;
    int64_t beg, end; // bytes
    unsigned char *room;
} Frames;

enum { ROOM_BYTES = 1 << 20 };

static size_t read_some(const Frames *frames, int64_t at)
{
    int64_t left = frames->end - at;
    size_t len = left < ROOM_BYTES ? (size_t)left : ROOM_BYTES;
    return read_at(frames->fd, frames->room, len, at) ? len : 0;
}

static bool hash_frames(const Frames *frames, const Mp3Crc *crc, uint16_t *out)
{
    *out = 0;
    for (int64_t at = frames->beg; at < frames->end;) {
        size_t len = read_some(frames, at);
        if (len == 0)
            return false;
        *out = mp3_crc_join(*out, mp3_crc(crc, frames->room, len), (int64_t)len);
        at += (int64_t)len;
    }
    return true;
}

static bool copy_frames(const Frames *frames, int to)
{
    for (int64_t at = frames->beg; at < frames->end;) {
        size_t len = read_some(frames, at);
        if (len == 0 || !write_all(to, frames->room, len))
            return false;
        at += (int64_t)len;
    }
    return true;
}

// The tag, the frame that says how long the sound is, the sound.
static bool write_cut(const Mp3Cut *cut, const Frames *frames, int to)
{
    Mp3Crc crc;
    make_mp3_crc(&crc);
    Mp3Info info = {.format = cut->format,
                    .frame_count = mp3_frames(cut->end_frame - cut->beg_frame),
                    .sample_count = cut->end_frame - cut->beg_frame,
                    .bytes = (uint64_t)(frames->end - frames->beg)};
    if (!hash_frames(frames, &crc, &info.music_crc))
        return false;
    unsigned char front[LAYER3_FRAME_BYTES_MAX] = {0};
    put_mp3_info(&info, &crc, front);
    return write_all(to, cut->id3_tag.data, cut->id3_tag.len) &&
           write_all(to, front, mp3_info_size(&cut->format)) && copy_frames(frames, to);
}

static Frames find_frames(const Mp3Cut *cut, int fd, Arena *arena)
{
    int64_t first = cut->beg_frame / LAYER3_FRAME;
    int64_t count = mp3_frames(cut->end_frame - cut->beg_frame);
    int64_t base = tag_size(fd) + (int64_t)mp3_info_size(&cut->format);
    return (Frames){fd, base + layer3_size(&cut->format, first),
                    base + layer3_size(&cut->format, first + count),
                    ROOM(arena, unsigned char, ROOM_BYTES)};
}

bool cut_mp3(const Mp3Cut *cut, Arena scratch, Error *err)
{
    int from = open(cut->from, O_RDONLY | O_CLOEXEC);
    if (from < 0)
        return cannot_cut(cut, strerror(errno), err);
    Frames frames = find_frames(cut, from, &scratch);
    int to = open(cut->to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    errno = to < 0 ? errno : 0;
    bool ok = to >= 0 && write_cut(cut, &frames, to);
    int why = errno;
    if (to >= 0 && close(to) != 0 && ok) {
        why = errno;
        ok = false;
    }
    close(from);
    return ok || cannot_cut(cut, why ? strerror(why) : "it is too short", err);
}
