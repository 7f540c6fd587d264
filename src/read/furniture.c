#include "read/furniture.h"

#include "base/utf8.h"
#include "read/dates.h"
#include "read/match.h"

static Str strip_stops(Str s)
{
    while (s.len && (s.data[s.len - 1] == ',' || s.data[s.len - 1] == '.' ||
                     s.data[s.len - 1] == ';' || s.data[s.len - 1] == ':'))
        s.len--;
    return s;
}

// What comes off in front of the names. A blank must follow.
static Str strip_by(Str line)
{
    static const char *const WORDS[] = {"By",      "By:",       "Written by",  "Story by",
                                        "Text by", "Posted by", "Reported by", "Von",
                                        "Par",     "Por",       "Di",          "Door"};
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        Str word = str_from(WORDS[i]);
        bool whole = line.len > word.len && is_space(line.data[word.len]);
        if (whole && starts_nocase(line, word) && is_upper(line.data[0]))
            return str_trim(str_slice(line, word.len, line.len));
    }
    return (Str){0};
}

// Words of other languages before names. Where the word alone may begin a sentence or be a name
// ("Oleh" and "Yazan" are), a colon or a sign like it has to part them.
static const char *const BEFORE_BLANK[] = {
    "Av",       "Af",       "Kirjoittanut", "Tác giả", "Του",    "Της",    "Των",
    "Γράφει ο", "Γράφει η", "Γράφουν οι",   "بقلم",    "به قلم", "نوشتهٔ",  "نوشته",
    "מאת",      "लेखक",      "लेखिका",        "作者",    "文",     "撰文",   "记者",
    "記者",     "本报记者", "取材・文",     "著者",    "글",     "글·사진"};
static const char *const BEFORE_COLON[] = {
    "Autor",  "Autorin", "Autorka", "Auteur", "Autore",    "Författare", "Forfatter", "Kirjoittaja",
    "Piše",   "Yazan",   "Yazar",   "Írta",   "Szerző",    "Oleh",       "Penulis",   "Автор",
    "Авторы", "Автори",  "Авторка", "Текст",  "Συντάκτης", "Κείμενο",    "كتب",       "كتبت",
    "الكاتب", "نویسنده", "כתב",     "כתבה",   "撰稿",      "执笔",       "執筆",      "筆者"};

// A colon, or what stands for one in East Asia. Gives its bytes.
static size_t colon_len(Str s)
{
    static const char *const SIGNS[] = {":", "：", "＝", "=", "／", "/", "｜", "|"};
    for (size_t i = 0; i < COUNT(SIGNS); i++)
        if (str_starts(s, str_from(SIGNS[i])))
            return strlen(SIGNS[i]);
    return 0;
}

static Str skip_blanks(Str s)
{
    for (Char c = utf8_at(s, 0); s.len && code_is_space(c.code); c = utf8_at(s, 0))
        s = str_slice(s, c.len, s.len);
    return s;
}

static Str strip_word(Str line, const char *const *words, size_t count, bool blank)
{
    for (size_t i = 0; i < count; i++) {
        Str word = str_from(words[i]);
        if (!str_starts(line, word))
            continue;
        Str behind = str_slice(line, word.len, line.len), rest = skip_blanks(behind);
        size_t colon = colon_len(rest);
        if (colon || (blank && rest.len < behind.len))
            return skip_blanks(str_slice(rest, colon, rest.len));
    }
    return (Str){0};
}

Str strip_foreign_by(Str line)
{
    Str rest = strip_word(line, BEFORE_BLANK, COUNT(BEFORE_BLANK), true);
    return rest.len ? rest : strip_word(line, BEFORE_COLON, COUNT(BEFORE_COLON), false);
}

static bool joins_names(Str word)
{
    static const char *const WORDS[] = {
        "and", "&",   "of", "for", "the", "with", "de",           "da",          "del",
        "der", "den", "di", "du",  "la",  "le",   "van",          "von",         "al",
        "bin", "ibn", "y",  "e",   "et",  "und",  "el",           "in",          "|",
        "-",   "/",   "zu", "dos", "ten", "ter",  "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (str_equal(word, str_from(WORDS[i])))
            return true;
    return false;
}

static bool is_name_word(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (is_digit(word.data[i]))
            return false;
    Char c = utf8_at(word, 0);
    return code_is_upper(c.code) || (code_is_letter(c.code) && !code_is_lower(c.code));
}

static bool is_no_name(Str word)
{
    static const char *const WORDS[] = {"the",   "a",   "an",  "then",  "now", "this",
                                        "that",  "all", "my",  "its",   "his", "her",
                                        "their", "our", "mid", "early", "late"};
    word = strip_stops(word);
    return any_equals(word, WORDS, COUNT(WORDS)) || word_is_month(word) || word_is_weekday(word);
}

enum { BYLINE_MAX = 160, BYLINE_WORDS = 24 };

static bool parse_names(Str rest, Str *names)
{
    size_t at = 0;
    Str word = take_word(rest, &at), last = {0};
    if (is_no_name(word) && !is_agency_line(rest))
        return false;
    for (int count = 0; word.len; count++) {
        if (count > BYLINE_WORDS || (!joins_names(word) && !is_name_word(word)))
            return false;
        if (count == 0 && !is_name_word(word))
            return false;
        last = word;
        word = take_word(rest, &at);
    }
    // "By Dawn." is a sentence; "By Ann Cole Jr." is none.
    bool stop = last.len > 3 && str_ends(last, STR("."));
    if (stop)
        return false;
    *names = rest;
    return true;
}

static bool is_caseless(uint32_t code)
{
    return code_is_letter(code) && !code_is_lower(code) && !code_is_upper(code);
}

// Where all letters are alike, a name is told from a sentence by its length alone: "بقلم رصاص قديم
// كتب الصبي رسالته الأولى إلى أبيه" ("with an old pencil the boy wrote").
static bool is_short_name(Str s)
{
    enum { WORDS_MAX = 6, EAST_ASIAN_MAX = 12 };
    static const char *const SIGNS[] = {"。", "？", "！", "؟", "।", "?", "!", "«", "»", "“", "\""};
    for (size_t i = 0; i < COUNT(SIGNS); i++)
        if (str_find(s, str_from(SIGNS[i])) < s.len)
            return false;
    uint32_t east_asian = 0;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        east_asian += c.code >= 0x3040 && code_is_letter(c.code);
        i += c.len;
    }
    return words_in(s) <= WORDS_MAX && east_asian <= EAST_ASIAN_MAX;
}

// "김안나 기자": a reporter of Korea is told by what stands behind the name.
static bool parse_reporter(Str line, Str *names)
{
    static const char REPORTER[] = " 기자";
    Str name = str_slice(line, 0, line.len - strlen(REPORTER));
    bool whole = line.len > strlen(REPORTER) && str_ends(line, str_from(REPORTER));
    if (!whole || !is_caseless(utf8_at(name, 0).code) || words_in(name) > 1 || name.len > 15)
        return false;
    *names = name;
    return true;
}

static bool parse_foreign_byline(Str line, Str *names)
{
    Str rest = strip_foreign_by(line);
    if (rest.len == 0)
        return parse_reporter(line, names);
    if (is_caseless(utf8_at(rest, 0).code))
        return is_short_name(rest) && parse_names(rest, names);
    // "Της Κυριακής" is a title.
    return words_in(rest) > 1 && parse_names(rest, names);
}

bool parse_byline(Str line, Str *names)
{
    if (line.len > BYLINE_MAX)
        return false;
    Str rest = strip_by(line);
    return rest.len > 0 ? parse_names(rest, names) : parse_foreign_byline(line, names);
}

bool parse_small_byline(Str line, Str *names)
{
    if (!str_starts(line, STR("by ")) || line.len > BYLINE_MAX)
        return false;
    Str rest = str_trim(str_slice(line, 3, line.len));
    return rest.len > 0 && parse_names(rest, names);
}

bool names_only(Str line, size_t most)
{
    size_t at = 0, words = 0;
    for (Str word = take_word(line, &at); word.len; word = take_word(line, &at))
        if (++words > most || (!is_name_word(word) && !joins_names(word)))
            return false;
    return words > 0;
}

bool is_contact_line(Str line)
{
    size_t digits = 0, at = str_find(line, STR("@"));
    bool blank = str_find(line, STR(" ")) < line.len;
    if (at > 0 && at + 1 < line.len && (!blank || line.len < 60))
        return true;
    for (size_t i = 0; i < line.len; i++)
        digits += is_digit(line.data[i]) != 0;
    return line.len < 40 && digits >= 6;
}

static Str strip_years(Str s)
{
    for (;;) {
        Str before = s;
        s = str_trim(s);
        static const char *const SIGNS[] = {"\xC2\xA9", "(c)",          "Copyright", "by ", ",",
                                            "-",        "\xE2\x80\x93", ":",         "|"};
        for (size_t i = 0; i < COUNT(SIGNS); i++)
            if (starts_nocase(s, str_from(SIGNS[i])))
                s = str_slice(s, strlen(SIGNS[i]), s.len);
        size_t digits = 0;
        while (digits < s.len && is_digit(s.data[digits]))
            digits++;
        if (digits == 4)
            s = str_slice(s, 4, s.len);
        if (s.len == before.len)
            return s;
    }
}

// The name ends where the legal words begin.
static Str cut_rights(Str s)
{
    static const char *const LEGAL[] = {"All rights",  "All Rights",  "ALL RIGHTS", "This material",
                                        "Alle Rechte", "Tous droits", "Reprinted",  "Distributed",
                                        "No part",     "Licensed"};
    for (size_t i = 0; i < COUNT(LEGAL); i++)
        s = str_slice(s, 0, str_find(s, str_from(LEGAL[i])));
    s = str_slice(s, 0, str_find(s, STR(". ")));
    s = str_trim(s);
    while (s.len && (s.data[s.len - 1] == ',' || s.data[s.len - 1] == '|' ||
                     s.data[s.len - 1] == ';' || s.data[s.len - 1] == '-'))
        s = str_trim(str_slice(s, 0, s.len - 1));
    bool company = str_ends(s, STR("Inc.")) || str_ends(s, STR("Co.")) ||
                   str_ends(s, STR("Ltd.")) || str_ends(s, STR("Corp."));
    return company ? s : strip_stops(s);
}

enum { COPYRIGHT_MAX = 300 };

bool parse_copyright(Str line, Str *publisher)
{
    static const char *const STARTS[] = {"Copyright", "\xC2\xA9", "(c) ", "Copr."};
    *publisher = (Str){0};
    if (line.len > COPYRIGHT_MAX)
        return false;
    if (!any_starts(line, STARTS, COUNT(STARTS)))
        return contains_nocase(line, STR("all rights reserved")) ||
               contains_nocase(line, STR("may not be published, broadcast, rewritten"));
    // "Copyright law is old." is prose: a name or a year must follow the word.
    Str rest = strip_years(line);
    Char c = utf8_at(rest, 0);
    bool sentence = code_is_lower(c.code) && str_ends(line, STR("."));
    if (sentence || starts_nocase(rest, STR("law")) || starts_nocase(rest, STR("infring")))
        return false;
    *publisher = cut_rights(rest);
    return true;
}

bool is_agency_line(Str line)
{
    static const char *const NAMES[] = {"AP",
                                        "Associated Press",
                                        "The Associated Press",
                                        "Reuters",
                                        "AFP",
                                        "Agence France-Presse",
                                        "UPI",
                                        "dpa",
                                        "Bloomberg",
                                        "Bloomberg News",
                                        "ANSA",
                                        "EFE",
                                        "Kyodo",
                                        "Xinhua",
                                        "PA Media",
                                        "TASS",
                                        "IANS",
                                        "ANI",
                                        "PTI",
                                        "United Press International"};
    if (line.len > 2 && line.data[0] == '(' && line.data[line.len - 1] == ')')
        line = str_slice(line, 1, line.len - 1);
    return any_equals(line, NAMES, COUNT(NAMES));
}

static const struct {
    const char *name;
    Key key;
} KEYS[] = {
    {"headline", KEY_TITLE},
    {"title", KEY_TITLE},
    {"subject", KEY_TITLE},
    {"byline", KEY_AUTHOR},
    {"author", KEY_AUTHOR},
    {"authors", KEY_AUTHOR},
    {"from", KEY_AUTHOR},
    {"date", KEY_DATE},
    {"published", KEY_DATE},
    {"publication date", KEY_DATE},
    {"load-date", KEY_OTHER},
    {"publication", KEY_PUBLISHER},
    {"publisher", KEY_PUBLISHER},
    {"source", KEY_PUBLISHER},
    {"url", KEY_URL},
    {"link", KEY_URL},
    {"language", KEY_LANGUAGE},
    {"body", KEY_BODY},
    {"text", KEY_BODY},
    {"full text", KEY_BODY},
    {"section", KEY_OTHER},
    {"length", KEY_OTHER},
    {"page", KEY_OTHER},
    {"pages", KEY_OTHER},
    {"dateline", KEY_OTHER},
    {"edition", KEY_OTHER},
    {"keywords", KEY_OTHER},
    {"tags", KEY_OTHER},
    {"category", KEY_OTHER},
    {"copyright", KEY_OTHER},
    {"word count", KEY_OTHER},
    {"slug", KEY_OTHER},
    {"to", KEY_OTHER},
    {"cc", KEY_OTHER},
    {"reply-to", KEY_OTHER},
    {"message-id", KEY_OTHER},
    {"mime-version", KEY_OTHER},
    {"content-type", KEY_OTHER},
    {"contact", KEY_OTHER},
    {"issn", KEY_OTHER},
    {"document type", KEY_OTHER},
    {"updated", KEY_OTHER},
    {"content-transfer-encoding", KEY_OTHER},
    {"column", KEY_OTHER},
};

enum { KEY_MAX = 32 };

Key parse_key_line(Str line, Str *value)
{
    size_t colon = str_find(str_slice(line, 0, KEY_MAX), STR(":"));
    if (colon == 0 || colon >= KEY_MAX || colon >= line.len)
        return KEY_NONE;
    Str name = str_trim(str_slice(line, 0, colon));
    *value = str_trim(str_slice(line, colon + 1, line.len));
    for (size_t i = 0; i < COUNT(KEYS); i++)
        if (str_equal_nocase(name, str_from(KEYS[i].name)))
            return KEYS[i].key;
    return KEY_NONE;
}

bool is_end_mark(Str line)
{
    static const char *const MARKS[] = {"###",      "# # #",    "##",     "#",     "-30-",
                                        "- 30 -",   "--30--",   "30",     "ENDS",  "-ENDS-",
                                        "- ENDS -", "(END)",    "END",    "-END-", "(MORE)",
                                        "-MORE-",   "- more -", "(more)", "-more-"};
    for (size_t i = 0; i < COUNT(MARKS); i++)
        if (str_compare_c(line, MARKS[i]) == 0)
            return true;
    return false;
}

bool is_rule_line(Str line)
{
    for (size_t i = 0; i < line.len;) {
        Char c = utf8_at(line, i);
        bool sign = c.code == '*' || c.code == '#' || c.code == '~' || c.code == '-' ||
                    c.code == '_' || c.code == '=' || c.code == '+' || c.code == '.' ||
                    c.code == 0x2022 || c.code == 0xB7 || c.code == 0x2042 || c.code == 0x2014 ||
                    c.code == 0x2013 || c.code == 0xA7 || c.code == 0x2026 ||
                    (c.code >= 0x2500 && c.code <= 0x25FF) || code_is_space(c.code);
        if (!sign)
            return false;
        i += c.len;
    }
    return true;
}

bool is_release_label(Str line)
{
    static const char *const STARTS[] = {"FOR IMMEDIATE RELEASE", "FOR RELEASE",
                                         "PRESS RELEASE",         "NEWS RELEASE",
                                         "EMBARGOED UNTIL",       "MEDIA RELEASE"};
    return line.len < 80 && any_starts(line, STARTS, COUNT(STARTS));
}

// Where a dateline's dash ends, from `at` on; 0 where none stands there.
static size_t dash_end(Str s, size_t at)
{
    static const char *const DASHES[] = {
        "\xE2\x80\x94", "\xE2\x80\x93", "--", "-", "\xE2\x80\x95", "_"};
    for (size_t i = 0; i < COUNT(DASHES); i++)
        if (str_starts(str_slice(s, at, s.len), str_from(DASHES[i])))
            return at + strlen(DASHES[i]);
    return 0;
}

// "WASHINGTON", "St", "Calif.,", "Nov.", "5,": what a dateline is made of.
static bool is_dateline_word(Str word)
{
    Str bare = strip_stops(word);
    bool number = bare.len > 0 && bare.len <= 4;
    for (size_t i = 0; i < bare.len; i++)
        number &= is_digit(bare.data[i]);
    return number || (bare.len > 0 && is_name_word(bare));
}

static bool is_capitals(Str word)
{
    size_t letters = 0;
    for (size_t i = 0; i < word.len;) {
        Char c = utf8_at(word, i);
        if (code_is_lower(c.code))
            return false;
        letters += code_is_letter(c.code);
        i += c.len;
    }
    return letters >= 3;
}

static bool is_bracketed(Str word)
{
    bool round = word.len > 3 && word.data[0] == '(' && word.data[word.len - 1] == ')';
    bool slash = word.len > 3 && word.data[0] == '/' && word.data[word.len - 1] == '/';
    return round || slash;
}

enum { DATELINE_WORDS = 9, DATELINE_MAX = 120 };

size_t dateline_len(Str paragraph)
{
    Str s = str_slice(paragraph, 0, DATELINE_MAX);
    size_t at = 0;
    bool capitals = false, agency = false;
    for (int count = 0; count < DATELINE_WORDS; count++) {
        size_t before = at;
        Str word = take_word(s, &at);
        size_t beg = at - word.len;
        size_t dash = word.len ? dash_end(s, beg) : 0;
        if (dash && count == 0)
            return 0;
        if (dash) {
            while (dash < s.len && is_space(s.data[dash]))
                dash++;
            bool set_off = beg > before || !is_alnum(s.data[beg - 1]);
            return (capitals || agency) && set_off && dash < paragraph.len ? dash : 0;
        }
        if (agency || word.len == 0)
            return 0;
        agency = is_bracketed(word) || is_agency_line(word);
        if (!agency && !is_dateline_word(word))
            return 0;
        capitals |= count == 0 && is_capitals(word);
    }
    return 0;
}

bool is_dateline(Str line, Arena scratch)
{
    Str begun = str_format(&scratch, "%.*s x", STR_ARG(str_slice(line, 0, DATELINE_MAX)));
    return line.len < DATELINE_MAX && dateline_len(begun) == line.len + 1;
}

bool is_author_title(Str line)
{
    static const char *const ENDS[] = {" Writer",    " Reporter", " Correspondent", " Editor",
                                       " Columnist", " Staff",    " Bureau Chief"};
    if (line.len > 60)
        return false;
    size_t at = 0, words = 0;
    for (Str word = take_word(line, &at); word.len; word = take_word(line, &at), words++)
        if (!is_name_word(word) && !joins_names(word))
            return false;
    for (size_t i = 0; i < COUNT(ENDS); i++)
        if (str_ends(line, str_from(ENDS[i])))
            return words > 1;
    // "STAFF WRITER"
    return words > 1 && is_capitals(line) &&
           (str_ends(line, STR("WRITER")) || str_ends(line, STR("REPORTER")));
}

bool is_slug(Str line)
{
    size_t capitals = 0, digits = 0, joints = 0;
    if (line.len < 5 || line.len > 40)
        return false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        if (!is_alnum(c) && !strchr("-,_/&", c))
            return false;
        capitals += is_upper(c) != 0;
        digits += is_digit(c) != 0;
        joints += !is_alnum(c);
    }
    return capitals > 1 && digits > 1 && joints > 0;
}
