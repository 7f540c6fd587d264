// Numbers in English words. Digits come as ASCII strings of any length; words
// are added to a buffer, parted by one blank from what stands there.
#ifndef LECTERN_PHRASE_NUMBER_WORDS_H
#define LECTERN_PHRASE_NUMBER_WORDS_H

#include "base/str.h"

// Adds a word (or words), parted from the last one by a blank.
void add_words(Buf *b, Str words);
#define ADD_WORDS(b, literal) add_words((b), STR(literal))

// "1812" -> one thousand eight hundred twelve. Leading zeros count for nothing;
// more than 18 digits are said one by one.
void add_cardinal(Buf *b, Str digits);

// As India groups them: "1234567" -> twelve lakh thirty four thousand five hundred sixty seven.
void add_indian(Buf *b, Str digits);

// "22" -> twenty second.
void add_ordinal(Buf *b, Str digits);

// "305" -> three zero five.
void add_digits(Buf *b, Str digits);

// "0.05" -> zero point zero five. An empty whole part is zero.
void add_decimal(Buf *b, Str whole, Str fraction);

// As years are said, 1..9999: 1812 eighteen twelve, 1905 nineteen oh five,
// 2000 two thousand, 2009 two thousand nine, 2016 twenty sixteen.
void add_year(Buf *b, int year);

// As numbers in names and addresses are said: 8200 eighty two hundred, 1428 fourteen
// twenty eight, 370 three seventy, 305 three oh five, 12345 one two three four five.
void add_pairs(Buf *b, Str digits);

// The words of add_year with an ending for several: nineteen eighties, eighteen
// hundreds, two thousands; two digits: eighties.
void add_decade(Buf *b, Str digits);

// Turns the last word of the buffer, from byte `from` on, into its plural.
void make_last_plural(Buf *b, size_t from);

// Value of at most 18 digits; -1 for more, or for none.
int64_t digits_value(Str digits);

#endif
