#include "attribute/speech.h"

#include "attribute/lexicon.h"
#include "base/utf8.h"

enum { LONG_ENOUGH = 4 };  // words: shorter ones without a verb of speech are scare quotes

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

QuoteKind judge_run(const Words *words, uint32_t at, const Run *run, const Answer *answer)
{
    Str text = str_span(words->text, run->span);
    uint32_t count = count_words(text);
    bool direct = answer->place == PLACE_BESIDE || answer->place == PLACE_ALONE ||
                  (answer->place == PLACE_AFTER_VERB && begins_capital(text));
    if (run->single && !(direct && ends_as_speech(text)))
        return QUOTE_OTHER;
    if (answer->place == PLACE_BESIDE || (answer->place == PLACE_AFTER_VERB && count > 1))
        return direct ? QUOTE_DIRECT : QUOTE_MIXED;
    if (is_named_so(words, at) && (count < LONG_ENOUGH || is_title_case(text)))
        return QUOTE_OTHER;
    if (answer->place == PLACE_ALONE)
        return count >= LONG_ENOUGH || ends_as_speech(text) ? QUOTE_DIRECT : QUOTE_OTHER;
    if (answer->place == PLACE_INSIDE || answer->place == PLACE_AFTER_VERB)
        return is_title_case(text) && !ends_as_speech(text) ? QUOTE_OTHER : QUOTE_MIXED;
    if (count >= LONG_ENOUGH && !is_title_case(text))
        return begins_capital(text) && ends_as_speech(text) ? QUOTE_DIRECT : QUOTE_MIXED;
    return QUOTE_OTHER;
}
