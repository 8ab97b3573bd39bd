#pragma once

#include "planning/pool_terms.hpp"
#include "roster/roster_column.hpp"

#include <cadre/evaluation/verdict_table.hpp>
#include <cadre/planning/plan.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre {

/// Whether a row of `pool_members` is in its pool on the day judged, in the criterion language, whose rules for missing
/// data hold here, too.
inline constexpr std::string_view planned_condition = R"(added <= as_of and (status != "removed" or removed > as_of))";

/// Reads the planning tables of one roster as of a day.
class PlanReader {
public:
    PlanReader(const Roster& roster, const EvaluationOptions& options);

    Plan read();

private:
    PlanPool read_pool(std::size_t row);
    void check_pool(const PlanPool& pool, std::size_t row);
    PlanMember read_member(std::size_t row);
    void check_member(const PlanMember& member);
    void check_ballots(const PlanMember& member);
    void place_members();
    void add_row(PlanMember& first, const PlanMember& again);
    /// Whether one whom several rows name holds a seat.
    void settle_incumbent(PlanMember& member);

    std::string key(std::size_t pool) const;
    std::string pool_name(const PlanMember& member) const;
    bool has_code(const RosterColumn& column, std::size_t row, std::string_view code) const;
    void add_finding(std::string_view table, std::size_t row, Message message);

    const Roster& roster_;
    VerdictTable verdicts_;  ///< planned, incumbent
    RosterColumn pool_key_, pool_kind_, pool_post_, pool_unit_, pool_seats_;
    PoolTerms terms_;
    RosterColumn reviewed_, post_seats_;
    RosterColumn member_pool_, member_cadre_, status_, added_, removed_, ballots_;
    RosterColumn summoned_, present_, votes_;
    Plan plan_;
};

}  // namespace cadre
