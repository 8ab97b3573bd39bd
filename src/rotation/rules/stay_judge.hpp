#pragma once

#include "evaluation/reference/reference_evaluator.hpp"
#include "rotation/audit/spell_history.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/rotation/move_rules.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// The rules of a pack on the least stay, in document order. Throws as `read_rotation_policies` does.
std::vector<RotationPolicy> rules_on_stays(const Pack& pack);

/// A spell that a move ends, or may.
struct LeftSpell {
    std::size_t row = 0;  ///< of the table of spells; past its end: one that a plan begins
    Verdict is_left = Verdict::met;
    DayRange held_since;
    const RotationMove* begun_by = nullptr;  ///< an earlier move of the plan; null: the roster has the spell
};

/// How the end of one spell stands with one rule.
struct StayVerdict {
    std::optional<LeftSpell> spell;  ///< absent: spells that the roster does not list
    MoveVerdict verdict;
};

/// Judges the spells that moves end by rules on the least stay, as if they ended on the day of the move. Where the kind
/// of a move is no reason for an end, any reason may be its; with a destination, any but retirement and death. Not
/// thread-safe.
class StayJudge {
public:
    /// All outlive this object.
    StayJudge(const Pack& pack, const Roster& roster, const MoveRuleOptions& options);

    /// Takes up a move that leaves something; its cadre and day are known. It outlives the verdicts on it. `begun` are
    /// the spells that earlier moves of its plan begin and that it ends, or may.
    void begin_move(const RotationMove& move, std::vector<LeftSpell> begun = {});

    /// One verdict for each spell that the move ends, or may; none where the rule is not for the cadre or the day.
    std::vector<StayVerdict> judge(const RotationPolicy& rule);
    /// The day on which the least stay of a spell is over.
    DayRange enough(const RotationPolicy& rule, const LeftSpell& spell);
    /// The missing cells that leave a verdict open, sensitive ones left out.
    std::vector<MissingField> missing(const RotationPolicy& rule, const std::optional<LeftSpell>& spell);
    /// Why the rule is against the move, or not.
    Explanation explain(const Pack& pack, const RotationPolicy& rule, Audience audience);

private:
    Verdict on_cadre(const ExpressionPtr& condition, Verdict absent);
    std::vector<LeftSpell> left_spells() const;
    Verdict ends(std::size_t spell) const;
    Verdict is_too_short(const RotationPolicy& rule, const LeftSpell& spell);
    /// What the end reason of a spell may be that the move ends; "" for one that cannot be told.
    std::vector<std::string> reasons() const;
    /// Whether the rule is for the spell, for whatever reason it may end.
    Verdict is_for(const LeastStayRule& rule, const LeftSpell& spell);
    Verdict on_spell(const LeastStayRule& rule, const LeftSpell& spell, const std::string& reason);
    /// What is supposed of a spell before its end: the cells of one that the plan begins.
    Hypothesis begun_cells(const LeftSpell& spell);
    void suppose_end(const LeftSpell& spell, const std::string& reason);
    void collect_spell(const LeftSpell& spell, Gaps& gaps) const;
    void collect_list(Gaps& gaps) const;
    std::vector<MissingField> named(const Gaps& gaps) const;
    ExplanationNode explained(const Pack& pack, const RotationPolicy& rule, const StayVerdict& stay, Audience audience);
    ExplanationNode explained_end(const RotationPolicy& rule, const LeftSpell& spell, Audience audience);

    const Schema& schema_;
    const Roster& roster_;
    const MoveRuleOptions& options_;
    int spells_;
    SpellHistory history_;
    std::optional<ReferenceEvaluator> evaluator_;
    const RotationMove* move_ = nullptr;
    DayNumber day_ = 0;
    std::vector<LeftSpell> begun_;
    Hypothesis supposed_;
};

}  // namespace cadre
