#include "rotation/rules/stay_judge.hpp"

#include "evaluation/missing_field.hpp"
#include "evaluation/open_gaps.hpp"
#include "rotation/audit/possible_days.hpp"

#include <string_view>
#include <utility>

namespace cadre {
namespace {

constexpr const char* spells_table = "cadres.appointments";

/// Ends of a spell that a move to another post is not.
bool is_no_move(std::string_view reason) {
    return reason == "retirement" || reason == "death";
}

}  // namespace

std::vector<RotationPolicy> rules_on_stays(const Pack& pack) {
    std::vector<RotationPolicy> rules;
    for (RotationPolicy& policy : read_rotation_policies(pack)) {
        if (std::holds_alternative<LeastStayRule>(policy.rule)) rules.push_back(std::move(policy));
    }
    return rules;
}

StayJudge::StayJudge(const Pack& pack, const Roster& roster, const MoveRuleOptions& options)
    : schema_(*pack.schema()),
      roster_(roster),
      options_(options),
      spells_(schema_.find_table(spells_table).value_or(-1)),
      history_(roster) {}

void StayJudge::begin_move(const RotationMove& move, std::vector<LeftSpell> begun) {
    move_ = &move;
    if (!evaluator_ || *move.day != day_) {
        day_ = *move.day;
        const DayNumber law = options_.law_as_of ? day_number(*options_.law_as_of) : day_;
        evaluator_.emplace(schema_, roster_, day_, law, options_.strict_snapshot);
    }
    begun_ = std::move(begun);
    for (LeftSpell& spell : begun_) spell.row = evaluator_->binding().rows(spells_);
}

std::vector<StayVerdict> StayJudge::judge(const RotationPolicy& rule) {
    if (!rule.in_force.contains(evaluator_->law_as_of())) return {};
    const Verdict applies = on_cadre(rule.cadres, Verdict::met);
    if (applies == Verdict::not_met) return {};
    const Verdict exempt = on_cadre(rule.exempt, Verdict::not_met);
    std::vector<StayVerdict> verdicts;
    Verdict is_known = Verdict::not_met;
    for (const LeftSpell& spell : left_spells()) {
        is_known = is_known || spell.is_left;
        const Verdict breaks = applies && spell.is_left && is_too_short(rule, spell);
        verdicts.push_back({spell, {!breaks, exempt}});
    }
    if (is_known != Verdict::met && history_.may_have_more(*move_->person)) {
        verdicts.push_back({{}, {Verdict::undetermined, exempt}});
    }
    return verdicts;
}

Verdict StayJudge::on_cadre(const ExpressionPtr& condition, Verdict absent) {
    if (!condition) return absent;
    evaluator_->suppose(nullptr);
    evaluator_->judge_row(static_cast<std::int64_t>(*move_->person));
    return evaluator_->truth(*condition);
}

/// Those of the roster, then what earlier moves of the plan begin.
std::vector<LeftSpell> StayJudge::left_spells() const {
    std::vector<LeftSpell> found;
    const auto [first, end] = history_.spells_of(*move_->person);
    for (std::size_t spell = first; spell < end; ++spell) {
        const Verdict is_left = ends(spell);
        if (is_left != Verdict::not_met) found.push_back({spell, is_left, history_.held_since(spell)});
    }
    found.insert(found.end(), begun_.begin(), begun_.end());
    return found;
}

/// Whether it is this spell that the move ends.
Verdict StayJudge::ends(std::size_t spell) const {
    const auto post = history_.post(spell);
    const bool known = post && move_->from;
    if (known && static_cast<std::size_t>(*post) != *move_->from) return Verdict::not_met;
    const DayRange day = DayRange::on(day_);
    const Verdict lasts = before(history_.from(spell), day) && by(day, history_.to(spell));
    return known ? lasts : lasts && Verdict::undetermined;
}

/// Whether the rule asks for a longer stay, for whatever reason the spell may end.
Verdict StayJudge::is_too_short(const RotationPolicy& rule, const LeftSpell& spell) {
    const auto& stay = std::get<LeastStayRule>(rule.rule);
    const Verdict early = before(DayRange::on(day_), enough(rule, spell));
    return early == Verdict::not_met ? early : early && is_for(stay, spell);
}

Verdict StayJudge::is_for(const LeastStayRule& rule, const LeftSpell& spell) {
    std::optional<Verdict> all;
    for (const std::string& reason : reasons()) {
        const Verdict verdict = on_spell(rule, spell, reason);
        if (all && *all != verdict) return Verdict::undetermined;
        all = verdict;
    }
    return all.value_or(Verdict::undetermined);
}

std::vector<std::string> StayJudge::reasons() const {
    const auto reason = schema_.table(spells_).find("end_reason");
    const int domain = reason ? schema_.attribute(spells_, *reason).type.domain : -1;
    if (domain < 0) return {""};
    std::vector<std::string> found;
    for (const Code& code : schema_.scale(domain).codes) {
        if (code.id == move_->kind) return {code.id};
        if (move_->leaves || !is_no_move(code.id)) found.push_back(code.id);
    }
    return found;
}

Verdict StayJudge::on_spell(const LeastStayRule& rule, const LeftSpell& spell, const std::string& reason) {
    suppose_end(spell, reason);
    return evaluator_->truth(*rule.spells);
}

DayRange StayJudge::enough(const RotationPolicy& rule, const LeftSpell& spell) {
    supposed_ = begun_cells(spell);
    evaluator_->suppose(&supposed_);
    evaluator_->judge_row(static_cast<std::int64_t>(spell.row));
    const ExpressionPtr& least = std::get<LeastStayRule>(rule.rule).least;
    return months_after(spell.held_since, std::get<PossibleInteger>(evaluator_->evaluate(*least)));
}

Hypothesis StayJudge::begun_cells(const LeftSpell& spell) {
    Hypothesis cells;
    if (spell.begun_by == nullptr) return cells;
    const RotationMove& taken = *spell.begun_by;
    const Table& table = schema_.table(spells_);
    const auto row = static_cast<std::int64_t>(spell.row);
    for (std::size_t at = 0; at < table.attributes.size(); ++at) {
        cells[{spells_, row, static_cast<int>(at)}] = ReferenceEvaluator::unknown_cell(table.attributes[at]);
    }
    const auto set = [&](const char* name, AbstractValue value) {
        if (const auto at = table.find(name)) cells[{spells_, row, *at}] = std::move(value);
    };
    set("post", PossibleRows::exactly(static_cast<std::int64_t>(*taken.to)));
    if (taken.day) set("from", PossibleInteger::exactly(*taken.day));
    if (taken.day) set("held_since", PossibleInteger::exactly(*taken.day));
    if (!taken.kind.empty()) set("kind", PossibleInteger::exactly(evaluator_->texts().id(taken.kind)));
    return cells;
}

void StayJudge::suppose_end(const LeftSpell& spell, const std::string& reason) {
    const auto row = static_cast<std::int64_t>(spell.row);
    supposed_ = begun_cells(spell);
    const Table& table = schema_.table(spells_);
    if (const auto to = table.find("to")) supposed_[{spells_, row, *to}] = PossibleInteger::exactly(day_);
    if (const auto why = table.find("end_reason"); why && !reason.empty()) {
        supposed_[{spells_, row, *why}] = PossibleInteger::exactly(evaluator_->texts().id(reason));
    }
    evaluator_->suppose(&supposed_);
    evaluator_->judge_row(row);
}

std::vector<MissingField> StayJudge::missing(const RotationPolicy& rule, const std::optional<LeftSpell>& spell) {
    Gaps gaps;
    for (const ExpressionPtr& condition : {rule.cadres, rule.exempt}) {
        if (!condition) continue;
        on_cadre(condition, Verdict::met);
        collect_open_gaps(*evaluator_, *condition, gaps);
    }
    if (spell) {
        suppose_end(*spell, {});
        collect_open_gaps(*evaluator_, *std::get<LeastStayRule>(rule.rule).spells, gaps);
        collect_spell(*spell, gaps);
    } else {
        collect_list(gaps);
    }
    return named(gaps);
}

std::vector<MissingField> StayJudge::named(const Gaps& gaps) const {
    std::vector<MissingField> fields;
    for (const CellIndex& cell : gaps.missing) {
        if (schema_.attribute(cell.table, cell.attribute).sensitive) continue;
        fields.push_back(missing_field(*evaluator_, cell));
    }
    return fields;
}

/// What the roster does not say of when and where the spell was.
void StayJudge::collect_spell(const LeftSpell& spell, Gaps& gaps) const {
    if (spell.begun_by != nullptr) return;
    for (const char* name : {"post", "from", "to", "held_since"}) {
        const auto at = schema_.table(spells_).find(name);
        if (!at) continue;
        const Column* column = evaluator_->binding().column(spells_, *at);
        const bool known = column != nullptr && column->is_present(spell.row) && !column->is_partial(spell.row);
        if (!known) gaps.missing.insert({spells_, static_cast<std::int64_t>(spell.row), *at});
    }
}

void StayJudge::collect_list(Gaps& gaps) const {
    const auto cadres = schema_.find_table("cadres");
    const auto lists = cadres ? schema_.table(*cadres).find("appointments") : std::nullopt;
    if (lists) gaps.missing.insert({*cadres, static_cast<std::int64_t>(*move_->person), *lists});
}

}  // namespace cadre
