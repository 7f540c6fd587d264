#include "attribute/clauses.h"

#include "attribute/lexicon.h"

// How far a phrase is followed, so that no sentence costs more than its length.
enum { PHRASE_WORDS_MAX = 14, ASIDE_WORDS_MAX = 45, NESTING_MAX = 4 };

typedef struct {
    const Names *names;
    const Words *words;
    uint32_t bound; // first word that may be looked at
} Clause;

static const Word *word_at(const Clause *c, uint32_t i)
{
    return &c->words->items.items[i];
}
static bool is(const Clause *c, uint32_t i, uint32_t classes)
{
    return word_is(c->words, i, classes);
}
static bool is_mark(const Clause *c, uint32_t i, uint32_t mark)
{
    return word_is_mark(c->words, i, mark);
}
static bool is_quote(const Clause *c, uint32_t i)
{
    return i < c->words->items.count && word_at(c, i)->shape == SHAPE_QUOTE;
}

uint32_t sentence_end(const Words *words, uint32_t i)
{
    uint32_t last = i + SENTENCE_WORDS_MAX;
    i++;
    while (i < words->items.count && i < last && !words->items.items[i].starts)
        i++;
    return i;
}

static Subject name_subject(const Clause *c, const NameMention *m)
{
    return (Subject){.kind = SUBJECT_NAME,
                     .first = m->title,
                     .last = m->last,
                     .head = m->last,
                     .mention = (uint32_t)(m - c->names->mentions.items)};
}

enum { NOUNS = WORD_ROLE | WORD_ROLES | WORD_BODY | WORD_DOCUMENT };
enum {
    NO_NOUN = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBJECT | WORD_AUXILIARY | WORD_BE |
              WORD_RELATIVE | WORD_ADVERB
};

// ---- Backwards from a verb ----

static Subject phrase_before(const Clause *c, uint32_t i, uint32_t depth);

// "a 55-year-old salesman": a noun though no list has it.
static bool has_determiner(const Clause *c, uint32_t i)
{
    if (word_at(c, i)->shape != SHAPE_LOWER || is(c, i, NO_NOUN))
        return false;
    for (uint32_t n = 1; n <= 5 && i >= c->bound + n; n++) {
        if (is(c, i - n, WORD_DETERMINER))
            return true;
        if (word_at(c, i - n)->shape == SHAPE_MARK || is(c, i - n, NO_NOUN | WORD_SAYS))
            return false;
    }
    return false;
}

// What "of X", "for X" behind a noun hangs on: "a spokesman for Smith".
static Subject phrase_over(const Clause *c, uint32_t preposition, uint32_t depth)
{
    // "three days after Lee said": not the days.
    if (depth == 0 || preposition <= c->bound || !is(c, preposition, WORD_PREPOSITION) ||
        is(c, preposition, WORD_SUBORDINATE))
        return (Subject){0};
    uint32_t k = preposition - 1;
    const Word *word = word_at(c, k);
    if (word->shape == SHAPE_MARK || word->shape == SHAPE_QUOTE)
        return (Subject){0};
    const NameMention *m = mention_at(c->names, k);
    if ((m && !word->possessive) || is(c, k, NOUNS) || has_determiner(c, k))
        return phrase_before(c, k, depth - 1);
    return (Subject){0};
}

static Subject name_before(const Clause *c, const NameMention *m, uint32_t depth)
{
    uint32_t before = m->title - 1;
    if (m->title > c->bound && is(c, before, WORD_DETERMINER) && before > c->bound)
        before--;
    if (m->title > c->bound && before >= c->bound && is(c, before, WORD_PREPOSITION)) {
        Subject over = phrase_over(c, before, depth);
        if (over.kind != SUBJECT_NONE)
            return over;
        // "In Ohio, said", "who worked for Lee, said": part of another phrase.
        bool begins = before == c->bound || word_at(c, before - 1)->shape == SHAPE_MARK;
        if (begins ? m->kind != SPEAKER_PERSON : !is(c, before, WORD_SUBORDINATE))
            return (Subject){0};
    }
    // "Jo Pike of the Globe and Mail"
    if (m->title > c->bound + 1 && depth && m->kind != SPEAKER_PERSON &&
        word_is_text(c->words, m->title - 1, "and") && mention_at(c->names, m->title - 2))
        return phrase_before(c, m->title - 2, depth - 1);
    // "Ann Pike and Dan Lee said": the first, though both do.
    uint32_t joint = m->title;
    while (joint > c->bound + 1 && is(c, joint - 1, WORD_ROLE | WORD_DETERMINER))
        joint--;
    const NameMention *other = joint > c->bound + 1 && word_is_text(c->words, joint - 1, "and")
                                   ? mention_at(c->names, joint - 2)
                                   : NULL;
    if (other && depth && other->kind == SPEAKER_PERSON && m->kind == SPEAKER_PERSON &&
        !word_at(c, other->last)->possessive) {
        Subject first = phrase_before(c, joint - 2, depth - 1);
        if (first.kind == SUBJECT_NAME) {
            first.last = m->last;
            first.joint = true;
            return first;
        }
    }
    return name_subject(c, m);
}

// `"...," villagers told him`: a noun in no list, alone between a quotation and its verb.
static bool is_bare_plural(const Clause *c, uint32_t first, uint32_t last)
{
    enum { LETTERS_LEAST = 5 };
    const Word *word = word_at(c, last);
    Str text = word_term(c->words, word)->lower;
    return first == c->bound && first > 0 && is_quote(c, first - 1) && last <= first + 1 &&
           word->shape == SHAPE_LOWER && text.len >= LETTERS_LEAST && str_ends(text, STR("s"));
}

// "the 63-year-old senator", "Smith's lawyer": back to the determiner.
static Subject nominal_before(const Clause *c, uint32_t i, uint32_t depth)
{
    uint32_t first = i;
    bool determined = false;
    for (uint32_t n = 0; n < PHRASE_WORDS_MAX; n++) {
        if (is(c, first, WORD_DETERMINER) && first < i) {
            determined = true;
            break;
        }
        if (first == c->bound)
            break;
        const Word *before = word_at(c, first - 1);
        // "Lee, whose lawyer said"
        if (word_is_text(c->words, first - 1, "whose"))
            return (Subject){.kind = SUBJECT_NOMINAL, .first = first - 1, .last = i, .head = i};
        if (before->possessive && !mention_at(c->names, first - 1))
            determined = true;
        if (before->possessive && mention_at(c->names, first - 1)) {
            first = mention_at(c->names, first - 1)->title;
            determined = true;
            break;
        }
        if (before->shape == SHAPE_MARK || before->shape == SHAPE_QUOTE ||
            is(c, first - 1, NO_NOUN & ~(uint32_t)WORD_ADVERB))
            break;
        first--;
    }
    if (first > c->bound && is(c, first - 1, WORD_PREPOSITION)) {
        Subject over = phrase_over(c, first - 1, depth);
        if (over.kind != SUBJECT_NONE)
            return over;
        // "and in a statement praised him"
        if (!is(c, first - 1, WORD_SUBORDINATE) && !word_is_text(c->words, first - 1, "of"))
            return (Subject){0};
    }
    if (!determined && !is(c, i, NOUNS) && !is_bare_plural(c, first, i))
        return (Subject){0};
    return (Subject){.kind = SUBJECT_NOMINAL, .first = first, .last = i, .head = i};
}

// The phrase that ends with word i.
static Subject phrase_before(const Clause *c, uint32_t i, uint32_t depth)
{
    const Word *word = word_at(c, i);
    if (word->shape == SHAPE_MARK || word->shape == SHAPE_QUOTE || word->possessive)
        return (Subject){0};
    const NameMention *m = mention_at(c->names, i);
    if (m && m->last >= i && m->title >= c->bound)
        return name_before(c, m, depth);
    if (is(c, i, WORD_RELATIVE) && i > c->bound && depth) {
        uint32_t k = i - 1;
        if (is_mark(c, k, ',') && k > c->bound)
            k--;
        return phrase_before(c, k, depth - 1);
    }
    if (is(c, i, WORD_SUBJECT))
        return (Subject){.kind = SUBJECT_PRONOUN, .first = i, .last = i, .head = i};
    if (is(c, i, NO_NOUN | WORD_SAYS) && !is(c, i, NOUNS))
        return (Subject){0};
    return nominal_before(c, i, depth);
}

// Where the aside that ends at mark `i` begins: "Smith, a senator, said".
static uint32_t aside_beg(const Clause *c, uint32_t i)
{
    uint32_t least = i > c->bound + ASIDE_WORDS_MAX ? i - ASIDE_WORDS_MAX : c->bound;
    uint32_t mark = word_at(c, i)->mark == ')' ? '(' : word_at(c, i)->mark == '-' ? '-' : ',';
    for (uint32_t k = i; k > least; k--) {
        if (word_is_mark(c->words, k - 1, mark))
            return k - 1;
        if (is_quote(c, k - 1) && mark != '(')
            return i;
    }
    return i;
}

// "Smith's lawyer, Ann Lee, said": the aside is the name.
static Subject name_aside(const Clause *c, uint32_t open, uint32_t close)
{
    if (close < open + 2)
        return (Subject){0};
    const NameMention *m = mention_at(c->names, close - 1);
    bool body = open > c->bound && is(c, open - 1, WORD_BODY);
    if (!m || (m->kind != SPEAKER_PERSON && !body) || m->last != close - 1 || m->title <= open ||
        word_at(c, m->last)->possessive)
        return (Subject){0};
    for (uint32_t i = open + 1; i < m->title; i++) {
        if (word_at(c, i)->shape != SHAPE_LOWER || is(c, i, WORD_PREPOSITION | WORD_RELATIVE))
            return (Subject){0};
    }
    return name_subject(c, m);
}

static bool is_person(const Clause *c, const Subject *s)
{
    if (s->kind != SUBJECT_NAME)
        return s->kind == SUBJECT_PRONOUN;
    const Entity *e = &c->names->entities.items[c->names->mentions.items[s->mention].entity];
    return is_plain_person(e) || (e->kind == SPEAKER_PERSON && e->word_count > 1);
}

// Over what stands in brackets: "Lee (D-Ohio)".
static uint32_t over_brackets(const Clause *c, uint32_t i)
{
    if (!is_mark(c, i, ')'))
        return i;
    uint32_t open = aside_beg(c, i);
    return open == i || open <= c->bound ? i : open - 1;
}

// "Dean Lee, a salesman from Sumter, Ohio, said": of what stands before the
// commas a person is likelier than a place or a noun.
static Subject subject_over_asides(const Clause *c, uint32_t close)
{
    Subject found = {0};
    uint32_t last = close;
    for (uint32_t n = 0; n < NESTING_MAX; n++) {
        uint32_t open = aside_beg(c, last);
        if (open == last || open == c->bound)
            break;
        Subject aside = n == 0 ? name_aside(c, open, last) : (Subject){0};
        Subject before = phrase_before(c, over_brackets(c, open - 1), NESTING_MAX);
        if (is_person(c, &before))
            return before;
        if (aside.kind == SUBJECT_NAME)
            return aside;
        if (found.kind == SUBJECT_NONE || before.kind == SUBJECT_NAME)
            found = before.kind == SUBJECT_NONE ? found : before;
        last = open;
    }
    return found;
}

// Over adverbs and auxiliaries: "Smith has also repeatedly said".
static uint32_t over_adverbs(const Clause *c, uint32_t verb)
{
    uint32_t i = verb;
    while (i > c->bound && is(c, i - 1, WORD_ADVERB | WORD_AUXILIARY | WORD_DAY) &&
           !mention_at(c->names, i - 1) && !is(c, i - 1, WORD_SUBJECT | NOUNS))
        i--;
    return i;
}

static Subject subject_before(const Clause *c, uint32_t verb)
{
    uint32_t i = over_adverbs(c, verb);
    if (i == c->bound)
        return (Subject){0};
    i--;
    i = over_brackets(c, i);
    if (is_mark(c, i, ',') || is_mark(c, i, '-')) {
        Subject over = subject_over_asides(c, i);
        if (over.kind != SUBJECT_NONE || i == c->bound)
            return over;
        i--;
    }
    return phrase_before(c, i, NESTING_MAX);
}

// ---- Forwards ----

static bool ends_phrase(const Clause *c, uint32_t i)
{
    const Word *word = word_at(c, i);
    if (word->starts || word->shape == SHAPE_MARK || word->shape == SHAPE_QUOTE)
        return true;
    if (word->shape != SHAPE_LOWER || is(c, i, NOUNS))
        return is(c, i, WORD_DAY);
    Str text = word_term(c->words, word)->lower;
    return is(c, i, NO_NOUN | WORD_SAYS | WORD_LABELS | WORD_SUBORDINATE) ||
           (text.len > 4 && str_ends(text, STR("ed")) && !memchr(text.data, '-', text.len));
}

// "the group's president, Brad Smith": the name behind the comma.
static Subject name_behind(const Clause *c, uint32_t comma)
{
    if (!is_mark(c, comma, ','))
        return (Subject){0};
    uint32_t i = comma + 1;
    while (i < comma + 4 && is(c, i, WORD_ROLE) && !mention_at(c->names, i))
        i++;
    const NameMention *m = mention_at(c->names, i);
    if (!m || m->kind != SPEAKER_PERSON || m->title != i || word_at(c, m->last)->possessive)
        return (Subject){0};
    // "her husband, Hamish, remembers"
    const Entity *e = &c->names->entities.items[m->entity];
    bool enclosed = is_mark(c, m->last + 1, ',') || is_mark(c, m->last + 1, '.');
    if (m->first == m->last && !(enclosed && (is_plain_person(e) || is(c, comma - 1, WORD_ROLE))))
        return (Subject){0};
    return name_subject(c, m);
}

// "secretary of state Ann Pike", "master of ceremonies Dan Lee": the name behind
// an office of several words; `of` stands behind its first.
static Subject name_of_office(const Clause *c, uint32_t of)
{
    enum { OFFICE_WORDS_MAX = 4 };
    // "former Ohio governor and party chairman Dan Lee"
    if (!word_is_text(c->words, of, "of") && !word_is_text(c->words, of, "and"))
        return (Subject){0};
    for (uint32_t i = of + 1; i < c->words->items.count && i < of + OFFICE_WORDS_MAX; i++) {
        const NameMention *m = mention_at(c->names, i);
        if (m)
            return m->kind == SPEAKER_PERSON && m->title == i &&
                           (i > of + 1 || (m->titled && word_is_text(c->words, of, "and"))) &&
                           m->last > m->first && !word_at(c, m->last)->possessive
                       ? name_subject(c, m)
                       : (Subject){0};
        if (word_at(c, i)->shape != SHAPE_LOWER || is(c, i, NO_NOUN | NOUNS | WORD_SAYS))
            return (Subject){0};
    }
    return (Subject){0};
}

// "a man calling himself Dan Lee", "a baker named Ann Pike", "a user going by Gull"
static Subject name_given(const Clause *c, uint32_t i)
{
    static const char *const GIVES[] = {"calling", "named", "identified", "identifying", "going"};
    static const char *const LINKS[] = {"himself", "herself", "themselves", "as",
                                        "by",      "the",     "name",       "handle"};
    bool gives = false;
    for (size_t k = 0; k < COUNT(GIVES); k++)
        gives = gives || word_is_text(c->words, i, GIVES[k]);
    for (uint32_t n = 0; gives && n < 5; n++) {
        const NameMention *m = mention_at(c->names, ++i);
        if (m)
            return m->title == i && !word_at(c, m->last)->possessive ? name_subject(c, m)
                                                                     : (Subject){0};
        bool link = false;
        for (size_t k = 0; k < COUNT(LINKS); k++)
            link = link || word_is_text(c->words, i, LINKS[k]);
        if (!link)
            break;
    }
    return (Subject){0};
}

// "Pike constituent Dan Lee", "a Dover baker": the first name only describes.
static bool describes(const Clause *c, uint32_t first, uint32_t last)
{
    uint32_t count = c->words->items.count;
    if (is(c, first, WORD_INDEFINITE) && is(c, last + 1, NOUNS) &&
        word_at(c, last + 1)->shape == SHAPE_LOWER)
        return true;
    for (uint32_t i = last + 1; i < count && i <= last + 4; i++) {
        const NameMention *m = mention_at(c->names, i);
        if (m && m->title == i && i > last + 1)
            return m->kind == SPEAKER_PERSON && m->last > m->first;
        // "Lee brought his campaign"
        if (m || ends_phrase(c, i) || is(c, i, WORD_DETERMINER))
            return false;
        if (is(c, i, NOUNS) && (i + 1 == count || ends_phrase(c, i + 1)))
            return true;
    }
    return false;
}

// The phrase that begins with word i.
static Subject phrase_after(const Clause *c, uint32_t i)
{
    uint32_t count = c->words->items.count;
    if (i >= count || word_at(c, i)->shape == SHAPE_MARK || word_at(c, i)->shape == SHAPE_QUOTE)
        return (Subject){0};
    if (is(c, i, WORD_SUBJECT) && word_at(c, i)->shape != SHAPE_UPPER)
        return (Subject){.kind = SUBJECT_PRONOUN, .first = i, .last = i, .head = i};
    if (is(c, i,
           WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATE | WORD_AUXILIARY | WORD_BE) &&
        !is(c, i, WORD_DETERMINER) && !mention_at(c->names, i))
        return (Subject){0};
    // "said one of two witnesses"
    if (is(c, i, WORD_INDEFINITE) && word_is_text(c->words, i + 1, "of"))
        return (Subject){.kind = SUBJECT_NOMINAL, .first = i, .last = i, .head = i};
    uint32_t head = UINT32_MAX, k = i;
    for (; k < count && k < i + PHRASE_WORDS_MAX && (k == i || !ends_phrase(c, k)); k++) {
        const NameMention *m = mention_at(c->names, k);
        if (!m) {
            head = is(c, k, NOUNS) ? k : head;
            continue;
        }
        // "Lee's been told": not his, but he is.
        bool owner = word_at(c, m->last)->possessive &&
                     !(m->last + 1 < count && is(c, m->last + 1, WORD_BE | WORD_ADVERB));
        // "said chief forecaster Ann Pike"
        bool bearer = m->kind == SPEAKER_PERSON ? is(c, k - 1, NOUNS) || m->last > m->first
                                                : is(c, k - 1, WORD_BODY); // "the union Gull said"
        if (!owner && !describes(c, i, m->last) && (head == UINT32_MAX || bearer))
            return name_subject(c, m);
        k = m->last;
    }
    Subject behind = name_behind(c, k);
    bool determined = is(c, i, WORD_DETERMINER) || mention_at(c->names, i);
    if (behind.kind != SUBJECT_NONE && (head == UINT32_MAX ? determined : is(c, head, WORD_ROLE)))
        return behind;
    Subject named = head == UINT32_MAX ? (Subject){0} : name_given(c, head + 1);
    if (named.kind == SUBJECT_NONE && k > i && is(c, k - 1, WORD_ROLE | WORD_TITLE))
        named = name_of_office(c, k);
    if (named.kind != SUBJECT_NONE)
        return named;
    if (head == UINT32_MAX && k > i + 1 && k <= count && determined)
        head = k - 1;
    if (head == UINT32_MAX)
        return (Subject){0};
    return (Subject){.kind = SUBJECT_NOMINAL, .first = i, .last = head, .head = head};
}

Subject subject_at(const Names *names, uint32_t first)
{
    Clause c = {.names = names, .words = names->words, .bound = first};
    return phrase_after(&c, first);
}

static bool opens_aside(const Clause *c, uint32_t i)
{
    const Word *word = word_at(c, i);
    if (word->shape == SHAPE_MARK || word->shape == SHAPE_QUOTE || mention_at(c->names, i))
        return false;
    Str text = word_term(c->words, word)->lower;
    return is(c, i, WORD_PREPOSITION | WORD_SUBORDINATE | WORD_DAY | WORD_SAYING) ||
           (text.len > 5 && str_ends(text, STR("ing")) && !is(c, i, NOUNS));
}

static bool is_time(const Clause *c, uint32_t i)
{
    static const char *const TIMES[] = {"minutes", "hours", "days",    "weeks",  "months",
                                        "years",   "hour",  "day",     "week",   "month",
                                        "year",    "night", "evening", "morning"};
    for (size_t k = 0; k < COUNT(TIMES); k++) {
        if (word_is_text(c->words, i, TIMES[k]))
            return true;
    }
    return false;
}

Subject sentence_subject(const Names *names, uint32_t first)
{
    Clause c = {.names = names, .words = names->words, .bound = first};
    uint32_t end = sentence_end(c.words, first), i = first;
    for (uint32_t n = 0; n < NESTING_MAX && i < end; n++) {
        while (i < end && (is(&c, i, WORD_CONJUNCTION | WORD_ADVERB) || is_mark(&c, i, ',')) &&
               !mention_at(names, i))
            i++;
        if (i >= end || !opens_aside(&c, i))
            break;
        uint32_t k = i;
        while (k < end && !is_mark(&c, k, ',') && !is_quote(&c, k))
            k++;
        if (k >= end || is_quote(&c, k))
            return (Subject){0};
        i = k + 1;
    }
    if (i >= end)
        return (Subject){0};
    Subject subject = phrase_after(&c, i);
    // "It was a volunteer, Dan Lee, who came first."
    if (word_is_text(c.words, i, "it") && is(&c, i + 1, WORD_BE)) {
        Subject found = phrase_after(&c, i + 2);
        return found.kind == SUBJECT_NAME ? found : subject;
    }
    // "A few days later, Lee said": a noun phrase of time, then the subject.
    uint32_t next = subject.last + 1;
    bool time = is_time(&c, subject.head) || is_time(&c, next);
    while (next < end && (is(&c, next, WORD_ADVERB) || is_time(&c, next)))
        next++;
    if (subject.kind == SUBJECT_NOMINAL && (time || !is(&c, subject.head, NOUNS)) &&
        next + 1 < end && is_mark(&c, next, ',')) {
        Subject second = phrase_after(&c, next + 1);
        return second.kind == SUBJECT_NONE ? subject : second;
    }
    return subject;
}

// ---- Cues ----

// "the report", "his claims", "of notes": no verb.
static bool is_noun_use(const Clause *c, uint32_t i)
{
    if (i == c->bound)
        return false;
    const Word *before = word_at(c, i - 1);
    if (before->possessive)
        return true;
    if (before->shape != SHAPE_LOWER && !is(c, i - 1, WORD_DETERMINER))
        return false;
    return is(c, i - 1, WORD_DETERMINER | WORD_PREPOSITION) &&
           !is(c, i - 1, WORD_RELATIVE | WORD_SUBJECT) && !is(c, i, WORD_SAYING);
}

static bool is_passive(const Clause *c, uint32_t verb)
{
    uint32_t i = over_adverbs(c, verb);
    return i > c->bound && is(c, i - 1, WORD_BE) && word_at(c, i - 1)->shape != SHAPE_MARK;
}

// After a quote, or at the beginning: "...," said Smith; Said Smith: "..."
static bool may_invert(const Clause *c, uint32_t verb)
{
    uint32_t i = over_adverbs(c, verb);
    if (i > 0 && is_mark(c, i - 1, ','))
        i--;
    return i == 0 || is_quote(c, i - 1) || word_at(c, i)->starts || is_mark(c, i - 1, '-');
}

// "Lee drew well there, said the pollster Jo Pike.": nothing follows the
// subject, and no person stands before the comma.
static bool trails(const Clause *c, uint32_t verb, const Subject *after, const Subject *before)
{
    uint32_t next = after->last + 1;
    if (verb == c->bound || !is_mark(c, verb - 1, ',') || is(c, verb, WORD_ADDRESS) ||
        after->kind == SUBJECT_NONE || after->kind == SUBJECT_PRONOUN)
        return false;
    bool end = next >= c->words->items.count || word_at(c, next)->starts || is_mark(c, next, '.');
    return end || (is_mark(c, next, ',') && !is_person(c, before));
}

static Subject subject_after(const Clause *c, uint32_t verb)
{
    uint32_t i = verb + 1;
    while (i < c->words->items.count && is(c, i, WORD_ADVERB) && !mention_at(c->names, i))
        i++;
    if (i < c->words->items.count && word_at(c, i)->starts)
        return (Subject){0};
    return phrase_after(c, i);
}

// "will say", "might have said": what somebody else speaks of.
static bool is_modal(const Clause *c, uint32_t verb)
{
    for (uint32_t i = verb; i > c->bound && i + 3 > verb; i--) {
        static const char *const MODALS[] = {"will",  "would", "can",    "could", "may",
                                             "might", "must",  "should", "shall", "to"};
        for (size_t k = 0; k < COUNT(MODALS); k++) {
            if (word_is_text(c->words, i - 1, MODALS[k]))
                return true;
        }
    }
    return false;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}
static uint32_t most(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

static void add_cue(const Clause *c, CueKind kind, uint32_t verb, Subject subject, bool inverted,
                    Arena *arena, Cues *out)
{
    bool none = subject.kind == SUBJECT_NONE;
    *PUSH(out, arena) = (Cue){.kind = kind,
                              .verb = verb,
                              .first = none ? verb : least(verb, subject.first),
                              .last = none ? verb : most(verb, subject.last),
                              .subject = subject,
                              .inverted = inverted,
                              .modal = is_modal(c, verb)};
}

// Without a subject of its own: that of the verb before it in the sentence, or
// of the sentence. "Smith waved but said", "Smith spoke, adding".
static Subject borrowed_subject(const Clause *c, uint32_t first, const Cues *cues)
{
    if (cues->count && cues->items[cues->count - 1].verb >= first)
        return cues->items[cues->count - 1].subject;
    return sentence_subject(c->names, first);
}

// "with some of the marchers chanting": somebody without a name.
static Subject crowd_before(const Clause *c, uint32_t last)
{
    enum { CROWD_WORDS_MAX = 7 };
    for (uint32_t i = last; i > c->bound && i + CROWD_WORDS_MAX > last; i--) {
        if (word_at(c, i)->shape != SHAPE_LOWER || is(c, i, WORD_SAYS | WORD_BE | WORD_AUXILIARY))
            break;
        // "with one justice asking"
        bool one = is(c, last, WORD_ROLE) && is(c, i + 1, WORD_INDEFINITE);
        if (i < last && word_is_text(c->words, i, "with") && (one || is(c, last, WORD_ROLES)))
            return (Subject){.kind = SUBJECT_NOMINAL, .first = i + 1, .last = last, .head = last};
    }
    return (Subject){0};
}

// "held a placard saying": nobody's speech
static bool is_sign(const Clause *c, uint32_t i)
{
    static const char *const SIGNS[] = {"sign",      "signs",    "placard",  "placards", "banner",
                                        "banners",   "poster",   "posters",  "t-shirt",  "t-shirts",
                                        "shirt",     "sticker",  "stickers", "graffiti", "plaque",
                                        "billboard", "headline", "caption"};
    for (size_t k = 0; k < COUNT(SIGNS); k++) {
        if (word_is_text(c->words, i, SIGNS[k]))
            return true;
    }
    return false;
}

// "with Lee reportedly yelling"
static Subject own_subject(const Clause *c, uint32_t verb)
{
    uint32_t i = over_adverbs(c, verb);
    const NameMention *m = i > c->bound ? mention_at(c->names, i - 1) : NULL;
    if (!m && i > c->bound && is_sign(c, i - 1))
        return (Subject){.kind = SUBJECT_NOMINAL, .first = i - 1, .last = i - 1, .head = i - 1};
    if (!m && i > c->bound + 1)
        return crowd_before(c, i - 1);
    if (!m || m->title <= c->bound || !word_is_text(c->words, m->title - 1, "with"))
        return (Subject){0};
    return name_subject(c, m);
}

static bool find_kind(const Clause *c, uint32_t i, CueKind *kind)
{
    const Word *word = word_at(c, i);
    if (word->shape == SHAPE_MARK || word->shape == SHAPE_QUOTE || mention_at(c->names, i))
        return false;
    if (is(c, i, WORD_SAYS))
        *kind = CUE_SAYS;
    else if (is(c, i, WORD_SAYING))
        *kind = CUE_SAYING;
    else if (is(c, i, WORD_LABELS))
        *kind = CUE_LABELS;
    else
        return false;
    // "Asked whether he would go, Lee": who asks is not told.
    return !is_noun_use(c, i) && !(word->starts && word_is_text(c->words, i, "asked"));
}

// "her harsh comments make", "for raising questions": a form in -s that may be a
// noun needs a subject that speaks.
static bool is_plural_noun(const Clause *c, uint32_t verb, const Subject *before)
{
    static const char *const FORMS[] = {"comments", "questions", "claims",  "reports", "remarks",
                                        "demands",  "promises",  "answers", "calls",   "posts",
                                        "texts",    "tweets",    "offers",  "states",  "orders",
                                        "notes",    "jokes"};
    bool noun = false;
    for (size_t k = 0; k < COUNT(FORMS); k++)
        noun = noun || word_is_text(c->words, verb, FORMS[k]);
    return noun && (before->kind == SUBJECT_NONE ||
                    (before->kind == SUBJECT_NOMINAL && !is(c, before->head, NOUNS) &&
                     !is(c, before->first, WORD_INDEFINITE)));
}

// "Lee quoted the organiser Jo Pike, who led the strike:"
static Subject quoted_person(const Clause *c, uint32_t verb)
{
    static const char *const VERBS[] = {"quoted", "quotes", "quoting", "paraphrased",
                                        "paraphrasing"};
    bool quotes = false;
    for (size_t k = 0; k < COUNT(VERBS); k++)
        quotes = quotes || word_is_text(c->words, verb, VERBS[k]);
    if (!quotes || is_passive(c, verb))
        return (Subject){0};
    Subject subject = phrase_after(c, verb + 1);
    return subject.kind == SUBJECT_NAME && is_person(c, &subject) ? subject : (Subject){0};
}

static void take_verb(Clause *c, uint32_t i, uint32_t first, Arena *arena, Cues *out)
{
    CueKind kind;
    if (word_is_text(c->words, i, "according") && word_is_text(c->words, i + 1, "to")) {
        add_cue(c, CUE_SAYS, i, phrase_after(c, i + 2), true, arena, out);
        return;
    }
    if (!find_kind(c, i, &kind))
        return;
    Subject quoted = quoted_person(c, i);
    if (quoted.kind != SUBJECT_NONE) {
        add_cue(c, CUE_SAYS, i, quoted, true, arena, out);
        return;
    }
    if (kind == CUE_SAYING) {
        Subject own = own_subject(c, i);
        if (own.kind != SUBJECT_NONE) {
            add_cue(c, kind, i, own, false, arena, out);
            return;
        }
        add_cue(c, kind, i, borrowed_subject(c, first, out), false, arena, out);
        return;
    }
    if (is_passive(c, i))
        return;
    bool inverts = kind == CUE_SAYS && may_invert(c, i);
    Subject after = inverts ? subject_after(c, i) : (Subject){0};
    // `Lee, citing "the magic of bread," said the mill could win`
    if (after.kind != SUBJECT_NONE && c->bound > first + 1 && i == c->bound &&
        is(c, after.last + 1, WORD_AUXILIARY | WORD_BE))
        after = (Subject){0};
    if (after.kind != SUBJECT_NONE && after.kind != SUBJECT_PRONOUN) {
        add_cue(c, kind, i, after, true, arena, out);
        return;
    }
    Subject before = subject_before(c, i);
    if (!after.kind && is_plural_noun(c, i, &before))
        return;
    Subject trailing = kind == CUE_SAYS && !inverts ? subject_after(c, i) : (Subject){0};
    if (trails(c, i, &trailing, &before)) {
        add_cue(c, kind, i, trailing, true, arena, out);
        return;
    }
    if (before.kind == SUBJECT_NONE && after.kind != SUBJECT_NONE) {
        add_cue(c, kind, i, after, true, arena, out);
        return;
    }
    if (before.kind == SUBJECT_NONE && i > first)
        before = borrowed_subject(c, first, out);
    add_cue(c, kind, i, before, false, arena, out);
}

void find_cues(const Names *names, Arena *arena, Cues *out)
{
    *out = (Cues){0};
    const Words *words = names->words;
    Clause c = {.names = names, .words = words};
    uint32_t first = 0;
    for (uint32_t i = 0; i < words->items.count; i++) {
        if (words->items.items[i].starts)
            first = c.bound = i;
        if (words->items.items[i].shape == SHAPE_QUOTE)
            c.bound = i + 1;
        else
            take_verb(&c, i, first, arena, out);
    }
}
