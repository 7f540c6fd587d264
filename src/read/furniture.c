#include "read/furniture.h"

#include "base/utf8.h"
#include "read/dates.h"

static bool starts_nocase(Str s, Str prefix)
{
    return s.len >= prefix.len && str_equal_nocase(str_slice(s, 0, prefix.len), prefix);
}

static bool any_equals(Str s, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_nocase(s, str_from(list[i])))
            return true;
    return false;
}

static bool any_starts(Str s, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (starts_nocase(s, str_from(list[i])))
            return true;
    return false;
}

static bool contains_nocase(Str s, Str needle)
{
    for (size_t i = 0; i + needle.len <= s.len; i++)
        if (starts_nocase(str_slice(s, i, s.len), needle))
            return true;
    return false;
}

// The next word of s from *at on, up to a blank; empty at the end.
static Str next_word(Str s, size_t *at)
{
    while (*at < s.len && is_space(s.data[*at]))
        ++*at;
    size_t beg = *at;
    while (*at < s.len && !is_space(s.data[*at]))
        ++*at;
    return str_slice(s, beg, *at);
}

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

bool parse_byline(Str line, Str *names)
{
    Str rest = strip_by(line);
    if (rest.len == 0 || line.len > BYLINE_MAX)
        return false;
    size_t at = 0;
    Str word = next_word(rest, &at), last = {0};
    if (is_no_name(word) && !is_agency_line(rest))
        return false;
    for (int count = 0; word.len; count++) {
        if (count > BYLINE_WORDS || (!joins_names(word) && !is_name_word(word)))
            return false;
        if (count == 0 && !is_name_word(word))
            return false;
        last = word;
        word = next_word(rest, &at);
    }
    // "By Dawn." is a sentence; "By Ann Cole Jr." is none.
    bool stop = last.len > 3 && str_ends(last, STR("."));
    if (stop)
        return false;
    *names = rest;
    return true;
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
        if (str_equal(line, str_from(MARKS[i])))
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

bool is_editors_note(Str line)
{
    static const char *const STARTS[] = {"Correction",
                                         "Corrections",
                                         "Clarification",
                                         "Editor's note",
                                         "Editor\xE2\x80\x99s note",
                                         "Editors' note",
                                         "Editors\xE2\x80\x99 note",
                                         "Update:",
                                         "UPDATE:",
                                         "This article has been updated",
                                         "This story has been updated",
                                         "This article has been corrected",
                                         "This story has been corrected",
                                         "An earlier version of"};
    return any_starts(line, STARTS, COUNT(STARTS));
}

enum { PAGE_LINE_MAX = 200, FOOT_LINE_MAX = 400 };

const char *page_line_reason(Str line)
{
    static const char *const ADS[] = {
        "Advertisement",           "Story continues below advertisement",
        "Article continues below", "Story continues below",
        "ADVERTISEMENT",           "Sponsored content",
        "Continue reading"};
    static const char *const LINKS[] = {
        "Read more:", "Read more about", "Read also:",         "Also read:", "Related:",
        "RELATED:",   "Related article", "More on this story", "READ MORE",  "See also:",
        "Watch:",     "Listen:",         "Click here "};
    static const char *const LETTERS[] = {
        "Sign up for our",    "Sign up to our",     "Subscribe to our", "Sign up here",
        "Get our newsletter", "Share this article", "Share this story"};
    if (line.len > PAGE_LINE_MAX)
        return NULL;
    bool bare = !str_ends(line, STR("."));
    if (bare && line.len < 60 && any_starts(line, ADS, COUNT(ADS)))
        return "advertisement";
    if (bare && any_starts(line, LINKS, COUNT(LINKS)))
        return "related link";
    return any_starts(line, LETTERS, COUNT(LETTERS)) ? "newsletter or sharing line" : NULL;
}

const char *foot_line_reason(Str line)
{
    static const char *const STARTS[] = {"Follow ",
                                         "Unsubscribe",
                                         "To unsubscribe",
                                         "You are receiving this",
                                         "You received this",
                                         "Reprinted with permission",
                                         "This article was originally",
                                         "This article first appeared",
                                         "This story was originally",
                                         "Originally published",
                                         "For more information",
                                         "Media contact",
                                         "Press contact",
                                         "Contact:",
                                         "View source version",
                                         "SOURCE ",
                                         "Photo:",
                                         "Photos:",
                                         "Photo by",
                                         "Photo credit",
                                         "Image:",
                                         "Image credit",
                                         "Tags:",
                                         "Filed under",
                                         "Posted in",
                                         "Print this"};
    static const char *const PARTS[] = {"contributed to this report", "contributed to this story",
                                        "contributed to this article", "contributed reporting",
                                        "contributed to the report"};
    Str publisher;
    if (line.len > FOOT_LINE_MAX)
        return NULL;
    if (parse_copyright(line, &publisher))
        return "copyright line";
    for (size_t i = 0; i < COUNT(PARTS); i++)
        if (contains_nocase(line, str_from(PARTS[i])))
            return "credit line";
    return any_starts(line, STARTS, COUNT(STARTS)) ? "footer line" : NULL;
}

// Where a dateline's dash ends, from `at` on; 0 where none stands there.
static size_t dash_end(Str s, size_t at)
{
    static const char *const DASHES[] = {"\xE2\x80\x94", "\xE2\x80\x93", "--", "-", "\xE2\x80\x95"};
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
        Str word = next_word(s, &at);
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
