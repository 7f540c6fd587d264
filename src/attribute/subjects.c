#include "attribute/discourse.h"

static Span subject_span(const Resolver *r, const Subject *s)
{
    return (Span){word_at(r, s->first)->span.beg, word_at(r, s->last)->span.end};
}

// In talk a new paragraph's "she" is the other woman, where there is one.
static int32_t find_speaking_person(const Resolver *r, Gender gender, uint32_t block)
{
    if (r->dialogue && r->turn >= 0 && block == r->turn_block + 1 &&
        fits_gender(r, r->turn, gender)) {
        int32_t others[] = {r->other_turn, r->listener};
        for (size_t i = 0; i < COUNT(others); i++) {
            if (others[i] >= 0 && others[i] != r->turn && others[i] != r->avoid &&
                fits_gender(r, others[i], gender))
                return others[i];
        }
    }
    return find_person(r, gender);
}

static Evidence judge_pronoun(const Resolver *r, int32_t entity, Gender gender, uint32_t head)
{
    enum { NEAR_WORDS = 150 };
    bool remembered = false;
    uint32_t rivals = 0;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        remembered = remembered || recent->entity == entity;
        rivals += recent->entity != entity && may_be_meant(r, recent, gender) &&
                  latest_place(recent) + NEAR_WORDS > head;
    }
    if (!remembered)
        return EVIDENCE_PRONOUN_MAIN;
    if (r->dialogue)
        return EVIDENCE_PRONOUN_TALK;
    return rivals ? EVIDENCE_PRONOUN_RIVALS : EVIDENCE_PRONOUN;
}

static Answer pronoun_answer(const Resolver *r, const Subject *s)
{
    uint32_t classes = word_at(r, s->head)->classes;
    Answer answer = {.entity = NOBODY, .evidence = EVIDENCE_BODY};
    uint32_t block = word_at(r, s->head)->block;
    if (classes & (WORD_MALE | WORD_FEMALE)) {
        Gender gender = classes & WORD_MALE ? GENDER_MALE : GENDER_FEMALE;
        answer.entity = find_speaking_person(r, gender, block);
        answer.evidence = judge_pronoun(r, answer.entity, gender, s->head);
        int32_t back = find_returned(r, gender);
        if (back != NOBODY) {
            answer.entity = back;
            answer.evidence = EVIDENCE_PRONOUN;
        } else if (means_stranger(r, answer.entity, gender, s->head))
            answer = (Answer){.entity = NOBODY, .unnamed = true};
    } else if (word_is_text(r->words, s->head, "it"))
        answer.entity = find_body(r);
    else
        answer.unnamed = true;
    return answer;
}

static bool is_indefinite(const Resolver *r, const Subject *s)
{
    return is(r, s->first, WORD_INDEFINITE) || is(r, s->head, WORD_ROLES) ||
           !is(r, s->first, WORD_DETERMINER);
}

static Answer role_answer(const Resolver *r, uint32_t head)
{
    Answer answer = {.entity = find_role(r, word_at(r, head)->term), .evidence = EVIDENCE_ROLE};
    if (answer.entity == NOBODY && word_at(r, head)->shape == SHAPE_CAPITAL &&
        is(r, head, WORD_PEOPLE)) {
        answer.entity = find_described(r, head);
        answer.evidence = EVIDENCE_EPITHET;
    }
    // "the Pike actor": one who plays Pike
    const NameMention *played = head > 0 ? mention_at(r->names, head - 1) : NULL;
    if (answer.entity == NOBODY &&
        !(played && is_plain_person(entity_at(r, (int32_t)played->entity)))) {
        answer.entity = find_epithet(r, head);
        answer.evidence = EVIDENCE_EPITHET;
    }
    // "said the old gentleman": in stories one who has a name.
    if (answer.entity == NOBODY && r->dialogue && is(r, head, WORD_MALE | WORD_FEMALE)) {
        Gender gender = is(r, head, WORD_MALE) ? GENDER_MALE : GENDER_FEMALE;
        answer.entity = find_speaking_person(r, gender, word_at(r, head)->block);
        answer.evidence = EVIDENCE_EPITHET;
    }
    return answer;
}

// "the 67-year-old", "the Democrat", "the Swede"
static bool is_description(const Resolver *r, const Subject *s)
{
    const Word *head = word_at(r, s->head);
    bool people = head->shape == SHAPE_CAPITAL && is(r, s->head, WORD_PEOPLE);
    enum { BETWEEN_MAX = 2 }; // "the 7-foot Swede"
    uint32_t between = s->head - s->first - 1;
    return word_is_text(r->words, s->first, "the") && between <= (people ? BETWEEN_MAX : 0U) &&
           (people || (head->shape == SHAPE_LOWER && read_age(r->words, s->head)));
}

// "Smith's statement said": the words are Smith's; those of "her T-shirt" are not.
static bool speaks_for_owner(const Resolver *r, uint32_t head)
{
    static const char *const NOT[] = {"ad",     "ads",       "sign",   "signs",   "banner",
                                      "poster", "billboard", "plaque", "t-shirt", "t-shirts"};
    for (size_t i = 0; i < COUNT(NOT); i++) {
        if (word_is_text(r->words, head, NOT[i]))
            return false;
    }
    return is(r, head, WORD_SPEECH_NOUN | WORD_DOCUMENT);
}

static Answer nominal_answer(const Resolver *r, const Subject *s)
{
    Answer answer = {.entity = NOBODY, .evidence = EVIDENCE_ROLE, .unnamed = true};
    const NameMention *owner = mention_at(r->names, s->first);
    bool owned = owner && word_at(r, owner->last)->possessive;
    if (owned && speaks_for_owner(r, s->head)) {
        answer.entity = (int32_t)owner->entity;
        answer.evidence = EVIDENCE_OWNER;
    } else if (is(r, s->first, WORD_MALE | WORD_FEMALE) && speaks_for_owner(r, s->head) &&
               !is(r, s->head + 1, WORD_PREPOSITION)) {
        // "her statement read"
        answer.entity = find_person(r, is(r, s->first, WORD_MALE) ? GENDER_MALE : GENDER_FEMALE);
        answer.evidence = EVIDENCE_OWNER;
    } else if (owned || is_indefinite(r, s)) {
        return answer;
    } else if (is(r, s->head, WORD_BODY)) {
        answer.entity = find_body_named(r, s->head);
        answer.evidence = EVIDENCE_BODY;
    } else if (is(r, s->head, WORD_ROLE))
        answer = role_answer(r, s->head);
    else if (is_description(r, s)) {
        answer.entity = find_described(r, s->head);
        answer.evidence = EVIDENCE_EPITHET;
    }
    answer.unnamed = answer.entity == NOBODY;
    return answer;
}

Answer subject_answer(const Resolver *r, const Subject *s)
{
    Answer answer = NO_ANSWER;
    if (s->kind == SUBJECT_NONE)
        return answer;
    if (s->kind == SUBJECT_NAME) {
        const NameMention *m = &r->names->mentions.items[s->mention];
        answer = (Answer){.entity = (int32_t)m->entity,
                          .evidence = s->joint ? EVIDENCE_JOINT : EVIDENCE_NAME_BESIDE};
    } else {
        answer = s->kind == SUBJECT_PRONOUN ? pronoun_answer(r, s) : nominal_answer(r, s);
    }
    answer.mention = subject_span(r, s);
    return answer;
}
