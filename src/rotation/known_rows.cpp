#include "rotation/known_rows.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include <string>

namespace cadre {
namespace {

void require_row(const std::optional<std::size_t>& row, const std::string& table, std::size_t rows) {
    if (!row || *row < rows) return;
    throw Error(ErrorCode::not_found,
                {texts::row_out_of_range, {table, static_cast<std::int64_t>(rows), static_cast<std::int64_t>(*row)}});
}

void require_day(DayNumber day) {
    if (day < first_day || day > last_day) throw Error(ErrorCode::invalid_argument, {texts::no_such_day, {}});
}

}  // namespace

void require_known_rows(const RotationPlan& plan, const Roster& roster) {
    const std::size_t cadres = roster.size("cadres");
    const std::size_t posts = roster.size("posts");
    for (const RotationMove& move : plan.moves) {
        require_row(move.person, "cadres", cadres);
        require_row(move.from, "posts", posts);
        require_row(move.to, "posts", posts);
        if (move.day) require_day(*move.day);
    }
}

void require_known_row(const ProposedMove& move, const Roster& roster) {
    require_row(move.cadre, "cadres", roster.size("cadres"));
    require_row(move.from, "posts", roster.size("posts"));
    require_row(move.to, "posts", roster.size("posts"));
    require_day(move.day);
}

}  // namespace cadre
