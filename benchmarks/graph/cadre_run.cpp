// cadre_graph_run CASE POSTS RUNS FILE: makes a case, finds its strong components, prints their number and the median
// seconds, and writes moves and components as numbers of 4 bytes: from, to, then the component of each post.

#include "cases.hpp"

#include <cadre/rotation/components.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace {

void write(std::ofstream& out, const std::vector<std::int32_t>& numbers) {
    out.write(reinterpret_cast<const char*>(numbers.data()),
              static_cast<std::streamsize>(numbers.size() * sizeof(std::int32_t)));
}

}  // namespace

int main(int argc, char** argv) {
    using namespace cadre;
    if (argc != 5) return 2;
    const benchmarks::MoveCase moves = benchmarks::named_moves(argv[1], std::atoi(argv[2]));
    const RotationGraph graph(moves.posts, moves.moves);
    Components found;
    std::vector<double> seconds;
    for (int run = 0; run < std::atoi(argv[3]); ++run) {
        const auto start = std::chrono::steady_clock::now();
        found = strong_components(graph);
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    std::printf("%d %.6f\n", found.count, seconds[seconds.size() / 2]);

    std::vector<std::int32_t> from;
    std::vector<std::int32_t> to;
    for (const RotationEdge& move : moves.moves) {
        from.push_back(move.from);
        to.push_back(move.to);
    }
    std::ofstream out(argv[4], std::ios::binary);
    write(out, from);
    write(out, to);
    write(out, found.of);
    return out ? 0 : 1;
}
