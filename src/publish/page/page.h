// The parts of index.html, each by a file of its own.
#ifndef LECTERN_PUBLISH_PAGE_PAGE_H
#define LECTERN_PUBLISH_PAGE_PAGE_H

#include "publish/labels/labels.h"
#include "publish/text/writer.h"

typedef struct {
    FILE *out;
    const Draft *draft;
    Str language; // of the page's own words (EpisodeInfo.words)
} Page;

enum { VOICE_COLOURS = 6 }; // classes k0 to k5 of the page's style; speakers take them in turn

// Of a label, escaped.
void put_label(const Page *page, Label label);
void put_filled(const Page *page, Label label, const Str *values, size_t count, Arena scratch);
void put_label_attribute(const Page *page, const char *name, Label label);

// lang and dir of what is the article's own, where the page's are others.
void put_article_language(const Page *page);

// Waveform, sound and buttons; behind them switches and a list of the shortcut keys.
void put_page_player(const Page *page, Arena scratch);

// Levels of the sound as bars in the colours of who speaks, a slider over them for the script;
// and a legend with names.
void put_page_wave(const Page *page, Arena scratch);
void put_page_legend(const Page *page, Arena scratch);

// A list of the speakers with their voices and how long they speak, each with a line of the
// whole sound on which their parts are marked. What the line shows stands beside it in words.
void put_page_voices(const Page *page, Arena scratch);

// `<source>` of each format of the episode's own sound.
void put_page_sources(const Page *page);

// Links to all that lies beside the page.
void put_page_files(const Page *page, Arena scratch);

#endif
