#include "planning/connected_parts.hpp"

#include <cstddef>
#include <map>
#include <utility>

namespace cadre {
namespace {

/// Disjoint sets of vertices; the least one stands for its set (Galler and Fischer 1964, "An improved equivalence
/// algorithm", with halved paths).
class DisjointSets {
public:
    explicit DisjointSets(std::size_t count) : parents_(count) {
        for (std::size_t i = 0; i < count; ++i) parents_[i] = i;
    }
    std::size_t find(std::size_t at) {
        while (parents_[at] != at) at = parents_[at] = parents_[parents_[at]];
        return at;
    }
    void join(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        parents_[a < b ? b : a] = a < b ? a : b;
    }

private:
    std::vector<std::size_t> parents_;
};

}  // namespace

std::vector<std::vector<std::int32_t>> connected_parts(const BipartiteGraph& graph,
                                                       const std::vector<std::int32_t>& lefts) {
    const auto left_count = static_cast<std::size_t>(graph.left_count());
    DisjointSets sets(left_count + static_cast<std::size_t>(graph.right_count()));
    for (const std::int32_t left : lefts) {
        for (const std::int32_t right : graph.rights(left)) {
            sets.join(static_cast<std::size_t>(left), left_count + static_cast<std::size_t>(right));
        }
    }
    std::map<std::size_t, std::vector<std::int32_t>> parts;
    for (const std::int32_t left : lefts) parts[sets.find(static_cast<std::size_t>(left))].push_back(left);
    std::vector<std::vector<std::int32_t>> found;
    for (auto& [first, part] : parts) found.push_back(std::move(part));
    return found;
}

}  // namespace cadre
