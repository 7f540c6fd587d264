// Finished episodes, as their folders tell of them.
#ifndef LECTERN_NEWSROOM_EPISODES_H
#define LECTERN_NEWSROOM_EPISODES_H

#include "base/error.h"

// A file of an episode.
typedef struct {
    Str name; // in the episode's folder
    uint64_t bytes;
    Str sha256;  // in hex
    Str reading; // what other reading is heard in it: "Fast reading"; empty: the episode's own
} FinishedFile;

typedef struct {
    double start_s;
    Str title;
} FinishedChapter;

typedef struct {
    double start_s, end_s;
    Str text;
} FinishedQuote;

typedef struct {
    Str slug;   // name of its folder
    Str input;  // what was narrated, as it was named
    Str title;  // never empty
    Str author; // empty: unknown
    Str publisher, date, language, url, text;
    Str summary; // the first paragraph
    double duration_s;
    int64_t made_ns; // since 1970, by the clock of the folder's file system
    LIST(FinishedFile) files;
    LIST(FinishedChapter) chapters;
    FinishedQuote quote; // the longest one that is heard; text empty: none
} FinishedEpisode;

typedef LIST(FinishedEpisode) FinishedEpisodes;
typedef LIST(Str) Complaints; // one line each

// All episodes in the folder that are whole: each file that a report lists is there with
// its size. What is not is left out, and a complaint tells why. In the order of their names.
// ERR_ARTICLE where the folder cannot be read.
NODISCARD bool list_episodes(const char *folder, Arena *arena, FinishedEpisodes *out,
                             Complaints *complaints, Error *err);

// Takes out of the list what was made anew under another name: of several episodes of one
// address, that made last stays. A complaint tells of each.
void drop_outdated(FinishedEpisodes *episodes, Arena *arena, Complaints *complaints);

// The first file with that suffix (".mp3") or, without a dot, that name, and of the episode's own
// reading; NULL: none.
const FinishedFile *episode_file(const FinishedEpisode *episode, const char *suffix);

#endif
