#pragma once

// The graphs of the benchmarks: n cadres with d options each.

#include <cadre/matching/costed_graph.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace cadre::benchmarks {

/// Any of n posts, one of them kept free for each cadre so that all can be placed; costs of 0 to 999.
inline CostedGraph uniform_case(std::int32_t count, std::int32_t degree) {
    std::mt19937_64 random(1);
    std::vector<std::int32_t> kept(static_cast<std::size_t>(count));
    std::iota(kept.begin(), kept.end(), 0);
    for (std::size_t i = kept.size(); i-- > 1;) std::swap(kept[i], kept[random() % (i + 1)]);
    std::vector<CostedEdge> edges;
    for (std::int32_t left = 0; left < count; ++left) {
        for (std::int32_t option = 0; option < degree; ++option) {
            const auto any = static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(count));
            const std::int32_t right = option == 0 ? kept[static_cast<std::size_t>(left)] : any;
            edges.push_back({left, right, static_cast<std::int64_t>(random() % 1000)});
        }
    }
    return CostedGraph(count, count, edges, ParallelEdges::merge);
}

/// Families of 50 posts, 0.9 posts for each cadre; a cadre's options are in one family, one in five of them in another.
/// Costs of 0 to 9, so that many tie; not everybody can be placed.
inline CostedGraph families_case(std::int32_t count, std::int32_t degree) {
    constexpr std::uint64_t size = 50;
    std::mt19937_64 random(2);
    const auto posts = static_cast<std::uint64_t>(count) * 9 / 10;
    const std::uint64_t families = (posts + size - 1) / size;
    std::vector<CostedEdge> edges;
    for (std::int32_t left = 0; left < count; ++left) {
        const std::uint64_t own = random() % families;
        for (std::int32_t option = 0; option < degree; ++option) {
            const std::uint64_t family = random() % 5 == 0 ? random() % families : own;
            const std::uint64_t right = std::min(family * size + random() % size, posts - 1);
            edges.push_back({left, static_cast<std::int32_t>(right), static_cast<std::int64_t>(random() % 10)});
        }
    }
    return CostedGraph(count, static_cast<std::int64_t>(posts), edges, ParallelEdges::merge);
}

/// "u10", "u100" or "c10".
inline CostedGraph named_case(const std::string& name, std::int32_t count) {
    const std::int32_t degree = std::stoi(name.substr(1));
    return name[0] == 'u' ? uniform_case(count, degree) : families_case(count, degree);
}

}  // namespace cadre::benchmarks
