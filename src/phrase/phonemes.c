#include "phrase/phonemes.h"

#include "base/utf8.h"

// What espeak-ng 1.51 speaks in all of its Englishes (phoneme events asked of en-US,
// en and en-GB-scotland), vowels first. Sorted by nothing: the longest match counts.
static const char *const VOWELS[] = {
    "aI3", "aI@", "aU@", "i@3", "3:", "@L", "@2", "@5", "aa", "a#", "A:", "A@", "E#", "e@",
    "eI",  "I2",  "i:",  "i@",  "0#", "u:", "U@", "O:", "O@", "o@", "oU", "OI", "aI", "aU",
    "VR",  "A~",  "O~",  "@",   "3",  "a",  "E",  "I",  "i",  "0",  "V",  "u",  "U",
};
static const char *const CONSONANTS[] = {
    "tS", "dZ", "n-", "l-", "r-", "t#", "t2", "d#", "z#", "p", "b", "t", "d", "k", "g", "f", "v",
    "T",  "D",  "s",  "z",  "S",  "Z",  "h",  "m",  "n",  "N", "l", "r", "j", "w", "x", "C", "?",
};
// Primary, secondary and no stress; syllabic; a boundary of words.
static const char *const SIGNS[] = {"||", "'", ",", "%", "="};

static size_t longest_of(const char *const *table, size_t count, Str s)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        Str one = str_from(table[i]);
        if (one.len > longest && str_starts(s, one))
            longest = one.len;
    }
    return longest;
}
#define LONGEST_OF(table, s) longest_of(table, COUNT(table), s)

bool check_phonemes(Str s, size_t *wrong)
{
    bool sound = false;
    size_t i = 0;
    while (i < s.len && i < PHONEMES_MAX) {
        Str rest = str_slice(s, i, s.len);
        size_t vowel = LONGEST_OF(VOWELS, rest), consonant = LONGEST_OF(CONSONANTS, rest);
        size_t sign = LONGEST_OF(SIGNS, rest);
        size_t n = vowel > consonant ? vowel : consonant;
        sound |= n > 0;
        n = n ? n : sign;
        if (n == 0)
            break;
        i += n;
    }
    *wrong = i;
    return i == s.len && s.len <= PHONEMES_MAX && sound;
}

// ---- from IPA

typedef struct {
    const char *ipa, *phonemes;
    const char *before_vowel; // NULL: the same
} Sound;

// The longest row that fits counts. An r that no vowel follows colours the vowel before
// it, which the engine writes as one vowel and says as its accent does: "start" is
// st'A@t in both Englishes.
static const Sound VOWEL_SOUNDS[] = {
    {"aɪəɹ", "aI3", "aI@r"}, {"aɪɚ", "aI3", 0},    {"aɪə", "aI@", 0},     {"aʊəɹ", "aU@", "aU@r"},
    {"aʊɚ", "aU@", 0},       {"aʊə", "aU@", 0},    {"aɪ", "aI", 0},       {"aʊ", "aU", 0},
    {"eɪ", "eI", 0},         {"eːɹ", "e@", "e@r"}, {"eɹ", "e@", "Er"},    {"eː", "eI", 0},
    {"eə", "e@", 0},         {"e", "E", 0},        {"ɛəɹ", "e@", "e@r"},  {"ɛɚ", "e@", 0},
    {"ɛə", "e@", 0},         {"ɛːɹ", "e@", "e@r"}, {"ɛː", "e@", 0},       {"ɛɹ", "e@", "Er"},
    {"ɛ̃", "an", 0},          {"ɛ", "E", 0},        {"æ̃", "an", 0},        {"æ", "a", 0},
    {"ɑ̃ː", "A~", 0},         {"ɑ̃", "A~", 0},       {"ɑːɹ", "A@", "A:r"},  {"ɑɹ", "A@", "A:r"},
    {"ɑː", "A:", 0},         {"ɑ", "A:", 0},       {"aː", "A:", 0},       {"ã", "A~", 0},
    {"a", "a", 0},           {"ɒ̃", "A~", 0},       {"ɒɹ", "O@", "0r"},    {"ɒ", "0", 0},
    {"ɔːɹ", "O@", "O:r"},    {"ɔɹ", "O@", "O:r"},  {"ɔɪ", "OI", 0},       {"ɔ̃ː", "O~", 0},
    {"ɔ̃", "O~", 0},          {"ɔː", "O:", 0},      {"ɔ", "O:", 0},        {"oʊ", "oU", 0},
    {"oːɹ", "o@", "o@r"},    {"oɹ", "o@", "o@r"},  {"oː", "oU", 0},       {"õ", "O~", 0},
    {"o", "oU", 0},          {"ʌɹ", "3:", "3:r"},  {"ʌ", "V", 0},         {"ʊəɹ", "U@", "U@r"},
    {"ʊɚ", "U@", 0},         {"ʊɹ", "U@", "U@r"},  {"ʊə", "U@", 0},       {"ʊ", "U", 0},
    {"uː", "u:", 0},         {"u", "u:", 0},       {"ʉː", "u:", 0},       {"ʉ", "u:", 0},
    {"əʊ", "oU", 0},         {"əɹ", "3", "@r"},    {"ɚ", "3", 0},         {"ə", "@", 0},
    {"ɜːɹ", "3:", "3:r"},    {"ɜɹ", "3:", "3:r"},  {"ɜː", "3:", 0},       {"ɜ", "3:", 0},
    {"ɝː", "3:", 0},         {"ɝ", "3:", 0},       {"ɪəɹ", "i@3", "i@r"}, {"ɪɚ", "i@3", 0},
    {"ɪɹ", "i@3", "Ir"},     {"ɪə", "i@", 0},      {"ɪ", "I", 0},         {"iːɹ", "i@3", "i:r"},
    {"iɹ", "i@3", "i:r"},    {"iː", "i:", 0},      {"iə", "i@", 0},       {"i", "i", 0},
    {"ɨ", "I2", 0},          {"ᵻ", "I2", 0},       {"ᵿ", "U", 0},         {"ɐ", "a#", 0},
    {"œː", "3:", 0},         {"œ̃", "V", 0},        {"œ", "3:", 0},        {"øː", "3:", 0},
    {"ø", "3:", 0},          {"yː", "u:", 0},      {"y", "u:", 0},        {"ʏ", "U", 0},
};
static const Sound CONSONANT_SOUNDS[] = {
    {"tʃ", "tS", 0}, {"tɕ", "tS", 0}, {"dʒ", "dZ", 0}, {"dʑ", "dZ", 0}, {"p", "p", 0},
    {"b", "b", 0},   {"t", "t", 0},   {"d", "d", 0},   {"k", "k", 0},   {"ɡ", "g", 0},
    {"g", "g", 0},   {"f", "f", 0},   {"v", "v", 0},   {"θ", "T", 0},   {"ð", "D", 0},
    {"s", "s", 0},   {"z", "z", 0},   {"ʃ", "S", 0},   {"ʒ", "Z", 0},   {"ɕ", "S", 0},
    {"ʑ", "Z", 0},   {"ʂ", "S", 0},   {"ʐ", "Z", 0},   {"h", "h", 0},   {"ɦ", "h", 0},
    {"m", "m", 0},   {"m̩", "@m", 0},  {"n", "n", 0},   {"n̩", "@n", 0},  {"ŋ", "N", 0},
    {"ɲ", "nj", 0},  {"l", "l", 0},   {"l̩", "@L", 0},  {"ɫ", "l", 0},   {"ʎ", "lj", 0},
    {"ɬ", "l", 0},   {"ɹ", "r", 0},   {"ɾ", "t#", 0},  {"ʀ", "r", 0},   {"ʁ", "r", 0},
    {"ɻ", "r", 0},   {"j", "j", 0},   {"w", "w", 0},   {"ʍ", "w", 0},   {"ʋ", "v", 0},
    {"x", "x", 0},   {"χ", "x", 0},   {"ç", "C", 0},   {"ʔ", "?", 0},   {"β", "b", 0},
    {"ɣ", "g", 0},   {"q", "k", 0},
};
static const uint32_t UNHEARD[] = {
    '.', 0x203F, 0x361, 0x35C, 0x32F, 0x2B0, 0x2B7, 0x2B2, 0x31A, 0x32A, 0x325,
};

static const Sound *find_sound(const Sound *table, size_t count, Str s, size_t *len)
{
    const Sound *found = NULL;
    *len = 0;
    for (size_t i = 0; i < count; i++) {
        Str one = str_from(table[i].ipa);
        if (one.len > *len && str_starts(s, one)) {
            found = &table[i];
            *len = one.len;
        }
    }
    return found;
}
#define FIND_SOUND(table, s, len) find_sound(table, COUNT(table), s, len)

static bool is_unheard(uint32_t code)
{
    for (size_t i = 0; i < COUNT(UNHEARD); i++)
        if (UNHEARD[i] == code)
            return true;
    return false;
}

// Whether a vowel follows, behind stress marks and what is not heard.
static bool vowel_follows(Str s)
{
    size_t len, i = 0;
    while (i < s.len) {
        Char c = utf8_at(s, i);
        if (c.code != 0x2C8 && c.code != 0x2CC && c.code != '\'' && !is_unheard(c.code))
            break;
        i += c.len;
    }
    return FIND_SOUND(VOWEL_SOUNDS, str_slice(s, i, s.len), &len) != NULL;
}

// "r" and "ɹ" are one to a dictionary of English; ties, syllable dots and what is not
// heard in English go. source[k] is the byte of `ipa` that byte k came from.
static Str plain_ipa(Str ipa, size_t *source, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_reserve(&b, 2 * ipa.len + 1);
    for (size_t i = 0; i < ipa.len;) {
        Char c = utf8_at(ipa, i);
        size_t beg = b.len;
        if (c.code == 'r')
            buf_code(&b, 0x279);
        else if (c.code == ':')
            buf_code(&b, 0x2D0);
        else if (!is_unheard(c.code))
            buf_add(&b, str_slice(ipa, i, i + c.len));
        for (; beg < b.len; beg++)
            source[beg] = i;
        i += c.len;
    }
    source[b.len] = ipa.len;
    return buf_str(&b);
}

typedef struct {
    Buf out;
    char stress; // to stand before the next vowel; 0: none
    bool stressed;
    size_t vowel; // offset in `out` of the first vowel + 1; 0: none yet
} Speech;

static void put_vowel(Speech *p, const char *phonemes)
{
    // The last vowel of "happy" is short, that of a stressed syllable is long.
    if (p->stress && phonemes[0] == 'i' && !phonemes[1])
        phonemes = "i:";
    if (p->vowel == 0)
        p->vowel = p->out.len + 1;
    if (p->stress)
        buf_char(&p->out, p->stress);
    p->stress = 0;
    buf_add(&p->out, str_from(phonemes));
}

// Takes one symbol off `rest`; 0: it is unknown.
static size_t take_symbol(Speech *p, Str rest)
{
    Char c = utf8_at(rest, 0);
    if (c.code == 0x2C8 || c.code == '\'' || c.code == 0x2CC) {
        p->stress = c.code == 0x2CC ? ',' : '\'';
        p->stressed = true;
        return c.len;
    }
    size_t len;
    const Sound *sound = FIND_SOUND(VOWEL_SOUNDS, rest, &len);
    if (sound) {
        bool open = sound->before_vowel && vowel_follows(str_slice(rest, len, rest.len));
        put_vowel(p, open ? sound->before_vowel : sound->phonemes);
        return len;
    }
    sound = FIND_SOUND(CONSONANT_SOUNDS, rest, &len);
    if (sound)
        buf_add(&p->out, str_from(sound->phonemes));
    return len;
}

bool ipa_phonemes(Str ipa, Arena *arena, Str *out, size_t *wrong)
{
    *wrong = ipa.len < 4 * PHONEMES_MAX ? ipa.len : 0;
    if (*wrong == 0)
        return false;
    size_t source[8 * PHONEMES_MAX + 1] = {0};
    Str s = plain_ipa(ipa, source, arena);
    Speech p = {.out = new_buf(arena)};
    for (size_t i = 0; i < s.len;) {
        size_t taken = take_symbol(&p, str_slice(s, i, s.len));
        if (taken == 0) {
            *wrong = source[i];
            return false;
        }
        i += taken;
    }
    buf_char(&p.out, '\0');
    *out = str_slice(buf_str(&p.out), 0, p.out.len - 1);
    bool weak = p.vowel && strchr("@3", out->data[p.vowel - 1]) && out->data[p.vowel] != ':';
    if (!p.stressed && p.vowel && !weak)
        *out = str_format(arena, "%.*s'%.*s", (int)(p.vowel - 1), out->data,
                          STR_ARG(str_slice(*out, p.vowel - 1, out->len)));
    size_t at;
    return check_phonemes(*out, &at);
}

Str phonemes_with_s(Str phonemes, Arena *arena)
{
    static const char *const HISSING[] = {"s", "z", "S", "Z"}, *const VOICELESS[] = {
                                                                   "p", "t",  "k",  "f",
                                                                   "T", "t#", "t2", "x"};
    for (size_t i = 0; i < COUNT(HISSING); i++)
        if (str_ends(phonemes, str_from(HISSING[i])))
            return str_format(arena, "%.*sI2z", STR_ARG(phonemes));
    for (size_t i = 0; i < COUNT(VOICELESS); i++)
        if (str_ends(phonemes, str_from(VOICELESS[i])))
            return str_format(arena, "%.*ss", STR_ARG(phonemes));
    return str_format(arena, "%.*sz", STR_ARG(phonemes));
}
