#include "read/text/book_lines.h"

#include "base/utf8.h"
#include "read/match.h"

enum { CHAPTER_MAX = 70, CAPITALS_MAX = 60 };

static bool is_roman(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("IVXLC", to_upper(s.data[i])))
            return false;
    return s.len > 0 && s.len <= 8;
}

static bool is_counter(Str word)
{
    static const char *const WORDS[] = {
        "one",      "two",     "three",   "four",      "five",     "six",      "seven",  "eight",
        "nine",     "ten",     "eleven",  "twelve",    "first",    "second",   "third",  "fourth",
        "fifth",    "sixth",   "seventh", "eighth",    "ninth",    "tenth",    "the",    "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "last"};
    bool digits = word.len > 0 && word.len <= 3;
    for (size_t i = 0; i < word.len; i++)
        digits &= is_digit(word.data[i]);
    return digits || is_roman(word) || any_equals(word, WORDS, COUNT(WORDS));
}

static bool has_small_letters(Str s)
{
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        if (code_is_lower(c.code))
            return true;
        i += c.len;
    }
    return false;
}

static Str without_mark(Str word, bool *marked)
{
    *marked = word.len > 1 && strchr(".:,;-", word.data[word.len - 1]);
    return str_slice(word, 0, word.len - *marked);
}

// "Part two of the plan failed." is a sentence: behind the number stands nothing, or a
// mark and a title.
static bool is_numbered(Str line)
{
    static const char *const PARTS[] = {
        "chapter", "book", "part", "canto",    "act",   "scene",           "volume",
        "kapitel", "buch", "teil", "chapitre", "livre", "cap\xC3\xADtulo", "capitulo"};
    size_t at = 0;
    bool marked, bare;
    Str part = without_mark(take_word(line, &at), &bare);
    Str number = without_mark(take_word(line, &at), &marked);
    if (bare || !any_equals(part, PARTS, COUNT(PARTS)) || !is_upper(line.data[0]) ||
        !is_counter(number))
        return false;
    if (str_equal_nocase(number, STR("the"))) // "Part the First"
        (void)without_mark(take_word(line, &at), &marked);
    Str title = str_trim(str_slice(line, at, line.len));
    bool parted = marked || str_starts(title, STR("-")) || str_starts(title, STR("\xE2\x80\x94"));
    bool stop = has_small_letters(title) && str_ends(title, STR("."));
    return title.len == 0 || (parted && !stop);
}

bool is_chapter_line(Str line, bool book)
{
    static const char *const ALONE[] = {"Prologue",   "Epilogue",   "Preface",     "Introduction",
                                        "Foreword",   "Afterword",  "Conclusion",  "Appendix",
                                        "Postscript", "Dedication", "Introductory"};
    if (line.len == 0 || line.len > CHAPTER_MAX || memchr(line.data, '\n', line.len))
        return false;
    bool marked;
    Str bare = without_mark(line, &marked);
    bool alone = any_equals(bare, ALONE, COUNT(ALONE)) && is_upper(line.data[0]);
    bool number = book && is_roman(bare) && !has_small_letters(bare);
    return alone || number || is_numbered(line);
}

bool is_capitals(Str line)
{
    size_t letters = 0;
    if (line.len == 0 || line.len > CAPITALS_MAX || has_small_letters(line) ||
        memchr(line.data, '\n', line.len))
        return false;
    for (size_t i = 0; i < line.len;) {
        Char c = utf8_at(line, i);
        letters += code_is_upper(c.code);
        i += c.len;
    }
    Char first = utf8_at(line, 0);
    return letters >= 3 && letters * 2 > line.len && code_is_upper(first.code);
}

static bool is_bracketed(Str s, Str word)
{
    return s.len > word.len + 2 && s.data[0] == '[' && s.data[s.len - 1] == ']' &&
           starts_nocase(str_slice(s, 1, s.len), word);
}

bool is_illustration(Str paragraph)
{
    return is_bracketed(paragraph, STR("Illustration"));
}

bool is_bracketed_note(Str paragraph)
{
    return is_bracketed(paragraph, STR("Footnote "));
}

const char *book_line_reason(Str paragraph)
{
    static const char *const STARTS[] = {"Produced by ",
                                         "E-text prepared by ",
                                         "This etext was p",
                                         "This e-text was p",
                                         "This eBook was produced",
                                         "This ebook was transcribed",
                                         "Transcribed from",
                                         "Transcribed by ",
                                         "Transcriber's note",
                                         "Transcriber\xE2\x80\x99s note",
                                         "[Transcriber",
                                         "End of the Project Gutenberg",
                                         "End of Project Gutenberg",
                                         "End of The Project Gutenberg",
                                         "Scanned by ",
                                         "Scanned and proofed",
                                         "HTML version by ",
                                         "Project Gutenberg",
                                         "The Project Gutenberg",
                                         "Note: Project Gutenberg"};
    return any_starts(paragraph, STARTS, COUNT(STARTS)) ? "credits of the e-book" : NULL;
}
