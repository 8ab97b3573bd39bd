#pragma once

#include "rotation/audit/audit_verdicts.hpp"
#include "rotation/audit/audit_window.hpp"
#include "rotation/audit/broken_since.hpp"
#include "rotation/audit/periods.hpp"
#include "rotation/audit/spell_history.hpp"
#include "rotation/audit/unit_terms.hpp"

#include <cadre/rotation/rotation_policy.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace cadre {

/// What all searches of an audit read.
struct AuditFacts {
    const Pack& pack;
    const Roster& roster;
    const EvaluationOptions& options;
    const AuditWindow& window;
    const SpellHistory& history;
    const AuditVerdicts& verdicts;
    const UnitTerms& terms;
};

/// What a rule finds in the history of one cadre: breaches that there are or may be, by spell.
using Breaches = std::vector<Breach>;

/// Looks in the history of cadres for what breaks one policy.
class BreachSearch {
public:
    /// Keeps references.
    BreachSearch(const AuditFacts& facts, const std::vector<RotationPolicy>& policies, std::size_t policy);

    /// The breaches of a cadre; empty where there surely is none.
    Breaches of(std::size_t cadre);
    /// The stay or the pause that the rule sets for what broke it, where it sets one that is known.
    std::optional<Duration> period(const Breach& breach) const;

private:
    Breaches breaches(const OverstayRule& rule, std::size_t cadre) const;
    Breaches breaches(const LeastStayRule& rule, std::size_t cadre) const;
    Breaches breaches(const ReturnRule& rule, std::size_t cadre) const;
    Breaches breaches(const CoolingOffRule& rule, std::size_t cadre) const;
    Breaches breaches(const NoReturnRule& rule, std::size_t cadre) const;
    Breaches breaches(const TermsRule& rule, std::size_t cadre) const;
    Breaches breaches(const ConditionRule& rule, std::size_t cadre);
    Breaches breaches(const MoveRule&, std::size_t) const { return {}; }
    Breaches breaches(const DirectionRule&, std::size_t) const { return {}; }

    /// The spells of a cadre that the rule's first condition selects, or may.
    std::vector<std::size_t> selected(std::size_t cadre) const;
    /// Whether a spell ended by the first day that is looked at, so that no breach counts that lasts no longer.
    bool is_past(std::size_t spell) const { return facts_.history.to(spell).last <= facts_.window.since; }
    Verdict selects(std::size_t spell) const { return facts_.verdicts.spell(policy_, spell); }
    /// `spells` in one post, or with one title in one unit; those `unplaced` may be in it, too.
    void add_term_breaches(const TermsRule& rule, std::size_t cadre, const std::vector<std::size_t>& spells,
                           const std::vector<std::size_t>& unplaced, const std::vector<UnitTerm>& terms,
                           Breaches& found) const;
    void add(Breaches& found, const Breach& breach, Verdict is) const;

    const AuditFacts& facts_;
    const RotationPolicy& rule_;
    std::size_t policy_;
    Periods periods_;
    std::optional<BrokenSince> since_;  ///< of a rule that is a condition
};

/// Whether a rule is on spells, so that spells which are not listed may break it.
bool is_on_spells(const RotationPolicy& policy);

/// Whether a rule is on planned moves, which an audit does not judge.
bool is_on_moves(const RotationPolicy& policy);

}  // namespace cadre
