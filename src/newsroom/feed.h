// A podcast feed of finished episodes: RSS 2.0 with the tags of Apple and of
// Podcasting 2.0, as PSP-1 wants it.
#ifndef LECTERN_NEWSROOM_FEED_H
#define LECTERN_NEWSROOM_FEED_H

#include "newsroom/show.h"

typedef struct {
    Str base;  // address of the folder; ends with "/"
    Str image; // name of the show's picture in the folder
    const Show *show;
    const FinishedEpisodes *episodes;
    Str old;     // the feed that stands there; empty: none
    int64_t now; // seconds since 1970, for what has no date of its own
    Str version; // of the program
} FeedJob;

// The feed as UTF-8. An episode keeps the identity and day that the old feed gave it, and the
// show its own, once it has stood at an https address. Where the sound has changed the item says
// so, and its files have other addresses, for players keep what they have by its address.
// ERR_ARTICLE where the old feed cannot be read.
NODISCARD bool make_feed(const FeedJob *job, Arena *arena, Str *out, Error *err);

// An outline of shows: what players import as subscriptions.
typedef struct {
    Str title, address; // of the feed
} ShowLink;
Str make_outline(const ShowLink *shows, size_t count, Arena *arena);

#endif
