#include "attribute/discourse.h"

uint32_t latest_place(const Recent *recent)
{
    uint32_t at = recent->source_at > recent->subject_at ? recent->source_at : recent->subject_at;
    return at > recent->mention_at ? at : recent->mention_at;
}

Recent *remember(Resolver *r, int32_t entity)
{
    Recent *oldest = &r->recent[0];
    for (uint32_t i = 0; i < r->recent_count; i++) {
        Recent *recent = &r->recent[i];
        if (recent->entity == entity)
            return recent;
        if (latest_place(recent) < latest_place(oldest))
            oldest = recent;
    }
    if (r->recent_count < RECENT_MAX)
        oldest = &r->recent[r->recent_count++];
    *oldest = (Recent){.entity = entity};
    return oldest;
}

bool fits_gender(const Resolver *r, int32_t entity, Gender gender)
{
    const Entity *e = entity_at(r, entity);
    if (e->kind != SPEAKER_PERSON)
        return false;
    Gender own = entity_gender(e);
    return own == GENDER_UNKNOWN || own == gender;
}

// A name that nothing shows to be a person's ("Port Quill") is one only where it
// has spoken.
bool may_be_meant(const Resolver *r, const Recent *recent, Gender gender)
{
    const Entity *e = entity_at(r, recent->entity);
    return fits_gender(r, recent->entity, gender) &&
           (is_plain_person(e) || e->word_count > 1 || recent->source_at > 0) &&
           recent->entity != r->avoid;
}

static int32_t less(uint32_t at, int32_t words)
{
    return at ? (int32_t)at - words : INT32_MIN / 2;
}

// How present somebody is, in words of the article: who spoke or acted is more so
// than who was only named, and whose gender is known than whose is not.
static int32_t presence(const Resolver *r, const Recent *recent)
{
    enum { NAMED_BEHIND = 60, UNKNOWN_BEHIND = 30 };
    int32_t best = less(recent->source_at, 0), subject = less(recent->subject_at, 0),
            mention = less(recent->mention_at, NAMED_BEHIND);
    best = subject > best ? subject : best;
    best = mention > best ? mention : best;
    bool unknown = entity_gender(entity_at(r, recent->entity)) == GENDER_UNKNOWN;
    return unknown ? best - UNKNOWN_BEHIND : best;
}

// Whom "she" means.
int32_t find_person(const Resolver *r, Gender gender)
{
    const Recent *best = NULL;
    int32_t best_at = INT32_MIN;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        if (!may_be_meant(r, recent, gender))
            continue;
        int32_t at = presence(r, recent);
        if (at > best_at) {
            best = recent;
            best_at = at;
        }
    }
    return best ? best->entity : r->main_person[gender];
}

static bool is_body(const Resolver *r, int32_t entity)
{
    SpeakerKind kind = entity_at(r, entity)->kind;
    return kind == SPEAKER_ORGANISATION || kind == SPEAKER_GROUP;
}

// The organisation that spoke last.
int32_t find_body(const Resolver *r)
{
    const Recent *best = NULL;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        if (is_body(r, recent->entity) && recent->source_at > 0 &&
            (!best || recent->source_at > best->source_at))
            best = recent;
    }
    return best ? best->entity : NOBODY;
}

static bool has_word(const Resolver *r, const Entity *e, uint32_t term)
{
    for (uint32_t i = 0; i < e->word_count; i++) {
        if (word_at(r, e->fullest_word + i)->term == term)
            return true;
    }
    return false;
}

// "the board" after "the Board of Works"; "the group" is any that has spoken.
int32_t find_body_named(const Resolver *r, uint32_t head)
{
    static const char *const ANY[] = {"group",     "company",   "organization", "organisation",
                                      "firm",      "agency",    "network",      "newspaper",
                                      "union",     "outlet",    "publication",  "charity",
                                      "nonprofit", "coalition", "site"};
    const Recent *best = NULL;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        if (is_body(r, recent->entity) &&
            has_word(r, entity_at(r, recent->entity), word_at(r, head)->term) &&
            (!best || latest_place(recent) > latest_place(best)))
            best = recent;
    }
    for (size_t i = 0; !best && i < COUNT(ANY); i++) {
        if (word_is_text(r->words, head, ANY[i]))
            return find_body(r);
    }
    return best ? best->entity : NOBODY;
}

// Whom a noun means: one whose name it stood beside.
int32_t find_role(const Resolver *r, uint32_t term)
{
    const Recent *best = NULL;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        const Entity *e = entity_at(r, recent->entity);
        for (uint32_t k = 0; e->kind == SPEAKER_PERSON && k < e->role_count; k++) {
            if (e->roles[k] == term && (!best || latest_place(recent) > latest_place(best)))
                best = recent;
        }
    }
    return best ? best->entity : NOBODY;
}

void remember_mentions(Resolver *r, uint32_t end)
{
    for (; r->mention < r->names->mentions.count; r->mention++) {
        const NameMention *m = &r->names->mentions.items[r->mention];
        if (m->title >= end)
            return;
        remember(r, (int32_t)m->entity)->mention_at = m->last + 1;
    }
}

void find_main_people(Resolver *r)
{
    uint32_t most[GENDERS] = {0};
    for (int g = 0; g < GENDERS; g++)
        r->main_person[g] = NOBODY;
    for (uint32_t i = 0; i < r->names->entities.count; i++) {
        const Entity *e = &r->names->entities.items[i];
        Gender gender = entity_gender(e);
        if (e->kind != SPEAKER_PERSON || gender == GENDER_UNKNOWN ||
            e->mention_count <= most[gender])
            continue;
        most[gender] = e->mention_count;
        r->main_person[gender] = (int32_t)i;
    }
}
