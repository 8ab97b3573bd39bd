#pragma once

#include <cadre/evaluation/explanation.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/testing/case_file.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/interval.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// One expectation of a case and what came of it. `expected` and `got` are written as in case files:
/// "undetermined (missing: degree)".
struct CaseResult {
    Place place;
    std::string subject;  ///< id of the criterion, target or policy, or a condition
    bool is_target = false;
    bool is_policy = false;
    bool is_audit = false;
    bool is_move = false;
    bool is_plan_check = false;         ///< the subject is "planned_moves", or what a finding is about: "over_filled"
    std::size_t row = 0;                ///< of the criterion's table, or of `cadres` where it is of an audit or a move
    std::optional<std::size_t> spell;   ///< row of `cadres.appointments` that an audit's finding is about
    std::string pool;                   ///< key of the pool that a policy judges; empty: the whole plan, or a member
    std::optional<std::size_t> member;  ///< row of `pool_members` that a policy on removal judges
    std::optional<std::size_t> move;    ///< row of `planned_moves` that a finding of a check is about
    std::string post;                   ///< key of the post that a move takes, or that such a finding is about
    std::optional<int> year;            ///< of a yearly target
    std::string expected;
    std::string got;
    bool passed = false;
    std::optional<Explanation> explanation;  ///< of a criterion's or a move's verdict that was not expected
};

/// A case with its results.
struct CaseRun {
    std::string id;
    LocalizedText title;
    Place place;
    std::vector<CaseResult> results;

    CADRE_EXPORT bool passed() const;
};

/// How often expectations that held saw a clause met, not met and undetermined. A version of a parameter is seen where
/// the rows judged look it up, by the law of the case or by a date of theirs (`at`). A rotation policy is not met where
/// an audit finds it violated; where nothing is found, or what is found is due or exempt, it is met, as is one on moves
/// where the cadre is exempt.
struct ClauseCoverage {
    enum class Kind : std::uint8_t { criterion, target, policy, rotation_policy, parameter };

    Kind kind = Kind::criterion;
    std::string id;
    Citation citation;
    DateInterval in_force;
    std::int64_t met = 0;
    std::int64_t not_met = 0;
    std::int64_t undetermined = 0;

    bool complete() const { return met > 0 && not_met > 0 && undetermined > 0; }
};

/// What came of the cases of one pack. A plain value.
struct CaseReport {
    std::string pack;
    std::vector<CaseRun> cases;
    std::vector<ClauseCoverage> coverage;  ///< criteria, targets, policies, then versions of parameters

    CADRE_EXPORT bool passed() const;
    /// Every failure with the explanation of the verdict, then which clauses were seen how.
    CADRE_EXPORT std::string to_text(Language language) const;
};

/// Runs cases against their pack:
///
///     CaseReport report = run_cases(load_cases("hanoi-2011"));
///
/// A case that fails is a result, never an error. Throws `Error` (invalid_rule) for targets or policies that cannot be
/// read. Thread-safe.
CADRE_EXPORT CaseReport run_cases(const CaseFile& file);

/// Runs the cases that stand in a pack. Throws `Error` (invalid_rule) as `read_cases` does.
CADRE_EXPORT CaseReport run_cases(const Pack& pack);

}  // namespace cadre
