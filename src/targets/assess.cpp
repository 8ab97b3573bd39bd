#include <cadre/targets/assess.hpp>

#include "evaluation/program.hpp"
#include "evaluation/reference/reference_evaluator.hpp"
#include "targets/row_classes.hpp"
#include "targets/waiting_cells.hpp"

#include <cadre/evaluation/evaluate.hpp>

#include <utility>

namespace cadre {
namespace {

bool in_force(const Target& target, DayNumber law_as_of) {
    return target.meet->operation != Operation::criterion || target.meet->in_force.contains(law_as_of);
}

Due due_state(const Target& target, DayNumber as_of) {
    if (!target.by) return Due::no_day;
    if (as_of == *target.by) return Due::on_the_day;
    return as_of < *target.by ? Due::before : Due::after;
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

/// Assesses the targets of one decision.
class Assessor {
public:
    Assessor(const Pack& pack, const Roster& roster, DecisionDays days, bool strict_snapshot)
        : days_(days), evaluator_(*pack.schema(), roster, days.as_of, days.law_as_of, strict_snapshot) {}

    TargetAssessment assess(Target target, const VerdictColumn& among, const VerdictColumn& meet) {
        TargetAssessment result;
        result.target = std::move(target);
        result.due = due_state(result.target, days_.as_of);
        if (evaluator_.binding().table(result.target.table) == nullptr) {
            result.undecided = Undecided::table_not_given;
        } else if (!in_force(result.target, days_.law_as_of)) {
            result.undecided = Undecided::not_in_force;
        } else {
            count(result, RowClasses(among, meet));
        }
        return result;
    }

private:
    void count(TargetAssessment& result, const RowClasses& classes) {
        const Threshold& threshold = result.target.threshold;
        const Swings weights = swings(threshold);
        result.counts = classes.counts();
        result.class_rows = classes.rows(most_rows_listed);
        result.bounds = bounds(result.counts, threshold.measure);
        result.verdict = judge(result.counts, threshold);
        result.undecided = why_undecided(result);
        result.shortfall = shortfall(result.counts, threshold);
        result.open_rows = count_open(result.counts, weights);
        result.rows = classes.open_rows(weights, most_rows_examined);
        result.cells = waiting_cells(evaluator_, result.target, result.rows);
    }

    DecisionDays days_;
    ReferenceEvaluator evaluator_;
};

Program compile_targets(const Pack& pack, const std::vector<Target>& targets) {
    std::vector<Question> questions;
    for (const Target& target : targets) {
        questions.push_back({target.id + ".among", target.table, target.among});
        questions.push_back({target.id + ".meet", target.table, target.meet});
    }
    return compile(std::move(questions), pack.schema());
}

}  // namespace

Assessment assess(const Pack& pack, const Roster& roster, const EvaluationOptions& options) {
    const DecisionDays days = decision_days(options);
    std::vector<Target> targets = read_targets(pack);
    const VerdictTable verdicts = evaluate(compile_targets(pack, targets), roster, options);

    Assessment assessment{pack.id(), options.as_of, date_of(days.law_as_of), roster.snapshot(), {}};
    Assessor assessor(pack, roster, days, options.strict_snapshot);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        assessment.targets.push_back(
            assessor.assess(std::move(targets[i]), verdicts.columns()[2 * i], verdicts.columns()[2 * i + 1]));
    }
    return assessment;
}

}  // namespace cadre
