// What a format is told by, for `Reader.sniff`. By content; what a server says of the
// type counts where the content is silent, and the name of a file hardly at all.
#ifndef LECTERN_READ_SNIFF_H
#define LECTERN_READ_SNIFF_H

#include "read/article.h"

// How sure a reader is: the surest wins.
enum {
    SURE_NAME = 20,    // the suffix only
    SURE_TYPE = 40,    // a server's word only
    SURE_SHAPE = 60,   // marks that other formats have too
    SURE_CONTENT = 90, // as the format is defined to begin
};

// Without byte order mark and white space in front.
Str sniffed(Str head);

// The name of the first element of a document in HTML or XML, as it is written; empty
// where it does not begin with one. XML declaration, comments and type declaration may
// stand before it.
Str root_element(Str head);

// Whether the server said one of these types, parameters left aside: "text/html".
bool type_is_any(const Source *source, const char *const *types, size_t count);

#endif
