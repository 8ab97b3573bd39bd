#include "evaluation/named_criterion.hpp"
#include "evaluation/remedies/change_choices.hpp"
#include "evaluation/remedies/law_piece.hpp"
#include "evaluation/remedies/raised_values.hpp"
#include "evaluation/remedies/remedies_of.hpp"
#include "evaluation/remedies/remedy_search.hpp"
#include "evaluation/row_judge.hpp"

#include <cadre/error.hpp>
#include <cadre/evaluation/remedy.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

void check(const RemedyBounds& bounds) {
    check_most_changes(bounds.changes);
    if (bounds.wait_months < 0 || bounds.wait_months > most_wait_months) {
        throw Error(ErrorCode::invalid_argument, {texts::remedy_wait_range, {std::int64_t{most_wait_months}}});
    }
}

/// The last day to wait for.
DayNumber latest_day(const RowJudge& judge, const Roster& roster, bool strict_snapshot, int wait_months) {
    const DayNumber as_of = judge.days.as_of;
    const DayNumber latest = add_months(as_of, wait_months).value_or(last_day);
    const bool facts_are_hidden = strict_snapshot && roster.snapshot() && as_of < *roster.snapshot();
    return facts_are_hidden ? std::min(latest, *roster.snapshot() - 1) : latest;
}

/// Everything that one call works on.
class RemedyFinder {
public:
    RemedyFinder(RowJudge& judge, over_days::DayRange days, std::optional<DayNumber> law_as_of)
        : judge_(judge),
          pieces_(law_pieces(*judge.criterion.condition, days, law_as_of)),
          critical_(*judge.criterion.condition, judge.evaluator, pieces_),
          choices_(ChangeChoices(judge.evaluator, critical_, days.first)
                       .of_row(judge.criterion.table, static_cast<std::int64_t>(judge.head.row))),
          days_(judge.evaluator, *judge.criterion.condition, pieces_),
          search_(days_, days, choices_) {}

    void find(Remedies& result) {
        for (const FoundRemedy& found : search_.find(result.most_changes)) result.remedies.push_back(described(found));
        result.complete = search_.is_complete(result.most_changes);
    }

private:
    Remedy described(const FoundRemedy& found) {
        Remedy remedy{{}, found.day};
        for (std::size_t i = 0; i < found.selection.size(); ++i) {
            const Choice& choice = choices_[found.selection[i].first];
            Change change = choice.options[found.selection[i].second].change;
            const Schema& schema = judge_.evaluator.binding().schema();
            const TypeKind kind = schema.attribute(choice.cell.table, choice.cell.attribute).type.kind;
            if (kind != TypeKind::list && is_raised_by_order(kind)) change.or_more = search_.or_more(found, i);
            remedy.changes.push_back(std::move(change));
        }
        return remedy;
    }

    RowJudge& judge_;
    std::vector<LawPiece> pieces_;
    CriticalValues critical_;
    std::vector<Choice> choices_;
    SupposedDays days_;
    RemedySearch search_;
};

}  // namespace

void check_most_changes(std::size_t changes) {
    if (changes > 0 && changes <= most_changes_searched) return;
    throw Error(ErrorCode::invalid_argument,
                {texts::remedy_changes_range, {static_cast<std::int64_t>(most_changes_searched)}});
}

Remedies remedies(const Pack& pack, std::string_view criterion, const Roster& roster, std::size_t row,
                  const EvaluationOptions& options, const RemedyBounds& bounds) {
    return remedies_of(pack, named_criterion(pack, criterion), roster, row, options, bounds);
}

Remedies remedies_of(const Pack& pack, const Criterion& judged, const Roster& roster, std::size_t row,
                     const EvaluationOptions& options, const RemedyBounds& bounds) {
    check(bounds);
    RowJudge judge(pack, judged, roster, row, options);
    Remedies result{judge.head};
    result.verdict = judge.evaluator.truth(*judge.criterion.condition);
    result.latest = latest_day(judge, roster, options.strict_snapshot, bounds.wait_months);
    result.most_changes = bounds.changes;
    result.complete = result.verdict == Verdict::met;
    if (result.complete) return result;

    std::optional<DayNumber> law_as_of;
    if (options.law_as_of) law_as_of = judge.days.law_as_of;
    RemedyFinder(judge, {judge.days.as_of, result.latest + 1}, law_as_of).find(result);
    return result;
}

}  // namespace cadre
