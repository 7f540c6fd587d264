#include "attribute/speech.h"

#include "attribute/lexicon.h"
#include "base/utf8.h"

// What each sign is worth, in hundredths of the logarithm of the odds that a run
// which has it is speech. scripts/fit-speech found them by logistic regression over
// some 2,700 runs of news and essays (in part of novels), each of which somebody had
// read; signs that were worth less than 0.28, or
// without which other articles fared as well, were left out. Names that `name` tells
// were left aside.
static const struct {
    const char *name;
    int16_t worth;
} WORTH[SIGNS] = {
    [SIGN_ONE_WORD] = {"one word", -96},
    [SIGN_TWO_WORDS] = {"two words", -59},
    [SIGN_SIX_WORDS] = {"six words", 143},
    [SIGN_MANY_WORDS] = {"many words", 86},
    [SIGN_TITLE] = {"title", -60},
    [SIGN_NUMBER] = {"number", -6},
    [SIGN_BEGINS_LINK] = {"begins link", 57},
    [SIGN_ENDS_LINK] = {"ends link", 36},
    [SIGN_ENDS_COMMA] = {"ends comma", 39},
    [SIGN_ENDS_STOP] = {"ends stop", 115},
    [SIGN_ENDS_CRY] = {"ends cry", 63},
    [SIGN_YOU] = {"you", 45},
    [SIGN_BESIDE] = {"beside", 122},
    [SIGN_AFTER_VERB] = {"after verb", 44},
    [SIGN_INSIDE] = {"inside", 102},
    [SIGN_SUBJECT] = {"subject", -87},
    [SIGN_GOES_ON] = {"goes on", -56},
    [SIGN_NAMED] = {"named", 137},
    [SIGN_PRONOUN] = {"pronoun", 63},
    [SIGN_FIRST] = {"first", 160},
    [SIGN_COMMA] = {"comma", -37},
    [SIGN_COLON] = {"colon", 36},
    [SIGN_DASH] = {"dash", -87},
    [SIGN_BEFORE_MARK] = {"before mark", -94},
    [SIGN_BEFORE_AND] = {"before and", 66},
    [SIGN_BEFORE_NOUN] = {"before noun", -50},
    [SIGN_BEFORE_BEARER] = {"before bearer", -44},
    [SIGN_VERB_IN_2] = {"verb in 2", 105},
    [SIGN_VERB_IN_5] = {"verb in 5", 102},
    [SIGN_VERB_IN_10] = {"verb in 10", 83},
    [SIGN_NEAR_SAYING] = {"near saying", 39},
    [SIGN_FAR_SAYING] = {"far saying", 32},
    [SIGN_FAR_SPEECH_NOUN] = {"far speech noun", 55},
    [SIGN_THOUGHT] = {"thought", 93},
    [SIGN_THAT] = {"that", 74},
    [SIGN_SHORT_CITED] = {"short cited", 44},
    [SIGN_SAYS_BEHIND] = {"says behind", 67},
    [SIGN_SPEECH_IN_BLOCK] = {"speech in block", 26},
};
enum {
    WORTH_OF_ANY = 39,
    // Most runs are speech, so what is doubtful is; but a voice of its own for a
    // nickname is heard at once, and a partial quotation read by the narrator is
    // not. Hence not 0.
    LEAST_WORTH = 100,
};

const char *sign_name(Sign sign)
{
    return WORTH[sign].name;
}

static int32_t weigh(const Signs *signs)
{
    int32_t worth = WORTH_OF_ANY;
    for (size_t i = 0; i < SIGNS; i++)
        worth += signs->has[i] ? WORTH[i].worth : 0;
    return worth;
}

bool is_likely_speech(const Signs *signs)
{
    return !signs->name && weigh(signs) > LEAST_WORTH;
}

static bool begins_capital(Str text)
{
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        if (code_is_letter(c.code) || code_is_digit(c.code))
            return code_is_upper(c.code);
        i += c.len;
    }
    return false;
}

static bool ends_as_speech(Str text)
{
    char last = text.len ? text.data[text.len - 1] : ' ';
    return last == ',' || last == '?' || last == '!' || last == '.';
}

// The mill was “cold and wet,” Ann said. The “No Way” movement said so.
static bool is_embedded(const Words *words, uint32_t at, Str text)
{
    if (at == 0 || words->items.items[at].starts ||
        words->items.items[at - 1].shape == SHAPE_MARK ||
        word_is(words, at - 1, WORD_SAYS | WORD_SAYING))
        return false;
    bool small = words->items.items[at - 1].shape == SHAPE_LOWER;
    return begins_capital(text) ? small && !ends_as_speech(text) : true;
}

// He says, “that is how it is.”
static bool is_introduced(const Words *words, uint32_t at)
{
    return at > 0 && (word_is_mark(words, at - 1, ',') || word_is_mark(words, at - 1, ':'));
}

// “We began small,” said Ann, “and stayed small.”
static bool goes_on(const Words *words, const Runs *runs, uint32_t at, const QuoteKind *kinds)
{
    enum { CLAUSE_WORDS_MAX = 30 };
    if (!word_is_mark(words, at - 1, ',') || words->items.items[at].starts)
        return false;
    for (uint32_t i = at - 1; i > 0 && at - i < CLAUSE_WORDS_MAX; i--) {
        const Word *word = &words->items.items[i - 1];
        if (word->shape == SHAPE_QUOTE) {
            Str text = str_span(words->text, runs->items[word->run].span);
            return kinds[word->run] == QUOTE_DIRECT && text.data[text.len - 1] == ',';
        }
        if (words->items.items[i].starts)
            return false;
    }
    return false;
}

// Single marks where speech stands between double ones are no speech, but for
// 'We sold out,' said Ann. 'Twice.' Some articles are put together from several papers.
static bool is_aside(const Run *run, Str text, const Answer *answer)
{
    bool spoken = answer->place == PLACE_BESIDE || answer->evidence == EVIDENCE_SAME_PARAGRAPH;
    return run->lesser && !(spoken && ends_as_speech(text));
}

// Whether speech is all that is attributed or a part of it.
static QuoteKind whole_or_part(const Words *words, uint32_t at, Str text, Place place)
{
    switch (place) {
    case PLACE_BESIDE:
        return is_embedded(words, at, text) ? QUOTE_MIXED : QUOTE_DIRECT;
    case PLACE_AFTER_VERB:
        if (is_introduced(words, at) && count_words(text) > 2)
            return QUOTE_DIRECT;
        return count_words(text) > 1 && begins_capital(text) ? QUOTE_DIRECT : QUOTE_MIXED;
    case PLACE_INSIDE:
        return QUOTE_MIXED;
    case PLACE_ALONE:
        return QUOTE_DIRECT;
    case PLACE_NONE:
        break;
    }
    return begins_capital(text) && ends_as_speech(text) ? QUOTE_DIRECT : QUOTE_MIXED;
}

// Runs that are listed: the “old,” “slow” and “sad” town. They are of one mind.
typedef struct {
    uint32_t *items; // words of the runs
    uint32_t count;
    int32_t worth; // of all
    bool name;     // one of them can only be a name
} List;

static void judge_list(const Words *words, const Runs *runs, const Answer *answers,
                       const List *list, QuoteKind *kinds)
{
    bool speech = !list->name && list->worth > LEAST_WORTH * (int32_t)list->count;
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t at = list->items[i], k = words->items.items[at].run;
        const Run *run = &runs->items[k];
        Str text = str_span(words->text, run->span);
        bool never = is_aside(run, text, &answers[k]);
        bool on = at > 0 && goes_on(words, runs, at, kinds);
        kinds[k] = !speech || never ? QUOTE_OTHER
                   : on             ? QUOTE_DIRECT
                                    : whole_or_part(words, at, text, answers[k].place);
    }
}

void judge_runs(const Words *words, const Runs *runs, const Answer *answers, Arena scratch,
                QuoteKind *kinds)
{
    List list = {.items = ALLOC(&scratch, uint32_t, runs->count + 1)};
    Judged before = {0};
    for (uint32_t i = 0; i < words->items.count; i++) {
        if (words->items.items[i].shape != SHAPE_QUOTE)
            continue;
        uint32_t run = words->items.items[i].run;
        Signs signs;
        read_signs(words, i, &runs->items[run], &answers[run], &before, &signs);
        if (!signs.joined) {
            judge_list(words, runs, answers, &list, kinds);
            list = (List){.items = list.items};
        }
        list.items[list.count++] = i;
        list.worth += weigh(&signs);
        list.name |= signs.name;
        before = (Judged){true, is_likely_speech(&signs), i};
    }
    judge_list(words, runs, answers, &list, kinds);
}
