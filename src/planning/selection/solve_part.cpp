#include "planning/selection/solve_part.hpp"

#include "planning/selection/class_rows.hpp"
#include "planning/selection/search.hpp"

namespace cadre::selection {
namespace {

PartSolution solve_without_rows(const Part& part) {
    PartSolution solution{SelectionStatus::optimal, Choice(part.scores.size(), 0), 0, 0, {}};
    for (std::size_t i = 0; i < part.scores.size(); ++i) {
        if (part.scores[i] <= 0) continue;
        solution.choice[i] = 1;
        solution.score += part.scores[i];
    }
    solution.bound = solution.score;
    return solution;
}

PartSolution infeasible(std::vector<int> conflict) {
    return {SelectionStatus::infeasible, {}, 0, 0, std::move(conflict)};
}

}  // namespace

PartSolution solve_part(const Part& part, Work& work) {
    if (part.rows.empty()) return solve_without_rows(part);
    Part tightened = part;
    add_class_rows(tightened);
    for (const Row& row : tightened.rows) {
        if (row.lower > row.upper) return infeasible(row.clauses);
    }
    Search search(tightened, work);
    search.run();
    if (search.best()) {
        const auto status = search.is_proved() ? SelectionStatus::optimal : SelectionStatus::feasible;
        return {status, *search.best(), search.score(), search.bound(), {}};
    }
    if (search.is_proved()) return infeasible(search.conflict());
    return {SelectionStatus::unknown, {}, 0, search.bound(), {}};
}

}  // namespace cadre::selection
