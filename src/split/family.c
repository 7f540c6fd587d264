#include "split/family.h"

#include "base/utf8.h"

// What is looked at of a text: enough for a dozen sentences.
// A glance tells where nearly all of its small words are of one family.
enum { SAMPLE = 2048, GLANCE = 512, LEAST_HITS = 2, CLEAR_HITS = 16, CLEAR_RATIO = 4 };

typedef struct {
    const char *word;
    unsigned families; // bit of each Family that it speaks for
} Clue;

enum {
    E = 1u << FAMILY_ENGLISH,
    G = 1u << FAMILY_GERMANIC,
    R = 1u << FAMILY_ROMANCE,
    S = 1u << FAMILY_WEST_SLAVIC
};

// Small words in small letters; what two families share speaks for both.
static const Clue CLUES[] = {
    {"aan", G},     {"about", E},      {"aby", S},    {"af", G},     {"ako", S},
    {"al", R},      {"ale", S},        {"all", E},    {"alla", R},   {"am", E | G},
    {"an", E | G},  {"anche", R},      {"and", E},    {"ao", R},     {"are", E},
    {"as", E | R},  {"at", E},         {"att", G},    {"au", R},     {"auch", G},
    {"auf", G},     {"aus", G},        {"aux", R},    {"av", G},     {"avec", R},
    {"be", E},      {"been", E},       {"bei", G},    {"bij", G},    {"blev", G},
    {"bol", S},     {"bola", S},       {"but", E},    {"by", E},     {"byl", S},
    {"byla", S},    {"był", S},        {"była", S},   {"can", E},    {"care", R},
    {"ce", R},      {"che", R},        {"com", R},    {"come", R},   {"como", R},
    {"con", R},     {"could", E},      {"cu", R},     {"czy", S},    {"da", R},
    {"dans", R},    {"das", G | R},    {"dass", G},   {"dat", G},    {"de", G | R},
    {"del", R},     {"della", R},      {"dem", G},    {"den", G},    {"der", G},
    {"des", G | R}, {"det", G},        {"di", R},     {"die", G},    {"din", R},
    {"dla", S},     {"do", E},         {"dos", R},    {"du", R},     {"een", G},
    {"ein", G},     {"eine", G},       {"einen", G},  {"einer", G},  {"el", R},
    {"elle", R},    {"em", R},         {"en", G | R}, {"er", G},     {"era", R},
    {"es", G | R},  {"est", R},        {"este", R},   {"et", G | R}, {"ett", G},
    {"foi", R},     {"for", E},        {"fra", G},    {"from", E},   {"från", G},
    {"för", G},     {"für", G},        {"get", E},    {"gibt", G},   {"gli", R},
    {"go", E},      {"ha", R},         {"haben", G},  {"had", E},    {"han", G},
    {"har", G},     {"has", E},        {"hat", G},    {"have", E},   {"he", E},
    {"her", E},     {"het", G},        {"hij", G},    {"his", E},    {"hun", G},
    {"ich", G},     {"if", E},         {"ik", G},     {"ikke", G},   {"il", R},
    {"im", G},      {"in", E | G | R}, {"inte", G},   {"is", E | G}, {"ist", G},
    {"it", E},      {"its", E},        {"jak", S},    {"jako", S},   {"je", G | R | S},
    {"jeg", G},     {"jeho", S},       {"jest", S},   {"just", E},   {"kam", G},
    {"kan", G},     {"kom", G},        {"la", R},     {"las", R},    {"le", R},
    {"les", R},     {"lo", R},         {"los", R},    {"maar", G},   {"man", G},
    {"mas", R},     {"me", E},         {"med", G},    {"met", G},    {"mit", G},
    {"more", E},    {"my", E},         {"más", R},    {"na", S},     {"naar", G},
    {"nach", G},    {"nel", R},        {"nicht", G},  {"nie", S},    {"niet", G},
    {"no", E | R},  {"noch", G},       {"non", R},    {"not", E},    {"nous", R},
    {"nu", R},      {"não", R},        {"och", G},    {"od", S},     {"oder", G},
    {"of", E},      {"og", G},         {"om", G},     {"on", E},     {"ook", G},
    {"op", G},      {"or", E},         {"oraz", S},   {"os", R},     {"our", E},
    {"out", E},     {"over", E},       {"par", R},    {"para", R},   {"pas", R},
    {"pe", R},      {"per", R},        {"pero", R},   {"più", R},    {"plus", R},
    {"po", S},      {"por", R},        {"pour", R},   {"pre", S},    {"pri", S},
    {"pro", S},     {"przez", S},      {"på", G},     {"přes", S},   {"que", R},
    {"qui", R},     {"sa", S},         {"said", E},   {"sau", R},    {"se", R | S},
    {"sein", G},    {"ses", R},        {"seu", R},    {"she", E},    {"si", R},
    {"sich", G},    {"sie", G},        {"sind", G},   {"się", S},    {"so", E},
    {"som", G | S}, {"son", R},        {"sono", R},   {"sont", R},   {"su", R},
    {"sua", R},     {"sur", R},        {"sú", S},     {"są", S},     {"tak", S},
    {"te", G},      {"than", E},       {"that", E},   {"the", E},    {"their", E},
    {"them", E},    {"there", E},      {"they", E},   {"this", E},   {"til", G},
    {"till", G},    {"to", E | S},     {"uit", G},    {"um", R},     {"uma", R},
    {"un", R},      {"una", R},        {"und", G},    {"une", R},    {"up", E},
    {"v", S},       {"van", G},        {"var", G},    {"ve", S},     {"von", G},
    {"voor", G},    {"vous", R},       {"w", S},      {"war", G},    {"was", E | G},
    {"we", E},      {"werden", G},     {"were", E},   {"what", E},   {"when", E},
    {"which", E},   {"who", E},        {"wie", G},    {"will", E},   {"wir", G},
    {"wird", G},    {"with", E},       {"wordt", G},  {"would", E},  {"y", R},
    {"you", E},     {"your", E},       {"z", S},      {"ze", S},     {"zij", G},
    {"zijn", G},    {"zum", G},        {"zur", G},    {"är", G},     {"è", R},
    {"été", R},     {"în", R},         {"że", S},     {"že", S},     {"și", R}};

// Where the clues that begin with each byte begin; those of byte b end where those of
// b + 1 begin.
typedef struct {
    uint16_t first[257];
} ClueIndex;

static ClueIndex index_clues(void)
{
    ClueIndex index;
    uint16_t clue = 0;
    for (unsigned b = 0; b <= 256; b++) {
        while (clue < COUNT(CLUES) && (unsigned char)CLUES[clue].word[0] < b)
            clue++;
        index.first[b] = clue;
    }
    return index;
}

static const Clue *find_clue(const ClueIndex *index, Str key)
{
    unsigned b = (unsigned char)key.data[0];
    for (unsigned low = index->first[b], high = index->first[b + 1]; low < high;) {
        unsigned middle = (low + high) / 2;
        int order = str_compare_c(key, CLUES[middle].word);
        if (order == 0)
            return &CLUES[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static void count_word(const ClueIndex *index, Str word, unsigned hits[FAMILIES])
{
    enum { LONGEST = 8 };
    char folded[LONGEST];
    if (word.len == 0 || word.len > LONGEST)
        return;
    memcpy(folded, word.data, word.len);
    folded[0] = (char)to_lower(folded[0]);
    const Clue *clue = find_clue(index, (Str){folded, word.len});
    for (int f = 0; clue && f < FAMILIES; f++)
        hits[f] += clue->families >> f & 1;
}

// The one family with the most hits, or none.
static Family most_hits(const unsigned hits[FAMILIES])
{
    Family best = FAMILY_UNKNOWN;
    unsigned second = 0;
    for (int f = FAMILY_UNKNOWN + 1; f < FAMILIES; f++) {
        if (best == FAMILY_UNKNOWN || hits[f] > hits[best]) {
            second = best == FAMILY_UNKNOWN ? 0 : hits[best];
            best = (Family)f;
        } else if (hits[f] > second) {
            second = hits[f];
        }
    }
    return hits[best] >= LEAST_HITS && hits[best] > second ? best : FAMILY_UNKNOWN;
}

typedef struct {
    unsigned hits[FAMILIES], latin, cyrillic; // words; letters
} Count;

static Count count_clues(const ClueIndex *index, Str text)
{
    Count count = {0};
    for (size_t i = 0, word = 0; i <= text.len;) {
        for (; i < text.len && is_alpha(text.data[i]); i++)
            count.latin++;
        Char c = utf8_at(text, i);
        bool letter = c.code >= 0x80 && code_is_letter(c.code);
        count.latin += letter && c.code < 0x250;
        count.cyrillic += c.code >= 0x400 && c.code < 0x530;
        if (!letter) {
            count_word(index, str_slice(text, word, i), count.hits);
            word = i + c.len;
        }
        if (c.len == 0)
            break;
        i += c.len;
    }
    return count;
}

static bool is_clear(const Count *count, Family best)
{
    bool clear = !count->cyrillic && count->hits[best] >= CLEAR_HITS;
    for (int f = 0; f < FAMILIES; f++)
        clear &= f == (int)best || count->hits[f] * CLEAR_RATIO <= count->hits[best];
    return clear;
}

static Family guess_by_words(Str text)
{
    const ClueIndex index = index_clues();
    Count count = count_clues(&index, str_slice(text, 0, GLANCE));
    Family best = most_hits(count.hits);
    if (best != FAMILY_UNKNOWN && is_clear(&count, best))
        return best;
    count = count_clues(&index, text);
    return count.cyrillic > count.latin ? FAMILY_CYRILLIC : most_hits(count.hits);
}

static Family declared_family(Str language)
{
    static const struct {
        Family family;
        const char *codes; // two letters each
    } DECLARED[] = {{FAMILY_GERMANIC, "de nl da sv nb nn no is fo lb af fy"},
                    {FAMILY_ROMANCE, "fr es it pt ro ca gl oc eu"},
                    {FAMILY_WEST_SLAVIC, "pl cs sk sl hr bs"},
                    {FAMILY_CYRILLIC, "ru uk be bg mk sr kk ky mn tg tt"}};
    for (size_t i = 0; i < COUNT(DECLARED); i++)
        for (const char *code = DECLARED[i].codes; *code; code += code[2] ? 3 : 2)
            if (str_equal_nocase(str_slice(language, 0, 2), (Str){code, 2}))
                return DECLARED[i].family;
    return FAMILY_OTHER;
}

Family guess_family(Str language, Str text)
{
    bool says = language.len >= 2 && !str_equal_nocase(str_slice(language, 0, 2), STR("en"));
    if (says && (language.len == 2 || language.data[2] == '-'))
        return declared_family(language);
    return guess_by_words(str_slice(text, 0, SAMPLE));
}
