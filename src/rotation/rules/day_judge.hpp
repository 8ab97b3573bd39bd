#pragma once

#include "rotation/rules/pair_judge.hpp"

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/rotation/move_rules.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// Judges many moves of one day by columns: conditions that do not read `proposed_post` once for all cadres, those on
/// posts once for all posts, the others in rounds in which each cadre has one move.
class DayJudge {
public:
    /// All outlive this object.
    DayJudge(const Pack& pack, const Roster& roster, const std::vector<RotationPolicy>& rules,
             const ProposedDirections& directions, const MoveRuleOptions& options);

    /// Judges the moves of that day at these positions.
    void judge(DayNumber day, const std::vector<ProposedMove>& moves, const std::vector<std::size_t>& positions,
               MoveVerdicts& verdicts) const;

private:
    /// The column that answers a condition.
    struct Asked {
        enum class By { nothing, cadre, move, post } by = By::nothing;
        std::size_t column = 0;
    };
    struct AskedRule {
        Asked cadres, exempt, into, meets;
    };
    struct Answers;

    bool can_replace_posts(const Schema& schema) const;
    std::vector<std::vector<std::size_t>> rounds_of(const std::vector<ProposedMove>& moves,
                                                    const std::vector<std::size_t>& positions) const;
    void judge_one_by_one(DayNumber day, const std::vector<ProposedMove>& moves,
                          const std::vector<std::size_t>& positions, MoveVerdicts& verdicts) const;
    VerdictTable on_moves(const std::vector<ProposedMove>& moves, const std::vector<std::size_t>& round,
                          const EvaluationOptions& on_day) const;
    MoveVerdict combine(std::size_t rule, const ProposedMove& move, const Answers& answers) const;

    const Pack& pack_;
    const Roster& roster_;
    const std::vector<RotationPolicy>& rules_;
    const ProposedDirections& directions_;
    const MoveRuleOptions& options_;
    bool by_columns_ = true;
    std::vector<AskedRule> asked_;
    Program of_cadres_, of_moves_, of_posts_;
};

}  // namespace cadre
