#include "publish/mp3_cut.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/mp3_info.h"

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

// The tag, the frame that says how long the sound is, and room for the sound.
static Buf begin_file(const Mp3Cut *cut, size_t sound, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, cut->id3_tag.len + mp3_info_size(&cut->format) + sound);
    buf_add(&b, cut->id3_tag);
    return b;
}

static void add_sound(const Mp3Cut *cut, Buf *b, const unsigned char *frames, size_t len)
{
    Mp3Crc crc;
    make_mp3_crc(&crc);
    Mp3Info info = {.format = cut->format,
                    .frame_count = mp3_frames(cut->end_frame - cut->beg_frame),
                    .sample_count = cut->end_frame - cut->beg_frame,
                    .bytes = len,
                    .music_crc = mp3_crc(&crc, frames, len)};
    unsigned char front[LAYER3_FRAME_BYTES_MAX] = {0};
    put_mp3_info(&info, &crc, front);
    buf_add(b, (Str){(const char *)front, mp3_info_size(&cut->format)});
    buf_add(b, (Str){(const char *)frames, len});
}

bool cut_mp3(const Mp3Cut *cut, Arena scratch, Error *err)
{
    int64_t first = cut->beg_frame / LAYER3_FRAME;
    int64_t count = mp3_frames(cut->end_frame - cut->beg_frame);
    int64_t beg = layer3_size(&cut->format, first);
    size_t len = (size_t)(layer3_size(&cut->format, first + count) - beg);
    unsigned char *frames = ROOM(&scratch, unsigned char, len);
    int fd = open(cut->from, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return cannot_cut(cut, strerror(errno), err);
    bool ok = read_at(fd, frames, len, tag_size(fd) + (int64_t)mp3_info_size(&cut->format) + beg);
    close(fd);
    if (!ok)
        return cannot_cut(cut, "it is too short", err);
    Buf b = begin_file(cut, len, &scratch);
    add_sound(cut, &b, frames, len);
    return write_file(cut->to, buf_str(&b), err);
}
