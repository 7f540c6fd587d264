// Vorbis comments and pictures, as FLAC and Opus carry them (RFC 9639, 8.6 and 8.8; RFC 7845,
// 5.2).
#ifndef LECTERN_PUBLISH_SOUND_VORBIS_H
#define LECTERN_PUBLISH_SOUND_VORBIS_H

#include "publish/sound/info.h"

typedef struct {
    Str vendor;
    const EpisodeInfo *info; // NULL: there are no comments
    Str comment;             // what COMMENT says
    Str picture;             // a picture block to carry as a comment; may be empty
} VorbisComments;

// The vendor and the list. Chapters are CHAPTERnnn and CHAPTERnnnNAME.
Str vorbis_comments(const VorbisComments *comments, Arena *arena);

// The cover as a picture block of FLAC; empty where there is none.
Str picture_block(const Cover *cover, Arena *arena);

#endif
