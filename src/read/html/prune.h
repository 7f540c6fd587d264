// What of a page is no part of its article, by the marks that its authors left: elements,
// roles, names of classes.
#ifndef LECTERN_READ_HTML_PRUNE_H
#define LECTERN_READ_HTML_PRUNE_H

#include "read/html/pieces.h"

// Gives elements and pieces of other parts of the page their reasons. What seems to hold the
// article itself is spared, whatever it is called.
void prune_page(HtmlPage *page, Arena scratch);

#endif
