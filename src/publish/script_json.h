// The script as data: what `script --json` prints and script.json holds.
#ifndef LECTERN_PUBLISH_SCRIPT_JSON_H
#define LECTERN_PUBLISH_SCRIPT_JSON_H

#include <stdio.h>

#include "master/timeline.h"

// Seconds at which a line sounds.
typedef struct {
    double start_s, end_s;
} LineTime;

// One line of JSON. `times` (one for each of reading->lines) may be NULL.
void write_script_json(FILE *out, const Reading *reading, const LineTime *times);

#endif
