// Decibels and powers of two by arithmetic alone: the same on every machine, where the
// functions of C libraries differ in the last bit.
#ifndef LECTERN_MASTER_DECIBEL_H
#define LECTERN_MASTER_DECIBEL_H

// 10^(db / 20) in exactly rounded steps of a tenth of a decibel.
float gain_of_db(double db);

// Logarithm to base 2, to 0.01; x above 0, and below 2^-126 less than -125.
float log2_of(float x);

// 2^x, to a hundredth of it; x from -125 to 125.
float exp2_of(float x);

#endif
