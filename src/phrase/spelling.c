#include "phrase/spelling.h"

#include "attribute/first_names.h"

const Token TOKEN_BEYOND = {.kind = TOKEN_END};

// Sorted; words that do not carry on a noun phrase after an amount: "earned
// $5 million in", "ran 5 km yesterday", "paid $20 and".
static const char *const NOT_NOUNS[] = {
    "a",        "above",   "abroad",    "across",   "after",      "against",  "ago",     "ahead",
    "all",      "alone",   "along",     "already",  "also",       "although", "always",  "am",
    "among",    "an",      "and",       "annually", "any",        "apart",    "apiece",  "are",
    "around",   "as",      "at",        "away",     "back",       "be",       "because", "been",
    "before",   "behind",  "being",     "below",    "between",    "beyond",   "both",    "but",
    "by",       "came",    "can",       "could",    "daily",      "deep",     "did",     "do",
    "does",     "down",    "during",    "each",     "earlier",    "early",    "east",    "either",
    "even",     "every",   "except",    "extra",    "far",        "few",      "for",     "from",
    "get",      "go",      "goes",      "going",    "got",        "had",      "has",     "have",
    "he",       "her",     "here",      "high",     "him",        "his",      "hourly",  "how",
    "if",       "in",      "inside",    "instead",  "into",       "is",       "it",      "its",
    "just",     "last",    "late",      "later",    "less",       "long",     "made",    "may",
    "might",    "monthly", "more",      "most",     "must",       "my",       "near",    "nearly",
    "next",     "no",      "nor",       "north",    "not",        "now",      "of",      "off",
    "on",       "once",    "only",      "onto",     "or",         "our",      "out",     "outside",
    "over",     "per",     "plus",      "rather",   "she",        "should",   "since",   "so",
    "some",     "soon",    "south",     "still",    "such",       "tall",     "than",    "that",
    "the",      "their",   "them",      "then",     "there",      "these",    "they",    "thick",
    "this",     "those",   "though",    "through",  "throughout", "to",       "today",   "together",
    "tomorrow", "tonight", "too",       "toward",   "towards",    "under",    "unless",  "until",
    "up",       "upon",    "via",       "was",      "we",         "weekly",   "went",    "were",
    "west",     "what",    "when",      "where",    "whether",    "which",    "while",   "who",
    "whose",    "why",     "wide",      "will",     "with",       "within",   "without", "would",
    "x",        "yearly",  "yesterday", "yet",      "you",        "your",
};

bool token_is(const Spelling *s, const Token *t, const char *word)
{
    return is_word(t) && str_equal_nocase(token_text(s, t), str_from(word));
}

static bool lower_key(Str word, char key[32], Str *out)
{
    if (word.len >= 32)
        return false;
    for (size_t i = 0; i < word.len; i++)
        key[i] = (char)to_lower(word.data[i]);
    *out = (Str){key, word.len};
    return true;
}

bool token_in(const Spelling *s, const Token *t, const char *const *list, size_t count)
{
    char bytes[32];
    Str key;
    return is_word(t) && lower_key(token_text(s, t), bytes, &key) &&
           str_in_sorted(key, list, count);
}

const Entry *find_entry(const Entry *table, size_t count, Str written)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_compare_c(written, table[middle].written);
        if (order == 0)
            return &table[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const Entry *find_entry_nocase(const Entry *table, size_t count, Str written)
{
    char bytes[32];
    Str key;
    return lower_key(written, bytes, &key) ? find_entry(table, count, key) : NULL;
}

bool is_noun_like(const Spelling *s, const Token *t)
{
    return is_word(t) && !TOKEN_IN(s, t, NOT_NOUNS);
}

void add_letters(Spelling *s, Str word)
{
    for (size_t i = 0; i < word.len;) {
        Char c = utf8_at(word, i);
        i += c.len;
        if (!code_is_letter(c.code))
            continue;
        if (s->words.len)
            buf_char(&s->words, ' ');
        buf_code(&s->words, code_upper(c.code));
    }
}

void add_plain(Spelling *s, const Token *t)
{
    Str word = token_text(s, t);
    if (t->ascii) {
        add_words(&s->words, word);
        return;
    }
    if (s->words.len && s->words.data[s->words.len - 1] != '-')
        buf_char(&s->words, ' ');
    for (size_t i = 0; i < word.len;) {
        Char c = utf8_at(word, i);
        i += c.len;
        if (is_apostrophe(c.code))
            buf_char(&s->words, '\'');
        else if (code_is_letter(c.code) || code_is_mark(c.code))
            buf_code(&s->words, c.code);
    }
}

void add_possessive(Spelling *s, const Token *t)
{
    if (is_word(t) && t->stem < t->span.end - t->span.beg)
        buf_add(&s->words, STR("'s"));
}

bool is_first_name(const Spelling *s, const Token *t)
{
    char lower[16];
    Str name = token_stem(s, t);
    if (t->letter_case != CASE_TITLE || !t->ascii || name.len > sizeof lower)
        return false;
    for (size_t k = 0; k < name.len; k++)
        lower[k] = (char)to_lower(name.data[k]);
    return find_first_name((Str){lower, name.len}) != NOT_A_FIRST_NAME;
}
