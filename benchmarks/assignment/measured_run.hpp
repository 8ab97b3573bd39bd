#pragma once

// What both programs that compare_assignment.py runs do: solve a named case and print one line for it.

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace cadre::benchmarks {

/// What a solver found: how many are placed, and at what cost.
struct Solved {
    std::int64_t placed = 0;
    std::int64_t cost = 0;
};

inline long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/// Prints placed, cost, median seconds and the megabytes by which the peak of memory rose.
template <class Solve>
void measure(int runs, Solve solve) {
    const long before = peak_kilobytes();
    std::vector<double> seconds;
    Solved solved;
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        solved = solve();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    std::printf("%lld %lld %.6f %.1f\n", static_cast<long long>(solved.placed), static_cast<long long>(solved.cost),
                seconds[seconds.size() / 2], static_cast<double>(peak_kilobytes() - before) / 1024.0);
}

}  // namespace cadre::benchmarks
