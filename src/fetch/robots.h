// What a site lets programs read (RFC 9309).
#ifndef LECTERN_FETCH_ROBOTS_H
#define LECTERN_FETCH_ROBOTS_H

#include "base/str.h"

// Whether a robots.txt lets `agent`, a product name in small letters, read a path with its
// query. The rules of all groups that name the agent hold, else those for "*"; the longest
// pattern that fits decides, of two as long the one that allows. Linear in the file for
// a path of a given length.
bool robots_allow(Str robots, Str agent, Str path);

#endif
