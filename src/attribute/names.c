#include "attribute/names.h"

#include "attribute/lexicon.h"
#include "base/utf8.h"

// Of a chain of people with one last name this many are looked at.
enum { BEARERS_LOOKED_AT = 24, NAME_WORDS_MAX = 12 };

typedef struct {
    Words *words;
    Names *names;
    Arena *arena;
    uint32_t *by_last, *by_first; // by term: index + 1 of an entity
    uint32_t term_count;
} Finder;

static const Word *word_at(const Finder *f, uint32_t i)
{
    return &f->words->items.items[i];
}

static bool is(const Finder *f, uint32_t i, uint32_t classes)
{
    return word_is(f->words, i, classes);
}

enum {
    NEVER_LEAD = WORD_SUBJECT | WORD_CONJUNCTION | WORD_PREPOSITION | WORD_SUBORDINATE |
                 WORD_ADVERB | WORD_AUXILIARY | WORD_BE | WORD_SAYS | WORD_SAYING | WORD_DAY
};

// A small word with a capital before a name: "No Oil for Us".
static bool may_lead(const Finder *f, uint32_t i)
{
    const Word *word = word_at(f, i);
    if (i + 1 >= f->words->items.count || word->shape != SHAPE_CAPITAL || word->possessive ||
        !is(f, i, WORD_PLAIN) || is(f, i, NEVER_LEAD))
        return false;
    static const char *const NEVER[] = {"the", "a",   "an",    "this",    "these",     "his",
                                        "her", "its", "their", "another", "exclusive", "update"};
    for (size_t k = 0; k < COUNT(NEVER); k++) {
        if (word_is_text(f->words, i, NEVER[k]))
            return false;
    }
    const Word *next = word_at(f, i + 1);
    return next->shape == SHAPE_CAPITAL && !next->starts &&
           !is(f, i + 1, WORD_PEOPLE | WORD_ROLES | WORD_PLAIN | WORD_DAY);
}

static bool leads_name(const Finder *f, uint32_t i)
{
    return may_lead(f, i) &&
           word_term(f->words, word_at(f, i + 1))->led_by == word_at(f, i)->term + 1;
}

// It belongs to the name where it has its capital inside a sentence too, or
// stands before that name again.
static void learn_leaders(const Finder *f)
{
    for (uint32_t i = 0; i + 1 < f->words->items.count; i++) {
        if (!may_lead(f, i))
            continue;
        bool inside = !word_at(f, i)->starts && i > 0 && word_at(f, i - 1)->shape == SHAPE_LOWER;
        Term *term = &f->words->terms.items[word_at(f, i + 1)->term];
        if (inside || term->maybe_led_by == word_at(f, i)->term + 1)
            term->led_by = word_at(f, i)->term + 1;
        term->maybe_led_by = word_at(f, i)->term + 1;
    }
}

static bool is_name_word(const Finder *f, uint32_t i)
{
    if (i >= f->words->items.count || !word_is_name_like(word_at(f, i)))
        return false;
    const Word *word = word_at(f, i);
    if (word->span.end - word->span.beg == 1 && !word->dot)
        return false; // "I", "A"
    if (is(f, i, WORD_TITLE))
        return true;
    if (word->shape == SHAPE_UPPER)
        return !is(f, i, WORD_SUBJECT | WORD_DETERMINER);
    return !is(f, i, WORD_PLAIN | WORD_DAY) || leads_name(f, i);
}

static bool follows_on(const Finder *f, uint32_t i)
{
    return i < f->words->items.count && !word_at(f, i)->starts && !word_at(f, i - 1)->possessive;
}

// "Bakers for Better Bread", but not "Lawyers for Mr. Lee"
static bool is_plural_head(const Finder *f, uint32_t i)
{
    const Word *word = word_at(f, i);
    Str text = word_term(f->words, word)->lower;
    uint32_t next = i + 2;
    return word->shape == SHAPE_CAPITAL && str_ends(text, STR("s")) && !word->possessive &&
           !is(f, i, WORD_ROLES | WORD_PLAIN | WORD_TITLE | WORD_SAYS) &&
           word_is_text(f->words, i + 1, "for") && next < f->words->items.count &&
           word_at(f, next)->shape == SHAPE_CAPITAL && !is(f, next, WORD_TITLE) &&
           word_term(f->words, word_at(f, next))->first_name == NOT_A_FIRST_NAME;
}

// "Activists have staged": a capital that only the beginning of a sentence gave.
static bool only_begins_sentence(const Finder *f, uint32_t i)
{
    const Word *word = word_at(f, i);
    bool begins =
        word->starts ||
        (i > 0 && (word_at(f, i - 1)->shape == SHAPE_QUOTE || word_is_mark(f->words, i - 1, ':')));
    if (!begins || word->shape == SHAPE_UPPER || word->dot)
        return false;
    const Term *term = word_term(f->words, word);
    if (is_plural_head(f, i))
        return false;
    if (term->capital_count > term->small_count)
        return false;
    if (follows_on(f, i + 1) && is_name_word(f, i + 1))
        return term->small_count > 0 && !(term->classes & (WORD_TITLE | WORD_PEOPLE)) &&
               term->first_name == NOT_A_FIRST_NAME;
    if (term->small_count > 0 || term->classes & ~(uint32_t)(WORD_PLACE | WORD_PEOPLE))
        return true;
    if (term->first_name != NOT_A_FIRST_NAME)
        return false;
    return !word->possessive && !is(f, i + 1, WORD_SAYS | WORD_AUXILIARY | WORD_ADVERB);
}

static bool names_person_so_far(const Finder *f, uint32_t beg, uint32_t end)
{
    for (uint32_t i = beg; i < end; i++) {
        if (is(f, i, WORD_TITLE) ||
            (word_term(f->words, word_at(f, i))->first_name != NOT_A_FIRST_NAME &&
             !is(f, i, WORD_HEADS_OF | WORD_BODY)))
            return true;
    }
    return false;
}

// "Department of Health", "No Azure for Apartheid": how many small words join.
static uint32_t joining_words(const Finder *f, uint32_t beg, uint32_t i, bool joined)
{
    if (!follows_on(f, i))
        return 0;
    if (is(f, i, WORD_PARTICLE) && follows_on(f, i + 1) && is_name_word(f, i + 1))
        return 1;
    if (word_is_mark(f->words, i, '&'))
        return is_name_word(f, i + 1);
    bool of = word_is_text(f->words, i, "of"), for_ = word_is_text(f->words, i, "for");
    bool and = word_is_text(f->words, i, "and") && joined && !is(f, i + 1, WORD_TITLE);
    bool heads = (is(f, i - 1, WORD_HEADS_OF) && !(for_ && is(f, i - 1, WORD_ROLES))) ||
                 (of && (joined || is(f, i - 1, WORD_TITLE)));
    if (for_ && (i - beg >= 2 || is_plural_head(f, beg)) && !names_person_so_far(f, beg, i))
        heads = true;
    if (!(and || ((of || for_) && heads)))
        return 0;
    uint32_t skip = word_is_text(f->words, i + 1, "the") ? 2 : 1;
    return is_name_word(f, i + skip) && follows_on(f, i + skip) ? skip : 0;
}

static bool is_initial(const Finder *f, uint32_t i)
{
    const Word *word = word_at(f, i);
    return word->shape == SHAPE_CAPITAL && word->span.end - word->span.beg == 1 &&
           !is(f, i, WORD_SUBJECT | WORD_DETERMINER);
}

// "Ann “Annie” Kuster"
static bool is_nickname(const Finder *f, uint32_t i)
{
    const Word *word = word_at(f, i);
    if (word->shape != SHAPE_QUOTE || word->span.end - word->span.beg > 24)
        return false;
    Str bytes = str_span(f->words->text, word->span);
    return memchr(bytes.data, ',', bytes.len) == NULL && memchr(bytes.data, ' ', bytes.len) == NULL;
}

// End of the chain of capitalised words that begins at `beg`.
static uint32_t chain_end(const Finder *f, uint32_t beg)
{
    uint32_t i = beg + 1;
    bool joined = false;
    while (i - beg < NAME_WORDS_MAX && follows_on(f, i)) {
        if (is_name_word(f, i) || is_initial(f, i)) {
            i++;
            continue;
        }
        if (is_nickname(f, i) && follows_on(f, i + 1) && is_name_word(f, i + 1) &&
            !word_at(f, i + 1)->starts && !is(f, i + 1, WORD_TITLE)) {
            i += 2;
            continue;
        }
        if (word_is_mark(f->words, i, ',') && is(f, i + 1, WORD_SUFFIX) &&
            word_is_name_like(word_at(f, i + 1))) {
            i += 2;
            continue;
        }
        uint32_t skip = joining_words(f, beg, i, joined);
        if (!skip)
            break;
        joined = joined || !is(f, i, WORD_PARTICLE);
        i += skip + 1;
    }
    return i;
}

static FirstName first_name_at(const Finder *f, uint32_t i)
{
    const Word *word = word_at(f, i);
    return word->shape == SHAPE_CAPITAL ? word_term(f->words, word)->first_name : NOT_A_FIRST_NAME;
}

// Where titles and what stands before them end: "Oversight Chairman | Jason".
static uint32_t skip_titles(const Finder *f, uint32_t beg, uint32_t end)
{
    uint32_t core = beg;
    for (uint32_t i = beg; i + 1 < end; i++) {
        if (is(f, i, WORD_TITLE) && !is(f, i + 1, WORD_SUFFIX) &&
            !word_is_mark(f->words, i + 1, ','))
            core = i + 1;
    }
    return core;
}

// "Republican Donald Trump", "Fox News Channel’s" is no person, "Texas Ted Cruz"
static uint32_t skip_peoples(const Finder *f, uint32_t beg, uint32_t end)
{
    uint32_t core = beg;
    for (uint32_t i = beg; i + 2 < end; i++) {
        if (first_name_at(f, i) != NOT_A_FIRST_NAME && !is(f, i, WORD_PEOPLE | WORD_PLACE))
            return core;
        if (is(f, i, WORD_PEOPLE | WORD_PLACE | WORD_BODY) &&
            (first_name_at(f, i + 1) != NOT_A_FIRST_NAME || is(f, i + 1, WORD_PEOPLE)))
            core = i + 1;
    }
    return core;
}

static bool joins_names(const Finder *f, uint32_t beg, uint32_t end)
{
    for (uint32_t i = beg; i < end; i++) {
        if (is(f, i, WORD_PREPOSITION | WORD_CONJUNCTION) && !is(f, i, WORD_PARTICLE))
            return true;
    }
    return false;
}

static bool stands_for_place(const Finder *f, uint32_t before)
{
    static const char *const WORDS[] = {"in", "at", "near", "across", "around", "the", "outside"};
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        if (word_is_text(f->words, before, WORDS[i]))
            return true;
    }
    return false;
}

static SpeakerKind kind_of(const Finder *f, const NameMention *m)
{
    uint32_t last = m->last;
    bool plural_word = is(f, last, WORD_BODY | WORD_HEADS_OF);
    FirstName first = first_name_at(f, m->first);
    if (m->titled && !joins_names(f, m->first, last + 1))
        return SPEAKER_PERSON;
    if (is(f, last, WORD_DOCUMENT) && last > m->first)
        return SPEAKER_DOCUMENT;
    if (is(f, last, WORD_ROLES))
        return SPEAKER_GROUP;
    if (joins_names(f, m->first, last + 1) || (plural_word && !(first && last == m->first + 1)))
        return SPEAKER_ORGANISATION;
    if (m->first == last && word_at(f, last)->shape == SHAPE_UPPER)
        return SPEAKER_ORGANISATION;
    // "in Orlando", "the Orlando attacks"
    if (m->first == last && m->title > 0 && !word_at(f, m->title)->starts &&
        stands_for_place(f, m->title - 1))
        return SPEAKER_ORGANISATION;
    if (first != NOT_A_FIRST_NAME)
        return SPEAKER_PERSON;
    bool article = m->title > 0 && word_is_text(f->words, m->title - 1, "the");
    if (article || is(f, last, WORD_PLACE | WORD_PEOPLE))
        return SPEAKER_ORGANISATION;
    return SPEAKER_PERSON;
}

static void note_title(const Finder *f, NameMention *m)
{
    for (uint32_t i = m->title; i < m->first; i++) {
        m->titled = m->titled || is(f, i, WORD_TITLE);
        if (is(f, i, WORD_MALE) && is(f, i, WORD_TITLE))
            m->gender = GENDER_MALE;
        if (is(f, i, WORD_FEMALE) && is(f, i, WORD_TITLE))
            m->gender = GENDER_FEMALE;
    }
}

// "Minister of Education Ann Lee": the office has its own name. Gives where the
// person's begins, or `end` where there is none.
static uint32_t holder_of(const Finder *f, uint32_t core, uint32_t end)
{
    uint32_t joint = core;
    for (uint32_t i = core; i + 1 < end; i++) {
        if (i > core && first_name_at(f, i) != NOT_A_FIRST_NAME)
            return i;
        if (!word_is_name_like(word_at(f, i)))
            joint = i;
    }
    return end - joint > 3 ? end - 2 : end;
}

static void add_mention(Finder *f, uint32_t beg, uint32_t end)
{
    uint32_t core = skip_titles(f, beg, end);
    core = skip_peoples(f, core, end);
    if (core > beg && joins_names(f, core, end)) {
        core = holder_of(f, core, end);
        if (core == end)
            return;
    }
    NameMention m = {.title = beg, .first = core, .last = end - 1};
    note_title(f, &m);
    // "White House Press Secretary": an office without its holder.
    if (is(f, m.last, WORD_TITLE) && core < m.last && first_name_at(f, core) == NOT_A_FIRST_NAME)
        return;
    if (core == m.last && core == beg && is(f, core, WORD_TITLE) &&
        first_name_at(f, core) == NOT_A_FIRST_NAME)
        return;
    // "Republican", "South Carolina Democrat": one of a people, not a name.
    if (!m.titled && is(f, m.last, WORD_PEOPLE) &&
        (core == m.last || is(f, m.last - 1, WORD_PEOPLE | WORD_PLACE)) &&
        word_at(f, m.last)->shape == SHAPE_CAPITAL)
        return;
    m.kind = kind_of(f, &m);
    *PUSH(&f->names->mentions, f->arena) = m;
    for (uint32_t i = beg; i < end; i++)
        f->names->at[i] = f->names->mentions.count;
}

// "TEN THINGS TO KNOW TODAY": capitals that tell nothing.
static bool is_shouted(const Finder *f, uint32_t first)
{
    enum { LEAST = 4 };
    uint32_t upper = 0, small = 0;
    for (uint32_t i = first; i < f->words->items.count && (i == first || !word_at(f, i)->starts);
         i++) {
        upper += word_at(f, i)->shape == SHAPE_UPPER;
        small += word_at(f, i)->shape == SHAPE_LOWER || word_at(f, i)->shape == SHAPE_CAPITAL;
    }
    return upper >= LEAST && upper > small;
}

// "LONDON - The minister": where it was written.
static bool is_dateline(const Finder *f, uint32_t i, uint32_t end)
{
    return word_at(f, i)->starts && word_at(f, i)->shape == SHAPE_UPPER &&
           (word_is_mark(f->words, end, '-') || word_is_mark(f->words, end, '(')) &&
           (i == 0 || word_at(f, i - 1)->block != word_at(f, i)->block);
}

static void find_mentions(Finder *f)
{
    bool shouted = false;
    for (uint32_t i = 0; i < f->words->items.count;) {
        if (word_at(f, i)->starts)
            shouted = is_shouted(f, i);
        if (shouted) {
            i++;
            continue;
        }
        if (!is_name_word(f, i) || only_begins_sentence(f, i)) {
            i++;
            continue;
        }
        uint32_t end = chain_end(f, i);
        if (!is_dateline(f, i, end))
            add_mention(f, i, end);
        i = end;
    }
}

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
    if (2 * e->male_votes >= 3 * e->female_votes && e->male_votes > 0)
        return GENDER_MALE;
    return 2 * e->female_votes >= 3 * e->male_votes && e->female_votes > 0 ? GENDER_FEMALE
                                                                           : GENDER_UNKNOWN;
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

static void add_role(const Finder *f, Entity *e, uint32_t i)
{
    static const char *const VAGUE[] = {"man", "woman", "source", "insider", "guy", "lady"};
    for (size_t k = 0; k < COUNT(VAGUE); k++) {
        if (word_is_text(f->words, i, VAGUE[k]))
            return;
    }
    static const char *const SHORT[][2] = {{"sen", "senator"},  {"rep", "representative"},
                                           {"gov", "governor"}, {"prof", "professor"},
                                           {"dr", "doctor"},    {"gen", "general"}};
    uint32_t term = word_at(f, i)->term;
    for (size_t k = 0; k < COUNT(SHORT); k++) {
        if (word_is_text(f->words, i, SHORT[k][0]))
            (void)find_term(f->words, str_from(SHORT[k][1]), &term);
    }
    if (e->role_count < ROLES_KEPT)
        e->roles[e->role_count++] = term;
}

// Nouns beside the name: "Sen. Ann Lee", "the pollster Ann Lee", "Ann Lee, a
// senator from"
static void add_roles(const Finder *f, Entity *e, const NameMention *m)
{
    for (uint32_t i = m->first; i > 0 && is(f, i - 1, WORD_ROLE | WORD_TITLE) &&
                                !word_at(f, i - 1)->possessive && !word_at(f, i)->starts;
         i--)
        add_role(f, e, i - 1);
    if (!word_is_mark(f->words, m->last + 1, ',') || !is(f, m->last + 2, WORD_DETERMINER))
        return;
    for (uint32_t i = m->last + 3; i < m->last + 8 && i < f->words->items.count; i++) {
        if (word_at(f, i)->shape == SHAPE_MARK || word_at(f, i)->starts ||
            is(f, i, WORD_PREPOSITION | WORD_RELATIVE))
            return;
        if (is(f, i, WORD_ROLE))
            add_role(f, e, i);
    }
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
    e->mention_count++;
    e->titled = e->titled || m->titled || first_name_at(f, m->first) != NOT_A_FIRST_NAME;
    if (m->gender != GENDER_UNKNOWN)
        e->gender = m->gender;
    e->last_mention = (uint32_t)(m - f->names->mentions.items) + 1;
    add_form(f, e, form);
    add_roles(f, e, m);
}

static void new_entity(Finder *f, NameMention *m)
{
    uint32_t index = f->names->entities.count, last = last_name_word(f, m);
    Entity *e = PUSH(&f->names->entities, f->arena);
    *e = (Entity){.kind = m->kind,
                  .first_term = word_at(f, m->first)->term,
                  .last_term = word_at(f, last)->term};
    FirstName first = first_name_at(f, m->first);
    if (m->kind == SPEAKER_PERSON && (m->last > m->first || !m->titled))
        e->gender = first == FIRST_NAME_MALE     ? GENDER_MALE
                    : first == FIRST_NAME_FEMALE ? GENDER_FEMALE
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
    uint32_t before = f->words->terms.count;
    uint32_t term = intern_term(f->words, (Str){initials, len}, f->arena);
    if (f->words->terms.count == before && !f->by_first[term])
        f->by_first[term] = m->entity + 1;
    // A term that is new stands nowhere in the article.
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

static uint32_t find_bearer(const Finder *f, const NameMention *m, uint32_t head, bool by_last)
{
    uint32_t best = 0, looked = 0;
    for (uint32_t i = head; i && looked < BEARERS_LOOKED_AT; looked++) {
        const Entity *e = entity(f, i - 1);
        bool fits =
            genders_agree(m->gender, entity_gender(e)) && (!m->titled || e->kind == SPEAKER_PERSON);
        if (fits && likelier(e, best ? entity(f, best - 1) : NULL))
            best = i;
        i = by_last ? e->next_same_last : e->next_same_first;
    }
    return best;
}

static void place_single(Finder *f, NameMention *m)
{
    uint32_t term = word_at(f, m->last)->term;
    uint32_t found = find_bearer(f, m, f->by_last[term], true);
    if (!found)
        found = find_bearer(f, m, f->by_first[term], false);
    if (found)
        join_entity(f, m, found - 1);
    else
        new_entity(f, m);
}

static void place_mentions(Finder *f)
{
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

// "Lee Pike said she": pronouns tell the gender that a name does not.
static void vote_genders(Finder *f)
{
    const NameMention *latest = NULL;
    for (uint32_t i = 0; i < f->words->items.count; i++) {
        const NameMention *m = mention_at(f->names, i);
        if (m && m->kind == SPEAKER_PERSON)
            latest = m;
        const Word *word = word_at(f, i);
        if (!latest || word->shape != SHAPE_LOWER || !is(f, i, WORD_MALE | WORD_FEMALE) ||
            is(f, i, WORD_ROLE | WORD_TITLE) ||
            word->sentence > word_at(f, latest->last)->sentence + 1)
            continue;
        Entity *e = entity(f, latest->entity);
        if (is(f, i, WORD_MALE))
            e->male_votes++;
        else
            e->female_votes++;
        latest = NULL;
    }
}

bool is_plain_person(const Entity *e)
{
    return e->kind == SPEAKER_PERSON && (e->titled || e->gender != GENDER_UNKNOWN);
}

int32_t find_bearer_of(const Names *names, Str name, Gender gender)
{
    uint32_t term;
    if (!find_term(names->words, name, &term) || term >= names->term_count)
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

void find_names(Words *words, Arena *arena, Names *out)
{
    *out = (Names){.words = words, .at = ALLOC(arena, uint32_t, words->items.count + 1)};
    // Initials may add terms: none of them needs a chain.
    Finder f = {.words = words,
                .names = out,
                .arena = arena,
                .by_last = ALLOC(arena, uint32_t, words->terms.count + 1),
                .by_first = ALLOC(arena, uint32_t, words->terms.count + 1),
                .term_count = words->terms.count};
    learn_leaders(&f);
    out->by_last = f.by_last;
    out->by_first = f.by_first;
    out->term_count = f.term_count;
    find_mentions(&f);
    place_mentions(&f);
    vote_genders(&f);
}
