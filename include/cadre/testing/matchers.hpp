#pragma once

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/testing/case_report.hpp>

#include <gmock/gmock.h>

/// GoogleMock matchers that hold a system to a rule pack. Not part of cadre.hpp: it needs GoogleMock.
namespace cadre {

/// Of a `CaseReport`: every case holds. A failure shows which does not, and why.
///
///     EXPECT_THAT(run_cases(load_cases("hanoi-2011")), EveryCaseHolds());
MATCHER(EveryCaseHolds, negation ? "has a case that does not hold" : "has only cases that hold") {
    *result_listener << arg.to_text(Language::en);
    return arg.passed();
}

/// Of a `Roster`: the criterion has this verdict on the row. A failure explains the verdict.
///
///     EXPECT_THAT(roster, HasVerdict(pack, "postgraduate_holder", 0, EvaluationOptions{.as_of = day}, Verdict::met));
MATCHER_P5(HasVerdict, pack, criterion, row, options, verdict,
           negation ? "does not have the verdict" : "has the verdict") {
    const Explanation explanation = explain(pack, criterion, arg, row, options);
    *result_listener << explanation.to_text(Language::en);
    return explanation.verdict() == verdict;
}

}  // namespace cadre
