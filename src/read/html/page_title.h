// The title of a page, which it shows, declares, and decks out with the name of its site.
#ifndef LECTERN_READ_HTML_PAGE_TITLE_H
#define LECTERN_READ_HTML_PAGE_TITLE_H

#include "base/str.h"

typedef LIST(Str) Strs;

typedef struct {
    Strs headings; // that the page shows, in order, the first 64 at most
    Strs declared; // for readers, machines and other sites, the surest first; some may be empty
    Strs sites;    // what the site is called; its host too
    bool news;     // the second that is declared is a newspaper's headline
} TitleClues;

// The heading that shares most words with what is declared, else the first that is
// declared, without the name of the site. `heading` is its index, -1 where it is none.
// Empty where there is nothing at all.
Str choose_title(const TitleClues *clues, Arena *arena, int *heading);

// Whether two texts have the same letters and digits, in any case.
bool same_letters(Str a, Str b);

// Whether `name` is one of the sites': "The Harbour Post" of harbourpost.example too.
bool is_site_name(Str name, const Strs *sites, Arena scratch);

#endif
