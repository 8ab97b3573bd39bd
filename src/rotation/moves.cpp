#include <cadre/rotation/moves.hpp>

#include "rotation/careers.hpp"
#include "rotation/days_in_order.hpp"
#include "rotation/longest_gap.hpp"

#include <cadre/rotation/rotation_graph.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <map>
#include <string_view>
#include <utility>

namespace cadre {
namespace {

std::vector<RotationEdge> edges_of(const Moves& moves) {
    std::vector<RotationEdge> edges;
    edges.reserve(moves.moves.size());
    for (const Move& move : moves.moves) edges.push_back({move.from, move.to});
    return edges;
}

/// Puts moves in the order of the graph's edges, those of one pair staying as they are.
void order_as_edges(Moves& moves) {
    std::vector<Move> ordered;
    ordered.reserve(moves.moves.size());
    for (const std::int32_t i : edge_order(static_cast<std::int64_t>(moves.vertices.size()), edges_of(moves))) {
        ordered.push_back(moves.moves[static_cast<std::size_t>(i)]);
    }
    moves.moves = std::move(ordered);
}

/// Numbers kinds in the order in which they occur.
class KindNumbers {
public:
    std::int32_t operator()(std::string_view kind) {
        if (kind.empty()) return -1;
        const auto [found, fresh] = numbers_.try_emplace(std::string(kind), static_cast<std::int32_t>(kinds_.size()));
        if (fresh) kinds_.emplace_back(kind);
        return found->second;
    }
    std::vector<std::string> take() { return std::move(kinds_); }

private:
    std::map<std::string, std::int32_t, std::less<>> numbers_;
    std::vector<std::string> kinds_;
};

class MoveFinder {
public:
    MoveFinder(const Roster& roster, const MoveOptions& options)
        : roster_(roster), options_(options), histories_(roster, options.by, options.spells) {}

    Moves find() {
        for (std::size_t cadre = 0; cadre < histories_.size(); ++cadre) add(histories_.of(cadre));
        found_.by = options_.by;
        found_.findings = histories_.findings();
        found_.vertices = histories_.take_keys();
        found_.kinds = kinds_.take();
        order_as_edges(found_);
        return std::move(found_);
    }

private:
    void add(const Career& history) {
        found_.open_histories += history.is_complete ? 0 : 1;
        found_.uncertain += static_cast<std::int64_t>(history.unordered.size());
        for (std::size_t i = 0; i < history.spells.size(); ++i) {
            if (options_.window.contains(history.spells[i].from)) add_arrival(history, i);
        }
    }

    void add_arrival(const Career& history, std::size_t position) {
        const CareerSpell& spell = history.spells[position];
        if (spell.by_reorganisation) return;
        const auto before = history.before(position);
        if (before && *before == nullptr) return;
        const auto moved = before && !spell.doubtful ? is_move(**before, spell) : std::nullopt;
        if (!moved) ++found_.uncertain;
        if (moved && *moved) add_move(history.cadre, **before, spell);
    }

    /// Nothing: not known.
    std::optional<bool> is_move(const CareerSpell& earlier, const CareerSpell& spell) const {
        if (continues(earlier, spell)) return false;
        const bool vertices_known = earlier.vertex >= 0 && spell.vertex >= 0;
        if (vertices_known && earlier.vertex == spell.vertex) return false;
        const bool is_bounded = options_.longest_gap.has_value();
        if (is_bounded && earlier.ends_known && spell.from - std::int64_t{earlier.to} > *options_.longest_gap)
            return false;
        if (!vertices_known || (is_bounded && !earlier.ends_known)) return {};
        return true;
    }

    void add_move(std::size_t cadre, const CareerSpell& earlier, const CareerSpell& spell) {
        Move move{earlier.vertex, spell.vertex, spell.from, static_cast<std::int32_t>(cadre), earlier.row, spell.row};
        move.left_unit = earlier.unit;
        move.taken_unit = spell.unit;
        if (spell.kind >= 0) move.kind = kinds_(roster_.text(spell.kind));
        found_.moves.push_back(move);
    }

    const Roster& roster_;
    const MoveOptions& options_;
    Careers histories_;
    KindNumbers kinds_;
    Moves found_;
};

std::int32_t number_or_none(const std::optional<std::size_t>& row) {
    return row ? static_cast<std::int32_t>(*row) : -1;
}

Move planned_move(const RotationMove& planned, const VertexOf& vertex_of) {
    Move move;
    const std::int32_t left = number_or_none(planned.from);
    const std::int32_t taken = number_or_none(planned.to);
    move.left_unit = vertex_of.unit_of(left);
    move.taken_unit = vertex_of.unit_of(taken);
    move.from = vertex_of(left, move.left_unit);
    move.to = vertex_of(taken, move.taken_unit);
    move.day = planned.day.value_or(0);
    move.cadre = number_or_none(planned.person);
    move.taken = number_or_none(planned.row);
    return move;
}

}  // namespace

Moves find_moves(const Roster& roster, const MoveOptions& options) {
    check_longest_gap(options.longest_gap);
    require_in_order(options.window);
    return MoveFinder(roster, options).find();
}

Moves moves_of_plan(const Roster& roster, const RotationPlan& plan, Grouping by) {
    VertexOf vertex_of(roster, by);
    KindNumbers kinds;
    Moves found;
    found.by = by;
    for (const RotationMove& planned : plan.moves) {
        if (planned.enters || planned.leaves) continue;
        Move move = planned_move(planned, vertex_of);
        const bool vertices_known = move.from >= 0 && move.to >= 0;
        if (vertices_known && move.from == move.to) continue;
        if (!vertices_known || !planned.day) {
            ++found.uncertain;
            continue;
        }
        move.kind = kinds(planned.kind);
        found.moves.push_back(move);
    }
    found.vertices = vertex_of.take_keys();
    found.kinds = kinds.take();
    found.findings = plan.findings;
    order_as_edges(found);
    return found;
}

RotationGraph move_graph(const Moves& moves) {
    return RotationGraph(static_cast<std::int64_t>(moves.vertices.size()), edges_of(moves));
}

}  // namespace cadre
