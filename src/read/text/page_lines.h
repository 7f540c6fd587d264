// Lines of a page that are not the article, and lines that look like it and are.
// Every function looks at one line; reasons are static.
#ifndef LECTERN_READ_TEXT_PAGE_LINES_H
#define LECTERN_READ_TEXT_PAGE_LINES_H

#include "base/str.h"

// Lines that are spoken wherever they are, for they tell what to think of the
// article: corrections, editors' notes, updates, content warnings, disclosures.
bool is_editors_note(Str line);

// A line of the page and not of the article, wherever it stands: "Advertisement",
// "Read more: ...", "4 min read". NULL: it is none.
const char *page_line_reason(Str line);

// A heading above links and not above a part of the article: "Related stories".
const char *page_heading_reason(Str line);

// A line at the foot of an article: "Ana Ruiz contributed to this report.",
// "Unsubscribe", "Follow her at @anaruiz". NULL: it is none.
const char *foot_line_reason(Str line);

typedef enum { PICTURE_NONE, PICTURE_CAPTION, PICTURE_CREDIT } PictureLine;
// "Photo: The pier at noon." is a caption, "Photo by Ana Ruiz" a credit.
PictureLine picture_line(Str line);

// A footnote that only names a source: "Ibid., p. 12."
bool is_citation(Str note);

// "IMG_2041.jpg", "sea-rise-2": tells a listener nothing of the picture.
bool is_file_name(Str text);

// "Table 2: Benches by street" above a table. Without "Table:" in front.
bool is_table_caption(Str line);
Str strip_table_label(Str line);

#endif
