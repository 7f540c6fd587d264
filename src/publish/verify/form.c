// A report that was made anew for damaged files has the right digests. What is looked at here
// no report can put right.
#include "publish/verify/form.h"

#include <stdio.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/soundfile.h"
#include "base/utf8.h"
#include "master/timeline.h"
#include "publish/sound/mp3_info.h"
#include "read/xml.h"

enum { FILE_MAX = 1 << 30, BLOCK_FRAMES = 4096 };

typedef struct {
    const char *path;
    Str name, bytes; // of sound that is not compressed: none
    Arena scratch;
} Form;

static unsigned byte_at(Str s, size_t at)
{
    return at < s.len ? (unsigned char)s.data[at] : 0;
}

static uint32_t big_endian(Str s, size_t at, int bytes)
{
    uint32_t value = 0;
    for (int i = 0; i < bytes; i++)
        value = value << 8 | byte_at(s, at + (size_t)i);
    return value;
}

static Str rest_of(Str s, size_t at)
{
    return str_slice(s, at, s.len);
}

// --- MP3 ---

// The size of the ID3v2.3 tag in front; frames fill it. SIZE_MAX: it is damaged.
static size_t tag_size(Str bytes)
{
    enum { HEAD = 10 };
    if (!str_starts(bytes, STR("ID3")))
        return 0;
    size_t end = HEAD, at = HEAD;
    for (int i = 0; i < 4; i++)
        end += (size_t)(byte_at(bytes, 6 + (size_t)i) & 127) << (21 - 7 * i);
    while (at + HEAD <= end && end <= bytes.len)
        at += HEAD + big_endian(bytes, at + 4, 4);
    return at == end ? end : SIZE_MAX;
}

// Its first frame has a checksum of itself and of all others (mp3_info.c).
static const char *check_mp3(Form *form)
{
    enum { FRAMES = 4 + 17, STEREO = 32 - 17, LAME = 120, BYTES = 28, MUSIC = 32, TAG = 34 };
    size_t beg = tag_size(form->bytes);
    if (beg == SIZE_MAX)
        return "its ID3 tag is damaged";
    Str sound = rest_of(form->bytes, beg);
    size_t info = FRAMES + (byte_at(sound, 3) >> 6 == 3 ? 0 : STEREO), lame = info + LAME;
    size_t size = 144 * (size_t)big_endian(sound, lame + 20, 1) * 1000 / MASTER_RATE_HZ;
    if (!str_starts(rest_of(sound, info), STR("Info")) || size > sound.len || size < lame + TAG)
        return "its first frame is not that of an episode";
    Mp3Crc crc;
    make_mp3_crc(&crc);
    const unsigned char *p = (const unsigned char *)sound.data;
    if (mp3_crc(&crc, p, lame + TAG) != big_endian(sound, lame + TAG, 2))
        return "its first frame is damaged";
    if (big_endian(sound, lame + BYTES, 4) != sound.len)
        return "it is longer or shorter than it says";
    if (mp3_crc(&crc, p + size, sound.len - size) != big_endian(sound, lame + MUSIC, 2))
        return "its sound is damaged";
    return NULL;
}

// --- MP2 ---

static const char *check_mp2(Form *form)
{
    enum { FRAME = 835 }; // mp2.c
    Str s = form->bytes;
    if (s.len == 0 || s.len % FRAME)
        return "it is no whole number of frames";
    for (size_t at = 0; at < s.len; at += FRAME)
        if (big_endian(s, at, 3) != 0xFFFDC0 || byte_at(s, at + 3) >> 6)
            return "a frame does not begin where it should";
    return NULL;
}

// --- WAV ---

static uint64_t little_endian(const unsigned char *p, int bytes)
{
    uint64_t value = 0;
    while (bytes-- > 0)
        value = value << 8 | p[bytes];
    return value;
}

typedef struct {
    FILE *file;
    uint64_t at, size, large; // of the file; `large` is that of the samples in RF64
    bool has_sound;
    int channel_count;
    uint64_t bext; // where its content begins, or 0
} Riff;

static bool next_chunk(Riff *riff)
{
    unsigned char head[8 + 16] = {0};
    if (riff->at + 8 > riff->size || fseeko(riff->file, (off_t)riff->at, SEEK_SET) != 0)
        return false;
    if (fread(head, 1, sizeof head, riff->file) < 8)
        return false;
    uint64_t size = little_endian(head + 4, 4);
    bool sound = memcmp(head, "data", 4) == 0;
    if (memcmp(head, "ds64", 4) == 0)
        riff->large = little_endian(head + 16, 8);
    if (memcmp(head, "bext", 4) == 0)
        riff->bext = riff->at + 8;
    if (memcmp(head, "fmt ", 4) == 0)
        riff->channel_count = (int)little_endian(head + 8 + 2, 2);
    riff->has_sound = riff->has_sound || sound;
    size = sound && riff->large ? riff->large : size;
    riff->at += 8 + size + size % 2;
    return true;
}

static const char *check_chunks(Riff *riff)
{
    enum { HEAD = 12 };
    unsigned char head[HEAD] = {0};
    if (fread(head, 1, HEAD, riff->file) != HEAD || fseeko(riff->file, 0, SEEK_END) != 0)
        return "it is no WAV file";
    riff->size = (uint64_t)ftello(riff->file);
    riff->at = HEAD;
    bool plain = memcmp(head, "RIFF", 4) == 0;
    if ((!plain && memcmp(head, "RF64", 4) != 0) || memcmp(head + 8, "WAVE", 4) != 0)
        return "it is no WAV file";
    if (plain && little_endian(head + 4, 4) + 8 != riff->size)
        return "it is longer or shorter than it says";
    while (next_chunk(riff)) {
    }
    if (riff->at != riff->size || !riff->channel_count || !riff->has_sound)
        return "its chunks do not add up";
    return NULL;
}

static const char *check_wav(Form *form)
{
    Riff riff = {.file = fopen(form->path, "re")};
    if (!riff.file)
        return "it cannot be read";
    const char *why = check_chunks(&riff);
    fclose(riff.file);
    return why;
}

bool read_bext_lufs(const char *path, double *out)
{
    enum { VALUE_AT = 412, UNKNOWN = 0x7FFF };
    static const double ONE_CHANNEL_LU = 3.0103; // a station's meter reads one channel as one
    unsigned char value[2];
    Riff riff = {.file = fopen(path, "re")};
    bool known = riff.file && !check_chunks(&riff) && riff.bext &&
                 fseeko(riff.file, (off_t)riff.bext + VALUE_AT, SEEK_SET) == 0 &&
                 fread(value, 1, sizeof value, riff.file) == sizeof value &&
                 little_endian(value, 2) != UNKNOWN;
    if (known)
        *out = (int16_t)little_endian(value, 2) / 100.0 +
               (riff.channel_count == 1 ? ONE_CHANNEL_LU : 0);
    if (riff.file)
        fclose(riff.file);
    return known;
}

// --- FLAC ---

static bool hash_samples(const Form *form, unsigned char digest[MD5_BYTES])
{
    Arena scratch = form->scratch;
    Error err = {0};
    SoundFile file;
    Md5 md5;
    if (!open_sound(form->path, &file, &err))
        return false;
    int64_t block = (int64_t)BLOCK_FRAMES * file.channel_count, n;
    float *sound = ROOM(&scratch, float, (size_t)block);
    int16_t *samples = ROOM(&scratch, int16_t, (size_t)block);
    start_md5(&md5);
    while ((n = read_sound(&file, sound, BLOCK_FRAMES)) > 0) {
        Arena room = scratch;
        round_samples(sound, n * file.channel_count, samples);
        Str bytes = pcm_bytes(samples, n * file.channel_count, 1, &room);
        add_md5(&md5, bytes.data, bytes.len);
    }
    close_sound(&file);
    finish_md5(&md5, digest);
    return true;
}

// Blocks of metadata lead to a frame; the first of them has the digest of all samples.
static const char *check_flac(Form *form)
{
    enum { HEAD = 4, BLOCK = 4, DIGEST = 18, LAST = 0x80, SYNC = 0x3FFE };
    Str s = form->bytes;
    size_t at = HEAD;
    bool last = !str_starts(s, STR("fLaC"));
    while (!last && at < s.len) {
        last = byte_at(s, at) & LAST;
        at += BLOCK + big_endian(s, at + 1, 3);
    }
    if (!last || big_endian(s, at, 2) >> 2 != SYNC)
        return "its metadata do not add up";
    unsigned char digest[MD5_BYTES];
    if (!hash_samples(form, digest) ||
        memcmp(digest, s.data + HEAD + BLOCK + DIGEST, MD5_BYTES) != 0)
        return "its sound is damaged";
    return NULL;
}

// --- M4B ---

static const char *check_m4b(Form *form)
{
    static const char *const WANTED[] = {"ftyp", "moov", "mdat"};
    Str s = form->bytes;
    size_t at = 0, found = 0;
    for (uint64_t size; at + 8 <= s.len; at += size) {
        size = big_endian(s, at, 4);
        if (size == 1) // it is large, and stands behind
            size = (uint64_t)big_endian(s, at + 8, 4) << 32 | big_endian(s, at + 12, 4);
        Str kind = str_slice(s, at + 4, at + 8);
        if (size < 8 || size > s.len - at)
            break;
        if (found < COUNT(WANTED) && str_equal(kind, str_from(WANTED[found])))
            found++;
    }
    return at == s.len && found == COUNT(WANTED) ? NULL : "its boxes do not add up";
}

// --- Pictures ---

static uint32_t png_crc(Str s)
{
    uint32_t crc = 0xFFFFFFFF;
    for (size_t i = 0; i < s.len; i++) {
        crc ^= byte_at(s, i);
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

static const char *check_png(Form *form)
{
    enum { AROUND = 12 }; // size, name and checksum of a chunk
    Str s = form->bytes;
    size_t at = 8;
    bool ended = false;
    if (!str_starts(s, STR("\x89PNG\r\n\x1A\n")))
        return "it is no PNG file";
    while (!ended && at + AROUND <= s.len) {
        size_t size = big_endian(s, at, 4);
        if (size > s.len - at - AROUND ||
            png_crc(str_slice(s, at + 4, at + 8 + size)) != big_endian(s, at + 8 + size, 4))
            return "it is damaged";
        ended = str_equal(str_slice(s, at + 4, at + 8), STR("IEND"));
        at += AROUND + size;
    }
    return ended ? NULL : "it is not whole"; // what others have put behind the end does no harm
}

static const char *check_jpeg(Form *form)
{
    return str_starts(form->bytes, STR("\xFF\xD8\xFF")) ? NULL : "it is no JPEG file";
}

// --- Texts ---

static const char *check_html(Form *form)
{
    Str s = str_trim(form->bytes);
    bool whole = (str_starts(s, STR("<!DOCTYPE html")) || str_starts(s, STR("<?xml"))) &&
                 str_ends(s, STR("</html>"));
    return whole && utf8_check(s) == s.len ? NULL : "it is no whole page";
}

static const char *check_xml(Form *form)
{
    Error err = {0};
    Node *root;
    return parse_xml(form->bytes, &form->scratch, &root, &err) ? NULL : "it is not well-formed";
}

static const char *check_vtt(Form *form)
{
    bool whole = str_starts(form->bytes, STR("WEBVTT\n")) && str_ends(form->bytes, STR("\n"));
    return whole && utf8_check(form->bytes) == form->bytes.len ? NULL : "it is no whole transcript";
}

static const char *check_text(Form *form)
{
    return utf8_check(form->bytes) == form->bytes.len && str_ends(form->bytes, STR("\n"))
               ? NULL
               : "it is no whole text";
}

// The first that fits. Books have their own checks (verify_book.h).
static const struct {
    const char *suffix;
    const char *(*check)(Form *form); // gives what is wrong, or NULL
    bool unread;                      // it reads the file itself
} FORMS[] = {
    {".mp3", check_mp3, false},        {".mp2", check_mp2, false},   {".wav", check_wav, true},
    {".flac", check_flac, false},      {".m4b", check_m4b, false},   {".png", check_png, false},
    {".jpg", check_jpeg, false},       {".html", check_html, false}, {".xml", check_xml, false},
    {"master.smil", check_xml, false}, {".vtt", check_vtt, false},   {".srt", check_text, false},
    {".txt", check_text, false},
};

bool verify_form(const char *path, Str name, Arena *arena, Faults *out)
{
    Form form = {.path = path, .name = name, .scratch = *arena};
    Error err = {0};
    const char *why = NULL;
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        if (!str_ends(name, str_from(FORMS[i].suffix)))
            continue;
        if (!FORMS[i].unread && !read_file(path, FILE_MAX, &form.scratch, &form.bytes, &err))
            why = "it cannot be read";
        else
            why = FORMS[i].check(&form);
        break;
    }
    if (why)
        add_fault(out, arena, "%.*s: %s", STR_ARG(str_slice(name, 0, 100)), why);
    return !why;
}
