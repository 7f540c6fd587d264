#include "attribute/resolve.h"

#include "attribute/dialogue.h"
#include "attribute/discourse.h"
#include "base/utf8.h"

const char *const EVIDENCE_NAMES[EVIDENCES] = {
    [EVIDENCE_NONE] = "none",
    [EVIDENCE_NAME_BESIDE] = "name-beside",
    [EVIDENCE_NAME_BEFORE] = "name-before",
    [EVIDENCE_NAME_INSIDE] = "name-inside",
    [EVIDENCE_JOINT] = "joint",
    [EVIDENCE_PRONOUN] = "pronoun",
    [EVIDENCE_PRONOUN_RIVALS] = "pronoun-rivals",
    [EVIDENCE_PRONOUN_TALK] = "pronoun-talk",
    [EVIDENCE_PRONOUN_MAIN] = "pronoun-main",
    [EVIDENCE_BODY] = "body",
    [EVIDENCE_ROLE] = "role",
    [EVIDENCE_EPITHET] = "epithet",
    [EVIDENCE_OWNER] = "owner",
    [EVIDENCE_ACTOR] = "actor",
    [EVIDENCE_LABEL] = "label",
    [EVIDENCE_SUBJECT] = "subject",
    [EVIDENCE_INTRODUCED] = "introduced",
    [EVIDENCE_SAME_PARAGRAPH] = "same-paragraph",
    [EVIDENCE_CARRIED] = "carried",
    [EVIDENCE_TOPIC] = "topic",
    [EVIDENCE_TURN] = "turn",
};

// Shares of right answers, as tests/peers/reliability.py measures them (on either half
// of the articles nearly the same); of pronouns and nouns in news, whose answers
// nobody has verified, by reading those that differ.
static const float SURENESS[EVIDENCES] = {
    [EVIDENCE_NONE] = 0,
    [EVIDENCE_NAME_BESIDE] = 0.99F,
    [EVIDENCE_NAME_BEFORE] = 0.96F,
    [EVIDENCE_NAME_INSIDE] = 0.98F,
    [EVIDENCE_JOINT] = 0.7F,
    [EVIDENCE_PRONOUN] = 0.88F,
    [EVIDENCE_PRONOUN_RIVALS] = 0.84F,
    [EVIDENCE_PRONOUN_TALK] = 0.73F,
    [EVIDENCE_PRONOUN_MAIN] = 0.4F,
    [EVIDENCE_BODY] = 0.75F,
    [EVIDENCE_ROLE] = 0.78F,
    [EVIDENCE_EPITHET] = 0.5F,
    [EVIDENCE_OWNER] = 0.6F,
    [EVIDENCE_ACTOR] = 0.87F,
    [EVIDENCE_LABEL] = 0.86F,
    [EVIDENCE_SUBJECT] = 0.84F,
    [EVIDENCE_INTRODUCED] = 0.84F,
    [EVIDENCE_SAME_PARAGRAPH] = 1, // times that of what goes on
    [EVIDENCE_CARRIED] = 0.9F,     // likewise
    [EVIDENCE_TOPIC] = 0.65F,
    [EVIDENCE_TURN] = 0.6F,
};

typedef struct {
    uint32_t first, end; // words
    uint32_t cue, cue_end;
    Subject main; // of the sentence
    Answer subject;
} Scope;

static bool known(const Answer *a)
{
    return a->entity != NOBODY || a->unnamed;
}

static bool names_person(const Resolver *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const NameMention *m = mention_at(r->names, i);
        if (m && m->kind == SPEAKER_PERSON)
            return true;
    }
    return false;
}

// Who says it. "he told Lee": not Lee.
static Answer cue_subject_answer(Resolver *r, const Cue *cue)
{
    const NameMention *m = mention_at(r->names, cue->verb + 1);
    if (cue->subject.kind != SUBJECT_PRONOUN || !is(r, cue->verb, WORD_ADDRESS) || !m ||
        word_at(r, m->last)->possessive)
        return subject_answer(r, &cue->subject);
    int32_t avoid = r->avoid;
    r->avoid = (int32_t)m->entity;
    Answer answer = subject_answer(r, &cue->subject);
    r->avoid = avoid;
    return answer;
}

// Whether the sentence brings in one without a name: not where it goes on to tell who it
// was. The name in "a spokesman for Ann Lee" does not.
static bool brings_stranger(const Resolver *r, const Scope *s)
{
    const Subject *main = &s->main;
    if (main->kind != SUBJECT_NOMINAL || !is(r, main->first, WORD_INDEFINITE))
        return false;
    const NameMention *whose = mention_at(r->names, main->last + 2);
    bool of = whose && word_is_text(r->words, main->last + 1, "for");
    return !names_person(r, of ? whose->last + 1 : main->last + 1, s->end);
}

static void answer_cues(Resolver *r, Scope *s)
{
    Subject main = s->main = sentence_subject(r->names, s->first);
    s->subject = NO_ANSWER;
    bool done = false;
    for (uint32_t i = s->cue; i <= s->cue_end; i++) {
        uint32_t at = i < s->cue_end ? r->cues->items[i].first : s->end;
        if (!done && (main.kind == SUBJECT_NONE || main.last < at || i == s->cue_end ||
                      r->cues->items[i].subject.first == main.first)) {
            done = true;
            s->subject = subject_answer(r, &main);
            if (brings_stranger(r, s))
                note_stranger(r, &main, &s->subject);
            if (s->subject.entity != NOBODY)
                remember(r, s->subject.entity)->subject_at = main.first + 1;
        }
        if (i == s->cue_end)
            break;
        const Cue *cue = &r->cues->items[i];
        remember_mentions(r, cue->verb);
        r->cue_answers[i] = cue_subject_answer(r, cue);
        if (cue->kind == CUE_SAYS && !is(r, cue->verb, WORD_ADDRESS))
            note_stranger(r, &cue->subject, &r->cue_answers[i]);
        if (r->cue_answers[i].entity != NOBODY && (cue->kind == CUE_SAYS || i == s->cue))
            remember(r, r->cue_answers[i].entity)->source_at = cue->verb + 1;
    }
    remember_mentions(r, s->end);
    // Of a sentence the next most likely goes on with its subject.
    if (s->subject.entity != NOBODY)
        remember(r, s->subject.entity)->subject_at = s->end;
}

static Str run_text(const Resolver *r, const Run *run)
{
    return str_span(r->words->text, run->span);
}

static bool ends_with_stop(const Resolver *r, const Run *run)
{
    Str text = run_text(r, run);
    return text.len && text.data[text.len - 1] == '.';
}

// Only what may describe the subject stands between the run and it: "...,"
// Lee campaign manager Jo Pike said.
static bool leads_to(const Resolver *r, uint32_t i, const Cue *cue)
{
    enum { DESCRIPTION_MAX = 9 };
    if (cue->first > i + DESCRIPTION_MAX)
        return false;
    while (i < cue->first && (word_at(r, i)->shape == SHAPE_MARK || is(r, i, WORD_ADVERB)))
        i++;
    // "the Globe's editor"
    if (i + 1 == cue->first && cue->subject.kind == SUBJECT_NOMINAL && is(r, i, WORD_DETERMINER))
        return true;
    if (i < cue->first && cue->subject.kind != SUBJECT_NAME)
        return false;
    for (; i < cue->first; i++) {
        if (word_at(r, i)->shape == SHAPE_MARK || word_at(r, i)->shape == SHAPE_QUOTE ||
            is(r, i,
               WORD_PREPOSITION | WORD_CONJUNCTION | WORD_BE | WORD_AUXILIARY | WORD_SUBORDINATE |
                   WORD_RELATIVE | WORD_SAYS))
            return false;
    }
    return true;
}

// who signed a "slow oven" memo have pressed: what is between marks only describes the noun.
static bool describes_subject(const Resolver *r, uint32_t at, const Subject *subject)
{
    Str text = run_text(r, &r->runs->items[word_at(r, at)->run]);
    return subject->kind == SUBJECT_NOMINAL && subject->first == at + 1 &&
           !is(r, subject->first, WORD_DETERMINER) && !is(r, subject->head, WORD_ROLES) &&
           code_is_letter(utf8_before(text, text.len).code);
}

// "We left." Lee said: "We stayed."
static bool introduces_next(const Resolver *r, uint32_t at, const Cue *cue)
{
    uint32_t next = cue->last + 1;
    if (!ends_with_stop(r, &r->runs->items[word_at(r, at)->run]) || next >= r->words->items.count)
        return false;
    if (word_is_mark(r->words, next, ':') || word_is_mark(r->words, next, ','))
        next++;
    return next < r->words->items.count && word_at(r, next)->shape == SHAPE_QUOTE;
}

// The cue that stands next to the run behind it: "...," Smith said.
static int64_t cue_behind(const Resolver *r, const Scope *s, uint32_t at)
{
    for (uint32_t i = s->cue; i < s->cue_end; i++) {
        const Cue *cue = &r->cues->items[i];
        if (cue->first <= at)
            continue;
        bool here = cue->kind == CUE_SAYS && cue->subject.kind != SUBJECT_NONE &&
                    leads_to(r, at + 1, cue) && !introduces_next(r, at, cue) &&
                    !describes_subject(r, at, &cue->subject);
        return here ? (int64_t)i : -1;
    }
    return -1;
}

// The run ends as speech does before its speaker is named.
static bool ends_as_clause(const Resolver *r, uint32_t at)
{
    Str text = run_text(r, &r->runs->items[word_at(r, at)->run]);
    char last = text.len ? text.data[text.len - 1] : ' ';
    return last == ',' || last == '?' || last == '!';
}

// "...," thundered Lee: any past tense with a name behind it.
static Answer inverted_actor(const Resolver *r, uint32_t at)
{
    if (at + 2 >= r->words->items.count || !ends_as_clause(r, at))
        return NO_ANSWER;
    const Word *verb = word_at(r, at + 1);
    Str text = word_term(r->words, verb)->lower;
    if (verb->shape != SHAPE_LOWER || text.len < 5 || !str_ends(text, STR("ed")))
        return NO_ANSWER;
    Subject subject = subject_at(r->names, at + 2);
    if (subject.kind != SUBJECT_NAME)
        return NO_ANSWER;
    Answer answer = subject_answer(r, &subject);
    answer.evidence = EVIDENCE_ACTOR;
    answer.place = PLACE_BESIDE;
    return answer;
}

// Where an actor behind the run must stand before: the end of its sentence, and of
// `"Never!" Lee shot back.`, taken for two sentences, that of the next.
static uint32_t actor_end(const Resolver *r, const Scope *s, uint32_t at)
{
    if (at + 1 < s->end || s->end >= r->words->items.count)
        return s->end;
    bool goes_on = !r->dialogue && word_at(r, s->end)->block == word_at(r, at)->block;
    return goes_on ? sentence_end(r->words, s->end) : s->end;
}

// `"...," an engineer who had inspected it said`: the noun at the head of a long subject,
// the verb of speech being further on.
static Answer described_behind(const Resolver *r, const Scope *s, uint32_t at)
{
    if (at + 2 >= s->end || !ends_as_clause(r, at))
        return NO_ANSWER;
    Subject subject = subject_at(r->names, at + 1);
    uint32_t next = subject.last + 1;
    if (subject.kind != SUBJECT_NOMINAL || !is(r, subject.first, WORD_DETERMINER) ||
        !is(r, next, WORD_RELATIVE | WORD_PREPOSITION))
        return NO_ANSWER;
    for (uint32_t i = s->cue; i < s->cue_end; i++) {
        const Cue *cue = &r->cues->items[i];
        if (cue->kind != CUE_SAYS || cue->verb <= next)
            continue;
        for (uint32_t k = next; k < cue->verb; k++) {
            if (word_at(r, k)->shape == SHAPE_QUOTE || word_at(r, k)->shape == SHAPE_MARK)
                return NO_ANSWER;
        }
        Answer answer = subject_answer(r, &subject);
        answer.place = PLACE_BESIDE;
        return answer;
    }
    return NO_ANSWER;
}

// "...," came a voice from the back; "...," as the saying goes: nobody's that has a name.
static Answer voice_behind(const Resolver *r, uint32_t at)
{
    static const char *const SAYINGS[] = {"saying", "proverb", "adage", "maxim", "song", "rhyme"};
    if (!ends_as_clause(r, at))
        return NO_ANSWER;
    const Answer nobody = {.entity = NOBODY, .unnamed = true, .place = PLACE_BESIDE};
    if (word_is_text(r->words, at + 1, "came") && is(r, at + 2, WORD_INDEFINITE))
        return nobody;
    bool as = word_is_text(r->words, at + 1, "as") && is(r, at + 2, WORD_DETERMINER);
    for (size_t k = 0; as && k < COUNT(SAYINGS); k++) {
        if (word_is_text(r->words, at + 3, SAYINGS[k]) ||
            word_is_text(r->words, at + 4, SAYINGS[k]))
            return nobody;
    }
    return NO_ANSWER;
}

// "...," the study found: what is no name does not need a verb of speech either.
static Answer noun_behind(const Resolver *r, const Subject *subject)
{
    if (subject->kind != SUBJECT_NOMINAL || !is(r, subject->first, WORD_DETERMINER) ||
        !is(r, subject->head, WORD_ROLE | WORD_ROLES | WORD_DOCUMENT) ||
        is(r, subject->last + 1, WORD_PREPOSITION | WORD_AUXILIARY | WORD_RELATIVE))
        return NO_ANSWER;
    Answer answer = subject_answer(r, subject);
    answer.place = PLACE_BESIDE;
    return answer;
}

// "...," Lee shot back: any verb will do behind speech that ends in a comma.
static Answer actor_behind(const Resolver *r, const Scope *s, uint32_t at)
{
    uint32_t end = actor_end(r, s, at);
    if (at + 2 >= end || !ends_as_clause(r, at))
        return NO_ANSWER;
    Answer inverted = inverted_actor(r, at);
    if (known(&inverted))
        return inverted;
    Answer voice = voice_behind(r, at);
    if (known(&voice))
        return voice;
    Subject subject = subject_at(r->names, at + 1);
    uint32_t verb = subject.last + 1;
    if (subject.kind == SUBJECT_NONE || verb >= end || word_at(r, verb)->shape != SHAPE_LOWER ||
        is(r, verb, WORD_CONJUNCTION | WORD_BE))
        return NO_ANSWER;
    if (subject.kind == SUBJECT_NOMINAL)
        return noun_behind(r, &subject);
    Answer answer = subject_answer(r, &subject);
    if (answer.entity != NOBODY)
        answer.evidence = EVIDENCE_ACTOR;
    answer.place = PLACE_BESIDE;
    return answer;
}

// `"Why?" Lee asked.` when a sentence was taken to end at the mark.
static int64_t cue_in_next_sentence(const Resolver *r, const Scope *s, uint32_t at)
{
    if (at + 1 != s->end || s->end >= r->words->items.count ||
        word_at(r, s->end)->block != word_at(r, at)->block)
        return -1;
    uint32_t i = s->cue_end;
    if (i >= r->cues->count || r->cues->items[i].first != s->end ||
        r->cues->items[i].kind != CUE_SAYS || r->cues->items[i].subject.kind == SUBJECT_NONE)
        return -1;
    return i;
}

// "said the price reflected": things do not speak.
static bool speaks(const Resolver *r, const Subject *subject)
{
    return subject->kind != SUBJECT_NOMINAL ||
           is(r, subject->head, WORD_ROLE | WORD_ROLES | WORD_BODY | WORD_DOCUMENT) ||
           is(r, subject->head, WORD_PEOPLE | WORD_SPEECH_NOUN | WORD_INDEFINITE);
}

// How well a cue before the run in its sentence says who speaks it: "Lee said"
// better than "they will say", and "Pike called" only next to the run.
static int weigh_cue(const Resolver *r, const Cue *cue, uint32_t at)
{
    enum { NEAR_WORDS = 5 };
    if (cue->kind != CUE_LABELS)
        return !speaks(r, &cue->subject) ? 1 : cue->modal ? 2 : 3;
    if (at - cue->verb <= NEAR_WORDS)
        return cue->subject.kind != SUBJECT_NONE ? 3 : 1;
    return cue->subject.kind == SUBJECT_NAME || cue->subject.kind == SUBJECT_PRONOUN;
}

// "When Pike suggested that he pay, Lee shot back: ...": the verb of a clause that
// only leads to the sentence's own subject.
static bool stands_in_opening(const Resolver *r, const Scope *s, const Cue *cue, uint32_t at)
{
    uint32_t first = s->first + is(r, s->first, WORD_CONJUNCTION);
    return is(r, first, WORD_SUBORDINATE) && s->main.kind != SUBJECT_NONE &&
           cue->verb < s->main.first && s->main.last < at;
}

// Of equals the nearest.
static int64_t cue_before(const Resolver *r, const Scope *s, uint32_t at)
{
    int64_t found = -1;
    int best = 0;
    for (uint32_t i = s->cue_end; i > s->cue && best < 3; i--) {
        const Cue *cue = &r->cues->items[i - 1];
        if (cue->verb >= at || cue->last >= at)
            continue;
        int weight = stands_in_opening(r, s, cue, at) ? 0 : weigh_cue(r, cue, at);
        if (weight > best) {
            best = weight;
            found = i - 1;
        }
    }
    return found;
}

// Whether a comma stands before the cue and what describes its subject: "...,
// union spokesman Lee said".
static bool follows_comma(const Resolver *r, const Cue *cue)
{
    enum { DESCRIPTION_MAX = 6 };
    uint32_t i = cue->first;
    for (uint32_t n = 0;
         n < DESCRIPTION_MAX && i > 0 && is(r, i - 1, WORD_ROLE | WORD_BODY | WORD_PEOPLE); n++)
        i--;
    for (uint32_t n = 0;
         i < cue->first && n < DESCRIPTION_MAX && i > 0 &&
         (word_at(r, i - 1)->shape == SHAPE_LOWER || word_is_name_like(word_at(r, i - 1))) &&
         !is(r, i - 1, WORD_PREPOSITION | WORD_BE | WORD_AUXILIARY | WORD_CONJUNCTION);
         n++)
        i--;
    return i > 0 && word_is_mark(r->words, i - 1, ',');
}

// A cue further behind: The "..." was wrong, Smith said.
static int64_t cue_later(const Resolver *r, const Scope *s, uint32_t at)
{
    for (uint32_t i = s->cue; i < s->cue_end; i++) {
        const Cue *cue = &r->cues->items[i];
        if (cue->first > at && cue->kind == CUE_SAYS && cue->subject.kind != SUBJECT_NONE &&
            cue->first > s->first && (follows_comma(r, cue) || cue->inverted))
            return i;
    }
    return -1;
}

static Answer from_cue(const Resolver *r, int64_t cue, bool beside)
{
    Answer answer = r->cue_answers[cue];
    if (beside)
        return answer;
    if (answer.evidence == EVIDENCE_NAME_BESIDE)
        answer.evidence = EVIDENCE_NAME_INSIDE;
    return answer;
}

// Right behind the verb or its comma, colon or "that".
static bool right_behind(const Resolver *r, uint32_t at, const Cue *cue)
{
    if (at == 0)
        return false;
    if (word_is_mark(r->words, at - 1, ':') || word_is_mark(r->words, at - 1, ','))
        return true;
    return cue && (at - 1 <= cue->last || (at - 2 <= cue->last && is(r, at - 1, WORD_SUBORDINATE)));
}

static Answer before_answer(const Resolver *r, const Scope *s, uint32_t at)
{
    int64_t before = cue_before(r, s, at);
    if (before < 0)
        return NO_ANSWER;
    const Cue *cue = &r->cues->items[before];
    Answer answer = from_cue(r, before, false);
    if (cue->kind == CUE_LABELS && answer.entity != NOBODY)
        answer.evidence = EVIDENCE_LABEL;
    answer.place =
        right_behind(r, at, cue) && cue->kind != CUE_LABELS ? PLACE_AFTER_VERB : PLACE_INSIDE;
    if (answer.place == PLACE_AFTER_VERB && answer.evidence == EVIDENCE_NAME_INSIDE)
        answer.evidence = EVIDENCE_NAME_BEFORE;
    return answer;
}

// "..." - Ann Lee: a line of credit behind the run or in the next paragraph.
static Answer credit_behind(const Resolver *r, uint32_t at)
{
    if (!word_is_mark(r->words, at + 1, '-'))
        return NO_ANSWER;
    // "- sculptor Dan Lee"
    enum { DESCRIPTION_MAX = 4 };
    uint32_t name = at + 2, end = name + DESCRIPTION_MAX;
    while (name < end && name < r->words->items.count && !mention_at(r->names, name) &&
           word_at(r, name)->shape == SHAPE_LOWER && !is(r, name, WORD_SAYS | WORD_BE))
        name++;
    const NameMention *m = mention_at(r->names, name);
    if (!m || m->title != name || (name > at + 2 && m->kind != SPEAKER_PERSON))
        return NO_ANSWER;
    uint32_t next = m->last + 1, count = r->words->items.count;
    if (next < count && word_at(r, next)->block == word_at(r, m->last)->block &&
        !word_is_mark(r->words, next, ','))
        return NO_ANSWER;
    return (Answer){.entity = (int32_t)m->entity,
                    .evidence = EVIDENCE_NAME_BESIDE,
                    .place = PLACE_BESIDE,
                    .mention = {word_at(r, m->title)->span.beg, word_at(r, m->last)->span.end}};
}

// "had a message for Lee: ...", "told the local paper The Gull: ..."
static bool is_addressee(const Resolver *r, const NameMention *m)
{
    enum { DESCRIPTION_MAX = 5 };
    uint32_t i = m->title;
    for (uint32_t n = 0; n < DESCRIPTION_MAX && i > 0 && !word_at(r, i)->starts &&
                         (word_at(r, i - 1)->shape == SHAPE_LOWER || is(r, i - 1, WORD_PEOPLE)) &&
                         !is(r, i - 1, WORD_PREPOSITION | WORD_SAYS);
         n++)
        i--;
    return i > 0 && is(r, i - 1, WORD_PREPOSITION | WORD_ADDRESS);
}

// It hardly surprised the pollster Ann Lee: "..."
static Answer name_before_colon(const Resolver *r, uint32_t at)
{
    const NameMention *m =
        at > 1 && word_is_mark(r->words, at - 1, ':') ? mention_at(r->names, at - 2) : NULL;
    if (!m || m->kind != SPEAKER_PERSON || m->last != at - 2 || is_addressee(r, m))
        return NO_ANSWER;
    return (Answer){.entity = (int32_t)m->entity,
                    .evidence = EVIDENCE_INTRODUCED,
                    .place = PLACE_AFTER_VERB,
                    .mention = {word_at(r, m->title)->span.beg, word_at(r, m->last)->span.end}};
}

static bool same_block(const Resolver *r, int32_t run, uint32_t block)
{
    return run != NOBODY && r->runs->items[run].block == block;
}

static Answer carried_answer(const Resolver *r, uint32_t run)
{
    if (r->last_run == NOBODY)
        return NO_ANSWER;
    const Run *now = &r->runs->items[run], *last = &r->runs->items[r->last_run];
    Answer answer = r->answers[r->last_run];
    if (last->block == now->block || now->continues) {
        if (answer.evidence != EVIDENCE_CARRIED)
            answer.evidence = EVIDENCE_SAME_PARAGRAPH;
    } else if (last->block + 1 == now->block) {
        answer.evidence = EVIDENCE_CARRIED;
    } else {
        return NO_ANSWER;
    }
    return answer;
}

// Who answers when nobody is named: the one spoken with before, the one who was
// addressed, or who else was last talked of.
static int32_t next_turn(const Resolver *r)
{
    if (r->listener != NOBODY && r->listener != r->turn && r->listener != r->avoid)
        return r->listener;
    if (r->other_turn != NOBODY && r->other_turn != r->avoid)
        return r->other_turn;
    const Recent *best = NULL;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        const Entity *e = entity_at(r, recent->entity);
        if (recent->entity != r->turn && recent->entity != r->avoid && is_plain_person(e) &&
            (!best || latest_place(recent) > latest_place(best)))
            best = recent;
    }
    return best ? best->entity : NOBODY;
}

static Answer turn_answer(const Resolver *r, const Scope *s, uint32_t at)
{
    Answer answer = {.entity = NOBODY, .evidence = EVIDENCE_TURN, .place = PLACE_ALONE};
    // "..." Anna laughed. What is done beside the speech tells the speaker.
    if (s->end < r->words->items.count && word_at(r, s->end)->block == word_at(r, at)->block) {
        Subject next = sentence_subject(r->names, s->end);
        if (next.kind == SUBJECT_NAME &&
            is_plain_person(entity_at(r, (int32_t)r->names->mentions.items[next.mention].entity)))
            answer.entity = (int32_t)r->names->mentions.items[next.mention].entity;
    }
    uint32_t block = word_at(r, at)->block;
    if (answer.entity == NOBODY && r->turn_block + 1 < block && known(&r->subject) &&
        r->subject.entity != NOBODY && is_plain_person(entity_at(r, r->subject.entity)) &&
        r->subject.entity != r->avoid)
        answer.entity = r->subject.entity;
    if (answer.entity == NOBODY)
        answer.entity = next_turn(r);
    if (answer.entity == SOMEBODY)
        answer = (Answer){.entity = NOBODY, .unnamed = true, .place = PLACE_ALONE};
    return answer;
}

static Answer lone_answer(const Resolver *r, const Scope *s, uint32_t at, uint32_t run)
{
    Answer answer = NO_ANSWER;
    bool first_of_block =
        s->first == at && (at == 0 || word_at(r, at - 1)->block != word_at(r, at)->block);
    bool introduced = at > 0 && word_is_mark(r->words, at - 1, ':');
    if (introduced && known(&r->subject)) {
        answer = r->subject;
        answer.evidence = EVIDENCE_INTRODUCED;
    } else if (r->dialogue && first_of_block && !r->runs->items[run].continues) {
        return turn_answer(r, s, at);
    } else if (same_block(r, r->last_run, word_at(r, at)->block) || first_of_block ||
               r->runs->items[run].continues) {
        answer = carried_answer(r, run);
        if (!known(&answer) && known(&r->source)) {
            answer = r->source;
            answer.evidence = EVIDENCE_TOPIC;
        }
    } else if (known(&r->subject)) {
        answer = r->subject;
        answer.evidence = EVIDENCE_SUBJECT;
    }
    answer.place = PLACE_ALONE;
    return answer;
}

// The verb next behind the run, in its own sentence or the next.
static Answer behind_answer(const Resolver *r, const Scope *s, uint32_t at)
{
    int64_t cue = cue_behind(r, s, at);
    if (cue < 0) {
        Answer described = described_behind(r, s, at);
        if (known(&described))
            return described;
        cue = cue_in_next_sentence(r, s, at);
        if (cue < 0 || ends_with_stop(r, &r->runs->items[word_at(r, at)->run]))
            return credit_behind(r, at);
    }
    Answer answer = from_cue(r, cue, true);
    answer.place = PLACE_BESIDE;
    return answer;
}

static Answer continued_answer(const Resolver *r, uint32_t run)
{
    if (!r->runs->items[run].continues || r->last_run == NOBODY)
        return NO_ANSWER;
    Answer answer = carried_answer(r, run);
    answer.evidence = EVIDENCE_SAME_PARAGRAPH;
    answer.place = PLACE_ALONE;
    return answer;
}

static Answer later_answer(const Resolver *r, const Scope *s, uint32_t at)
{
    int64_t cue = cue_later(r, s, at);
    if (cue < 0)
        return NO_ANSWER;
    Answer answer = from_cue(r, cue, false);
    answer.place = PLACE_INSIDE;
    return answer;
}

// No verb of speech tells: whose sentence is it, or who went on speaking?
static Answer sentence_answer(const Resolver *r, const Scope *s, uint32_t at, Place before)
{
    Answer answer = s->subject;
    answer.evidence = EVIDENCE_SUBJECT;
    answer.place = before;
    if (before != PLACE_NONE)
        return answer;
    if (s->first == at)
        return lone_answer(r, s, at, word_at(r, at)->run);
    if (!known(&answer))
        return NO_ANSWER;
    if (word_is_mark(r->words, at - 1, ':') || word_is_mark(r->words, at - 1, ',')) {
        answer.evidence = EVIDENCE_INTRODUCED;
        answer.place = PLACE_AFTER_VERB;
    }
    return answer;
}

// The best evidence first.
static Answer answer_run(const Resolver *r, const Scope *s, uint32_t at)
{
    Answer answer = behind_answer(r, s, at);
    if (answer.place != PLACE_NONE)
        return answer;
    answer = continued_answer(r, word_at(r, at)->run);
    if (answer.place != PLACE_NONE)
        return answer;
    Answer before = before_answer(r, s, at);
    if (known(&before))
        return before;
    answer = name_before_colon(r, at);
    if (known(&answer))
        return answer;
    answer = s->first == at ? actor_behind(r, s, at) : inverted_actor(r, at);
    if (known(&answer))
        return answer;
    answer = later_answer(r, s, at);
    return answer.place != PLACE_NONE ? answer : sentence_answer(r, s, at, before.place);
}

// A new paragraph of talk: not the speaker of the last, nor whom it addresses.
static void begin_run(Resolver *r, uint32_t run)
{
    r->avoid = NOBODY;
    if (!r->dialogue)
        return;
    r->avoid = find_listener(r->names, r->runs->items[run].span);
}

static void end_run(Resolver *r, uint32_t run, const Answer *answer)
{
    if (!r->dialogue || answer->place == PLACE_NONE)
        return;
    uint32_t block = r->runs->items[run].block;
    if (block != r->turn_block) {
        r->other_turn = block - r->turn_block <= 2 ? r->turn : NOBODY;
        r->listener = NOBODY;
    }
    r->turn = answer->unnamed ? SOMEBODY : answer->entity;
    r->turn_block = block;
    if (r->avoid != NOBODY)
        r->listener = r->avoid;
    r->avoid = NOBODY;
}

static void avoid_listener(Resolver *r, const Scope *s)
{
    r->avoid = NOBODY;
    for (uint32_t i = s->first; r->dialogue && i < s->end; i++) {
        if (word_at(r, i)->shape == SHAPE_QUOTE) {
            r->avoid = find_listener(r->names, r->runs->items[word_at(r, i)->run].span);
            return;
        }
    }
}

// What goes on is as sure as what it goes on from.
static float judge_sureness(const Resolver *r, const Answer *answer)
{
    float sureness = SURENESS[answer->evidence];
    bool carried = answer->evidence == EVIDENCE_CARRIED;
    if (!(carried || answer->evidence == EVIDENCE_SAME_PARAGRAPH) || r->last_run == NOBODY)
        return sureness;
    // Where people talk, the next paragraph is oftener the other's.
    if (carried && r->dialogue)
        sureness /= 2;
    return sureness * r->answers[r->last_run].sureness;
}

static void answer_sentence(Resolver *r, Scope *s)
{
    avoid_listener(r, s);
    answer_cues(r, s);
    for (uint32_t i = s->first; i < s->end; i++) {
        if (word_at(r, i)->shape != SHAPE_QUOTE)
            continue;
        uint32_t run = word_at(r, i)->run;
        // The cue of the next sentence has not been answered yet.
        if (i + 1 == s->end && s->cue_end < r->cues->count)
            r->cue_answers[s->cue_end] = cue_subject_answer(r, &r->cues->items[s->cue_end]);
        begin_run(r, run);
        Answer answer = answer_run(r, s, i);
        if (answer.entity == NOBODY)
            answer.evidence = EVIDENCE_NONE;
        answer.sureness = judge_sureness(r, &answer);
        r->answers[run] = answer;
        end_run(r, run, &answer);
        if (answer.place != PLACE_NONE) {
            r->last_run = (int32_t)run;
            if (answer.entity != NOBODY)
                remember(r, answer.entity)->source_at = i + 1;
        }
    }
    note_unnamed(r, s->first, s->end);
    r->subject = s->subject;
    r->source = s->subject;
    for (uint32_t i = s->cue; i < s->cue_end; i++) {
        const Cue *cue = &r->cues->items[i];
        if (cue->kind != CUE_SAYS || !known(&r->cue_answers[i]))
            continue;
        r->source = r->cue_answers[i];
        // "Lee wrote that those who spoke before the vote began would lose"
        if (s->main.kind != SUBJECT_NONE && cue->subject.first == s->main.first)
            break;
    }
}

void resolve_runs(const Names *names, const Cues *cues, const Runs *runs, Arena scratch,
                  Answer *answers)
{
    Resolver r = {.names = names,
                  .words = names->words,
                  .cues = cues,
                  .runs = runs,
                  .answers = answers,
                  .last_run = NOBODY,
                  .subject = NO_ANSWER,
                  .source = NO_ANSWER};
    r.dialogue = is_dialogue(names->words->text, runs);
    r.turn = r.other_turn = r.avoid = r.listener = NOBODY;
    find_main_people(&r);
    r.cue_answers = ALLOC(&scratch, Answer, cues->count + 1);
    r.unnamed_at = ALLOC(&scratch, uint32_t, r.words->terms.count + 1);
    for (uint32_t i = 0; i < runs->count; i++)
        answers[i] = NO_ANSWER;
    uint32_t count = r.words->items.count, cue = 0;
    for (uint32_t first = 0; first < count;) {
        Scope s = {.first = first, .end = sentence_end(r.words, first), .cue = cue};
        while (cue < cues->count && cues->items[cue].verb < s.end)
            cue++;
        s.cue_end = cue;
        answer_sentence(&r, &s);
        first = s.end;
    }
}
