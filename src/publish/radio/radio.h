// What of the radio edition is known outside of it.
#ifndef LECTERN_PUBLISH_RADIO_RADIO_H
#define LECTERN_PUBLISH_RADIO_RADIO_H

#include "publish/episode.h"

// Reads a comma-separated list ("wav,mp2"; empty: "wav"). ERR_USAGE where a name is unknown, or
// two files would have one name.
NODISCARD bool check_radio_formats(Str formats, Error *err);

// Of files of this edition.
#define RADIO_FOLDER "radio/"

#endif
