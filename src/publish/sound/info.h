// What is said about an episode in tags, pages and covers: one struct for all writers.
#ifndef LECTERN_PUBLISH_SOUND_INFO_H
#define LECTERN_PUBLISH_SOUND_INFO_H

#include "publish/episode.h"

enum { CHAPTERS_MAX = 255 }; // an ID3 table of contents counts them in one byte

typedef struct {
    Str title;        // as EpisodeInfo.title; never empty
    int64_t start_ms; // the first is at 0; they strictly rise
    uint32_t line;    // index in Reading.lines of the first line that is heard in it
} Chapter;

typedef struct {
    Str bytes;
    const char *mime; // "image/png" or "image/jpeg"
    const char *name; // of the file in the episode: "cover.png" or "cover.jpg"
} Cover;

// Texts are clean: valid UTF-8, single blanks, nothing that controls, no line ends,
// no blank at either end. Empty means unknown; those marked (*) never are.
typedef struct EpisodeInfo {
    Str title;  // (*) of the article, else its first words
    Str artist; // (*) byline, else publisher, else "lectern"
    Str album;  // (*) publisher, else "lectern"
    Str track;  // "2/7"; empty: of no album
    Str publisher;
    Str date;        // "2026-01-31", "2026-01" or "2026"
    Str year;        // "2026"
    Str copyright;   // (*) one line
    Str language;    // (*) BCP 47, "en"
    char iso_639[4]; // (*) the language in three letters, "eng"
    Str words;       // (*) BCP 47: what the program says of its own here is in
    Str url;         // of the article; http or https, ASCII, no blanks
    Str disclosure;  // that the voice is synthetic; empty where it is not wished
    Str source_type; // IPTC digital source type of the sound, a URL; empty with disclosure
    Str comment;     // (*) disclosure, source and voices in a few sentences
    int64_t length_ms;
    LIST(Chapter) chapters; // at least one, at most CHAPTERS_MAX
    Cover cover;            // bytes may be empty
} EpisodeInfo;

// Everything but chapters and cover, which cut_chapters and draw_cover add.
EpisodeInfo describe_episode(const Timeline *in, bool disclosure, Arena *arena);

// The same with the program's words in a language (BCP 47), where labels/ has it.
EpisodeInfo describe_in(Str words, const Timeline *in, bool disclosure, Arena *arena);

// Whether somebody is known to have written or published it, whom `artist` then names.
bool is_credited(const EpisodeInfo *info);

// A text of tags in lines of at most 250 bytes, cut at blanks: ffmpeg shows 255 of a line, and
// breaks a letter there.
Str tag_lines(Str text, Arena *arena);

#endif
