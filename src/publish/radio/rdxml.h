// What Rivendell reads of a file of sound beside it: `rdimport --xml` looks for the name of the
// sound with the suffix ".xml".
#ifndef LECTERN_PUBLISH_RADIO_RDXML_H
#define LECTERN_PUBLISH_RADIO_RDXML_H

#include "publish/radio/broadcast.h"

Str write_rdxml(const Broadcast *broadcast, Arena *arena);

#endif
