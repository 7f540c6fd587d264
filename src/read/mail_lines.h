// What stands around the words of a mail: names, subjects, quoted mails, lines that
// programs add.
#ifndef LECTERN_READ_MAIL_LINES_H
#define LECTERN_READ_MAIL_LINES_H

#include "read/article.h"

extern const char MAIL_HEADER[], QUOTED_MAIL[]; // reasons

// "Re: Fwd: [harbour] River rises" is called "River rises". A part of `subject`.
Str title_of_subject(Str subject);

bool is_reply(Str subject);   // "Re: ..."
bool is_forward(Str subject); // "Fwd: ..."

// "Ann Cole" of "\"Ann Cole\" <ann@example.org>" or of "By Ann Cole"; empty where there
// is an address alone. A part of `sender`.
Str name_of_sender(Str sender);

// "---------- Forwarded message ---------": the mail that is meant follows, its head
// first.
bool is_forward_mark(Str line);

// Drops what is not the mail's own words: quoted mails with the line that says whose they
// are (`reply`: all quotations are such), and lines of mail programs and newsletters
// ("Sent from my phone", "View in browser"). The first `beg` blocks stay. Linear.
void furnish_mail(Article *article, uint32_t beg, bool reply, Arena *arena);

#endif
