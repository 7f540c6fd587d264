// The letters of covers: strokes of one width with round ends, so that they look the same on
// every machine. Latin, Cyrillic and Greek.
#ifndef LECTERN_PUBLISH_COVER_FONT_H
#define LECTERN_PUBLISH_COVER_FONT_H

#include <stdbool.h>
#include <stdint.h>

// In units of the font, y up from the line that letters stand on.
enum { FONT_X_HEIGHT = 20, FONT_CAP_HEIGHT = 28, FONT_ASCENT = 38, FONT_DESCENT = 11 };

typedef struct {
    double x, y;
} FontPoint;

typedef void FontStroke(void *context, FontPoint from, FontPoint to);

// Where the next letter stands, from where this one does; 0 for marks that stand on another.
// -1: there is no such letter.
double font_advance(uint32_t code);

typedef struct {
    uint32_t code;
    uint32_t base;  // of a mark: the letter that it belongs to
    bool is_marked; // of a letter: a mark follows
} FontLetter;

// Gives the strokes of a letter that stands at `at`, or of a mark whose letter does.
void font_strokes(FontLetter letter, FontPoint at, FontStroke *stroke, void *context);

#endif
