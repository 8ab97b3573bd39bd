#include "rotation/audit/audit_gaps.hpp"

#include "evaluation/open_gaps.hpp"
#include "evaluation/program.hpp"

#include <cadre/error.hpp>

namespace cadre {
namespace {

/// What a rule reads of a spell beside its conditions.
struct CellsRead {
    using Names = std::vector<std::string_view>;
    Names operator()(const OverstayRule&) const { return {"from", "to", "held_since"}; }
    Names operator()(const LeastStayRule&) const { return {"to", "held_since"}; }
    Names operator()(const CoolingOffRule&) const { return {"from", "to"}; }
    Names operator()(const NoReturnRule&) const { return {"post", "from", "to"}; }
    Names operator()(const TermsRule& rule) const {
        if (rule.same == TermsRule::Same::post) return {"post", "from", "to"};
        return {"unit", "title", "from", "to"};
    }
    Names operator()(const ReturnRule&) const { return {"from", "to", "return_due"}; }
    template <class Rule>
    Names operator()(const Rule&) const {
        return {};
    }
};

}  // namespace

AuditGaps::AuditGaps(const Pack& pack, const Roster& roster, const EvaluationOptions& options,
                     const AuditWindow& window, const AuditVerdicts& verdicts)
    : schema_(*pack.schema()),
      verdicts_(verdicts),
      cadres_(schema_.find_table("cadres").value_or(-1)),
      spells_(schema_.find_table("cadres.appointments").value_or(-1)),
      last_due_(window.last_due),
      as_of_(window.as_of),
      evaluator_(schema_, roster, window.as_of, decision_days(options).law_as_of, options.strict_snapshot) {}

std::vector<MissingField> AuditGaps::of(std::size_t position, const RotationPolicy& policy, const Breach& breach) {
    const RuleConditions rule = conditions_of(policy);
    const std::size_t cadre = breach.cadre;
    Gaps gaps;
    collect(verdicts_.applies(position, cadre), policy.cadres, cadre, as_of_, gaps);
    collect(verdicts_.exempt(position, cadre), policy.exempt, cadre, as_of_, gaps);
    collect(verdicts_.condition(position, cadre), rule.cadres, cadre, as_of_, gaps);
    if (breach.now == Verdict::not_met) {
        collect(verdicts_.later_condition(position, cadre), rule.cadres, cadre, last_due_, gaps);
    }
    if (breach.spell) {
        const std::size_t spell = *breach.spell;
        const std::size_t first = breach.earlier.value_or(spell);
        collect(verdicts_.spell(position, first), rule.spells, first, as_of_, gaps);
        collect(verdicts_.into(position, spell), rule.into, spell, as_of_, gaps);
        if (!rule.into) collect(verdicts_.spell(position, spell), rule.spells, spell, as_of_, gaps);
        collect_period(rule.period, spell, gaps);
        collect_cells(policy, first, gaps);
        collect_cells(policy, spell, gaps);
    }
    return fields(gaps);
}

MissingField AuditGaps::spells_of(std::size_t cadre) const {
    const Table& table = schema_.table(cadres_);
    const Attribute& list = table.attributes[static_cast<std::size_t>(table.find("appointments").value_or(0))];
    return {table.id, static_cast<std::int64_t>(cadre), list.id, list.meaning};
}

void AuditGaps::collect(Verdict verdict, const ExpressionPtr& condition, std::size_t row, DayNumber day, Gaps& gaps) {
    if (verdict != Verdict::undetermined) return;
    evaluator_.judge_row(static_cast<std::int64_t>(row));
    evaluator_.set_days(day, evaluator_.law_as_of());
    collect_open_gaps(evaluator_, *condition, gaps);
}

void AuditGaps::collect_period(const ExpressionPtr& period, std::size_t spell, Gaps& gaps) {
    if (!period) return;
    Gaps own;
    evaluator_.judge_row(static_cast<std::int64_t>(spell));
    evaluator_.set_days(as_of_, evaluator_.law_as_of());
    evaluator_.note_gaps(&own);
    const auto months = std::get<PossibleInteger>(evaluator_.evaluate(*period));
    evaluator_.note_gaps(nullptr);
    if (!months.is_single()) gaps.missing.merge(own.missing);
}

void AuditGaps::collect_cells(const RotationPolicy& policy, std::size_t spell, Gaps& gaps) const {
    for (const std::string_view name : std::visit(CellsRead{}, policy.rule)) {
        const auto attribute = schema_.table(spells_).find(name);
        if (!attribute) continue;
        const Column* column = evaluator_.binding().column(spells_, *attribute);
        const bool known =
            column != nullptr && column->is_present(spell) && (column->is_none(spell) || !column->is_partial(spell));
        if (!known) gaps.missing.insert({spells_, static_cast<std::int64_t>(spell), *attribute});
    }
}

std::vector<MissingField> AuditGaps::fields(const Gaps& gaps) const {
    std::vector<MissingField> found;
    for (const CellIndex& cell : gaps.missing) {
        const Attribute& attribute = schema_.attribute(cell.table, cell.attribute);
        if (attribute.sensitive) continue;
        const Column* column = evaluator_.binding().column(cell.table, cell.attribute);
        const bool partial = column != nullptr && column->is_present(static_cast<std::size_t>(cell.row));
        found.push_back({schema_.table(cell.table).id, cell.row, attribute.id, attribute.meaning, partial});
    }
    return found;
}

}  // namespace cadre
