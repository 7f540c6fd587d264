#include "base/language.h"

// ISO 639-1 and, behind it, ISO 639-2/T.
static const char CODES[][6] = {
    "aaaar", "ababk", "aeave", "afafr", "akaka", "amamh", "anarg", "arara", "asasm", "avava",
    "ayaym", "azaze", "babak", "bebel", "bgbul", "bhbih", "bibis", "bmbam", "bnben", "bobod",
    "brbre", "bsbos", "cacat", "ceche", "chcha", "cocos", "crcre", "csces", "cuchu", "cvchv",
    "cycym", "dadan", "dedeu", "dvdiv", "dzdzo", "eeewe", "elell", "eneng", "eoepo", "esspa",
    "etest", "eueus", "fafas", "ffful", "fifin", "fjfij", "fofao", "frfra", "fyfry", "gagle",
    "gdgla", "glglg", "gngrn", "guguj", "gvglv", "hahau", "heheb", "hihin", "hohmo", "hrhrv",
    "hthat", "huhun", "hyhye", "hzher", "iaina", "idind", "ieile", "igibo", "iiiii", "ikipk",
    "ioido", "isisl", "itita", "iuiku", "jajpn", "jvjav", "kakat", "kgkon", "kikik", "kjkua",
    "kkkaz", "klkal", "kmkhm", "knkan", "kokor", "krkau", "kskas", "kukur", "kvkom", "kwcor",
    "kykir", "lalat", "lbltz", "lglug", "lilim", "lnlin", "lolao", "ltlit", "lulub", "lvlav",
    "mgmlg", "mhmah", "mimri", "mkmkd", "mlmal", "mnmon", "mrmar", "msmsa", "mtmlt", "mymya",
    "nanau", "nbnob", "ndnde", "nenep", "ngndo", "nlnld", "nnnno", "nonor", "nrnbl", "nvnav",
    "nynya", "ococi", "ojoji", "omorm", "orori", "ososs", "papan", "pipli", "plpol", "pspus",
    "ptpor", "quque", "rmroh", "rnrun", "roron", "rurus", "rwkin", "sasan", "scsrd", "sdsnd",
    "sesme", "sgsag", "sisin", "skslk", "slslv", "smsmo", "snsna", "sosom", "sqsqi", "srsrp",
    "ssssw", "stsot", "susun", "svswe", "swswa", "tatam", "tetel", "tgtgk", "ththa", "titir",
    "tktuk", "tltgl", "tntsn", "toton", "trtur", "tstso", "tttat", "twtwi", "tytah", "uguig",
    "ukukr", "ururd", "uzuzb", "veven", "vivie", "vovol", "wawln", "wowol", "xhxho", "yiyid",
    "yoyor", "zazha", "zhzho", "zuzul",
};

static size_t primary_len(Str tag)
{
    size_t n = 0;
    while (n < tag.len && is_alpha(tag.data[n]))
        n++;
    return n;
}

Str primary_language(Str tag)
{
    return str_slice(tag, 0, primary_len(tag));
}

void language_code(Str tag, char code[4])
{
    size_t n = primary_len(tag);
    memcpy(code, "und", 4);
    if (n == 3)
        for (size_t i = 0; i < 3; i++)
            code[i] = (char)to_lower(tag.data[i]);
    for (size_t i = 0; n == 2 && i < COUNT(CODES); i++)
        if (str_equal_nocase(str_slice(tag, 0, 2), str_slice(str_from(CODES[i]), 0, 2)))
            memcpy(code, CODES[i] + 2, 4);
}

// Subtags of RFC 5646: letters and digits, at most 8, parted by hyphens.
static bool is_tag(Str s)
{
    size_t run = 0;
    for (size_t i = 0; i < s.len; i++) {
        run = s.data[i] == '-' ? 0 : run + 1;
        if (run > 8 || (run == 0 && (i == 0 || s.data[i - 1] == '-' || i + 1 == s.len)) ||
            (run && !is_alnum(s.data[i])))
            return false;
    }
    size_t primary = primary_len(s);
    return (primary == 2 || primary == 3) && (primary == s.len || s.data[primary] == '-');
}

Str language_tag(Str s)
{
    return is_tag(s) ? s : STR("en");
}

// What documents write where a code is meant: names, and codes that were given up. "" is
// no language.
static const struct {
    const char *written, *code;
} OTHERWISE[] = {
    {"arabic", "ar"},    {"bulgarian", "bg"},  {"castellano", "es"}, {"catalan", "ca"},
    {"chinese", "zh"},   {"czech", "cs"},      {"danish", "da"},     {"deutsch", "de"},
    {"dutch", "nl"},     {"english", "en"},    {"esperanto", "eo"},  {"español", "es"},
    {"finnish", "fi"},   {"français", "fr"},   {"french", "fr"},     {"german", "de"},
    {"greek", "el"},     {"hebrew", "he"},     {"hindi", "hi"},      {"hungarian", "hu"},
    {"icelandic", "is"}, {"indonesian", "id"}, {"italian", "it"},    {"italiano", "it"},
    {"japanese", "ja"},  {"korean", "ko"},     {"latin", "la"},      {"nederlands", "nl"},
    {"norwegian", "no"}, {"polish", "pl"},     {"portuguese", "pt"}, {"português", "pt"},
    {"romanian", "ro"},  {"russian", "ru"},    {"serbian", "sr"},    {"spanish", "es"},
    {"swedish", "sv"},   {"tagalog", "tl"},    {"turkish", "tr"},    {"ukrainian", "uk"},
    {"welsh", "cy"},     {"in", "id"},         {"iw", "he"},         {"ji", "yi"},
    {"jw", "jv"},        {"mo", "ro"},         {"sh", "sr"},         {"und", ""},
    {"mul", ""},         {"mis", ""},          {"zxx", ""},          {"xx", ""},
};

static Str known_otherwise(Str s)
{
    for (size_t i = 0; i < COUNT(OTHERWISE); i++)
        if (str_equal_nocase(s, str_from(OTHERWISE[i].written)))
            return str_from(OTHERWISE[i].code);
    return s;
}

// "EN_us" -> "en-US", "zh-hant" -> "zh-Hant": regions have two letters, scripts four.
static Str tidy_case(Str s, Arena *arena)
{
    char *tag = str_c(s, arena);
    for (size_t i = 0, beg = 0; i <= s.len; i++) {
        if (i < s.len && tag[i] != '-' && tag[i] != '_')
            continue;
        for (size_t k = beg; k < i; k++) {
            bool big = beg > 0 && (i - beg == 2 || (i - beg == 4 && k == beg));
            tag[k] = (char)(big ? to_upper(tag[k]) : to_lower(tag[k]));
        }
        tag[i] = i < s.len ? '-' : 0;
        beg = i + 1;
    }
    return (Str){tag, s.len};
}

Str tidy_language(Str s, Arena *arena)
{
    s = str_trim(s);
    size_t end = 0;
    while (end < s.len && !is_space(s.data[end]) && !strchr(",;.@/", s.data[end]))
        end++;
    Str named = known_otherwise(str_slice(s, 0, end));
    Str tag = tidy_case(named, arena);
    if (!is_tag(tag))
        return (Str){0};
    Str primary = primary_language(tag), now = known_otherwise(primary);
    return str_equal(primary, now) || now.len == 0
               ? str_slice(tag, 0, now.len ? tag.len : 0)
               : str_format(arena, "%.*s%.*s", STR_ARG(now), (int)(tag.len - primary.len),
                            tag.data + primary.len);
}

// Each row is one language as far as its texts tell.
static const char *const KIN[] = {
    "no nb nn", "sr hr bs sh cnr", "id ms",          "zh cmn yue hak nan wuu",
    "fa prs",   "tl fil",          "de gsw nds bar", "hi bh bho mai",
    "en sco",   "el grc",          "hy hyw",         "nl vls",
    "ku kmr",
};

static bool is_listed(Str code, const char *list)
{
    for (const char *word = list; *word;) {
        size_t n = strcspn(word, " ");
        if (str_equal_nocase(code, (Str){word, n}))
            return true;
        word += word[n] ? n + 1 : n;
    }
    return false;
}

bool same_language(Str a, Str b)
{
    a = primary_language(a);
    b = primary_language(b);
    if (str_equal_nocase(a, b))
        return true;
    for (size_t i = 0; i < COUNT(KIN); i++)
        if (is_listed(a, KIN[i]) && is_listed(b, KIN[i]))
            return true;
    return false;
}

bool language_runs_left(Str tag)
{
    static const char RUN_LEFT[][4] = {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"};
    Str primary = str_slice(tag, 0, primary_len(tag));
    for (size_t i = 0; i < COUNT(RUN_LEFT); i++)
        if (str_equal_nocase(primary, str_from(RUN_LEFT[i])))
            return true;
    return false;
}
