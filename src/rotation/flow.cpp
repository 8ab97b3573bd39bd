#include <cadre/rotation/flow.hpp>

#include "rotation/careers.hpp"
#include "rotation/days_in_order.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <utility>

namespace cadre {
namespace {

FlowMatrix empty_matrix(std::vector<std::string> groups) {
    const auto count = static_cast<std::int64_t>(groups.size());
    if (count > most_groups)
        throw Error(ErrorCode::limit_exceeded, Message{texts::rotation_too_many_groups, {count, most_groups}});
    return {std::move(groups), Eigen::MatrixXd::Zero(count, count)};
}

/// Where a cadre stands on a day: -1 nowhere; nothing: it is not known.
std::optional<std::int32_t> vertex_on(const Career& history, DayNumber day) {
    std::int32_t vertex = -1;
    for (const CareerSpell& spell : history.spells) {
        if (spell.from > day || spell.to <= day) continue;
        if (spell.doubtful || !spell.ends_known || spell.vertex < 0) return {};
        if (vertex >= 0 && vertex != spell.vertex) return {};
        vertex = spell.vertex;
    }
    if (!history.is_complete) return {};
    return vertex;
}

}  // namespace

FlowMatrix flow_matrix(const Moves& moves) {
    FlowMatrix flow = empty_matrix(moves.vertices);
    for (const Move& move : moves.moves) flow.counts(move.from, move.to) += 1;
    flow.uncertain = moves.uncertain;
    return flow;
}

FlowMatrix standing_matrix(const Roster& roster, Grouping by, const SpellPolicy& policy, DayNumber first,
                           DayNumber second) {
    require_in_order(first, second);
    Careers histories(roster, by, policy);
    FlowMatrix flow = empty_matrix(histories.take_keys());
    for (std::size_t cadre = 0; cadre < histories.size(); ++cadre) {
        const Career history = histories.of(cadre);
        const auto from = vertex_on(history, first);
        const auto to = vertex_on(history, second);
        if (from == -1 || to == -1) continue;
        if (from && to) {
            flow.counts(*from, *to) += 1;
        } else {
            ++flow.uncertain;
        }
    }
    return flow;
}

}  // namespace cadre
