#include <cadre/error.hpp>
#include <cadre/matching/assignment.hpp>
#include <cadre/matching/capacities.hpp>
#include <cadre/messages/texts/matching.hpp>

#include <algorithm>
#include <string>

namespace cadre {
namespace {

constexpr std::int64_t greatest_sum = std::int64_t{1} << 61;

void check_length(std::size_t given, std::int32_t needed, const std::string& name) {
    if (given == 0 || given == static_cast<std::size_t>(needed)) return;
    throw Error(ErrorCode::invalid_argument,
                Message{texts::matching_wrong_length, {needed, name, static_cast<std::int64_t>(given)}});
}

struct Range {
    std::int64_t least = 0;
    std::int64_t greatest = 0;

    template <class Costs>
    void include(const Costs& costs) {
        for (const std::int64_t cost : costs) {
            least = std::min(least, cost);
            greatest = std::max(greatest, cost);
        }
    }
    /// No cost and no difference of two is greater.
    std::int64_t width() const { return greatest - least; }
};

/// Of all costs and 0.
Range checked_range(const CostedGraph& graph, const AssignmentTerms& terms) {
    Range range;
    range.include(graph.costs());
    range.include(terms.exit_costs);
    const std::int64_t size = std::int64_t{graph.graph().left_count()} + 3;
    const std::int64_t limit = (greatest_sum - 1) / size / size;
    if (range.greatest > limit || range.least < -limit || range.width() > limit) {
        throw Error(ErrorCode::limit_exceeded,
                    Message{texts::matching_costs_too_great, {graph.graph().left_count(), limit}});
    }
    return range;
}

}  // namespace

std::vector<std::int64_t> exit_weights(const CostedGraph& graph, const AssignmentTerms& terms) {
    const std::int32_t count = graph.graph().left_count();
    check_capacities({.left = {}, .right = terms.right_capacities}, graph.graph());
    check_length(terms.required.size(), count, "required");
    check_length(terms.exit_costs.size(), count, "exit_costs");
    const Range range = checked_range(graph, terms);

    // One more edge outweighs what the costs of all edges can differ by.
    const std::int64_t for_one_more = range.greatest + count * range.width() + 1;
    const std::int64_t dearest = terms.exit_costs.empty() ? for_one_more : range.greatest;
    const std::int64_t for_required = count * (dearest - range.least) + 1;
    std::vector<std::int64_t> weights = terms.exit_costs;
    weights.resize(static_cast<std::size_t>(count), for_one_more);
    for (std::int32_t left = 0; left < count; ++left) {
        if (terms.is_required(left)) weights[static_cast<std::size_t>(left)] += for_required;
    }
    return weights;
}

}  // namespace cadre
