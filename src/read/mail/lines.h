// What stands around the words of a mail: names, subjects, quoted mails, lines that
// programs add.
#ifndef LECTERN_READ_MAIL_LINES_H
#define LECTERN_READ_MAIL_LINES_H

#include "read/article.h"

extern const char MAIL_HEADER[], QUOTED_MAIL[]; // reasons

// "Re: Fwd: [harbour] River rises" is called "River rises". A part of `subject`.
Str title_of_subject(Str subject);

// "Ann Cole" of "\"Ann Cole\" <ann@example.org>" or of "By Ann Cole"; empty where there
// is an address alone. A part of `sender`.
Str name_of_sender(Str sender);

typedef enum {
    MAIL_OWN,
    MAIL_REPLY,   // all quotations in it are of older mails
    MAIL_FORWARD, // the mail that is passed on is the one that is meant
} MailKind;
MailKind kind_of_mail(Str subject);

// Drops what is not the mail's own words: quoted mails with the line that says whose they
// are, the head of a mail that is passed on, which tells author and date, and lines of
// mail programs and newsletters ("Sent from my phone", "View in browser"). The first
// `beg` blocks stay. Linear.
void furnish_mail(Article *article, uint32_t beg, MailKind kind, Arena *arena);

#endif
