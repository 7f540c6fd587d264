// Mails and newsletters.
#include "unit/reading.h"

#include "read/mail/lines.h"
#include "read/mail/mime.h"

static Reading *read_mail(const char *text)
{
    Reading *r = read_string(text);
    assert_string_equal(r->article.format, "mail");
    assert_covered(r);
    return r;
}

static void assert_refusal(const char *text, const char *part)
{
    Reading *r = read_bytes("-", str_from(text), (ReadOptions){0});
    assert_false(r->ok);
    assert_int_equal(r->err.kind, ERR_ARTICLE);
    if (!strstr(r->err.message, part))
        fail_msg("%s", r->err.message);
    free_reading(r);
}

// Spoken blocks, one a line.
static void assert_spoken(Reading *r, const char *want)
{
    Buf b = new_buf(&r->arena);
    for (uint32_t i = 0; i < r->article.blocks.count; i++)
        if (!drop_reason(r, str_c(text_of_block(r, i), &r->arena))[0]) {
            buf_add(&b, text_of_block(r, i));
            buf_char(&b, '\n');
        }
    assert_str(buf_str(&b), want);
}

#define HEAD "From: \"Ann Cole\" <ann@example.org>\nDate: Mon, 23 Nov 2026 09:00:00 +0100\n"

static void a_plain_mail_is_its_own_text(void **state)
{
    (void)state;
    static const char MAIL[] = HEAD "Subject: Re: [boats] Ferry\n\nIt left at noon.\n\n-- \nAnn\n";
    Reading *r = read_mail(MAIL);
    assert_str(r->article.text, MAIL);
    assert_str(r->article.title, "Ferry");
    assert_str(r->article.byline, "Ann Cole");
    assert_str(r->article.date, "2026-11-23");
    assert_spoken(r, "Ferry\nIt left at noon.\n");
    assert_string_equal(drop_reason(r, "-- \nAnn"), "signature");
    free_reading(r);
}

static void encoded_words_are_one_line_of_text(void **state)
{
    (void)state;
    Reading *r = read_mail("From: =?iso-8859-1?Q?Zo=EB_M=FCller?= <z@example.org>\n"
                           "Subject: =?utf-8?B?Q2Fmw6k=?=\n =?utf-8?Q?_op?= =?utf-8?Q?ens?= on\n"
                           "\tMonday =?utf-8?Q?=1B[2J?=\n\nYes.\n");
    assert_str(r->article.title, "Caf\xC3\xA9 opens on Monday [2J");
    assert_str(r->article.byline, "Zo\xC3\xAB M\xC3\xBCller");
    free_reading(r);
}

static void transfer_encodings_are_undone(void **state)
{
    (void)state;
    Reading *r =
        read_mail(HEAD "Subject: x\nContent-Type: text/plain; charset=\"iso-8859-1\"\n"
                       "Content-Transfer-Encoding: Quoted-Printable\n\nCaf=E9=20=\nopens =\n"
                       "at noon.\n");
    assert_spoken(r, "x\nCaf\xC3\xA9 opens at noon.\n");
    free_reading(r);
    r = read_mail(HEAD "Subject: x\nContent-Type: text/plain; charset=utf-8\n"
                       "Content-Transfer-Encoding: base64\n\nQ2Fmw6kgb3BlbnMg\nYXQgbm9vbi4=\n");
    assert_spoken(r, "x\nCaf\xC3\xA9 opens at noon.\n");
    free_reading(r);
}

static void flowed_lines_are_joined(void **state)
{
    (void)state;
    Reading *r = read_mail(HEAD "Subject: x\nContent-Type: text/plain; format=flowed; delsp=yes\n\n"
                                "The fer \nry left.\n From there it went \n on.\n\n> Is \n> it?\n");
    assert_spoken(r, "x\nThe ferry left.\nFrom there it wenton.\nIsit?\n");
    free_reading(r);
    r = read_mail(HEAD
                  "Subject: x\nContent-Type: text/plain; format=flowed\n\nThe ferry \nleft.\n");
    assert_spoken(r, "x\nThe ferry left.\n");
    free_reading(r);
}

static const char BOTH[] = HEAD
    "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"m m\"\n\n"
    "Old programs show this.\n--m m\nContent-Type: multipart/alternative; boundary=a\n\n"
    "--a\nContent-Type: text/plain\n\n%s\n--a\nContent-Type: multipart/related; boundary=r\n\n"
    "--r\nContent-Type: text/html; charset=utf-8\n\n%s\n--r\nContent-Type: image/png; "
    "name=\"pier.png\"\nContent-ID: <1>\n\nxx\n--r--\n--a--\n--m m\nContent-Type: "
    "application/pdf\nContent-Disposition: attachment; filename*=utf-8''%%C3%%BCber.pdf\n\nxx\n"
    "--m m--\nOld programs show this too.\n";

static void html_is_taken_where_it_says_as_much(void **state)
{
    (void)state;
    char text[2000];
    snprintf(text, sizeof text, BOTH, "View it in a browser.", "<p>The <b>ferry</b> left.<p>So.");
    Reading *r = read_mail(text);
    assert_spoken(r, "x\nThe ferry left.\nSo.\n");
    assert_str(r->article.notes.items[0].text,
               "2 attachments of the mail are left out: pier.png, \xC3\xBC"
               "ber.pdf");
    free_reading(r);
    snprintf(text, sizeof text, BOTH,
             "The ferry left the harbour at noon on Monday, and all who were on it waved to "
             "those who had come to see it off.",
             "<p>Open in a program that shows HTML.");
    r = read_mail(text);
    assert_true(str_find(r->article.text, STR("waved")) < r->article.text.len);
    assert_true(str_find(r->article.text, STR("program that")) == r->article.text.len);
    free_reading(r);
}

static void what_a_newsletter_has_around_it_is_dropped(void **state)
{
    (void)state;
    Reading *r = read_mail(
        HEAD
        "Subject: The week\nContent-Type: text/html\n\n"
        "<div style=\"display: none!important\">Our best stories</div>"
        "<table><tr><td>View in browser</td></tr><tr><td><table role=presentation><tr><td>"
        "<h1>The week</h1></td><td><p>The ferry left.</p></td></tr></table></td></tr></table>"
        "<table><tr><th>Fish<th>Price<tr><td>Cod<td>4</table>"
        "<p>123 Pier Street, Port Town, ME 04101</p><p>You are receiving this as you asked.</p>"
        "<p><a>Unsubscribe</a></p><p>&copy; 2026 Harbour Letter</p>"
        "<img src=x width=1 height=1 alt=open>");
    assert_string_equal(drop_reason(r, "Our best stories"), "hidden text");
    assert_string_equal(drop_reason(r, "View in browser"), "link to the page");
    assert_string_equal(drop_reason(r, "123 Pier Street, Port Town, ME 04101"), "postal address");
    assert_string_equal(drop_reason(r, "You are receiving this as you asked."), "footer line");
    assert_string_equal(drop_reason(r, "Unsubscribe"), "footer line");
    assert_block(r, 3, BLOCK_PARAGRAPH, "The ferry left.");
    assert_block(r, 4, BLOCK_TABLE, "Fish | Price");
    assert_true(str_find(r->article.text, STR("open")) == r->article.text.len);
    free_reading(r);
}

static void older_mails_are_dropped(void **state)
{
    (void)state;
    Reading *r =
        read_mail(HEAD "Subject: x\n\nYes, it did.\n\nOn Mon, 23 Nov 2026, Bob Dale wrote:\n"
                       "> Did it leave?\n>> Who asks?\n\nAnd it is back.\n\n> Odd.\n\n"
                       "-----Original Message-----\nFrom: Bob\n\nOld words.\n");
    assert_spoken(r, "x\nYes, it did.\nAnd it is back.\nOdd.\n");
    assert_string_equal(drop_reason(r, "Did it leave?"), "quoted mail");
    assert_string_equal(drop_reason(r, "Old words."), "quoted mail");
    free_reading(r);
    r = read_mail(HEAD "Subject: Re: x\n\n> Did it?\n\nYes.\n\nSent from my phone\n");
    assert_spoken(r, "x\nYes.\n");
    free_reading(r);
    r = read_mail(HEAD
                  "Subject: x\nContent-Type: text/html\n\n<p>Yes.</p><div class=\"a gmail_quote\">"
                  "<div>Bob wrote:</div><blockquote>Did it?</blockquote></div>");
    assert_spoken(r, "x\nYes.\n");
    free_reading(r);
}

static void the_mail_that_is_passed_on_is_the_article(void **state)
{
    (void)state;
    Reading *r =
        read_mail(HEAD "Subject: Fwd: Storm\n\nFYI\n\n---------- Forwarded message ---------\n"
                       "From: Carl Storm <carl@example.org>\nDate: Sun, Nov 22, 2026 at 8:00\n"
                       "Subject: Storm\nTo: Ann\n\nIt came at night and left before dawn.\n\n"
                       "Nobody was hurt.\n");
    assert_spoken(r, "Storm\nIt came at night and left before dawn.\nNobody was hurt.\n");
    assert_str(r->article.byline, "Carl Storm");
    assert_str(r->article.date, "2026-11-22");
    free_reading(r);
    r = read_mail(HEAD "Subject: Fwd: y\nContent-Type: multipart/mixed; boundary=a\n\n--a\n"
                       "Content-Type: message/rfc822\n\nFrom: c@example.org (Carl)\nSubject: y\n\n"
                       "The inner words.\n--a--\n");
    assert_spoken(r, "y\nThe inner words.\n");
    assert_str(r->article.byline, "Carl");
    free_reading(r);
}

static void what_cannot_be_read_is_refused(void **state)
{
    (void)state;
    assert_refusal(HEAD "Subject: x\nContent-Type: application/pkcs7-mime\n\nMII\n", "S/MIME");
    assert_refusal(HEAD "Subject: x\nContent-Type: multipart/encrypted; boundary=a\n\n--a\n\nx\n",
                   "encrypted");
    assert_refusal(HEAD "Subject: x\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n", "PGP");
    assert_refusal(HEAD "Subject: Photos\nContent-Type: multipart/mixed; boundary=a\n\n--a\n"
                        "Content-Type: image/png\n\nxx\n--a--\n",
                   "only attachments");
    assert_refusal("From a@b.c Mon Nov 23 09:00:00 2026\n" HEAD "Subject: x\n\nHi.\n\n"
                   "From d@e.f Mon Nov 23 09:00:00 2026\n" HEAD "Subject: y\n\nHo.\n",
                   "mailbox of 2 mails");
}

static void a_mailbox_of_one_mail_is_that_mail(void **state)
{
    (void)state;
    Reading *r =
        read_mail("From a@b.c Mon Nov 23 09:00:00 2026\n" HEAD "Subject: x\n\nFrom here on.\n");
    assert_spoken(r, "x\nFrom here on.\n");
    free_reading(r);
}

static void a_text_with_keys_is_no_mail(void **state)
{
    (void)state;
    assert_false(is_mail_head(STR("From: the harbour\n\nThe ferry left.\n")));
    assert_false(is_mail_head(STR("From: a\nSubject: b\nA line of words.\nMore.\n")));
    assert_false(is_mail_head(STR("HEADLINE: River rises\nBYLINE: Ann\n\nIt rose.\n")));
    assert_true(is_mail_head(STR("From: a\r\nTo: b\r\nDate: c\r\n\r\nHi\r\n")));
    assert_true(is_mail_head(STR("Received: a\n by b\nReceived: c\nReturn-Path: d\nMessage-ID: ")));
}

static void subjects_lose_their_marks(void **state)
{
    (void)state;
    assert_str(title_of_subject(STR(" Re: Fwd: [boats] RE: River rises")), "River rises");
    assert_str(title_of_subject(STR("[boats]")), "[boats]");
    assert_str(title_of_subject(STR("Re:")), "");
    assert_str(title_of_subject(STR("Report: river rises")), "Report: river rises");
    assert_int_equal(kind_of_mail(STR("[boats] WG: x")), MAIL_FORWARD);
    assert_int_equal(kind_of_mail(STR("Aw: x")), MAIL_REPLY);
    assert_str(name_of_sender(STR("ann@example.org")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_mail_is_its_own_text),
        cmocka_unit_test(encoded_words_are_one_line_of_text),
        cmocka_unit_test(transfer_encodings_are_undone),
        cmocka_unit_test(flowed_lines_are_joined),
        cmocka_unit_test(html_is_taken_where_it_says_as_much),
        cmocka_unit_test(what_a_newsletter_has_around_it_is_dropped),
        cmocka_unit_test(older_mails_are_dropped),
        cmocka_unit_test(the_mail_that_is_passed_on_is_the_article),
        cmocka_unit_test(what_cannot_be_read_is_refused),
        cmocka_unit_test(a_mailbox_of_one_mail_is_that_mail),
        cmocka_unit_test(a_text_with_keys_is_no_mail),
        cmocka_unit_test(subjects_lose_their_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
