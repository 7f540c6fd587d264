// The script in two forms: as data, what `script --json` prints and script.json holds,
// and as text for people.
#ifndef LECTERN_PUBLISH_TEXT_SCRIPT_H
#define LECTERN_PUBLISH_TEXT_SCRIPT_H

#include <stdio.h>

#include "master/timeline.h"

// Seconds at which a line sounds.
typedef struct {
    double start_s, end_s;
} LineTime;

// One line of JSON. `times` (one for each of reading->lines) may be NULL.
void write_script_json(FILE *out, const Reading *reading, const LineTime *times);

// As write_script_json, with a member "explain": drops and doubts with their places.
void write_explained_json(FILE *out, const Reading *reading, Arena scratch);

// For people to read and edit (phrase/sheet.h): the cast, then every line with its
// speaker, what is spoken where
// that differs from what is written, and what is left out with its reason.
void write_script_text(FILE *out, const Reading *reading, Arena scratch);

#endif
