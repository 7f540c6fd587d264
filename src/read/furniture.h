// What a line of an article is for, beside the article: bylines, dates, legal
// and technical lines. Every function looks at one line.
#ifndef LECTERN_READ_FURNITURE_H
#define LECTERN_READ_FURNITURE_H

#include "read/article.h"

// "By Maria Lopez and John Q. Public" gives the names as they are written. Names
// are capitalised: "By Monday the river had risen" is none.
bool parse_byline(Str line, Str *names);

// "Copyright 2026 The Harbour Post. All rights reserved." `publisher` is the
// name in it, empty where there is none.
bool parse_copyright(Str line, Str *publisher);

// A line that is a news agency's name: "(Reuters)".
bool is_agency_line(Str line);

// The heads of archive exports and of mail: "HEADLINE: River rises".
typedef enum {
    KEY_NONE,
    KEY_TITLE,
    KEY_AUTHOR,
    KEY_DATE,
    KEY_PUBLISHER,
    KEY_URL,
    KEY_LANGUAGE,
    KEY_BODY,  // the article begins behind it
    KEY_OTHER, // told by no one: "LENGTH: 812 words"
} Key;

// `value` is what stands behind the colon, and may be empty.
Key parse_key_line(Str line, Str *value);

// "###", "-30-", "ENDS", "(MORE)".
bool is_end_mark(Str line);

// A line of signs alone: "* * *", "---". Parts scenes, or the article from its foot.
bool is_rule_line(Str line);

// "FOR IMMEDIATE RELEASE" and the like.
bool is_release_label(Str line);

// Lines that stay wherever they are: "Correction: ...", "Editor's note: ...".
bool is_editors_note(Str line);

// A line of the page and not of the article, wherever it stands: "Advertisement",
// "Read more: ...". Gives a static reason, or NULL.
const char *page_line_reason(Str line);

// A line at the foot of an article: "Ana Ruiz contributed to this report.",
// "Unsubscribe", "Follow her at @anaruiz". Gives a static reason, or NULL.
const char *foot_line_reason(Str line);

// Bytes of "WASHINGTON (AP) - " that open a report, 0 where there are none.
size_t dateline_len(Str paragraph);

#endif
