// Who speaks and when, on the page.
#ifndef LECTERN_PUBLISH_PAGE_VOICES_H
#define LECTERN_PUBLISH_PAGE_VOICES_H

#include <stdio.h>

#include "publish/times.h"

enum { VOICE_COLOURS = 6 }; // classes k0 to k5 of the page's style; speakers take them in turn

// A list of the speakers with their voices and how long they speak, each with a line of the
// whole sound on which their parts are marked. What the line shows stands beside it in words.
void put_page_voices(FILE *out, const Times *times, Arena scratch);

#endif
