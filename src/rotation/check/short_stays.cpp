#include "rotation/audit/possible_days.hpp"
#include "rotation/check/plan_facts.hpp"
#include "rotation/rules/stay_judge.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace cadre {
namespace {

/// Judges the moves of a plan by the rules on the least stay, day by day.
class ShortStays {
public:
    ShortStays(const PlanFacts& facts, const std::vector<RotationPolicy>& rules, std::size_t first_rule)
        : facts_(facts), rules_(rules), first_rule_(first_rule), judge_(facts.pack, facts.roster, facts.options.law) {}

    PlanCheckFindings find() {
        std::vector<std::size_t> order(facts_.plan.moves.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::erase_if(order, [&](std::size_t at) { return !is_judged(facts_.plan.moves[at]); });
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return facts_.plan.moves[a].day < facts_.plan.moves[b].day;
        });
        for (const std::size_t at : order) {
            at_ = at;
            judge_.begin_move(move(), begun_spells());
            for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
                for (const StayVerdict& stay : judge_.judge(rules_[rule])) {
                    if (const auto status = status_of(stay.verdict)) add(rule, *status, stay.spell);
                }
            }
        }
        return std::move(found_);
    }

private:
    static bool is_judged(const RotationMove& move) { return move.person && move.day && !move.enters; }
    const RotationMove& move() const { return facts_.plan.moves[at_]; }

    /// What earlier moves of the plan begin and this one ends, or may.
    std::vector<LeftSpell> begun_spells() const {
        std::vector<LeftSpell> found;
        for (const std::size_t position : facts_.held.of(*move().person)) {
            const Holding& holding = facts_.held.at(position);
            if (!holding.taken_by || !holding.post || holding.post != move().from) continue;
            const Verdict is_left = holding.on(*move().day - 1);
            if (is_left == Verdict::not_met) continue;
            const DayRange held_since{holding.from.earliest, holding.from.latest};
            found.push_back({0, is_left, held_since, &facts_.plan.moves[*holding.taken_by]});
        }
        return found;
    }

    void add(std::size_t rule, PlanCheckStatus status, const std::optional<LeftSpell>& spell) {
        PlanCheckFinding finding{.matter = PlanMatter::rule, .status = status};
        finding.move = at_;
        finding.rule = first_rule_ + rule;
        finding.post = move().from;
        finding.from = move().day;
        if (spell && spell->begun_by != nullptr) {
            finding.other = static_cast<std::size_t>(spell->begun_by - facts_.plan.moves.data());
        } else if (spell) {
            finding.spell = spell->row;
        }
        if (spell) finding.to = known_day(judge_.enough(rules_[rule], *spell));
        if (status == PlanCheckStatus::undetermined) finding.missing = judge_.missing(rules_[rule], spell);
        found_.push_back(std::move(finding));
    }

    const PlanFacts& facts_;
    const std::vector<RotationPolicy>& rules_;
    std::size_t first_rule_;
    StayJudge judge_;
    std::size_t at_ = 0;
    PlanCheckFindings found_;
};

}  // namespace

PlanCheckFindings find_short_stays(const PlanFacts& facts, const std::vector<RotationPolicy>& rules,
                                   std::size_t first_rule) {
    if (rules.empty()) return {};
    return ShortStays(facts, rules, first_rule).find();
}

}  // namespace cadre
