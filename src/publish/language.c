#include "publish/language.h"

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

bool language_runs_left(Str tag)
{
    static const char RUN_LEFT[][4] = {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"};
    Str primary = str_slice(tag, 0, primary_len(tag));
    for (size_t i = 0; i < COUNT(RUN_LEFT); i++)
        if (str_equal_nocase(primary, str_from(RUN_LEFT[i])))
            return true;
    return false;
}
