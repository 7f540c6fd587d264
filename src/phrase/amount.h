// Amounts: a number as written, with what makes it larger ("5.5 million", "4 1/2").
#ifndef LECTERN_PHRASE_AMOUNT_H
#define LECTERN_PHRASE_AMOUNT_H

#include "phrase/spelling.h"

typedef struct {
    Str whole;             // digits without commas; empty in ".05"
    Str fraction;          // digits behind the point
    const char *part;      // "a half" of "4 1/2"; NULL: none
    const char *magnitude; // "million"; NULL: none
    bool grouped;          // with commas
    bool indian;           // grouped by lakh and crore: "12,34,567"
    uint32_t tokens;       // 0: there is no amount
} Amount;

// Digits, with commas between groups of three and a decimal point.
Amount read_numeral(const Spelling *s, uint32_t i);

// A numeral with a fraction and a magnitude. `money`: the one letters of
// "$5m" are meant, which elsewhere may be metres.
Amount read_amount(const Spelling *s, uint32_t i, bool money);

void add_amount(Spelling *s, const Amount *amount);

// The words of a vulgar fraction; false where n/d is not said as one.
bool add_fraction(Buf *b, Str numerator, Str denominator);

// Exactly one, for "one kilometer".
bool is_one(const Amount *amount);

// "a 5 km run", "the $15 minimum wage": what stands before token i opens a noun phrase,
// and a noun follows at token `next`.
bool is_attribute(const Spelling *s, uint32_t i, uint32_t next);

#endif
