// Lines that news agencies and press offices send with a report. Every function looks at
// one line; reasons are static.
#ifndef LECTERN_READ_TEXT_WIRE_LINES_H
#define LECTERN_READ_TEXT_WIRE_LINES_H

#include "base/str.h"

// "BC-ME--Ferry Returns,1st Ld-Writethru,0412": names a report for editors.
bool is_wire_slug(Str line);

// "^Ferry returns to harbour<": the words between the marks, or empty.
Str wire_headline(Str line);

// "Eds: UPDATES with quote from mayor.", "AP-WF-11-23-26 0912EST". NULL: it is none.
const char *wire_line_reason(Str line);

// "CONTACT:", "Media contacts:": who is to be asked stands below.
bool is_contact_label(Str line);

#endif
