// Chapters: one list for chapters.json, tags and the page.
#ifndef LECTERN_PUBLISH_TEXT_CHAPTERS_H
#define LECTERN_PUBLISH_TEXT_CHAPTERS_H

#include "publish/sound/info.h"
#include "publish/text/times.h"

// Fills info->chapters: headings, or in a longer article without any the
// paragraphs that begin about every minute.
void cut_chapters(const Times *times, Arena *arena, EpisodeInfo *info);

#endif
