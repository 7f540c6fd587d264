#include "attribute/dialogue.h"

#include "attribute/lexicon.h"
#include "base/utf8.h"

// In novels a run in three or four ends with a question or exclamation mark,
// in news one in thirty.
static const float DIALOGUE_SHARE = 0.15F;
enum { DIALOGUE_LEAST = 4, RUN_WORDS_LEAST = 12 /* bytes */, NAME_BYTES_MAX = 60 };

bool is_dialogue(Str text, const Runs *runs)
{
    uint32_t lively = 0, count = 0;
    for (uint32_t i = 0; i < runs->count; i++) {
        Str run = str_span(text, runs->items[i].span);
        if (run.len < RUN_WORDS_LEAST || runs->items[i].lesser)
            continue;
        char last = run.data[run.len - 1];
        lively += last == '?' || last == '!';
        count++;
    }
    return count >= DIALOGUE_LEAST && (float)lively >= DIALOGUE_SHARE * (float)count;
}

static bool ends_address(Str text, size_t at)
{
    uint32_t c = utf8_at(text, at).code;
    return at >= text.len || c == ',' || c == '.' || c == '?' || c == '!' || c == ';' ||
           c == 0x2014 || c == '-';
}

// "Anna", "Miss Pike": the name that ends at `end` of text, where a comma or
// the beginning stands before it.
static bool begins_address(Str text, size_t at)
{
    while (at > 0 && text.data[at - 1] == ' ')
        at--;
    return at == 0 || text.data[at - 1] == ',' || text.data[at - 1] == '.' ||
           text.data[at - 1] == '!' || text.data[at - 1] == '?';
}

static Gender title_gender(Str title)
{
    static const char *const MALE[] = {"Mr", "Sir", "Mr."};
    static const char *const FEMALE[] = {"Mrs", "Miss", "Ms", "Mrs.", "Ms."};
    for (size_t i = 0; i < COUNT(MALE); i++) {
        if (str_equal(title, str_from(MALE[i])))
            return GENDER_MALE;
    }
    for (size_t i = 0; i < COUNT(FEMALE); i++) {
        if (str_equal(title, str_from(FEMALE[i])))
            return GENDER_FEMALE;
    }
    return GENDER_UNKNOWN;
}

// One chain of capitalised words from `at`; gives where it ends and its last
// word and gender of title.
static size_t read_address(Str text, size_t at, Str *name, Gender *gender)
{
    size_t i = at;
    *gender = GENDER_UNKNOWN;
    while (i < text.len && i - at < NAME_BYTES_MAX && code_is_upper(utf8_at(text, i).code)) {
        size_t end = letters_end(text, i);
        *name = str_slice(text, i, end);
        Gender told = title_gender(*name);
        if (told != GENDER_UNKNOWN)
            *gender = told;
        if (told != GENDER_UNKNOWN && end < text.len && text.data[end] == '.')
            end++;
        i = end;
        if (i + 1 >= text.len || text.data[i] != ' ' || !code_is_upper(utf8_at(text, i + 1).code))
            break;
        i++;
    }
    return i;
}

int32_t find_listener(const Names *names, Span run)
{
    Str text = str_span(names->words->text, run);
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_at(text, i).code;
        if (!code_is_upper(c)) {
            i += utf8_at(text, i).len;
            continue;
        }
        Str name = {0};
        Gender gender;
        size_t end = read_address(text, i, &name, &gender);
        if (end == i)
            end = letters_end(text, i);
        if (begins_address(text, i) && ends_address(text, end)) {
            int32_t found = find_bearer_of(names, name, gender);
            if (found != NOBODY)
                return found;
        }
        i = end > i ? end : i + 1;
    }
    return NOBODY;
}
