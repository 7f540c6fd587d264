// A show: what a feed says of itself, from `show.ini` beside the episodes.
#ifndef LECTERN_NEWSROOM_SHOW_H
#define LECTERN_NEWSROOM_SHOW_H

#include "newsroom/episodes.h"

// Empty where the file does not say it, but for those marked (*), which are found
// otherwise. Lines of show.ini have the names of the fields.
typedef struct {
    Str title;       // (*) the publisher of most episodes
    Str description; // (*)
    Str link;        // (*) the folder's address
    Str language;    // (*) that of most episodes
    Str author;      // (*) the publisher
    Str owner_name, owner_email;
    Str category; // (*) News; "Society & Culture / Documentary"
    Str copyright, license, license_url;
    Str medium; // (*) newsletter
    Str guid;   // (*) made from the feed's address
    Str image;  // (*) file beside the episodes; cover.png is drawn
    bool is_explicit;
    bool unlocked;   // other hosts may import the feed
    bool is_private; // directories are asked not to list it
} Show;

// Reads FOLDER/show.ini, if there is one, and finds what it does not say. ERR_USAGE for
// an unknown key or a value that directories would refuse, with file and line.
NODISCARD bool read_show(const char *folder, Str address, const FinishedEpisodes *episodes,
                         Arena *arena, Show *out, Error *err);

// Whether the folder has a show.ini.
bool has_show(const char *folder, Arena scratch);

#endif
