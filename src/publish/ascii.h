// Text in ASCII, as the chunks of Broadcast Wave and the systems of stations want it.
#ifndef LECTERN_PUBLISH_ASCII_H
#define LECTERN_PUBLISH_ASCII_H

#include "base/str.h"

// Accents are taken off, Cyrillic and Greek letters written in Latin ones, currencies by their
// codes, quotation marks and hyphens as plain ones; what has no such form is left out, and
// blanks that then stand side by side are one. Empty where nothing is left. Linear.
Str station_ascii(Str text, Arena *arena);

#endif
