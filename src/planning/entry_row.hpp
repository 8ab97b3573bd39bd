#pragma once

#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/planning/readiness.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace cadre {

/// Judges one cadre by the entry policies of one pool.
class EntryRow {
public:
    /// Throws `Error` (not_found) for an unknown row of `pools` or `cadres`.
    EntryRow(const Pack& pack, std::size_t pool, const Roster& roster, std::size_t row,
             const EvaluationOptions& options);

    Readiness readiness(std::size_t changes);

private:
    /// The policies that judge on one day.
    struct OnDay {
        std::optional<DayNumber> day;
        std::optional<ReferenceEvaluator> evaluator;  ///< of the cadre on that day
        std::vector<ExpressionPtr> conditions;
        Verdict verdict = Verdict::met;
    };

    void judge_policies();
    void judge(const PoolPolicy& policy, Verdict applies);
    void add_reason(const PoolPolicy& policy, Verdict applies, Verdict verdict, OnDay& on);
    void set_day(OnDay& on, DayNumber day);
    void find_day();
    void find_remedies(const OnDay& on, std::size_t changes);
    Ready state() const;
    /// The policies of a day as one criterion.
    Criterion together(const OnDay& on) const;

    const Pack& pack_;
    const Roster& roster_;
    EvaluationOptions options_;
    DecisionDays days_;
    int cadres_;
    ReferenceEvaluator pool_;  ///< judges the pool
    OnDay now_;
    OnDay term_;
    Readiness result_;
};

}  // namespace cadre
