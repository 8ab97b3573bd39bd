#include "evaluation/judged_row.hpp"
#include "evaluation/named_criterion.hpp"
#include "evaluation/program.hpp"
#include "evaluation/remedies/change_choices.hpp"
#include "evaluation/remedies/raised_values.hpp"
#include "evaluation/remedies/remedies_of.hpp"
#include "evaluation/remedies/remedy_search.hpp"

#include <cadre/error.hpp>
#include <cadre/evaluation/remedy.hpp>

#include <utility>

namespace cadre {
namespace {

Remedy described(const Pack& pack, const Criterion& criterion, const std::vector<Choice>& choices, RemedySearch& search,
                 const Selection& selection) {
    Remedy remedy;
    for (std::size_t i = 0; i < selection.size(); ++i) {
        const Choice& choice = choices[selection[i].first];
        Change change = choice.options[selection[i].second].change;
        const TypeKind kind = pack.schema()->attribute(criterion.table, choice.cell.attribute).type.kind;
        if (kind != TypeKind::list && is_raised_by_order(kind)) change.or_more = search.or_more(selection, i);
        remedy.changes.push_back(std::move(change));
    }
    return remedy;
}

}  // namespace

void check_most_changes(std::size_t changes) {
    if (changes > 0 && changes <= most_changes_searched) return;
    throw Error(ErrorCode::invalid_argument,
                {MessageId::remedy_changes_range, {static_cast<std::int64_t>(most_changes_searched)}});
}

Remedies remedies(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                  const EvaluationOptions& options, std::size_t changes) {
    return remedies_of(pack, named_criterion(pack, criterion), roster, row, options, changes);
}

Remedies remedies_of(const Pack& pack, const Criterion& judged, const Roster& roster, std::size_t row,
                     const EvaluationOptions& options, std::size_t changes) {
    check_most_changes(changes);
    const DecisionDays days = decision_days(options);
    ReferenceEvaluator evaluator(*pack.schema(), roster, days.as_of, days.law_as_of, options.strict_snapshot);
    judge_known_row(evaluator, judged.table, row);

    Remedies result;
    result.criterion = judged.id;
    result.title = judged.title;
    result.table = pack.schema()->table(judged.table).id;
    result.row = row;
    result.as_of = days.as_of;
    result.law_as_of = days.law_as_of;
    result.verdict = evaluator.truth(*judged.condition);
    result.most_changes = changes;
    result.complete = result.verdict == Verdict::met;
    if (result.complete) return result;

    const CriticalValues critical(*judged.condition, evaluator, days.as_of, days.law_as_of);
    const std::vector<Choice> choices =
        ChangeChoices(evaluator, critical, days.as_of).of_row(judged.table, static_cast<std::int64_t>(row));
    RemedySearch search(evaluator, *judged.condition, choices);
    for (const Selection& selection : search.find(changes)) {
        result.remedies.push_back(described(pack, judged, choices, search, selection));
    }
    result.complete = search.is_complete(changes);
    return result;
}

}  // namespace cadre
