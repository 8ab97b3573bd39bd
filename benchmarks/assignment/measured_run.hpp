#pragma once

// What both programs that compare_assignment.py runs do: solve a named case and print one line for it.

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <vector>

namespace cadre::benchmarks {

/// What a solver found: how many are placed, and at what cost.
struct Solved {
    std::int64_t placed = 0;
    std::int64_t cost = 0;
};

/// What the program has allocated, and the most that it had since `reset`.
struct Allocated {
    std::int64_t bytes = 0;
    std::int64_t peak = 0;

    void add(std::int64_t more) {
        bytes += more;
        peak = std::max(peak, bytes);
    }
    void reset() { peak = bytes; }
};
inline Allocated allocated;

/// Prints placed, cost, median seconds and the most megabytes that were allocated while solving.
template <class Solve>
void measure(int runs, Solve solve) {
    allocated.reset();
    const std::int64_t before = allocated.bytes;
    std::vector<double> seconds;
    Solved solved;
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        solved = solve();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    std::printf("%lld %lld %.6f %.1f\n", static_cast<long long>(solved.placed), static_cast<long long>(solved.cost),
                seconds[seconds.size() / 2], static_cast<double>(allocated.peak - before) / 1048576.0);
}

}  // namespace cadre::benchmarks

// One program includes this header once, in one thread.
void* operator new(std::size_t size) {
    void* made = std::malloc(size);
    if (made == nullptr) throw std::bad_alloc();
    cadre::benchmarks::allocated.add(static_cast<std::int64_t>(malloc_usable_size(made)));
    return made;
}
void operator delete(void* given) noexcept {
    cadre::benchmarks::allocated.add(-static_cast<std::int64_t>(malloc_usable_size(given)));
    std::free(given);
}
void operator delete(void* given, std::size_t) noexcept {
    operator delete(given);
}
