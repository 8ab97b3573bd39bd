#include "targets/target_assessor.hpp"

#include "targets/distinct_values.hpp"
#include "targets/waiting_cells.hpp"

namespace cadre {
namespace {

bool in_force(const Target& target, DayNumber law_as_of) {
    return target.meet->operation != Operation::criterion || target.meet->in_force.contains(law_as_of);
}

Due due_state(const std::optional<DayNumber>& by, DayNumber as_of) {
    if (!by) return Due::no_day;
    if (as_of == *by) return Due::on_the_day;
    return as_of < *by ? Due::before : Due::after;
}

Undecided why_undecided(const TargetAssessment& result) {
    if (result.verdict != Verdict::undetermined) return Undecided::decided;
    if (result.counts.certain() > 0 || result.target.threshold.measure == Threshold::Measure::count) {
        return Undecided::missing_data;
    }
    return result.counts.possible() > 0 ? Undecided::population_may_be_empty : Undecided::population_empty;
}

std::int64_t count_open(const ClassCounts& counts, const Swings& swings) {
    const auto open = [](std::int64_t rows, const Share& swing) { return swing > Share{0, 1} ? rows : 0; };
    return open(counts.undetermined, swings.undetermined) + open(counts.maybe_met, swings.maybe_met) +
           open(counts.maybe_not_met, swings.maybe_not_met) +
           open(counts.maybe_undetermined, swings.maybe_undetermined);
}

}  // namespace

TargetAssessor::TargetAssessor(const Pack& pack, const Roster& roster, const TargetQuestions& questions,
                               const EvaluationOptions& options)
    : days_(decision_days(options)),
      questions_(questions),
      verdicts_(evaluate(questions.program(), roster, options)),
      evaluator_(*pack.schema(), roster, days_.as_of, days_.law_as_of, options.strict_snapshot) {}

TargetAssessment TargetAssessor::assess(const Target& target, std::size_t position) {
    TargetAssessment result;
    result.target = target;
    result.due = due_state(target.by, days_.as_of);
    if (evaluator_.binding().table(target.table) == nullptr) {
        result.undecided = Undecided::table_not_given;
    } else if (!in_force(target, days_.law_as_of)) {
        result.undecided = Undecided::not_in_force;
    } else {
        count(result, questions_.first(position));
    }
    return result;
}

void TargetAssessor::count(TargetAssessment& result, std::size_t first) {
    const Target& target = result.target;
    const RowClasses classes(verdicts_.columns()[first], verdicts_.columns()[first + 1]);
    const Swings weights = swings(target.threshold);
    result.counts = classes.counts();
    result.class_rows = classes.rows(most_rows_listed);
    result.bounds = bounds(result.counts, target.threshold.measure);
    result.open_rows = count_open(result.counts, weights);
    result.rows = classes.open_rows(weights, most_rows_examined);
    if (target.distinct) count_distinct(result, classes);
    if (!target.trend) judge_rows(result);
    result.cells = waiting_cells(evaluator_, target, result.rows);
    add_parts(result, first);
}

void TargetAssessor::judge_rows(TargetAssessment& result) {
    const Threshold& threshold = result.target.threshold;
    result.verdict = result.target.distinct ? judge_bounds(result.bounds, threshold) : judge(result.counts, threshold);
    result.shortfall =
        result.target.distinct ? bounds_shortfall(result.bounds, threshold) : shortfall(result.counts, threshold);
    result.undecided = why_undecided(result);
}

void TargetAssessor::count_distinct(TargetAssessment& result, const RowClasses& classes) {
    const Column* values = distinct_column(result.target);
    result.bounds = distinct_bounds(classes, values);
    result.open_rows += count_unnamed(classes, values);
    const auto unnamed = unnamed_rows(classes, values, most_rows_examined - result.rows.size());
    result.rows.insert(result.rows.end(), unnamed.begin(), unnamed.end());
}

void TargetAssessor::add_parts(TargetAssessment& result, std::size_t first) {
    for (std::size_t i = 0; i < result.target.parts.size(); ++i) {
        const TargetPart& part = result.target.parts[i];
        const RowClasses classes(verdicts_.columns()[first + 2 + i], verdicts_.columns()[first + 1]);
        PartAssessment found{part.code, part.label, classes.counts(), {}};
        found.bounds = result.target.distinct ? distinct_bounds(classes, distinct_column(result.target))
                                              : bounds(found.counts, result.target.threshold.measure);
        result.parts.push_back(std::move(found));
    }
}

const Column* TargetAssessor::distinct_column(const Target& target) const {
    return evaluator_.binding().column(target.table, *target.distinct);
}

}  // namespace cadre
