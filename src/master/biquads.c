#include "master/biquads.h"

FilterGroup make_group(const Biquad *filters, int count)
{
    FilterGroup g = {0};
    for (int i = 0; i < GROUP_MAX; i++) {
        Biquad f = i < count ? filters[i] : (Biquad){.b0 = 1};
        g.b0[i] = f.b0;
        g.b1[i] = f.b1;
        g.b2[i] = f.b2;
        g.a1[i] = f.a1;
        g.a2[i] = f.a2;
    }
    return g;
}
