#include "rotation/check/plan_facts.hpp"

#include <map>

namespace cadre {
namespace {

using Cadre = std::optional<std::size_t>;

bool is_same(const RotationMove& a, const RotationMove& b) {
    return a.person == b.person && a.from == b.from && a.to == b.to && a.enters == b.enters && a.leaves == b.leaves &&
           a.day == b.day;
}

template <class T>
bool may_be_same(const std::optional<T>& a, const std::optional<T>& b) {
    return !a || !b || *a == *b;
}

/// A post that is not there is told by a flag; else it is not known.
bool may_be_same_post(const std::optional<std::size_t>& a, bool none_a, const std::optional<std::size_t>& b,
                      bool none_b) {
    if (none_a || none_b) return none_a == none_b || (!a && !none_a) || (!b && !none_b);
    return may_be_same(a, b);
}

bool may_be_same(const RotationMove& a, const RotationMove& b) {
    return may_be_same(a.person, b.person) && may_be_same(a.day, b.day) &&
           may_be_same_post(a.from, a.enters, b.from, b.enters) && may_be_same_post(a.to, a.leaves, b.to, b.leaves);
}

/// Looks for a published move among the moves of one cadre.
Verdict find_in(const std::vector<std::size_t>& positions, const RotationPlan& plan, const RotationMove& published) {
    Verdict found = Verdict::not_met;
    for (const std::size_t at : positions) {
        if (is_same(plan.moves[at], published)) return Verdict::met;
        if (may_be_same(plan.moves[at], published)) found = Verdict::undetermined;
    }
    return found;
}

}  // namespace

PlanCheckFindings find_changed_moves(const PlanFacts& facts) {
    PlanCheckFindings found;
    if (!facts.options.earlier) return found;
    std::map<Cadre, std::vector<std::size_t>> moves_of;
    for (std::size_t at = 0; at < facts.plan.moves.size(); ++at) moves_of[facts.plan.moves[at].person].push_back(at);
    const std::vector<RotationMove>& earlier = facts.options.earlier->moves;
    for (std::size_t at = 0; at < earlier.size(); ++at) {
        if (!earlier[at].published) continue;
        const std::vector<std::size_t>& own = moves_of[earlier[at].person];
        Verdict kept = find_in(own, facts.plan, earlier[at]);
        if (earlier[at].person) kept = kept || find_in(moves_of[std::nullopt], facts.plan, earlier[at]);
        if (kept == Verdict::met) continue;
        PlanCheckFinding finding{.matter = PlanMatter::published_changed};
        if (kept == Verdict::undetermined) finding.status = PlanCheckStatus::undetermined;
        if (!own.empty()) finding.move = own.front();
        finding.other = at;
        finding.from = earlier[at].day;
        found.push_back(finding);
    }
    return found;
}

}  // namespace cadre
