#include <cadre/evaluation/difference.hpp>

#include "evaluation/entry_differences.hpp"
#include "evaluation/program.hpp"

#include <cadre/evaluation/evaluate.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

using Standing = CriterionDifference::Standing;

/// One side of the comparison, judged.
struct Judged {
    PackOnDay side;
    VerdictTable verdicts;

    const Criterion* find(const std::string& id) const { return side.pack.find_criterion(id); }
    Standing standing(const Criterion* criterion) const {
        if (criterion == nullptr) return Standing::absent;
        return criterion->in_force.contains(side.law_as_of) ? Standing::in_force : Standing::not_in_force;
    }
};

std::vector<VerdictChange> changed_rows(const VerdictColumn& before, const VerdictColumn& after) {
    std::map<std::pair<Verdict, Verdict>, std::vector<std::int64_t>> rows;
    for (std::size_t row = 0; row < std::min(before.size(), after.size()); ++row) {
        const Verdict from = before[row];
        const Verdict to = after[row];
        if (from != to) rows[{from, to}].push_back(static_cast<std::int64_t>(row));
    }
    std::vector<VerdictChange> changes;
    for (auto& [verdicts, found] : rows) changes.push_back({verdicts.first, verdicts.second, std::move(found)});
    return changes;
}

/// A new clause for the same words changes no verdict.
bool says_otherwise(const EntryDifference& entry) {
    return !entry.before || !entry.after || entry.before->text != entry.after->text;
}

std::vector<std::size_t> causes_of(const std::vector<EntryDifference>& entries, const Judged& before,
                                   const Judged& after, const std::string& id) {
    std::set<std::string> read;
    for (const Judged* side : {&before, &after}) {
        const Criterion* criterion = side->find(id);
        if (side->standing(criterion) == Standing::in_force) {
            read.merge(entries_read(*criterion->condition, side->side.law_as_of));
        }
    }
    std::vector<std::size_t> causes;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        if (read.contains(entries[at].id) && says_otherwise(entries[at])) causes.push_back(at);
    }
    return causes;
}

CriterionDifference compare(const std::string& id, const Judged& before, const Judged& after) {
    const Criterion* old_criterion = before.find(id);
    const Criterion* new_criterion = after.find(id);
    const Criterion& known = new_criterion != nullptr ? *new_criterion : *old_criterion;
    CriterionDifference difference;
    difference.id = id;
    difference.title = known.title;
    const Judged& knowing = new_criterion != nullptr ? after : before;
    difference.table = knowing.side.pack.schema()->table(known.table).id;
    difference.before = before.standing(old_criterion);
    difference.after = after.standing(new_criterion);
    if (old_criterion != nullptr) difference.counts_before = before.verdicts[id].counts();
    if (new_criterion != nullptr) difference.counts_after = after.verdicts[id].counts();
    if (difference.before == Standing::in_force && difference.after == Standing::in_force) {
        difference.changes = changed_rows(before.verdicts[id], after.verdicts[id]);
    }
    return difference;
}

std::vector<std::string> all_criteria(const Pack& before, const Pack& after) {
    std::vector<std::string> ids;
    for (const Criterion& criterion : before.criteria()) ids.push_back(criterion.id);
    for (const Criterion& criterion : after.criteria()) {
        if (before.find_criterion(criterion.id) == nullptr) ids.push_back(criterion.id);
    }
    return ids;
}

}  // namespace

PackDifference diff(const Pack& before, const Pack& after, const Roster& roster, const EvaluationOptions& options,
                    std::optional<Date> law_after) {
    EvaluationOptions options_after = options;
    if (law_after) options_after.law_as_of = law_after;
    const DecisionDays days = decision_days(options);
    const DecisionDays days_after = decision_days(options_after);
    const Judged old_side{{before, days.law_as_of}, evaluate(before, roster, options)};
    const Judged new_side{{after, days_after.law_as_of}, evaluate(after, roster, options_after)};

    PackDifference result{before.id(), after.id(), days.as_of, days.law_as_of, days_after.law_as_of, {}, {}};
    result.entries = entry_differences(old_side.side, new_side.side);
    for (const std::string& id : all_criteria(before, after)) {
        CriterionDifference difference = compare(id, old_side, new_side);
        if (difference.before == difference.after && difference.changes.empty()) continue;
        difference.causes = causes_of(result.entries, old_side, new_side, id);
        result.criteria.push_back(std::move(difference));
    }
    return result;
}

}  // namespace cadre
