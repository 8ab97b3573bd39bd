#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/targets/threshold.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/duration.hpp>
#include <cadre/vocabulary/interval.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cadre {

/// On which day a policy judges a person: the day of the review, or the first day of the pool's term. The law is in
/// both cases that of the review.
enum class PolicyDay { as_of, term_start };

/// What a policy looks at together: each pool by itself, or the distinct people of all the pools that it is for.
enum class PolicyScope { pool, plan };

/// Who may enter a pool, and what every member keeps to. `rule = "entry"`, `meet`, `on_day`.
struct EntryRule {
    ExpressionPtr condition;  ///< on `cadres`
    PolicyDay day = PolicyDay::as_of;
};
/// What makes a member's removal a matter for review. `rule = "removal"`, `when`, `on`, `on_day`.
struct RemovalRule {
    ExpressionPtr condition;  ///< on `cadres` or `pool_members`
    int table = 0;            ///< index in the pack's schema
    PolicyDay day = PolicyDay::as_of;
};
/// How many members a pool has. `rule = "members"`, `count`.
struct MembersRule {
    Threshold members;
};
/// How many members a pool has, in relation to its seats or to the members who hold them already. `rule = "ratio"`,
/// `share`, `base = "seats"` (the default) or "incumbents".
struct RatioRule {
    enum class Base { seats, incumbents };
    Threshold share;
    Base base = Base::seats;
};
/// Which share of the members meets a condition. `rule = "share"`, `share`, `meet`, `over`.
struct ShareRule {
    ExpressionPtr condition;  ///< on `cadres`
    Threshold share;
    PolicyScope scope = PolicyScope::pool;
};
/// How many members stand in each band of ages. `rule = "age_bands"`, `ages = ["P40Y", "P50Y"]` (the bands are: under
/// 40, 40 to under 50, 50 and over), `count`, `over`.
struct AgeBandsRule {
    std::vector<Duration> ages;        ///< ascending, in months; where the second band and each later one begin
    std::vector<ExpressionPtr> bands;  ///< one a band, on `cadres`
    Threshold members;                 ///< of each band
    PolicyScope scope = PolicyScope::pool;
};
/// In how many of the pools a person stands. `rule = "posts_per_person"`, `count`, `within = "tier"` (the default: of
/// one tier and term) or "plan".
struct PostsPerPersonRule {
    enum class Within { tier, plan };
    Threshold pools;
    Within within = Within::tier;
};
/// A member is planned for a post higher than the present one; posts of different sectors are compared by the table
/// `post_equivalences`. `rule = "higher_post"`.
struct HigherPostRule {};
/// Which share of votes a member needs. `rule = "ballot"`, `step`, `share`, `base = "summoned"` (the default) or
/// "present", `quorum`.
struct BallotRule {
    enum class Base { summoned, present };
    std::string step;
    Threshold share;
    Base base = Base::summoned;
    std::optional<Threshold> quorum;  ///< of those summoned who are present
};
/// How long ago a pool was reviewed. `rule = "review"`, `within = "P12M"`.
struct ReviewRule {
    Duration within;  ///< in months
};
/// A member has training, rotation or placement begun or planned. `rule = "development"`.
struct DevelopmentRule {};
/// When an incumbent leaves the post. `rule = "departure"` with either `day`, a date that one's record gives, or
/// `stays`, a condition without which one does not go on into the pool's term.
struct DepartureRule {
    ExpressionPtr day;    ///< on `cadres`, a date; or null
    ExpressionPtr stays;  ///< on `cadres`, judged on the first day of the term; or null
};

/// One cited rule on planning pools, in its interval the law.
///
///     [[pool_policy]]
///     id    = "planning_women_share"
///     title = { vi = "…", en = "…" }
///     cite  = { document = "50-QĐ/TW" }
///     mark  = "summary"
///     from  = 2021-12-27                 # absent: no bound
///     to    = 2025-10-08
///     pools = 'tier >= "district"'       # a condition on the table `pools`; absent: every pool
///     rule  = "share"
///     meet  = 'sex = "female"'           # a criterion, or a condition
///     share = ">= 25 %"
struct PoolPolicy {
    using Rule =
        std::variant<EntryRule, RemovalRule, MembersRule, RatioRule, ShareRule, AgeBandsRule, PostsPerPersonRule,
                     HigherPostRule, BallotRule, ReviewRule, DevelopmentRule, DepartureRule>;

    std::string id;
    LocalizedText title;
    Citation citation;
    DateInterval in_force;
    ExpressionPtr pools;  ///< on `pools`; null: every pool
    Rule rule;

    /// The rule's condition, or null for a rule without one.
    CADRE_EXPORT const ExpressionPtr& condition() const;
};

/// The pool policies of a pack in document order; findings are appended, and one with an error is left out.
/// Thread-safe.
CADRE_EXPORT std::vector<PoolPolicy> read_pool_policies(const Pack& pack, Diagnostics& diagnostics);

/// The pool policies of a pack. Throws `Error` (invalid_rule) with every diagnostic. Thread-safe.
CADRE_EXPORT std::vector<PoolPolicy> read_pool_policies(const Pack& pack);

}  // namespace cadre
