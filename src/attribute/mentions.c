#include "attribute/mentions.h"

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
    if (!is(f, i, WORD_PLAIN | WORD_DAY) || leads_name(f, i))
        return true;
    // "said Will Hale": small words that are first names too.
    return !word->starts && first_name_at(f, i) != NOT_A_FIRST_NAME &&
           i + 1 < f->words->items.count && word_at(f, i + 1)->shape == SHAPE_CAPITAL &&
           !word_at(f, i + 1)->starts && !is(f, i + 1, WORD_PLAIN | WORD_DAY);
}

// "@dover_baker": a name by itself.
static bool is_handle(const Finder *f, uint32_t i)
{
    return word_at(f, i)->shape == SHAPE_CAPITAL &&
           f->words->text.data[word_at(f, i)->span.beg] == '@';
}

static bool follows_on(const Finder *f, uint32_t i)
{
    return i < f->words->items.count && !word_at(f, i)->starts && !word_at(f, i - 1)->possessive &&
           !is_handle(f, i) && !is_handle(f, i - 1);
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

// "Customs and Border Protection", "Food and Drug Administration"
static bool joins_fields(const Finder *f, uint32_t and)
{
    static const char *const HEADS[] = {
        "protection", "services", "affairs",  "development", "enforcement", "safety",
        "security",   "medicine", "commerce", "industry",    "agency",      "administration",
        "commission", "board",    "council",  "institute",   "association", "department"};
    uint32_t last = and+1;
    if (first_name_at(f, and-1) != NOT_A_FIRST_NAME || is(f, and-1, WORD_PEOPLE | WORD_PLACE))
        return false;
    while (last - and < 4 && is_name_word(f, last + 1) && follows_on(f, last + 1))
        last++;
    for (size_t i = 0; is_name_word(f, and+1) && last > and+1 && i < COUNT(HEADS); i++) {
        if (word_is_text(f->words, last, HEADS[i]))
            return true;
    }
    return false;
}

// "readers", "actors", "cyclists", with a capital nowhere but where a sentence begins
static bool names_several(const Term *term)
{
    static const char *const ENDS[] = {"ers", "ors", "ists", "ants", "ents"};
    for (size_t i = 0; term->capital_count == 0 && i < COUNT(ENDS); i++) {
        if (str_ends(term->lower, str_from(ENDS[i])))
            return true;
    }
    return false;
}

// "Activists have staged": a capital that only the beginning of a sentence gave.
static bool only_begins_sentence(const Finder *f, uint32_t i)
{
    const Word *word = word_at(f, i);
    bool begins =
        word->starts ||
        (i > 0 && (word_at(f, i - 1)->shape == SHAPE_QUOTE || word_is_mark(f->words, i - 1, ':')));
    if (!begins || word->shape == SHAPE_UPPER || word->dot || is_handle(f, i))
        return false;
    const Term *term = word_term(f->words, word);
    if (is_plural_head(f, i) || (word_is_text(f->words, i + 1, "and") && joins_fields(f, i + 1)))
        return false;
    // "Minister of Health Ann Pike"
    if (is(f, i, WORD_TITLE) && is(f, i + 1, WORD_PREPOSITION) && is_name_word(f, i + 2))
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
    // "Readers will say"
    if (names_several(term))
        return true;
    // "Minutes later, she left"
    if (word_is_text(f->words, i + 1, "later"))
        return true;
    // "Quill: “We sold out.”"
    return !word->possessive && !is(f, i + 1, WORD_SAYS | WORD_AUXILIARY | WORD_ADVERB) &&
           !(i + 1 < f->words->items.count && word_at(f, i + 1)->shape >= SHAPE_MARK);
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

// "Minister of", "Deputy Secretary of", but not "Peter King of"
static bool is_office(const Finder *f, uint32_t beg, uint32_t end)
{
    for (uint32_t i = beg; i + 1 < end; i++) {
        if (first_name_at(f, i) != NOT_A_FIRST_NAME)
            return false;
    }
    return is(f, end - 1, WORD_TITLE);
}

// "Department of Health", "No Oil for Us": how many small words join.
static uint32_t joining_words(const Finder *f, uint32_t beg, uint32_t i, bool joined)
{
    if (!follows_on(f, i))
        return 0;
    if (is(f, i, WORD_PARTICLE) && follows_on(f, i + 1) && is_name_word(f, i + 1))
        return 1;
    // "de la Cruz"
    if (is(f, i, WORD_PARTICLE) && is(f, i + 1, WORD_PARTICLE) && follows_on(f, i + 1) &&
        follows_on(f, i + 2) && is_name_word(f, i + 2))
        return 2;
    if (word_is_mark(f->words, i, '&'))
        return is_name_word(f, i + 1);
    bool of = word_is_text(f->words, i, "of"), for_ = word_is_text(f->words, i, "for");
    bool and = word_is_text(f->words, i, "and") && joined && !is(f, i + 1, WORD_TITLE);
    if (word_is_text(f->words, i, "and") && beg + 1 == i && joins_fields(f, i))
        return 1;
    bool heads = (is(f, i - 1, WORD_HEADS_OF) && !(for_ && is(f, i - 1, WORD_ROLES))) ||
                 (of && (joined || is_office(f, beg, i)));
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

// "Ann “Annie” Pike"
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

// Where titles and what stands before them end: "Harbour Chairman | Jo Pike".
static uint32_t skip_titles(const Finder *f, uint32_t beg, uint32_t end)
{
    uint32_t core = beg;
    for (uint32_t i = beg; i + 1 < end; i++) {
        if (is(f, i, WORD_TITLE) && !is(f, i + 1, WORD_SUFFIX) &&
            !word_is_mark(f->words, i + 1, ','))
            core = i + 1;
    }
    // "Chief Executive Jo Pike"
    while (core > beg && core + 2 < end && is(f, core, WORD_PEOPLE | WORD_ROLE | WORD_ROLES) &&
           first_name_at(f, core) == NOT_A_FIRST_NAME)
        core++;
    return core;
}

// Whether a word before a person's name only says what the person is: "Journalist
// Jo Pike", "Harbour-born Jo Pike", "AG Jo Pike".
static bool describes_bearer(const Finder *f, uint32_t i)
{
    const Word *word = word_at(f, i);
    if (!word_is_name_like(word) || word->dot || first_name_at(f, i) != NOT_A_FIRST_NAME)
        return false;
    const Term *term = word_term(f->words, word);
    return is(f, i,
              WORD_ROLE | WORD_ROLES | WORD_TITLE | WORD_PEOPLE | WORD_PLACE | WORD_BODY |
                  WORD_HEADS_OF) ||
           word->shape == SHAPE_UPPER || term->small_count > 0 ||
           memchr(term->lower.data, '-', term->lower.len);
}

// Where the person's own name begins: "Republican | Jo Pike", "Harbour Press |
// Dan Lee", "Dover County Recorder | Jo Pike". A lone word that tells nothing may
// be a first name that is not known.
static uint32_t skip_descriptions(const Finder *f, uint32_t beg, uint32_t end)
{
    if (first_name_at(f, beg) != NOT_A_FIRST_NAME && !is(f, beg, WORD_PEOPLE | WORD_PLACE))
        return beg;
    if (is(f, beg, WORD_ROLES) && beg + 2 == end)
        return beg + 1;
    if (is(f, end - 1, WORD_BODY | WORD_HEADS_OF | WORD_ROLES))
        return beg;
    for (uint32_t i = beg + 1; i + 1 < end; i++) {
        bool named = first_name_at(f, i) != NOT_A_FIRST_NAME ||
                     (is(f, i, WORD_PEOPLE) && is(f, i - 1, WORD_PEOPLE | WORD_PLACE));
        if (named && (describes_bearer(f, i - 1) || i > beg + 1) &&
            word_is_name_like(word_at(f, i - 1)))
            return i;
    }
    return beg;
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

static bool is_one_of(const Finder *f, uint32_t word, const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word_is_text(f->words, word, texts[i]))
            return true;
    return false;
}

// "Election Day", "Clean Air Act", "Maple Street": no person, where no first name
// says so.
static bool names_thing(const Finder *f, uint32_t last)
{
    static const char *const THINGS[] = {"day",  "act",   "street", "avenue", "road", "war",
                                         "bill", "week",  "month",  "night",  "hall", "plan",
                                         "cup",  "award", "awards", "bowl",   "deal", "amendment",
                                         "left", "right", "behind", "world",  "life", "show"};
    return is_one_of(f, last, THINGS, COUNT(THINGS));
}

// "Reed County", "Jordan Foundation": no last name, though a first name stand before it.
static bool ends_no_person(const Finder *f, uint32_t last)
{
    static const char *const HEADS[] = {
        "county",    "university", "foundation",  "committee",   "department", "ministry",
        "institute", "commission", "corporation", "association", "rovers",     "wanderers",
        "united",    "albion",     "town",        "prize",       "street",     "avenue"};
    return is_one_of(f, last, HEADS, COUNT(HEADS));
}

// "(Lab, Dover East)"
static bool is_seat(const Finder *f, const NameMention *m)
{
    return m->title > 2 && word_is_mark(f->words, m->title - 1, ',') &&
           word_is_mark(f->words, m->title - 3, '(') && word_is_mark(f->words, m->last + 1, ')');
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
    if (ends_no_person(f, last) || is_seat(f, m))
        return SPEAKER_ORGANISATION;
    if (joins_names(f, m->first, last + 1) || (plural_word && !(first && last == m->first + 1)))
        return SPEAKER_ORGANISATION;
    if (m->first == last && word_at(f, last)->shape == SHAPE_UPPER)
        return SPEAKER_ORGANISATION;
    // "in Dover", "the Dover attacks"
    if (m->first == last && m->title > 0 && !word_at(f, m->title)->starts &&
        stands_for_place(f, m->title - 1))
        return SPEAKER_ORGANISATION;
    if (first != NOT_A_FIRST_NAME)
        return SPEAKER_PERSON;
    bool article = m->title > 0 && word_is_text(f->words, m->title - 1, "the");
    if (article || is(f, last, WORD_PLACE | WORD_PEOPLE) || names_thing(f, last))
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

// "US trade has grown": a country that describes what stands behind it.
static bool only_describes(const Finder *f, uint32_t i)
{
    static const char *const COUNTRIES[] = {"us", "u.s", "uk", "u.k"};
    bool country = false;
    for (size_t k = 0; k < COUNT(COUNTRIES); k++)
        country |= word_is_text(f->words, i, COUNTRIES[k]);
    return country && i + 1 < f->words->items.count && !word_at(f, i)->possessive &&
           !word_at(f, i + 1)->starts && word_at(f, i + 1)->shape == SHAPE_LOWER &&
           !is(f, i + 1,
               WORD_SAYS | WORD_SAYING | WORD_BE | WORD_AUXILIARY | WORD_PREPOSITION |
                   WORD_CONJUNCTION | WORD_SUBORDINATE | WORD_RELATIVE | WORD_ADVERB);
}

static void add_mention(Finder *f, uint32_t beg, uint32_t end)
{
    uint32_t core = skip_titles(f, beg, end);
    core = skip_descriptions(f, core, end);
    if (core > beg && joins_names(f, core, end)) {
        core = holder_of(f, core, end);
        if (core == end)
            return;
    }
    NameMention m = {.title = beg, .first = core, .last = end - 1};
    if (m.first == m.last && only_describes(f, m.first))
        return;
    note_title(f, &m);
    // "White House Press Secretary": an office without its holder.
    if (is(f, m.last, WORD_TITLE) && core < m.last && first_name_at(f, core) == NOT_A_FIRST_NAME)
        return;
    if (core == m.last && core == beg && is(f, core, WORD_TITLE) &&
        first_name_at(f, core) == NOT_A_FIRST_NAME)
        return;
    // "the MP", "its CEO"
    if (core == m.last && word_at(f, core)->shape == SHAPE_UPPER && is(f, core, WORD_ROLE))
        return;
    // "Republican", "South Carolina Democrat": one of a people, not a name.
    if (!m.titled && is(f, m.last, WORD_PEOPLE) &&
        (core == m.last || is(f, m.last - 1, WORD_PEOPLE | WORD_PLACE)) &&
        word_at(f, m.last)->shape == SHAPE_CAPITAL && !(core < m.last && is(f, m.last, WORD_BODY)))
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

// "No 10 said", "No. 10": the prime minister's office.
static bool is_no_10(const Finder *f, uint32_t i)
{
    return word_at(f, i)->shape == SHAPE_CAPITAL && word_is_text(f->words, i, "no") &&
           word_is_text(f->words, i + 1, "10") && is(f, i + 2, WORD_SAYS);
}

static void add_body(Finder *f, uint32_t first, uint32_t last)
{
    *PUSH(&f->names->mentions, f->arena) =
        (NameMention){.title = first, .first = first, .last = last, .kind = SPEAKER_ORGANISATION};
    for (uint32_t i = first; i <= last; i++)
        f->names->at[i] = f->names->mentions.count;
}

void find_mentions(Finder *f)
{
    learn_leaders(f);
    bool shouted = false;
    for (uint32_t i = 0; i < f->words->items.count;) {
        if (word_at(f, i)->starts)
            shouted = is_shouted(f, i);
        if (shouted) {
            i++;
            continue;
        }
        if (is_no_10(f, i)) {
            add_body(f, i, i + 1);
            i += 2;
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
