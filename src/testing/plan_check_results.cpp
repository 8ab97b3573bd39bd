#include "testing/plan_check_results.hpp"

#include "testing/answer_reader.hpp"
#include "testing/audit_status.hpp"
#include "testing/comparison.hpp"
#include "testing/outcome.hpp"

#include <cadre/rotation/plan_check.hpp>

#include <string>
#include <utility>

namespace cadre {
namespace {

/// A case's planned moves, checked.
class PlanCheckResults {
public:
    PlanCheckResults(const Pack& pack, const Case& judged)
        : expected_(*judged.plan_check),
          plan_(read_rotation_plan(judged.roster)),
          check_(check_plan(pack, judged.roster, plan_, options_of(judged))),
          posts_(keys_of(judged.tables, "posts")) {}

    std::vector<CaseResult> results() const {
        std::vector<CaseResult> results;
        if (expected_.outcome) {
            CaseResult result = begun(expected_.place, "planned_moves");
            compare_outcome(result, expected_.outcome, outcome_of(check_.passes()));
            results.push_back(std::move(result));
        }
        for (const ExpectedPlanFinding& finding : expected_.findings) results.push_back(of(finding));
        return results;
    }

private:
    static PlanCheckOptions options_of(const Case& judged) {
        PlanCheckOptions options = judged.plan_check->options;
        options.law.law_as_of = judged.law_as_of;
        return options;
    }

    static CaseResult begun(const Place& place, std::string_view subject) {
        CaseResult result;
        result.place = place;
        result.subject = subject;
        result.is_plan_check = true;
        result.passed = true;
        return result;
    }

    /// Of several findings on what is expected, the first that is as expected counts; else the first.
    CaseResult of(const ExpectedPlanFinding& expected) const {
        std::optional<CaseResult> first;
        for (const PlanCheckFinding& finding : check_.findings) {
            if (!is_meant(expected, finding)) continue;
            CaseResult result = compared(expected, to_code(finding.status), finding);
            if (result.passed) return result;
            if (!first) first = std::move(result);
        }
        return first ? *std::move(first) : compared(expected, no_finding, {});
    }

    bool is_meant(const ExpectedPlanFinding& expected, const PlanCheckFinding& found) const {
        if (found.matter != expected.matter) return false;
        if (expected.move && (!found.move || plan_.moves[*found.move].row != expected.move)) return false;
        if (expected.post && found.post != expected.post) return false;
        return expected.policy.empty() || (found.rule && check_.rules[*found.rule].id == expected.policy);
    }

    CaseResult compared(const ExpectedPlanFinding& expected, std::string_view status,
                        const PlanCheckFinding& found) const {
        CaseResult result = begun(expected.place, to_code(expected.matter));
        result.move = expected.move;
        if (expected.post) result.post = posts_[*expected.post];
        compare(result, "", expected.status, std::string(status));
        compare_day(result, "from", expected.from, found.from);
        compare_day(result, "to", expected.to, found.to);
        return result;
    }

    const ExpectedPlanCheck& expected_;
    RotationPlan plan_;
    PlanCheck check_;
    std::vector<std::string> posts_;  ///< keys, by row
};

}  // namespace

std::vector<CaseResult> plan_check_results(const Pack& pack, const Case& judged) {
    return judged.plan_check ? PlanCheckResults(pack, judged).results() : std::vector<CaseResult>{};
}

}  // namespace cadre
