// References to books and journals, whose stops part their fields.
#ifndef LECTERN_SPLIT_CITE_H
#define LECTERN_SPLIT_CITE_H

#include "split/around.h"

// Whether the full stop parts two fields of one reference: "Webb, C. (2010).
// Tides", "Annals of Tides. 12 (3): 45". Looks at a bounded number of bytes.
bool citation_goes_on(const Place *p, const Stop *stop, const Follower *f);

#endif
