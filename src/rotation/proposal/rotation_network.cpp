#include "rotation/proposal/rotation_network.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace cadre {

RotationNetwork::RotationNetwork(const RotationProblem& problem, const RotationWish& wish)
    : problem_(problem), settled_(problem.cadres.size()), edges_(problem.options.size(), Assignment::no_edge) {
    check_rotation_problem(problem);
    settle(wish);
    const auto by_pair = [&](std::size_t a, std::size_t b) {
        const RotationOption& first = problem.options[a];
        const RotationOption& second = problem.options[b];
        return std::tie(first.cadre, first.post) < std::tie(second.cadre, second.post);
    };
    std::sort(options_.begin(), options_.end(), by_pair);
    for (std::size_t edge = 0; edge < options_.size(); ++edge) edges_[options_[edge]] = static_cast<std::int64_t>(edge);
    set_terms();
    for (const std::size_t option : wish.taken) --terms_.right_capacities[problem.options[option].post];
}

void RotationNetwork::settle(const RotationWish& wish) {
    std::vector<std::optional<std::size_t>> pins(problem_.cadres.size());
    for (const std::size_t option : problem_.pinned) pins[problem_.options[option].cadre] = option;
    std::vector<bool> left_out(problem_.options.size());
    for (const std::size_t option : wish.without) left_out[option] = true;
    std::vector<bool> bound(problem_.cadres.size());
    for (const std::size_t cadre : wish.unplaced) bound[cadre] = true;
    for (const std::size_t option : wish.taken) bound[problem_.options[option].cadre] = true;
    for (std::size_t option = 0; option < problem_.options.size(); ++option) {
        const RotationOption& made = problem_.options[option];
        const auto& pin = pins[made.cadre];
        if (pin || problem_.stays(made)) settled_[made.cadre] = true;
        if ((!pin || *pin == option) && !left_out[option] && !bound[made.cadre]) options_.push_back(option);
    }
}

void RotationNetwork::set_terms() {
    std::size_t settled = 0;
    std::size_t required = 0;
    std::vector<bool> require(problem_.cadres.size());
    for (std::size_t cadre = 0; cadre < problem_.cadres.size(); ++cadre) {
        settled += is_settled(cadre) ? 1 : 0;
        required += is_required(cadre) ? 1 : 0;
    }
    const std::size_t first = settled > 0 ? settled : required;
    for (std::size_t cadre = 0; cadre < require.size(); ++cadre)
        require[cadre] = settled > 0 ? is_settled(cadre) : is_required(cadre);
    if (first > 0 && first < require.size()) terms_.required = std::move(require);
    terms_.right_capacities = problem_.seats;
    has_three_ranks_ = settled > 0 && required > 0 && settled + required < problem_.cadres.size();
}

std::optional<std::int64_t> RotationNetwork::edge_of(std::size_t option) const {
    return edges_[option] == Assignment::no_edge ? std::nullopt : std::optional(edges_[option]);
}

BipartiteGraph RotationNetwork::graph() const {
    return with_costs(std::vector<std::int64_t>(options_.size())).graph();
}

CostedGraph RotationNetwork::with_costs(const std::vector<std::int64_t>& costs) const {
    std::vector<CostedEdge> edges;
    edges.reserve(options_.size());
    for (std::size_t edge = 0; edge < options_.size(); ++edge) {
        const RotationOption& option = problem_.options[options_[edge]];
        edges.push_back({static_cast<std::int32_t>(option.cadre), static_cast<std::int32_t>(option.post), costs[edge]});
    }
    return {static_cast<std::int64_t>(problem_.cadres.size()), static_cast<std::int64_t>(problem_.seats.size()), edges};
}

}  // namespace cadre
