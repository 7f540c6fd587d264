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
    return own == GENDER_UNKNOWN || gender == GENDER_UNKNOWN || own == gender;
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

static uint32_t block_of(const Resolver *r, uint32_t place)
{
    return place ? word_at(r, place - 1)->block : 0;
}

// "Ann Pike spoke. <p> Dan Lee laughed. <p> I walked on with Joan Crane.": who was
// named two paragraphs behind all that the one most present did.
static const Recent *newly_named(const Resolver *r, const Recent *best, Gender gender)
{
    enum { BLOCKS_BEHIND = 2 };
    const Recent *found = best;
    uint32_t last = block_of(r, latest_place(best));
    for (uint32_t i = 0; !r->dialogue && i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        if (may_be_meant(r, recent, gender) && is_plain_person(entity_at(r, recent->entity)) &&
            entity_gender(entity_at(r, recent->entity)) == gender &&
            block_of(r, recent->mention_at) >= last + BLOCKS_BEHIND &&
            (found == best || recent->mention_at > found->mention_at))
            found = recent;
    }
    return found;
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
    if (best)
        return newly_named(r, best, gender)->entity;
    int32_t main = r->main_person[gender];
    return main == r->avoid ? NOBODY : main;
}

static bool is_body(const Resolver *r, int32_t entity)
{
    SpeakerKind kind = entity_at(r, entity)->kind;
    return kind == SPEAKER_ORGANISATION || kind == SPEAKER_GROUP;
}

// The organisation that spoke last, else the firm that acted last.
int32_t find_body(const Resolver *r)
{
    const Recent *best = NULL, *actor = NULL;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        if (!is_body(r, recent->entity))
            continue;
        if (recent->source_at > 0 && (!best || recent->source_at > best->source_at))
            best = recent;
        if (entity_at(r, recent->entity)->firm && recent->subject_at > 0 &&
            (!actor || recent->subject_at > actor->subject_at))
            actor = recent;
    }
    best = best ? best : actor;
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

// Sets of nouns that are said of the same people: a bit for each that the word is in.
static uint32_t role_sets(Str word)
{
    static const char *const SETS[][8] = {
        {"candidate", "nominee", "hopeful", "contender"},
        {"lawyer", "attorney", "counsel", "barrister", "solicitor", "prosecutor"},
        {"lawmaker", "senator", "representative", "legislator"},
        {"lawmaker", "congressman", "congresswoman", "politician", "mp", "backbencher"},
        {"representative", "congressman", "congresswoman"},
        {"host", "anchor", "presenter", "broadcaster"},
        {"chairwoman", "chairman", "chair", "chairperson"},
        {"doctor", "physician", "surgeon", "gp", "paediatrician", "cardiologist"},
        {"boss", "chief", "head", "ceo"},
        {"manager", "boss", "coach", "trainer"},
        {"officer", "constable", "sergeant", "inspector"},
        {"professor", "scientist", "researcher", "academic", "scholar", "lecturer"},
    };
    uint32_t sets = 0;
    for (size_t i = 0; i < COUNT(SETS); i++)
        for (size_t k = 0; k < COUNT(SETS[i]) && SETS[i][k]; k++)
            sets |= (uint32_t)(str_compare_c(word, SETS[i][k]) == 0) << i;
    return sets;
}

static bool same_role(const Resolver *r, uint32_t a, uint32_t b)
{
    if (a == b)
        return true;
    uint32_t sets = role_sets(r->words->terms.items[a].lower);
    return sets && sets & role_sets(r->words->terms.items[b].lower);
}

// Where a noun of the same sense last brought in somebody without a name.
static uint32_t last_unnamed(const Resolver *r, uint32_t term)
{
    uint32_t last = r->unnamed_at[term];
    for (uint32_t i = 0; i < r->unnamed_count; i++) {
        uint32_t at = r->unnamed_at[r->unnamed[i]];
        if (at > last && same_role(r, r->unnamed[i], term))
            last = at;
    }
    return last;
}

// Whom a noun means: one whose name it stood beside, unless somebody without a
// name has been called so since.
int32_t find_role(const Resolver *r, uint32_t term)
{
    const Recent *best = NULL;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        const Entity *e = entity_at(r, recent->entity);
        for (uint32_t k = 0; e->kind == SPEAKER_PERSON && k < e->role_count; k++) {
            if (same_role(r, e->roles[k], term) &&
                (!best || latest_place(recent) > latest_place(best)))
                best = recent;
        }
    }
    return best && latest_place(best) > last_unnamed(r, term) ? best->entity : NOBODY;
}

static bool is_other_party(const Resolver *r, const Entity *e, uint32_t head)
{
    static const char *const PARTIES[] = {"democrat", "republican"};
    for (size_t k = 0; k < COUNT(PARTIES); k++) {
        uint32_t term;
        if (word_is_text(r->words, head, PARTIES[k]) ||
            !find_term(r->words, str_from(PARTIES[k]), &term))
            continue;
        for (uint32_t i = 0; i < e->role_count; i++) {
            if (e->roles[i] == term)
                return true;
        }
    }
    return false;
}

// An epithet is rather said of whom the article is about; a teenager is of that age.
static int32_t presence_as(const Resolver *r, const Recent *recent, uint32_t head)
{
    enum { WORDS_A_MENTION = 6, MENTIONS_MAX = 15, AGE_WORDS = 120, HERE_WORDS = 120 };
    const Entity *e = entity_at(r, recent->entity);
    uint32_t mentions = e->mention_count < MENTIONS_MAX ? e->mention_count : MENTIONS_MAX;
    int32_t words = presence(r, recent) + WORDS_A_MENTION * (int32_t)mentions;
    uint32_t block = word_at(r, head)->block;
    if (block_of(r, recent->source_at) == block || block_of(r, recent->subject_at) == block)
        words += HERE_WORDS;
    bool teen = word_is_text(r->words, head, "teenager") || word_is_text(r->words, head, "teen");
    if (!teen || !e->age)
        return words;
    return e->age > 12 && e->age < 20 ? words + AGE_WORDS : words - AGE_WORDS;
}

// "the 67-year-old", "the Democrat", "the Swede": who was talked of last, if nothing
// that is known of them speaks against it.
int32_t find_described(const Resolver *r, uint32_t head)
{
    uint32_t age = read_age(r->words, head);
    const Recent *best = NULL;
    // "A 34-year-old was held."
    if (r->unnamed_at[word_at(r, head)->term])
        return NOBODY;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        const Entity *e = entity_at(r, recent->entity);
        bool contradicts = age ? e->age && e->age != age : is_other_party(r, e, head);
        if (!may_be_meant(r, recent, GENDER_UNKNOWN) || contradicts)
            continue;
        if (age && e->age == age)
            return recent->entity;
        if (!best || presence(r, recent) > presence(r, best))
            best = recent;
    }
    return best ? best->entity : NOBODY;
}

int32_t find_epithet(const Resolver *r, uint32_t head)
{
    // What papers call people who have just been named, to vary.
    static const char *const EPITHETS[] = {
        "candidate",    "nominee",        "hopeful",       "contender",     "frontrunner",
        "front-runner", "billionaire",    "mogul",         "tycoon",        "politician",
        "lawmaker",     "businessman",    "businesswoman", "governor",      "congressman",
        "senator",      "congresswoman",  "mayor",         "actor",         "actress",
        "singer",       "star",           "comedian",      "rapper",        "author",
        "novelist",     "filmmaker",      "striker",       "defender",      "midfielder",
        "teenager",     "teen",           "pensioner",     "youngster",     "veteran",
        "professor",    "scientist",      "developer",     "mum",           "mom",
        "dad",          "grandmother",    "grandfather",   "mother-of-two", "father-of-two",
        "playmaker",    "winger",         "champion",      "schoolboy",     "entrepreneur",
        "restaurateur", "philanthropist", "financier",     "heir",          "heiress",
        "playwright",   "guitarist",      "drummer",       "songwriter",    "sculptor",
        "photographer", "sprinter",       "swimmer",       "golfer",        "boxer",
        "cyclist",      "rookie",         "schoolgirl",    "first-grader",  "ex-president",
        "ex-mayor"};
    bool epithet = last_unnamed(r, word_at(r, head)->term) == 0;
    bool listed = false;
    for (size_t i = 0; epithet && i < COUNT(EPITHETS); i++)
        listed = listed || word_is_text(r->words, head, EPITHETS[i]);
    // "the former secretary of state", "the 63-year-old lawmaker"
    for (uint32_t i = head; epithet && i > 0 && i + 4 > head; i--)
        listed = listed || word_is_text(r->words, i - 1, "former") || read_age(r->words, i - 1);
    if (!listed)
        return NOBODY;
    Gender gender = is(r, head, WORD_MALE)     ? GENDER_MALE
                    : is(r, head, WORD_FEMALE) ? GENDER_FEMALE
                                               : GENDER_UNKNOWN;
    const Recent *best = NULL;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        if (may_be_meant(r, recent, gender) &&
            (!best || presence_as(r, recent, head) > presence_as(r, best, head)))
            best = recent;
    }
    return best ? best->entity : NOBODY;
}

// "34-year-old"; few words are as long.
static bool is_year_old(const Resolver *r, uint32_t i)
{
    enum { BYTES_LEAST = sizeof "1-year-old" - 1 };
    Span span = word_at(r, i)->span;
    return span.end - span.beg >= BYTES_LEAST && read_age(r->words, i);
}

// "a Dover senator said" brings in somebody; "Ann Lee, a senator" and "a senator,
// Ann Lee" do not.
static bool brings_in(const Resolver *r, uint32_t i, uint32_t first)
{
    enum { PHRASE_MAX = 5 };
    bool aged = !is(r, i, WORD_ROLE);
    if (word_at(r, i)->shape != SHAPE_LOWER || (aged && !is_year_old(r, i)) ||
        mention_at(r->names, i) || mention_at(r->names, i + 1) ||
        (word_is_mark(r->words, i + 1, ',') && mention_at(r->names, i + 2)) ||
        (!aged && is(r, i + 1, WORD_ROLE)))
        return false;
    for (uint32_t k = i; k > first && k + PHRASE_MAX > i; k--) {
        if (word_at(r, k - 1)->shape == SHAPE_MARK || is(r, k - 1, WORD_PREPOSITION))
            return false;
        if (is(r, k - 1, WORD_INDEFINITE))
            return !(k > first + 1 &&
                     (word_is_mark(r->words, k - 2, ',') || is(r, k - 2, WORD_BE) ||
                      (is(r, k - 2, WORD_PREPOSITION) && !word_is_text(r->words, k - 2, "by"))));
    }
    return false;
}

void note_unnamed(Resolver *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first + 1; i < end; i++) {
        uint32_t term = word_at(r, i)->term;
        if (!brings_in(r, i, first))
            continue;
        if (r->unnamed_at[term] == 0 && r->unnamed_count < UNNAMED_KEPT)
            r->unnamed[r->unnamed_count++] = term;
        r->unnamed_at[term] = i + 1;
    }
}

// "one of the neighbours"
static bool is_one_of_several(const Resolver *r, const Subject *subject)
{
    return word_is_text(r->words, subject->first, "one") &&
           word_is_text(r->words, subject->first + 1, "of");
}

// "One neighbour said", "her mother said": the next "she" is theirs.
void note_stranger(Resolver *r, const Subject *subject, const Answer *answer)
{
    uint32_t head = subject->head;
    bool role = is(r, head, WORD_ROLE) && !is(r, head, WORD_ROLES) &&
                is(r, subject->first, WORD_INDEFINITE | WORD_MALE | WORD_FEMALE);
    if (subject->kind != SUBJECT_NOMINAL || !answer->unnamed || word_at(r, head)->possessive ||
        !(role || is_one_of_several(r, subject)))
        return;
    r->stranger_at = head + 1;
    r->stranger = is(r, head, WORD_MALE)     ? GENDER_MALE
                  : is(r, head, WORD_FEMALE) ? GENDER_FEMALE
                                             : GENDER_UNKNOWN;
}

// "A spokesman said no. <p> But if Lee pays, he will go free."
int32_t find_returned(const Resolver *r, Gender gender)
{
    const Recent *found = NULL;
    for (uint32_t i = 0; !r->dialogue && r->stranger_at && i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        // Who has spoken since, named or not, is found without this.
        if (recent->source_at > r->stranger_at)
            return NOBODY;
        if (block_of(r, recent->mention_at) > block_of(r, r->stranger_at) &&
            may_be_meant(r, recent, gender) && is_plain_person(entity_at(r, recent->entity)) &&
            (!found || recent->mention_at > found->mention_at))
            found = recent;
    }
    return found ? found->entity : NOBODY;
}

bool means_stranger(const Resolver *r, int32_t entity, Gender gender, uint32_t head)
{
    if (r->dialogue || !r->stranger_at ||
        word_at(r, head)->block > word_at(r, r->stranger_at - 1)->block + 1 ||
        (r->stranger != GENDER_UNKNOWN && r->stranger != gender))
        return false;
    for (uint32_t i = 0; i < r->recent_count; i++) {
        const Recent *recent = &r->recent[i];
        if (recent->entity == entity)
            return recent->source_at < r->stranger_at && recent->subject_at < r->stranger_at;
    }
    return true;
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
