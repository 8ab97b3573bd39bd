#pragma once

#include "evaluation/reference/reference_evaluator.hpp"
#include "rotation/rules/proposed_directions.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/rotation/move_rules.hpp>

#include <string>
#include <vector>

namespace cadre {

/// Judges moves of one day one by one. Not thread-safe.
class PairJudge {
public:
    /// All outlive this object.
    PairJudge(const Pack& pack, const Roster& roster, const ProposedDirections& directions, DayNumber day,
              const MoveRuleOptions& options);

    MoveVerdict judge(const RotationPolicy& rule, const ProposedMove& move);
    std::vector<MissingField> missing(const RotationPolicy& rule, const ProposedMove& move);
    Explanation explain(const RotationPolicy& rule, const ProposedMove& move, Audience audience);
    /// The versions of parameters that are looked up.
    LawReads law_reads(const RotationPolicy& rule, const ProposedMove& move);

private:
    Verdict on_cadre(const ExpressionPtr& condition, const ProposedMove& move, Verdict absent);
    Verdict into(const ExpressionPtr& condition, const ProposedMove& move);
    /// Makes the cadre the judged row, with the post that is taken as the one proposed.
    void suppose(const ProposedMove& move);
    Verdict meets(const RotationPolicy& rule, const ProposedMove& move);
    void collect_kind(const RotationPolicy& rule, const ProposedMove& move, Gaps& gaps) const;
    void collect_units(const DirectionRule& rule, const ProposedMove& move, Gaps& gaps) const;
    void collect_unit(std::int32_t unit, bool with_place, bool with_sector, Gaps& gaps) const;
    void add_missing(int table, std::int64_t row, std::string_view attribute, Gaps& gaps) const;
    std::vector<MissingField> named(const Gaps& gaps) const;
    ExplanationNode part(MessageId label, const ExpressionPtr& condition, Verdict verdict, Audience audience);
    ExplanationNode kind(const RotationPolicy& rule, const ProposedMove& move) const;
    ExplanationNode direction(const DirectionRule& rule, const ProposedMove& move);

    const Pack& pack_;
    const ProposedDirections& directions_;
    int cadres_;
    int posts_;
    int proposed_post_ = -1;
    DayNumber day_;
    ReferenceEvaluator evaluator_;
    Hypothesis hypothesis_;
};

/// What a rule on planned moves asks of a cadre; null for a rule on directions.
const ExpressionPtr& condition_of(const RotationPolicy& rule);
/// The posts that it is on; null: all.
const ExpressionPtr& into_of(const RotationPolicy& rule);
/// The kinds of moves that it is for; empty: all.
const std::vector<std::string>& kinds_of(const RotationPolicy& rule);
/// Whether it is for the kind of the move.
Verdict is_of_kind(const RotationPolicy& rule, const ProposedMove& move);

}  // namespace cadre
