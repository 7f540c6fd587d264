// The words that the program writes of its own, by language: "Contents", "About this edition",
// "Skip to the transcript". What it says aloud within an article stands in phrase/fixed.h.
// A language is a file here and a line of languages.h and labels.c.
#ifndef LECTERN_PUBLISH_LABELS_LABELS_H
#define LECTERN_PUBLISH_LABELS_LABELS_H

#include "base/str.h"

// In braces stands what is filled in; a translation may change the order.
typedef enum {
    LABEL_ABOUT,         // heading of the colophon
    LABEL_READING_OF,    // of the article {0} by {1}
    LABEL_READING_ALONE, // the same where nobody is known to have written it
    LABEL_PUBLISHER,     // {0}
    LABEL_SOURCE,        // {0}: an address
    LABEL_RIGHTS,        // {0}
    LABEL_VOICES,        // {0}: names, joined by LABEL_COMMA
    LABEL_VOICES_MORE,   // the same, and others
    LABEL_COMMA,         // between names
    LABEL_LEFT_OUT_ONE,  // one passage is neither read nor shown
    LABEL_LEFT_OUT_MANY, // {0}: how many are, two or more
    LABEL_DISCLOSURE,    // {0}: name of the engine
    LABEL_READ_ALOUD,    // what an episode is, where nothing is disclosed
    LABEL_TEXT_BY,       // {0}: whose text it is
    LABEL_AUTHOR,        // whose it is where nobody is known
    LABEL_UNTITLED,
    LABEL_INTRODUCTION,    // a chapter that has no title
    LABEL_TITLE_BY,        // {0}, by {1}
    LABEL_SYNTHETIC_VOICE, // {0}: name of the engine
    LABEL_READ_BY,         // on the cover
    LABEL_CONTENTS,
    LABEL_LANDMARKS,
    LABEL_ACCESSIBILITY, // schema:accessibilitySummary
    LABEL_NARRATOR,
    LABEL_FAST,      // name of a reading at a fast pace
    LABEL_ONE_VOICE, // of one that no voice but the narrator's is heard in
    LABEL_UNKNOWN,   // a speaker without a name
    // The page, the words of its script too.
    PAGE_SKIP,
    PAGE_ORIGINAL,
    PAGE_SYNTHETIC,
    PAGE_DOT,       // of a number: "2.6"
    PAGE_KILOBYTES, // {0}: a number
    PAGE_MEGABYTES,
    // The player.
    PAGE_PLAYER,
    PAGE_LISTEN,
    PAGE_CAPTIONS,
    PAGE_WAVE, // {0}: its length
    PAGE_SEEK,
    PAGE_PLACE, // {0} of {1}, who speaks is {2}
    PAGE_LEGEND,
    PAGE_OTHER_VOICES, // {0}: how many
    PAGE_CHAPTER_BACK,
    PAGE_BACK,
    PAGE_ON,
    PAGE_CHAPTER_ON,
    PAGE_SPEED,
    PAGE_RATE, // {0}: "1.25"
    PAGE_FOLLOW,
    PAGE_EVERYWHERE,
    PAGE_LINK,
    PAGE_LINKED,  // {0}: a time
    PAGE_RESUMED, // {0}: a time
    PAGE_AFRESH,
    // Shortcut keys.
    PAGE_KEYS,
    PAGE_KEYS_WHERE,
    PAGE_KEYS_READERS,
    PAGE_KEY_PLAY,
    PAGE_KEY_BACK,
    PAGE_KEY_ON,
    PAGE_KEY_LINE_BACK,
    PAGE_KEY_LINE_ON,
    PAGE_KEY_CHAPTER_BACK,
    PAGE_KEY_CHAPTER_ON,
    PAGE_KEY_SLOWER,
    PAGE_KEY_FASTER,
    PAGE_KEY_HELP,
    PAGE_KEY_ARROWS,
    PAGE_KEY_TEXT,
    // Chapters and transcript.
    PAGE_CHAPTERS,
    PAGE_TRANSCRIPT,
    PAGE_NARRATOR_READS,
    PAGE_CHOOSE,
    // Voices.
    PAGE_VOICES,
    PAGE_VOICES_SHOWN,
    PAGE_ONE_TURN, // {0}: a voice, {1}: a time
    PAGE_TURNS,    // {2}: how many
    // Downloads.
    PAGE_DOWNLOADS,
    PAGE_SOUND,
    PAGE_BOOKS,
    PAGE_TEXTS,
    PAGE_SINGLE_CHAPTERS,
    PAGE_STATIONS,
    PAGE_MP3,
    PAGE_MP3_NOTE,
    PAGE_OPUS,
    PAGE_OPUS_NOTE,
    PAGE_FLAC,
    PAGE_FLAC_NOTE,
    PAGE_M4B,
    PAGE_M4B_NOTE,
    PAGE_WAV,
    PAGE_WAV_NOTE,
    PAGE_EPUB,
    PAGE_EPUB_NOTE,
    PAGE_DAISY,
    PAGE_DAISY_NOTE,
    PAGE_LARGE_PRINT,
    PAGE_LARGE_PRINT_NOTE,
    PAGE_VTT,
    PAGE_VTT_NOTE,
    PAGE_SRT,
    PAGE_SRT_NOTE,
    PAGE_TRANSCRIPT_JSON,
    PAGE_TRANSCRIPT_JSON_NOTE,
    PAGE_CHAPTERS_JSON,
    PAGE_CHAPTERS_JSON_NOTE,
    PAGE_SCRIPT_JSON,
    PAGE_SCRIPT_JSON_NOTE,
    PAGE_REPORT_JSON,
    PAGE_REPORT_JSON_NOTE,
    PAGE_BWF,
    PAGE_MP2,
    PAGE_RDXML,
    PAGE_SHEET, // beside what can hold no words itself
    PAGE_NOT_READ,
    LABELS
} Label;

// Those of a language (BCP 47); English where there are none for it.
Str label_in(Str language, Label label);

// What label_in answers in: the language itself, or "en".
Str label_language(Str language);

// The label with its places filled, "{0}" by the first value.
Str fill_label(Str language, Label label, const Str *values, size_t count, Arena *arena);
Str fill_places(Str form, const Str *values, size_t count, Arena *arena);

#endif
