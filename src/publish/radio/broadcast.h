// What a station is told of an episode: one struct for its chunks, its sidecar and the
// names of its files.
#ifndef LECTERN_PUBLISH_RADIO_BROADCAST_H
#define LECTERN_PUBLISH_RADIO_BROADCAST_H

#include "publish/edition.h"

// Frames of the timeline. The margins around the words are a quarter of a second.
typedef struct {
    int64_t audible_start, audible_end;
    int64_t intro_start, intro_end; // before the first word: the opening jingle, or the margin
    int64_t segue_start, segue_end; // behind the last word: the closing jingle, or the margin
} Marks;

// Texts are ASCII and at most PLACE_MAX bytes, but for `about`; empty where nothing is known,
// which those marked (*) never are.
typedef struct {
    const EpisodeInfo *info;
    const char *version; // of the program; may be NULL
    Str engine;
    Str title;      // (*)
    Str artist;     // (*)
    Str originator; // (*)
    Str reference;  // (*) EBU R 99: 32 characters, the same for the same article
    Str cut_id;     // (*) as the station asks for it, else the slug
    Str client_id, category, classification, user_text;
    Str outcue;                 // (*) the last words
    Str date, time;             // (*) when it was made: "2026-01-31", "00:00:00"
    Str start_date, start_time; // (*) from when it may be aired
    Str end_date, end_time;     // (*) and until when
    Str about;                  // (*) title, author, statement, source, rights; one line
    Str date_of_article, slug;  // the first may be empty
    bool limited;               // somebody said when it may be aired
    Marks marks;
    int64_t frame_count;
} Broadcast;

enum { PLACE_MAX = 63 }; // a place of the cart has 64 bytes, of which the last stays zero

Broadcast describe_broadcast(const Making *m, const Timeline *timeline, Arena *arena);

#endif
