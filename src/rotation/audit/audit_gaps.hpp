#pragma once

#include "evaluation/reference/reference_evaluator.hpp"
#include "rotation/audit/audit_verdicts.hpp"
#include "rotation/audit/audit_window.hpp"

#include <cadre/rotation/rotation_policy.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace cadre {

/// Tells which cells an undetermined finding waits for.
class AuditGaps {
public:
    /// Keeps a reference to the verdicts.
    AuditGaps(const Pack& pack, const Roster& roster, const EvaluationOptions& options, const AuditWindow& window,
              const AuditVerdicts& verdicts);

    /// Those of the conditions of the policy at a position, and of the days that its rule reads, sensitive ones left
    /// out.
    std::vector<MissingField> of(std::size_t position, const RotationPolicy& policy, const Breach& breach);
    /// A cadre's list of spells.
    MissingField spells_of(std::size_t cadre) const;

private:
    /// What leaves a condition open, where it is.
    void collect(Verdict verdict, const ExpressionPtr& condition, std::size_t row, DayNumber day, Gaps& gaps);
    void collect_period(const ExpressionPtr& period, std::size_t spell, Gaps& gaps);
    void collect_cells(const RotationPolicy& policy, std::size_t spell, Gaps& gaps) const;
    std::vector<MissingField> fields(const Gaps& gaps) const;

    const Schema& schema_;
    const AuditVerdicts& verdicts_;
    int cadres_;
    int spells_;
    DayNumber last_due_;
    DayNumber as_of_;
    ReferenceEvaluator evaluator_;
};

}  // namespace cadre
