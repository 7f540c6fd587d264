#include "phrase/scripture.h"

// Sorted; books, and what is written for them before a place.
static const Entry BOOKS[] = {
    {"acts", "Acts", 0},
    {"amos", "Amos", 0},
    {"chron", "Chronicles", 0},
    {"chronicles", "Chronicles", 0},
    {"col", "Colossians", 0},
    {"colossians", "Colossians", 0},
    {"cor", "Corinthians", 0},
    {"corinthians", "Corinthians", 0},
    {"dan", "Daniel", 0},
    {"daniel", "Daniel", 0},
    {"deut", "Deuteronomy", 0},
    {"deuteronomy", "Deuteronomy", 0},
    {"eccl", "Ecclesiastes", 0},
    {"ecclesiastes", "Ecclesiastes", 0},
    {"eph", "Ephesians", 0},
    {"ephesians", "Ephesians", 0},
    {"esther", "Esther", 0},
    {"ex", "Exodus", 0},
    {"exod", "Exodus", 0},
    {"exodus", "Exodus", 0},
    {"ezek", "Ezekiel", 0},
    {"ezekiel", "Ezekiel", 0},
    {"ezra", "Ezra", 0},
    {"gal", "Galatians", 0},
    {"galatians", "Galatians", 0},
    {"gen", "Genesis", 0},
    {"genesis", "Genesis", 0},
    {"habakkuk", "Habakkuk", 0},
    {"heb", "Hebrews", 0},
    {"hebrews", "Hebrews", 0},
    {"hosea", "Hosea", 0},
    {"isa", "Isaiah", 0},
    {"isaiah", "Isaiah", 0},
    {"james", "James", 0},
    {"jer", "Jeremiah", 0},
    {"jeremiah", "Jeremiah", 0},
    {"job", "Job", 0},
    {"joel", "Joel", 0},
    {"john", "John", 0},
    {"jonah", "Jonah", 0},
    {"josh", "Joshua", 0},
    {"joshua", "Joshua", 0},
    {"judges", "Judges", 0},
    {"kings", "Kings", 0},
    {"lev", "Leviticus", 0},
    {"leviticus", "Leviticus", 0},
    {"luke", "Luke", 0},
    {"maccabees", "Maccabees", 0},
    {"malachi", "Malachi", 0},
    {"mark", "Mark", 0},
    {"matt", "Matthew", 0},
    {"matthew", "Matthew", 0},
    {"micah", "Micah", 0},
    {"neh", "Nehemiah", 0},
    {"nehemiah", "Nehemiah", 0},
    {"numbers", "Numbers", 0},
    {"pet", "Peter", 0},
    {"peter", "Peter", 0},
    {"phil", "Philippians", 0},
    {"philippians", "Philippians", 0},
    {"prov", "Proverbs", 0},
    {"proverbs", "Proverbs", 0},
    {"ps", "Psalm", 0},
    {"psalm", "Psalm", 0},
    {"psalms", "Psalms", 0},
    {"quran", "Quran", 0},
    {"rev", "Revelation", 0},
    {"revelation", "Revelation", 0},
    {"rom", "Romans", 0},
    {"romans", "Romans", 0},
    {"ruth", "Ruth", 0},
    {"sam", "Samuel", 0},
    {"samuel", "Samuel", 0},
    {"sura", "Sura", 0},
    {"surah", "Surah", 0},
    {"thess", "Thessalonians", 0},
    {"thessalonians", "Thessalonians", 0},
    {"tim", "Timothy", 0},
    {"timothy", "Timothy", 0},
    {"titus", "Titus", 0},
    {"zech", "Zechariah", 0},
    {"zechariah", "Zechariah", 0},
};

static const Entry *book_at(const Spelling *s, const Token *t)
{
    if (!is_capitalised(t) || !t->ascii || t->stem > 13)
        return NULL;
    return find_entry_nocase(BOOKS, COUNT(BOOKS), token_stem(s, t));
}

// "1" to "3" before a book of several.
static bool is_volume(const Spelling *s, const Token *t)
{
    if (!is_number(t) || t->span.end - t->span.beg != 1)
        return false;
    char digit = s->text.data[t->span.beg];
    return digit >= '1' && digit <= '3';
}

// Whether chapter and verse begin at token i, or a chapter behind a numbered book.
static bool is_place(const Spelling *s, uint32_t i, bool volume)
{
    bool verse = is_joint(s, i + 1, ':') && is_number(token_of(s, i + 2));
    return is_number(token_of(s, i)) && (volume || (verse && !is_joint(s, i + 3, ':')));
}

// The full stop of "Matt. 5:3"; tokens.
static uint32_t read_stop(const Spelling *s, uint32_t i)
{
    return is_mark(token_of(s, i), '.') && token_of(s, i)->glued;
}

uint32_t spell_book_name(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    uint32_t taken = 1 + read_stop(s, i + 1);
    if (!is_number(token_of(s, i + taken)))
        return 0;
    bool volume = is_volume(s, token_before(s, i, 1));
    const Entry *book = is_place(s, i + taken, volume) ? book_at(s, t) : NULL;
    bool shortened = book && t->stem < strlen(book->spoken);
    if (!book || (shortened && taken == 1 && !volume)) // "Tim 2:31" is a runner
        return 0;
    add_words(&s->words, str_from(book->spoken));
    return taken;
}

uint32_t spell_book_number(Spelling *s, uint32_t i)
{
    if (!is_volume(s, token_of(s, i)) || token_of(s, i + 1)->glued ||
        !book_at(s, token_of(s, i + 1)))
        return 0;
    uint32_t stop = read_stop(s, i + 2);
    if (!is_number(token_of(s, i + 2 + stop)))
        return 0;
    add_ordinal(&s->words, token_text(s, token_of(s, i)));
    return 1;
}

uint32_t spell_verse(Spelling *s, uint32_t i)
{
    const Token *book = token_before(s, i, 1), *verse = token_of(s, i + 2);
    if (!is_joint(s, i + 1, ':') || !is_number(verse) || is_joint(s, i + 3, ':'))
        return 0;
    if (is_mark(book, '.') && book->glued)
        book = token_before(s, i, 2);
    if (!book_at(s, book))
        return 0;
    add_cardinal(&s->words, token_digits(s->text, token_of(s, i), s->arena));
    add_cardinal(&s->words, token_digits(s->text, verse, s->arena));
    const Token *last = token_of(s, i + 4);
    if (!is_dash(token_of(s, i + 3)) || !last->glued || !is_number(last))
        return 3;
    ADD_WORDS(&s->words, "to");
    add_cardinal(&s->words, token_digits(s->text, last, s->arena));
    return 5;
}
