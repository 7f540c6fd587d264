// Formulas of a page: what of them can be said.
#ifndef LECTERN_READ_HTML_FORMULAS_H
#define LECTERN_READ_HTML_FORMULAS_H

#include "read/tree.h"

bool is_formula(const Node *node); // <math>, or the picture of one

// The formula in words or in signs on one line, "x = 2"; empty: there are none. `*rest`
// is what it holds else, for a report.
Str formula_words(const Node *node, Arena *arena, Str *rest);

#endif
