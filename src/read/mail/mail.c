// Mails and newsletters. A mail in plain words is read as a plain text with a head; one
// in HTML as a piece of HTML.
#include "read/charset/decode.h"
#include "read/dates.h"
#include "read/draft.h"
#include "read/furnish.h"
#include "read/html/blocks.h"
#include "read/html/fragment.h"
#include "read/mail/html.h"
#include "read/mail/lines.h"
#include "read/mail/mime.h"
#include "read/match.h"
#include "read/reader.h"
#include "read/sniff.h"

#include "base/utf8.h"

enum {
    NESTED_MAX = 4, // mails that are attached to mails without words of their own
    FEW_WORDS = 20,
};

typedef struct {
    Str bytes;
    Mail mail;
    Str from, subject, date; // on one line each
    LIST(uint32_t) chosen;   // parts whose words are the mail, in order
    bool html;               // one of them is HTML
} MailReading;

// --- which parts

static const Part *part_at(const MailReading *r, uint32_t i)
{
    return &r->mail.parts.items[i];
}

static bool is_html(const Part *part)
{
    return str_equal(part->type, STR("text/html"));
}

static bool is_words(const Part *part)
{
    return !part->attached &&
           (is_html(part) || str_equal(part->type, STR("text/plain")) ||
            str_equal(part->type, STR("text/markdown")) || str_equal(part->type, STR("text")) ||
            (str_starts(part->type, STR("multipart/")) && !is_multipart(part)));
}

// The choice of ways to show the same that a part stands in; false: in none.
static bool choice_of(const MailReading *r, uint32_t i, uint32_t *choice)
{
    while (!str_equal(part_at(r, i)->type, STR("multipart/alternative"))) {
        if (part_at(r, i)->parent == i)
            return false;
        i = part_at(r, i)->parent;
    }
    *choice = i;
    return true;
}

static uint32_t words_of_part(const MailReading *r, uint32_t i, Arena scratch)
{
    Str text;
    Error err = {0};
    if (!part_text(part_at(r, i), &scratch, &text, &err))
        return 0;
    return words_in(is_html(part_at(r, i)) ? words_of_markup(text, &scratch) : text);
}

// Plain words that only send the reader to a page are no choice, and neither is HTML
// with hardly any.
static bool prefers_html(const MailReading *r, uint32_t choice, Arena scratch)
{
    uint32_t html = 0, plain = 0;
    for (uint32_t i = choice + 1; i < r->mail.parts.count; i++) {
        uint32_t of;
        if (!is_words(part_at(r, i)) || !choice_of(r, i, &of) || of != choice)
            continue;
        *(is_html(part_at(r, i)) ? &html : &plain) += words_of_part(r, i, scratch);
    }
    return html && (html * 2 >= plain || plain < FEW_WORDS);
}

static void choose_parts(MailReading *r, Arena *arena)
{
    uint32_t asked = UINT32_MAX;
    bool html = false;
    r->chosen.count = 0;
    r->html = false;
    for (uint32_t i = 0; i < r->mail.parts.count; i++) {
        const Part *part = part_at(r, i);
        uint32_t choice;
        if (!is_words(part) || str_trim(part->body).len == 0)
            continue;
        if (choice_of(r, i, &choice)) {
            if (choice != asked)
                html = prefers_html(r, choice, *arena);
            asked = choice;
            if (is_html(part) != html)
                continue;
        }
        *PUSH(&r->chosen, arena) = i;
        r->html |= is_html(part);
    }
}

// --- what is refused

static const char *secret_of(const MailReading *r)
{
    for (uint32_t i = 0; i < r->mail.parts.count; i++) {
        const Part *part = part_at(r, i);
        if (str_equal(part->type, STR("multipart/encrypted")))
            return "encrypted";
        if (str_equal(part->type, STR("application/pkcs7-mime")) ||
            str_equal(part->type, STR("application/x-pkcs7-mime")))
            return "encrypted or sealed by S/MIME";
        if (is_words(part) && str_starts(str_trim(part->body), STR("-----BEGIN PGP MESSAGE-----")))
            return "encrypted by PGP";
    }
    return NULL;
}

static bool refuse_secret(const MailReading *r, Error *err)
{
    const char *secret = secret_of(r);
    return !secret || fail(err, ERR_ARTICLE, (Span){0},
                           "the mail is %s (open it in a mail program and save its text)", secret);
}

static bool refuse_empty(const MailReading *r, Error *err)
{
    return fail(err, ERR_ARTICLE, (Span){0}, "the mail \xE2\x80\x9C%.*s\xE2\x80\x9D has no text%s",
                STR_ARG(str_slice(r->subject, 0, 80)),
                r->mail.parts.count > 1 ? ", only attachments (give the article itself)" : "");
}

// --- taking the mail apart

static const Part *attached_mail(const MailReading *r)
{
    for (uint32_t i = 0; i < r->mail.parts.count; i++)
        if (str_equal(part_at(r, i)->type, STR("message/rfc822")))
            return part_at(r, i);
    return NULL;
}

static bool take_apart(MailReading *r, Str bytes, Arena *arena, Error *err)
{
    r->bytes = bytes;
    if (!parse_mail(bytes, arena, &r->mail, err) || !refuse_secret(r, err))
        return false;
    r->from = mail_field(&r->mail, "From", arena);
    r->subject = mail_field(&r->mail, "Subject", arena);
    r->date = mail_field(&r->mail, "Date", arena);
    choose_parts(r, arena);
    return true;
}

// A mail that has no words of its own passes on the one that is attached to it.
static bool open_mail(MailReading *r, Str bytes, Arena *arena, Error *err)
{
    if (!take_apart(r, bytes, arena, err))
        return false;
    for (int i = 0; i < NESTED_MAX && r->chosen.count == 0; i++) {
        const Part *inner = attached_mail(r);
        if (!inner)
            break;
        if (!take_apart(r, part_bytes(inner, arena), arena, err))
            return false;
    }
    return r->chosen.count > 0 || refuse_empty(r, err);
}

static void note_attachments(const MailReading *r, Arena *arena, Article *out)
{
    enum { TOLD = 8 };
    uint32_t count = 0;
    Buf names = new_buf(arena);
    for (uint32_t i = 0; i < r->mail.parts.count; i++) {
        const Part *part = part_at(r, i);
        bool shown = !part->attached && (is_words(part) || part->name.len == 0) &&
                     !str_equal(part->type, STR("message/rfc822"));
        if (shown || is_multipart(part))
            continue;
        Str name = part->name.len ? part->name : part->type;
        if (count++ < TOLD)
            buf_format(&names, "%s%.*s", count > 1 ? ", " : "", STR_ARG(str_slice(name, 0, 80)));
    }
    if (count)
        add_note(&out->notes, arena, (Span){0}, "%u attachment%s of the mail %s left out: %.*s%s",
                 count, count == 1 ? "" : "s", count == 1 ? "is" : "are", STR_ARG(buf_str(&names)),
                 count > TOLD ? ", \xE2\x80\xA6" : "");
}

// --- where it stood

// The byte of the decoded input that stands on the same line as this one of the mail.
static uint32_t decoded_place(const MailReading *r, Str part, const Article *out)
{
    bool inside = part.data >= r->bytes.data && part.data <= r->bytes.data + r->bytes.len;
    size_t lines = 0, at = 0;
    for (const char *c = r->bytes.data; inside && c < part.data; c++)
        lines += *c == '\n';
    while (lines && at < out->decoded.len)
        lines -= out->decoded.data[at++] == '\n';
    return (uint32_t)at;
}

// The mail as it lies there, for those who ask where something stood.
static void set_decoded(const MailReading *r, Str text, Arena *arena, Article *out)
{
    Notes unused = {0};
    Error why = {0};
    if (!decode_text(&(Source){.bytes = r->bytes}, arena, &out->decoded, &unused, &why))
        out->decoded = text;
}

// --- a mail in HTML

static bool add_part(Draft *d, const MailReading *r, uint32_t i, Arena *arena, Error *err)
{
    const Part *part = part_at(r, i);
    Str text;
    Node *root;
    if (!part_text(part, arena, &text, err))
        return false;
    if (!is_html(part))
        text = markup_of_text(text, arena);
    if (!parse_fragment(text, decoded_place(r, part->body, d->article), arena, &root, err))
        return false;
    prepare_mail_html(root, kind_of_mail(r->subject) == MAIL_FORWARD);
    add_html_blocks(d, root);
    return true;
}

static bool read_html_mail(const MailReading *r, Arena *arena, Article *out, Error *err)
{
    set_decoded(r, (Str){0}, arena, out);
    out->title = title_of_subject(r->subject);
    Draft draft = new_draft(out, arena, r->bytes.len / 4);
    at_source(&draft, 0);
    open_block(&draft, (Block){.kind = BLOCK_TITLE});
    buf_add(&draft.text, out->title);
    close_block(&draft);
    for (uint32_t i = 0; i < r->chosen.count; i++)
        if (!add_part(&draft, r, r->chosen.items[i], arena, err))
            return false;
    end_draft(&draft);
    furnish_blocks(out, arena);
    return true;
}

// --- a mail in plain words

static bool is_plain_encoding(const Part *part)
{
    static const char *const NAMES[] = {"7bit", "8bit", "binary"};
    return part->encoding.len == 0 || any_equals(part->encoding, NAMES, COUNT(NAMES));
}

// The words stand in the input as they are: it is the text, byte for byte.
static bool is_as_it_is(const MailReading *r)
{
    const Part *part = part_at(r, 0);
    bool whole = r->mail.parts.count == 1 && is_plain_encoding(part) && !part->flowed &&
                 utf8_check(r->bytes) == r->bytes.len;
    return whole && !str_starts(r->bytes, STR("From ")) &&
           str_find(r->bytes, STR("=?")) == r->bytes.len &&
           str_find(r->bytes, STR("-----BEGIN PGP")) == r->bytes.len;
}

static bool compose_text(const MailReading *r, Arena *arena, Article *out, Error *err)
{
    Buf b = new_buf(arena);
    buf_format(&b, "From: %.*s\nSubject: %.*s\nDate: %.*s\n\n", STR_ARG(r->from),
               STR_ARG(r->subject), STR_ARG(r->date));
    *PUSH(&out->origins, arena) = (Origin){0, 0};
    for (uint32_t i = 0; i < r->chosen.count; i++) {
        const Part *part = part_at(r, r->chosen.items[i]);
        Str text;
        if (!part_text(part, arena, &text, err))
            return false;
        *PUSH(&out->origins, arena) = (Origin){(uint32_t)b.len, decoded_place(r, part->body, out)};
        buf_add(&b, text);
        buf_add(&b, STR("\n\n"));
    }
    out->text = buf_str(&b);
    return true;
}

static bool read_plain_mail(const MailReading *r, const ReadOptions *options, Arena *arena,
                            Article *out, Error *err)
{
    if (is_as_it_is(r)) {
        if (!decode_text(&(Source){.bytes = r->bytes}, arena, &out->text, &out->notes, err))
            return false;
        out->decoded = out->text;
    } else {
        set_decoded(r, (Str){0}, arena, out);
        if (!compose_text(r, arena, out, err))
            return false;
    }
    if (out->decoded.len == 0)
        out->decoded = out->text;
    return text_reader.read(out->text, options, arena, out, err);
}

// --- the reader

static uint32_t first_own_block(const Article *article)
{
    uint32_t i = 0;
    while (i < article->blocks.count && (article->blocks.items[i].kind == BLOCK_TITLE ||
                                         article->blocks.items[i].kind == BLOCK_CREDIT))
        i++;
    return i;
}

static void set_metadata(const MailReading *r, Arena *arena, Article *out)
{
    Str date, language = mail_field(&r->mail, "Content-Language", arena);
    set_once(&out->title, title_of_subject(r->subject));
    set_once(&out->byline, name_of_sender(r->from));
    if (parse_date(r->date, arena, &date))
        set_once(&out->date, date);
    if (language.len >= 2 && language.len <= 12 && str_find(language, STR(",")) == language.len)
        set_once(&out->language, language);
    Str archive = mail_field(&r->mail, "Archived-At", arena);
    if (str_starts(archive, STR("<http")))
        set_once(&out->url, str_slice(archive, 1, str_find(archive, STR(">"))));
}

static bool read_mail(Str text, const ReadOptions *options, Arena *arena, Article *out, Error *err)
{
    (void)text;
    MailReading r = {0};
    if (!open_mail(&r, out->source->bytes, arena, err))
        return false;
    bool ok = r.html ? read_html_mail(&r, arena, out, err)
                     : read_plain_mail(&r, options, arena, out, err);
    if (!ok)
        return false;
    set_metadata(&r, arena, out);
    note_attachments(&r, arena, out);
    if (!options->paragraph)
        furnish_mail(out, first_own_block(out), kind_of_mail(r.subject), arena);
    return true;
}

static int sniff_mail(const Source *source, Str head)
{
    static const char *const TYPES[] = {"message/rfc822", "application/mbox"};
    Str s = str_starts(head, STR("\xEF\xBB\xBF")) ? str_slice(head, 3, head.len) : head;
    if (is_mail_head(s))
        return SURE_CONTENT;
    return type_is_any(source, TYPES, COUNT(TYPES)) ? SURE_TYPE : 0;
}

const Reader mail_reader = {.name = "mail", .sniff = sniff_mail, .read = read_mail, .binary = true};
