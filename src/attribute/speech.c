#include "attribute/speech.h"

#include "attribute/lexicon.h"
#include "base/utf8.h"

enum { LONG_ENOUGH = 4 }; // words: shorter ones without a verb of speech are scare quotes

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

// "Gone With the Wind": every long word has a capital.
static bool is_title_case(Str text)
{
    uint32_t capitals = 0, small = 0;
    for (size_t i = 0; i < text.len;) {
        size_t end = i;
        while (end < text.len && !is_space((unsigned char)text.data[end]))
            end++;
        if (end - i > 3 || i == 0) {
            bool capital = code_is_upper(utf8_at(text, i).code);
            capitals += capital;
            small += !capital && code_is_lower(utf8_at(text, i).code);
        }
        i = end + 1;
    }
    return capitals > 0 && small == 0;
}

static bool ends_as_speech(Str text)
{
    if (!text.len)
        return false;
    char last = text.data[text.len - 1];
    return last == ',' || last == '?' || last == '!' || last == '.';
}

// the so-called “...”, a film titled “...”
static bool is_named_so(const Words *words, uint32_t at)
{
    uint32_t i = at;
    while (i > 0 && (word_is_mark(words, i - 1, ',') || word_is(words, i - 1, WORD_ADVERB) ||
                     word_is_text(words, i - 1, "as")))
        i--;
    return i > 0 && word_is(words, i - 1, WORD_SO_CALLED);
}

// NBC's “Morning Line,” her book “The Long Way”
static bool is_work(const Words *words, uint32_t at, Str text)
{
    if (at == 0 || !is_title_case(text))
        return false;
    const Word *before = &words->items.items[at - 1];
    return (before->possessive && word_is_name_like(before)) || word_is(words, at - 1, WORD_WORK) ||
           (word_is_text(words, at - 1, "on") && count_words(text) > 1) ||
           (at > 1 && word_is_text(words, at - 1, "of") && word_is(words, at - 2, WORD_ROLE));
}

// <a href="...">
static bool is_markup(const Words *words, const Run *run)
{
    return run->outer.beg > 0 && words->text.data[run->outer.beg - 1] == '=';
}

// the “No Way” movement said: part of a phrase, not what was said.
static bool is_embedded(const Words *words, uint32_t at, Str text)
{
    return at > 0 && !words->items.items[at].starts && !ends_as_speech(text) &&
           words->items.items[at - 1].shape == SHAPE_LOWER &&
           !word_is(words, at - 1, WORD_SAYS | WORD_SAYING);
}

// chants of “...”, her slogan was “...”
static bool is_spoken_of(const Words *words, uint32_t at)
{
    uint32_t i = at;
    while (i > 0 && at - i < 3 &&
           (word_is_text(words, i - 1, "of") || word_is_text(words, i - 1, "that") ||
            word_is(words, i - 1, WORD_BE) || word_is_mark(words, i - 1, ':') ||
            word_is_mark(words, i - 1, ',')))
        i--;
    return i > 0 && word_is(words, i - 1, WORD_SPEECH_NOUN);
}

static QuoteKind judge_unplaced(const Words *words, uint32_t at, Str text)
{
    uint32_t count = count_words(text);
    if (!is_spoken_of(words, at) && (is_title_case(text) || count < LONG_ENOUGH))
        return QUOTE_OTHER;
    return begins_capital(text) && ends_as_speech(text) ? QUOTE_DIRECT : QUOTE_MIXED;
}

QuoteKind judge_run(const Words *words, uint32_t at, const Run *run, const Answer *answer)
{
    Str text = str_span(words->text, run->span);
    uint32_t count = count_words(text);
    if (run->lesser || is_work(words, at, text) || is_markup(words, run))
        return QUOTE_OTHER;
    if (answer->place == PLACE_BESIDE && !is_embedded(words, at, text))
        return QUOTE_DIRECT;
    if (is_named_so(words, at) && (count < LONG_ENOUGH || is_title_case(text)))
        return QUOTE_OTHER;
    switch (answer->place) {
    case PLACE_AFTER_VERB:
        if (count > 1)
            return begins_capital(text) ? QUOTE_DIRECT : QUOTE_MIXED;
        return is_title_case(text) && !ends_as_speech(text) ? QUOTE_OTHER : QUOTE_MIXED;
    case PLACE_INSIDE:
        return is_title_case(text) && !ends_as_speech(text) ? QUOTE_OTHER : QUOTE_MIXED;
    case PLACE_ALONE:
        return count >= LONG_ENOUGH || ends_as_speech(text) ? QUOTE_DIRECT : QUOTE_OTHER;
    case PLACE_BESIDE:
    case PLACE_NONE:
        break;
    }
    return judge_unplaced(words, at, text);
}
