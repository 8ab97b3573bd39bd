#pragma once

#include "rotation/audit/audit_window.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/rotation/rotation_policy.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace cadre {

/// The conditions of a rule by what they judge, and its period; null where the rule has none.
struct RuleConditions {
    ExpressionPtr spells;  ///< on `cadres.appointments`
    ExpressionPtr into;    ///< on `cadres.appointments`: of the later of two spells
    ExpressionPtr cadres;  ///< on `cadres`
    ExpressionPtr period;  ///< on `cadres.appointments`: months
};
RuleConditions conditions_of(const RotationPolicy& policy);

/// What the conditions of rotation policies say of cadres and spells: each is judged once for all rows.
class AuditVerdicts {
public:
    AuditVerdicts(const Pack& pack, const std::vector<RotationPolicy>& policies, const Roster& roster,
                  const EvaluationOptions& options, const AuditWindow& window);

    Verdict applies(std::size_t policy, std::size_t cadre) const {
        return at(asked_[policy].cadres, cadre, Verdict::met);
    }
    Verdict exempt(std::size_t policy, std::size_t cadre) const {
        return at(asked_[policy].exempt, cadre, Verdict::not_met);
    }
    Verdict spell(std::size_t policy, std::size_t spell) const {
        return at(asked_[policy].spells, spell, Verdict::met);
    }
    Verdict into(std::size_t policy, std::size_t spell) const { return at(asked_[policy].into, spell, Verdict::met); }
    /// Whether a cadre meets the rule's own condition, on the day judged or on the last day asked for.
    Verdict condition(std::size_t policy, std::size_t cadre) const {
        return at(asked_[policy].condition, cadre, Verdict::met);
    }
    Verdict later_condition(std::size_t policy, std::size_t cadre) const {
        return at(asked_[policy].later_condition, cadre, Verdict::met);
    }

private:
    struct Asked {
        const VerdictColumn *cadres, *exempt, *spells, *into, *condition, *later_condition;
    };
    static Verdict at(const VerdictColumn* column, std::size_t row, Verdict absent) {
        return column == nullptr ? absent : (*column)[row];
    }

    VerdictTable on_day_{{}};
    VerdictTable later_{{}};
    std::vector<Asked> asked_;
};

}  // namespace cadre
