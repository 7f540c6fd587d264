// A small tagger. What part of speech a word is, its neighbours mostly tell: "the
// record", "to record". Each rule quotes the kind of sentence that taught it.
#include "phrase/homographs.h"

enum { NEAR = 8, WORD_MAX = 24 };

// The words around one in its sentence; the nearest first.
typedef struct {
    Str spoken;
    Span at;
    Str before[NEAR], after[NEAR]; // empty behind the last; commas are looked past
    bool comma_before, comma_after;
    bool starts; // the sentence
    bool hyphen_before, hyphen_after;
} Context;

static bool is_inner(char c)
{
    return is_alpha(c) || c == '\'' || (unsigned char)c >= 0x80;
}

static bool ends_sentence(char c)
{
    return c && strchr(".?!;:", c) != NULL;
}

static void look_back(Context *c)
{
    const char *s = c->spoken.data;
    uint32_t i = c->at.beg;
    c->hyphen_before = i > 0 && s[i - 1] == '-';
    for (uint32_t n = 0; n < NEAR; n++) {
        while (i > 0 && !is_inner(s[i - 1]) && !ends_sentence(s[i - 1])) {
            c->comma_before |= n == 0 && s[i - 1] == ',';
            i--;
        }
        if (i == 0 || ends_sentence(s[i - 1])) {
            c->starts |= n == 0;
            return;
        }
        uint32_t end = i;
        while (i > 0 && is_inner(s[i - 1]))
            i--;
        c->before[n] = str_span(c->spoken, (Span){i, end});
    }
}

static void look_ahead(Context *c)
{
    const char *s = c->spoken.data;
    uint32_t i = c->at.end, len = (uint32_t)c->spoken.len;
    c->hyphen_after = i < len && s[i] == '-';
    for (uint32_t n = 0; n < NEAR; n++) {
        while (i < len && !is_inner(s[i]) && !ends_sentence(s[i])) {
            c->comma_after |= n == 0 && s[i] == ',';
            i++;
        }
        if (i == len || ends_sentence(s[i]))
            return;
        uint32_t beg = i;
        while (i < len && is_inner(s[i]))
            i++;
        c->after[n] = str_span(c->spoken, (Span){beg, i});
    }
}

static bool in_list(Str word, const char *const *list, size_t count)
{
    for (size_t i = 0; word.len && i < count; i++)
        if (list[i][0] == to_lower((unsigned char)word.data[0]) &&
            str_equal_nocase(word, str_from(list[i])))
            return true;
    return false;
}
#define IN(word, list) in_list(word, list, COUNT(list))
#define IS(word, literal) str_equal_nocase(word, STR(literal))

static const char *const DETERMINERS[] = {
    "a",       "an",    "the",     "this",   "these", "those",  "each", "every", "any",
    "some",    "no",    "my",      "your",   "his",   "her",    "its",  "our",   "their",
    "whose",   "what",  "another", "such",   "many",  "few",    "more", "most",  "other",
    "several", "both",  "first",   "second", "last",  "new",    "old",  "all",   "one",
    "two",     "three", "four",    "five",   "six",   "ten",    "next", "own",   "same",
    "good",    "free",  "human",   "key",    "much",  "little",
};
static const char *const ARTICLES[] = {"a",     "an",   "the",   "this", "these",  "those",
                                       "every", "each", "his",   "her",  "its",    "our",
                                       "their", "my",   "your",  "no",   "any",    "some",
                                       "all",   "two",  "three", "both", "another"};
static const char *const OBJECTS[] = {"it",         "them",      "him",     "me",
                                      "us",         "himself",   "herself", "itself",
                                      "themselves", "ourselves", "you"};
static const char *const SUBJECTS[] = {"i", "you", "we", "they", "who"};
static const char *const SINGULARS[] = {"he",   "she",      "it",     "who",     "which",
                                        "that", "everyone", "nobody", "someone", "anyone"};
static const char *const MODALS[] = {
    "will",     "would",    "can",       "could", "may",    "might",   "must",   "shall", "should",
    "cannot",   "do",       "does",      "did",   "don't",  "doesn't", "didn't", "won't", "can't",
    "couldn't", "wouldn't", "shouldn't", "let's", "please", "mustn't", "help",   "helps", "helped",
};
static const char *const BE[] = {"is",   "are",   "was",    "were",    "be",      "been",  "being",
                                 "am",   "isn't", "aren't", "wasn't",  "weren't", "i'm",   "it's",
                                 "he's", "she's", "we're",  "they're", "you're",  "that's"};
static const char *const HAVE[] = {"has",    "have", "had",   "having",  "hasn't", "haven't",
                                   "hadn't", "i've", "we've", "they've", "you've", "i'd"};
static const char *const PREPOSITIONS[] = {
    "of",      "in",     "on",    "at",      "by",     "for",     "with",  "from",    "under",
    "over",    "into",   "after", "before",  "during", "without", "about", "between", "through",
    "against", "per",    "as",    "than",    "like",   "since",   "until", "toward",  "towards",
    "within",  "across", "amid",  "despite", "onto",   "upon",    "via",   "off",     "near",
};
static const char *const ADVERBS[] = {"not",       "never", "also",   "often",  "always",
                                      "still",     "now",   "just",   "only",   "even",
                                      "sometimes", "soon",  "then",   "ever",   "again",
                                      "already",   "both",  "simply", "really", "rarely"};
static const char *const JOINTS[] = {"and", "or", "but", "nor"};
static const char *const CLAUSES[] = {"that",     "when", "if",  "as",    "because",
                                      "while",    "how",  "why", "where", "what",
                                      "although", "and",  "but", "said",  "say"};
// "due to conflict": to is a preposition behind these.
static const char *const TO_NOUNS[] = {
    "due",      "according", "close",      "next",     "owing",    "thanks", "prior",  "subject",
    "access",   "response",  "addition",   "contrast", "key",      "answer", "return", "exposed",
    "exposure", "opposed",   "related",    "similar",  "relation", "damage", "threat", "reaction",
    "linked",   "addicted",  "vulnerable", "victim",   "amounts",
};
// "rose to record levels", but "rose to object".
static const char *const MOTIONS[] = {"rise",   "rose",   "rises",  "fell",    "climbed", "soared",
                                      "surged", "jumped", "grew",   "led",     "leads",   "leading",
                                      "fallen", "risen",  "rising", "falling", "swelled"};
// What stands behind a plural subject: "court records show".
static const char *const PLURAL_VERBS[] = {
    "show", "say",  "indicate", "suggest", "reveal", "fell", "rose",  "include", "remain", "cover",
    "come", "go",   "cost",     "need",    "began",  "led",  "found", "reflect", "begin",  "grew",
    "make", "made", "help",     "involve", "got",    "went", "came",  "run",     "ran",    "keep"};
static const char *const PLURALS[] = {"people", "police", "men", "women", "children"};

static bool is_adverb(Str word)
{
    return IN(word, ADVERBS) || (word.len > 4 && str_ends(word, STR("ly")) && !IS(word, "family") &&
                                 !IS(word, "early") && !IS(word, "daily"));
}

static bool is_possessive(Str word)
{
    return str_ends(word, STR("'s")) || str_ends(word, STR("s'"));
}

static bool is_plural(Str word)
{
    if (word.len == 0) // beyond the sentence's ends
        return false;
    if (IN(word, PLURALS))
        return true;
    char before = word.len > 3 ? word.data[word.len - 2] : 's';
    return word.data[word.len - 1] == 's' && !strchr("sui'", before);
}

static bool is_auxiliary(Str word)
{
    return IN(word, BE) || IN(word, HAVE) || IN(word, MODALS);
}

// What an object begins with, so that a verb stands before it: "they record every call".
static bool opens_object(Str word)
{
    return IN(word, ARTICLES) || IN(word, OBJECTS);
}

// The n-th word before, adverbs left out: "to quickly record".
static uint32_t skip_adverbs(const Context *c, uint32_t n)
{
    while (n + 1 < NEAR && is_adverb(c->before[n]))
        n++;
    return n;
}

static bool is_verb_behind_to(const Context *c, uint32_t n)
{
    Str word = n + 1 < NEAR ? c->before[n + 1] : (Str){0};
    return !IN(word, TO_NOUNS) && !is_possessive(word) &&
           !(IN(word, MOTIONS) && c->after[0].len && !opens_object(c->after[0]));
}

// "to buy and record songs", "sat down and refuse the offer".
static bool is_verb_behind_joint(const Context *c, uint32_t joint)
{
    for (uint32_t k = joint + 1; k < NEAR && k < joint + 5 && c->before[k].len; k++) {
        if (IS(c->before[k], "to"))
            return k == joint + 2 || !IN(c->before[k - 1], DETERMINERS);
        if (IN(c->before[k], MODALS))
            return true;
        if (IN(c->before[k], ARTICLES) || IN(c->before[k], PREPOSITIONS))
            break;
    }
    return opens_object(c->after[0]);
}

// "Critics object to it", "Analysts project growth"; but "a sports contest" and "The
// sales record shows".
static bool is_verb_behind_plural(const Context *c, uint32_t n)
{
    Str over = n + 1 < NEAR ? c->before[n + 1] : (Str){0};
    Str next = c->after[0];
    if (IS(over, "a") || IS(over, "an") || IS(over, "this") || IS(over, "every") ||
        is_possessive(over) || IN(next, BE) || IN(next, HAVE))
        return false;
    if (next.len == 0 || c->comma_after || opens_object(next) || IN(next, CLAUSES) ||
        IS(next, "to") || IS(next, "against") || is_adverb(next))
        return true;
    if (IS(next, "with") && (IS(c->after[1], "each") || IS(c->after[1], "one")))
        return true;
    bool first = over.len == 0 || IN(over, CLAUSES) || IN(over, JOINTS);
    if (IN(next, PREPOSITIONS) || IN(next, MODALS))
        return first && !IN(next, MODALS);
    return !is_plural(next) || first;
}

// "uses recycled steel", but "records destroyed by fire"
static bool is_participle(const Context *c)
{
    Str next = c->after[1];
    return str_ends(c->after[0], STR("ed")) &&
           (next.len == 0 || IN(next, PREPOSITIONS) || IN(next, CLAUSES) || IN(next, ARTICLES));
}

// "The camera records every visitor"; but "the hospital's records".
static bool is_verb_in_s(const Context *c, uint32_t n, bool seldom_noun)
{
    Str before = c->before[n], next = c->after[0];
    if (IN(before, SINGULARS))
        return !IS(before, "that") || opens_object(next) || seldom_noun;
    if (before.len == 0 || IN(before, DETERMINERS) || IN(before, PREPOSITIONS) ||
        is_possessive(before) || is_auxiliary(before) || IS(before, "to"))
        return false;
    if (opens_object(next))
        return true;
    // "The firm uses recycled steel"; "Court records show", "the hospital records were"
    bool subject = n + 1 < NEAR && IN(c->before[n + 1], ARTICLES) && !is_plural(before);
    if (subject && next.len && !c->comma_after && !IN(next, PLURAL_VERBS) && !is_auxiliary(next) &&
        !IN(next, PREPOSITIONS) && !IN(next, JOINTS) && !is_participle(c))
        return true;
    return seldom_noun && !IN(next, BE) && !IN(next, HAVE) && !IN(next, MODALS);
}

// Whether neighbours make a verb of a word that may be noun or adjective.
static bool is_verb(const Context *c, bool in_s, bool seldom_noun)
{
    uint32_t n = skip_adverbs(c, 0);
    Str before = c->before[n];
    if (c->hyphen_before)
        return false;
    if (in_s)
        return is_verb_in_s(c, n, seldom_noun);
    if (before.len == 0) // "Record the show"; "Record sales"
        return opens_object(c->after[0]);
    if (IS(before, "to"))
        return is_verb_behind_to(c, n);
    if (IN(before, MODALS) || str_ends(before, STR("'ll")) || str_ends(before, STR("'d")))
        return true;
    if (IS(before, "that")) // "those that object", "things that produce it"; "that record"
        return n + 1 < NEAR && c->before[n + 1].len && is_plural(c->before[n + 1]);
    if (IN(before, SUBJECTS))
        return true;
    if (IN(before, JOINTS))
        return is_verb_behind_joint(c, n);
    if (IN(before, DETERMINERS) || IN(before, PREPOSITIONS) || is_possessive(before) ||
        is_auxiliary(before))
        return false;
    if (c->comma_before)
        return opens_object(c->after[0]);
    if (seldom_noun && (opens_object(c->after[0]) || IS(c->after[0], "to")))
        return true;
    // "keep them separate"; but "two accounts conflict"
    return is_plural(before) && !(seldom_noun && c->after[0].len == 0) &&
           is_verb_behind_plural(c, n);
}

// ---- single words

static const char *const PAST_SIGNS[] = {
    "yesterday", "ago",    "last",   "once",     "earlier", "was",  "were", "had",
    "did",       "said",   "then",   "took",     "went",    "came", "sat",  "saw",
    "got",       "made",   "gave",   "stood",    "wrote",   "knew", "told", "felt",
    "thought",   "didn't", "wasn't", "couldn't", "finally",
};

// Whether the sentence is in the past, as far as its near words tell.
static bool is_past(const Context *c)
{
    for (uint32_t k = 0; k < NEAR; k++) {
        const Str both[] = {c->before[k], c->after[k]};
        for (size_t i = 0; i < COUNT(both); i++)
            if (IN(both[i], PAST_SIGNS) || (both[i].len > 4 && str_ends(both[i], STR("ed"))))
                return true;
    }
    return false;
}

static bool is_word_before(const Context *c, const char *const *list, size_t count, uint32_t most)
{
    for (uint32_t k = 0; k < most && k < NEAR; k++)
        if (in_list(c->before[k], list, count))
            return true;
    return false;
}

static bool is_word_near(const Context *c, const char *const *list, size_t count, uint32_t most)
{
    for (uint32_t k = 0; k < most && k < NEAR; k++)
        if (in_list(c->after[k], list, count))
            return true;
    return is_word_before(c, list, count, most);
}
#define NEARBY(c, list, most) is_word_near(c, list, COUNT(list), most)

// "had read", "was read aloud", "She read it"; "will read", "a good read".
static bool is_read_past(const Context *c)
{
    static const char *const ASKED[] = {"him", "me", "us", "them"};
    uint32_t n = skip_adverbs(c, 0);
    Str before = c->before[n];
    if (IN(before, HAVE) || IN(before, BE) || str_ends(before, STR("'ve")) || IS(before, "well"))
        return true;
    bool asked = n + 1 < NEAR && IN(before, SUBJECTS) && IN(c->before[n + 1], MODALS);
    if (asked) // "Did you read it?"
        return false;
    if (n > 0 && IN(before, ARTICLES)) // "a widely read columnist"
        return true;
    if (before.len == 0 || c->comma_before) // "Read by a voice"; "Read the rules"
        return IS(c->after[0], "by") || IS(c->after[0], "aloud") || (before.len && is_past(c));
    if (IN(before, MODALS) || IS(before, "to") || IN(before, DETERMINERS) || IN(before, ASKED) ||
        c->hyphen_before || str_ends(before, STR("'ll")) || IN(before, PREPOSITIONS))
        return c->hyphen_before && IS(before, "well");
    if (IN(before, JOINTS))
        return !is_verb_behind_joint(c, n) || is_past(c);
    if (IN(before, SUBJECTS) || is_plural(before))
        return is_past(c);
    return !IS(before, "must") && !is_possessive(before);
}

// The metal: "lead poisoning", "made of lead".
static bool is_metal(const Context *c)
{
    static const char *const THINGS[] = {
        "poisoning",      "paint",     "paints",    "pipe",          "pipes",  "level",  "levels",
        "exposure",       "bullet",    "bullets",   "content",       "acid",   "mine",   "mines",
        "smelter",        "battery",   "batteries", "weights",       "shot",   "dust",   "service",
        "lined",          "based",     "free",      "contamination", "solder", "roof",   "tainted",
        "concentrations", "particles", "testing",   "ammunition",    "glass",  "plates", "ore",
        "fishing",        "plumbing",  "removal",   "sheathing"};
    static const char *const METALS[] = {"zinc",      "copper",    "mercury", "arsenic",  "cadmium",
                                         "tin",       "iron",      "steel",   "lithium",  "nickel",
                                         "toxic",     "unleaded",  "molten",  "contains", "contain",
                                         "contained", "containing"};
    static const char *const AMOUNTS[] = {
        "levels",    "level",   "amount",   "amounts",        "traces", "made", "tons",  "pounds",
        "effects",   "dangers", "presence", "concentrations", "piece",  "full", "sheet", "sheets",
        "particles", "removal", "out",      "tonnes"};
    static const char *const TESTS[] = {"test",         "tested",   "testing",  "tests", "screened",
                                        "screening",    "exposure", "exposed",  "high",  "laced",
                                        "contaminated", "tainted",  "poisoned", "check", "checked"};
    static const char *const PLACES[] = {"water",  "paint", "blood", "soil", "pipes",    "gasoline",
                                         "petrol", "air",   "toys",  "dust", "plumbing", "tap"};
    Str before = c->before[0], over = c->before[1];
    if (IN(c->after[0], THINGS) && !(IS(c->after[0], "service") && is_verb(c, false, false)))
        return !IS(before, "to") || IS(over, "due") || IS(over, "related");
    if (NEARBY(c, METALS, 2))
        return true;
    if (IS(before, "of") && IN(over, AMOUNTS))
        return true;
    if ((IS(before, "for") || IS(before, "to") || IS(before, "with") || IS(before, "in") ||
         IS(before, "by")) &&
        (IN(over, TESTS) || IN(c->before[2], TESTS)))
        return true;
    bool in_it = IS(c->after[0], "in") &&
                 (IN(c->after[1], PLACES) || IN(c->after[2], PLACES) || IN(c->after[3], PLACES));
    return in_it && !IS(before, "to") && !IN(before, MODALS) && !IN(before, ARTICLES);
}

// The verb: "people who live here"; else "a live show", "broadcast live".
static bool is_living(const Context *c)
{
    static const char *const SHOWN[] = {
        "broadcast", "broadcasts", "stream", "streamed",  "streaming", "streams",   "air",
        "aired",     "airing",     "airs",   "go",        "goes",      "went",      "going",
        "gone",      "play",       "plays",  "played",    "playing",   "perform",   "performs",
        "performed", "performing", "sing",   "sang",      "show",      "shown",     "recorded",
        "watch",     "watched",    "seen",   "televised", "speaking",  "reporting", "report",
        "sung",      "join",       "carried"};
    static const char *const EVENTS[] = {
        "music",     "show",    "shows",       "broadcast",    "broadcasts",    "audience",
        "audiences", "tv",      "television",  "stream",       "streaming",     "streams",
        "event",     "events",  "performance", "performances", "coverage",      "concert",
        "concerts",  "album",   "animals",     "birds",        "ammunition",    "fire",
        "rounds",    "wire",    "updates",     "update",       "blog",          "feed",
        "video",     "shots",   "births",      "cattle",       "sports",        "webcast",
        "interview", "debate",  "theater",     "theatre",      "entertainment", "chat",
        "band",      "grenade", "pictures",    "footage",      "stock",         "poultry",
        "virus",     "on",      "from"};
    Str before = c->before[skip_adverbs(c, 0)];
    if (IS(before, "to") || IN(before, MODALS) || str_ends(before, STR("'ll")))
        return !(IS(before, "to") && IN(c->after[0], EVENTS) && !IS(c->after[0], "on") &&
                 !IS(c->after[0], "from") && IN(c->before[1], TO_NOUNS));
    if (IN(before, SHOWN) || IN(c->before[1], SHOWN) || IN(before, BE) || c->hyphen_after)
        return false;
    if (IN(before, ARTICLES) || is_possessive(before) || IN(before, PREPOSITIONS))
        return false;
    bool on = IS(c->after[0], "on") || IS(c->after[0], "from");
    if (IN(before, SUBJECTS) || is_plural(before) || IN(before, JOINTS))
        return !IN(c->after[0], EVENTS) || IN(before, SUBJECTS) || (on && is_plural(before));
    return before.len && !IN(c->after[0], EVENTS) && !c->starts && !IN(before, DETERMINERS);
}

// "The author lives in Dublin"; "eleven lives", "their lives".
static bool is_living_s(const Context *c)
{
    static const char *const THERE[] = {"in",     "at",     "with",  "near",  "on",
                                        "alone",  "there",  "here",  "by",    "next",
                                        "nearby", "abroad", "under", "across"};
    static const char *const SAVED[] = {"save",    "saved",    "saving", "lose",  "lost",
                                        "cost",    "claimed",  "claim",  "take",  "taken",
                                        "took",    "risk",     "risked", "saves", "change",
                                        "changed", "changing", "ruined", "human", "whole"};
    Str before = c->before[skip_adverbs(c, 0)];
    if (IN(before, SINGULARS))
        return true;
    if (before.len == 0 || IN(before, DETERMINERS) || IN(before, PREPOSITIONS) ||
        IN(before, SAVED) || is_possessive(before) || is_plural(before) || IN(before, HAVE) ||
        str_ends(before, STR("al")) || str_ends(before, STR("ing")) || str_ends(before, STR("en")))
        return false;
    return IN(c->after[0], THERE) || IN(before, JOINTS);
}

static const char *const WAYS[] = {"down",   "up",    "through", "back",   "its",
                                   "around", "along", "past",    "their",  "tightly",
                                   "across", "his",   "her",     "between"};

// "wind down its business", "paths wind through the hills"
static bool is_winding(const Context *c)
{
    return is_verb(c, false, false) && (IN(c->after[0], WAYS) || IS(c->before[0], "to"));
}

// "The road winds through the hills"; "Strong winds up to"
static bool is_winding_s(const Context *c)
{
    static const char *const ROUTES[] = {"road",      "river",  "path",   "trail", "route",
                                         "street",    "line",   "stream", "it",    "that",
                                         "which",     "valley", "track",  "way",   "highway",
                                         "staircase", "he",     "she",    "queue"};
    return IN(c->after[0], WAYS) && IN(c->before[skip_adverbs(c, 0)], ROUTES);
}

// "wound up in court"; else an injury.
static bool is_turned(const Context *c)
{
    return IN(c->after[0], WAYS) && !IN(c->before[0], ARTICLES) && !IS(c->before[0], "to") &&
           !is_possessive(c->before[0]);
}

// To rip: "tear down the wall", "a tear in his knee"; "a tear ran down", "tear gas".
static bool is_ripping(const Context *c)
{
    static const char *const CRIES[] = {"gas",    "duct",    "ducts", "drop", "drops",   "jerker",
                                        "rolled", "stained", "ran",   "fell", "jerkers", "film"};
    static const char *const WEPT[] = {"shed", "shedding", "single", "wiped",   "wipe",
                                       "eye",  "eyes",     "cheek",  "brushed", "sheds"};
    return !IN(c->after[0], CRIES) && !NEARBY(c, WEPT, 3);
}

static bool is_ripping_s(const Context *c)
{
    static const char *const APART[] = {"down", "up",   "apart", "off",  "through",
                                        "open", "into", "at",    "away", "itself"};
    static const char *const TISSUES[] = {"ligament",  "muscle", "cartilage", "meniscus",
                                          "acl",       "tendon", "cuff",      "labrum",
                                          "hamstring", "retinal"};
    Str before = c->before[0];
    if (IN(before, TISSUES))
        return true;
    return (IN(c->after[0], APART) || opens_object(c->after[0])) && !IN(before, PREPOSITIONS) &&
           !IN(before, ARTICLES) && before.len > 0 && !is_possessive(before) && !IN(before, JOINTS);
}

// "close the door", "the close of trading"; "a close friend", "close to home".
static bool is_shutting(const Context *c)
{
    static const char *const ENDS[] = {"market",    "trading",     "market's",   "monday's",
                                       "tuesday's", "wednesday's", "thursday's", "friday's"};
    Str before = c->before[skip_adverbs(c, 0)], next = c->after[0];
    if (is_verb(c, false, false))
        return !IS(next, "to") || IS(before, "to") || IN(before, MODALS);
    if (IS(next, "of") && (IS(before, "the") || IS(before, "at")))
        return true;
    if (IN(before, ENDS) && !IS(before, "trading"))
        return true;
    // "drew to a close", "at the close"
    bool noun = IS(before, "a") || IS(before, "the") || IS(before, "at");
    return noun && (next.len == 0 || c->comma_after || IN(next, PREPOSITIONS));
}

// Tiny: "minute particles"; else sixty seconds.
static bool is_tiny(const Context *c)
{
    static const char *const BITS[] = {
        "particles",  "particle",    "amount",  "amounts",  "detail",        "details",
        "quantities", "quantity",    "traces",  "trace",    "fraction",      "fractions",
        "pieces",     "differences", "changes", "cracks",   "fragments",     "doses",
        "organisms",  "fibers",      "fibres",  "droplets", "creatures",     "variations",
        "scale",      "grains",      "specks",  "bubbles",  "concentrations"};
    static const char *const VERY[] = {"so", "very", "extremely", "most"};
    return IN(c->after[0], BITS) || IN(c->before[0], BE) || IN(c->before[0], VERY);
}

// "perfectly content with it"; else what something holds.
static bool is_pleased(const Context *c)
{
    static const char *const SEEM[] = {
        "seem",   "seems",  "seemed",   "feel", "feels", "felt",  "remain", "remained", "look",
        "looked", "appear", "appeared", "more", "too",   "quite", "very",   "less",     "and"};
    Str before = c->before[skip_adverbs(c, 0)], next = c->after[0];
    if (IS(before, "to"))
        return str_ends(next, STR("self")) || str_ends(next, STR("selves"));
    bool open = next.len == 0 || c->comma_after || IS(next, "to") || IS(next, "with") ||
                IS(next, "just") || IS(next, "in");
    return open && (IN(before, BE) || IN(before, SEEM)) && !(IS(before, "more") && next.len == 0);
}

// "the invalid was carried in"; else no longer in force.
static bool is_void(const Context *c)
{
    bool noun = IS(c->before[0], "an") || IS(c->before[0], "the") || IS(c->before[0], "elderly");
    Str next = c->after[0];
    return !(noun && (next.len == 0 || c->comma_after || is_auxiliary(next) ||
                      IN(next, PREPOSITIONS) || IS(next, "who")));
}

// Troubled, or to trouble; else a surprising defeat: "the biggest upset".
static bool is_troubled(const Context *c)
{
    static const char *const VERY[] = {"very", "so", "too", "really", "quite", "more", "visibly"};
    Str before = c->before[0], over = c->before[1];
    bool noun =
        IN(before, DETERMINERS) || is_possessive(before) ||
        (IN(over, ARTICLES) && !IN(before, BE) && !IN(before, VERY) && !is_auxiliary(before));
    return !noun || opens_object(c->after[0]);
}

// For arrows and hair; else the act, and the front of a ship.
static bool is_bent(const Context *c)
{
    static const char *const ARROWS[] = {
        "arrow",  "arrows",  "tie",     "ties",   "ribbon",   "hair",   "violin", "cello",
        "string", "strings", "hunting", "hunter", "hunters",  "pink",   "archer", "crossbow",
        "quiver", "red",     "fiddle",  "window", "compound", "velvet", "satin",  "arched"};
    return NEARBY(c, ARROWS, 3);
}

// A quarrel: "a row over fishing rights"; else a line.
static bool is_quarrel(const Context *c)
{
    static const char *const BROKE[] = {"over",    "about",   "erupted",   "broke",
                                        "with",    "blew",    "escalated", "deepened",
                                        "rumbles", "rumbled", "between"};
    static const char *const LINES[] = {"front", "death", "back", "a",   "corn", "skid", "second",
                                        "third", "top",   "each", "one", "in",   "first"};
    return IN(c->after[0], BROKE) && !(IS(c->before[1], "in")) &&
           (!IN(c->before[0], LINES) || IS(c->before[0], "a")) && !IS(c->before[0], "to");
}

// A pig; else to plant.
static bool is_pig(const Context *c)
{
    static const char *const FARM[] = {"piglets", "pig",    "pigs",     "boar",     "farm",
                                       "litter",  "barn",   "pen",      "breeding", "pregnant",
                                       "crates",  "stalls", "gestation"};
    bool noun = IN(c->before[0], ARTICLES) || is_possessive(c->before[0]);
    return (noun && !is_verb(c, false, false)) || IN(c->after[0], FARM) ||
           IS(c->before[0], "pregnant");
}

// A fish; else low notes.
static bool is_fish(const Context *c)
{
    static const char *const WATERS[] = {
        "sea",     "striped", "largemouth", "smallmouth", "black", "chilean", "channel", "caught",
        "catch",   "fish",    "fishing",    "lake",       "trout", "boat",    "pond",    "salmon",
        "spotted", "grilled", "anglers",    "angler",     "perch", "river"};
    return NEARBY(c, WATERS, 2);
}

// "She dove into the pool"; else a bird.
static bool is_diving(const Context *c)
{
    static const char *const INTO[] = {
        "into",    "in",    "off",      "under", "for",   "down",   "deep",    "headfirst", "from",
        "through", "right", "straight", "to",    "after", "behind", "beneath", "below"};
    Str before = c->before[skip_adverbs(c, 0)];
    bool noun = IN(before, ARTICLES) || IN(before, DETERMINERS) || is_possessive(before) ||
                IN(before, PREPOSITIONS) || IS(before, "white") || IS(before, "mourning");
    return before.len && !noun && (IN(c->after[0], INTO) || IN(before, SINGULARS));
}

static bool is_capital(const Context *c)
{
    return is_upper(c->spoken.data[c->at.beg]);
}

// Of Poland; "Polish the silver".
static bool is_of_poland(const Context *c)
{
    return is_capital(c) && !opens_object(c->after[0]) && !IS(c->before[0], "to") &&
           !IS(c->before[0], "nail") && !IS(c->before[0], "shoe");
}

// A town: "born in Mobile", "the train to Reading"; else the word.
static bool is_place(const Context *c)
{
    static const char *const OF[] = {"in",      "near",    "from",   "at",      "of",
                                     "to",      "outside", "around", "between", "via",
                                     "towards", "toward",  "for"};
    static const char *const STATES[] = {"alabama", "pennsylvania", "berkshire", "england",
                                         "france",  "university",   "fc",        "festival"};
    Str next = c->after[0];
    if (!is_capital(c))
        return false;
    if (IN(next, STATES))
        return true;
    return IN(c->before[0], OF) && !c->starts &&
           (next.len == 0 || c->comma_after || !is_upper(next.data[0]));
}

bool has_second_reading(Str spoken, Span at, HomographRule rule)
{
    Context c = {.spoken = spoken, .at = at};
    look_back(&c);
    look_ahead(&c);
    switch (rule) {
    case SAY_FIRST:
        return false;
    case SAY_NOUN_VERB:
        return is_verb(&c, false, false);
    case SAY_NOUN_VERB_S:
        return is_verb(&c, true, false);
    case SAY_SELDOM_NOUN:
        return is_verb(&c, false, true);
    case SAY_SELDOM_NOUN_S:
        return is_verb(&c, true, true);
    case SAY_READ:
        return is_read_past(&c);
    case SAY_LEAD:
        return is_metal(&c);
    case SAY_LIVE:
        return is_living(&c);
    case SAY_LIVES:
        return is_living_s(&c);
    case SAY_WIND:
        return is_winding(&c);
    case SAY_WINDS:
        return is_winding_s(&c);
    case SAY_WOUND:
        return is_turned(&c);
    case SAY_TEAR:
        return is_ripping(&c);
    case SAY_TEARS:
        return is_ripping_s(&c);
    case SAY_CLOSE:
        return is_shutting(&c);
    case SAY_MINUTE:
        return is_tiny(&c);
    case SAY_RESUME:
        return !is_verb(&c, false, false);
    case SAY_CONTENT:
        return is_pleased(&c);
    case SAY_INVALID:
        return is_void(&c);
    case SAY_UPSET:
        return is_troubled(&c);
    case SAY_BOW:
        return is_bent(&c);
    case SAY_ROW:
        return is_quarrel(&c);
    case SAY_SOW:
        return is_pig(&c);
    case SAY_BASS:
        return is_fish(&c);
    case SAY_DOVE:
        return is_diving(&c);
    case SAY_POLISH:
        return is_of_poland(&c);
    case SAY_AUGUST:
        return !is_capital(&c);
    case SAY_PLACE:
        return is_place(&c);
    }
    return false;
}
