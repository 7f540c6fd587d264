#include "read/page_lines.h"

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
    static const char *const LABELS[] = {"Read more:",        "Read also:",
                                         "Also read:",        "Related:",
                                         "See also:",         "Read next:",
                                         "Read on:",          "More:",
                                         "Up next:",          "Next up:",
                                         "Don't miss:",       "Don\xE2\x80\x99t miss:",
                                         "Related article:",  "Related story:",
                                         "Related stories:",  "Related articles:",
                                         "Related coverage:", "In case you missed it:",
                                         "Recommended:",      "More on this:",
                                         "You may also like:"};
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
                                         "Read our full"};
    return any_starts(line, LABELS, COUNT(LABELS)) ||
           (!ends_with_stop(line) && any_starts_word(line, STARTS, COUNT(STARTS)));
}

// "Sign up for our newsletter", "Subscribe to get stories like this in your inbox."
static bool is_letter_line(Str line)
{
    static const char *const STARTS[] = {"Sign up",  "Subscribe",        "Get our",   "Get the",
                                         "Join our", "Enter your email", "Want more", "Like this"};
    static const char *const PARTS[] = {"newsletter",    "newsletters", "inbox", "mailing list",
                                        "email address", "updates",     "alerts"};
    static const char *const WHOLE[] = {
        "Sign up for our",    "Sign up to our",     "Subscribe to our",
        "Sign up here",       "Get our newsletter", "Subscribe now",
        "Share this article", "Share this story",   "Share this post"};
    return any_starts_word(line, WHOLE, COUNT(WHOLE)) ||
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
    static const char *const STARTS[] = {"Tags:",       "Topics:",   "Filed under", "Posted in",
                                         "Categories:", "Category:", "Keywords:",   "Tagged"};
    return !ends_with_stop(line) && any_starts(line, STARTS, COUNT(STARTS));
}

static bool is_cookie_line(Str line)
{
    static const char *const STARTS[] = {"We use cookies",         "This website uses cookies",
                                         "This site uses cookies", "By continuing to use this",
                                         "Accept all cookies",     "Skip to content",
                                         "Skip to main content",   "Please enable JavaScript"};
    return any_starts_word(line, STARTS, COUNT(STARTS));
}

const char *page_line_reason(Str line)
{
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
    return is_cookie_line(line) ? "notice of the page" : NULL;
}

const char *page_heading_reason(Str line)
{
    static const struct {
        const char *start, *reason;
    } HEADS[] = {
        {"Related", "related link"},
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

PictureLine picture_line(Str line)
{
    static const char *const LABELS[] = {
        "Photo:",         "Photos:",   "Image:",      "Picture:",      "Caption:",
        "Photo caption:", "Pictured:", "Photograph:", "Photo credit:", "Image credit:"};
    if (line.len > FOOT_LINE_MAX)
        return PICTURE_NONE;
    bool bracketed = line.len > 2 && line.data[0] == '(' && line.data[line.len - 1] == ')';
    Str bare = bracketed ? str_slice(line, 1, line.len - 1) : line;
    if (any_starts(bare, LABELS, COUNT(LABELS)))
        return names_photographer(bare) || !ends_with_stop(bare) ? PICTURE_CREDIT : PICTURE_CAPTION;
    static const char *const CREDITS[] = {"Photo by",       "Photograph by", "Photos by",
                                          "Photo courtesy", "AP Photo",      "Picture by"};
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
