#include "base/checksum.h"

#define XXH_STATIC_LINKING_ONLY // the state's size
#include <xxhash.h>

Checksum checksum_joined(const Str *parts, size_t count)
{
    XXH3_state_t state;
    XXH3_128bits_reset(&state);
    for (size_t i = 0; i < count; i++)
        XXH3_128bits_update(&state, parts[i].data, parts[i].len);
    XXH128_hash_t sum = XXH3_128bits_digest(&state);
    return (Checksum){sum.low64, sum.high64};
}
