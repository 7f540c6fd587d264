#include "read/mail/lines.h"

#include "read/dates.h"
#include "read/furniture.h"
#include "read/match.h"
#include "read/reader.h"

const char MAIL_HEADER[] = "mail header", QUOTED_MAIL[] = "quoted mail";

enum { LINE_MAX = 240, NOTICE_MAX = 500 };

// --- subject and sender

static const char *const REPLIES[] = {"Re:", "AW:", "SV:", "Antw:", "Odp:"};
static const char *const FORWARDS[] = {"Fwd:", "Fw:", "WG:", "TR:", "I:", "Doorst:", "Rv:"};

static size_t mark_len(Str s, const char *const *marks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (starts_nocase(s, str_from(marks[i])))
            return strlen(marks[i]);
    return 0;
}

// "[harbour] " of a list, with a title behind it.
static size_t tag_len(Str s)
{
    enum { TAG_MAX = 30 };
    size_t end = str_find(s, STR("]"));
    bool tag =
        s.len && s.data[0] == '[' && end < TAG_MAX && end + 2 < s.len && s.data[end + 1] == ' ';
    return tag ? end + 1 : 0;
}

Str title_of_subject(Str subject)
{
    subject = str_trim(subject);
    for (size_t len = 1; len && subject.len;
         subject = str_trim(str_slice(subject, len, subject.len)))
        len = mark_len(subject, REPLIES, COUNT(REPLIES)) +
              mark_len(subject, FORWARDS, COUNT(FORWARDS)) + tag_len(subject);
    return subject;
}

static bool has_mark(Str subject, const char *const *marks, size_t count)
{
    Str s = str_trim(subject);
    s = str_trim(str_slice(s, tag_len(s), s.len));
    return mark_len(s, marks, count) > 0;
}

MailKind kind_of_mail(Str subject)
{
    if (has_mark(subject, FORWARDS, COUNT(FORWARDS)))
        return MAIL_FORWARD;
    return has_mark(subject, REPLIES, COUNT(REPLIES)) ? MAIL_REPLY : MAIL_OWN;
}

Str name_of_sender(Str sender)
{
    Str names;
    // "ann@example.org (Ann Cole)" is the old way.
    size_t open = str_find(sender, STR("(")), at = str_find(sender, STR("@"));
    bool old = at < open && open < sender.len && str_find(sender, STR("<")) == sender.len;
    if (old)
        sender = str_slice(sender, open + 1,
                           open + str_find(str_slice(sender, open, sender.len), STR(")")));
    sender = str_trim(str_slice(sender, 0, str_find(sender, STR("<"))));
    if (parse_byline(sender, &names))
        sender = names;
    if (sender.len > 2 && sender.data[0] == '"' && sender.data[sender.len - 1] == '"')
        sender = str_trim(str_slice(sender, 1, sender.len - 1));
    return str_find(sender, STR("@")) < sender.len ? (Str){0} : sender;
}

// "---------- Forwarded message ---------": the head of the mail that is meant follows.
static bool is_forward_mark(Str line)
{
    static const char *const WORDS[] = {
        "Forwarded message",         "Begin forwarded message:",        "Forwarded Message",
        "Weitergeleitete Nachricht", "Message transf\xC3\xA9r\xC3\xA9", "Mensaje reenviado"};
    line = str_slice(line, 0, LINE_MAX);
    size_t beg = 0, end = line.len;
    while (beg < end && (line.data[beg] == '-' || line.data[beg] == ' '))
        beg++;
    while (end > beg && (line.data[end - 1] == '-' || line.data[end - 1] == ' '))
        end--;
    bool dashed = beg >= 5;
    line = str_slice(line, beg, end);
    return any_equals(line, WORDS, COUNT(WORDS)) && (dashed || str_ends(line, STR(":")));
}

// --- lines

// "On Mon, 23 Nov 2026, Ann Cole <ann@example.org> wrote:"
static bool is_attribution(Str line)
{
    static const char *const VERBS[] = {"wrote:",
                                        "writes:",
                                        "schrieb:",
                                        "a \xC3\xA9"
                                        "crit :",
                                        "a \xC3\xA9"
                                        "crit:",
                                        "escribi\xC3\xB3:",
                                        "ha scritto:",
                                        "schreef:",
                                        "skrev:",
                                        "escreveu:",
                                        "napisa\xC5\x82:"};
    if (line.len > LINE_MAX)
        return false;
    for (size_t i = 0; i < COUNT(VERBS); i++)
        if (str_ends(line, str_from(VERBS[i])))
            return true;
    // "Am 23.11.2026 um 09:00 schrieb Ann Cole:"
    return str_ends(line, STR(":")) &&
           (contains_nocase(line, STR(" schrieb ")) || contains_nocase(line, STR(" schreef ")));
}

// Behind it stands nothing but an older mail.
static bool begins_old_mail(Str line)
{
    static const char *const WORDS[] = {
        "-----Original Message-----", "----- Original Message -----",
        "-----Urspr\xC3\xBCngliche Nachricht-----", "-----Message d'origine-----",
        "-----Mensaje original-----"};
    return any_equals(line, WORDS, COUNT(WORDS));
}

// "From: Ann Cole Sent: Monday To: Bob Subject: Boats": the head of an older mail that
// stands in one paragraph.
static bool is_inner_head(Str line)
{
    static const struct {
        const char *from, *to;
    } HEADS[] = {{"From:", "To:"}, {"Von:", "An:"}, {"De :", "\xC3\x80 :"}, {"De:", "Para:"}};
    for (size_t i = 0; i < COUNT(HEADS) && line.len < LINE_MAX * 2; i++)
        if (starts_nocase(line, str_from(HEADS[i].from)) &&
            str_find(line, str_from(HEADS[i].to)) < line.len)
            return true;
    return false;
}

static const char *const PHONES[] = {
    "Sent from my ",   "Sent from Mail for",    "Sent from Outlook",
    "Sent from Yahoo", "Get Outlook for",       "Von meinem ",
    "Gesendet von ",   "Envoy\xC3\xA9 de mon ", "Enviado desde mi "};

static const char *const BROWSER[] = {"View in browser",
                                      "View in your browser",
                                      "View this email in",
                                      "View this e-mail in",
                                      "View email in",
                                      "View online",
                                      "View this message in",
                                      "View this newsletter in",
                                      "View web version",
                                      "Read in browser",
                                      "Read online",
                                      "Read this in your browser",
                                      "Open in browser",
                                      "Open in app",
                                      "Having trouble viewing",
                                      "Trouble viewing",
                                      "Email not displaying",
                                      "Problems viewing",
                                      "If you are having trouble",
                                      "If you can't see this",
                                      "Can't see this email",
                                      "Im Browser ansehen",
                                      "Newsletter im Browser",
                                      "Voir dans le navigateur",
                                      "Ver en el navegador",
                                      "READ IN APP",
                                      "Display images"};

static const char *const LISTS[] = {"Unsubscribe",
                                    "To unsubscribe",
                                    "Click here to unsubscribe",
                                    "Manage your subscription",
                                    "Manage subscription",
                                    "Manage preferences",
                                    "Manage your preferences",
                                    "Manage your email",
                                    "Update your preferences",
                                    "Update preferences",
                                    "Email preferences",
                                    "Change your preferences",
                                    "You are receiving this",
                                    "You're receiving this",
                                    "You\xE2\x80\x99re receiving this",
                                    "You received this",
                                    "You are subscribed",
                                    "You're subscribed",
                                    "This email was sent",
                                    "This e-mail was sent",
                                    "This message was sent to",
                                    "This newsletter was sent",
                                    "Our mailing address",
                                    "Was this email forwarded",
                                    "Was this forwarded",
                                    "Did someone forward",
                                    "Forwarded this email",
                                    "Forward to a friend",
                                    "Forward this email",
                                    "Add us to your address book",
                                    "To ensure delivery",
                                    "No longer want to receive",
                                    "Don't want to receive",
                                    "Want to change how you receive",
                                    "Sent to ",
                                    "Abmelden",
                                    "Newsletter abbestellen",
                                    "Se d\xC3\xA9sabonner",
                                    "Darse de baja",
                                    "Powered by ",
                                    "Start writing",
                                    "Privacy policy"};

static bool any_starts_line(Str line, const char *const *list, size_t count)
{
    return line.len <= NOTICE_MAX && any_starts(line, list, count);
}

// "123 Main Street, Springfield, IL 62701, United States" below a newsletter: numbers and
// names without a verb, parted by commas, no stop.
static bool is_postal_address(Str line)
{
    size_t commas = 0, digits = 0, words = 0, small = 0, at = 0;
    if (line.len > LINE_MAX || str_ends(line, STR(".")))
        return false;
    for (Str word = take_word(line, &at); word.len; word = take_word(line, &at)) {
        words++;
        commas += str_ends(word, STR(","));
        small += is_lower(word.data[0]);
        digits += is_digit(word.data[0]);
    }
    return words >= 4 && words <= 24 && commas >= 2 && digits >= 2 && small <= 1;
}

static const char *line_reason(Str line, bool foot)
{
    if (any_starts_line(line, BROWSER, COUNT(BROWSER)))
        return "link to the page";
    if (any_starts_line(line, LISTS, COUNT(LISTS)))
        return "mailing list notice";
    if (line.len < 80 && any_starts(line, PHONES, COUNT(PHONES)))
        return "signature";
    return foot && is_postal_address(line) ? "postal address" : NULL;
}

// --- blocks

static bool is_dropped(const Article *article, const bool *dropped, uint32_t i)
{
    return dropped[i] || article->blocks.items[i].kind == BLOCK_CREDIT;
}

static void drop_block(Article *article, bool *dropped, Arena *arena, uint32_t i,
                       const char *reason)
{
    if (is_dropped(article, dropped, i))
        return;
    dropped[i] = true;
    article->blocks.items[i].kind = BLOCK_CREDIT;
    add_drop(article, arena, article->blocks.items[i].span, reason);
}

// The line above block i says whose mail is quoted, and is dropped with it.
static bool drop_attribution(Article *article, bool *dropped, Arena *arena, uint32_t beg,
                             uint32_t i)
{
    if (i == beg || !is_attribution(block_text(article, i - 1)))
        return false;
    bool wrapped = i > beg + 1 && block_text(article, i - 1).len < 80 &&
                   str_starts(block_text(article, i - 2), STR("On ")) &&
                   !str_ends(block_text(article, i - 2), STR("."));
    if (wrapped)
        drop_block(article, dropped, arena, i - 2, QUOTED_MAIL);
    drop_block(article, dropped, arena, i - 1, QUOTED_MAIL);
    return true;
}

static void drop_quotations(Article *article, bool *dropped, uint32_t beg, bool reply, Arena *arena)
{
    for (uint32_t i = beg; i < article->blocks.count;) {
        if (article->blocks.items[i].kind != BLOCK_QUOTE) {
            i++;
            continue;
        }
        bool whose = drop_attribution(article, dropped, arena, beg, i);
        for (; i < article->blocks.count && article->blocks.items[i].kind == BLOCK_QUOTE; i++)
            if (whose || reply)
                drop_block(article, dropped, arena, i, QUOTED_MAIL);
    }
}

// --- mails that are passed on

typedef enum { INNER_NONE, INNER_FROM, INNER_DATE, INNER_OTHER } InnerField;

static InnerField inner_field(Str line, Str *value)
{
    static const struct {
        const char *name;
        InnerField field;
    } FIELDS[] = {
        {"From:", INNER_FROM},      {"Date:", INNER_DATE},     {"Sent:", INNER_DATE},
        {"Subject:", INNER_OTHER},  {"To:", INNER_OTHER},      {"Cc:", INNER_OTHER},
        {"Reply-To:", INNER_OTHER}, {"Von:", INNER_FROM},      {"Datum:", INNER_DATE},
        {"Gesendet:", INNER_DATE},  {"Betreff:", INNER_OTHER}, {"An:", INNER_OTHER},
        {"De:", INNER_FROM},        {"De :", INNER_FROM},      {"Objet:", INNER_OTHER},
        {"Objet :", INNER_OTHER},   {"Asunto:", INNER_OTHER},  {"Para:", INNER_OTHER},
        {"Fecha:", INNER_DATE},
    };
    line = str_trim(line);
    for (size_t i = 0; i < COUNT(FIELDS); i++)
        if (starts_nocase(line, str_from(FIELDS[i].name))) {
            *value = str_trim(str_slice(line, strlen(FIELDS[i].name), line.len));
            return FIELDS[i].field;
        }
    return INNER_NONE;
}

// Whether a block is of the head of a mail that is passed on. What it tells of author and
// date is truer than what is known of who passed it on.
static bool take_inner_head(Article *article, Str block, Arena *arena)
{
    uint32_t fields = 0, others = 0;
    for (size_t at = 0; at < block.len && block.len < NOTICE_MAX * 2;) {
        Str rest = str_slice(block, at, block.len), value, date;
        Str line = str_slice(rest, 0, str_find(rest, STR("\n")));
        InnerField field = inner_field(line, &value);
        at += line.len + 1;
        fields += field != INNER_NONE || is_forward_mark(line);
        others += field == INNER_NONE && fields == 0 && str_trim(line).len;
        if (others)
            return false;
        if (field == INNER_FROM && name_of_sender(value).len)
            article->byline = name_of_sender(value);
        if (field == INNER_DATE && parse_date(value, arena, &date))
            article->date = date;
    }
    return fields > 0;
}

// "FYI" above it is no part of it; who had more to say is heard.
static void drop_remark(Article *article, bool *dropped, uint32_t beg, uint32_t end, Arena *arena)
{
    enum { REMARK_WORDS = 40 };
    uint32_t words = 0;
    for (uint32_t i = beg; i < end; i++)
        for (size_t at = 0; take_word(block_text(article, i), &at).len;)
            words++;
    for (uint32_t i = beg; i < end && words <= REMARK_WORDS; i++)
        drop_block(article, dropped, arena, i, "remark of who passed it on");
}

static void drop_forward_head(Article *article, bool *dropped, uint32_t beg, Arena *arena)
{
    enum { SOON = 12 }; // blocks
    for (uint32_t i = beg; i < article->blocks.count && i < beg + SOON; i++) {
        Str s = block_text(article, i);
        bool head = take_inner_head(article, s, arena);
        if (!head && !is_inner_head(s) && !begins_old_mail(s))
            continue;
        drop_remark(article, dropped, beg, i, arena);
        drop_block(article, dropped, arena, i, MAIL_HEADER);
        for (i++; i < article->blocks.count; i++) {
            if (!take_inner_head(article, block_text(article, i), arena))
                return;
            drop_block(article, dropped, arena, i, MAIL_HEADER);
        }
    }
}

// From "-----Original Message-----" to the end.
static void drop_old_mail(Article *article, bool *dropped, uint32_t beg, Arena *arena)
{
    uint32_t i = beg;
    while (i < article->blocks.count && !begins_old_mail(block_text(article, i)) &&
           !(i > beg && is_inner_head(block_text(article, i))))
        i++;
    for (; i < article->blocks.count; i++)
        drop_block(article, dropped, arena, i, QUOTED_MAIL);
}

static bool may_be_line(BlockKind kind)
{
    return kind == BLOCK_PARAGRAPH || kind == BLOCK_HEADING || kind == BLOCK_LIST_ITEM ||
           kind == BLOCK_TABLE;
}

static void drop_lines(Article *article, bool *dropped, uint32_t beg, Arena *arena)
{
    bool foot = true; // nothing that is spoken stands below
    for (uint32_t i = article->blocks.count; i > beg; i--) {
        if (is_dropped(article, dropped, i - 1))
            continue;
        const char *reason = may_be_line(article->blocks.items[i - 1].kind)
                                 ? line_reason(block_text(article, i - 1), foot)
                                 : NULL;
        if (reason)
            drop_block(article, dropped, arena, i - 1, reason);
        else if (article->blocks.items[i - 1].kind != BLOCK_CAPTION)
            foot = false;
    }
}

void furnish_mail(Article *article, uint32_t beg, MailKind kind, Arena *arena)
{
    bool *dropped = ALLOC(arena, bool, article->blocks.count);
    if (kind == MAIL_FORWARD)
        drop_forward_head(article, dropped, beg, arena);
    else
        drop_old_mail(article, dropped, beg, arena);
    drop_quotations(article, dropped, beg, kind == MAIL_REPLY, arena);
    drop_lines(article, dropped, beg, arena);
}
