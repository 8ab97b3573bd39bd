#include "testing/move_results.hpp"

#include "testing/answer_reader.hpp"
#include "testing/comparison.hpp"
#include "testing/move_verdict.hpp"
#include "testing/outcome.hpp"

#include <algorithm>
#include <string>

namespace cadre {
namespace {

/// A case's moves, judged.
class MoveResults {
public:
    MoveResults(const Pack& pack, const Case& judged)
        : rules_(pack, judged.roster, {.law_as_of = judged.law_as_of}),
          law_as_of_(day_number(judged.law_as_of.value_or(judged.as_of))),
          posts_(keys_of(judged.tables, "posts")) {}

    CaseResult of(const ExpectedMove& expected) const {
        const auto& rules = rules_.rules();
        const auto rule = std::find_if(rules.begin(), rules.end(),
                                       [&](const RotationPolicy& one) { return one.id == expected.policy; });
        const auto position = static_cast<std::size_t>(rule - rules.begin());
        CaseResult result;
        result.place = expected.place;
        result.subject = expected.policy;
        result.is_move = true;
        result.row = expected.move.cadre;
        result.post = posts_[*expected.move.to];
        result.passed = true;
        compare(result, "", expected.verdict, std::string(verdict(position, expected.move)));
        if (!result.passed) result.explanation = rules_.explain(expected.move, position);
        return result;
    }

private:
    std::string_view verdict(std::size_t rule, const ProposedMove& move) const {
        if (!rules_.rules()[rule].in_force.contains(law_as_of_)) return to_code(Outcome::not_in_force);
        return to_code(rules_.judge({move}).at(0, rule));
    }

    MoveRules rules_;
    DayNumber law_as_of_;
    std::vector<std::string> posts_;  ///< keys, by row
};

}  // namespace

std::vector<CaseResult> move_results(const Pack& pack, const Case& judged) {
    std::vector<CaseResult> results;
    if (judged.moves.empty()) return results;
    const MoveResults found(pack, judged);
    for (const ExpectedMove& expected : judged.moves) results.push_back(found.of(expected));
    return results;
}

}  // namespace cadre
