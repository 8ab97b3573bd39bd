#include "evaluation/missing_field.hpp"
#include "evaluation/open_gaps.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "rotation/audit/possible_days.hpp"
#include "rotation/audit/spell_history.hpp"
#include "rotation/check/plan_facts.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

namespace cadre {
namespace {

constexpr const char* spells_table = "cadres.appointments";

/// Ends of a spell that a move to another post is not.
bool is_no_move(std::string_view reason) {
    return reason == "retirement" || reason == "death";
}

/// What the end reason of a spell may be that a move ends.
std::vector<std::string> reasons_of(const RotationMove& move, const Schema& schema, const Attribute& reason) {
    std::vector<std::string> found;
    for (const Code& code : schema.scale(reason.type.domain).codes) {
        if (code.id == move.kind) return {code.id};
        if (move.leaves || !is_no_move(code.id)) found.push_back(code.id);
    }
    return found;
}

/// Judges the spells that moves end by the rules on the least stay, day by day.
class ShortStays {
public:
    ShortStays(const PlanFacts& facts, const std::vector<RotationPolicy>& rules, std::size_t first_rule)
        : facts_(facts),
          rules_(rules),
          first_rule_(first_rule),
          schema_(*facts.pack.schema()),
          spells_(schema_.find_table(spells_table).value_or(-1)),
          history_(facts.roster) {}

    PlanCheckFindings find() {
        std::vector<std::size_t> order(facts_.plan.moves.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::erase_if(order, [&](std::size_t at) { return !is_judged(facts_.plan.moves[at]); });
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return facts_.plan.moves[a].day < facts_.plan.moves[b].day;
        });
        for (const std::size_t at : order) {
            begin_move(at);
            for (std::size_t rule = 0; rule < rules_.size(); ++rule) judge(rule);
        }
        return std::move(found_);
    }

private:
    static bool is_judged(const RotationMove& move) { return move.person && move.day && !move.enters; }
    const RotationMove& move() const { return facts_.plan.moves[at_]; }

    void begin_move(std::size_t at) {
        at_ = at;
        const DayNumber day = *move().day;
        if (evaluator_ && day == day_) return;
        day_ = day;
        const auto& law = facts_.options.law.law_as_of;
        evaluator_.emplace(schema_, facts_.roster, day, law ? day_number(*law) : day,
                           facts_.options.law.strict_snapshot);
    }

    void judge(std::size_t rule) {
        const RotationPolicy& policy = rules_[rule];
        if (!policy.in_force.contains(evaluator_->law_as_of())) return;
        const Verdict applies = on_cadre(policy.cadres, Verdict::met);
        if (applies == Verdict::not_met) return;
        const Verdict exempt = on_cadre(policy.exempt, Verdict::not_met);
        const auto [first, end] = history_.spells_of(*move().person);
        Verdict is_listed = Verdict::not_met;
        for (std::size_t spell = first; spell < end; ++spell) {
            const Verdict is_left = ends(spell);
            if (is_left == Verdict::not_met) continue;
            is_listed = is_listed || is_left;
            const Verdict breaks = applies && is_left && is_too_short(std::get<LeastStayRule>(policy.rule), spell);
            if (const auto status = status_of({!breaks, exempt})) add(rule, *status, spell);
        }
        if (is_listed != Verdict::met && history_.may_have_more(*move().person) && exempt != Verdict::met) {
            add(rule, PlanCheckStatus::undetermined, {});
        }
    }

    Verdict on_cadre(const ExpressionPtr& condition, Verdict absent) {
        if (!condition) return absent;
        evaluator_->suppose(nullptr);
        evaluator_->judge_row(static_cast<std::int64_t>(*move().person));
        return evaluator_->truth(*condition);
    }

    /// Whether it is this spell that the move ends.
    Verdict ends(std::size_t spell) const {
        const auto post = history_.post(spell);
        const bool known = post && move().from;
        if (known && static_cast<std::size_t>(*post) != *move().from) return Verdict::not_met;
        const DayRange day = DayRange::on(day_);
        const Verdict lasts = before(history_.from(spell), day) && by(day, history_.to(spell));
        return known ? lasts : lasts && Verdict::undetermined;
    }

    /// Whether the rule asks for a longer stay, for whatever reason the spell may end.
    Verdict is_too_short(const LeastStayRule& rule, std::size_t spell) {
        const Verdict early = before(DayRange::on(day_), enough(rule, spell));
        if (early == Verdict::not_met) return early;
        const auto reason = schema_.table(spells_).find("end_reason");
        if (!reason) return early && on_spell(rule, spell, {});
        std::optional<Verdict> all;
        for (const std::string& code : reasons_of(move(), schema_, schema_.attribute(spells_, *reason))) {
            const Verdict verdict = on_spell(rule, spell, code);
            if (all && *all != verdict) return early && Verdict::undetermined;
            all = verdict;
        }
        return early && all.value_or(Verdict::undetermined);
    }

    Verdict on_spell(const LeastStayRule& rule, std::size_t spell, const std::string& reason) {
        suppose_end(spell, reason);
        return evaluator_->truth(*rule.spells);
    }

    void suppose_end(std::size_t spell, const std::string& reason) {
        const auto row = static_cast<std::int64_t>(spell);
        ended_.clear();
        const Table& table = schema_.table(spells_);
        if (const auto to = table.find("to")) ended_[{spells_, row, *to}] = PossibleInteger::exactly(day_);
        if (const auto why = table.find("end_reason"); why && !reason.empty()) {
            ended_[{spells_, row, *why}] = PossibleInteger::exactly(evaluator_->texts().id(reason));
        }
        evaluator_->suppose(&ended_);
        evaluator_->judge_row(row);
    }

    DayRange enough(const LeastStayRule& rule, std::size_t spell) {
        evaluator_->suppose(nullptr);
        evaluator_->judge_row(static_cast<std::int64_t>(spell));
        return months_after(history_.held_since(spell), std::get<PossibleInteger>(evaluator_->evaluate(*rule.least)));
    }

    void add(std::size_t rule, PlanCheckStatus status, std::optional<std::size_t> spell) {
        PlanCheckFinding finding{.matter = PlanMatter::rule, .status = status};
        finding.move = at_;
        finding.rule = first_rule_ + rule;
        finding.post = move().from;
        finding.spell = spell;
        finding.from = day_;
        if (spell) finding.to = known_day(enough(std::get<LeastStayRule>(rules_[rule].rule), *spell));
        if (status == PlanCheckStatus::undetermined) finding.missing = missing(rules_[rule], spell);
        found_.push_back(std::move(finding));
    }

    std::vector<MissingField> missing(const RotationPolicy& policy, std::optional<std::size_t> spell) {
        if (!spell) return {field_of(facts_.roster, "cadres", *move().person, "appointments")};
        Gaps gaps;
        for (const ExpressionPtr& condition : {policy.cadres, policy.exempt}) {
            if (!condition) continue;
            on_cadre(condition, Verdict::met);
            collect_open_gaps(*evaluator_, *condition, gaps);
        }
        suppose_end(*spell, move().kind);
        collect_open_gaps(*evaluator_, *std::get<LeastStayRule>(policy.rule).spells, gaps);
        for (const char* name : {"post", "from", "to", "held_since"}) add_missing(*spell, name, gaps);
        std::vector<MissingField> fields;
        for (const CellIndex& cell : gaps.missing) {
            if (!schema_.attribute(cell.table, cell.attribute).sensitive)
                fields.push_back(missing_field(*evaluator_, cell));
        }
        return fields;
    }

    void add_missing(std::size_t spell, const char* attribute, Gaps& gaps) const {
        const auto at = schema_.table(spells_).find(attribute);
        if (!at) return;
        const Column* column = evaluator_->binding().column(spells_, *at);
        const bool known = column != nullptr && column->is_present(spell) && !column->is_partial(spell);
        if (!known) gaps.missing.insert({spells_, static_cast<std::int64_t>(spell), *at});
    }

    const PlanFacts& facts_;
    const std::vector<RotationPolicy>& rules_;
    std::size_t first_rule_;
    const Schema& schema_;
    int spells_;
    SpellHistory history_;
    std::optional<ReferenceEvaluator> evaluator_;
    DayNumber day_ = 0;
    std::size_t at_ = 0;
    Hypothesis ended_;
    PlanCheckFindings found_;
};

}  // namespace

PlanCheckFindings find_short_stays(const PlanFacts& facts, const std::vector<RotationPolicy>& rules,
                                   std::size_t first_rule) {
    if (rules.empty()) return {};
    return ShortStays(facts, rules, first_rule).find();
}

}  // namespace cadre
