// Words in capitals: letter by letter, as a word, or a word that is shouted.
#include "phrase/tables.h"

static bool is_vowel(char c)
{
    return memchr("AEIOUY", c, 6) != NULL;
}

// Consonants that begin an English syllable together; one alone always may.
static bool can_begin(const char *letters, size_t n)
{
    static const char *const PAIRS = "BL BR CH CL CR DR DW FL FR GL GR KL KN KR PH PL PR QU RH SC "
                                     "SH SK SL SM SN SP ST SW TH TR TW VL WH WR";
    if (n <= 1)
        return true;
    if (n == 3)
        return letters[0] == 'S' && can_begin(letters + 1, 2) && letters[2] != 'H';
    for (const char *p = PAIRS; n == 2 && *p; p += p[2] ? 3 : 2)
        if (memcmp(p, letters, 2) == 0)
            return true;
    return false;
}

static bool has_vowel(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (is_vowel(word.data[i]))
            return true;
    return false;
}

// Consonants that end an English syllable together.
static bool can_end(const char *letters, size_t n)
{
    static const char *const PAIRS = "CH CK CS CT DS FF FT GH GS KS LD LF LK LL LM LP LS LT MP MS "
                                     "ND NG NK NS NT PS PT RB RC RD RE RF RG RK RL RM RN RP RS RT "
                                     "RX SH SK SM SP SS ST TH TS TT WL WN XT ZZ";
    if (n <= 1)
        return true;
    if (n == 3)
        return can_end(letters, 2) && strchr("STH", letters[2]);
    for (const char *p = PAIRS; n == 2 && *p; p += p[2] ? 3 : 2)
        if (memcmp(p, letters, 2) == 0)
            return true;
    return false;
}

// Whether capitals can be said as a word: vowels and consonants alternate as
// in English. "FEMA" can, "UCLA" and "FBI" cannot.
static bool is_sayable(Str word)
{
    size_t run = 0, last_vowel = 0;
    bool vowels = false;
    for (size_t i = 0; i < word.len; i++) {
        if (!is_upper(word.data[i]))
            return true; // letters with marks stand in words
        if (!is_vowel(word.data[i])) {
            run++;
            continue;
        }
        if (vowels ? run > 3 : !can_begin(word.data, run))
            return false;
        vowels = true;
        last_vowel = i;
        run = 0;
    }
    return vowels && can_end(word.data + last_vowel + 1, run);
}

static bool is_shout(const Token *t)
{
    return is_word(t) && t->letter_case == CASE_UPPER && t->stem > 1;
}

// In a row of capitals "A" and "I" are words of it: "GIVE US A BREAK".
static bool is_shout_or_letter(const Spelling *s, const Token *t)
{
    return is_shout(t) || (t->letter_case == CASE_UPPER && t->stem == 1 &&
                           (token_is(s, t, "a") || token_is(s, t, "i")));
}

// Part of a row of words in capitals, where ordinary words are to be expected:
// "POLICE ARREST TWO IN RAID". Two known initialisms side by side are no row.
static bool is_in_row(const Spelling *s, uint32_t i)
{
    uint32_t before = 0, after = 0;
    while (before < 3 && is_shout_or_letter(s, token_before(s, i, before + 1)))
        before++;
    while (after < 3 && is_shout_or_letter(s, token_of(s, i + after + 1)))
        after++;
    uint32_t known = 0;
    for (uint32_t k = i - before; k <= i + after; k++)
        known += find_entry(ACRONYMS.entries, ACRONYMS.count, token_stem(s, &s->tokens[k])) != NULL;
    return before + after + 1 > known + 1 || (before + after >= 2 && before + after >= known);
}

static bool is_short_word(Str word)
{
    return find_entry_nocase(SHORT_WORDS.entries, SHORT_WORDS.count, word) != NULL;
}

// "RYE, N.H." opens a report.
static bool is_dateline_town(const Spelling *s, uint32_t i)
{
    const Token *state = token_of(s, i + 2);
    return is_mark(token_of(s, i + 1), ',') && is_mark(token_of(s, i + 3), '.') &&
           token_of(s, i + 3)->glued && is_capitalised(state) &&
           (is_one_letter(state) ||
            find_entry_nocase(ABBREVIATIONS.entries, ABBREVIATIONS.count, token_stem(s, state)));
}

// Capitals that no table knows. Three letters are mostly an initialism, four may be
// either, many are a word.
static bool is_said_as_word(const Spelling *s, uint32_t i, Str word)
{
    if (is_short_word(word) || is_dateline_town(s, i))
        return true;
    if (is_in_row(s, i))
        return word.len > 2 && has_vowel(word);
    if (word.len > 6)
        return has_vowel(word);
    bool consonant = !is_vowel(word.data[0]) || (word.data[0] == 'Y' && is_vowel(word.data[1]));
    return (word.len > 4 || (word.len == 4 && consonant)) && is_sayable(word);
}

// A word in capitals is said like the same word with one capital.
static void add_title_case(Spelling *s, Str word)
{
    size_t at = s->words.len ? s->words.len + 1 : 0;
    add_words(&s->words, word);
    for (size_t i = at + 1; i < s->words.len; i++)
        s->words.data[i] = (char)to_lower(s->words.data[i]);
}

// The capitals of token i, without what hangs on them.
static void add_capitals(Spelling *s, uint32_t i, Str word)
{
    const Entry *entry = find_entry(ACRONYMS.entries, ACRONYMS.count, word);
    bool row = entry && entry->flags & ALSO_A_WORD && is_in_row(s, i);
    bool as_word = row || (entry ? !entry->spoken : is_said_as_word(s, i, word));
    if (as_word)
        add_title_case(s, word);
    else if (entry && entry->spoken[0])
        add_words(&s->words, str_from(entry->spoken));
    else
        add_letters(s, word);
}

void add_capital_word(Spelling *s, uint32_t i)
{
    add_capitals(s, i, token_stem(s, token_of(s, i)));
}

// "the U.S. Senate", "J.K. Rowling", "D.C."
static uint32_t spell_dotted_letters(Spelling *s, uint32_t i)
{
    uint32_t taken = 0;
    while (is_one_letter(token_of(s, i + taken)) && (!taken || token_of(s, i + taken)->glued) &&
           is_mark(token_of(s, i + taken + 1), '.') && token_of(s, i + taken + 1)->glued)
        taken += 2;
    // "J.K.Rowling" ends before the name; "U.S" has no last full stop.
    const Token *last = token_of(s, i + taken);
    bool open = taken && last->glued && is_word(last) && last->stem == 1;
    if (taken + open < 3)
        return 0;
    // "M.B.A.s" is a plural, "a.m.s" is nothing.
    bool plural = open && last->letter_case == CASE_LOWER && token_is(s, last, "s") &&
                  is_capitalised(token_of(s, i));
    for (uint32_t k = 0; k < taken + (open && !plural); k += 2)
        add_letters(s, token_stem(s, token_of(s, i + k)));
    if (plural)
        buf_add(&s->words, STR("'s"));
    else if (open)
        add_possessive(s, last);
    taken += open;
    const Token *apostrophe = token_of(s, i + taken);
    if (apostrophe->glued && is_apostrophe(apostrophe->code) &&
        token_is(s, token_of(s, i + taken + 1), "s") && token_of(s, i + taken + 1)->glued) {
        buf_add(&s->words, STR("'s"));
        taken += 2;
    }
    return taken;
}

// "John F. Kennedy": the full stop of an initial is none.
static uint32_t spell_initial(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 2);
    if (!is_one_letter(t) || t->letter_case != CASE_UPPER || !is_mark(token_of(s, i + 1), '.') ||
        !token_of(s, i + 1)->glued)
        return 0;
    if (!is_capitalised(next) && !is_capitalised(token_before(s, i, 1)))
        return 0;
    add_letters(s, token_stem(s, t));
    return 2;
}

// Things that come in a row of letters: "Plan A", "vitamin A".
static const char *const LETTERED[] = {
    "an",       "appendix",  "block",     "category", "class",  "exhibit", "gate",     "grade",
    "group",    "hepatitis", "influenza", "letter",   "level",  "option",  "part",     "plan",
    "point",    "schedule",  "section",   "serie",    "series", "side",    "straight", "team",
    "terminal", "title",     "type",      "vitamin",  "wing",
};

// The article is a small letter in what is spoken, the letter's name a capital.
static uint32_t spell_article(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    if (t->stem != 1 || s->text.data[t->span.beg] != 'A' || t->span.end - t->span.beg > 1)
        return 0;
    if (!is_word(next) && !is_number(next) && !is_mark(next, '$') &&
        !code_is_quote_mark(next->code))
        return 0;
    if (next->glued || TOKEN_IN(s, token_before(s, i, 1), LETTERED))
        return 0;
    if (token_is(s, next, "to") && is_one_letter(token_of(s, i + 2)))
        return 0; // "from A to Z"
    ADD_WORDS(&s->words, "a");
    return 1;
}

// The "As" of "Q&As".
static bool is_letter_plural(const Spelling *s, const Token *t)
{
    return t->letter_case == CASE_TITLE && t->stem == 2 && s->text.data[t->span.beg + 1] == 's';
}

// "AT&T", "S&P", "Q&A", "R&B"
static uint32_t spell_ampersand(Spelling *s, uint32_t i)
{
    const Token *left = token_of(s, i), *right = token_of(s, i + 2);
    if (!is_joint(s, i + 1, '&') || !is_word(right) || left->letter_case != CASE_UPPER ||
        (right->letter_case != CASE_UPPER && right->letter_case != CASE_PLURAL &&
         !is_letter_plural(s, right)))
        return 0;
    add_letters(s, token_stem(s, left));
    ADD_WORDS(&s->words, "and");
    bool plural = right->letter_case == CASE_PLURAL || is_letter_plural(s, right);
    Str letters = token_stem(s, right);
    add_letters(s, str_slice(letters, 0, letters.len - plural));
    if (plural)
        buf_add(&s->words, STR("'s"));
    add_possessive(s, right);
    return 3;
}

// "the CEOs", "MPs"; "AIDS" is no plural, it has no small letter.
static void add_plural(Spelling *s, uint32_t i, const Token *t)
{
    Str word = token_stem(s, t);
    add_capitals(s, i, str_slice(word, 0, word.len - 1));
    bool letter = s->words.len < 2 || s->words.data[s->words.len - 2] == ' ';
    buf_add(&s->words, letter ? STR("'s") : STR("s"));
}

static bool is_name_prefix(Str part)
{
    static const char *const PREFIXES[] = {"Mac", "Van", "Von",   "Fitz",
                                           "Des", "Del", "Della", "Ben"};
    for (size_t i = 0; i < COUNT(PREFIXES); i++)
        if (str_equal(part, str_from(PREFIXES[i])))
            return true;
    return false;
}

// First byte of the second part of a word of two words, 0 where it is none:
// "YouTube", "WikiLeaks", but "MacArthur", "iPhone".
static uint32_t camel_seam(Str word)
{
    uint32_t seam = 0;
    for (uint32_t i = 1; i < word.len; i++) {
        if (!is_alpha(word.data[i]))
            return 0;
        if (!is_upper(word.data[i]))
            continue;
        if (seam)
            return 0;
        seam = i;
    }
    bool two = is_upper(word.data[0]) && seam >= 3 && word.len >= seam + 3;
    return two && !is_name_prefix(str_slice(word, 0, seam)) ? seam : 0;
}

// Letters of a word with two or more capitals but no vowel to say it with: "mRNA", "PhD".
static bool is_spelled_mixed(Str word)
{
    size_t upper = 0;
    bool vowel = false;
    for (size_t i = 0; i < word.len; i++) {
        upper += is_upper(word.data[i]);
        vowel |= is_lower(word.data[i]) && is_vowel((char)to_upper(word.data[i]));
    }
    return !vowel && upper >= 2 && word.len <= 5;
}

// Capitals before the last one of "JPMorgan", which begins a word, but all of
// "DNAlab", which are known; else 0.
static uint32_t leading_letters(Str word)
{
    uint32_t upper = 0;
    while (upper < word.len && is_upper(word.data[upper]))
        upper++;
    for (size_t i = upper; i < word.len; i++)
        if (!is_lower(word.data[i]))
            return 0;
    bool known = find_entry(ACRONYMS.entries, ACRONYMS.count, str_slice(word, 0, upper));
    return upper >= 3 && word.len >= upper + 3 ? upper - !known : 0;
}

// Bytes before the capitals that end "ChatGPT", "OpenAI"; 0 where there are none.
static uint32_t trailing_letters(Str word)
{
    uint32_t at = 1;
    while (at < word.len && is_lower(word.data[at]))
        at++;
    for (size_t i = at; i < word.len; i++)
        if (!is_upper(word.data[i]))
            return 0;
    bool word_first = is_upper(word.data[0]) && at >= 4;
    return word_first && word.len >= at + 2 && word.len <= at + 4 ? at : 0;
}

static uint32_t spell_mixed(Spelling *s, const Token *t)
{
    Str word = token_stem(s, t);
    const Entry *entry = find_entry(ACRONYMS.entries, ACRONYMS.count, word); // "IoT", "UConn"
    if (entry && entry->spoken) {
        add_words(&s->words, str_from(entry->spoken));
        add_possessive(s, t);
        return 1;
    }
    uint32_t tail = trailing_letters(word);
    if (tail) {
        add_words(&s->words, str_slice(word, 0, tail));
        add_letters(s, str_slice(word, tail, word.len));
        add_possessive(s, t);
        return 1;
    }
    uint32_t letters = leading_letters(word);
    uint32_t seam = letters ? letters : camel_seam(word);
    if (seam) {
        if (letters)
            add_letters(s, str_slice(word, 0, letters));
        else
            add_words(&s->words, str_slice(word, 0, seam));
        add_words(&s->words, str_slice(word, seam, word.len));
    } else if (is_spelled_mixed(word)) {
        add_letters(s, word);
    } else {
        return 0;
    }
    add_possessive(s, t);
    return 1;
}

// "A$AP", "P!nk": signs of artists that stand for a letter.
static uint32_t spell_styled(Spelling *s, uint32_t i)
{
    const Token *left = token_of(s, i), *right = token_of(s, i + 2);
    bool dollar = is_joint(s, i + 1, '$');
    bool mark = is_joint(s, i + 1, '!') && left->stem == 1 && right->letter_case == CASE_LOWER;
    if ((!dollar && !mark) || !is_word(right) || !right->ascii || !left->ascii)
        return 0;
    Buf b = new_buf(s->arena);
    buf_add(&b, token_stem(s, left));
    buf_char(&b, dollar ? 'S' : 'I');
    buf_add(&b, token_stem(s, right));
    add_title_case(s, buf_str(&b));
    add_possessive(s, right);
    return 3;
}

uint32_t spell_capitals(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    if (next->glued && (next->code == '$' || next->code == '!')) {
        uint32_t styled = spell_styled(s, i);
        if (styled)
            return styled;
    }
    if (t->letter_case == CASE_TITLE && t->stem > 1)
        return 0;
    uint32_t taken = spell_dotted_letters(s, i);
    if (!taken)
        taken = spell_initial(s, i);
    if (!taken)
        taken = spell_ampersand(s, i);
    if (taken)
        return taken;
    if (t->letter_case == CASE_MIXED && t->ascii)
        return spell_mixed(s, t);
    if (t->letter_case != CASE_UPPER && t->letter_case != CASE_PLURAL)
        return 0;
    if (t->stem == 1)
        return spell_article(s, i);
    if (!t->ascii)
        return 0;
    if (t->letter_case == CASE_PLURAL)
        add_plural(s, i, t);
    else
        add_capitals(s, i, token_stem(s, t));
    add_possessive(s, t);
    return 1;
}
