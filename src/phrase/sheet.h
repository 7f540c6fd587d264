// A sheet is a script that people edit; `lectern script` prints it.
//
//   # comment
//   [cast]
//   Narrator = narrator-a, narrator
//   Maren Oldcastle = clover, person, female
//
//   [script]
//   Narrator: The tide clock of 1911
//       = The tide clock of nineteen eleven.
//
//   Maren Oldcastle: “We did not come here to be thanked,”
//       pause 900 ms
//   Ines Duarte: “O mar não espera por ninguém, e nós também não.”
//       language pt
//   - (note mark) [1]
//
//   [article clock.txt]
//   the article as it was read, to the end of the file
//
// What differs from what a reading of that article gives is an edit.
#ifndef LECTERN_PHRASE_SHEET_H
#define LECTERN_PHRASE_SHEET_H

#include "phrase/reading.h"

enum { SHEET_MAX = 4 * SOURCE_MAX, SHEET_PAUSE_MAX_MS = 10000, NO_PAUSE = -1 };

typedef struct {
    Str name, voice;
    SpeakerKind kind;
    Gender gender;
    Span at; // bytes of the sheet
} SheetSpeaker;

typedef struct {
    bool drop;        // "- (reason) text", "- NAME: text": not spoken
    bool given;       // the former: it was not spoken before either
    uint32_t speaker; // index in Sheet.cast; of a drop: 0
    UtteranceKind kind;
    Str text;      // the article's words, flat
    Str spoken;    // how they are said; empty: as the rules have it
    Str language;  // that it is spoken in; empty: as the rules have it
    int pause_ms;  // silence behind it; NO_PAUSE: as the rules have it
    uint32_t line; // of the sheet, from 1
} SheetItem;

typedef struct {
    LIST(SheetSpeaker) cast;
    LIST(SheetItem) items;
    Str name;    // of the article, as it was given
    Str article; // its text, decoded
} Sheet;

// ERR_ARTICLE with the place in `bytes` where it is not such a sheet. Linear but for the
// number of speakers.
NODISCARD bool parse_sheet(Str bytes, Arena *arena, Sheet *out, Error *err);

// Text on one line: white space and controls are single blanks, none at the ends.
Str flat_text(Str text, Arena *arena);

// The article's text as it stands in a sheet: backslashes doubled, controls as \x1b.
Str escape_article(Str text, Arena *arena);

// What a sheet shows of a reading, in order: lines, and drops between them.
typedef struct {
    Str text;           // flat
    const Line *line;   // NULL: it is not spoken
    const char *reason; // why it is not
    Span at;            // of such a drop; empty: of a generated line
    bool paragraph;     // a block begins with it
} SheetEntry;
typedef struct {
    LIST(SheetEntry) items;
} SheetEntries;

SheetEntries list_entries(const Reading *reading, Arena *arena);

// What is left out by the script is skipped for this reason.
extern const char LEFT_OUT[];

// By speaker, the name that a sheet has: flat, and no two the same ("Smith (2)").
Str *list_names(const Script *script, Arena *arena);

// The kind that a line has where its sheet does not say another.
UtteranceKind usual_kind(SpeakerKind speaker);

#endif
