#include "publish/page_labels.h"

#include "base/language.h"

static const PageLabels LANGUAGES[] = {
    {"en",
     {
         [LABEL_SKIP] = "Skip to the transcript",
         [LABEL_ORIGINAL] = "Read the original article",
         [LABEL_SYNTHETIC] = "Synthetic voice.",
         [LABEL_DOT] = ".",
         [LABEL_KILOBYTES] = "{0} kB",
         [LABEL_MEGABYTES] = "{0} MB",
         [LABEL_PLAYER] = "Player",
         [LABEL_LISTEN] = "Listen to the article",
         [LABEL_CAPTIONS] = "Transcript",
         [LABEL_WAVE] = "Waveform of the recording, {0} long, coloured by who speaks",
         [LABEL_SEEK] = "Place in the recording",
         [LABEL_PLACE] = "{0} of {1}, {2}",
         [LABEL_LEGEND] = "Colours of the waveform, and how long each voice is heard",
         [LABEL_OTHER_VOICES] = "and {0} more voices",
         [LABEL_CHAPTER_BACK] = "Chapter back",
         [LABEL_BACK] = "Back 10 s",
         [LABEL_ON] = "On 10 s",
         [LABEL_CHAPTER_ON] = "Chapter on",
         [LABEL_SPEED] = "Speed",
         [LABEL_RATE] = "Speed {0}",
         [LABEL_FOLLOW] = "Follow the voice",
         [LABEL_EVERYWHERE] = "Keys on the whole page",
         [LABEL_LINK] = "Link to this moment",
         [LABEL_LINKED] = "The address of this page now leads to {0}.",
         [LABEL_RESUMED] = "You stopped at {0}. Play goes on from there.",
         [LABEL_AFRESH] = "Begin again",
         [LABEL_KEYS] = "Shortcut keys",
         [LABEL_KEYS_WHERE] = "They work while the focus is in the player, and everywhere on the "
                              "page once the switch above is on.",
         [LABEL_KEYS_READERS] = "A screen reader may keep single letters to itself; all that they "
                                "do is done by buttons and links of this page, too.",
         [LABEL_KEY_PLAY] = "Play or pause",
         [LABEL_KEY_BACK] = "Back 10 seconds",
         [LABEL_KEY_ON] = "On 10 seconds",
         [LABEL_KEY_LINE_BACK] = "Previous sentence",
         [LABEL_KEY_LINE_ON] = "Next sentence",
         [LABEL_KEY_CHAPTER_BACK] = "Previous chapter",
         [LABEL_KEY_CHAPTER_ON] = "Next chapter",
         [LABEL_KEY_SLOWER] = "Slower",
         [LABEL_KEY_FASTER] = "Faster",
         [LABEL_KEY_HELP] = "Show or hide this list",
         [LABEL_KEY_ARROWS] = "Arrow keys",
         [LABEL_KEY_TEXT] = "On the waveform: 5 seconds back or on. On a sentence of the "
                            "transcript: to the one before or after it; Enter plays it.",
         [LABEL_CHAPTERS] = "Chapters",
         [LABEL_TRANSCRIPT] = "Transcript",
         [LABEL_NARRATOR_READS] = "The narrator reads what has no other name before it.",
         [LABEL_CHOOSE] = "Choose a sentence to hear it: with a click, or with the arrow keys "
                          "and Enter.",
         [LABEL_VOICES] = "Voices",
         [LABEL_VOICES_SHOWN] = "The line below each name is the whole recording, with the places "
                                "where that voice is heard.",
         [LABEL_ONE_TURN] = "synthetic voice “{0}”, {1} in 1 turn",
         [LABEL_TURNS] = "synthetic voice “{0}”, {1} in {2} turns",
         [LABEL_DOWNLOADS] = "Downloads",
         [LABEL_SOUND] = "Sound",
         [LABEL_BOOKS] = "Books and print",
         [LABEL_TEXTS] = "Transcripts and data",
         [LABEL_SINGLE_CHAPTERS] = "Single chapters",
         [LABEL_STATIONS] = "For radio stations",
         [LABEL_MP3] = "MP3 audio",
         [LABEL_MP3_NOTE] = "plays everywhere",
         [LABEL_OPUS] = "Opus audio",
         [LABEL_OPUS_NOTE] = "small, for newer players",
         [LABEL_FLAC] = "FLAC audio",
         [LABEL_FLAC_NOTE] = "nothing lost, compressed",
         [LABEL_M4B] = "Audiobook, M4B",
         [LABEL_M4B_NOTE] = "with chapters, for players of audiobooks",
         [LABEL_WAV] = "WAV audio",
         [LABEL_WAV_NOTE] = "nothing lost, for editing",
         [LABEL_EPUB] = "Book to read along, EPUB",
         [LABEL_EPUB_NOTE] = "text and sound in one file",
         [LABEL_DAISY] = "Contents of the DAISY book",
         [LABEL_DAISY_NOTE] = "players open its folder",
         [LABEL_LARGE_PRINT] = "Large print",
         [LABEL_LARGE_PRINT_NOTE] = "18 points, to print or read",
         [LABEL_VTT] = "Transcript, WebVTT",
         [LABEL_VTT_NOTE] = "with the time of each word",
         [LABEL_SRT] = "Transcript, SRT",
         [LABEL_SRT_NOTE] = "subtitles",
         [LABEL_TRANSCRIPT_JSON] = "Transcript, JSON",
         [LABEL_TRANSCRIPT_JSON_NOTE] = "for podcast apps",
         [LABEL_CHAPTERS_JSON] = "Chapters, JSON",
         [LABEL_CHAPTERS_JSON_NOTE] = "for podcast apps",
         [LABEL_SCRIPT_JSON] = "Script, JSON",
         [LABEL_SCRIPT_JSON_NOTE] = "who says what, and how it is spoken",
         [LABEL_REPORT_JSON] = "Report, JSON",
         [LABEL_REPORT_JSON_NOTE] = "loudness, voices, checksums of all files",
         [LABEL_BWF] = "Broadcast Wave",
         [LABEL_MP2] = "MP2 audio",
         [LABEL_RDXML] = "Data for Rivendell, XML",
         [LABEL_NOT_READ] = "Not read aloud",
     }},
};

const PageLabels *page_labels(Str language)
{
    for (size_t i = 0; i < COUNT(LANGUAGES); i++)
        if (same_language(language, str_from(LANGUAGES[i].language)))
            return &LANGUAGES[i];
    return &LANGUAGES[0];
}

Str fill_label(const PageLabels *labels, Label label, const Str *values, size_t count, Arena *arena)
{
    Buf b = new_buf(arena);
    for (const char *c = labels->texts[label]; *c; c++) {
        size_t place = c[0] == '{' && is_digit(c[1]) && c[2] == '}' ? (size_t)(c[1] - '0') : count;
        if (place < count) {
            buf_add(&b, values[place]);
            c += 2;
        } else {
            buf_char(&b, *c);
        }
    }
    return buf_str(&b);
}
