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

/// What the end reason of a spell may be that a move ends; "" for one that cannot be told.
std::vector<std::string> reasons_of(const RotationMove& move, const Schema& schema, const Attribute& reason) {
    if (reason.type.domain < 0) return {""};
    std::vector<std::string> found;
    for (const Code& code : schema.scale(reason.type.domain).codes) {
        if (code.id == move.kind) return {code.id};
        if (move.leaves || !is_no_move(code.id)) found.push_back(code.id);
    }
    return found;
}

/// A spell that a move ends, or may.
struct LeftSpell {
    std::size_t row = 0;  ///< of the table of spells; past its end: one that the plan itself begins
    Verdict is_left = Verdict::met;
    DayRange held_since;
    std::optional<std::size_t> taken_by;  ///< position of the move that begins it
};

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
        Verdict is_known = Verdict::not_met;
        for (const LeftSpell& spell : left_spells()) {
            is_known = is_known || spell.is_left;
            begin_spell(spell);
            const Verdict breaks =
                applies && spell.is_left && is_too_short(std::get<LeastStayRule>(policy.rule), spell);
            if (const auto status = status_of({!breaks, exempt})) add(rule, *status, spell);
        }
        if (is_known != Verdict::met && history_.may_have_more(*move().person) && exempt != Verdict::met) {
            add_unlisted(rule);
        }
    }

    /// Those of the roster, then what an earlier move of the plan begins.
    std::vector<LeftSpell> left_spells() const {
        std::vector<LeftSpell> found;
        const auto [first, end] = history_.spells_of(*move().person);
        for (std::size_t spell = first; spell < end; ++spell) {
            const Verdict is_left = ends(spell);
            if (is_left != Verdict::not_met) found.push_back({spell, is_left, history_.held_since(spell), {}});
        }
        for (const std::size_t position : facts_.held.of(*move().person)) {
            const Holding& holding = facts_.held.at(position);
            if (!holding.taken_by || !holding.post || holding.post != move().from) continue;
            const Verdict is_left = holding.on(day_ - 1);
            if (is_left == Verdict::not_met) continue;
            found.push_back({evaluator_->binding().rows(spells_),
                             is_left,
                             {holding.from.earliest, holding.from.latest},
                             holding.taken_by});
        }
        return found;
    }

    /// Supposes the cells of a spell that the roster does not have.
    void begin_spell(const LeftSpell& spell) {
        begun_.clear();
        if (!spell.taken_by) return;
        const RotationMove& taken = facts_.plan.moves[*spell.taken_by];
        const Table& table = schema_.table(spells_);
        const auto row = static_cast<std::int64_t>(spell.row);
        for (std::size_t at = 0; at < table.attributes.size(); ++at) {
            begun_[{spells_, row, static_cast<int>(at)}] = ReferenceEvaluator::unknown_cell(table.attributes[at]);
        }
        const auto set = [&](const char* name, AbstractValue value) {
            if (const auto at = table.find(name)) begun_[{spells_, row, *at}] = std::move(value);
        };
        set("post", PossibleRows::exactly(static_cast<std::int64_t>(*taken.to)));
        if (taken.day) set("from", PossibleInteger::exactly(*taken.day));
        if (taken.day) set("held_since", PossibleInteger::exactly(*taken.day));
        if (!taken.kind.empty()) set("kind", PossibleInteger::exactly(evaluator_->texts().id(taken.kind)));
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
    Verdict is_too_short(const LeastStayRule& rule, const LeftSpell& spell) {
        const Verdict early = before(DayRange::on(day_), enough(rule, spell));
        if (early == Verdict::not_met) return early;
        const auto reason = schema_.table(spells_).find("end_reason");
        if (!reason) return early && on_spell(rule, spell.row, {});
        std::optional<Verdict> all;
        for (const std::string& code : reasons_of(move(), schema_, schema_.attribute(spells_, *reason))) {
            const Verdict verdict = on_spell(rule, spell.row, code);
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
        ended_ = begun_;
        const Table& table = schema_.table(spells_);
        if (const auto to = table.find("to")) ended_[{spells_, row, *to}] = PossibleInteger::exactly(day_);
        if (const auto why = table.find("end_reason"); why && !reason.empty()) {
            ended_[{spells_, row, *why}] = PossibleInteger::exactly(evaluator_->texts().id(reason));
        }
        evaluator_->suppose(&ended_);
        evaluator_->judge_row(row);
    }

    DayRange enough(const LeastStayRule& rule, const LeftSpell& spell) {
        evaluator_->suppose(&begun_);
        evaluator_->judge_row(static_cast<std::int64_t>(spell.row));
        return months_after(spell.held_since, std::get<PossibleInteger>(evaluator_->evaluate(*rule.least)));
    }

    PlanCheckFinding finding_on(std::size_t rule, PlanCheckStatus status) const {
        PlanCheckFinding finding{.matter = PlanMatter::rule, .status = status};
        finding.move = at_;
        finding.rule = first_rule_ + rule;
        finding.post = move().from;
        finding.from = day_;
        return finding;
    }

    void add(std::size_t rule, PlanCheckStatus status, const LeftSpell& spell) {
        PlanCheckFinding finding = finding_on(rule, status);
        finding.other = spell.taken_by;
        if (!spell.taken_by) finding.spell = spell.row;
        finding.to = known_day(enough(std::get<LeastStayRule>(rules_[rule].rule), spell));
        if (status == PlanCheckStatus::undetermined) finding.missing = missing(rules_[rule], spell);
        found_.push_back(std::move(finding));
    }

    void add_unlisted(std::size_t rule) {
        PlanCheckFinding finding = finding_on(rule, PlanCheckStatus::undetermined);
        finding.missing.push_back(field_of(facts_.roster, "cadres", *move().person, "appointments"));
        found_.push_back(std::move(finding));
    }

    std::vector<MissingField> missing(const RotationPolicy& policy, const LeftSpell& spell) {
        Gaps gaps;
        for (const ExpressionPtr& condition : {policy.cadres, policy.exempt}) {
            if (!condition) continue;
            on_cadre(condition, Verdict::met);
            collect_open_gaps(*evaluator_, *condition, gaps);
        }
        suppose_end(spell.row, {});
        collect_open_gaps(*evaluator_, *std::get<LeastStayRule>(policy.rule).spells, gaps);
        if (!spell.taken_by) {
            for (const char* name : {"post", "from", "to", "held_since"}) add_missing(spell.row, name, gaps);
        }
        std::vector<MissingField> fields;
        for (const CellIndex& cell : gaps.missing) {
            if (schema_.attribute(cell.table, cell.attribute).sensitive) continue;
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
    Hypothesis begun_;  ///< the cells of the spell at hand, where the plan begins it
    Hypothesis ended_;  ///< with those of its end
    PlanCheckFindings found_;
};

}  // namespace

PlanCheckFindings find_short_stays(const PlanFacts& facts, const std::vector<RotationPolicy>& rules,
                                   std::size_t first_rule) {
    if (rules.empty()) return {};
    return ShortStays(facts, rules, first_rule).find();
}

}  // namespace cadre
