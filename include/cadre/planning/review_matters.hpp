#pragma once

#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// A pool policy as a review names it.
struct ReviewPolicy {
    std::string id;
    LocalizedText title;
    Citation citation;
};

/// What a finding of a review is about.
enum class ReviewMatter : std::uint8_t {
    removal,         ///< a ground for removal is met
    entry_not_kept,  ///< the member does not meet, or no longer meets, what the pool asks of those who enter it
    no_development,  ///< the member has no training, rotation or placement
    review_overdue,  ///< the pool's last review is older than allowed, or there was none
};

/// The name of the matter: "entry_not_kept".
CADRE_EXPORT std::string_view to_code(ReviewMatter matter);

/// Something for people to review; never an act. Rows are those of this year's roster.
struct ReviewFinding {
    ReviewMatter matter = ReviewMatter::removal;
    Verdict verdict = Verdict::undetermined;  ///< whether it is so: met, or undetermined
    std::size_t policy = 0;                   ///< position in `PlanReview::policies`
    std::size_t pool = 0;                     ///< row of `pools`
    std::optional<std::size_t> member;        ///< row of `pool_members`; absent where it is about the pool
    std::optional<DayNumber> since;           ///< the day since which it has been so; absent where time does not tell
    std::vector<MissingField> missing;        ///< undetermined: the cells that it waits for, sensitive ones left out
};

/// Of each pool at most so many cadres who may be added are listed; all are counted.
inline constexpr std::size_t most_additions_listed = 100;

/// Who may be added to a pool.
struct PoolAdditions {
    std::size_t pool = 0;
    std::int64_t cadres = 0;        ///< how many surely meet every entry policy and are in no pool of the post
    std::vector<std::size_t> rows;  ///< the first of them, as rows of `cadres`
    /// Whether the policies on the pool's size let one more in; met where there is none.
    Verdict room = Verdict::met;
    std::optional<std::size_t> size_policy;  ///< the one that `room` comes from, where it is not met
    std::int64_t unidentified = 0;  ///< members of whom it is not known who they are: may be among those counted
};

/// What one entry policy said of a member in the last review and says now.
struct PolicyChange {
    std::size_t policy = 0;
    Verdict before = Verdict::undetermined;
    Verdict after = Verdict::undetermined;
    std::optional<DayNumber> since;  ///< the day since which it says so
};

/// A member whose readiness, that is whether all entry policies hold, is another than in the last review.
struct ReadinessChange {
    std::size_t pool = 0;
    std::size_t member = 0;
    Verdict before = Verdict::undetermined;
    Verdict after = Verdict::undetermined;
    std::vector<PolicyChange> policies;  ///< those that changed; at least one
};

/// A member who came into a pool, left it, or whose status changed since the last review.
struct MemberChange {
    enum class Kind : std::uint8_t { added, removed, status };

    Kind kind = Kind::added;
    Verdict verdict = Verdict::undetermined;   ///< met, or undetermined where a day or a status is missing
    std::string pool;                          ///< key
    std::optional<std::size_t> member;         ///< row of this year's `pool_members`; absent: not in it
    std::optional<std::size_t> member_before;  ///< row of last year's
    std::string status;                        ///< code; empty: not known, or not in the pool
    std::string status_before;
};

/// What people decided of a cadre in a pool.
enum class ReviewChoice : std::uint8_t { keep, remove, add, not_add };

/// A decision that departs from what the policies say: kept although removal is proposed, removed without a ground
/// for it, or added without meeting the entry policies. Not to add is no departure: one may be added, need not be.
struct DecisionDeparture {
    std::size_t row = 0;  ///< of `review_decisions`
    ReviewChoice choice = ReviewChoice::keep;
    Verdict departs = Verdict::undetermined;  ///< met, or undetermined
    std::size_t pool = 0;
    std::size_t person = 0;             ///< row of `cadres`
    std::vector<std::size_t> policies;  ///< from which it departs, or may; empty: there was no ground
    std::string reason;                 ///< as recorded; empty where none is, which is a finding of its own
    std::optional<DayNumber> decided;
};

}  // namespace cadre
