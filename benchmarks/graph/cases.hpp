#pragma once

// Moves between posts, for the benchmarks of rotation graphs.

#include <cadre/rotation/rotation_graph.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace cadre::benchmarks {

struct MoveCase {
    std::int32_t posts = 0;
    std::vector<RotationEdge> moves;
};

/// Ten moves a post, from any to any: nearly all posts come round together.
inline MoveCase mixed_moves(std::int32_t posts) {
    std::mt19937_64 random(4);
    const auto any = [&] { return static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(posts)); };
    MoveCase made{posts, {}};
    for (std::int64_t i = 0; i < std::int64_t{10} * posts; ++i) {
        const std::int32_t from = any();
        made.moves.push_back({from, any()});
    }
    return made;
}

/// Ten moves a post within families of 50; one in twenty goes on to a later family and never back.
inline MoveCase family_moves(std::int32_t posts) {
    constexpr std::int32_t size = 50;
    std::mt19937_64 random(5);
    const auto below = [&](std::int32_t count) {
        return static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(count));
    };
    MoveCase made{posts, {}};
    for (std::int64_t i = 0; i < std::int64_t{10} * posts; ++i) {
        const std::int32_t from = below(posts);
        const std::int32_t first = from / size * size;
        const bool goes_on = below(20) == 0;
        made.moves.push_back(
            {from, goes_on ? from + below(posts - from) : first + below(std::min(size, posts - first))});
    }
    return made;
}

/// "mixed" or "families".
inline MoveCase named_moves(const std::string& name, std::int32_t posts) {
    return name == "mixed" ? mixed_moves(posts) : family_moves(posts);
}

}  // namespace cadre::benchmarks
