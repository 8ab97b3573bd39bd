#pragma once

#include "evaluation/reference/reference_evaluator.hpp"
#include "planning/review/judged_plan.hpp"

#include <cadre/evaluation/explanation.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace cadre {

/// Tells of single verdicts of a judged plan since when they hold and which missing cells leave them open.
class FindingDetails {
public:
    explicit FindingDetails(const JudgedPlan& judged);

    /// The day since which the policy's condition has been as it is on the day judged, of several rows for the first of
    /// those that are a ground; nothing where it was so all the time that is looked at, or the condition is judged on a
    /// day of its own.
    std::optional<DayNumber> since(std::size_t policy, const PlanMember& member) const;

    /// What it waits for whether the policy is for the pool, the member is in it, and the condition holds; of several
    /// rows what all of them wait for.
    std::vector<MissingField> missing(std::size_t policy, const PlanMember& member);
    /// What it waits for whether the policy is for the pool.
    std::vector<MissingField> missing(std::size_t policy, std::size_t pool);
    /// What a condition on the one row of a member waits for, with what leaves open whether the policy is for the pool
    /// and the member is in it.
    std::vector<MissingField> missing(std::size_t policy, const PlanMember& member, const Expression& condition);
    /// A cell by name.
    MissingField cell(std::string_view table, std::size_t row, std::string_view attribute) const;

    /// Adds those that are not there yet.
    static void add(std::vector<MissingField>& fields, std::vector<MissingField> more);

private:
    /// Where the condition of a policy reads a member's facts; nothing where the cadre or the day is not known.
    struct Place {
        int table = 0;
        std::size_t row = 0;
        DayNumber day = 0;
    };
    std::optional<Place> place(std::size_t policy, const PlanMember& member) const;
    /// The rows that decide over a ground which is as given.
    std::vector<PlanMember> rows_of(std::size_t policy, const PlanMember& member, Verdict ground) const;
    DayNumber since(std::size_t policy, const Place& place, DayNumber first) const;
    std::vector<MissingField> missing_of_row(std::size_t policy, const PlanMember& member);
    void collect(const Expression& condition, Place place, Gaps& gaps);
    void collect_membership(std::size_t policy, const PlanMember& member, Gaps& gaps);
    void add_unidentified(const PlanMember& member, std::vector<MissingField>& fields) const;
    std::vector<MissingField> fields(const Gaps& gaps) const;

    const JudgedPlan& judged_;
    DayNumber as_of_;
    DayNumber law_as_of_;
    int cadres_;
    int pools_;
    int pool_members_;
    ExpressionPtr planned_;
    ReferenceEvaluator evaluator_;
};

}  // namespace cadre
