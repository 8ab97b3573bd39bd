#pragma once

#include <cadre/criteria/expression.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/model/value.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/audit.hpp>
#include <cadre/rotation/move_rules.hpp>
#include <cadre/rotation/plan_check.hpp>
#include <cadre/vocabulary/date.hpp>
#include <cadre/vocabulary/share.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cadre {

/// The answer that a case expects; `not_in_force` is the undetermined verdict of a criterion that is no law on that
/// day.
enum class Outcome : std::uint8_t { met, not_met, undetermined, not_in_force };

/// What a case expects of one criterion or condition on one row.
struct ExpectedVerdict {
    Place place;
    std::string subject;      ///< the id of a criterion, or a condition in the criterion language
    ExpressionPtr condition;  ///< a criterion's is its `Criterion::condition`
    int table = 0;            ///< index in the pack's schema
    std::size_t row = 0;      ///< of the table
    Outcome outcome = Outcome::met;
    /// What an undetermined verdict must lack, sorted: "degree", "units.tier"; unchecked when absent.
    std::optional<std::vector<std::string>> missing;
    std::optional<std::string> reason;  ///< one reason that an undetermined verdict must have: "open_list"
    /// The first day from as_of on that must meet the criterion by time alone; unchecked when absent.
    std::optional<DayNumber> earliest;
};

/// What a case expects of one target.
struct ExpectedTarget {
    Place place;
    std::string target;
    std::optional<int> year;  ///< of a target that is judged every year
    std::optional<Outcome> outcome;
    std::optional<Share> least;
    std::optional<Share> greatest;
    std::optional<std::string> reason;  ///< why it is undetermined: "missing_data"
};

/// What a case expects of one pool policy.
struct ExpectedPolicy {
    Place place;
    std::string policy;
    std::optional<std::size_t> pool;    ///< row of `pools`; absent: the whole plan, or the member's pool
    std::optional<std::size_t> member;  ///< row of `pool_members`, of a policy on removal
    std::optional<std::size_t> band;    ///< of a policy on bands of ages, from 0
    std::optional<Outcome> outcome;
    std::optional<std::int64_t> short_by;  ///< members lacking or too many, undetermined ones not in its favour
    std::optional<Share> least;            ///< of the share or number that is measured
    std::optional<Share> greatest;
};

/// What a case expects an audit to find of one cadre by one rotation policy.
struct ExpectedFinding {
    Place place;
    std::string policy;
    std::size_t cadre = 0;             ///< row of `cadres`
    std::optional<std::size_t> spell;  ///< row of `cadres.appointments`; absent: any of the cadre's, or none
    std::string status;                ///< "violated", "due", "exempt", "undetermined", "none" or "not_in_force"
    std::optional<DayNumber> begins;
    std::optional<DayNumber> ends;
    AuditSpan span;  ///< which days the audit looks at
};

/// What a case expects a rule on moves to say of one cadre who takes one post on the day judged.
struct ExpectedMove {
    Place place;
    std::string policy;
    ProposedMove move;
    std::string verdict;  ///< "met", "not_met", "undetermined", "exempt" or "not_in_force"
};

/// One finding that a case expects of the check of its planned moves.
struct ExpectedPlanFinding {
    Place place;
    PlanMatter matter = PlanMatter::empty_plan;
    std::string status;               ///< "violated", "exempt", "undetermined", or "none" for no such finding
    std::optional<std::size_t> move;  ///< row of `planned_moves`; absent: any
    std::optional<std::size_t> post;  ///< row of `posts`; absent: any
    std::string policy;               ///< id of the rule; empty: any
    std::optional<DayNumber> from;    ///< the first day
    std::optional<DayNumber> to;      ///< the first day after it
};

/// What a case expects of the check of its planned moves as a whole.
struct ExpectedPlanCheck {
    Place place;
    std::optional<Outcome> outcome;
    PlanCheckOptions options;  ///< without an earlier plan
    std::vector<ExpectedPlanFinding> findings;
};

/// Rows by table id, as a case gives them.
using CaseTables = std::vector<std::pair<std::string, std::vector<Record>>>;

/// A rule keeper's test: a few rows, two days, and the answers that a pack must give on them.
struct Case {
    std::string id;  ///< may be empty
    LocalizedText title;
    Place place;
    Date as_of;
    std::optional<Date> law_as_of;
    CaseTables tables;  ///< what a host feeds to a system of its own
    Roster roster;      ///< the same rows
    std::vector<ExpectedVerdict> verdicts;
    std::vector<ExpectedTarget> targets;
    std::vector<ExpectedPolicy> policies;
    std::vector<ExpectedFinding> findings;
    std::vector<ExpectedMove> moves;
    std::optional<ExpectedPlanCheck> plan_check;
};

}  // namespace cadre
