#include "planning/selection/search.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cadre::selection {
namespace {

constexpr int root_steps = 400;
constexpr int node_steps = 8;
constexpr int patience = 8;
constexpr int steps_between_repairs = 16;
constexpr std::size_t most_starts = 4000;
constexpr double least_step_scale = 1.0 / 512;
/// Keeps priced scores below a penalty.
constexpr double greatest_multiplier = static_cast<double>(std::int64_t{1} << 50);

}  // namespace

Search::Search(const Part& part, Work& work)
    : part_(part),
      work_(work),
      rows_of_(rows_of_options(part)),
      relaxation_(part, work),
      exchanges_(part, rows_of_, work),
      domains_(part, rows_of_, work),
      multipliers_(relaxation_.priced_rows().size(), 0) {
    for (const std::int64_t score : part.scores) (score < 0 ? score_ : bound_) += score;
    node_bound_ = bound_ * price_scale;
}

void Search::run() {
    solve_root();
    if (!proved_ && !best_ && has_scores()) {
        find_any();
        if (best_) tighten_root();
    }
    if (!proved_) branch();
}

bool Search::has_scores() const {
    return std::any_of(part_.scores.begin(), part_.scores.end(), [](std::int64_t score) { return score != 0; });
}

void Search::solve_root() {
    const auto outcome = relaxation_.solve(multipliers_, domains_);
    if (outcome == Relaxation::Outcome::interrupted) return;
    if (outcome == Relaxation::Outcome::impossible) return close_without_choice(relaxation_.clauses_of_cut());
    if (multipliers_.empty()) {
        offer(relaxation_.choice());
        bound_ = score_;
        proved_ = true;
        return;
    }
    if (!domains_.propagate_all()) return close_without_choice(clauses_of(part_.rows));
    tighten_root();
}

void Search::tighten_root() {
    const Node node = examine(root_steps);
    if (node != Node::closed) {
        bound_ = std::min(bound_, whole_score(node_bound_));
    } else if (best_) {
        bound_ = score_;
        proved_ = true;
    } else {
        close_without_choice(clauses_of(part_.rows));
    }
}

void Search::close_without_choice(std::vector<int> conflict) {
    conflict_ = std::move(conflict);
    proved_ = true;
}

/// Without scores the multipliers need only show that the rows cannot hold, or the search find any choice.
void Search::find_any() {
    Part flat = part_;
    flat.scores.assign(part_.scores.size(), 0);
    Work work(work_.left() / 2);
    Search search(flat, work);
    search.run();
    work_.spend(work.used());
    if (search.best()) {
        offer(*search.best());
    } else if (search.is_proved()) {
        close_without_choice(search.conflict());
    }
}

void Search::branch() {
    std::vector<Open> stack{{domains_.mark(), -1, false, bound_}};
    while (!stack.empty() && !work_.is_exhausted()) {
        const Open next = stack.back();
        stack.pop_back();
        domains_.take_back(next.mark);
        if (next.bound <= score_) continue;
        if (next.option >= 0 && !domains_.decide(next.option, next.is_chosen)) continue;
        node_bound_ = next.bound * price_scale;
        const Node node = examine(node_steps);
        if (node == Node::closed) continue;
        if (node == Node::interrupted) {
            stack.push_back(next);
            break;
        }
        const Open first = first_child();
        stack.push_back({first.mark, first.option, !first.is_chosen, first.bound});
        stack.push_back(first);
    }
    std::int64_t open_bound = score_;
    for (const Open& open : stack) open_bound = std::max(open_bound, open.bound);
    proved_ = open_bound <= score_;
    if (best_ || !proved_) {
        bound_ = std::min(bound_, open_bound);
    } else {
        close_without_choice(clauses_of(part_.rows));
    }
}

/// Lowers the bound of the choices under the present decisions; `closed` where none of them can be better than the
/// best.
Search::Node Search::examine(int most_steps) {
    step_scale_ = 1;
    int without_progress = 0;
    std::vector<std::int64_t> best_multipliers = multipliers_;
    for (int i = 0; i < most_steps && step_scale_ >= least_step_scale; ++i) {
        const auto outcome = relaxation_.solve(multipliers_, domains_);
        if (outcome == Relaxation::Outcome::interrupted) return Node::interrupted;
        if (outcome == Relaxation::Outcome::impossible) return Node::closed;
        if (relaxation_.bound() < node_bound_) {
            node_bound_ = relaxation_.bound();
            best_multipliers = multipliers_;
            without_progress = 0;
        } else if (++without_progress == patience) {
            step_scale_ /= 2;
            without_progress = 0;
            multipliers_ = best_multipliers;
            continue;
        }
        if (whole_score(node_bound_) <= score_ || !fix_by_losses()) return Node::closed;
        if (domains_.is_complete()) {
            offer_decided();
            return Node::closed;
        }
        const bool moved = move_multipliers();
        if (!moved || (i + 1) % steps_between_repairs == 0 || i + 1 == most_steps) try_choice();
        if (whole_score(node_bound_) <= score_) return Node::closed;
        if (!moved) break;
    }
    multipliers_ = std::move(best_multipliers);
    return Node::open;
}

/// What the priced row's sum lies above the bound that its multiplier prices.
std::int64_t Search::subgradient(std::size_t priced) const {
    const Row& row = part_.rows[at(relaxation_.priced_rows()[priced])];
    const std::int64_t sum = sum_of(row, relaxation_.choice());
    if (multipliers_[priced] > 0) return sum - row.upper;
    if (multipliers_[priced] < 0) return sum - row.lower;
    return sum > row.upper ? sum - row.upper : std::min<std::int64_t>(sum - row.lower, 0);
}

Wide Search::target() const {
    if (best_ || !has_scores()) return score_ * price_scale;
    const Wide bound = node_bound_;
    return bound - (bound < 0 ? -bound : bound) / 20 - price_scale;
}

/// A step along the subgradient, towards the best known score (Polyak 1969); false when it leads nowhere.
bool Search::move_multipliers() {
    std::vector<std::int64_t> direction(multipliers_.size());
    double norm = 0;
    for (std::size_t i = 0; i < direction.size(); ++i) {
        direction[i] = subgradient(i);
        norm += static_cast<double>(direction[i]) * static_cast<double>(direction[i]);
        work_.spend(static_cast<std::int64_t>(part_.rows[at(relaxation_.priced_rows()[i])].terms.size()));
    }
    if (norm == 0) return false;
    const double length = step_scale_ * static_cast<double>(relaxation_.bound() - target()) / norm;
    bool moved = false;
    for (std::size_t i = 0; i < direction.size(); ++i) {
        const double change = std::round(length * static_cast<double>(direction[i]));
        const double wanted = static_cast<double>(multipliers_[i]) + change;
        auto next = static_cast<std::int64_t>(std::clamp(wanted, -greatest_multiplier, greatest_multiplier));
        const bool changes_sides = (multipliers_[i] > 0 && next < 0) || (multipliers_[i] < 0 && next > 0);
        if (changes_sides) next = 0;
        moved = moved || next != multipliers_[i];
        multipliers_[i] = next;
    }
    return moved;
}

/// Decides the options whose change would cost more than the distance to the best score.
bool Search::fix_by_losses() {
    for (int option = 0; option < part_.option_count(); ++option) {
        if (domains_[option] != Domains::open) continue;
        if (whole_score(relaxation_.bound() - relaxation_.loss(option)) > score_) continue;
        if (!domains_.decide(option, relaxation_.choice()[at(option)] != 0)) return false;
    }
    work_.spend(part_.option_count());
    return true;
}

/// By how much the relaxed choice lies above (> 0) or below (< 0) the bounds of each priced row.
std::vector<std::int64_t> Search::excesses() const {
    std::vector<std::int64_t> excesses(part_.rows.size(), 0);
    for (const int index : relaxation_.priced_rows()) {
        const Row& row = part_.rows[at(index)];
        const std::int64_t sum = sum_of(row, relaxation_.choice());
        excesses[at(index)] = sum > row.upper ? sum - row.upper : std::min<std::int64_t>(sum - row.lower, 0);
        work_.spend(static_cast<std::int64_t>(row.terms.size()));
    }
    return excesses;
}

/// The cheapest change that brings a broken row nearer to its bounds, else the cheapest change of all.
Search::Open Search::first_child() const {
    const std::vector<std::int64_t> excess = excesses();
    int best = -1;
    bool best_mends = false;
    for (int option = 0; option < part_.option_count(); ++option) {
        if (domains_[option] != Domains::open) continue;
        const bool chosen = relaxation_.choice()[at(option)] != 0;
        const std::vector<RowTerm>& rows = rows_of_[at(option)];
        const bool mends = std::any_of(rows.begin(), rows.end(), [&](const RowTerm& term) {
            return excess[at(term.row)] != 0 && (excess[at(term.row)] > 0) == ((term.coefficient > 0) == chosen);
        });
        const bool better =
            best < 0 || (mends != best_mends ? mends : relaxation_.loss(option) < relaxation_.loss(best));
        if (!better) continue;
        best = option;
        best_mends = mends;
    }
    const bool chosen = relaxation_.choice()[at(best)] != 0;
    return {domains_.mark(), best, best_mends ? !chosen : chosen, whole_score(node_bound_)};
}

/// Repairs the relaxed choice and betters the result where it comes near to the best.
void Search::try_choice() {
    std::vector<double> guide(part_.scores.size());
    for (int option = 0; option < part_.option_count(); ++option) {
        guide[at(option)] = static_cast<double>(relaxation_.priced_score(option));
    }
    const auto repaired = exchanges_.repair(relaxation_.choice(), guide);
    if (!repaired) return;
    const std::int64_t gap = whole_score(node_bound_) - score_;
    if (!best_ || score_of(part_, *repaired) + gap > score_)
        offer(exchanges_.improve(*repaired, cheap_changes(*repaired)));
}

/// The options whose change costs the relaxed score least, the cheapest first.
std::vector<int> Search::cheap_changes(const Choice& choice) const {
    std::vector<std::pair<Wide, int>> losses;
    for (int option = 0; option < part_.option_count(); ++option) {
        const bool differs = choice[at(option)] != relaxation_.choice()[at(option)];
        losses.emplace_back(differs ? 0 : relaxation_.loss(option), option);
    }
    const std::size_t count = std::min(losses.size(), most_starts);
    std::partial_sort(losses.begin(), losses.begin() + static_cast<std::ptrdiff_t>(count), losses.end());
    std::vector<int> options;
    for (std::size_t i = 0; i < count; ++i) options.push_back(losses[i].second);
    work_.spend(part_.option_count());
    return options;
}

void Search::offer_decided() {
    Choice choice(part_.scores.size());
    for (int option = 0; option < part_.option_count(); ++option) {
        choice[at(option)] = domains_[option] == Domains::chosen ? 1 : 0;
    }
    offer(choice);
}

void Search::offer(const Choice& choice) {
    const std::int64_t score = score_of(part_, choice);
    if (best_ && score <= score_) return;
    best_ = choice;
    score_ = score;
}

}  // namespace cadre::selection
