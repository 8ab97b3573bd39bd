#include "rotation/check/plan_facts.hpp"

namespace cadre {

std::optional<PlanCheckStatus> status_of(const MoveVerdict& verdict) {
    if (verdict.meets == Verdict::met) return {};
    if (verdict.meets == Verdict::undetermined) {
        return verdict.exempt == Verdict::met ? std::nullopt : std::optional(PlanCheckStatus::undetermined);
    }
    switch (verdict.exempt) {
        case Verdict::met: return PlanCheckStatus::exempt;
        case Verdict::not_met: return PlanCheckStatus::violated;
        default: return PlanCheckStatus::undetermined;
    }
}

std::optional<ProposedMove> proposed_move(const RotationMove& move) {
    if (move.leaves || !move.person || !move.day) return {};
    return ProposedMove{*move.person, move.to, move.from, move.enters, *move.day, move.kind, move.row};
}

PlanCheckFindings find_rule_matters(const PlanFacts& facts, const MoveRules& rules) {
    std::vector<ProposedMove> proposed;
    std::vector<std::size_t> positions;
    for (std::size_t at = 0; at < facts.plan.moves.size(); ++at) {
        const auto move = proposed_move(facts.plan.moves[at]);
        if (!move) continue;
        proposed.push_back(*move);
        positions.push_back(at);
    }
    const MoveVerdicts verdicts = rules.judge(proposed);
    PlanCheckFindings found;
    for (std::size_t i = 0; i < proposed.size(); ++i) {
        for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
            const auto status = status_of(verdicts.at(i, rule));
            if (!status) continue;
            PlanCheckFinding finding{.matter = PlanMatter::rule, .status = *status};
            finding.move = positions[i];
            finding.rule = rule;
            finding.post = proposed[i].to;
            finding.from = proposed[i].day;
            if (*status == PlanCheckStatus::undetermined) finding.missing = rules.missing(proposed[i], rule);
            found.push_back(std::move(finding));
        }
    }
    return found;
}

}  // namespace cadre
