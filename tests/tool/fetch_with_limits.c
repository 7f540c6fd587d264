// fetch_with_limits URL BYTES TOTAL_MS SLOW_S: fetches with limits that a test need not wait
// for. Of the addresses that are not the public's, 127.0.0.1 alone may be connected to.
// Prints how many bytes came and from where, or what was wrong.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

#include "fetch/address.h"
#include "fetch/fetch.h"

static bool is_first(const struct sockaddr *address)
{
    struct sockaddr_in in;
    memcpy(&in, address, sizeof in);
    return address_is_public(address) ||
           (address->sa_family == AF_INET && ntohl(in.sin_addr.s_addr) == INADDR_LOOPBACK);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: fetch_with_limits URL BYTES TOTAL_MS SLOW_S\n", stderr);
        return 2;
    }
    Arena arena = new_arena((size_t)1 << 30);
    FetchOptions options = {.limits = FETCH_LIMITS, .version = "0", .may_connect = is_first};
    options.limits.bytes_max = strtoul(argv[2], NULL, 10);
    options.limits.total_ms = atoi(argv[3]);
    options.limits.slow_s = atoi(argv[4]);
    Fetched page;
    Error err = {0};
    if (!fetch_address(&options, str_from(argv[1]), &arena, &page, &err)) {
        puts(err.message);
        return (int)err.kind;
    }
    printf("%zu bytes from %.*s\n", page.bytes.len, STR_ARG(page.address));
    return 0;
}
