#pragma once

#include "rotation/rules/stay_judge.hpp"

#include <cadre/rotation/move_rules.hpp>
#include <cadre/rotation/rotation_request.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace cadre {

/// The rules that refuse options: those on moves, then those on the least stay. Not thread-safe.
class OptionRules {
public:
    /// The pack and the roster outlive this object.
    OptionRules(const Pack& pack, const Roster& roster, const RotationRequest& request);

    /// Which of them judge moves of the kind by the law of a day, too.
    std::vector<RotationRule> rules(DayNumber law_as_of, const std::string& kind) const;
    MoveVerdicts judge(const std::vector<ProposedMove>& moves);
    /// The missing cells that leave a rule open for a move, sensitive ones left out.
    std::vector<MissingField> missing(const ProposedMove& move, std::size_t rule);
    /// Why a rule allows a move, or not.
    Explanation explain(const ProposedMove& move, std::size_t rule, Audience audience);

private:
    std::vector<MoveVerdict> judge_leaving(const ProposedMove& move);
    /// Makes the move the one that stays are judged by; it ends a spell wherever it goes.
    void begin_leaving(const ProposedMove& move);

    const Pack& pack_;
    MoveRuleOptions options_;
    MoveRules on_moves_;
    std::vector<RotationPolicy> stays_;
    StayJudge stay_judge_;
    RotationMove leaving_;
};

}  // namespace cadre
