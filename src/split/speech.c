#include "split/speech.h"

#include "split/words.h"

enum { TOKENS_MAX = 9, PLAIN_MAX = 2 };

// Where an aside that begins with the comma at `at` ends, with its second
// comma; 0 where a stop or a mark comes first.
static uint32_t skip_aside(Str text, uint32_t at)
{
    uint32_t limit = at + LOOKAHEAD < text.len ? at + LOOKAHEAD : (uint32_t)text.len;
    for (uint32_t i = at + 1; i < limit; i++) {
        if (text.data[i] == ',' && i + 1 < limit && text.data[i + 1] == ' ')
            return i + 1;
        if (text.data[i] == '"' || text.data[i] == '?' || text.data[i] == '!' ||
            text.data[i] == ';')
            return 0;
    }
    return 0;
}

// A verb of speech, or any verb that ends the sentence at once: “Ow!” I howled.
static bool is_telling(Str text, uint32_t at, Str word)
{
    if (word_tells_speech(word))
        return true;
    uint32_t end = at + (uint32_t)word.len;
    return word.len > 3 && all_lower(word) && str_ends(word, STR("ed")) && end < text.len &&
           (text.data[end] == '.' || text.data[end] == ',');
}

// A name or a word, with the stops and hyphens inside it: "U.S", "Smith-Jones".
static Str token_at(Str text, uint32_t at)
{
    uint32_t end = at + (uint32_t)word_at(text, at).len;
    while (end > at && end + 1 < text.len && end - at < WORD_MAX &&
           (text.data[end] == '.' || text.data[end] == '-')) {
        Str more = word_at(text, end + 1);
        if (more.len == 0)
            break;
        end += 1 + (uint32_t)more.len;
    }
    return str_slice(text, at, end);
}

// What may stand between a name and its verb any number of times: “Why?” Cole
// of Leeds later asked.
static bool is_filler(Str word)
{
    static const char *const FILLERS[] = {"again", "also", "at",    "de",   "for", "from", "in",
                                          "later", "of",   "often", "once", "the", "then", "van"};
    for (size_t i = 0; i < COUNT(FILLERS); i++)
        if (str_equal(word, str_from(FILLERS[i])))
            return true;
    return word.len > 4 && str_ends(word, STR("ly"));
}

// A sentence of its own: “Why?” Cole did not answer.
static bool is_other_clause(Str word)
{
    static const char *const WORDS[] = {
        "a",     "after", "an",    "and",  "are",   "as",  "be",  "been", "before", "but",  "by",
        "can",   "could", "did",   "do",   "does",  "got", "had", "has",  "have",   "he",   "her",
        "him",   "his",   "i",     "if",   "is",    "it",  "its", "just", "like",   "may",  "might",
        "must",  "my",    "never", "no",   "not",   "or",  "our", "she",  "should", "so",   "still",
        "than",  "that",  "their", "they", "this",  "to",  "was", "we",   "went",   "were", "when",
        "which", "who",   "will",  "with", "would", "you", "your"};
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (str_equal(word, str_from(WORDS[i])))
            return true;
    return false;
}

static bool may_name_speaker(const Place *p, Str word, int *plain)
{
    Char c = utf8_at(word, 0);
    if (code_is_upper(c.code) || code_is_digit(c.code))
        return !word_starts_sentences(word, p->family) || *plain > 0;
    return is_filler(word) || (!is_other_clause(word) && ++*plain <= PLAIN_MAX);
}

// Past the mark behind a token, an aside included; 0 where the clause breaks
// off. An aside may stand there: “More!” Gov. Ann Cole, D-Ohio, said.
static uint32_t skip_to_next_token(Str text, uint32_t at)
{
    at += at < text.len && text.data[at] == '.';
    if (at < text.len && text.data[at] == ',')
        at = skip_aside(text, at);
    return at > 0 && at < text.len && text.data[at] == ' ' ? at + 1 : 0;
}

bool speaker_follows(const Place *p, const Follower *f)
{
    if (f->opened || f->begin != BEGIN_UPPER || (f->starts && !str_equal(f->word, STR("I"))))
        return false;
    int plain = 0;
    uint32_t at = f->at;
    for (int i = 0; i < TOKENS_MAX && (i == 0 || at > 0); i++) {
        Str word = token_at(p->text, at);
        if (word.len == 0)
            return false;
        if (i > 0 && is_telling(p->text, at, word))
            return true;
        if (i > 0 && !may_name_speaker(p, word, &plain))
            return false;
        at = skip_to_next_token(p->text, at + (uint32_t)word.len);
    }
    return false;
}
