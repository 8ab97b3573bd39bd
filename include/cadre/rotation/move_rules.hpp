#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/verdict.hpp>
#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/rotation_policy.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// A cadre is to take a post on a day.
struct ProposedMove {
    std::size_t cadre = 0;            ///< row of `cadres`
    std::optional<std::size_t> to;    ///< row of `posts`; absent: not known
    std::optional<std::size_t> from;  ///< row of `posts`: what is left; absent: not known
    bool enters = false;              ///< nothing is left, so that the move has no direction
    DayNumber day = 0;
    std::string kind = {};                ///< code of a kind of appointment; empty: not known
    std::optional<std::size_t> row = {};  ///< of `planned_moves`; absent: the move is not from a table
};

/// How one move stands with one rule.
struct MoveVerdict {
    Verdict meets = Verdict::undetermined;   ///< what the rule asks for, if it is for the cadre, the post and the day
    Verdict exempt = Verdict::undetermined;  ///< the cadre is exempt, or deferred for now

    /// Whether the rule does not stand against the move.
    Verdict allowed() const { return meets || exempt; }
    bool operator==(const MoveVerdict&) const = default;
};

/// How moves stand with rules.
class MoveVerdicts {
public:
    MoveVerdicts(std::size_t moves, std::size_t rules) : rules_(rules), verdicts_(moves * rules) {}

    MoveVerdict& at(std::size_t move, std::size_t rule) { return verdicts_[move * rules_ + rule]; }
    const MoveVerdict& at(std::size_t move, std::size_t rule) const { return verdicts_[move * rules_ + rule]; }
    /// Whether no rule stands against a move.
    CADRE_EXPORT Verdict allowed(std::size_t move) const;

private:
    std::size_t rules_;
    std::vector<MoveVerdict> verdicts_;
};

struct MoveRuleOptions {
    std::optional<Date> law_as_of;  ///< the day whose law applies; absent: the day of each move
    bool strict_snapshot = false;   ///< as in `EvaluationOptions`
    int threads = 1;                ///< 0: all of the machine's; never changes a result
};

/// The rules of a pack on planned moves, "move" and "direction", over one roster: who may take which post when.
///
///     const MoveRules rules(pack, roster);
///     const MoveVerdicts verdicts = rules.judge({{.cadre = 17, .to = 4, .from = 2, .day = day}});
///     if (verdicts.allowed(0) == Verdict::met) …
///
/// A condition on `cadres` sees the post that is taken as the cadre's `proposed_post`, on the day of the move. A rule
/// that is not for the cadre, the post or the kind of the move, or no law on the day, is met. One that is for some
/// kinds only is met by a move of unknown kind where it would be met by one of theirs, else undetermined. Directions
/// are those of the units of both posts; a move inside one unit has none. Immutable, cheap to copy, thread-safe.
class CADRE_EXPORT MoveRules {
public:
    /// Throws `Error` (invalid_rule) as `read_rotation_policies` does.
    MoveRules(const Pack& pack, const Roster& roster, const MoveRuleOptions& options = {});

    /// The rules, in document order.
    const std::vector<RotationPolicy>& rules() const;

    /// Judges many moves, by columns where many are on one day. Throws `Error`: not_found for a row that the roster
    /// does not have, invalid_argument for a day outside the calendar and a kind that the vocabulary does not list.
    MoveVerdicts judge(const std::vector<ProposedMove>& moves) const;

    /// The missing cells that leave a rule open for a move, sensitive ones left out; empty where it is known. What a
    /// move itself does not tell is none of them: a post, or the kind of one without a row. Throws as `judge` does.
    std::vector<MissingField> missing(const ProposedMove& move, std::size_t rule) const;

    /// Why a move is allowed by a rule, or not. Throws as `judge` does.
    Explanation explain(const ProposedMove& move, std::size_t rule, Audience audience = Audience::subject) const;

private:
    struct Contents;
    std::shared_ptr<const Contents> contents_;
};

}  // namespace cadre
