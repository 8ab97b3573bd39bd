#include <cadre/rotation/rotation_plan.hpp>

#include "roster/roster_column.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <map>
#include <string_view>
#include <utility>

namespace cadre {
namespace {

constexpr const char* table = "planned_moves";

class PlanReading {
public:
    explicit PlanReading(const Roster& roster)
        : roster_(roster),
          person_(roster, table, "cadre"),
          from_(roster, table, "from"),
          to_(roster, table, "to"),
          day_(roster, table, "day"),
          kind_(roster, table, "kind"),
          published_(roster, table, "published") {}

    RotationPlan read() {
        for (std::size_t row = 0; row < roster_.size(table); ++row) {
            plan_.moves.push_back(read_move(row));
            check_move(plan_.moves.back(), row);
        }
        return std::move(plan_);
    }

private:
    RotationMove read_move(std::size_t row) const {
        RotationMove move;
        move.row = row;
        move.person = row_in(person_, row);
        move.from = row_in(from_, row);
        move.to = row_in(to_, row);
        move.enters = from_.is_none(row);
        move.leaves = to_.is_none(row);
        if (const auto day = day_.value(row)) move.day = static_cast<DayNumber>(*day);
        if (const auto kind = kind_.value(row)) move.kind = roster_.text(static_cast<std::int32_t>(*kind));
        move.published = published_.value(row).value_or(0) != 0;
        return move;
    }

    static std::optional<std::size_t> row_in(const RosterColumn& reference, std::size_t row) {
        const auto found = reference.value(row);
        return found ? std::optional(static_cast<std::size_t>(*found)) : std::nullopt;
    }

    void check_move(const RotationMove& move, std::size_t row) {
        if (!move.person) add(row, texts::rotation_move_without_cadre);
        if ((!move.from && !move.enters) || (!move.to && !move.leaves)) add(row, texts::rotation_move_without_post);
        if (!move.day) add(row, texts::rotation_move_without_day);
        if (move.enters && move.leaves) add(row, texts::rotation_move_of_nothing);
        if (move.from && move.from == move.to) add(row, texts::rotation_move_to_itself);
        if (!move.person || !move.day) return;
        const auto [first, fresh] = days_.try_emplace({*move.person, *move.day}, row);
        if (!fresh) add(row, texts::rotation_two_moves_a_day, {static_cast<std::int64_t>(first->second)});
    }

    void add(std::size_t row, MessageId id, std::vector<Argument> more = {}) {
        std::vector<Argument> arguments{static_cast<std::int64_t>(row)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        plan_.findings.push_back({table, row, {id, std::move(arguments)}});
    }

    const Roster& roster_;
    RosterColumn person_, from_, to_, day_, kind_, published_;
    std::map<std::pair<std::size_t, DayNumber>, std::size_t> days_;  ///< the first row of each cadre and day
    RotationPlan plan_;
};

}  // namespace

RotationPlan read_rotation_plan(const Roster& roster) {
    const auto at = roster.schema().find_table(table);
    if (!at || roster.table(*at) == nullptr) {
        throw Error(
            ErrorCode::not_found,
            Diagnostics{
                {Severity::error, {}, {texts::rotation_without_moves, {}}, Message{texts::rotation_give_moves, {}}}});
    }
    return PlanReading(roster).read();
}

}  // namespace cadre
