#include "master/decibel.h"

#include <math.h>

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

float log2_of(float x)
{
    int exponent;
    float m = frexpf(x, &exponent); // 0.5 to 1
    return (float)exponent + (-1.3333333F * m + 4) * m - 2.6666667F;
}

float exp2_of(float x)
{
    float whole = floorf(x), part = x - whole;
    return ldexpf(1 + part * (0.6565F + part * 0.3435F), (int)whole);
}
