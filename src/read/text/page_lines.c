#include "read/text/page_lines.h"

#include "base/utf8.h"
#include "read/furniture.h"
#include "read/match.h"

enum { PAGE_LINE_MAX = 200, FOOT_LINE_MAX = 400, NOTE_MAX = 1000 };

// As starts_nocase, and the word ends with the prefix: "Correction:", but not
// "Correctional officers".
static bool starts_word(Str line, Str prefix)
{
    return starts_nocase(line, prefix) &&
           (line.len == prefix.len || !is_alpha(line.data[prefix.len]));
}

static bool any_starts_word(Str line, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (same_letter(line, list[i]) && starts_word(line, str_from(list[i])))
            return true;
    return false;
}

// Whether a word of the list, or a row of words, stands anywhere in the line.
static bool contains_any_word(Str line, const char *const *list, size_t count)
{
    uint32_t letters = 0; // that words of the list begin with
    for (size_t k = 0; k < count; k++)
        letters |= 1U << (list[k][0] & 0x1F);
    for (size_t i = 0; i < line.len; i++) {
        if (!(letters >> (line.data[i] & 0x1F) & 1) || (i > 0 && is_alnum(line.data[i - 1])))
            continue;
        Str rest = str_slice(line, i, line.len);
        for (size_t k = 0; k < count; k++) {
            size_t len = strlen(list[k]);
            if (starts_nocase(rest, str_from(list[k])) &&
                (len == rest.len || !is_alnum(rest.data[len])))
                return true;
        }
    }
    return false;
}

static bool ends_with_stop(Str line)
{
    return str_ends(line, STR(".")) || str_ends(line, STR("!")) || str_ends(line, STR("?"));
}

// --- what is always spoken

// "This story was updated on Monday", "this post contains affiliate links"
static bool tells_of_itself(Str line)
{
    static const char *const NOUNS[] = {"article", "story",       "post",    "piece",  "report",
                                        "text",    "translation", "summary", "column", "page"};
    size_t at = 0;
    Str this = take_word(line, &at), noun = take_word(line, &at), verb = take_word(line, &at);
    static const char *const VERBS[] = {"has", "was",       "is",        "contains", "includes",
                                        "may", "discusses", "describes", "mentions"};
    return str_equal_nocase(this, STR("This")) && any_equals(noun, NOUNS, COUNT(NOUNS)) &&
           any_equals(verb, VERBS, COUNT(VERBS));
}

static bool tells_of_changes(Str line)
{
    static const char *const WORDS[] = {"updated", "corrected", "amended", "revised", "clarified"};
    return contains_any_word(line, WORDS, COUNT(WORDS));
}

// "This article was written with the help of AI."
static bool tells_of_machines(Str line)
{
    static const char *const MACHINES[] = {"AI",
                                           "A.I.",
                                           "artificial intelligence",
                                           "ChatGPT",
                                           "language model",
                                           "machine translation",
                                           "automatically",
                                           "AI-generated",
                                           "AI-assisted"};
    static const char *const WORK[] = {"written",    "generated",  "produced",     "created",
                                       "translated", "drafted",    "edited",       "assisted",
                                       "summarised", "summarized", "AI-generated", "AI-assisted"};
    return line.len < FOOT_LINE_MAX && contains_any_word(line, MACHINES, COUNT(MACHINES)) &&
           contains_any_word(line, WORK, COUNT(WORK));
}

static bool tells_of_interests(Str line)
{
    static const char *const PARTS[] = {"affiliate link", "affiliate links", "earn a commission",
                                        "earn commission"};
    // Every line of an article is asked: pairs of letters that few have tell most of them.
    return line.len < FOOT_LINE_MAX &&
           (str_has_pair(line, 'f', 'f') || str_has_pair(line, 'F', 'F') ||
            str_has_pair(line, 'm', 'm') || str_has_pair(line, 'M', 'M')) &&
           contains_any_word(line, PARTS, COUNT(PARTS));
}

static bool warns_of_content(Str line)
{
    static const char *const WORDS[] = {"violence",   "abuse",       "suicide",
                                        "self-harm",  "distressing", "graphic",
                                        "disturbing", "spoilers",    "eating disorders"};
    return contains_any_word(line, WORDS, COUNT(WORDS));
}

bool is_editors_note(Str line)
{
    static const char *const STARTS[] = {"Correction",
                                         "Corrections",
                                         "Clarification",
                                         "Clarifications",
                                         "Editor's note",
                                         "Editor\xE2\x80\x99s note",
                                         "Editors' note",
                                         "Editors\xE2\x80\x99 note",
                                         "Editor note",
                                         "Publisher's note",
                                         "Publisher\xE2\x80\x99s note",
                                         "Note to readers",
                                         "Update:",
                                         "Content warning",
                                         "Content note",
                                         "Trigger warning",
                                         "Warning:",
                                         "Disclosure:",
                                         "Full disclosure:",
                                         "Disclaimer:",
                                         "Retraction",
                                         "An earlier version of",
                                         "A previous version of"};
    if (line.len > NOTE_MAX)
        return any_starts_word(str_slice(line, 0, 80), STARTS, COUNT(STARTS));
    if (any_starts_word(line, STARTS, COUNT(STARTS)) || tells_of_interests(line))
        return true;
    return tells_of_itself(line) &&
           (tells_of_changes(line) || tells_of_machines(line) || warns_of_content(line));
}

// --- lines of the page

// "4 min read", "Reading time: 5 minutes"
static bool is_reading_time(Str line)
{
    static const char *const STARTS[] = {"Reading time", "Estimated reading time",
                                         "Estimated read time", "Read time"};
    static const char *const ENDS[] = {"min read",     "mins read", "minute read",
                                       "minutes read", "min. read", "minutes to read"};
    if (line.len > 48)
        return false;
    if (any_starts_word(line, STARTS, COUNT(STARTS)))
        return true;
    for (size_t i = 0; i < COUNT(ENDS); i++) {
        size_t at = line.len - strlen(ENDS[i]);
        if (line.len > strlen(ENDS[i]) && line.len < 24 &&
            str_equal_nocase(str_slice(line, at, line.len), str_from(ENDS[i])))
            return true;
    }
    return false;
}

// A row of buttons: "Share on Facebook | Tweet | Email"
static bool is_share_bar(Str line)
{
    static const char *const WORDS[] = {
        "share",     "facebook",  "twitter",   "x",     "email",    "e-mail",  "whatsapp",
        "linkedin",  "pinterest", "reddit",    "print", "copy",     "link",    "tweet",
        "flipboard", "telegram",  "sms",       "save",  "bookmark", "bluesky", "mastodon",
        "threads",   "pocket",    "messenger", "on",    "via",      "by",      "this",
        "to",        "article",   "story",     "or",    "and"};
    static const char *const MUST[] = {"share", "tweet", "print", "facebook", "copy", "email"};
    bool must = false;
    size_t at = 0, words = 0;
    for (Str word = take_word(line, &at); word.len; word = take_word(line, &at)) {
        while (word.len && strchr("|,:/\xC2\xB7\xE2\x80\xA2", word.data[word.len - 1]))
            word.len--;
        if (word.len == 0 || word.data[0] == '|')
            continue;
        if (++words > 16 || !any_equals(word, WORDS, COUNT(WORDS)))
            return false;
        must |= any_equals(word, MUST, COUNT(MUST));
    }
    return must && !ends_with_stop(line);
}

static bool is_comments_line(Str line)
{
    static const char *const STARTS[] = {
        "Leave a comment", "Leave a reply",         "View comments",       "Show comments",
        "Post a comment",  "Join the conversation", "Comments are closed", "Add a comment"};
    size_t at = 0;
    Str count = take_word(line, &at), noun = take_word(line, &at);
    bool number = count.len && is_digit(count.data[0]);
    bool bare = number && at == line.len &&
                (str_equal_nocase(noun, STR("comments")) || str_equal_nocase(noun, STR("comment")));
    return bare || (line.len < 60 && any_starts_word(line, STARTS, COUNT(STARTS)));
}

static bool is_link_line(Str line)
{
    // With the colon a link follows, whatever it says.
    static const char *const LABELS[] = {"Read more:",         "Read also:",
                                         "Also read:",         "Related:",
                                         "See also:",          "Read next:",
                                         "Read on:",           "More:",
                                         "Up next:",           "Next up:",
                                         "Don't miss:",        "Don\xE2\x80\x99t miss:",
                                         "Related article:",   "Related story:",
                                         "Related stories:",   "Related articles:",
                                         "Related coverage:",  "In case you missed it:",
                                         "Recommended:",       "More on this:",
                                         "You may also like:", "Related post:",
                                         "Related posts:",     "Related reading:",
                                         "Related video:"};
    static const char *const STARTS[] = {"Read more",
                                         "Read the full",
                                         "Related article",
                                         "Related stories",
                                         "More on this story",
                                         "Read next",
                                         "Click here",
                                         "Watch:",
                                         "Listen:",
                                         "More from ",
                                         "You may also like",
                                         "Recommended for you",
                                         "Read our full",
                                         "More in ",
                                         "Check out our",
                                         "Learn more",
                                         "Find out more",
                                         "Get it now",
                                         "Buy now",
                                         "Shop now",
                                         "View gallery",
                                         "View more"};
    bool dots = line.len < 48 && str_ends(line, STR("...")); // "Read more reviews..."
    return any_starts(line, LABELS, COUNT(LABELS)) ||
           ((dots || !ends_with_stop(line)) && any_starts_word(line, STARTS, COUNT(STARTS)));
}

// "For the latest stories, sign up for our newsletters."
static bool offers_letter(Str line)
{
    static const char *const LETTERS[] = {"newsletter", "newsletters", "inbox", "mailing list"};
    static const char *const DEEDS[] = {"sign up",     "signing up", "subscribe",
                                        "subscribing", "delivered",  "register"};
    static const char *const WHOSE[] = {"our", "your", "my", "us"};
    return contains_any_word(line, LETTERS, COUNT(LETTERS)) &&
           contains_any_word(line, DEEDS, COUNT(DEEDS)) &&
           contains_any_word(line, WHOSE, COUNT(WHOSE));
}

// "Sign up for our newsletter", "Subscribe to get stories like this in your inbox."
static bool is_letter_line(Str line)
{
    static const char *const STARTS[] = {"Sign up",  "Subscribe",        "Get our",   "Get the",
                                         "Join our", "Enter your email", "Want more", "Like this"};
    static const char *const PARTS[] = {"newsletter",    "newsletters", "inbox", "mailing list",
                                        "email address", "updates",     "alerts"};
    static const char *const WHOLE[] = {
        "Sign up for our",    "Sign up to our",     "Subscribe to our", "Sign up here",
        "Get our newsletter", "Subscribe now",      "Follow us on",     "Follow @",
        "Follow along on",    "Like this story",    "Enjoyed this",     "Share it with",
        "Have a tip",         "Got a tip",          "Got a story",      "Do you have a story",
        "Print this article", "Share this article", "Share this story", "Share this post"};
    return any_starts_word(line, WHOLE, COUNT(WHOLE)) || offers_letter(line) ||
           (any_starts_word(line, STARTS, COUNT(STARTS)) &&
            contains_any_word(line, PARTS, COUNT(PARTS)));
}

static bool is_advertisement(Str line)
{
    static const char *const ADS[] = {"Advertisement",
                                      "Story continues below",
                                      "Advertising",
                                      "Article continues below",
                                      "Article continues after",
                                      "Story continues after",
                                      "Sponsored content",
                                      "Paid content",
                                      "Continue reading",
                                      "Sponsored by",
                                      "Ad"};
    if (ends_with_stop(line) || line.len >= 60)
        return false;
    if (str_equal_nocase(line, STR("Ad")))
        return true;
    return any_starts_word(line, ADS, COUNT(ADS) - 1);
}

static bool is_tag_line(Str line)
{
    static const char *const STARTS[] = {
        "Tags:",           "Topics:",         "Filed under",     "Posted in",
        "Categories:",     "Category:",       "Keywords:",       "Tagged",
        "Published under", "Topics covered:", "In this article:"};
    return !ends_with_stop(line) && any_starts(line, STARTS, COUNT(STARTS));
}

static bool is_cookie_line(Str line)
{
    static const char *const STARTS[] = {"We use cookies",
                                         "This website uses cookies",
                                         "This site uses cookies",
                                         "By continuing to use this",
                                         "Accept all cookies",
                                         "Skip to content",
                                         "Skip to main content",
                                         "Please enable JavaScript",
                                         "Skip past newsletter",
                                         "Skip advertisement",
                                         "Show caption",
                                         "Hide caption",
                                         "Text size",
                                         "This content is reserved for",
                                         "By signing up",
                                         "By clicking",
                                         "By subscribing",
                                         "By submitting",
                                         "Thanks for signing up",
                                         "Thank you for signing up",
                                         "Thanks for subscribing",
                                         "Be the first to know",
                                         "Don't have an account",
                                         "Already have an account",
                                         "Create an account or",
                                         "Already a subscriber"};
    return any_starts_word(line, STARTS, COUNT(STARTS));
}

// Of other languages what no sentence of an article begins with.
static const struct {
    const char *start, *reason;
    bool whole; // it is all of the line
} FOREIGN[] = {
    // de
    {"Anzeige", "advertisement", true},
    {"Werbung", "advertisement", true},
    {"Lesen Sie auch", "related link", false},
    {"Lesen Sie mehr", "related link", false},
    {"Lesen Sie hier", "related link", false},
    {"Mehr zum Thema", "related link", false},
    {"Auch interessant", "related link", false},
    {"Das k\xC3\xB6nnte Sie auch interessieren", "related link", false},
    {"Mehr aus ", "related link", false},
    {"Weiterlesen", "related link", true},
    {"Schlagw\xC3\xB6rter zu diesem Artikel", "tags", true},
    {"Newsletter abonnieren", "newsletter or sharing line", false},
    {"Artikel teilen", "newsletter or sharing line", true},
    {"Zur Startseite", "notice of the page", true},
    // fr
    {"Publicit\xC3\xA9", "advertisement", true},
    {"Lire aussi", "related link", false},
    {"\xC3\x80 lire aussi", "related link", false},
    {"A lire aussi", "related link", false},
    {"Lire la suite", "related link", true},
    {"\xC3\x80 voir aussi", "related link", false},
    {"Sur le m\xC3\xAAme sujet", "related link", true},
    {"La suite apr\xC3\xA8s cette publicit\xC3\xA9", "advertisement", true},
    // es
    {"Publicidad", "advertisement", true},
    {"Leer tambi\xC3\xA9n", "related link", false},
    {"Lea tambi\xC3\xA9n", "related link", false},
    {"Te puede interesar", "related link", false},
    {"Le puede interesar", "related link", false},
    {"Noticias relacionadas", "related link", true},
    {"M\xC3\xA1s informaci\xC3\xB3n", "related link", true},
    // it
    {"Pubblicit\xC3\xA0", "advertisement", true},
    {"Leggi anche", "related link", false},
    {"Leggi tutto", "related link", true},
    // pt
    {"Publicidade", "advertisement", true},
    {"Leia tamb\xC3\xA9m", "related link", false},
    {"Leia mais", "related link", false},
    // nl
    {"Advertentie", "advertisement", true},
    {"Lees ook", "related link", false},
    {"Lees meer", "related link", true},
    // sv, no, da
    {"Annons", "advertisement", true},
    {"Annonse", "advertisement", true},
    {"Annonce", "advertisement", true},
    {"L\xC3\xA4s ocks\xC3\xA5", "related link", false},
    {"L\xC3\xA4s mer", "related link", false},
    {"Les ogs\xC3\xA5", "related link", false},
    {"Les mer", "related link", true},
    {"L\xC3\xA6s ogs\xC3\xA5", "related link", false},
    // pl
    {"Reklama", "advertisement", true},
    {"Czytaj tak\305\274e", "related link", false},
    {"Czytaj te\xC5\xBC", "related link", false},
    {"Zobacz tak\305\274e", "related link", false},
    {"Zobacz te\xC5\xBC", "related link", false},
    {"Przeczytaj tak\305\274e", "related link", false},
    // tr
    {"Reklam", "advertisement", true},
    // ru, uk
    {"\xD0\xA7\xD0\xB8\xD1\x82\xD0\xB0\xD0\xB9\xD1\x82\xD0\xB5 "
     "\xD1\x82\xD0\xB0\xD0\xBA\xD0\xB6\xD0\xB5",
     "related link", false},
    {"\xD0\xA0\xD0\xB5\xD0\xBA\xD0\xBB\xD0\xB0\xD0\xBC\xD0\xB0", "advertisement", true},
    {"\xD0\xA7\xD0\xB8\xD1\x82\xD0\xB0\xD0\xB9\xD1\x82\xD0\xB5 "
     "\xD1\x82\xD0\xB0\xD0\xBA\xD0\xBE\xD0\xB6",
     "related link", false},
};

static const char *foreign_reason(Str line)
{
    for (size_t i = 0; i < COUNT(FOREIGN); i++)
        if (same_letter(line, FOREIGN[i].start) &&
            (FOREIGN[i].whole ? str_equal_nocase(line, str_from(FOREIGN[i].start))
                              : starts_nocase(line, str_from(FOREIGN[i].start))))
            return FOREIGN[i].reason;
    return NULL;
}

// "2:34 Russia launches drills", "01:48 min": how long a film is.
static bool is_film_line(Str line)
{
    size_t i = 0;
    while (i < line.len && is_digit(line.data[i]))
        i++;
    bool clock = i >= 1 && i <= 2 && i + 2 < line.len && line.data[i] == ':' &&
                 is_digit(line.data[i + 1]) && is_digit(line.data[i + 2]);
    return clock && line.len < 120 && !ends_with_stop(line) &&
           (i + 3 == line.len || line.data[i + 3] == ' ');
}

const char *page_line_reason(Str line)
{
    // A prompt may take more words than other lines of a page.
    if (line.len <= FOOT_LINE_MAX && line.len > PAGE_LINE_MAX && offers_letter(line))
        return "newsletter or sharing line";
    if (line.len > PAGE_LINE_MAX)
        return NULL;
    if (is_advertisement(line))
        return "advertisement";
    if (is_link_line(line))
        return "related link";
    if (is_letter_line(line))
        return "newsletter or sharing line";
    if (is_share_bar(line))
        return "newsletter or sharing line";
    if (is_reading_time(line))
        return "reading time";
    if (is_tag_line(line))
        return "tags";
    if (is_comments_line(line))
        return "comments";
    if (is_film_line(line))
        return "film";
    return is_cookie_line(line) ? "notice of the page" : foreign_reason(line);
}

const char *page_heading_reason(Str line)
{
    static const struct {
        const char *start, *reason;
    } HEADS[] = {
        {"Related", "related link"},
        {"Current issue", "related link"},
        {"Mehr zum Thema", "related link"},
        {"Verwandte Artikel", "related link"},
        {"Weitere Artikel", "related link"},
        {"Meistgelesen", "related link"},
        {"Les plus lus", "related link"},
        {"Lo m\303\241s le\303\255do", "related link"},
        {"Te puede interesar", "related link"},
        {"Potrebbe interessarti", "related link"},
        {"Meest gelezen", "related link"},
        {"Mest l\xC3\xA4st", "related link"},
        {"Mest lest", "related link"},
        {"Related stories", "related link"},
        {"Related articles", "related link"},
        {"Related content", "related link"},
        {"Related posts", "related link"},
        {"Related topics", "related link"},
        {"Related coverage", "related link"},
        {"Read more", "related link"},
        {"Read next", "related link"},
        {"More stories", "related link"},
        {"More from us", "related link"},
        {"More on this story", "related link"},
        {"More on this topic", "related link"},
        {"Most read", "related link"},
        {"Most popular", "related link"},
        {"Most viewed", "related link"},
        {"Trending", "related link"},
        {"Trending now", "related link"},
        {"Top stories", "related link"},
        {"Latest news", "related link"},
        {"Recommended", "related link"},
        {"Recommended for you", "related link"},
        {"You may also like", "related link"},
        {"You might also like", "related link"},
        {"Recent posts", "related link"},
        {"Share", "newsletter or sharing line"},
        {"Share this", "newsletter or sharing line"},
        {"Newsletter", "newsletter or sharing line"},
        {"Subscribe", "newsletter or sharing line"},
        {"Follow us", "newsletter or sharing line"},
        {"Advertisement", "advertisement"},
        {"Sponsored", "advertisement"},
        {"Comments", "comments"},
        {"Tags", "tags"},
        {"Topics", "tags"},
        {"Table of contents", "table of contents"},
        {"Contents", "table of contents"},
        {"List of illustrations", "table of contents"},
    };
    enum { LONGEST = 24 };
    if (line.len > LONGEST)
        return NULL;
    if (line.len && line.data[line.len - 1] == ':')
        line.len--;
    for (size_t i = 0; i < COUNT(HEADS); i++)
        if (same_letter(line, HEADS[i].start) && str_equal_nocase(line, str_from(HEADS[i].start)))
            return HEADS[i].reason;
    return NULL;
}

// "Ana Ruiz is a reporter in Oslo." after the last paragraph.
static bool is_biography(Str line)
{
    static const char *const WORK[] = {"reporter",     "correspondent", "columnist",
                                       "editor",       "journalist",    "freelance",
                                       "freelancer",   "staff writer",  "contributing writer",
                                       "bureau chief", "photographer"};
    size_t at = 0;
    for (int i = 0; i < 5; i++) {
        Str word = take_word(line, &at);
        if (i >= 1 && (str_equal(word, STR("is")) || str_equal(word, STR("covers"))) &&
            line.len < 300)
            return str_equal(word, STR("covers")) ||
                   contains_any_word(str_slice(line, at, at + 80), WORK, COUNT(WORK));
        if (word.len == 0 || !code_is_upper(utf8_at(word, 0).code))
            return false;
    }
    return false;
}

const char *foot_line_reason(Str line)
{
    static const char *const STARTS[] = {"Follow ",
                                         "Unsubscribe",
                                         "To unsubscribe",
                                         "You are receiving this",
                                         "You received this",
                                         "View this email in your browser",
                                         "Manage your preferences",
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
                                         "(Reporting by",
                                         "Reporting by",
                                         "(Editing by",
                                         "Editing by",
                                         "(Writing by",
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
    if (is_biography(line))
        return "about the author";
    return any_starts(line, STARTS, COUNT(STARTS)) ? "footer line" : NULL;
}

// --- pictures, notes, tables

static bool names_photographer(Str line)
{
    static const char *const PARTS[] = {
        "Photo by",    "Photograph by", "Photos by",    "Picture by",   "Image by",
        "AP Photo",    "Getty Images",  "Photo credit", "Image credit", "Photo courtesy",
        "Courtesy of", "File photo",    "Handout"};
    return contains_any_word(line, PARTS, COUNT(PARTS));
}

// "Jason Cipriani/ZDNet", "(Rich Pedroncelli / Associated Press)", "Getty Images"
static bool ends_with_agency(Str line)
{
    static const char *const AGENCIES[] = {"Getty",
                                           "Getty Images",
                                           "Reuters",
                                           "AFP",
                                           "AP",
                                           "Associated Press",
                                           "Shutterstock",
                                           "iStock",
                                           "dpa",
                                           "EPA",
                                           "Unsplash",
                                           "Bloomberg",
                                           "Alamy",
                                           "Imago",
                                           "Pexels",
                                           "Pixabay",
                                           "AP Photo",
                                           "Keystone",
                                           "Getty Images/iStockphoto",
                                           "picture alliance",
                                           "Adobe Stock",
                                           "AAP",
                                           "ANSA",
                                           "EFE"};
    size_t at = line.len;
    while (at > 0 && !strchr("/|,(\xA9", line.data[at - 1]))
        at--;
    return any_equals(str_trim(str_slice(line, at, line.len)), AGENCIES, COUNT(AGENCIES));
}

// Names parted by a slash, and nothing else: "Jason Armond / Los Angeles Times".
static bool names_and_paper(Str line)
{
    size_t slash = str_find(line, STR("/")), at = 0, words = 0;
    if (slash == line.len || line.len > 60)
        return false;
    for (Str word = take_word(line, &at); word.len; word = take_word(line, &at))
        if (++words > 8 || (!code_is_upper(utf8_at(word, 0).code) && word.data[0] != '/' &&
                            !str_equal(word, STR("for")) && !str_equal(word, STR("via"))))
            return false;
    return words > 1;
}

// "The slaughterhouse at noon. Bildrechte: MDR/David Straub"
static bool names_rights(Str line)
{
    static const char *const LABELS[] = {"Bildrechte:", "Foto:",    "Photo:", "Credit:",   "Bild:",
                                         "Image:",      "Picture:", "Fotos:", "Copyright:"};
    size_t near = line.len > 60 ? line.len - 60 : 0;
    Str end = str_slice(line, near, line.len);
    if (ends_with_stop(line))
        return false;
    for (size_t i = 0; i < COUNT(LABELS); i++)
        if (str_find(end, str_from(LABELS[i])) < end.len)
            return true;
    return false;
}

PictureLine picture_line(Str line)
{
    static const char *const LABELS[] = {"Photo:",
                                         "Photos:",
                                         "Image:",
                                         "Picture:",
                                         "Caption:",
                                         "Photo caption:",
                                         "Pictured:",
                                         "Photograph:",
                                         "Photo credit:",
                                         "Image credit:",
                                         "Credit:",
                                         "Credits:",
                                         "Image source:",
                                         "Photo source:",
                                         "Foto:",
                                         "Fotos:",
                                         "Bild:",
                                         "Bilder:",
                                         "Cr\303\251dit photo",
                                         "Cr\303\251dits",
                                         "Bildquelle:",
                                         "Fotograf\303\255a:",
                                         "Imagen:",
                                         "Zdj\304\231cie:",
                                         "Fot.",
                                         "\xD0\xA4\xD0\xBE\xD1\x82\xD0\xBE:"};
    static const char *const CREDITS[] = {"Photo by",       "Photograph by", "Photos by",
                                          "Photo courtesy", "AP Photo",      "Picture by",
                                          "Getty Images",   "Image via",     "Image courtesy",
                                          "Image by",       "Image source",  "Credit "};
    if (line.len > FOOT_LINE_MAX)
        return PICTURE_NONE;
    bool bracketed = line.len > 2 && line.data[0] == '(' && line.data[line.len - 1] == ')';
    Str bare = bracketed ? str_slice(line, 1, line.len - 1) : line;
    if (names_rights(bare))
        return PICTURE_CAPTION;
    if (any_starts(bare, LABELS, COUNT(LABELS)))
        return names_photographer(bare) || !ends_with_stop(bare) ? PICTURE_CREDIT : PICTURE_CAPTION;
    if (bare.len < 70 && !ends_with_stop(bare) &&
        (ends_with_agency(bare) || (bracketed && names_and_paper(bare))))
        return PICTURE_CREDIT;
    return bare.len < 120 && !(ends_with_stop(bare) && !bracketed) &&
                   any_starts_word(bare, CREDITS, COUNT(CREDITS))
               ? PICTURE_CREDIT
               : PICTURE_NONE;
}

bool is_citation(Str note)
{
    static const char *const STARTS[] = {"Ibid", "Op. cit", "Loc. cit", "See http"};
    static const char *const PARTS[] = {"pp.", "ISBN", "doi:", "vol.", "op. cit.", "ibid.", "ed."};
    if (str_starts(note, STR("[")))
        note = str_trim(str_slice(note, str_find(note, STR("]")) + 1, note.len));
    if (note.len && note.data[0] == ':')
        note = str_trim(str_slice(note, 1, note.len));
    if (note.len > FOOT_LINE_MAX)
        return false;
    bool address = str_starts(note, STR("http://")) || str_starts(note, STR("https://")) ||
                   str_starts(note, STR("www."));
    if (address)
        return str_find(note, STR(" ")) == note.len;
    if (any_starts(note, STARTS, COUNT(STARTS)))
        return true;
    for (size_t i = 0; i < COUNT(PARTS); i++)
        if (contains_nocase(note, str_from(PARTS[i])) && str_find(note, STR(",")) < note.len)
            return true;
    size_t page = str_find(note, STR(" p. "));
    return page + 4 < note.len && is_digit(note.data[page + 4]);
}

bool is_file_name(Str text)
{
    static const char *const SUFFIXES[] = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"};
    for (size_t i = 0; i < COUNT(SUFFIXES); i++)
        if (str_ends(text, str_from(SUFFIXES[i])))
            return true;
    bool blank = str_find(text, STR(" ")) < text.len, digit = false;
    for (size_t i = 0; i < text.len; i++)
        digit |= is_digit(text.data[i]);
    bool joined = str_find(text, STR("_")) < text.len || str_find(text, STR("-")) < text.len;
    return !blank && digit && joined;
}

Str strip_table_label(Str line)
{
    size_t colon = str_find(line, STR(":"));
    return colon < 12 && colon < line.len ? str_trim(str_slice(line, colon + 1, line.len)) : line;
}

bool is_table_caption(Str line)
{
    size_t colon = str_find(line, STR(":"));
    return line.len < PAGE_LINE_MAX && colon < 12 && colon < line.len &&
           (colon == 0 || starts_word(line, STR("Table"))) && strip_table_label(line).len > 0;
}
