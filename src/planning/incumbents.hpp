#pragma once

#include "planning/leaving_day.hpp"
#include "roster/roster_column.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/planning/plan.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// One who holds a seat of a pool on the day judged, or may.
struct Incumbent {
    std::optional<std::size_t> person;  ///< row of `cadres`; absent: not known
    Verdict holds = Verdict::undetermined;
    LeavingDay end;  ///< of the appointment, as it is recorded
};

/// Who holds the posts and seats of pools on the day judged: of a post by the appointments of the roster, of a
/// committee by the members of its pool.
class Incumbents {
public:
    Incumbents(const Plan& plan, const Roster& roster, const EvaluationOptions& options);

    const std::vector<Incumbent>& of(std::size_t pool) const { return by_pool_[pool]; }
    /// How a member of the pool stands: whether one of its incumbents.
    Verdict is_incumbent(std::size_t pool, const PlanMember& member) const;

    /// Cadres who may hold a post that the roster does not name.
    std::int64_t unlisted() const { return unlisted_count_; }
    bool is_unlisted(std::size_t person) const { return unlisted_[person]; }
    /// Members of whom the pool is not known who may hold a seat of a committee.
    std::int64_t unplaced() const { return unplaced_; }

private:
    struct Spells;

    void read_posts(const Roster& roster, const EvaluationOptions& options);
    void read_spells(std::size_t person, const Spells& spells);
    void read_committees();

    const Plan& plan_;
    std::vector<std::vector<Incumbent>> by_pool_;
    std::vector<std::vector<std::size_t>> pools_of_post_;
    std::vector<bool> unlisted_;
    std::int64_t unlisted_count_ = 0;
    std::int64_t unplaced_ = 0;
};

}  // namespace cadre
