#include "planning/review/decisions.hpp"

#include "roster/roster_column.hpp"

#include <cadre/messages/texts/planning.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace cadre {
namespace {

std::optional<ReviewChoice> choice_of(std::string_view code) {
    if (code == "keep") return ReviewChoice::keep;
    if (code == "remove") return ReviewChoice::remove;
    if (code == "add") return ReviewChoice::add;
    if (code == "not_add") return ReviewChoice::not_add;
    return std::nullopt;
}

constexpr auto no_row = static_cast<std::size_t>(-1);

class DecisionReview {
public:
    DecisionReview(const JudgedPlan& judged, const LastReview& last, PlanReview& review)
        : judged_(judged),
          review_(review),
          pool_(judged.roster, "review_decisions", "pool"),
          cadre_(judged.roster, "review_decisions", "cadre"),
          choice_(judged.roster, "review_decisions", "choice"),
          policy_(judged.roster, "review_decisions", "policy"),
          reason_(judged.roster, "review_decisions", "reason"),
          decided_(judged.roster, "review_decisions", "decided"),
          removed_(judged.roster, "pool_members", "removed"),
          as_of_(day_number(review.as_of)) {
        if (last.day) after_ = day_number(*last.day);
        for (const PlanMember& member : judged.plan.members) {
            if (member.planned == Verdict::not_met && member.pool && member.person) add_gone(member);
        }
        for (const PlanPool& pool : judged.plan.pools) {
            for (const std::size_t at : pool.members) {
                const PlanMember& member = judged.plan.members[at];
                if (member.person) members_.insert_or_assign({*member.pool, *member.person}, member);
            }
        }
    }

    void run() {
        if (!judged_.roster.schema().find_table("review_decisions")) return;
        for (std::size_t row = 0; row < judged_.roster.size("review_decisions"); ++row) {
            if (is_of_this_review(row)) check(row);
        }
    }

private:
    /// Of one who is out of a pool the rows count that were the last to go.
    void add_gone(const PlanMember& member) {
        const auto [found, fresh] = members_.try_emplace({*member.pool, *member.person}, member);
        PlanMember& last = found->second;
        const auto before = removed_.value(last.row);
        const auto removed = removed_.value(member.row);
        if (!fresh && removed < before) return;
        if (removed > before) last = member;
        last.rows.push_back({member.row, Verdict::met});
    }

    bool is_of_this_review(std::size_t row) const {
        const auto decided = decided_.value(row);
        return !decided || (*decided <= as_of_ && (!after_ || *decided > *after_));
    }

    void check(std::size_t row) {
        const auto pool = pool_.value(row);
        const auto cadre = cadre_.value(row);
        const auto choice = choice_of(text(choice_, row));
        if (!pool) report(row, texts::plan_decision_without_pool);
        if (!cadre) report(row, texts::plan_decision_without_cadre);
        if (!choice) report(row, texts::plan_decision_without_choice);
        check_policy(row);
        if (!pool || !cadre || !choice) return;
        DecisionDeparture departure;
        departure.row = row;
        departure.choice = *choice;
        departure.pool = static_cast<std::size_t>(*pool);
        departure.person = static_cast<std::size_t>(*cadre);
        departure.reason = text(reason_, row);
        if (const auto decided = decided_.value(row)) departure.decided = static_cast<DayNumber>(*decided);
        judge(departure);
        if (departure.departs == Verdict::not_met) return;
        if (departure.departs == Verdict::met && departure.reason.empty()) {
            report(row, texts::plan_departure_without_reason);
        }
        review_.departures.push_back(std::move(departure));
    }

    void check_policy(std::size_t row) {
        const std::string named = text(policy_, row);
        const auto is_named = [&](const PoolPolicy& policy) { return policy.id == named; };
        if (named.empty() || std::any_of(judged_.policies.begin(), judged_.policies.end(), is_named)) return;
        report(row, texts::plan_decision_unknown_policy, named);
    }

    /// As the policies judge the cadre in the pool, whether or not the decision has been carried out already.
    void judge(DecisionDeparture& departure) const {
        const PlanMember member = member_of(departure);
        const bool adds = departure.choice == ReviewChoice::add;
        Verdict ground = Verdict::not_met;
        for (std::size_t policy = 0; policy < judged_.policies.size(); ++policy) {
            if (adds && judged_.rule<EntryRule>(policy) == nullptr) continue;
            const Verdict verdict = ground_of(policy, member);
            if (verdict != Verdict::not_met) departure.policies.push_back(policy);
            ground = ground || verdict;
        }
        switch (departure.choice) {
            case ReviewChoice::keep:
            case ReviewChoice::add: departure.departs = ground; break;
            case ReviewChoice::remove: departure.departs = !ground; break;
            case ReviewChoice::not_add: departure.departs = Verdict::not_met; break;
        }
    }

    /// Of a cadre who is no member there is no row of `pool_members` that a policy could judge.
    Verdict ground_of(std::size_t policy, const PlanMember& member) const {
        const bool has_none = member.row == no_row && judged_.is_on_rows(policy);
        return has_none ? Verdict::not_met : judged_.is_ground(policy, member);
    }

    PlanMember member_of(const DecisionDeparture& departure) const {
        const auto found = members_.find({departure.pool, departure.person});
        if (found != members_.end()) return found->second;
        return {no_row, departure.pool, departure.person, Verdict::not_met, Verdict::not_met};
    }

    std::string text(const RosterColumn& column, std::size_t row) const {
        const auto id = column.value(row);
        return id ? std::string(judged_.roster.text(static_cast<std::int32_t>(*id))) : std::string();
    }

    void report(std::size_t row, MessageId message, const std::string& policy = {}) {
        std::vector<Argument> arguments{static_cast<std::int64_t>(row)};
        if (!policy.empty()) arguments.emplace_back(policy);
        review_.plan_findings.push_back({"review_decisions", row, {message, std::move(arguments)}});
    }

    const JudgedPlan& judged_;
    PlanReview& review_;
    RosterColumn pool_, cadre_, choice_, policy_, reason_, decided_, removed_;
    DayNumber as_of_;
    std::optional<DayNumber> after_;
    std::map<std::pair<std::size_t, std::size_t>, PlanMember> members_;  ///< by pool and cadre
};

}  // namespace

void review_decisions(const JudgedPlan& judged, const LastReview& last, PlanReview& review) {
    DecisionReview(judged, last, review).run();
}

}  // namespace cadre
