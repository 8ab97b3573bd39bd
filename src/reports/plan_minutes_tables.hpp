#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/planning/plan_review.hpp>

#include <initializer_list>
#include <string>
#include <vector>

namespace cadre {

/// The annex tables of the minutes of one review, in one language; empty where there is nothing to list.
class PlanMinutesTables {
public:
    /// Both outlive this object.
    PlanMinutesTables(const PlanReview& review, const Pack& pack, Language language)
        : review_(review), pack_(pack), language_(language) {}

    /// The findings on these matters.
    std::string findings(std::initializer_list<ReviewMatter> matters) const;
    std::string additions() const;
    std::string readiness() const;
    std::string member_changes() const;
    std::string departures() const;
    std::string rows_to_check() const;

private:
    using Cells = std::vector<std::string>;

    Cells heads(std::initializer_list<MessageId> columns) const;
    Cells cells(const ReviewFinding& finding) const;
    std::string word(MessageId id) const;
    std::string row(std::optional<std::size_t> row) const;
    std::string day(std::optional<DayNumber> day) const;
    std::string title(std::size_t policy) const;
    std::string change(const MemberChange& change) const;
    std::string status(const std::string& code) const;
    std::string titles(const std::vector<std::size_t>& policies) const;

    const PlanReview& review_;
    const Pack& pack_;
    Language language_;
};

}  // namespace cadre
