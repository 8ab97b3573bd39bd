#include <cadre/testing/case_report.hpp>

#include "testing/case_runner.hpp"
#include "testing/seen_clauses.hpp"

#include <algorithm>
#include <utility>

namespace cadre {

bool CaseRun::passed() const {
    return std::all_of(results.begin(), results.end(), [](const CaseResult& result) { return result.passed; });
}

bool CaseReport::passed() const {
    return std::all_of(cases.begin(), cases.end(), [](const CaseRun& run) { return run.passed(); });
}

CaseReport run_cases(const CaseFile& file) {
    CaseReport report;
    report.pack = file.pack.id();
    const CaseRunner runner(file.pack);
    SeenClauses coverage(file.pack);
    for (const Case& judged : file.cases) {
        report.cases.push_back(runner.run(judged));
        coverage.add(judged, report.cases.back());
    }
    report.coverage = std::move(coverage).take();
    return report;
}

CaseReport run_cases(const Pack& pack) {
    return run_cases(CaseFile{pack, read_cases(pack)});
}

}  // namespace cadre
