#include "attribute/clauses.h"
#include "attribute/lexicon.h"
#include "attribute/resolve.h"
#include "attribute/speech.h"
#include "attribute/utterances.h"

const char *const SPEAKER_KIND_NAMES[SPEAKER_KINDS] = {
    [SPEAKER_NARRATOR] = "narrator",
    [SPEAKER_PERSON] = "person",
    [SPEAKER_ORGANISATION] = "organisation",
    [SPEAKER_DOCUMENT] = "document",
    [SPEAKER_GROUP] = "group",
    [SPEAKER_UNKNOWN] = "unknown",
};
const char *const GENDER_NAMES[GENDERS] = {
    [GENDER_UNKNOWN] = "unknown",
    [GENDER_MALE] = "male",
    [GENDER_FEMALE] = "female",
};
const char *const QUOTE_KIND_NAMES[QUOTE_KINDS] = {
    [QUOTE_DIRECT] = "direct",
    [QUOTE_MIXED] = "mixed",
    [QUOTE_OTHER] = "other",
};

// Below it a quotation gets the unknown speaker's voice: a wrong person is
// worse than none.
static const float DEFAULT_THRESHOLD = 0.75F;
enum { LONG_QUOTE_WORDS = 6 };

typedef struct {
    const AttributeOptions *options;
    const Names *names;
    const Runs *runs;
    const Answer *answers;
    Arena *arena;
    Script *script;
    int32_t *speakers; // by entity: index in Script.speakers, or 0
    uint32_t unknown;  // index of the unknown speaker, or 0
} Scribe;

static int32_t speaker_of(Scribe *s, int32_t entity)
{
    if (s->speakers[entity])
        return s->speakers[entity];
    const Entity *e = &s->names->entities.items[entity];
    Str text = s->names->words->text;
    Speaker *speaker = PUSH(&s->script->speakers, s->arena);
    *speaker =
        (Speaker){.name = str_span(text, e->fullest), .kind = e->kind, .gender = entity_gender(e)};
    for (uint32_t i = 0; i < e->forms.count; i++) {
        Str form = str_span(text, e->forms.items[i]);
        if (!str_equal(form, speaker->name))
            *PUSH(&speaker->aliases, s->arena) = form;
    }
    s->speakers[entity] = (int32_t)s->script->speakers.count - 1;
    return s->speakers[entity];
}

static uint32_t unknown_speaker(Scribe *s)
{
    if (!s->unknown) {
        *PUSH(&s->script->speakers, s->arena) =
            (Speaker){.name = STR("Unknown speaker"), .kind = SPEAKER_UNKNOWN};
        s->unknown = s->script->speakers.count - 1;
    }
    return s->unknown;
}

static bool switches(const Scribe *s, const Quote *quote)
{
    Str text = str_span(s->names->words->text, quote->span);
    if (quote->kind == QUOTE_OTHER)
        return false;
    switch (s->options->switch_rule) {
    case SWITCH_LONG:
        return quote->kind == QUOTE_DIRECT || count_words(text) >= LONG_QUOTE_WORDS;
    case SWITCH_DIRECT:
        return quote->kind == QUOTE_DIRECT;
    case SWITCH_ALL:
        return true;
    case SWITCH_NEVER:
        return false;
    }
    return false;
}

static uint32_t choose_voice(Scribe *s, const Quote *quote)
{
    if (!switches(s, quote))
        return 0;
    if (quote->speaker != NOBODY && quote->sureness >= s->script->threshold)
        return (uint32_t)quote->speaker;
    add_note(&s->script->notes, s->arena, quote->span, "no sure speaker found for a quotation");
    return unknown_speaker(s);
}

static Quote make_quote(Scribe *s, uint32_t run, QuoteKind kind)
{
    const Answer *answer = &s->answers[run];
    Quote quote = {.span = s->runs->items[run].span,
                   .kind = kind,
                   .speaker = NOBODY,
                   .block = s->runs->items[run].block};
    if (kind == QUOTE_OTHER)
        return quote;
    quote.mention = answer->mention;
    quote.sureness = answer->sureness;
    if (answer->entity != NOBODY)
        quote.speaker = speaker_of(s, answer->entity);
    return quote;
}

bool attribute_sentences(const Sentences *in, const AttributeOptions *options, Arena *arena,
                         Script *out, Error *err)
{
    (void)err;
    *out = (Script){.sentences = in};
    out->threshold = options->threshold > 0 ? options->threshold : DEFAULT_THRESHOLD;
    *PUSH(&out->speakers, arena) = (Speaker){.name = STR("Narrator")};
    Runs runs;
    Words words;
    Names names;
    Cues cues;
    find_runs(in->article, arena, *arena, &runs);
    const WordClasses *classes = options->classes ? options->classes : load_word_classes(arena);
    find_words(in, &runs, classes, arena, &words);
    find_names(&words, arena, &names);
    find_cues(&names, arena, &cues);
    Answer *answers = ALLOC(arena, Answer, runs.count + 1);
    resolve_runs(&names, &cues, &runs, *arena, answers);
    QuoteKind *kinds = ALLOC(arena, QuoteKind, runs.count + 1);
    judge_runs(&words, &runs, answers, *arena, kinds);
    Scribe s = {.options = options,
                .names = &names,
                .runs = &runs,
                .answers = answers,
                .arena = arena,
                .script = out,
                .speakers = ALLOC(arena, int32_t, names.entities.count + 1)};
    uint32_t *voices = ALLOC(arena, uint32_t, runs.count + 1);
    for (uint32_t i = 0; i < words.items.count; i++) {
        if (words.items.items[i].shape != SHAPE_QUOTE)
            continue;
        uint32_t run = words.items.items[i].run;
        Quote *quote = PUSH(&out->quotes, arena);
        *quote = make_quote(&s, run, kinds[run]);
        voices[run] = choose_voice(&s, quote);
    }
    cut_utterances(&runs, voices, arena, out);
    return true;
}
