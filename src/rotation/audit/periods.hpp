#pragma once

#include "evaluation/possible.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// The months that a period gives for each spell.
class Periods {
public:
    /// Of a null expression: nothing is asked for.
    Periods(const Pack& pack, const ExpressionPtr& period, const Roster& roster, const EvaluationOptions& options);

    const PossibleInteger& of(std::size_t spell) const { return by_spell_.empty() ? all_ : by_spell_[spell]; }

private:
    PossibleInteger all_;                    ///< where the spell does not matter
    std::vector<PossibleInteger> by_spell_;  ///< by row of `cadres.appointments`; else empty
};

}  // namespace cadre
