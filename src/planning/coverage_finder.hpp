#pragma once

#include "evaluation/program.hpp"
#include "planning/departures.hpp"
#include "planning/entry_days.hpp"
#include "planning/incumbents.hpp"
#include "planning/policy_verdicts.hpp"
#include "planning/seat_graph.hpp"

#include <cadre/planning/coverage.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// Everything that one call of `cover` works on.
class CoverageFinder {
public:
    CoverageFinder(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

    Coverage find();

private:
    /// The seats of each pool, and its members as their candidates before entry policies are asked.
    void add_pool(std::size_t pool);
    std::vector<LeavingDay> leaving(std::size_t pool, std::size_t for_unlisted) const;
    void add_groups(std::size_t pool, bool has_room);
    void add_edges(SeatGroup group, bool has_room);
    /// Whether the member could be a candidate: planned, and no incumbent.
    Verdict is_candidate(std::size_t pool, std::size_t member, bool has_room) const;
    void judge_entry();

    void judge_pools();
    void judge_pool(PoolCoverage& coverage, std::size_t first_group, std::size_t last_group);
    void count_candidates(PoolCoverage& coverage, std::size_t first_group, std::size_t last_group);
    std::int64_t filled(std::size_t first_group, std::size_t last_group, Reading reading) const;

    const Pack& pack_;
    const Roster& roster_;
    const EvaluationOptions& options_;
    DecisionDays days_;
    Plan plan_;
    std::vector<PoolPolicy> policies_;  ///< on entry and departure
    PolicyVerdicts verdicts_;
    Incumbents incumbents_;
    Departures departures_;
    SeatGraph graph_;
    std::vector<EntryDays::Request> requests_;  ///< by edge of the graph
    std::vector<std::uint8_t> seen_;            ///< by member: how surely one was counted as a candidate of its pool
    Coverage coverage_;
};

}  // namespace cadre
