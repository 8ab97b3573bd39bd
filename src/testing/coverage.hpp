#pragma once

#include <cadre/testing/case_report.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>
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
    /// A criterion or target, and the versions of the parameters that it reads.
    using Seen = std::vector<std::size_t>;

    void add_parameters(const Pack& pack);
    void add_reader(Seen& seen, const std::vector<const Expression*>& conditions);
    void count(const Seen& seen, Outcome outcome, DayNumber law_as_of);

    std::vector<ClauseCoverage> clauses_;
    std::map<std::string, Seen, std::less<>> by_criterion_;
    std::map<std::string, Seen, std::less<>> by_target_;
    std::map<const Parameter*, Seen> versions_;
};

}  // namespace cadre
