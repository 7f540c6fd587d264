#include "read/html/page_names.h"

#include "base/utf8.h"
#include "read/dates.h"
#include "read/furniture.h"
#include "read/match.h"

enum { RAW_MAX = 600, NAME_MAX = 60, NAMES_MAX = 16, NAME_WORDS = 6 };

// Words that stand before names.
static Str strip_by(Str s)
{
    static const char *const WORDS[] = {"written by",
                                        "posted by",
                                        "story by",
                                        "text by",
                                        "words by",
                                        "reported by",
                                        "article by",
                                        "by",
                                        "von",
                                        "par",
                                        "por",
                                        "di",
                                        "door",
                                        "av",
                                        "af",
                                        "przez",
                                        "author:",
                                        "authors:",
                                        "autor:",
                                        "text:",
                                        "auteur:",
                                        "autore:",
                                        "автор:",
                                        "published by",
                                        "reviewed by",
                                        "ein kommentar von",
                                        "eine analyse von",
                                        "interview von",
                                        "words:"};
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        Str word = str_from(WORDS[i]);
        bool colon = str_ends(word, STR(":"));
        bool parted = s.len > word.len && (is_space(s.data[word.len]) || s.data[word.len] == ':');
        if (starts_nocase(s, word) && (colon || parted)) {
            s = str_slice(s, word.len, s.len);
            while (s.len && (is_space(s.data[0]) || s.data[0] == ':'))
                s = str_slice(s, 1, s.len);
            return s;
        }
    }
    return str_or(strip_foreign_by(s), s);
}

// What parts names or ends them. Gives the bytes taken; 0: none stands at `at`.
static size_t joint_len(Str s, size_t at)
{
    static const char *const JOINTS[] = {", and ",
                                         ",",
                                         ";",
                                         " and ",
                                         " And ",
                                         " AND ",
                                         " & ",
                                         " und ",
                                         " et ",
                                         " och ",
                                         " og ",
                                         "|",
                                         " / ",
                                         "\n",
                                         " y ",
                                         " with ",
                                         " mit ",
                                         " avec ",
                                         " \xE2\x80\xA2 ",
                                         " \xC2\xB7 ",
                                         " - ",
                                         " \xE2\x80\x93 ",
                                         " \xE2\x80\x94 ",
                                         "\xE3\x80\x81",
                                         "\xEF\xBC\x8C",
                                         " en ",
                                         " ja "};
    Str rest = str_slice(s, at, s.len);
    for (size_t i = 0; i < COUNT(JOINTS); i++)
        if (str_starts(rest, str_from(JOINTS[i])))
            return strlen(JOINTS[i]);
    return 0;
}

// clang-format off
static const char *const ROLE_WORDS[] = {
    "editor", "editors", "reporter", "reporters", "writer", "writers", "correspondent", "columnist",
    "contributor", "contributors", "producer", "journalist", "redakteur", "redakteurin", "author",
    "autor", "autorin", "founder", "co-founder", "ceo", "director", "manager", "professor",
    "photographer", "senior", "chief", "deputy", "associate", "assistant", "executive", "managing",
    "contributing", "political", "freelance", "specialist", "analyst", "strategist", "consultant",
    "head", "president", "vice", "lecturer", "researcher", "expert", "blogger", "copywriter",
    "marketer", "meteorologist", "korrespondent", "journaliste", "giornalista", "periodista",
    "reportér", "dziennikarz", "updated", "published", "posted", "min", "minutes", "read",
    "comments", "follow", "share", "subscribe", "email", "twitter", "guest", "admin",
    "administrator", "webmaster", "unknown", "anonymous", "editor-in-chief", "staff", "co-author",
    "owner", "partner",
};
// clang-format on

static bool is_role_word(Str word)
{
    while (word.len && strchr(".,:", word.data[word.len - 1]))
        word.len--;
    return any_equals(word, ROLE_WORDS, COUNT(ROLE_WORDS));
}

static bool is_house_word(Str word)
{
    static const char *const WORDS[] = {
        "news",      "agency",     "magazine",   "media",     "board",       "desk",
        "online",    "network",    "inc",        "llc",       "ltd",         "university",
        "institute", "department", "foundation", "company",   "corporation", "association",
        "committee", "group",      "studio",     "labs",      "blog",        "agencies",
        "agencia",   "agencias",   "service",    "services",  "tv",          "radio",
        "daily",     "times",      "gmbh",       "publishing"};
    while (word.len && strchr(".,:", word.data[word.len - 1]))
        word.len--;
    return any_equals(word, WORDS, COUNT(WORDS));
}

// What stands behind a name: "Jr." belongs to it, "PhD" is left out.
static bool is_suffix(Str s, bool *kept)
{
    static const char *const KEPT[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"};
    static const char *const LEFT[] = {
        "phd", "ph.d", "ph.d.", "md", "m.d.", "rd",  "rdn", "rn",   "cfa", "cpa",  "esq",  "esq.",
        "mba", "msc",  "ma",    "ms", "mph",  "dds", "dvm", "cscs", "ldn", "lmft", "lcsw", "jd"};
    *kept = any_equals(s, KEPT, COUNT(KEPT));
    return *kept || any_equals(s, LEFT, COUNT(LEFT));
}

static bool is_address(Str s)
{
    return str_find(s, STR("@")) < s.len || str_find(s, STR("://")) < s.len ||
           starts_nocase(s, STR("www.")) || str_find(s, STR(".com")) < s.len || s.data[0] == '/';
}

static bool has_digit(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_digit(s.data[i]))
            return true;
    return false;
}

// The words before the first that tells what somebody is, or where.
static Str cut_role(Str s)
{
    static const char *const PLACES[] = {"in", "for", "at", "für", "pour", "para", "from", "aus"};
    size_t at = 0;
    for (Str word = take_word(s, &at); word.len; word = take_word(s, &at))
        if (is_role_word(word) || any_equals(word, PLACES, COUNT(PLACES)))
            return str_trim(str_slice(s, 0, at - word.len));
    return s;
}

// Nobody: "Staff", "Die Redaktion", "admin".
static bool is_nobody(Str s)
{
    static const char *const WORDS[] = {
        "staff",     "team",      "redaktion",   "onlineredaktion", "redacción", "redaccion",
        "rédaction", "redazione", "redactie",    "redaksjonen",     "redakcja",  "redaktionen",
        "editorial", "newsroom",  "nachrichten", "admin",           "sign",      "login"};
    size_t at = 0;
    for (Str word = take_word(s, &at); word.len; word = take_word(s, &at))
        if (any_equals(word, WORDS, COUNT(WORDS)) || str_ends(word, STR("-Redaktion")))
            return true;
    return false;
}

// "ann.cole", "anncole", "page.head.author"
static bool is_login(Str s)
{
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (!code_is_lower(c.code) && !(c.code && c.code < 0x80 && strchr("._-", (int)c.code)))
            return false;
        i += c.len;
    }
    return true;
}

static bool has_house_word(Str s)
{
    size_t at = 0;
    for (Str word = take_word(s, &at); word.len; word = take_word(s, &at))
        if (is_house_word(word))
            return true;
    return false;
}

static bool is_listed(const Strs *names, Str name)
{
    for (uint32_t i = 0; i < names->count; i++)
        if (same_letters(names->items[i], name))
            return true;
    return false;
}

static void add_once(Strs *names, Str name, Arena *arena)
{
    if (names->count < NAMES_MAX && !is_listed(names, name))
        *PUSH(names, arena) = name;
}

// What a name is written with, where only a page says that it is one.
static bool is_written_as_name(Str s)
{
    size_t at = 0;
    int words = 0;
    for (Str word = take_word(s, &at); word.len; word = take_word(s, &at), words++) {
        bool small = code_is_lower(utf8_at(word, 0).code);
        if (small && (words == 0 || word.len > 3))
            return false;
    }
    return words >= 2 && words <= NAME_WORDS && !word_is_weekday(s) && names_only(s, NAME_WORDS);
}

static Str strip_marks(Str s)
{
    while (s.len && strchr(" ,.:;-|/*()\"'", s.data[0]))
        s = str_slice(s, 1, s.len);
    while (s.len && strchr(" ,:;-|/*(\"'*", s.data[s.len - 1]))
        s.len--;
    return s;
}

static void add_name(Names *names, Str raw, const Strs *sites, bool loose, Arena *arena)
{
    Str s = strip_marks(str_slice(raw, 0, str_find(raw, STR("("))));
    bool kept;
    if (s.len == 0 || is_address(s) || has_digit(s) || is_nobody(s))
        return;
    if (is_suffix(s, &kept)) {
        Strs *people = &names->people;
        if (kept && people->count) {
            Str *last = &people->items[people->count - 1];
            *last = str_format(arena, "%.*s %.*s", STR_ARG(*last), STR_ARG(s));
        }
        return;
    }
    if (is_login(s)) {
        if (loose && str_find(s, STR(".head.")) == s.len)
            add_once(&names->logins, s, arena);
        return;
    }
    Str person = cut_role(s);
    if (is_agency_line(s) || has_house_word(s) || is_site_name(s, sites, *arena)) {
        add_once(&names->houses, s, arena);
        return;
    }
    bool named = person.len && person.len <= NAME_MAX &&
                 (person.len == s.len || loose || is_written_as_name(person));
    if (named && (loose || is_written_as_name(person)))
        add_once(&names->people, person, arena);
}

void add_names(Names *names, Str raw, const Strs *sites, bool loose, Arena *arena)
{
    Str s = strip_by(str_trim(str_slice(raw, 0, RAW_MAX)));
    size_t beg = 0;
    for (size_t i = 0; i < s.len;) {
        size_t joint = joint_len(s, i);
        if (joint) {
            add_name(names, strip_by(str_trim(str_slice(s, beg, i))), sites, loose, arena);
            beg = i + joint;
        }
        i += joint ? joint : 1;
    }
    add_name(names, strip_by(str_trim(str_slice(s, beg, s.len))), sites, loose, arena);
}

void add_house(Names *names, Str name, Arena *arena)
{
    if (!is_nobody(name) && !is_address(name))
        add_once(&names->houses, name, arena);
}

static Str word_for_and(Str language)
{
    static const struct {
        const char *language, *word;
    } WORDS[] = {{"en", " and "}, {"de", " und "}, {"fr", " et "}};
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (starts_nocase(language, str_from(WORDS[i].language)))
            return str_from(WORDS[i].word);
    return language.len ? STR(", ") : STR(" and ");
}

Str join_names(const Strs *names, Str language, Arena *arena)
{
    Buf b = new_buf(arena);
    for (uint32_t i = 0; i < names->count; i++) {
        if (i)
            buf_add(&b, i + 1 == names->count ? word_for_and(language) : STR(", "));
        buf_add(&b, names->items[i]);
    }
    return buf_str(&b);
}
