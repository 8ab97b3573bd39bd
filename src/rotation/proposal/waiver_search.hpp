#pragma once

#include <cadre/matching/bipartite_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace cadre {

/// Counts who more could be placed if there were more options: augmenting paths from a maximum matching (Berge 1957,
/// "Two theorems in graph theory"), undone after each count.
class WaiverSearch {
public:
    /// `posts` has the post of each cadre, or -1. Refers to the graph.
    WaiverSearch(const BipartiteGraph& graph, const std::vector<std::int32_t>& seats,
                 const std::vector<std::int32_t>& posts);

    /// How many of the cadres, none of whom has a post, get one with these options more (sorted by cadre).
    std::size_t count(const std::vector<std::int32_t>& cadres, const std::vector<BipartiteEdge>& more);

private:
    struct Arrival {
        std::size_t search = 0;  ///< the search that came here last
        std::int32_t from = 0;   ///< the cadre who would take a seat here
    };

    bool place(std::int32_t cadre, const std::vector<BipartiteEdge>& more);
    bool reach(std::int32_t cadre, std::int32_t post);
    void take_path(std::int32_t post);
    void move(std::int32_t cadre, std::int32_t post);

    const BipartiteGraph& graph_;
    std::vector<std::int32_t> spare_;                 ///< seats, by post
    std::vector<std::vector<std::int32_t>> holders_;  ///< by post
    std::vector<std::int32_t> posts_;                 ///< by cadre
    std::vector<Arrival> arrivals_;                   ///< by post
    std::vector<std::int32_t> open_;                  ///< cadres of the search, in the order reached
    std::size_t search_ = 0;
    std::vector<std::pair<std::int32_t, std::int32_t>> log_;  ///< cadres moved and the posts that they had
};

}  // namespace cadre
