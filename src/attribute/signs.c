#include "attribute/signs.h"

#include "attribute/lexicon.h"
#include "base/utf8.h"

enum {
    SHORT_WORDS = 3, // a name, a label, a slogan has no more
    NEAR = 4,        // words to the left
    FAR = 30,
};

typedef struct {
    const Words *words;
    uint32_t at; // the word of the run
    Str text;
    uint32_t count; // words of the text
    bool *has;
} View;

static const Word *word_of(const View *v, uint32_t i)
{
    return &v->words->items.items[i];
}

// A small word of these classes. Marks and runs are of none.
static bool small_word_is(const View *v, uint32_t i, uint32_t classes)
{
    return word_of(v, i)->shape == SHAPE_LOWER && word_is(v->words, i, classes);
}

// ---- What is quoted ----

uint32_t count_words(Str text)
{
    uint32_t count = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        bool space = is_space((unsigned char)text.data[i]);
        count += !space && !inside;
        inside = !space;
    }
    return count;
}

static void read_size(const View *v)
{
    char last = v->text.len ? v->text.data[v->text.len - 1] : ' ';
    v->has[SIGN_ONE_WORD] = v->count <= 1;
    v->has[SIGN_TWO_WORDS] = v->count == 2;
    v->has[SIGN_SIX_WORDS] = v->count >= 6;
    v->has[SIGN_MANY_WORDS] = v->count >= 10;
    v->has[SIGN_ENDS_COMMA] = last == ',';
    v->has[SIGN_ENDS_STOP] = last == '.';
    v->has[SIGN_ENDS_CRY] = last == '?' || last == '!';
    v->has[SIGN_NUMBER] = v->text.len && is_digit((unsigned char)v->text.data[0]);
}

static bool is_one_of(Str word, const char *const *list, size_t count)
{
    char first = word.len ? word.data[0] : 0;
    for (size_t i = 0; i < count; i++) {
        // Most differ in the first letter, whatever its case.
        if (((first ^ list[i][0]) & 0x1F) == 0 && str_equal_nocase(word, str_from(list[i])))
            return true;
    }
    return false;
}

// "Bread and Ashes", "The Loaf with Two Crusts": every long word has a capital, but
// for those that link.
static bool is_title_case(Str text)
{
    static const char *const LINKS[] = {"with", "from", "into", "over", "upon", "when", "than"};
    bool capital = false;
    for (size_t i = 0; i < text.len;) {
        size_t end = i;
        while (end < text.len && !is_space((unsigned char)text.data[end]))
            end++;
        uint32_t c = utf8_at(text, i).code;
        if (end - i > 3 || i == 0) {
            capital |= code_is_upper(c);
            if (code_is_lower(c) && !is_one_of(str_slice(text, i, end), LINKS, COUNT(LINKS)))
                return false;
        }
        i = end + 1;
    }
    return capital;
}

static void read_word(const View *v, Str word, bool first)
{
    static const char *const YOU[] = {"you", "your", "yours"};
    uint32_t classes = classes_of(v->words, word);
    bool link = (classes & (WORD_PREPOSITION | WORD_CONJUNCTION)) != 0;
    v->has[SIGN_YOU] |= is_one_of(word, YOU, COUNT(YOU));
    v->has[SIGN_BEGINS_LINK] |= first && link;
    v->has[SIGN_ENDS_LINK] = link || (classes & WORD_BE) != 0;
}

// What is as long as this is speech by its length.
enum { READ_BYTES_MAX = 400 };

static void read_words(const View *v)
{
    bool first = true;
    for (size_t i = 0; i < v->text.len && i < READ_BYTES_MAX;) {
        size_t end = letters_end(v->text, i);
        if (end == i) {
            i += utf8_at(v->text, i).len;
            continue;
        }
        read_word(v, str_slice(v->text, i, end), first);
        first = false;
        i = end;
    }
}

// ---- Where it stands ----

static void read_answer(const View *v, const Answer *answer)
{
    v->has[SIGN_BESIDE] = answer->place == PLACE_BESIDE;
    v->has[SIGN_AFTER_VERB] = answer->place == PLACE_AFTER_VERB;
    v->has[SIGN_INSIDE] = answer->place == PLACE_INSIDE;
    v->has[SIGN_NAMED] = answer->entity != NOBODY;
    v->has[SIGN_PRONOUN] =
        answer->evidence >= EVIDENCE_PRONOUN && answer->evidence <= EVIDENCE_PRONOUN_MAIN;
    v->has[SIGN_SUBJECT] = answer->evidence == EVIDENCE_SUBJECT;
    v->has[SIGN_GOES_ON] =
        answer->evidence == EVIDENCE_SAME_PARAGRAPH || answer->evidence == EVIDENCE_CARRIED;
}

static void read_before(const View *v)
{
    if (v->at == 0 || word_of(v, v->at)->starts) {
        v->has[SIGN_FIRST] = true;
        return;
    }
    const Word *before = word_of(v, v->at - 1);
    bool mark = before->shape == SHAPE_MARK;
    v->has[SIGN_COMMA] = mark && before->mark == ',';
    v->has[SIGN_COLON] = mark && before->mark == ':';
    v->has[SIGN_DASH] = mark && before->mark == '-';
}

// What stands behind a name between marks: the "Dry Land" show, the "Bread First"
// campaign, the "Great Oven" rule.
static bool is_bearer(const View *v, uint32_t i)
{
    static const char *const BEARERS[] = {
        "act",      "actor",   "anchor", "author",   "bill",    "campaign", "cast",       "creator",
        "doctrine", "episode", "fan",    "fans",     "hashtag", "host",     "initiative", "label",
        "law",      "list",    "memo",   "movement", "policy",  "program",  "rally",      "series",
        "show",     "singer",  "slogan", "star",     "tag",     "tour",     "winner"};
    Str lower = v->words->terms.items[word_of(v, i)->term].lower;
    return word_of(v, i)->shape == SHAPE_LOWER && is_one_of(lower, BEARERS, COUNT(BEARERS));
}

static void read_behind(const View *v)
{
    uint32_t i = v->at + 1;
    if (i >= v->words->items.count || word_of(v, i)->starts)
        return;
    const Word *next = word_of(v, i);
    if (next->shape == SHAPE_MARK) {
        v->has[SIGN_BEFORE_MARK] = next->mark != '.' && next->mark != '?' && next->mark != '!';
        return;
    }
    v->has[SIGN_BEFORE_BEARER] = is_bearer(v, i);
    v->has[SIGN_BEFORE_AND] = small_word_is(v, i, WORD_CONJUNCTION);
    v->has[SIGN_BEFORE_NOUN] =
        next->shape == SHAPE_LOWER &&
        !word_is(v->words, i,
                 WORD_CONJUNCTION | WORD_PREPOSITION | WORD_SUBORDINATE | WORD_RELATIVE |
                     WORD_ADVERB | WORD_SAYS | WORD_BE | WORD_AUXILIARY);
}

// ---- What stands to the left and the right in the sentence ----

// Verbs of thought, of wanting, and of showing somebody in a light: `he found
// "gaps"`, `ads that portray her as a "loner"`. Whoever does it is quoted.
static bool is_thought(const View *v, uint32_t i)
{
    static const char *const STEMS[26][6] = {
        ['b' - 'a'] = {"believ"},
        ['c' - 'a'] = {"cast", "champion", "conclud", "consider"},
        ['d' - 'a'] = {"decid", "demand", "depict", "determin"},
        ['f' - 'a'] = {"fear", "feel", "felt", "find", "found", "fram"},
        ['h' - 'a'] = {"hop"},
        ['n' - 'a'] = {"need"},
        ['o' - 'a'] = {"oppos"},
        ['p' - 'a'] = {"paint", "pledg", "portra", "promis", "propos", "push"},
        ['r' - 'a'] = {"recogni", "regard", "rul"},
        ['s' - 'a'] = {"saw", "see", "seek", "support"},
        ['t' - 'a'] = {"think", "thought", "tout"},
        ['v' - 'a'] = {"view", "vow"},
        ['w' - 'a'] = {"want", "worr"},
    };
    static const char *const ENDINGS[] = {"",    "s",    "d",   "e",    "ed",  "es",  "ing", "n",
                                          "y",   "ys",   "yed", "ying", "ied", "ies", "ze",  "zed",
                                          "zes", "zing", "se",  "sed",  "ses", "sing"};
    Str lower = v->words->terms.items[word_of(v, i)->term].lower;
    if (!is_lower(lower.data[0]))
        return false;
    const char *const *stems = STEMS[lower.data[0] - 'a'];
    for (size_t k = 0; k < COUNT(STEMS[0]) && stems[k]; k++) {
        Str stem = str_from(stems[k]);
        if (str_starts(lower, stem) &&
            is_one_of(str_slice(lower, stem.len, lower.len), ENDINGS, COUNT(ENDINGS)))
            return true;
    }
    return false;
}

static void read_left_word(const View *v, uint32_t i)
{
    bool near = v->at - i <= NEAR;
    if (word_of(v, i)->shape != SHAPE_LOWER)
        return;
    v->has[near ? SIGN_NEAR_SAYING : SIGN_FAR_SAYING] |= word_is(v->words, i, WORD_SAYING);
    v->has[SIGN_THOUGHT] |= is_thought(v, i);
    v->has[SIGN_FAR_SPEECH_NOUN] |= !near && word_is(v->words, i, WORD_SPEECH_NOUN);
    v->has[SIGN_THAT] |= word_is_text(v->words, i, "that");
}

static void read_sentence(const View *v)
{
    uint32_t count = v->words->items.count, verb = 0; // words back to the verb of speech
    for (uint32_t i = v->at; i > 0 && v->at - i < FAR && !word_of(v, i)->starts; i--) {
        read_left_word(v, i - 1);
        if (!verb && small_word_is(v, i - 1, WORD_SAYS | WORD_SAYING | WORD_LABELS))
            verb = v->at - i + 1;
    }
    v->has[SIGN_VERB_IN_2] = verb > 0 && verb <= 2;
    v->has[SIGN_VERB_IN_5] = verb > 2 && verb <= 5;
    v->has[SIGN_VERB_IN_10] = verb > 5 && verb <= 10;
    for (uint32_t i = v->at + 1; i < count && i - v->at < FAR && !word_of(v, i)->starts; i++)
        v->has[SIGN_SAYS_BEHIND] |= small_word_is(v, i, WORD_SAYS);
    v->has[SIGN_SHORT_CITED] = v->count <= SHORT_WORDS && verb > 0 && verb <= NEAR &&
                               (v->has[SIGN_AFTER_VERB] || v->has[SIGN_INSIDE]);
}

// ---- Other runs ----

// Nothing but "and" and commas between the run before and this one.
static bool is_joined(const View *v, uint32_t before)
{
    if (v->at - before > NEAR - 1 || word_of(v, v->at)->starts)
        return false;
    for (uint32_t i = before + 1; i < v->at; i++) {
        if (word_of(v, i)->starts ||
            !(word_is_mark(v->words, i, ',') || small_word_is(v, i, WORD_CONJUNCTION)))
            return false;
    }
    return true;
}

// The run before stands in the sentence of this one, as far as is looked.
static bool same_sentence(const View *v, uint32_t before)
{
    for (uint32_t i = v->at; i > before; i--) {
        if (word_of(v, i)->starts || v->at - i >= FAR)
            return false;
    }
    return true;
}

static void read_run_before(const View *v, const Judged *before, Signs *out)
{
    if (!before->known || word_of(v, before->at)->block != word_of(v, v->at)->block)
        return;
    out->joined = is_joined(v, before->at);
    v->has[SIGN_SPEECH_IN_BLOCK] = before->speech && !out->joined && !same_sentence(v, before->at);
}

// ---- Names between marks ----

// NBC's "Morning Line," her book "The Long Way", the author of "Dry Land", aired
// on "Good Evening". Behind a comma inside the marks one word will do: NPR's "Aloud,"
static bool follows_work(const View *v)
{
    uint32_t i = v->at - 1;
    const Word *before = word_of(v, i);
    bool several = v->count > 1;
    if (before->possessive && word_is_name_like(before))
        return several || v->has[SIGN_ENDS_COMMA];
    if (before->possessive)
        return several;
    static const char *const PLAYED[] = {"sang",  "sing",     "sings",      "singing", "performed",
                                         "plays", "performs", "performing", "hummed",  "recorded"};
    Str lower = v->words->terms.items[before->term].lower;
    if (several && !v->has[SIGN_ENDS_STOP] && is_one_of(lower, PLAYED, COUNT(PLAYED)))
        return true;
    return small_word_is(v, i, WORD_WORK) || (several && word_is_text(v->words, i, "on")) ||
           (i > 0 && word_is_text(v->words, i, "of") &&
            small_word_is(v, i - 1, WORD_ROLE | WORD_WORK));
}

// a mill called "Old Anna", a baker named "Crumbs", under the pseudonym "Will Loaf"
static bool follows_naming(const View *v)
{
    static const char *const NAMINGS[] = {"called", "labelled", "labeled",
                                          "named",  "dubbed",   "nicknamed"};
    static const char *const NAMES[] = {"pseudonym", "alias",   "nickname", "name",
                                        "handle",    "moniker", "hashtag",  "codename"};
    uint32_t i = v->at - 1;
    Str lower = v->words->terms.items[word_of(v, i)->term].lower;
    if (is_one_of(lower, NAMES, COUNT(NAMES)))
        return true;
    if (i == 0 || word_of(v, i)->starts || !is_one_of(lower, NAMINGS, COUNT(NAMINGS)) ||
        word_of(v, i - 1)->shape != SHAPE_LOWER ||
        word_is(v->words, i - 1, WORD_SUBJECT | WORD_BE | WORD_AUXILIARY | WORD_ADVERB))
        return false;
    if (!word_is(v->words, i - 1, WORD_ROLE | WORD_ROLES | WORD_BODY))
        return true;
    for (uint32_t n = 2; n <= NEAR + 1 && n <= i && !word_of(v, i - n + 1)->starts; n++) {
        if (small_word_is(v, i - n, WORD_INDEFINITE) || word_is_text(v->words, i - n, "A"))
            return true;
    }
    return false;
}

// "Dry Land" is a drama about a mill.
static bool is_work_itself(const View *v)
{
    if (v->count < 2 || !word_is(v->words, v->at + 1, WORD_BE))
        return false;
    for (uint32_t i = v->at + 2; i < v->at + 6 && i < v->words->items.count; i++) {
        if (small_word_is(v, i, WORD_WORK))
            return true;
    }
    return false;
}

// “Salt” is an old word; “dead loaf” is a term of bakers.
static bool is_word_itself(const View *v)
{
    static const char *const NOUNS[] = {"word", "term", "phrase", "expression", "acronym"};
    if (!word_is(v->words, v->at + 1, WORD_BE) || v->has[SIGN_ENDS_STOP] || v->has[SIGN_ENDS_COMMA])
        return false;
    for (uint32_t i = v->at + 2; i < v->at + 6 && i < v->words->items.count; i++) {
        if (word_of(v, i)->starts || word_of(v, i)->shape != SHAPE_LOWER)
            return false;
        if (is_one_of(v->words->terms.items[word_of(v, i)->term].lower, NOUNS, COUNT(NOUNS)))
            return true;
    }
    return false;
}

// “notes.txt”: no blank, and a stop that letters follow.
static bool is_file(const View *v)
{
    size_t stop = str_find(v->text, STR("."));
    return v->count == 1 && stop > 0 && stop + 1 < v->text.len &&
           code_is_letter(utf8_at(v->text, stop + 1).code) && v->text.data[v->text.len - 1] != '.';
}

// A heading: a paragraph of its own that no stop ends.
static bool is_heading(const View *v)
{
    uint32_t next = v->at + 1, block = word_of(v, v->at)->block;
    return (v->at == 0 || word_of(v, v->at - 1)->block != block) &&
           (next >= v->words->items.count || word_of(v, next)->block != block) &&
           code_is_letter(utf8_before(v->text, v->text.len).code);
}

static bool is_name(const View *v)
{
    if (is_word_itself(v) || is_file(v))
        return true;
    if (!is_title_case(v->text))
        return false;
    if (v->has[SIGN_FIRST])
        return is_work_itself(v) || (v->count > 1 && is_heading(v)) || v->has[SIGN_BEFORE_BEARER];
    return follows_work(v) || follows_naming(v) || v->has[SIGN_BEFORE_BEARER];
}

// <a href="...">
static bool is_markup(const Words *words, const Run *run)
{
    return run->outer.beg > 0 && words->text.data[run->outer.beg - 1] == '=';
}

void read_signs(const Words *words, uint32_t at, const Run *run, const Answer *answer,
                const Judged *before, Signs *out)
{
    *out = (Signs){0};
    Str text = str_span(words->text, run->span);
    View v = {words, at, text, count_words(text), out->has};
    read_size(&v);
    v.has[SIGN_TITLE] = v.count > 1 && is_title_case(text);
    read_words(&v);
    read_answer(&v, answer);
    read_before(&v);
    read_behind(&v);
    read_sentence(&v);
    read_run_before(&v, before, out);
    out->name = is_name(&v) || is_markup(words, run);
}
