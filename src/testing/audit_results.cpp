#include "testing/audit_results.hpp"

#include "testing/audit_status.hpp"
#include "testing/comparison.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace cadre {
namespace {

/// A case's cadres, audited once a span of days.
class AuditResults {
public:
    AuditResults(const Pack& pack, const Case& judged) : pack_(pack), judged_(judged) {}

    /// Of several findings on what is expected, the first that is as expected counts; else the first.
    CaseResult of(const ExpectedFinding& expected) {
        const Audit& audit = audit_within(expected.span);
        const auto policy = std::find_if(audit.policies.begin(), audit.policies.end(),
                                         [&](const AuditPolicy& p) { return p.id == expected.policy; });
        if (policy == audit.policies.end()) return compared(expected, policy_not_in_force, {});
        const auto position = static_cast<std::size_t>(policy - audit.policies.begin());
        std::optional<CaseResult> first;
        for (const AuditFinding& finding : audit.findings) {
            if (finding.policy != position || finding.cadre != expected.cadre) continue;
            if (expected.spell && finding.spell != expected.spell) continue;
            CaseResult result = compared(expected, to_code(finding.status), finding);
            if (result.passed) return result;
            if (!first) first = std::move(result);
        }
        return first ? *std::move(first) : compared(expected, no_finding, {});
    }

private:
    static CaseResult compared(const ExpectedFinding& expected, std::string_view status, const AuditFinding& found) {
        CaseResult result;
        result.place = expected.place;
        result.subject = expected.policy;
        result.is_audit = true;
        result.row = expected.cadre;
        result.spell = expected.spell;
        result.passed = true;
        compare(result, "", expected.status, std::string(status));
        compare_day(result, "begins", expected.begins, found.begins);
        compare_day(result, "ends", expected.ends, found.ends);
        return result;
    }

    const Audit& audit_within(const AuditSpan& span) {
        const auto known = std::find_if(audits_.begin(), audits_.end(), [&](const Audit& audit) {
            return audit.span.since == span.since && audit.span.due_within == span.due_within;
        });
        if (known != audits_.end()) return *known;
        audits_.push_back(audit(pack_, judged_.roster, {.as_of = judged_.as_of, .law_as_of = judged_.law_as_of}, span));
        return audits_.back();
    }

    const Pack& pack_;
    const Case& judged_;
    std::vector<Audit> audits_;
};

}  // namespace

std::vector<CaseResult> audit_results(const Pack& pack, const Case& judged) {
    AuditResults audits(pack, judged);
    std::vector<CaseResult> results;
    for (const ExpectedFinding& expected : judged.findings) results.push_back(audits.of(expected));
    return results;
}

}  // namespace cadre
