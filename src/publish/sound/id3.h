// ID3v2.3 tags, which stand before the sound in an MP3 file.
#ifndef LECTERN_PUBLISH_SOUND_ID3_H
#define LECTERN_PUBLISH_SOUND_ID3_H

#include "publish/sound/info.h"

// The whole tag, header included, without padding. The sound follows it directly.
Str id3_tag(const EpisodeInfo *info, Arena *arena);

#endif
