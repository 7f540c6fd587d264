// All that the page says by itself, in one table a language; the script's words are in it too.
#ifndef LECTERN_PUBLISH_PAGE_LABELS_H
#define LECTERN_PUBLISH_PAGE_LABELS_H

#include <stdio.h>

#include "base/str.h"

// In braces stands what is filled in; a translation may change the order.
typedef enum {
    LABEL_SKIP,
    LABEL_ORIGINAL,
    LABEL_SYNTHETIC,
    LABEL_DOT,       // of a number: "2.6"
    LABEL_KILOBYTES, // {0}: a number
    LABEL_MEGABYTES,
    // The player.
    LABEL_PLAYER,
    LABEL_LISTEN,
    LABEL_CAPTIONS,
    LABEL_WAVE, // {0}: its length
    LABEL_SEEK,
    LABEL_PLACE, // {0} of {1}, who speaks is {2}
    LABEL_LEGEND,
    LABEL_OTHER_VOICES, // {0}: how many
    LABEL_CHAPTER_BACK,
    LABEL_BACK,
    LABEL_ON,
    LABEL_CHAPTER_ON,
    LABEL_SPEED,
    LABEL_RATE, // {0}: "1.25"
    LABEL_FOLLOW,
    LABEL_EVERYWHERE,
    LABEL_LINK,
    LABEL_LINKED,  // {0}: a time
    LABEL_RESUMED, // {0}: a time
    LABEL_AFRESH,
    // Shortcut keys.
    LABEL_KEYS,
    LABEL_KEYS_WHERE,
    LABEL_KEYS_READERS,
    LABEL_KEY_PLAY,
    LABEL_KEY_BACK,
    LABEL_KEY_ON,
    LABEL_KEY_LINE_BACK,
    LABEL_KEY_LINE_ON,
    LABEL_KEY_CHAPTER_BACK,
    LABEL_KEY_CHAPTER_ON,
    LABEL_KEY_SLOWER,
    LABEL_KEY_FASTER,
    LABEL_KEY_HELP,
    LABEL_KEY_ARROWS,
    LABEL_KEY_TEXT,
    // Chapters and transcript.
    LABEL_CHAPTERS,
    LABEL_TRANSCRIPT,
    LABEL_NARRATOR_READS,
    LABEL_CHOOSE,
    // Voices.
    LABEL_VOICES,
    LABEL_VOICES_SHOWN,
    LABEL_ONE_TURN, // {0}: a voice, {1}: a time
    LABEL_TURNS,    // {2}: how many
    // Downloads.
    LABEL_DOWNLOADS,
    LABEL_SOUND,
    LABEL_BOOKS,
    LABEL_TEXTS,
    LABEL_SINGLE_CHAPTERS,
    LABEL_STATIONS,
    LABEL_MP3,
    LABEL_MP3_NOTE,
    LABEL_OPUS,
    LABEL_OPUS_NOTE,
    LABEL_FLAC,
    LABEL_FLAC_NOTE,
    LABEL_M4B,
    LABEL_M4B_NOTE,
    LABEL_WAV,
    LABEL_WAV_NOTE,
    LABEL_EPUB,
    LABEL_EPUB_NOTE,
    LABEL_DAISY,
    LABEL_DAISY_NOTE,
    LABEL_LARGE_PRINT,
    LABEL_LARGE_PRINT_NOTE,
    LABEL_VTT,
    LABEL_VTT_NOTE,
    LABEL_SRT,
    LABEL_SRT_NOTE,
    LABEL_TRANSCRIPT_JSON,
    LABEL_TRANSCRIPT_JSON_NOTE,
    LABEL_CHAPTERS_JSON,
    LABEL_CHAPTERS_JSON_NOTE,
    LABEL_SCRIPT_JSON,
    LABEL_SCRIPT_JSON_NOTE,
    LABEL_REPORT_JSON,
    LABEL_REPORT_JSON_NOTE,
    LABEL_BWF,
    LABEL_MP2,
    LABEL_RDXML,
    LABEL_NOT_READ,
    LABEL_COUNT,
} Label;

typedef struct {
    const char *language; // BCP 47
    const char *texts[LABEL_COUNT];
} PageLabels;

// Those of the language, else English.
const PageLabels *page_labels(Str language);

// The text with its places filled, "{0}" by the first value. For HTML both must be escaped later.
Str fill_label(const PageLabels *labels, Label label, const Str *values, size_t count,
               Arena *arena);

#endif
