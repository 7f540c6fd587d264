// What a line of an article is for, beside the article: bylines, dates, legal
// and technical lines. Every function looks at one line.
#ifndef LECTERN_READ_FURNITURE_H
#define LECTERN_READ_FURNITURE_H

#include "read/article.h"
#include "read/text/page_lines.h"

// "By Maria Lopez and John Q. Public" gives the names as they are written. Names
// are capitalised: "By Monday the river had risen" is none.
bool parse_byline(Str line, Str *names);

// What stands behind a word of another language than English that comes before names ("Автор: ",
// "作者：", "بقلم "); empty where none does.
Str strip_foreign_by(Str line);

// As parse_byline, for a line that does not begin with a capital: "by Ann Cole".
bool parse_small_byline(Str line, Str *names);

// Whether a line is made of at most `most` capitalised words and their joints.
bool names_only(Str line, size_t most);

// "press@example.org", "Tel.: +1 555 0100": a line that only says how to reach someone.
bool is_contact_line(Str line);

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

// A line below the byline that says who the author is: "Associated Press Writer".
bool is_author_title(Str line);

// The line that a wire sends before a story: "BC-River,0412".
bool is_slug(Str line);

// Bytes of "WASHINGTON (AP) - " that open a report, 0 where there are none.
size_t dateline_len(Str paragraph);

// Whether it is all that a line holds: "AUBURN, Wash. -".
bool is_dateline(Str line, Arena scratch);

#endif
