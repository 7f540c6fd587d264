#include "phrase/fixed.h"

// English stands first: it is what other languages fall back to.
static const FixedPhrases PHRASES[] = {
    {
        .language = "en",
        .by = "By",
        .for_whom = "for",
        .disclosure = "Read by a computer-generated voice.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "End quote.",
                [NOTICE_SECTION] = "Section:",
                [NOTICE_QUOTE] = "Quote:",
                [NOTICE_LIST] = "A list of %n items.",
                [NOTICE_TABLE] = "A table of %n rows is left out.",
                [NOTICE_CODE] = "A code sample is left out.",
                [NOTICE_IMAGE] = "Image:",
                [NOTICE_CAPTION] = "Caption:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Note %t.",
                [NOTICE_FORMULA] = "A formula is left out.",
                [NOTICE_POST] = "%t wrote on %w:",
            },
        .captioned_table = "A table, %t, %n rows, is left out.",
    },
    {
        .language = "de",
        .by = "Von",
        .for_whom = "für",
        .disclosure = "Gelesen von einer computergenerierten Stimme.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Ende des Zitats.",
                [NOTICE_SECTION] = "Abschnitt:",
                [NOTICE_QUOTE] = "Zitat:",
                [NOTICE_LIST] = "Eine Liste mit %n Punkten.",
                [NOTICE_TABLE] = "Eine Tabelle mit %n Zeilen ist ausgelassen.",
                [NOTICE_CODE] = "Ein Codebeispiel ist ausgelassen.",
                [NOTICE_IMAGE] = "Bild:",
                [NOTICE_CAPTION] = "Bildunterschrift:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Anmerkung %t.",
                [NOTICE_FORMULA] = "Eine Formel ist ausgelassen.",
                [NOTICE_POST] = "%t schrieb auf %w:",
            },
        .captioned_table = "Eine Tabelle, %t, %n Zeilen, ist ausgelassen.",
    },
    {
        .language = "es",
        .by = "Por",
        .for_whom = "para",
        .disclosure = "Leído por una voz generada por ordenador.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Fin de la cita.",
                [NOTICE_SECTION] = "Sección:",
                [NOTICE_QUOTE] = "Cita:",
                [NOTICE_LIST] = "Una lista de %n puntos.",
                [NOTICE_TABLE] = "Se omite una tabla de %n filas.",
                [NOTICE_CODE] = "Se omite una muestra de código.",
                [NOTICE_IMAGE] = "Imagen:",
                [NOTICE_CAPTION] = "Pie de foto:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Nota %t.",
                [NOTICE_FORMULA] = "Se omite una fórmula.",
                [NOTICE_POST] = "%t escribió en %w:",
            },
        .captioned_table = "Se omite una tabla, %t, de %n filas.",
    },
    {
        .language = "fr",
        .by = "Par",
        .for_whom = "pour",
        .disclosure = "Lu par une voix générée par ordinateur.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Fin de citation.",
                [NOTICE_SECTION] = "Section :",
                [NOTICE_QUOTE] = "Citation :",
                [NOTICE_LIST] = "Une liste de %n points.",
                [NOTICE_TABLE] = "Un tableau de %n lignes est omis.",
                [NOTICE_CODE] = "Un extrait de code est omis.",
                [NOTICE_IMAGE] = "Image :",
                [NOTICE_CAPTION] = "Légende :",
                [NOTICE_CELL] = "%t :",
                [NOTICE_NOTE] = "Note %t.",
                [NOTICE_FORMULA] = "Une formule est omise.",
                [NOTICE_POST] = "%t a écrit sur %w :",
            },
        .captioned_table = "Un tableau, %t, %n lignes, est omis.",
    },
    {
        .language = "it",
        .by = "Di",
        .for_whom = "per",
        .disclosure = "Letto da una voce generata dal computer.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Fine della citazione.",
                [NOTICE_SECTION] = "Sezione:",
                [NOTICE_QUOTE] = "Citazione:",
                [NOTICE_LIST] = "Un elenco di %n punti.",
                [NOTICE_TABLE] = "Si omette una tabella di %n righe.",
                [NOTICE_CODE] = "Si omette un esempio di codice.",
                [NOTICE_IMAGE] = "Immagine:",
                [NOTICE_CAPTION] = "Didascalia:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Nota %t.",
                [NOTICE_FORMULA] = "Si omette una formula.",
                [NOTICE_POST] = "%t ha scritto su %w:",
            },
        .captioned_table = "Si omette una tabella, %t, di %n righe.",
    },
    {
        .language = "nl",
        .by = "Door",
        .for_whom = "voor",
        .disclosure = "Voorgelezen door een computerstem.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Einde citaat.",
                [NOTICE_SECTION] = "Paragraaf:",
                [NOTICE_QUOTE] = "Citaat:",
                [NOTICE_LIST] = "Een lijst van %n punten.",
                [NOTICE_TABLE] = "Een tabel van %n rijen is weggelaten.",
                [NOTICE_CODE] = "Een codevoorbeeld is weggelaten.",
                [NOTICE_IMAGE] = "Afbeelding:",
                [NOTICE_CAPTION] = "Bijschrift:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Noot %t.",
                [NOTICE_FORMULA] = "Een formule is weggelaten.",
                [NOTICE_POST] = "%t schreef op %w:",
            },
        .captioned_table = "Een tabel, %t, %n rijen, is weggelaten.",
    },
    {
        .language = "pt",
        .by = "Por",
        .for_whom = "para",
        .disclosure = "Lido por uma voz gerada por computador.",
        .notices =
            {
                [NOTICE_QUOTE_END] = "Fim da citação.",
                [NOTICE_SECTION] = "Seção:",
                [NOTICE_QUOTE] = "Citação:",
                [NOTICE_LIST] = "Uma lista de %n itens.",
                [NOTICE_TABLE] = "Uma tabela de %n linhas foi omitida.",
                [NOTICE_CODE] = "Um exemplo de código foi omitido.",
                [NOTICE_IMAGE] = "Imagem:",
                [NOTICE_CAPTION] = "Legenda:",
                [NOTICE_CELL] = "%t:",
                [NOTICE_NOTE] = "Nota %t.",
                [NOTICE_FORMULA] = "Uma fórmula é omitida.",
                [NOTICE_POST] = "%t escreveu no %w:",
            },
        .captioned_table = "Uma tabela, %t, %n linhas, foi omitida.",
    },
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

Str notice_text(const FixedPhrases *phrases, const Notice *notice, Arena *arena)
{
    const char *form = notice->kind == NOTICE_TABLE && notice->text.len
                           ? phrases->captioned_table
                           : phrases->notices[notice->kind];
    Buf b = new_buf(arena);
    if (!form)
        buf_add(&b, notice->text);
    for (const char *c = form; c && *c; c++) {
        if (c[0] != '%')
            buf_char(&b, *c);
        else if (*++c == 'n')
            buf_format(&b, "%u", notice->number);
        else
            buf_add(&b, *c == 'w' ? notice->where : notice->text);
    }
    bool ended = b.len && strchr(".?!:", b.data[b.len - 1]);
    if (!ended)
        buf_char(&b, '.');
    return buf_str(&b);
}
