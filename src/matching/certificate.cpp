#include <cadre/matching/certificate.hpp>

#include "matching/sums.hpp"

#include <algorithm>

namespace cadre {
namespace {

/// Beyond all prices that `assign` gives; a sum of one and a cost still fits.
constexpr std::int64_t greatest_price = std::int64_t{1} << 62;

class Check {
public:
    Check(const CostedGraph& graph, const AssignmentTerms& terms, const Assignment& assignment)
        : graph_(graph), terms_(terms), assignment_(assignment), weights_(exit_weights(graph, terms)) {}

    bool passes() {
        const BipartiteGraph& graph = graph_.graph();
        if (assignment_.edges.size() != static_cast<std::size_t>(graph.left_count())) return false;
        if (assignment_.prices.size() != static_cast<std::size_t>(graph.right_count())) return false;
        const auto is_price = [](std::int64_t price) { return price >= 0 && price < greatest_price; };
        if (!std::all_of(assignment_.prices.begin(), assignment_.prices.end(), is_price)) return false;
        loads_.resize(assignment_.prices.size());
        for (std::int32_t left = 0; left < graph.left_count(); ++left) {
            if (!is_cheapest(left)) return false;
        }
        for (std::int32_t right = 0; right < graph.right_count(); ++right) {
            if (!keeps_places(right)) return false;
        }
        Assignment summed = assignment_;
        set_sums(graph_, terms_, summed);
        return summed == assignment_;
    }

private:
    /// Whether the left vertex has an edge of its own or none, and nothing else costs it less; counts the place.
    bool is_cheapest(std::int32_t left) {
        const BipartiteGraph& graph = graph_.graph();
        const auto at = static_cast<std::size_t>(left);
        const std::int64_t chosen = assignment_.edges[at];
        const bool is_placed = chosen != Assignment::no_edge;
        if (is_placed && (chosen < graph.first_edge(left) || chosen >= graph.first_edge(left + 1))) return false;
        const std::int64_t paid = is_placed ? price_of(chosen) : weights_[at];
        for (std::int64_t edge = graph.first_edge(left); edge < graph.first_edge(left + 1); ++edge) {
            if (price_of(edge) < paid) return false;
        }
        if (is_placed) {
            ++loads_[static_cast<std::size_t>(graph.right_of(chosen))];
        }
        return paid <= weights_[at];
    }

    bool keeps_places(std::int32_t right) const {
        const auto at = static_cast<std::size_t>(right);
        return loads_[at] == terms_.capacity(right) ||
               (loads_[at] < terms_.capacity(right) && assignment_.prices[at] == 0);
    }

    std::int64_t price_of(std::int64_t edge) const {
        return graph_.cost(edge) + assignment_.prices[static_cast<std::size_t>(graph_.graph().right_of(edge))];
    }

    const CostedGraph& graph_;
    const AssignmentTerms& terms_;
    const Assignment& assignment_;
    std::vector<std::int64_t> weights_;
    std::vector<std::int32_t> loads_;
};

}  // namespace

bool verify(const CostedGraph& graph, const AssignmentTerms& terms, const Assignment& assignment) {
    return Check(graph, terms, assignment).passes();
}

}  // namespace cadre
