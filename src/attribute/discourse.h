// Shared by the files that resolve speakers: what is known at a point of the
// article, and who is meant there.
#ifndef LECTERN_ATTRIBUTE_DISCOURSE_H
#define LECTERN_ATTRIBUTE_DISCOURSE_H

#include "attribute/lexicon.h"
#include "attribute/resolve.h"

// How many of the latest people and bodies are remembered.
enum { RECENT_MAX = 12, UNNAMED_KEPT = 16 };

// Who takes turns in talk though no name is known: "I", "the clerk".
enum { SOMEBODY = -2 };

// One who has been talked of.
typedef struct {
    int32_t entity;
    uint32_t source_at;  // word, +1: spoke
    uint32_t subject_at; // word, +1: did something
    uint32_t mention_at; // word, +1
} Recent;

typedef struct {
    const Names *names;
    const Words *words;
    const Cues *cues;
    const Runs *runs;
    Answer *answers;
    Recent recent[RECENT_MAX];
    uint32_t recent_count;
    uint32_t cue;     // first of the sentence
    uint32_t mention; // next to be remembered
    int32_t last_run; // NOBODY: none yet
    Answer subject;   // of the sentence before
    Answer source;    // who spoke in it, else its subject
    Answer *cue_answers;
    bool dialogue;
    // Who spoke in the last block with speech, and who before them: an entity, SOMEBODY
    // or NOBODY.
    int32_t turn, other_turn;
    uint32_t turn_block;
    int32_t avoid;                  // who does not say the run that is being answered
    int32_t listener;               // whom the last run named
    int32_t main_person[GENDERS];   // named most often
    uint32_t stranger_at;           // word, +1, of the last who spoke without a name
    Gender stranger;                // theirs
    uint32_t *unnamed_at;           // by term: word, +1, where "a senator" came in without a name
    uint32_t unnamed[UNNAMED_KEPT]; // terms of the first of them
    uint32_t unnamed_count;
} Resolver;

static inline const Word *word_at(const Resolver *r, uint32_t i)
{
    return &r->words->items.items[i];
}
static inline bool is(const Resolver *r, uint32_t i, uint32_t classes)
{
    return word_is(r->words, i, classes);
}
static inline const Entity *entity_at(const Resolver *r, int32_t i)
{
    return &r->names->entities.items[i];
}

static const Answer NO_ANSWER = {.entity = NOBODY};

// ---- discourse.c: what has been talked of ----

// When it was last talked of, in any way: word + 1.
uint32_t latest_place(const Recent *recent);
// The memory of an entity, made where there is none; the oldest makes room.
Recent *remember(Resolver *r, int32_t entity);
// Remembers the names that stand before word `end`.
void remember_mentions(Resolver *r, uint32_t end);
// Fills Resolver.main_person.
void find_main_people(Resolver *r);

bool fits_gender(const Resolver *r, int32_t entity, Gender gender);
bool may_be_meant(const Resolver *r, const Recent *recent, Gender gender);

// Each gives an entity or NOBODY: whom "she" means, the organisation that spoke
// last, the one that "the board" means, the person whom a noun means.
int32_t find_person(const Resolver *r, Gender gender);
int32_t find_body(const Resolver *r);
int32_t find_body_named(const Resolver *r, uint32_t head);
int32_t find_role(const Resolver *r, uint32_t term);
// The one whom "the candidate" means though nothing called anybody so.
int32_t find_epithet(const Resolver *r, uint32_t head);
// The one whom "the 67-year-old" and "the Swede" mean.
int32_t find_described(const Resolver *r, uint32_t head);
// Notes the subject where it is one person without a name: "a neighbour said".
void note_stranger(Resolver *r, const Subject *subject, const Answer *answer);
// Who has been named again in a later paragraph than that one, nobody having spoken since.
int32_t find_returned(const Resolver *r, Gender gender);
// Whether the pronoun `head` means rather that one than who would be meant of those named.
bool means_stranger(const Resolver *r, int32_t entity, Gender gender, uint32_t head);
// Notes the nouns of a sentence that bring in somebody without a name.
void note_unnamed(Resolver *r, uint32_t first, uint32_t end);

// ---- subjects.c ----

// Who a subject is, as seen from where it stands.
Answer subject_answer(const Resolver *r, const Subject *subject);

#endif
