// Names of the web: apnews.com/x, tips@example.org, @someone, #SomeTag.
#include "phrase/tables.h"

enum { HOST_MAX = 254 };

// Sorted; ends of bare domains. Two-letter ones that are English words ("it",
// "is") are left out: "him.It" is a missing blank.
static const char *const TOP_LEVEL[] = {
    "ac",   "ae", "ai", "app", "ar",   "au",     "biz", "blog",  "br",  "ca",   "cat",  "ch",
    "club", "cn", "co", "com", "cz",   "de",     "dev", "dk",    "edu", "ee",   "es",   "eu",
    "fi",   "fm", "fr", "gl",  "gov",  "gr",     "gy",  "hk",    "hu",  "ie",   "il",   "info",
    "int",  "io", "ir", "jp",  "ke",   "kr",     "ly",  "media", "mil", "mx",   "name", "net",
    "news", "ng", "nl", "nu",  "nz",   "online", "org", "ph",    "pk",  "pl",   "pt",   "ro",
    "rs",   "ru", "se", "sg",  "shop", "site",   "sk",  "store", "su",  "tech", "tr",   "tv",
    "tw",   "ua", "uk", "us",  "vn",   "world",  "xyz", "za",
};

static bool is_host_char(char c)
{
    return is_alnum(c) || c == '-' || c == '.';
}

static Str text_until(const Spelling *s, uint32_t beg, size_t most)
{
    uint32_t end = s->tokens[s->count - 1].span.end;
    return str_span(s->text, (Span){beg, end - beg > most ? beg + (uint32_t)most : end});
}

// Bytes of a host name at the head of `rest`, without a last full stop or hyphen.
static size_t host_length(Str rest)
{
    size_t n = 0;
    while (n < rest.len && is_host_char(rest.data[n]))
        n++;
    while (n && !is_alnum(rest.data[n - 1]))
        n--;
    return n;
}

static Str last_label(Str host)
{
    size_t beg = host.len;
    while (beg && host.data[beg - 1] != '.')
        beg--;
    return str_slice(host, beg, host.len);
}

static bool is_top_level(Str label)
{
    for (size_t i = 0; i < COUNT(TOP_LEVEL); i++)
        if (str_equal(label, str_from(TOP_LEVEL[i])))
            return true;
    return false;
}

// "minutes.pdf", "Node.js"
static bool is_file(Str host)
{
    static const char *const ENDS[] = {"csv", "docx", "exe", "html", "jpg",  "js",  "json",
                                       "pdf", "png",  "py",  "txt",  "xlsx", "xml", "zip"};
    Str end = last_label(host);
    for (size_t i = 0; i < COUNT(ENDS); i++)
        if (str_equal(end, str_from(ENDS[i])))
            return true;
    return false;
}

// A run of capitals is said like the word with one capital.
static void add_small(Spelling *s, Str word)
{
    add_words(&s->words, word);
    size_t beg = s->words.len - word.len;
    for (size_t i = 1; i < word.len; i++)
        s->words.data[beg + i] = (char)to_lower(word.data[i]);
}

// Letters of a name: said one by one where they cannot be said otherwise, or
// are a known initialism: "cnn", "uk".
static void add_name_letters(Spelling *s, Str letters, bool whole)
{
    char upper[8];
    if (letters.len > 6) {
        add_words(&s->words, letters);
        return;
    }
    bool vowel = false;
    for (size_t i = 0; i < letters.len; i++) {
        upper[i] = (char)to_upper(letters.data[i]);
        vowel |= memchr("AEIOUY", upper[i], 6) != NULL;
    }
    const Entry *known = find_entry(ACRONYMS.entries, ACRONYMS.count, (Str){upper, letters.len});
    bool pair = letters.len == 2 && is_upper(letters.data[0]) && is_upper(letters.data[1]);
    if (!vowel || letters.len == 1 || pair ||
        (whole && known && known->spoken && !known->spoken[0]))
        add_letters(s, letters);
    else
        add_small(s, letters);
}

// A run of small letters with at most a capital before them, or of capitals.
static size_t run_length(Str name, size_t at)
{
    size_t end = at + 1;
    if (is_digit(name.data[at])) {
        while (end < name.len && is_digit(name.data[end]))
            end++;
        return end - at;
    }
    while (end < name.len && is_upper(name.data[at]) && is_upper(name.data[end]))
        end++;
    if (end > at + 1) {
        // "USAToday": the last capital begins the next word.
        bool more = end < name.len && is_lower(name.data[end]);
        return end - at - more;
    }
    while (end < name.len && is_lower(name.data[end]))
        end++;
    return end - at;
}

// A label, handle or tag, cut where capitals or digits begin. `known`: it may be an
// initialism though in small letters.
static void add_name_part(Spelling *s, Str name, bool known)
{
    for (size_t i = 0; i < name.len;) {
        if (!is_alnum(name.data[i])) {
            i++;
            continue;
        }
        size_t n = run_length(name, i);
        Str run = str_slice(name, i, i + n);
        if (!is_digit(run.data[0]))
            add_name_letters(s, run, (known && n == name.len) || is_upper(run.data[n - 1]));
        else if (n == 4 && (run.data[0] == '1' || run.data[0] == '2'))
            add_year(&s->words, (int)digits_value(run));
        else if (n <= 2)
            add_cardinal(&s->words, run);
        else
            add_digits(&s->words, run);
        i += n;
    }
}

static void add_name(Spelling *s, Str name)
{
    add_name_part(s, name, true);
}

// Labels with "dot" between; "www." is not said.
static void add_host(Spelling *s, Str host)
{
    if (str_starts(host, STR("www.")))
        host = str_slice(host, 4, host.len);
    for (size_t i = 0; i < host.len;) {
        Str rest = str_slice(host, i, host.len);
        Str label = str_slice(rest, 0, str_find(rest, STR(".")));
        bool last = i + label.len == host.len;
        if (i)
            ADD_WORDS(&s->words, "dot");
        if (last && i && label.len == 2 && !str_equal(label, STR("co")))
            add_letters(s, label);
        else
            add_name(s, label);
        i += label.len + 1;
    }
}

// Tokens that lie before byte `end`.
static uint32_t tokens_until(const Spelling *s, uint32_t i, uint32_t end)
{
    uint32_t taken = 0;
    while (i + taken < s->count && s->tokens[i + taken].span.beg < end)
        taken++;
    return taken;
}

// Byte after the path of an address: all that is no blank or bracket, but for
// the sentence's own punctuation.
static uint32_t path_end(const Spelling *s, uint32_t at)
{
    uint32_t end = s->tokens[s->count - 1].span.end, stop = at;
    while (stop < end && (unsigned char)s->text.data[stop] > ' ' &&
           !strchr("<>()[]\"{}|", s->text.data[stop]) && (unsigned char)s->text.data[stop] < 0x80)
        stop++;
    while (stop > at && strchr(".,;:!?'*_", s->text.data[stop - 1]))
        stop--;
    return stop;
}

// "/about" of a bare address is said; anything longer is for the eye.
static void add_short_path(Spelling *s, Str path)
{
    if (path.len < 3 || path.len > 20)
        return;
    for (size_t i = 1; i < path.len; i++)
        if (!is_lower(path.data[i]))
            return;
    ADD_WORDS(&s->words, "slash");
    add_words(&s->words, str_slice(path, 1, path.len));
}

// "/sea/times-2026": where all is told, slashes, dots and hyphens are named.
static void add_whole_path(Spelling *s, Str path)
{
    static const struct {
        char sign;
        const char *name;
    } SIGNS[] = {{'/', "slash"},   {'.', "dot"},   {'-', "hyphen"},        {'_', "underscore"},
                 {'=', "equals"},  {'&', "and"},   {'?', "question mark"}, {'#', "hash"},
                 {'%', "percent"}, {':', "colon"}, {'+', "plus"},          {'~', "tilde"},
                 {'@', "at"}};
    for (size_t i = 0; i < path.len;) {
        size_t end = i;
        while (end < path.len && is_alnum(path.data[end]))
            end++;
        if (end > i) {
            add_name(s, str_slice(path, i, end));
            i = end;
            continue;
        }
        bool last = i + 1 == path.len && path.data[i] == '/';
        for (size_t k = 0; k < COUNT(SIGNS) && !last; k++)
            if (SIGNS[k].sign == path.data[i])
                add_words(&s->words, str_from(SIGNS[k].name));
        i++;
    }
}

static uint32_t spell_url(Spelling *s, uint32_t i)
{
    uint32_t beg = token_of(s, i)->span.beg;
    Str rest = text_until(s, beg, HOST_MAX);
    size_t scheme = str_find(str_slice(rest, 0, 12), STR("://"));
    bool schemed = scheme < 8 && rest.len > scheme + 3;
    uint32_t host_at = beg + (schemed ? (uint32_t)scheme + 3 : 0);
    Str tail = text_until(s, host_at, HOST_MAX);
    Str host = str_slice(tail, 0, host_length(tail));
    if (!memchr(host.data, '.', host.len))
        return 0;
    if (!schemed && !is_top_level(last_label(host)) && !is_file(host) &&
        !str_starts(host, STR("www.")))
        return 0;
    if (!is_alpha(last_label(host).data[0]))
        return 0;
    uint32_t host_end = host_at + (uint32_t)host.len, end = host_end;
    Str behind = text_until(s, host_end, 2);
    if (behind.len && is_alpha(behind.data[0]) == 0 && memchr("/:?#", behind.data[0], 4) &&
        behind.len > 1 && behind.data[1] > ' ')
        end = path_end(s, host_end);
    add_host(s, host);
    if (s->options->whole_addresses)
        add_whole_path(s, str_span(s->text, (Span){host_end, end}));
    else if (!schemed)
        add_short_path(s, str_span(s->text, (Span){host_end, end}));
    uint32_t taken = tokens_until(s, i, end);
    const Token *last = token_of(s, i + taken - 1);
    if (last->span.end > end)
        add_possessive(s, last);
    return taken;
}

// "tips@example.com"
static uint32_t spell_email(Spelling *s, uint32_t i)
{
    uint32_t beg = token_of(s, i)->span.beg;
    Str rest = text_until(s, beg, HOST_MAX);
    size_t local = 0;
    while (local < rest.len && (is_host_char(rest.data[local]) || strchr("_+", rest.data[local])))
        local++;
    if (local == 0 || local >= rest.len || rest.data[local] != '@')
        return 0;
    Str tail = str_slice(rest, local + 1, rest.len);
    Str host = str_slice(tail, 0, host_length(tail));
    if (!memchr(host.data, '.', host.len) || last_label(host).len < 2 ||
        !is_alpha(last_label(host).data[0]))
        return 0;
    for (size_t k = 0; k < local;) {
        size_t end = k;
        while (end < local && rest.data[end] != '.' && rest.data[end] != '+')
            end++;
        if (k)
            add_words(&s->words, rest.data[k - 1] == '.' ? STR("dot") : STR("plus"));
        add_name_part(s, str_slice(rest, k, end), k == 0 && end == local); // "jane.doe"
        k = end + 1;
    }
    ADD_WORDS(&s->words, "at");
    add_host(s, host);
    return tokens_until(s, i, beg + (uint32_t)(local + 1 + host.len));
}

// "the #OpenDoors movement", "the hashtag #OpenDoors": a tag that is a word of the
// sentence is read as its words.
static bool is_inner_tag(const Spelling *s, uint32_t i, uint32_t end)
{
    const Token *before = token_before(s, i, 1);
    if (token_is(s, before, "hashtag") || token_is(s, before, "hashtags"))
        return true;
    if (token_is(s, before, "and") && token_before(s, i, 2)->kind == TOKEN_WORD &&
        is_mark(token_before(s, i, 3), '#'))
        return token_is(s, token_before(s, i, 4), "hashtags");
    static const char *const OPENERS[] = {"a",    "an",  "her",   "his",  "our",
                                          "that", "the", "their", "this", "your"};
    const Token *next = token_of(s, i + tokens_until(s, i, end));
    return TOKEN_IN(s, before, OPENERS) && next->letter_case == CASE_LOWER && !next->glued &&
           is_noun_like(s, next);
}

// "@someone", "#SomeTag"; a tag of digits alone is a number.
static uint32_t spell_handle(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if ((t->code != '@' && t->code != '#') || !token_of(s, i + 1)->glued)
        return 0;
    uint32_t beg = t->span.end, end = beg;
    uint32_t limit = s->tokens[s->count - 1].span.end;
    bool letters = false;
    while (end < limit && (is_alnum(s->text.data[end]) || s->text.data[end] == '_')) {
        letters |= is_alpha(s->text.data[end]);
        end++;
    }
    if (!letters)
        return 0;
    if (t->code == '@')
        ADD_WORDS(&s->words, "at");
    else if (!is_inner_tag(s, i, end))
        ADD_WORDS(&s->words, "hashtag");
    add_name(s, str_span(s->text, (Span){beg, end}));
    return tokens_until(s, i, end);
}

// "the .gov domain"
static uint32_t spell_top_level(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *label = token_of(s, i + 1);
    bool open = !t->glued || code_is_quote_mark(token_before(s, i, 1)->code);
    bool net = label->letter_case == CASE_UPPER && token_is(s, label, "net"); // ".NET"
    if (!is_mark(t, '.') || !(open || net) || !label->glued || !is_word(label) ||
        (label->letter_case != CASE_LOWER && !net))
        return 0;
    ADD_WORDS(&s->words, "dot");
    if (net)
        ADD_WORDS(&s->words, "net");
    else if (label->stem == 2)
        add_letters(s, token_text(s, label));
    else
        add_plain(s, label);
    return 2;
}

uint32_t spell_web(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    if (t->kind == TOKEN_MARK) {
        uint32_t taken = spell_handle(s, i);
        return taken ? taken : spell_top_level(s, i);
    }
    if (!next->glued || !t->ascii)
        return 0;
    if (next->kind == TOKEN_MARK &&
        (!token_of(s, i + 2)->glued || !strchr(".@-:_+", (int)(next->code & 127))))
        return 0;
    uint32_t taken = spell_email(s, i);
    return taken ? taken : spell_url(s, i);
}
