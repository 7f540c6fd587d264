// print_sounds: for each line of spoken words on standard input what the engine makes
// of them, in IPA without stress, length and the colour of reduced vowels: with our own
// phonemes for names and letters, a tab, and without them.
#include <stdio.h>
#include <string.h>

#include <espeak-ng/speak_lib.h>

#include "phrase/pronounce.h"
#include "speak/gate.h"

// What a listener would not call another word.
static void print_folded(const char *ipa)
{
    static const char *const SILENT[] = {"ˈ", "ˌ", "ː", " ", "_", "-", ":", "\n", "͡", "̩"};
    static const char *const REDUCED[] = {"ə", "ɐ", "ɪ", "i", "ᵻ", "ʌ", "ɚ", "ɜ"};
    while (*ipa) {
        size_t n = 0;
        for (size_t i = 0; i < COUNT(SILENT) && !n; i++)
            if (strncmp(ipa, SILENT[i], strlen(SILENT[i])) == 0)
                n = strlen(SILENT[i]);
        bool silent = n > 0;
        for (size_t i = 0; i < COUNT(REDUCED) && !n; i++)
            if (strncmp(ipa, REDUCED[i], strlen(REDUCED[i])) == 0)
                n = strlen(REDUCED[i]);
        if (n && !silent)
            putchar('@');
        else if (!n)
            putchar(*ipa);
        ipa += n ? n : 1;
    }
}

static void print_sound(Gated gated)
{
    enum { IPA = 2 };
    int mode = espeakCHARS_UTF8 | (has_phonemes(gated.text.data) ? espeakPHONEMES : 0);
    const void *rest = gated.text.data;
    while (rest) {
        const char *ipa = espeak_TextToPhonemes(&rest, mode, IPA);
        if (ipa)
            print_folded(ipa);
    }
}

int main(void)
{
    if (espeak_Initialize(AUDIO_OUTPUT_RETRIEVAL, 0, NULL, 0) < 0 ||
        espeak_SetVoiceByName("en-us") != EE_OK) {
        fputs("print_sounds: the engine does not start\n", stderr);
        return 1;
    }
    static char text[1 << 16];
    Arena arena = new_arena((size_t)1 << 28);
    while (fgets(text, sizeof text, stdin)) {
        Arena scratch = arena;
        Line line = {.spoken = str_trim(str_from(text))};
        pronounce_line(&line, &scratch);
        print_sound(gate_said(line.spoken, line.said.items, line.said.count, 0, &scratch));
        putchar('\t');
        print_sound(gate_text(line.spoken, &scratch));
        putchar('\n');
    }
    return ferror(stdout) || fclose(stdout) != 0;
}
