#include "rotation/check/plan_gaps.hpp"

#include <algorithm>

namespace cadre {
namespace {

constexpr const char* spell_table = "cadres.appointments";

bool may_last(const Holding& holding, const DaysAsked& days) {
    return holding.from.earliest < days.to && holding.to.latest > days.from;
}

/// Whether it is open of some day of a span if it is before a day between bounds.
bool is_open(const DayBounds& bounds, const DaysAsked& days) {
    return bounds.earliest < bounds.latest && bounds.earliest < days.to && bounds.latest > days.from;
}

bool is_known(const RosterColumn& column, std::size_t row) {
    const Column* cells = column.column();
    return cells != nullptr && cells->is_present(row) && (cells->is_none(row) || !cells->is_partial(row));
}

}  // namespace

PlanGaps::PlanGaps(const Roster& roster, const RotationPlan& plan, const Holdings& holdings, const HeldPosts& held,
                   DayNumber before)
    : plan_(plan),
      holdings_(holdings),
      held_(held),
      post_(roster, spell_table, "post"),
      from_(roster, spell_table, "from"),
      to_(roster, spell_table, "to"),
      acting_(roster, spell_table, "acting") {
    group_leavers();
    for (std::size_t at = 0; at < holdings.all().size(); ++at) {
        const Holding& holding = holdings.all()[at];
        if (holding.post && holding.to.latest > before) in_[*holding.post].push_back(at);
    }
}

void PlanGaps::group_leavers() {
    for (std::size_t at = 0; at < plan_.moves.size(); ++at) {
        const RotationMove& move = plan_.moves[at];
        if (move.enters) continue;
        Leavers& leavers = leavers_[{move.from, move.person}];
        leavers.first = std::min(leavers.first, move.day.value_or(DayBounds::always));
        if (move.row && !(move.from && move.person && move.day)) leavers.open.push_back(at);
    }
}

void PlanGaps::add_held(std::size_t person, const SeatQuestion& asked, std::optional<std::size_t> but_for,
                        MissingCells& cells) const {
    for (const std::size_t position : held_.of(person)) {
        const Holding& holding = held_.at(position);
        if (holding.post == asked.post && !(but_for && holding.taken_by == but_for)) add_holding(holding, asked, cells);
    }
    add_of_anyone(asked, cells);
    add_leavers(person, asked, cells);
}

void PlanGaps::add_unlisted(std::size_t person, const SeatQuestion& asked, MissingCells& cells) const {
    add_unnamed(person, asked.days, cells);
    for (const std::size_t position : held_.of(person)) {
        if (!held_.at(position).post) add_holding(held_.at(position), asked, cells);
    }
    add_leavers(person, asked, cells);
}

void PlanGaps::add_of_anyone(const SeatQuestion& asked, MissingCells& cells) const {
    for (const auto& of_post : {std::optional(asked.post), std::optional<std::size_t>()}) {
        for (const std::size_t position : held_.of_anyone(of_post)) {
            if (cells.is_full()) return;
            add_holding(held_.at(position), asked, cells);
        }
    }
}

void PlanGaps::add_unnamed(std::size_t person, const DaysAsked& days, MissingCells& cells) const {
    if (holdings_.may_have_more(person)) cells.add("cadres", person, "appointments");
    for (const std::size_t position : held_.of(person)) {
        if (may_last(held_.at(position), days)) add_post(held_.at(position), cells);
    }
}

void PlanGaps::add_holders(const SeatQuestion& asked, MissingCells& cells) const {
    const auto found = in_.find(asked.post);
    if (found == in_.end()) return;
    for (const std::size_t position : found->second) add_holding(held_.at(position), asked, cells);
}

void PlanGaps::add_holding(const Holding& holding, const SeatQuestion& asked, MissingCells& cells) const {
    if (!may_last(holding, asked.days)) return;
    add_post(holding, cells);
    if (asked.asks_acting) add_acting(holding, cells);
    const bool may_end = is_open(holding.to, asked.days);
    DayNumber left = DayBounds::never;
    if (!holding.person) {
        add_of_move(*holding.taken_by, "cadre", cells);
        add_leavers_of_anyone(asked.post, asked.days, cells);
        add_leavers_of_anyone({}, asked.days, cells);
    } else if (may_end) {
        left = add_leavers(*holding.person, asked, cells);
        add_of_spell(holding, "to", to_, cells);
    }
    // A move ends what has begun before it alone.
    if (is_open(holding.from, asked.days) || left <= holding.from.latest) add_first_day(holding, cells);
}

void PlanGaps::add_acting(const Holding& holding, MissingCells& cells) const {
    add_of_spell(holding, "acting", acting_, cells);
}

DayNumber PlanGaps::add_leavers(std::size_t person, const SeatQuestion& asked, MissingCells& cells) const {
    const std::size_t post = asked.post;
    DayNumber first = DayBounds::never;
    for (const PostAndCadre& key :
         {PostAndCadre{post, person}, PostAndCadre{post, {}}, PostAndCadre{{}, person}, PostAndCadre{{}, {}}}) {
        const auto found = leavers_.find(key);
        if (found == leavers_.end()) continue;
        first = std::min(first, found->second.first);
        add_open(found->second, asked.days, cells);
    }
    return first;
}

void PlanGaps::add_leavers_of_anyone(std::optional<std::size_t> post, const DaysAsked& days,
                                     MissingCells& cells) const {
    for (auto at = leavers_.lower_bound({post, {}}); at != leavers_.end() && at->first.first == post; ++at) {
        if (cells.is_full()) return;
        add_open(at->second, days, cells);
    }
}

void PlanGaps::add_open(const Leavers& leavers, const DaysAsked& days, MissingCells& cells) const {
    for (const std::size_t at : leavers.open) {
        if (cells.is_full()) return;
        const RotationMove& move = plan_.moves[at];
        if (move.day && *move.day >= days.to) continue;
        if (!move.person) add_of_move(at, "cadre", cells);
        if (!move.from) add_of_move(at, "from", cells);
        if (!move.day) add_of_move(at, "day", cells);
    }
}

void PlanGaps::add_post(const Holding& holding, MissingCells& cells) const {
    if (holding.post) return;
    add_of_spell(holding, "post", post_, cells);
    if (holding.taken_by) add_of_move(*holding.taken_by, "to", cells);
}

void PlanGaps::add_first_day(const Holding& holding, MissingCells& cells) const {
    add_of_spell(holding, "from", from_, cells);
    if (holding.taken_by && !plan_.moves[*holding.taken_by].day) add_of_move(*holding.taken_by, "day", cells);
}

void PlanGaps::add_of_spell(const Holding& holding, const char* attribute, const RosterColumn& column,
                            MissingCells& cells) const {
    if (holding.spell && !is_known(column, *holding.spell)) cells.add(spell_table, *holding.spell, attribute);
}

void PlanGaps::add_of_move(std::size_t move, const char* attribute, MissingCells& cells) const {
    if (plan_.moves[move].row) cells.add("planned_moves", *plan_.moves[move].row, attribute);
}

}  // namespace cadre
