#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/planning/pool_policy.hpp>
#include <cadre/rotation/rotation_policy.hpp>
#include <cadre/targets/target.hpp>
#include <cadre/testing/case_report.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Counts how the clauses of a pack were seen.
class SeenClauses {
public:
    explicit SeenClauses(const Pack& pack);

    /// Counts the expectations of a case that held.
    void add(const Case& judged, const CaseRun& run);
    std::vector<ClauseCoverage> take() && { return std::move(clauses_); }

private:
    void add_parameters(const Pack& pack);
    void count(const ExpectedVerdict& expected, const Case& judged);
    void count(const ExpectedTarget& expected, const Case& judged);
    void count(const ExpectedPolicy& expected, const Case& judged);
    void count(const ExpectedFinding& expected, const Case& judged);
    void count(const ExpectedMove& expected, const Case& judged);
    const RotationPolicy& count_on_rotation(const std::string& id, Outcome outcome);
    void count(const LawReads& versions, Outcome outcome);
    void count(std::size_t clause, Outcome outcome);

    const Pack& pack_;
    std::vector<Target> targets_;
    std::vector<PoolPolicy> policies_;  ///< those that are judged
    std::vector<RotationPolicy> on_rotation_;
    std::vector<ClauseCoverage> clauses_;
    std::map<std::string, std::size_t, std::less<>> criteria_;    ///< clauses by id
    std::size_t first_policy_ = 0;                                ///< clause
    std::size_t first_on_rotation_ = 0;                           ///< clause
    std::map<std::string, std::size_t, std::less<>> parameters_;  ///< the clause of a parameter's first version
};

}  // namespace cadre
