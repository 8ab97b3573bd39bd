#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/planning/plan.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/date.hpp>
#include <cadre/vocabulary/duration.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Which days an audit looks at besides the day judged.
struct AuditSpan {
    std::optional<Date> since;  ///< breaches that ended after this day count, too; absent: those of the day judged
    Duration due_within;        ///< in months: breaches that begin by then are due; none by default
};

/// How a rule stands with a cadre.
enum class AuditStatus : std::uint8_t {
    violated,
    due,           ///< will be violated within the months asked for, if nothing changes
    exempt,        ///< violated or due, but the cadre is exempt, or deferred for now
    undetermined,  ///< missing data leaves open which of these it is, or whether it is any
};

/// The name of the status: "undetermined".
CADRE_EXPORT std::string_view to_code(AuditStatus status);

/// Something for people to review; never an act.
struct AuditFinding {
    std::size_t policy = 0;              ///< position in `Audit::policies`
    std::size_t cadre = 0;               ///< row of `cadres`
    std::optional<std::size_t> spell;    ///< row of `cadres.appointments`; absent: about the cadre, or not known
    std::optional<std::size_t> earlier;  ///< the one that ended before it, of the same table; absent as `spell` is
    AuditStatus status = AuditStatus::undetermined;
    std::optional<DayNumber> begins;    ///< the first day on which the rule is broken; absent: not known
    std::optional<DayNumber> ends;      ///< the day from which it no longer is; absent: none is set, or not known
    std::vector<MissingField> missing;  ///< undetermined: cells that it waits for, sensitive ones left out
    /// What is held in `spell`: the key of the post; without one, the title and the key of the unit; empty: not known.
    std::string held = {};
    std::optional<DayNumber> held_since = {};  ///< of `spell`; absent: not known
    std::optional<Duration> period = {};       ///< the longest or least stay, or the pause; absent: none, or not known
};

/// A rotation policy as an audit names it, with how many findings there are.
struct AuditPolicy {
    std::string id;
    LocalizedText title;
    Citation citation;
    std::string rule;  ///< its name: "overstay"
    std::int64_t violated = 0;
    std::int64_t due = 0;
    std::int64_t exempt = 0;
    std::int64_t undetermined = 0;
};

/// What an audit found. A plain value.
struct Audit {
    Date as_of;
    Date law_as_of;
    AuditSpan span;
    std::vector<AuditPolicy> policies;      ///< those in force, in document order; not the ones on planned moves
    std::vector<AuditFinding> findings;     ///< by policy, cadre, spell
    std::vector<PlanFinding> row_findings;  ///< spells that end before they begin; nothing is dropped for one
};

/// Audits a roster by the `[[rotation_policy]]` entries of a pack that are the law on `law_as_of`.
///
///     const Audit audit = cadre::audit(pack, roster, {.as_of = Date(2015, 12, 31)}, {.due_within = {.count = 6}});
///
/// A breach lasts from one day to another, and counts if one of its days lies between `since` and `as_of`:
/// - overstay: from the day on which the longest stay is over until the spell ends;
/// - least_stay: from the end of the spell until the least stay would have been over;
/// - cooling_off: while the spell `into` lasts that began within the pause, and no longer than the pause;
/// - no_return: while one holds a post again that one had left for a day at least (and, with `within`, no longer than
///   that);
/// - terms: from the day on which one term more than allowed counts, until the run of terms ends. A term counts if one
///   held the post, or the title in the unit, for `counts_from` without a break in it, or at all. Terms are those of
///   the post's unit, and of the spell's unit for titles;
/// - return: from the day `return_due` until the spell ends;
/// - condition: judged on the day alone, and on the last day asked for; from the first of the days in a row on which
///   the facts as recorded break it, by the law of the audit. That day is left open where the condition does not read
///   the day, where missing data leave open whether it was broken the day before, and beyond 50 years.
///
/// A list of spells that is missing or open is a finding of its own for each policy on spells: spells that are not
/// listed may break it. Takes time linear in spells for each policy, for rules on several spells quadratic in the
/// spells of one cadre; for each undetermined finding what `explain` takes, and for each breach of a condition that
/// reads the day what `earliest` takes. Throws `Error`: invalid_rule as `read_rotation_policies` does, invalid_argument
/// for days that are not set or out of order, and as `evaluate` does. Thread-safe; the result is the same on any number
/// of threads.
CADRE_EXPORT Audit audit(const Pack& pack, const Roster& roster, const EvaluationOptions& options,
                         const AuditSpan& span = {});

}  // namespace cadre
