// Gives the files of the radio edition to a folder that a station watches. There each is
// whole or absent: it comes by a rename, sidecars before the sound that they are about.
#ifndef LECTERN_PUBLISH_RADIO_DELIVER_H
#define LECTERN_PUBLISH_RADIO_DELIVER_H

#include "publish/episode.h"

// Whether files can be put there; nothing is. ERR_OUTPUT.
NODISCARD bool check_delivery(const char *folder, Error *err);

enum { DELIVERED_MAX = 4 }; // files of an episode

// What a run has delivered: digests of names. `room` is DELIVERED_MAX for each of its articles.
typedef struct {
    uint64_t *names;
    size_t count, room;
} Delivered;

// Copies, flushes, renames. Files of the same names are replaced, but for those of other articles
// of this run: ERR_ARTICLE. Where one fails, none is left. What a killed run has left is removed.
// ERR_OUTPUT, ERR_INTERRUPTED.
NODISCARD bool deliver_episode(const Episode *episode, const char *folder, Delivered *delivered,
                               Arena scratch, Error *err);

#endif
