#include <cadre/rotation/audit.hpp>

#include "evaluation/program.hpp"
#include "rotation/audit/audit_gaps.hpp"
#include "rotation/audit/breach_search.hpp"
#include "rotation/audit/spell_names.hpp"

#include <cadre/messages/texts/rotation.hpp>

#include <utility>

namespace cadre {
namespace {

std::vector<RotationPolicy> policies_judged(const Pack& pack, DayNumber law_as_of) {
    std::vector<RotationPolicy> judged;
    for (RotationPolicy& policy : read_rotation_policies(pack)) {
        if (policy.in_force.contains(law_as_of) && !is_on_moves(policy)) judged.push_back(std::move(policy));
    }
    return judged;
}

std::int64_t& count_of(AuditPolicy& policy, AuditStatus status) {
    switch (status) {
        case AuditStatus::violated: return policy.violated;
        case AuditStatus::due: return policy.due;
        case AuditStatus::exempt: return policy.exempt;
        default: return policy.undetermined;
    }
}

/// Turns what breaks policies, or may, into findings.
class AuditWriter {
public:
    AuditWriter(const AuditFacts& facts, const std::vector<RotationPolicy>& policies, Audit& audit)
        : facts_(facts),
          policies_(policies),
          audit_(audit),
          gaps_(facts.pack, facts.roster, facts.options, facts.window, facts.verdicts),
          names_(facts.roster, facts.history) {}

    void judge(std::size_t policy) {
        BreachSearch search(facts_, policies_, policy);
        const bool on_spells = is_on_spells(policies_[policy]);
        for (std::size_t cadre = 0; cadre < facts_.history.cadres(); ++cadre) {
            const Verdict applies = facts_.verdicts.applies(policy, cadre);
            if (applies == Verdict::not_met) continue;
            if (on_spells && facts_.history.may_have_more(cadre)) add_unlisted(policy, cadre);
            for (Breach& breach : search.of(cadre)) {
                breach.now = breach.now && applies;
                breach.due = breach.due && applies;
                add(policy, breach, search.period(breach));
            }
        }
    }

private:
    void add_unlisted(std::size_t policy, std::size_t cadre) {
        append({.policy = policy, .cadre = cadre, .missing = {gaps_.spells_of(cadre)}});
    }

    void add(std::size_t policy, const Breach& breach, std::optional<Duration> period) {
        AuditFinding finding{.policy = policy,
                             .cadre = breach.cadre,
                             .spell = breach.spell,
                             .earlier = breach.earlier,
                             .status = status_of(policy, breach),
                             .begins = known_day(breach.begins),
                             .ends = known_day(breach.ends)};
        if (finding.status == AuditStatus::undetermined) finding.missing = gaps_.of(policy, policies_[policy], breach);
        if (breach.spell) {
            finding.held = names_.of(*breach.spell);
            finding.held_since = known_day(facts_.history.held_since(*breach.spell));
            finding.period = period;
        }
        append(std::move(finding));
    }

    AuditStatus status_of(std::size_t policy, const Breach& breach) const {
        if (!breach.is_certain()) return AuditStatus::undetermined;
        switch (facts_.verdicts.exempt(policy, breach.cadre)) {
            case Verdict::met: return AuditStatus::exempt;
            case Verdict::not_met: return breach.now == Verdict::met ? AuditStatus::violated : AuditStatus::due;
            default: return AuditStatus::undetermined;
        }
    }

    void append(AuditFinding finding) {
        ++count_of(audit_.policies[finding.policy], finding.status);
        audit_.findings.push_back(std::move(finding));
    }

    const AuditFacts& facts_;
    const std::vector<RotationPolicy>& policies_;
    Audit& audit_;
    AuditGaps gaps_;
    SpellNames names_;
};

void find_reversed_spells(const SpellHistory& history, Audit& audit) {
    for (std::size_t cadre = 0; cadre < history.cadres(); ++cadre) {
        const auto [first, end] = history.spells_of(cadre);
        for (std::size_t spell = first; spell < end; ++spell) {
            if (before(history.to(spell), history.from(spell)) != Verdict::met) continue;
            audit.row_findings.push_back(
                {"cadres.appointments", spell, {texts::audit_spell_reversed, {static_cast<std::int64_t>(spell)}}});
        }
    }
}

}  // namespace

std::string_view to_code(AuditStatus status) {
    switch (status) {
        case AuditStatus::violated: return "violated";
        case AuditStatus::due: return "due";
        case AuditStatus::exempt: return "exempt";
        case AuditStatus::undetermined: return "undetermined";
    }
    return "";
}

Audit audit(const Pack& pack, const Roster& roster, const EvaluationOptions& options, const AuditSpan& span) {
    const AuditWindow window(options, span);
    const DayNumber law_as_of = decision_days(options).law_as_of;
    const std::vector<RotationPolicy> policies = policies_judged(pack, law_as_of);
    const SpellHistory history(roster);
    const AuditVerdicts verdicts(pack, policies, roster, options, window);
    const UnitTerms terms(roster);
    const AuditFacts facts{pack, roster, options, window, history, verdicts, terms};
    Audit audit{.as_of = options.as_of, .law_as_of = date_of(law_as_of), .span = span};
    for (const RotationPolicy& policy : policies) {
        audit.policies.push_back({policy.id, policy.title, policy.citation, std::string(to_code(policy.rule))});
    }
    AuditWriter writer(facts, policies, audit);
    for (std::size_t policy = 0; policy < policies.size(); ++policy) writer.judge(policy);
    find_reversed_spells(history, audit);
    return audit;
}

}  // namespace cadre
