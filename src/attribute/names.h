// Who and what the article names: people, organisations, documents, and every
// place where a name stands.
#ifndef LECTERN_ATTRIBUTE_NAMES_H
#define LECTERN_ATTRIBUTE_NAMES_H

#include "attribute/words.h"

enum { ROLES_KEPT = 8 };

typedef struct {
    SpeakerKind kind;
    Gender gender;
    Gender lean;                    // what the first name makes likelier
    uint32_t first_term, last_term; // the same for a name of one word
    uint32_t word_count;            // of the fullest form
    uint32_t fullest_word;          // where it begins
    Span fullest;                   // without titles, unless it is of one word
    uint32_t full_count;            // mentions by more than one word
    uint32_t bare_count;            // mentions by the last name alone, so far
    bool first_alone;               // called by the first name alone, so far
    uint32_t last_mention;          // index + 1 of the latest so far, while names are found
    bool titled;                    // a title stood before it, or its first word is a first name
    bool firm;                      // an organisation by what is said of it
    uint32_t mention_count;
    uint32_t male_votes, female_votes;
    uint32_t roles[ROLES_KEPT]; // terms that stand before or behind the name: "senator"
    uint32_t role_count;
    uint32_t age;     // in years, where it stands beside the name: "Ann Pike, 67,"; or 0
    LIST(Span) forms; // distinct, in order of appearance
    uint32_t next_same_last, next_same_first; // chains, index + 1
} Entity;

typedef struct {
    uint32_t first, last; // words, titles left out
    uint32_t title;       // first word with titles
    uint32_t entity;
    SpeakerKind kind;
    Gender gender;   // that the title tells
    uint32_t family; // term of the last name that "Tom" of "Tom and Ann Pike" has, or 0
    bool titled;
} NameMention;

typedef struct {
    const Words *words;
    LIST(Entity) entities;
    LIST(NameMention) mentions;         // in order
    const uint32_t *by_last, *by_first; // by term: index + 1 of the first bearer
    uint32_t *at;                       // by word: index + 1 of the mention it belongs to, or 0
} Names;

// Linear but for names of many bearers, of whom the first few are looked at.
void find_names(Words *words, Arena *arena, Names *out);

static inline const NameMention *mention_at(const Names *names, uint32_t word)
{
    return word < names->words->items.count && names->at[word]
               ? &names->mentions.items[names->at[word] - 1]
               : NULL;
}
// The years of "67" and "67-year-old"; 0: no age.
uint32_t read_age(const Words *words, uint32_t word);
// The person whom one name means, or NOBODY.
int32_t find_bearer_of(const Names *names, Str name, Gender gender);
// Whether it is plainly a person: titled, or with a first name.
bool is_plain_person(const Entity *entity);
Gender entity_gender(const Entity *entity);

#endif
