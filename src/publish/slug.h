// Slugs: names of episodes that are safe in paths and addresses.
#ifndef LECTERN_PUBLISH_SLUG_H
#define LECTERN_PUBLISH_SLUG_H

#include "base/str.h"

enum { SLUG_MAX = 80 };

// [a-z0-9-]{1,80} from a title: "Fog & Tide: Erdoğan's boat" -> "fog-tide-erdogans-boat".
// Hyphens stand alone and inside. A title that has no Latin letter or digit gives
// "episode-" and eight hex digits of its own. The same title, the same slug.
Str make_slug(Str title, Arena *arena);

#endif
