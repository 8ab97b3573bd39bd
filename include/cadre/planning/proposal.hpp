#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/planning/selection.hpp>
#include <cadre/planning/suitability.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/share.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// What a proposal is asked for.
struct ProposalOptions {
    EvaluationOptions evaluation;
    std::optional<std::vector<std::size_t>> pools;  ///< rows of `pools`; absent: all. The others stay as they are.
    Share keep{0, 1};             ///< of the present members of each pool who may stay: 0 none need, 1 all
    std::size_t open_listed = 5;  ///< of the undetermined people of a pool, so many with the cells that decide
    SelectionOptions selection;   ///< work limit and solver
};

/// What one component gives a proposed member.
struct ComponentPoints {
    std::size_t component = 0;  ///< position in `Proposal::components`
    std::int64_t value = 0;     ///< the least that missing data leave possible, at most the component's `most`
    std::int64_t points = 0;    ///< value × weight
    bool undetermined = false;  ///< missing data might make it more
};

struct ProposedMember {
    std::size_t person = 0;              ///< row of `cadres`
    std::optional<std::size_t> present;  ///< row of `pool_members`; absent: new in the pool
    std::int64_t points = 0;
    std::vector<ComponentPoints> components;  ///< those that are for the pool
};

/// A present member who is not proposed. A finding for review, never an act.
struct DroppedMember {
    enum class Why {
        person_unknown,      ///< the cadre is not known, or not in the roster
        entry_not_met,       ///< an entry policy is not met, or the post is not higher
        entry_undetermined,  ///< missing data leave an entry policy open
        removal,             ///< surely under a removal policy
        left_out,            ///< others make a better or the only possible plan
    };
    std::size_t row = 0;  ///< of `pool_members`
    Why why = Why::left_out;
    std::string policy;  ///< of entry and removal
};

/// Somebody who would be considered if missing cells were filled in.
struct OpenCandidate {
    std::size_t person = 0;
    std::vector<MissingField> fields;  ///< those that leave entry or removal open; sensitive ones are not named
};

/// A present member who is proposed, although it is undetermined whether a removal policy applies.
struct UnsettledRemoval {
    std::size_t row = 0;  ///< of `pool_members`
    std::string policy;
    std::vector<MissingField> fields;  ///< those that leave it open; sensitive ones are not named
};

struct PoolProposal {
    std::size_t pool = 0;  ///< row of `pools`
    std::string key;
    std::vector<ProposedMember> members;  ///< by row
    std::vector<DroppedMember> dropped;
    std::size_t eligible = 0;                 ///< who surely meet every entry policy and no removal policy
    std::size_t options = 0;                  ///< of them so many were considered
    bool cut = false;                         ///< more of them could have been
    std::size_t undetermined = 0;             ///< who may be eligible
    std::vector<OpenCandidate> open;          ///< the first of them
    std::vector<UnsettledRemoval> unsettled;  ///< of the members proposed
};

/// A clause in a conflict.
struct ProposalClause {
    std::string id;  ///< of the policy; empty: the present members to be kept
    LocalizedText title;
    Citation citation;
};

/// What the proposal does not answer for.
struct UnjudgedClause {
    std::string policy;
    std::optional<std::size_t> pool;  ///< absent: wherever the policy is for
    Message why;
};

/// Members for pools such that the policies hold. A plain value.
struct Proposal {
    std::string pack;
    DayNumber as_of = 0;
    DayNumber law_as_of = 0;
    std::vector<SuitabilityComponent> components;
    std::vector<PoolProposal> pools;  ///< those asked for; without members unless `status` is optimal or feasible
    SelectionStatus status = SelectionStatus::unknown;
    std::int64_t score = 0;
    std::int64_t bound = 0;  ///< no choice among the options has a greater score
    bool claimed = false;    ///< bound or conflict is the word of a plugged-in solver
    /// Of `infeasible`. Of `unknown` with pools that were cut: no choice among those considered keeps to these, but one
    /// with people left out may.
    std::vector<ProposalClause> conflict;
    SelectionConflict::Proof proof = SelectionConflict::Proof::none;
    /// Some pool has more eligible people than were considered: "optimal" is among the options, and nothing is called
    /// infeasible.
    bool cut = false;
    std::vector<UnjudgedClause> unjudged;

    std::int64_t gap() const { return bound - score; }
    bool has_members() const { return status == SelectionStatus::optimal || status == SelectionStatus::feasible; }
};

/// A pool with more eligible people considers so many, or twice as many as its policies ask for, up to
/// `most_options_a_large_pool`: the present members; half of the number by suitability (ties by row); then of each
/// class that a share or bands of ages ask for, enough for the pool's greatest size and as many again (more people are
/// considered only for these); the others dealt in turn, so that pools which ask for the same do not all compete for
/// the same people.
inline constexpr std::size_t most_options_a_pool = 64;
inline constexpr std::size_t most_options_a_large_pool = 1'024;

/// Chooses members at the greatest total suitability, and of equal ones with many present members, such that entry,
/// higher_post, members, ratio, share, age_bands and posts_per_person hold whatever the missing cells are: everybody
/// proposed surely meets the entry policies, and what is undetermined of a member counts against each policy. A present
/// member is not proposed who is surely under a removal policy, anybody else not who may be under one. One who is not
/// in a pool is taken not to hold its seat. A share is taken of somebody, so that a pool of which one is asked is not
/// left empty; a ratio to incumbents of one at least who surely holds a seat. Where nobody eligible could be that one,
/// the clause is listed as unjudged for the pool, like other rules.
///
///     Proposal found = propose(pack, roster, {.evaluation = {.as_of = Date(2022, 6, 30)}, .keep = {4, 5}});
///
/// Throws as `read_plan`, `read_pool_policies`, `read_suitability` and `solve_selection` do, and invalid_argument for
/// a pool that is not there or a share to keep outside 0 to 1. The same for any number of threads. Thread-safe.
CADRE_EXPORT Proposal propose(const Pack& pack, const Roster& roster, const ProposalOptions& options);

/// A policy that does not surely hold.
struct ProposalBreach {
    std::string policy;
    std::optional<std::size_t> pool;
    std::optional<std::size_t> person;

    bool operator==(const ProposalBreach&) const = default;
};

/// Judges every policy again on the plan as proposed, by counting and without the solver's constraints; what the
/// proposal calls unjudged is left out. Empty when all hold. Throws as `propose` does. Thread-safe.
CADRE_EXPORT std::vector<ProposalBreach> check_proposal(const Pack& pack, const Roster& roster,
                                                        const EvaluationOptions& options, const Proposal& proposal);

}  // namespace cadre
