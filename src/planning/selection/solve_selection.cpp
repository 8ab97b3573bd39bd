#include "planning/selection/check_limits.hpp"
#include "planning/selection/components.hpp"
#include "planning/selection/conflict.hpp"
#include "planning/selection/network_simplex.hpp"
#include "planning/selection/normal_form.hpp"
#include "planning/selection/plugged_in.hpp"
#include "planning/selection/solve_part.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/planning.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace cadre {
namespace selection {
namespace {

using Proof = SelectionConflict::Proof;

/// Puts the answers of the parts together.
class Whole {
public:
    explicit Whole(std::int64_t work_limit) : work_(work_limit) {}

    Selection solve(const Part& whole) {
        const std::vector<Component> parts = components(whole);
        std::int64_t size_left = whole.option_count();
        for (const Component& component : parts) {
            const std::int64_t size = component.part.option_count();
            // What earlier parts did not use falls to the later ones, which are larger.
            Work work(static_cast<std::int64_t>(Wide{work_.left()} * size / size_left));
            add(component, work);
            work_.spend(work.used());
            size_left -= size;
        }
        return conflict_.clauses.empty() ? choice() : conflict();
    }

private:
    void add(const Component& component, Work& work) {
        PartSolution solution = solve_part(component.part, work);
        if (solution.status == SelectionStatus::infeasible) {
            return keep_smaller(smallest_conflict(component.part, std::move(solution.conflict), work));
        }
        status_ = std::max(status_, solution.status);
        score_ += solution.score;
        bound_ += solution.bound;
        for (std::size_t i = 0; i < solution.choice.size(); ++i) {
            if (solution.choice[i] != 0) chosen_.push_back(component.options[i]);
        }
    }

    void keep_smaller(SelectionConflict found) {
        all_smallest_ = all_smallest_ && found.proof == Proof::smallest;
        const bool is_first = conflict_.clauses.empty();
        if (is_first || found.clauses.size() < conflict_.clauses.size()) conflict_ = std::move(found);
    }

    Selection choice() {
        Selection result;
        result.status = status_;
        result.bound = bound_;
        if (status_ != SelectionStatus::unknown) {
            result.chosen = std::move(chosen_);
            result.score = score_;
            std::sort(result.chosen.begin(), result.chosen.end());
        }
        result.work = work_.used();
        return result;
    }

    Selection conflict() {
        const bool elsewhere = !all_smallest_ || status_ == SelectionStatus::unknown;
        if (conflict_.proof == Proof::smallest && conflict_.clauses.size() > 1 && elsewhere) {
            conflict_.proof = Proof::minimal;
        }
        Selection result;
        result.status = SelectionStatus::infeasible;
        result.conflict = std::move(conflict_);
        result.work = work_.used();
        return result;
    }

    Work work_;
    SelectionStatus status_ = SelectionStatus::optimal;  ///< the worst of the parts', apart from infeasible ones
    std::vector<int> chosen_;
    std::int64_t score_ = 0;
    std::int64_t bound_ = 0;
    SelectionConflict conflict_;
    bool all_smallest_ = true;
};

Selection solve_alone(const SelectionProblem& problem, std::int64_t work_limit) {
    const NormalForm form = normal_form(problem);
    if (form.broken_clause) {
        Selection result;
        result.status = SelectionStatus::infeasible;
        result.conflict = SelectionConflict{{*form.broken_clause}, Proof::smallest};
        return result;
    }
    Selection found = Whole(work_limit).solve(form.part);
    // A broken constraint here is a mistake of this library, never of its caller.
    if (!check_selection(problem, found.chosen).empty() && found.status != SelectionStatus::infeasible &&
        found.status != SelectionStatus::unknown) {
        throw std::logic_error("cadre: the selection found breaks a constraint");
    }
    return found;
}

}  // namespace
}  // namespace selection

Selection solve_selection(const SelectionProblem& problem, const SelectionOptions& options) {
    if (options.work_limit < 0)
        throw Error(ErrorCode::invalid_argument, Message{texts::negative_work_limit, {options.work_limit}});
    selection::check_limits(problem);
    Selection found = selection::solve_alone(problem, options.work_limit);
    const bool proved = found.status == SelectionStatus::optimal || found.status == SelectionStatus::infeasible;
    if (proved || !options.solver) return found;
    return selection::with_answer(problem, std::move(found), options.solver(problem));
}

}  // namespace cadre
