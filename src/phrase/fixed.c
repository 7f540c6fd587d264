#include "phrase/fixed.h"

// English stands first: it is what other languages fall back to.
static const FixedPhrases PHRASES[] = {
    {"en", "By", "for", "Read by a computer-generated voice."},
    {"de", "Von", "für", "Gelesen von einer computergenerierten Stimme."},
    {"es", "Por", "para", "Leído por una voz generada por ordenador."},
    {"fr", "Par", "pour", "Lu par une voix générée par ordinateur."},
    {"it", "Di", "per", "Letto da una voce generata dal computer."},
    {"nl", "Door", "voor", "Voorgelezen door een computerstem."},
    {"pt", "Por", "para", "Lido por uma voz gerada por computador."},
};

const FixedPhrases *fixed_phrases(Str language)
{
    size_t primary = 0;
    while (primary < language.len && is_alpha(language.data[primary]))
        primary++;
    for (size_t i = 0; i < COUNT(PHRASES); i++)
        if (str_equal_nocase(str_slice(language, 0, primary), str_from(PHRASES[i].language)))
            return &PHRASES[i];
    return &PHRASES[0];
}
