#include "fetch/address.h"

#include <netinet/in.h>
#include <sys/socket.h>

typedef struct {
    unsigned char bytes[16];
    int bits; // of the prefix
} Block;

// https://www.iana.org/assignments/iana-ipv4-special-registry
static const Block PRIVATE_4[] = {
    {{0}, 8},             // this network
    {{10}, 8},            // private
    {{100, 64}, 10},      // shared by a carrier's customers
    {{127}, 8},           // this machine
    {{169, 254}, 16},     // this link; the data of cloud machines
    {{172, 16}, 12},      // private
    {{192, 0, 0}, 24},    // protocols
    {{192, 0, 2}, 24},    // documentation
    {{192, 88, 99}, 24},  // relays of 6to4, given up
    {{192, 168}, 16},     // private
    {{198, 18}, 15},      // benchmarks
    {{198, 51, 100}, 24}, // documentation
    {{203, 0, 113}, 24},  // documentation
    {{224}, 4},           // multicast
    {{240}, 4},           // reserved; broadcast
};

// https://www.iana.org/assignments/iana-ipv6-special-registry, within 2000::/3
static const Block PRIVATE_6[] = {
    {{0x20, 0x01, 0x00, 0x00}, 23}, // protocols, of which Teredo is looked at before
    {{0x20, 0x01, 0x0D, 0xB8}, 32}, // documentation
    {{0x3F, 0xFF, 0x00}, 20},       // documentation
};

static const Block GLOBAL_6 = {{0x20}, 3};

// IPv6 that carries an IPv4 address, which is reached in the end.
typedef struct {
    Block block;
    int at;                // first byte of that address
    unsigned char flipped; // what its bytes are combined with
} Carrier;

static const Carrier CARRIERS[] = {
    {{{[10] = 0xFF, [11] = 0xFF}, 96}, 12, 0},  // ::ffff:0:0/96, mapped
    {{{0x00, 0x64, 0xFF, 0x9B}, 96}, 12, 0},    // 64:ff9b::/96, NAT64
    {{{0x20, 0x02}, 16}, 2, 0},                 // 2002::/16, 6to4
    {{{0x20, 0x01, 0x00, 0x00}, 32}, 12, 0xFF}, // 2001::/32, Teredo: the client
};

static const Block TEREDO = {{0x20, 0x01, 0x00, 0x00}, 32};
enum { TEREDO_SERVER = 4 };

static bool lies_in(const unsigned char *bytes, const Block *block)
{
    int whole = block->bits / 8, rest = block->bits % 8;
    unsigned mask = (0xFFu << (8 - rest)) & 0xFF;
    return memcmp(bytes, block->bytes, (size_t)whole) == 0 &&
           (rest == 0 || (bytes[whole] & mask) == (block->bytes[whole] & mask));
}

static bool in_any(const unsigned char *bytes, const Block *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lies_in(bytes, &blocks[i]))
            return true;
    return false;
}

static bool is_public_4(const unsigned char *bytes)
{
    return !in_any(bytes, PRIVATE_4, COUNT(PRIVATE_4));
}

static bool is_public_carried(const unsigned char *bytes, const Carrier *carrier)
{
    unsigned char carried[4];
    for (int i = 0; i < 4; i++)
        carried[i] = bytes[carrier->at + i] ^ carrier->flipped;
    return is_public_4(carried) && (!lies_in(bytes, &TEREDO) || is_public_4(bytes + TEREDO_SERVER));
}

static bool is_public_6(const unsigned char *bytes)
{
    for (size_t i = 0; i < COUNT(CARRIERS); i++)
        if (lies_in(bytes, &CARRIERS[i].block))
            return is_public_carried(bytes, &CARRIERS[i]);
    return lies_in(bytes, &GLOBAL_6) && !in_any(bytes, PRIVATE_6, COUNT(PRIVATE_6));
}

bool bytes_are_public(const unsigned char *bytes, size_t len)
{
    return len == 4 ? is_public_4(bytes) : len == 16 && is_public_6(bytes);
}

bool address_is_public(const struct sockaddr *address)
{
    unsigned char bytes[16];
    if (address->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, address, sizeof in);
        memcpy(bytes, &in.sin_addr, 4);
        return bytes_are_public(bytes, 4);
    }
    if (address->sa_family != AF_INET6)
        return false;
    struct sockaddr_in6 in;
    memcpy(&in, address, sizeof in);
    memcpy(bytes, &in.sin6_addr, sizeof bytes);
    return bytes_are_public(bytes, sizeof bytes);
}
