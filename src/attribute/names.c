#include "attribute/mentions.h"
#include "base/utf8.h"

// Of a chain of people with one last name this many are looked at.
enum { BEARERS_LOOKED_AT = 24 };

static uint32_t last_name_word(const Finder *f, const NameMention *m)
{
    uint32_t last = m->last;
    while (last > m->first && (is(f, last, WORD_SUFFIX) || !word_is_name_like(word_at(f, last))))
        last--;
    return last;
}

static Entity *entity(const Finder *f, uint32_t index)
{
    return &f->names->entities.items[index];
}

static Str term_text(const Finder *f, uint32_t term)
{
    return f->words->terms.items[term].lower;
}

// "Steve" and "Stephen", "J." and "John"
static bool first_names_agree(const Finder *f, uint32_t a, uint32_t b)
{
    Str x = term_text(f, a), y = term_text(f, b);
    size_t n = x.len < y.len ? x.len : y.len;
    if (n > 3)
        n = 3;
    return a == b || (n > 0 && memcmp(x.data, y.data, n) == 0);
}

static bool genders_agree(Gender a, Gender b)
{
    return a == GENDER_UNKNOWN || b == GENDER_UNKNOWN || a == b;
}

Gender entity_gender(const Entity *e)
{
    if (e->gender != GENDER_UNKNOWN || e->kind != SPEAKER_PERSON)
        return e->gender;
    // Three to two: a pronoun may mean somebody else.
    static const uint32_t LEAN_VOTES = 2;
    uint32_t male = e->male_votes + (e->lean == GENDER_MALE ? LEAN_VOTES : 0U);
    uint32_t female = e->female_votes + (e->lean == GENDER_FEMALE ? LEAN_VOTES : 0U);
    if (2 * male >= 3 * female && male > 0)
        return GENDER_MALE;
    return 2 * female >= 3 * male && female > 0 ? GENDER_FEMALE : GENDER_UNKNOWN;
}

static void add_form(Finder *f, Entity *e, Span form)
{
    Str bytes = str_span(f->words->text, form);
    for (uint32_t i = 0; i < e->forms.count; i++) {
        if (str_equal(str_span(f->words->text, e->forms.items[i]), bytes))
            return;
    }
    if (e->forms.count < 16)
        *PUSH(&e->forms, f->arena) = form;
}

static Span words_span(const Finder *f, uint32_t first, uint32_t last)
{
    return (Span){word_at(f, first)->span.beg,
                  word_at(f, last)->span.end + (word_at(f, last)->dot && is(f, last, WORD_SUFFIX))};
}

static const struct {
    const char *written, *meant;
} SHORT_TITLES[] = {{"sen", "senator"},           {"rep", "representative"}, {"gov", "governor"},
                    {"prof", "professor"},        {"dr", "doctor"},          {"gen", "general"},
                    {"prosecuting", "barrister"}, {"defending", "barrister"}};

// Who is "Sen. Lee" is a senator, though the article may not have the word.
static void add_title_terms(Words *words, Arena *arena)
{
    uint32_t term;
    for (size_t k = 0; k < COUNT(SHORT_TITLES); k++) {
        if (find_term(words, str_from(SHORT_TITLES[k].written), &term))
            (void)intern_term(words, str_from(SHORT_TITLES[k].meant), arena);
    }
}

static void add_role(const Finder *f, Entity *e, uint32_t i)
{
    static const char *const VAGUE[] = {"man", "woman", "source", "insider", "guy", "lady"};
    for (size_t k = 0; k < COUNT(VAGUE); k++) {
        if (word_is_text(f->words, i, VAGUE[k]))
            return;
    }
    uint32_t term = word_at(f, i)->term;
    for (size_t k = 0; k < COUNT(SHORT_TITLES); k++) {
        if (word_is_text(f->words, i, SHORT_TITLES[k].written))
            (void)find_term(f->words, str_from(SHORT_TITLES[k].meant), &term);
    }
    if (e->role_count < ROLES_KEPT)
        e->roles[e->role_count++] = term;
}

uint32_t read_age(const Words *words, uint32_t word)
{
    if (word >= words->items.count)
        return 0;
    Str text = word_term(words, &words->items.items[word])->lower;
    uint32_t years = 0;
    size_t i = 0;
    for (; i < text.len && i < 3 && text.data[i] >= '0' && text.data[i] <= '9'; i++)
        years = 10 * years + (uint32_t)(text.data[i] - '0');
    return i == text.len || str_ends(text, STR("-year-old")) ? years : 0;
}

// "Ann Lee, 67," and "67-year-old Ann Lee"
static void note_age(const Finder *f, Entity *e, const NameMention *m)
{
    uint32_t next = m->last + 1;
    if (word_is_mark(f->words, next, ',') &&
        (word_is_mark(f->words, next + 2, ',') || word_is_mark(f->words, next + 2, '.')) &&
        read_age(f->words, next + 1))
        e->age = read_age(f->words, next + 1);
    if (word_is_mark(f->words, next, ',') && is(f, next + 1, WORD_DETERMINER) &&
        word_at(f, next + 1)->shape == SHAPE_LOWER && read_age(f->words, next + 2))
        e->age = read_age(f->words, next + 2);
    if (m->title > 0 && word_at(f, m->title - 1)->shape == SHAPE_LOWER &&
        read_age(f->words, m->title - 1))
        e->age = read_age(f->words, m->title - 1);
}

// "her husband, Hamish," and "her husband Hamish": a person, and of which gender.
static void note_kin(const Finder *f, Entity *e, const NameMention *m)
{
    if (e->kind != SPEAKER_PERSON || m->title == 0)
        return;
    uint32_t noun = m->title - 1;
    bool enclosed =
        word_is_mark(f->words, noun, ',') && noun > 0 &&
        (word_is_mark(f->words, m->last + 1, ',') || word_is_mark(f->words, m->last + 1, '.'));
    noun -= enclosed;
    if (!is(f, noun, WORD_ROLE) || word_at(f, noun)->shape != SHAPE_LOWER ||
        word_at(f, noun)->possessive)
        return;
    e->titled = true;
    if (e->gender == GENDER_UNKNOWN && is(f, noun, WORD_MALE | WORD_FEMALE))
        e->gender = is(f, noun, WORD_MALE) ? GENDER_MALE : GENDER_FEMALE;
}

// "Sen. Ann Lee (R-Ohio)", "Democratic Sen. Ann Lee"
static void note_party(const Finder *f, Entity *e, const NameMention *m)
{
    static const struct {
        const char *sign, *adjective, *member;
    } PARTIES[] = {{"r", "republican", "republican"}, {"d", "democratic", "democrat"}};
    uint32_t next = m->last + 1, term;
    bool aside = word_is_mark(f->words, next, '(') || word_is_mark(f->words, next, ',');
    for (size_t k = 0; k < COUNT(PARTIES); k++) {
        Str sign = aside && next + 1 < f->words->items.count
                       ? word_term(f->words, word_at(f, next + 1))->lower
                       : (Str){0};
        bool signed_ = sign.len && sign.data[0] == PARTIES[k].sign[0] &&
                       (sign.len == 1 || sign.data[1] == '-') &&
                       word_is_name_like(word_at(f, next + 1));
        bool called = m->title > 0 && word_is_text(f->words, m->title - 1, PARTIES[k].adjective);
        if ((signed_ || called) && e->role_count < ROLES_KEPT &&
            find_term(f->words, str_from(PARTIES[k].member), &term))
            e->roles[e->role_count++] = term;
    }
}

// Nouns beside the name: "Sen. Ann Lee", "the pollster Ann Lee", "Ann Lee, a
// senator from", "Ann Lee, chairwoman of", "Ann Lee is a senator"
static void add_roles(const Finder *f, Entity *e, const NameMention *m)
{
    for (uint32_t i = m->first; i > 0 && is(f, i - 1, WORD_ROLE | WORD_TITLE) &&
                                !word_at(f, i - 1)->possessive && !word_at(f, i)->starts;
         i--)
        add_role(f, e, i - 1);
    // "Defending, Ann Lee"
    if (m->title > 1 && word_is_mark(f->words, m->title - 1, ',') &&
        (word_is_text(f->words, m->title - 2, "prosecuting") ||
         word_is_text(f->words, m->title - 2, "defending")))
        add_role(f, e, m->title - 2);
    uint32_t next = m->last + 1;
    bool comma = word_is_mark(f->words, next, ','), noun = comma && is(f, next + 1, WORD_ROLE);
    if (!noun && !((comma || is(f, next, WORD_BE)) && is(f, next + 1, WORD_DETERMINER)))
        return;
    for (uint32_t i = next + (noun ? 1 : 2); i < next + 7 && i < f->words->items.count; i++) {
        if (word_at(f, i)->shape == SHAPE_MARK || word_at(f, i)->starts ||
            is(f, i, WORD_PREPOSITION | WORD_RELATIVE))
            return;
        if (is(f, i, WORD_ROLE))
            add_role(f, e, i);
    }
}

// Nouns that a comma or a verb parts from the name: "The driver, Ann Lee,", "named the
// driver as Ann Lee", "the driver, named as Ann Lee,", "Ann Lee works as a driver".
static void add_parted_roles(const Finder *f, Entity *e, const NameMention *m)
{
    static const char *const WORKS[] = {"works", "worked", "serves", "served"};
    uint32_t i = m->title, next = m->last + 1;
    bool as = i > 1 && word_is_text(f->words, i - 1, "as");
    bool enclosed = word_is_mark(f->words, next, ',') || word_is_mark(f->words, next, '.');
    i -= as;
    if (as && i > 2 && word_is_mark(f->words, i - 2, ',') &&
        (word_is_text(f->words, i - 1, "named") || word_is_text(f->words, i - 1, "identified")))
        i--;
    bool comma = i > 1 && enclosed && word_is_mark(f->words, i - 1, ',');
    uint32_t noun = i > comma ? i - 1 - comma : 0;
    if ((as || comma) && noun > 0 && is(f, noun, WORD_ROLE) &&
        word_at(f, noun)->shape == SHAPE_LOWER &&
        word_at(f, noun)->block == word_at(f, m->first)->block)
        add_role(f, e, noun);
    bool next_as = word_is_text(f->words, next + 1, "as");
    for (size_t k = 0; next_as && k < COUNT(WORKS); k++) {
        if (word_is_text(f->words, next, WORKS[k]) && is(f, next + 2, WORD_INDEFINITE) &&
            is(f, next + 3, WORD_ROLE))
            add_role(f, e, next + 3);
    }
    if (word_is_text(f->words, next, "became") && is(f, next + 1, WORD_ROLE))
        add_role(f, e, next + 1);
}

static void join_entity(Finder *f, NameMention *m, uint32_t index)
{
    Entity *e = entity(f, index);
    m->entity = index;
    uint32_t count = m->last - m->first + 1;
    bool titled_single = count == 1 && m->titled;
    Span form = words_span(f, m->first, m->last);
    if (count > e->word_count) {
        e->word_count = count;
        e->fullest_word = m->first;
        e->fullest = titled_single ? words_span(f, m->first - 1, m->last) : form;
    }
    e->full_count += count > 1;
    e->bare_count += count == 1 && word_at(f, m->first)->term == e->last_term;
    e->first_alone = e->first_alone || (count == 1 && !m->titled && e->word_count > 1 &&
                                        word_at(f, m->first)->term == e->first_term);
    e->mention_count++;
    e->titled = e->titled || m->titled || first_name_at(f, m->first) != NOT_A_FIRST_NAME;
    if (m->gender != GENDER_UNKNOWN)
        e->gender = m->gender;
    e->last_mention = (uint32_t)(m - f->names->mentions.items) + 1;
    add_form(f, e, form);
    add_roles(f, e, m);
    add_parted_roles(f, e, m);
    note_kin(f, e, m);
    note_age(f, e, m);
    note_party(f, e, m);
}

static void new_entity(Finder *f, NameMention *m)
{
    uint32_t index = f->names->entities.count, last = last_name_word(f, m);
    Entity *e = PUSH(&f->names->entities, f->arena);
    *e = (Entity){.kind = m->kind,
                  .first_term = word_at(f, m->first)->term,
                  .last_term = m->family ? m->family : word_at(f, last)->term};
    FirstName first = first_name_at(f, m->first);
    if (m->kind == SPEAKER_PERSON && (m->last > m->first || !m->titled))
        e->gender = first == FIRST_NAME_MALE     ? GENDER_MALE
                    : first == FIRST_NAME_FEMALE ? GENDER_FEMALE
                                                 : GENDER_UNKNOWN;
    e->lean = first == FIRST_NAME_MOSTLY_MALE     ? GENDER_MALE
              : first == FIRST_NAME_MOSTLY_FEMALE ? GENDER_FEMALE
                                                  : GENDER_UNKNOWN;
    e->next_same_last = f->by_last[e->last_term];
    f->by_last[e->last_term] = index + 1;
    if (e->first_term != e->last_term) {
        e->next_same_first = f->by_first[e->first_term];
        f->by_first[e->first_term] = index + 1;
    }
    join_entity(f, m, index);
}

// "American Civil Liberties Union" is also found under "aclu".
static void index_initials(Finder *f, const NameMention *m)
{
    char initials[NAME_WORDS_MAX * 4];
    size_t len = 0;
    for (uint32_t i = m->first; i <= m->last && len + 4 < sizeof initials; i++) {
        if (word_is_name_like(word_at(f, i)))
            len += utf8_encode(code_lower(utf8_at(f->words->text, word_at(f, i)->span.beg).code),
                               initials + len);
    }
    if (len < 2)
        return;
    // Initials that are no term stand nowhere in the article.
    uint32_t term;
    if (find_term(f->words, (Str){initials, len}, &term) && !f->by_first[term])
        f->by_first[term] = m->entity + 1;
}

static bool same_words(const Finder *f, const NameMention *m, const Entity *e)
{
    if (m->last - m->first + 1 != e->word_count)
        return false;
    for (uint32_t i = 0; i < e->word_count; i++) {
        if (word_at(f, m->first + i)->term != word_at(f, e->fullest_word + i)->term)
            return false;
    }
    return true;
}

// Whether the name ends as the mention does: "Rojas Quintero" of "Elena Rojas Quintero"
static bool ends_as(const Finder *f, const NameMention *m, const Entity *e)
{
    uint32_t count = m->last - m->first + 1;
    if (count >= e->word_count)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if (word_at(f, m->last - i)->term !=
            word_at(f, e->fullest_word + e->word_count - 1 - i)->term)
            return false;
    }
    return true;
}

// Index + 1 of who has a longer name, or of "Ann Pike" for "DC Pike"; or 0.
static uint32_t find_longer(const Finder *f, const NameMention *m)
{
    enum { RANK_BYTES_MAX = 4 };
    if (first_name_at(f, m->first) != NOT_A_FIRST_NAME)
        return 0;
    uint32_t last = word_at(f, last_name_word(f, m))->term, looked = 0;
    const Word *lead = word_at(f, m->first);
    bool rank = m->last == m->first + 1 && lead->shape == SHAPE_UPPER &&
                lead->span.end - lead->span.beg <= RANK_BYTES_MAX;
    for (uint32_t i = f->by_last[last]; i && looked < BEARERS_LOOKED_AT; looked++) {
        const Entity *e = entity(f, i - 1);
        bool described = is(f, e->fullest_word, WORD_ROLE | WORD_ROLES | WORD_PEOPLE | WORD_BODY);
        if (e->kind == SPEAKER_PERSON && !described &&
            ((rank && e->word_count > 1) || ends_as(f, m, e)))
            return i;
        i = e->next_same_last;
    }
    return 0;
}

// Who a name of several words is: the bearer with the same last word whose
// first does not contradict.
static void place_full(Finder *f, NameMention *m)
{
    uint32_t last = word_at(f, last_name_word(f, m))->term;
    uint32_t looked = 0;
    for (uint32_t i = f->by_last[last]; i && looked < BEARERS_LOOKED_AT; looked++) {
        const Entity *e = entity(f, i - 1);
        bool people = e->kind == SPEAKER_PERSON && m->kind == SPEAKER_PERSON;
        bool same = people ? first_names_agree(f, e->first_term, word_at(f, m->first)->term)
                           : same_words(f, m, e);
        if (same && genders_agree(m->gender, e->gender)) {
            join_entity(f, m, i - 1);
            return;
        }
        i = e->next_same_last;
    }
    uint32_t longer = m->kind == SPEAKER_PERSON ? find_longer(f, m) : 0;
    if (longer) {
        join_entity(f, m, longer - 1);
        return;
    }
    new_entity(f, m);
    if (m->kind != SPEAKER_PERSON)
        index_initials(f, m);
}

// Whether `a` is the likelier bearer of a bare last name: the one named in full
// most often, then the one named last.
static bool likelier(const Entity *a, const Entity *b)
{
    if (!b)
        return true;
    if (a->full_count != b->full_count)
        return a->full_count > b->full_count;
    return a->last_mention > b->last_mention;
}

// The same, but of equals the one who has been named already, and rather so.
static bool likelier_at(const NameMention *m, const Entity *a, const Entity *b)
{
    // "Josie slipped. Mrs Tench said": not she.
    if (b && m->titled && a->first_alone != b->first_alone)
        return b->first_alone;
    if (!b || a->full_count != b->full_count)
        return likelier(a, b);
    bool a_named = a->fullest_word < m->first, b_named = b->fullest_word < m->first;
    if (a_named != b_named)
        return a_named;
    return a->bare_count != b->bare_count ? a->bare_count > b->bare_count : likelier(a, b);
}

static uint32_t find_bearer(const Finder *f, const NameMention *m, Gender gender, uint32_t head,
                            bool by_last)
{
    uint32_t best = 0, looked = 0;
    for (uint32_t i = head; i && looked < BEARERS_LOOKED_AT; looked++) {
        const Entity *e = entity(f, i - 1);
        bool fits =
            genders_agree(gender, entity_gender(e)) && (!m->titled || e->kind == SPEAKER_PERSON);
        if (fits && likelier_at(m, e, best ? entity(f, best - 1) : NULL))
            best = i;
        i = by_last ? e->next_same_last : e->next_same_first;
    }
    return best;
}

// Husband and wife: whether it is he or she who is called by the bare last name.
static Gender bare_gender(const Finder *f, uint32_t term)
{
    uint32_t male = f->uses[term].male, female = f->uses[term].female;
    if (male > 2 * female)
        return GENDER_MALE;
    return female > 2 * male ? GENDER_FEMALE : GENDER_UNKNOWN;
}

static void place_single(Finder *f, NameMention *m)
{
    uint32_t term = word_at(f, m->last)->term;
    Gender told = m->gender == GENDER_UNKNOWN ? bare_gender(f, term) : m->gender;
    uint32_t found = find_bearer(f, m, told, f->by_last[term], true);
    if (!found)
        found = find_bearer(f, m, m->gender, f->by_last[term], true);
    if (!found)
        found = find_bearer(f, m, m->gender, f->by_first[term], false);
    if (found)
        join_entity(f, m, found - 1);
    else
        new_entity(f, m);
}

static void note_uses(Finder *f)
{
    for (uint32_t i = 0; i < f->names->mentions.count; i++) {
        const NameMention *m = &f->names->mentions.items[i];
        if (m->kind != SPEAKER_PERSON || m->first == m->last ||
            first_name_at(f, m->first) == NOT_A_FIRST_NAME)
            continue;
        f->uses[word_at(f, m->first)->term].is_first = true;
        f->uses[word_at(f, last_name_word(f, m))->term].is_last = true;
    }
}

// "Poor Anna sighed", "Team Pike has grown": the word before is no part of the
// name where the article has the name without it.
static void drop_lead(const Finder *f, NameMention *m)
{
    uint32_t last = last_name_word(f, m);
    if (m->kind != SPEAKER_PERSON || last != m->first + 1 || m->titled ||
        first_name_at(f, m->first) != NOT_A_FIRST_NAME || !word_at(f, m->first)->starts ||
        word_term(f->words, word_at(f, m->first))->capital_count > 0 ||
        is(f, m->last + 1, WORD_SAYS))
        return;
    const NameUse *use = &f->uses[word_at(f, last)->term];
    if (use->is_last || (use->is_first && first_name_at(f, last) != NOT_A_FIRST_NAME))
        m->first = last;
}

// "Tom and Ann Pike"
static void note_family(const Finder *f, NameMention *m)
{
    const NameMention *other =
        word_is_text(f->words, m->last + 1, "and") ? mention_at(f->names, m->last + 2) : NULL;
    if (!other || m->first != m->last || m->titled || word_at(f, m->last)->possessive ||
        first_name_at(f, m->first) == NOT_A_FIRST_NAME || other->kind != SPEAKER_PERSON ||
        other->title != m->last + 2 || other->last != other->first + 1 ||
        first_name_at(f, other->first) == NOT_A_FIRST_NAME)
        return;
    m->family = word_at(f, other->last)->term;
}

static void place_mentions(Finder *f)
{
    note_uses(f);
    for (uint32_t i = 0; i < f->names->mentions.count; i++)
        note_family(f, &f->names->mentions.items[i]);
    for (uint32_t i = 0; i < f->names->mentions.count; i++)
        drop_lead(f, &f->names->mentions.items[i]);
    for (uint32_t i = 0; i < f->names->mentions.count; i++) {
        NameMention *m = &f->names->mentions.items[i];
        if (last_name_word(f, m) > m->first)
            place_full(f, m);
    }
    for (uint32_t i = 0; i < f->names->mentions.count; i++) {
        NameMention *m = &f->names->mentions.items[i];
        if (last_name_word(f, m) == m->first)
            place_single(f, m);
    }
}

typedef void Vote(Finder *f, const NameMention *m, bool male);

static void vote_for_entity(Finder *f, const NameMention *m, bool male)
{
    Entity *e = entity(f, m->entity);
    e->male_votes += male;
    e->female_votes += !male;
}

static void vote_for_bare(Finder *f, const NameMention *m, bool male)
{
    if (m->first != m->last)
        return;
    NameUse *votes = &f->uses[word_at(f, m->last)->term];
    votes->male += male;
    votes->female += !male;
}

// "Gow heard her scolding", "Gow thanked him": in one sentence with the name it
// means somebody else.
static bool is_object(const Finder *f, uint32_t i)
{
    if (word_is_text(f->words, i, "him"))
        return true;
    if (!word_is_text(f->words, i, "her") || i + 1 >= f->words->items.count)
        return false;
    const Word *next = word_at(f, i + 1);
    Str text = word_term(f->words, next)->lower;
    return next->starts || next->shape == SHAPE_MARK || str_ends(text, STR("ing")) ||
           is(f, i + 1, WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATE | WORD_DETERMINER);
}

// "Lee Pike said she": pronouns tell the gender that a name does not.
static void take_vote_after(Finder *f, const NameMention *m, uint32_t end, Vote *vote)
{
    const Word *last = word_at(f, m->last);
    for (uint32_t i = m->first; i < end; i++) {
        const Word *word = word_at(f, i);
        if (word->block != last->block || word->sentence > last->sentence + 1)
            return;
        if (word->shape != SHAPE_LOWER || !(word->classes & (WORD_MALE | WORD_FEMALE)) ||
            word->classes & (WORD_ROLE | WORD_TITLE) ||
            (word->sentence == last->sentence && is_object(f, i)))
            continue;
        vote(f, m, (word->classes & WORD_MALE) != 0);
        return;
    }
}

static void take_votes(Finder *f, Vote *vote)
{
    uint32_t end = f->words->items.count; // where the next person is named
    for (uint32_t k = f->names->mentions.count; k > 0; k--) {
        NameMention *m = &f->names->mentions.items[k - 1];
        if (m->kind != SPEAKER_PERSON)
            continue;
        take_vote_after(f, m, end, vote);
        end = m->title;
    }
}

bool is_plain_person(const Entity *e)
{
    return e->kind == SPEAKER_PERSON && (e->titled || e->gender != GENDER_UNKNOWN);
}

int32_t find_bearer_of(const Names *names, Str name, Gender gender)
{
    uint32_t term;
    if (!find_term(names->words, name, &term))
        return NOBODY;
    const Entity *best = NULL;
    uint32_t looked = 0;
    for (uint32_t i = names->by_last[term]; i && looked < BEARERS_LOOKED_AT; looked++) {
        const Entity *e = &names->entities.items[i - 1];
        if (e->kind == SPEAKER_PERSON && genders_agree(gender, entity_gender(e)) &&
            likelier(e, best))
            best = e;
        i = e->next_same_last;
    }
    looked = 0;
    for (uint32_t i = best ? 0 : names->by_first[term]; i && looked < BEARERS_LOOKED_AT; looked++) {
        const Entity *e = &names->entities.items[i - 1];
        if (e->kind == SPEAKER_PERSON && genders_agree(gender, entity_gender(e)) &&
            likelier(e, best))
            best = e;
        i = e->next_same_first;
    }
    return best ? (int32_t)(best - names->entities.items) : NOBODY;
}

// "Gull's chief executive", "Gull's founder", "Gull's shares": a firm.
static bool owns_firm(const Finder *f, const NameMention *m)
{
    static const char *const NOUNS[] = {"founder",      "co-founder", "ceo",       "shares",
                                        "headquarters", "employees",  "engineers", "users",
                                        "subsidiary",   "customers"};
    if (!word_at(f, m->last)->possessive)
        return false;
    uint32_t next = m->last + 1;
    for (size_t i = 0; i < COUNT(NOUNS); i++) {
        if (word_is_text(f->words, next, NOUNS[i]))
            return true;
    }
    return word_is_text(f->words, next, "chief") &&
           (word_is_text(f->words, next + 1, "executive") ||
            word_is_text(f->words, next + 2, "officer"));
}

// "Morgan Wells, the furniture retailer,", "the club, Gull, says", "the retailer Gull"
static bool is_called_body(const Finder *f, const NameMention *m)
{
    enum { PHRASE_MAX = 5 };
    uint32_t before = m->title, next = m->last + 1;
    bool enclosed = word_is_mark(f->words, next, ',');
    if (before > 1 && word_is_mark(f->words, before - 1, ',') && enclosed)
        before--;
    if (first_name_at(f, m->first) == NOT_A_FIRST_NAME && before > 1 &&
        is(f, before - 1, WORD_BODY) && word_at(f, before - 1)->shape == SHAPE_LOWER &&
        is(f, before - 2, WORD_DETERMINER) &&
        !(before > 2 && is(f, before - 3, WORD_PREPOSITION)) && !word_at(f, before - 1)->possessive)
        return true;
    if (!enclosed ||
        !(word_is_text(f->words, next + 1, "the") || word_is_text(f->words, next + 1, "a") ||
          word_is_text(f->words, next + 1, "an")))
        return false;
    for (uint32_t i = next + 2; i < next + PHRASE_MAX && i + 1 < f->words->items.count; i++) {
        if (word_at(f, i)->shape != SHAPE_LOWER || is(f, i, WORD_ROLE | WORD_PREPOSITION))
            return false;
        if (is(f, i, WORD_BODY))
            return word_at(f, i + 1)->shape == SHAPE_MARK ||
                   is(f, i + 1, WORD_PREPOSITION | WORD_RELATIVE);
    }
    return false;
}

static void tell_firm(Entity *e)
{
    e->kind = SPEAKER_ORGANISATION;
    e->gender = e->lean = GENDER_UNKNOWN;
    e->firm = true;
}

// What is said of a name that may be a person's shows that it is a firm's.
static void tell_firms(Finder *f)
{
    for (uint32_t i = 0; i < f->names->mentions.count; i++) {
        NameMention *m = &f->names->mentions.items[i];
        Entity *e = entity(f, m->entity);
        bool unknown = e->kind == SPEAKER_PERSON && !e->titled && e->word_count == 1 &&
                       e->gender == GENDER_UNKNOWN;
        if ((unknown && owns_firm(f, m)) ||
            (e->kind == SPEAKER_PERSON && !m->titled && is_called_body(f, m)))
            tell_firm(e);
    }
    for (uint32_t i = 0; i < f->names->mentions.count; i++) {
        NameMention *m = &f->names->mentions.items[i];
        if (entity(f, m->entity)->firm)
            m->kind = SPEAKER_ORGANISATION;
    }
}

void find_names(Words *words, Arena *arena, Names *out)
{
    add_title_terms(words, arena);
    *out = (Names){.words = words, .at = ALLOC(arena, uint32_t, words->items.count + 1)};
    Finder f = {.words = words,
                .names = out,
                .arena = arena,
                .by_last = ALLOC(arena, uint32_t, words->terms.count + 1),
                .by_first = ALLOC(arena, uint32_t, words->terms.count + 1),
                .uses = ALLOC(arena, NameUse, words->terms.count + 1)};
    out->by_last = f.by_last;
    out->by_first = f.by_first;
    find_mentions(&f);
    take_votes(&f, vote_for_bare);
    place_mentions(&f);
    tell_firms(&f);
    take_votes(&f, vote_for_entity);
}
