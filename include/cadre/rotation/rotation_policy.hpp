#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/duration.hpp>
#include <cadre/vocabulary/interval.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cadre {

// A period is an expression on `cadres.appointments` that gives months: @"P36M" where the rule says `"P36M"`, or what a
// post or parameter says, as `post.change_period`.

/// How long one may stay: the change is due on the day on which `longest` is over. `rule = "overstay"`, `spells`,
/// `longest`.
struct OverstayRule {
    ExpressionPtr spells;   ///< on `cadres.appointments`
    ExpressionPtr longest;  ///< a period, counted from `held_since`
};
/// How long one stays at least. `rule = "least_stay"`, `spells`, `least`.
struct LeastStayRule {
    ExpressionPtr spells;  ///< on `cadres.appointments`; also says which reasons for an end excuse it
    ExpressionPtr least;   ///< a period, counted from `held_since`
};
/// What one does not take up for a while after another spell has ended. `rule = "cooling_off"`, `after`, `into`,
/// `pause`.
struct CoolingOffRule {
    ExpressionPtr after;  ///< on `cadres.appointments`
    ExpressionPtr into;   ///< on `cadres.appointments`
    Duration pause;       ///< in months, from the end of the spell `after`
};
/// Who left a post does not come back to it: ever, or for a while. `rule = "no_return"`, `spells`, `within`.
struct NoReturnRule {
    ExpressionPtr spells;            ///< on `cadres.appointments`
    std::optional<Duration> within;  ///< in months, from the day on which the post was left; absent: ever
};
/// For how many consecutive terms of the table `terms` one holds a post. `rule = "terms"`, `spells`, `most`,
/// `same = "post"` (the default) or "title" (one title in one unit), `counts_from` (a shorter part of a term does not
/// count; absent: any part does).
struct TermsRule {
    enum class Same { post, title };
    ExpressionPtr spells;  ///< on `cadres.appointments`
    int most = 0;
    Same same = Same::post;
    std::optional<Duration> counts_from;  ///< in months
};
/// What everyone keeps to, such as not serving at home. `rule = "condition"`, `meet`.
struct ConditionRule {
    ExpressionPtr condition;  ///< on `cadres`
};
/// A rotation or secondment ends on the day that was set for it, `return_due`. `rule = "return"`, `spells`.
struct ReturnRule {
    ExpressionPtr spells;  ///< on `cadres.appointments`
};
/// What one meets on the day of a move; `proposed_post` is the post that one takes. `rule = "move"`, `into`, `meet`,
/// `kinds = ["rotation"]`. Judged for planned moves, not for appointments.
struct MoveRule {
    ExpressionPtr into;              ///< on `posts`; null: every post
    ExpressionPtr condition;         ///< on `cadres`
    std::vector<std::string> kinds;  ///< codes of kinds of appointment, each once; empty: every kind of move
};
/// In which directions people are moved. `rule = "direction"`, `directions`, `kinds`. Judged for planned moves.
struct DirectionRule {
    std::vector<std::string> directions;  ///< codes, each once; at least one
    std::vector<std::string> kinds;       ///< as those of a `MoveRule`
};

/// One cited rule on rotation, on changes of position, or on who serves where, in its interval the law.
///
///     [[rotation_policy]]
///     id      = "position_change_36_months"
///     title   = { vi = "…", en = "…" }
///     cite    = { document = "158/2007/NĐ-CP" }
///     mark    = "summary"
///     from    = 2007-10-27               # absent: no bound
///     to      = 2013-11-01
///     cadres  = 'party_member'           # a criterion, or a condition on `cadres`: for whom; absent: everyone
///     exempt  = "position_change_exempt" # a criterion, or a condition on `cadres`: who is exempt or deferred
///     reads_sensitive = ["cadres.deferrals"]
///     rule    = "overstay"
///     spells  = 'not(post.leading) and post.periodic_change'
///     longest = "P36M"                   # or 'post.change_period'
struct RotationPolicy {
    using Rule = std::variant<OverstayRule, LeastStayRule, CoolingOffRule, NoReturnRule, TermsRule, ConditionRule,
                              ReturnRule, MoveRule, DirectionRule>;

    std::string id;
    LocalizedText title;
    Citation citation;
    DateInterval in_force;
    ExpressionPtr cadres;  ///< on `cadres`; null: everyone
    ExpressionPtr exempt;  ///< on `cadres`; null: nobody
    Rule rule;
};

/// The name of the rule in a pack: "overstay".
CADRE_EXPORT std::string_view to_code(const RotationPolicy::Rule& rule);

/// The rotation policies of a pack in document order; findings are appended, and one with an error is left out.
/// Thread-safe.
CADRE_EXPORT std::vector<RotationPolicy> read_rotation_policies(const Pack& pack, Diagnostics& diagnostics);

/// The rotation policies of a pack. Throws `Error` (invalid_rule) with every diagnostic. Thread-safe.
CADRE_EXPORT std::vector<RotationPolicy> read_rotation_policies(const Pack& pack);

}  // namespace cadre
