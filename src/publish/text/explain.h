// Why a script is as it is: what was left out and where, and what was doubtful.
#ifndef LECTERN_PUBLISH_TEXT_EXPLAIN_H
#define LECTERN_PUBLISH_TEXT_EXPLAIN_H

#include <stdio.h>

#include "base/json.h"
#include "phrase/reading.h"

// For people, in the order of the text: a line for each drop and each doubt, with
// the line and column of the input. `named`: the input is named first.
void write_explanation(FILE *out, const Reading *reading, bool named, Arena scratch);

// The same as the members "format", "layout", "detail", "drops" and "doubts" of an object.
void put_explanation(Json *json, const Reading *reading, Arena scratch);

#endif
