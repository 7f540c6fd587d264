// The transcript inside the page.
#ifndef LECTERN_PUBLISH_PAGE_TEXT_H
#define LECTERN_PUBLISH_PAGE_TEXT_H

#include <stdio.h>

#include "publish/text/times.h"

// Blocks with their lines as `<span class="s" id="l7" data-s data-e>` (seconds; `data-v` is the
// speaker where it is not the narrator), and in them the words as `<span data-t>`.
void put_page_text(FILE *out, const Times *times, Arena scratch);

#endif
