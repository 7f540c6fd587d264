#include "master/decibel.h"

#include <stdint.h>

float gain_of_db(double db)
{
    static const double TENTH = 1.0115794542598986; // 10^(0.1/20)
    int tenths = (int)(db * 10 + (db < 0 ? -0.5 : 0.5));
    double gain = 1;
    for (int i = 0; i < tenths; i++)
        gain *= TENTH;
    for (int i = 0; i > tenths; i--)
        gain /= TENTH;
    return (float)gain;
}

// The bits of a float: sign, 8 of exponent and 23 of fraction (IEEE 754).
typedef union {
    float value;
    uint32_t bits;
} Float;

enum { FRACTION_BITS = 23, EXPONENT_OF_ONE = 127, EXPONENT_OF_HALF = 126 };

float log2_of(float x)
{
    Float m = {.value = x};
    int exponent = (int)(m.bits >> FRACTION_BITS) - EXPONENT_OF_HALF;
    m.bits = (m.bits & ((1U << FRACTION_BITS) - 1)) | (uint32_t)EXPONENT_OF_HALF << FRACTION_BITS;
    // m is 0.5 to 1 now
    return (float)exponent + (-1.3333333F * m.value + 4) * m.value - 2.6666667F;
}

float exp2_of(float x)
{
    int whole = (int)x - (x < 0); // or one less, where x is a whole number below 0
    float part = x - (float)whole;
    Float power = {.bits = (uint32_t)(whole + EXPONENT_OF_ONE) << FRACTION_BITS};
    return power.value * (1 + part * (0.6565F + part * 0.3435F));
}
