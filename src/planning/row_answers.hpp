#pragma once

#include <cadre/planning/plan.hpp>

#include <vector>

namespace cadre {

/// Puts together what several rows say of one cadre: `strong` where a row that certainly counts says so, in whatever
/// order they come; where they differ otherwise it is open.
class RowAnswers {
public:
    explicit RowAnswers(Verdict strong) : strong_(strong) {}

    void add(Verdict counts, Verdict answer) {
        differ_ = differ_ || (any_ && first_ != answer);
        is_strong_ = is_strong_ || (counts == Verdict::met && answer == strong_);
        if (!any_) first_ = answer;
        any_ = true;
    }
    Verdict together() const {
        if (!differ_) return first_;
        return is_strong_ ? strong_ : Verdict::undetermined;
    }

private:
    Verdict strong_;
    Verdict first_ = Verdict::undetermined;
    bool any_ = false;
    bool differ_ = false;
    bool is_strong_ = false;
};

/// The member as each row alone has it.
inline std::vector<PlanMember> by_row(const PlanMember& member) {
    if (member.rows.empty()) return {member};
    std::vector<PlanMember> alone;
    for (const PlanRow& said : member.rows) {
        alone.push_back({said.row, member.pool, member.person, said.planned, member.incumbent});
    }
    return alone;
}

}  // namespace cadre
