#include "rotation/proposal/goal_stages.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace cadre {
namespace {

__extension__ using Wide = __int128;

}  // namespace

GoalStages::GoalStages(const RotationNetwork& network)
    : network_(network), size_(static_cast<std::int64_t>(network.problem().cadres.size())) {
    most_ = ((std::int64_t{1} << 61) - 1) / (size_ + 3) / (size_ + 3);
    const std::vector<std::size_t>& options = network.options();
    std::vector<std::int64_t> costs(options.size());
    if (network.has_three_ranks()) {
        for (std::size_t edge = 0; edge < options.size(); ++edge)
            costs[edge] = network.is_required(network.problem().options[options[edge]].cadre) ? 0 : 1;
        add("", costs);
    }
    for (const RotationGoal& goal : network.problem().goals) {
        for (std::size_t edge = 0; edge < options.size(); ++edge) costs[edge] = goal.costs[options[edge]];
        add(goal.id, costs);
    }
    if (stages_.empty()) stages_.push_back({std::vector<std::int64_t>(options.size())});
}

void GoalStages::add(const std::string& id, const std::vector<std::int64_t>& costs) {
    if (costs.empty()) return;
    const auto [least, greatest] = std::minmax_element(costs.begin(), costs.end());
    const Wide range = Wide{*greatest} - *least;
    const bool is_small = range <= most_ && *least >= -most_ && *greatest <= most_;
    Stage stage{costs, is_small ? static_cast<std::int64_t>(range) : 0};
    if (is_small) {
        for (std::int64_t& cost : stage.costs) cost -= *least;
        if (!stages_.empty() && merge(stage)) return;
    }
    if (!is_small || !fits(stages_.size(), stage.range)) {
        const auto stated = std::min<Wide>(range, std::numeric_limits<std::int64_t>::max());
        throw Error(ErrorCode::limit_exceeded,
                    Message{texts::rotation_goal_too_great, {id, static_cast<std::int64_t>(stated), size_}});
    }
    stages_.push_back(std::move(stage));
}

/// Of the first stage the costs count alone; in later ones two gains and one loss of the penalty, too.
bool GoalStages::fits(std::size_t at, std::int64_t range) const {
    if (at == 0) return range <= most_;
    return 3 * (Wide{size_} * range + 1) + range <= most_;
}

bool GoalStages::merge(const Stage& goal) {
    Stage& stage = stages_.back();
    const Wide scale = Wide{size_} * goal.range + 1;
    const Wide range = stage.range * scale + goal.range;
    if (range > most_ || !fits(stages_.size() - 1, static_cast<std::int64_t>(range))) return false;
    for (std::size_t edge = 0; edge < stage.costs.size(); ++edge)
        stage.costs[edge] = stage.costs[edge] * static_cast<std::int64_t>(scale) + goal.costs[edge];
    stage.range = static_cast<std::int64_t>(range);
    return true;
}

CostedGraph GoalStages::next(std::size_t at, const CostedGraph& before, const std::vector<std::int64_t>& prices) const {
    const BipartiteGraph& graph = before.graph();
    const std::vector<std::int64_t> exits = exit_weights(before, network_.terms());
    std::vector<std::int64_t> costs = stages_[at].costs;
    const std::int64_t dear = penalty(stages_[at].range);
    const auto price_of = [&](std::int64_t edge) {
        return before.cost(edge) + prices[static_cast<std::size_t>(graph.right_of(edge))];
    };
    for (std::int32_t left = 0; left < graph.left_count(); ++left) {
        const std::int64_t exit = exits[static_cast<std::size_t>(left)];
        std::int64_t least = exit;
        for (std::int64_t edge = graph.first_edge(left); edge < graph.first_edge(left + 1); ++edge)
            least = std::min(least, price_of(edge));
        for (std::int64_t edge = graph.first_edge(left); edge < graph.first_edge(left + 1); ++edge) {
            std::int64_t& cost = costs[static_cast<std::size_t>(edge)];
            if (price_of(edge) > least) cost += dear;
            if (least < exit) cost -= dear;
            if (prices[static_cast<std::size_t>(graph.right_of(edge))] > 0) cost -= dear;
        }
    }
    return network_.with_costs(costs);
}

}  // namespace cadre
