#include "base/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <unistd.h>

static void finish_hex(struct sha256_ctx *sha, char hex[HASH_HEX])
{
    unsigned char digest[SHA256_DIGEST_SIZE];
    sha256_digest(sha, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    hex[HASH_HEX - 1] = '\0';
}

void hash_parts(const Str *parts, size_t count, char hex[HASH_HEX])
{
    struct sha256_ctx sha;
    sha256_init(&sha);
    for (size_t i = 0; i < count; i++) {
        uint8_t len[8];
        for (int k = 0; k < 8; k++)
            len[k] = (uint8_t)((uint64_t)parts[i].len >> (8 * k));
        sha256_update(&sha, sizeof len, len);
        sha256_update(&sha, parts[i].len, (const uint8_t *)parts[i].data);
    }
    finish_hex(&sha, hex);
}

void hash_bytes(Str bytes, char hex[HASH_HEX])
{
    struct sha256_ctx sha;
    sha256_init(&sha);
    sha256_update(&sha, bytes.len, (const uint8_t *)bytes.data);
    finish_hex(&sha, hex);
}

void hash_joined(const Str *parts, size_t count, unsigned char digest[32])
{
    struct sha256_ctx sha;
    sha256_init(&sha);
    for (size_t i = 0; i < count; i++)
        sha256_update(&sha, parts[i].len, (const uint8_t *)parts[i].data);
    sha256_digest(&sha, SHA256_DIGEST_SIZE, digest);
}

void uuid_of_name(const unsigned char space[16], Str name, char out[UUID_SIZE])
{
    struct sha1_ctx sha;
    uint8_t d[SHA1_DIGEST_SIZE];
    sha1_init(&sha);
    sha1_update(&sha, 16, space);
    sha1_update(&sha, name.len, (const uint8_t *)name.data);
    sha1_digest(&sha, sizeof d, d);
    d[6] = (uint8_t)((d[6] & 0x0F) | 0x50);
    d[8] = (uint8_t)((d[8] & 0x3F) | 0x80);
    snprintf(out, UUID_SIZE, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
             d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12], d[13],
             d[14], d[15]);
}

bool hash_file(const char *path, char hex[HASH_HEX], uint64_t *size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct sha256_ctx sha;
    sha256_init(&sha);
    *size = 0;
    ssize_t n;
    uint8_t block[1 << 16];
    while ((n = read(fd, block, sizeof block)) > 0 || (n < 0 && errno == EINTR)) {
        if (n < 0)
            continue;
        sha256_update(&sha, (size_t)n, block);
        *size += (uint64_t)n;
    }
    close(fd);
    finish_hex(&sha, hex);
    return n == 0;
}

_Static_assert(sizeof(struct md5_ctx) <= sizeof(Md5), "room for the library's state");

void start_md5(Md5 *md5)
{
    md5_init((struct md5_ctx *)md5);
}

void add_md5(Md5 *md5, const void *bytes, size_t len)
{
    md5_update((struct md5_ctx *)md5, len, bytes);
}

void finish_md5(Md5 *md5, unsigned char digest[MD5_BYTES])
{
    md5_digest((struct md5_ctx *)md5, MD5_BYTES, digest);
}
