// Names of authors as pages write them: persons are told from houses, roles and addresses.
#ifndef LECTERN_READ_HTML_PAGE_NAMES_H
#define LECTERN_READ_HTML_PAGE_NAMES_H

#include "read/html/page_title.h"

typedef struct {
    Strs people; // without doubles
    Strs houses; // organisations
    Strs logins; // what may be a person's: "ann.cole"
} Names;

// Adds the names in "By Ann Cole, Harbour Post" and "Ann Cole and Max Ito, Staff Writers".
// `loose`: a machine was told that they are names, so they may be written in any way.
void add_names(Names *names, Str raw, const Strs *sites, bool loose, Arena *arena);

void add_house(Names *names, Str name, Arena *arena);

// "A", "A and B", "A, B and C"; without "and" where its word is not known in the language.
Str join_names(const Strs *names, Str language, Arena *arena);

#endif
