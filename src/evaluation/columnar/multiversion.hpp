#pragma once

/// Compiles a function once for any machine and once for one with AVX2, of which the loader takes the best.
#if defined(__x86_64__) && defined(__gnu_linux__)
#define CADRE_MULTIVERSION __attribute__((target_clones("avx2", "default")))
#else
#define CADRE_MULTIVERSION
#endif
