// Who speaks each run between quotation marks.
#ifndef LECTERN_ATTRIBUTE_RESOLVE_H
#define LECTERN_ATTRIBUTE_RESOLVE_H

#include "attribute/clauses.h"

// What an answer rests on; each has its measured sureness.
typedef enum {
    EVIDENCE_NONE,
    EVIDENCE_NAME_BESIDE,    // "...," Smith said
    EVIDENCE_NAME_BEFORE,    // Smith said, "..."
    EVIDENCE_NAME_INSIDE,    // Smith said that ... "..."
    EVIDENCE_JOINT,          // "...," Smith and Jones said
    EVIDENCE_PRONOUN,        // "...," she said, one woman being talked of
    EVIDENCE_PRONOUN_RIVALS, // the same with two
    EVIDENCE_PRONOUN_TALK,   // the same where people talk with each other
    EVIDENCE_PRONOUN_MAIN,   // nobody near: who is named most in the article
    EVIDENCE_BODY,           // the group said
    EVIDENCE_ROLE,           // the senator said
    EVIDENCE_EPITHET,        // the candidate said, nobody having been called so
    EVIDENCE_OWNER,          // Smith's statement said
    EVIDENCE_ACTOR,          // "...," Smith shot back
    EVIDENCE_LABEL,          // Smith called it "..."
    EVIDENCE_SUBJECT,        // Smith took up the "..."
    EVIDENCE_INTRODUCED,     // Smith was curt: "..."
    EVIDENCE_SAME_PARAGRAPH, // "...," Smith said. "..."
    EVIDENCE_CARRIED,        // a paragraph of nothing but quotation, after another
    EVIDENCE_TOPIC,          // a paragraph of nothing but quotation, after one on Smith
    EVIDENCE_TURN,           // speakers take turns
} Evidence;
enum { EVIDENCES = EVIDENCE_TURN + 1 };
extern const char *const EVIDENCE_NAMES[EVIDENCES];

// Where a run stands to the verb of speech it belongs to.
typedef enum {
    PLACE_NONE,       // nothing says that it is speech
    PLACE_BESIDE,     // verb and subject stand next to it
    PLACE_AFTER_VERB, // right behind verb, comma or colon
    PLACE_INSIDE,     // in the clause of the verb
    PLACE_ALONE,      // whole sentences, or the whole paragraph
} Place;

typedef struct {
    int32_t entity; // NOBODY: not known, or nobody named
    Evidence evidence;
    Place place;
    Span mention; // of the article
    bool unnamed; // somebody speaks who has no name: "a spokesman"
    float sureness;
} Answer;

// One answer a run, `answers` having room for as many. Linear.
void resolve_runs(const Names *names, const Cues *cues, const Runs *runs, Arena scratch,
                  Answer *answers);

#endif
