#include "base/letters.h"

uint64_t hash_folded(Str s)
{
    uint64_t hash = 0;
    size_t i = 0;
    for (; i + 8 <= s.len; i += 8)
        hash = hash_eight(hash, load_eight(s.data + i) | EACH_BYTE(0x20));
    if (i < s.len) {
        uint64_t rest = 0;
        for (size_t k = 0; i + k < s.len; k++)
            rest |= (uint64_t)((unsigned char)s.data[i + k] | 0x20) << 8 * k;
        hash = hash_eight(hash, rest);
    }
    return hash;
}
