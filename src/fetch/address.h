// Which addresses of the network are the public's.
#ifndef LECTERN_FETCH_ADDRESS_H
#define LECTERN_FETCH_ADDRESS_H

#include "base/str.h"

struct sockaddr;

// Whether an address of 4 or 16 bytes, first byte first, may belong to a server that
// anybody can reach (IANA's registries of special-purpose addresses). What carries another
// address within it is what that one is. Any other length is refused.
bool bytes_are_public(const unsigned char *bytes, size_t len);

// The same of an address to connect to; families other than IPv4 and IPv6 are refused.
bool address_is_public(const struct sockaddr *address);

#endif
