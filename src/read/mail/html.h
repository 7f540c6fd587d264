// The HTML of mails: tables that only lay out, hidden words, quoted mails.
#ifndef LECTERN_READ_MAIL_HTML_H
#define LECTERN_READ_MAIL_HTML_H

#include "read/tree.h"

// Tables of which rows and cells are no data become plain blocks; what is hidden, counts
// readers, is a signature or an older mail gets a reason to be dropped. `forward`: the
// older mail is the one that is meant, and stays. Linear.
void prepare_mail_html(Node *root, bool forward);

#endif
