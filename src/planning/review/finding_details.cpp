#include "planning/review/finding_details.hpp"

#include "evaluation/open_gaps.hpp"
#include "evaluation/program.hpp"
#include "evaluation/timeline_builder.hpp"
#include "planning/plan_reader.hpp"
#include "planning/policy_day.hpp"
#include "planning/row_answers.hpp"

#include <cadre/planning/plan_review.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
FindingDetails::FindingDetails(const JudgedPlan& judged)
    : judged_(judged),
      as_of_(decision_days(judged.options).as_of),
      law_as_of_(decision_days(judged.options).law_as_of),
      cadres_(*judged.pack.schema()->find_table("cadres")),
      pools_(*judged.pack.schema()->find_table("pools")),
      pool_members_(*judged.pack.schema()->find_table("pool_members")),
      planned_(parse_expression(planned_condition, *judged.pack.schema(), pool_members_)),
      evaluator_(*judged.pack.schema(), judged.roster, as_of_, law_as_of_, judged.options.strict_snapshot) {}

std::optional<FindingDetails::Place> FindingDetails::place(std::size_t policy, const PlanMember& member) const {
    const bool of_members = judged_.is_on_rows(policy);
    if (!of_members && !member.person) return std::nullopt;
    Place place{of_members ? pool_members_ : cadres_, of_members ? member.row : *member.person, as_of_};
    const PolicyDay* day = day_of(judged_.policies[policy]);
    if (day == nullptr || *day == PolicyDay::as_of) return place;
    const auto term_start = judged_.plan.pools[*member.pool].term_start;
    if (!term_start) return std::nullopt;
    place.day = *term_start;
    return place;
}

/// The rows of a cadre differ for a policy on them alone; for others it is enough that one puts the cadre into the
/// pool.
std::vector<PlanMember> FindingDetails::rows_of(std::size_t policy, const PlanMember& member, Verdict ground) const {
    if (member.rows.empty()) return {member};
    std::vector<PlanMember> rows = by_row(member);
    std::erase_if(rows, [&](const PlanMember& row) {
        if (!judged_.is_on_rows(policy)) return row.planned != member.planned;
        return (row.planned && judged_.is_ground(policy, row)) != ground;
    });
    return rows;
}

std::optional<DayNumber> FindingDetails::since(std::size_t policy, const PlanMember& member) const {
    const PolicyDay* day = day_of(judged_.policies[policy]);
    if (day == nullptr || *day != PolicyDay::as_of) return std::nullopt;
    const DayNumber first = std::max(add_months(as_of_, -12 * most_years_back).value_or(first_day), first_day);
    if (first >= as_of_ || as_of_ == last_day) return std::nullopt;
    std::optional<DayNumber> earliest;
    for (const PlanMember& row : rows_of(policy, member, Verdict::met)) {
        const auto judged = place(policy, row);
        if (!judged) return std::nullopt;
        const DayNumber from = since(policy, *judged, first);
        earliest = std::min(earliest.value_or(from), from);
    }
    return earliest && *earliest > first ? earliest : std::nullopt;
}

DayNumber FindingDetails::since(std::size_t policy, const Place& place, DayNumber first) const {
    const PoolPolicy& rules = judged_.policies[policy];
    const Criterion criterion{rules.id, rules.title, rules.citation, place.table, {}, rules.condition(), {}};
    const TimelineOptions days{date_of(first), date_of(as_of_ + 1), date_of(law_as_of_),
                               judged_.options.strict_snapshot};
    const Timeline timeline =
        TimelineBuilder(judged_.pack, {&criterion}, judged_.roster, place.row, days).build().front();
    return timeline.spans.back().from;
}

std::vector<MissingField> FindingDetails::missing(std::size_t policy, const PlanMember& member) {
    std::vector<MissingField> found;
    for (const PlanMember& row : rows_of(policy, member, Verdict::undetermined))
        add(found, missing_of_row(policy, row));
    return found;
}

std::vector<MissingField> FindingDetails::missing_of_row(std::size_t policy, const PlanMember& member) {
    Gaps gaps;
    collect_membership(policy, member, gaps);
    const auto judged = place(policy, member);
    if (judged) collect(*judged_.policies[policy].condition(), *judged, gaps);
    std::vector<MissingField> found = fields(gaps);
    if (judged) return found;
    add_unidentified(member, found);
    if (member.person) found.push_back(cell("pools", *member.pool, "term_start"));
    return found;
}

std::vector<MissingField> FindingDetails::missing(std::size_t policy, std::size_t pool) {
    Gaps gaps;
    if (const ExpressionPtr& pools = judged_.policies[policy].pools) collect(*pools, {pools_, pool, as_of_}, gaps);
    return fields(gaps);
}

std::vector<MissingField> FindingDetails::missing(std::size_t policy, const PlanMember& member,
                                                  const Expression& condition) {
    Gaps gaps;
    collect_membership(policy, member, gaps);
    collect(condition, {pool_members_, member.row, as_of_}, gaps);
    return fields(gaps);
}

void FindingDetails::collect_membership(std::size_t policy, const PlanMember& member, Gaps& gaps) {
    if (const ExpressionPtr& pools = judged_.policies[policy].pools) {
        collect(*pools, {pools_, *member.pool, as_of_}, gaps);
    }
    if (member.planned == Verdict::undetermined) collect(*planned_, {pool_members_, member.row, as_of_}, gaps);
}

void FindingDetails::collect(const Expression& condition, Place place, Gaps& gaps) {
    evaluator_.judge_row(static_cast<std::int64_t>(place.row));
    evaluator_.set_days(place.day, law_as_of_);
    collect_open_gaps(evaluator_, condition, gaps);
}

void FindingDetails::add_unidentified(const PlanMember& member, std::vector<MissingField>& fields) const {
    if (!member.person) fields.push_back(cell("pool_members", member.row, "cadre"));
}

void FindingDetails::add(std::vector<MissingField>& fields, std::vector<MissingField> more) {
    for (MissingField& field : more) {
        if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(std::move(field));
    }
}

MissingField FindingDetails::cell(std::string_view table, std::size_t row, std::string_view attribute) const {
    const Schema& schema = *judged_.pack.schema();
    const Table& rows = schema.table(*schema.find_table(table));
    const Attribute& named = rows.attributes[static_cast<std::size_t>(*rows.find(attribute))];
    return {rows.id, static_cast<std::int64_t>(row), named.id, named.meaning};
}

std::vector<MissingField> FindingDetails::fields(const Gaps& gaps) const {
    const Schema& schema = *judged_.pack.schema();
    std::vector<MissingField> found;
    for (const CellIndex& cell : gaps.missing) {
        const Attribute& attribute = schema.attribute(cell.table, cell.attribute);
        if (attribute.sensitive) continue;
        const Column* column = evaluator_.binding().column(cell.table, cell.attribute);
        const bool partial = column != nullptr && column->is_present(static_cast<std::size_t>(cell.row));
        found.push_back({schema.table(cell.table).id, cell.row, attribute.id, attribute.meaning, partial});
    }
    return found;
}

}  // namespace cadre
