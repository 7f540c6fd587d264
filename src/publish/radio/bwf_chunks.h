// The chunks of a Broadcast Wave file that stand before its samples: bext (EBU Tech 3285,
// version 2), cart (AES46), cue points with their names, iXML, the list of what it is.
#ifndef LECTERN_PUBLISH_RADIO_BWF_CHUNKS_H
#define LECTERN_PUBLISH_RADIO_BWF_CHUNKS_H

#include "publish/radio/broadcast.h"

typedef struct {
    const Broadcast *broadcast;
    int rate_hz, bits, channel_count;
    const Loudness *loudness; // as heard; NULL: not known yet
} BwfChunks;

// As long with any loudness as without.
Str bwf_chunks(const BwfChunks *in, Arena *arena);

#endif
