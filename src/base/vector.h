// Loops that run faster with wider vectors.
#ifndef LECTERN_BASE_VECTOR_H
#define LECTERN_BASE_VECTOR_H

// Before a function: it is compiled once more for processors with vectors of 256 bits, and the
// program takes whichever the machine can run. Both give the same bits, as nothing may be
// contracted or reordered (-ffp-contract=off, no -ffast-math). Such a function is never
// inlined, so it goes before loops, not before what they call (IN_VECTORS). ONE_VERSION: for
// analysers, which cannot look into it otherwise.
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) &&   \
    !defined(__SANITIZE_ADDRESS__) && !defined(ONE_VERSION)
#define WIDE_VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define WIDE_VECTORS
#endif

// Before what such a function calls and wants to be a part of itself.
#define IN_VECTORS static inline __attribute__((always_inline))

#endif
