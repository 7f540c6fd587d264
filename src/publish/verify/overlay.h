// What is read along in a book, whatever its format: texts, stretches of sound, and whether they
// belong together.
#ifndef LECTERN_PUBLISH_VERIFY_OVERLAY_H
#define LECTERN_PUBLISH_VERIFY_OVERLAY_H

#include "publish/verify/verify.h"
#include "read/tree.h"

typedef struct {
    Str id;              // of an element of the text
    Str sound;           // file name
    double beg_s, end_s; // NAN where it is not a time
} ReadAlong;

// The files of a book.
typedef struct {
    Str name; // in faults
    // Seconds that a sound lasts; NAN where it is not there or is no MP3.
    double (*seconds)(void *context, Str sound);
    void *context;
    Arena *arena;
    Faults *faults;
} OverlayBook;

typedef LIST(ReadAlong) ReadAlongs;

// All of the pars of a SMIL document of either version, and the name of the text that the first
// refers to.
ReadAlongs list_read_alongs(const Node *smil, Str *text, Arena *arena);

// Adds a fault where ids are not in `text` or in another order, something outside them would be
// seen, clips do not rise or run past their sound. Gives the seconds of all clips. Linear.
double check_read_alongs(const OverlayBook *book, Str smil, const ReadAlongs *items,
                         const Node *text);

// "0:01:02.5", "62.5s", "npt=62.5s"; NAN where it is none.
double overlay_seconds(Str clock);

// How long an MP3 says that it lasts, whose first bytes are given; NAN where it does not.
double mp3_seconds(Str head);

#endif
