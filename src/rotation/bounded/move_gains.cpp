#include "rotation/bounded/move_gains.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>
#include <limits>

namespace cadre {
namespace {

constexpr MoveGain most_gain = MoveGain{1} << 90;

bool is_settled(const RotationNetwork& network, std::size_t cadre) {
    return network.is_settled(cadre);
}
bool is_required(const RotationNetwork& network, std::size_t cadre) {
    return network.is_required(cadre);
}
bool is_other(const RotationNetwork& network, std::size_t cadre) {
    return !network.comes_first(cadre);
}

}  // namespace

MoveGains::MoveGains(const RotationNetwork& network)
    : network_(network), stays_(network.problem().cadres.size()), gains_(network.problem().options.size()) {
    const RotationProblem& problem = network.problem();
    for (const std::size_t option : network.options()) {
        if (problem.stays(problem.options[option])) stays_[problem.options[option].cadre] = option;
    }
    add_level(rank_level(is_settled), "");
    add_level(rank_level(is_required), "");
    add_level(rank_level(is_other), "");
    for (const RotationGoal& goal : problem.goals) add_level(goal_level(goal), goal.id.c_str());
}

std::vector<MoveGain> MoveGains::rank_level(bool (*is_of_rank)(const RotationNetwork&, std::size_t)) const {
    std::vector<MoveGain> level(gains_.size());
    for (const std::size_t option : network_.options()) {
        const std::size_t cadre = network_.problem().options[option].cadre;
        level[option] = is_of_rank(network_, cadre) && !stays_[cadre] ? 1 : 0;
    }
    return level;
}

std::vector<MoveGain> MoveGains::goal_level(const RotationGoal& goal) const {
    std::vector<MoveGain> level(gains_.size());
    for (const std::size_t option : network_.options()) {
        const auto& stay = stays_[network_.problem().options[option].cadre];
        level[option] = MoveGain{stay ? goal.costs[*stay] : 0} - goal.costs[option];
    }
    return level;
}

void MoveGains::add_level(const std::vector<MoveGain>& level, const char* id) {
    MoveGain range = 0;
    for (const MoveGain gain : level) range = std::max(range, gain < 0 ? -gain : gain);
    const auto size = static_cast<std::int64_t>(network_.problem().cadres.size());
    const MoveGain scale = 2 * range * size + 1;
    for (std::size_t option = 0; option < gains_.size(); ++option) {
        const MoveGain before = gains_[option] < 0 ? -gains_[option] : gains_[option];
        if (before >= most_gain / scale) {
            const auto stated = std::min<MoveGain>(range, std::numeric_limits<std::int64_t>::max());
            throw Error(ErrorCode::limit_exceeded, Message{texts::rotation_goal_too_great,
                                                           {std::string(id), static_cast<std::int64_t>(stated), size}});
        }
        gains_[option] = gains_[option] * scale + level[option];
    }
}

}  // namespace cadre
