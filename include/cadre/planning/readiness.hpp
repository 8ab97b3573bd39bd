#pragma once

#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/remedy.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// When a cadre may enter a pool.
enum class Ready {
    now,             ///< every entry policy is met
    later,           ///< by the passing of time alone
    after_remedies,  ///< after changes, or once missing facts are established
    not_known,       ///< missing data leave it open
    not_in_sight,    ///< a policy is not met, and neither time nor a change that was found will do
};

/// The name of the state: "after_remedies".
CADRE_EXPORT std::string_view to_code(Ready ready);

/// An entry policy that a cadre does not meet, or of which it is undetermined whether one does.
struct EntryReason {
    std::string policy;
    LocalizedText title;
    Citation citation;
    Verdict applies = Verdict::met;  ///< whether the policy is for the pool
    Verdict verdict = Verdict::not_met;
    std::optional<DayNumber> day;       ///< judged on; absent: the first day of the term, which is not known
    std::vector<MissingField> missing;  ///< what leaves it open; cells of sensitive attributes are not named
};

/// How ready one cadre is for one pool. A plain value.
struct Readiness {
    std::size_t pool = 0;
    std::size_t row = 0;
    DayNumber as_of = 0;
    DayNumber law_as_of = 0;
    Verdict verdict = Verdict::undetermined;  ///< may enter on the day
    Ready ready = Ready::not_known;
    std::vector<EntryReason> reasons;
    std::optional<DayNumber> day;  ///< the first on which time alone suffices
    bool day_is_certain = false;   ///< whether missing data cannot make it earlier
    /// One a day on which policies are not met: the day judged, the first of the term. One remedy of each is needed.
    std::vector<Remedies> remedies;
};

/// Tells when a cadre may enter a pool: now; else from which day on time alone suffices, all facts staying as they are
/// recorded and the law that of the day of the law; else after which changes. Policies of which it is not known whether
/// they are for the pool are counted in.
///
///     readiness(pack, 3, roster, 17, {.as_of = Date(2022, 6, 30)}).ready;  // Ready::later
///
/// Throws `Error` (not_found) for an unknown row of `pools` or `cadres`, and as `earliest` and `remedies` do.
/// Thread-safe.
CADRE_EXPORT Readiness readiness(const Pack& pack, std::size_t pool, const Roster& roster, std::size_t row,
                                 const EvaluationOptions& options, std::size_t changes = 3);

}  // namespace cadre
