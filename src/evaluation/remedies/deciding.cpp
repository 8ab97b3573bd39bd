#include "evaluation/missing_field.hpp"
#include "evaluation/open_gaps.hpp"
#include "evaluation/remedies/deciding_search.hpp"
#include "evaluation/row_judge.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/error.hpp>
#include <cadre/evaluation/deciding.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

FieldSet described(const FieldSet& fields, const FieldPositions& positions) {
    FieldSet set;
    for (const std::size_t position : positions) set.push_back(fields[position]);
    return set;
}

void search(Deciding& result, ReferenceEvaluator& evaluator, const Criterion& criterion) {
    Gaps gaps;
    collect_open_gaps(evaluator, *criterion.condition, gaps);
    const CriticalValues critical(*criterion.condition, evaluator, result.as_of, result.law_as_of);
    const FieldDomain domain(evaluator, critical, result.as_of);
    std::vector<FieldValues> fields;
    for (const CellIndex& cell : gaps.missing) {
        fields.push_back(domain.of(cell));
        result.fields.push_back(missing_field(evaluator, cell));
    }
    DecidingSearch found(evaluator, *criterion.condition, fields);
    found.find_sets(result.most_fields);
    for (const auto& set : found.can_meet()) result.can_meet.push_back(described(result.fields, set));
    for (const auto& set : found.can_fail()) result.can_fail.push_back(described(result.fields, set));
    const auto always = found.always();
    if (always) result.always = described(result.fields, *always);
    result.complete =
        !found.gave_up() && fields.size() <= result.most_fields &&
        std::all_of(fields.begin(), fields.end(), [](const FieldValues& field) { return field.complete; });
}

}  // namespace

Deciding deciding(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                  const EvaluationOptions& options, std::size_t fields) {
    if (fields == 0) throw Error(ErrorCode::invalid_argument, {texts::deciding_fields_range, {}});
    RowJudge judge(pack, criterion, roster, row, options);
    Deciding result{judge.head};
    result.most_fields = fields;
    result.verdict = judge.evaluator.truth(*judge.criterion.condition);
    if (result.verdict == Verdict::undetermined) {
        search(result, judge.evaluator, judge.criterion);
    } else {
        result.complete = true;
    }
    return result;
}

}  // namespace cadre
