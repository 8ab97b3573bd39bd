#pragma once

#include <cadre/testing/case_report.hpp>

#include <map>
#include <string>
#include <vector>

namespace cadre {

/// Counts how the clauses of a pack were seen.
class Coverage {
public:
    explicit Coverage(const Pack& pack);

    /// Counts the expectations of a case that held.
    void add(const Case& judged, const CaseRun& run);
    std::vector<ClauseCoverage> take() && { return std::move(clauses_); }

private:
    void count(const ExpectedVerdict& expected, DayNumber law_as_of);

    std::vector<ClauseCoverage> clauses_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> seen_by_;  ///< clauses by criterion
};

}  // namespace cadre
