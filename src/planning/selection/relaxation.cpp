#include "planning/selection/relaxation.hpp"

#include <algorithm>
#include <set>

namespace cadre::selection {
namespace {

constexpr int left_root = 0;
constexpr int right_root = 1;
constexpr int first_row_node = 2;

int node_count(const LaminarSplit& split) {
    return first_row_node + static_cast<int>(split.families[0].rows.size() + split.families[1].rows.size());
}

}  // namespace

Relaxation::Relaxation(const Part& part, Work& work)
    : part_(part),
      work_(work),
      split_(split_laminar(part)),
      network_(node_count(split_), work),
      row_arcs_(part.rows.size(), -1),
      priced_scores_(part.scores.size()),
      choice_(part.scores.size(), 0) {
    add_family(split_.families[0], left_root, true);
    add_family(split_.families[1], right_root, false);
    for (int option = 0; option < part.option_count(); ++option) {
        arcs_.push_back(network_.add_arc(node_of(0, option), node_of(1, option), 0, 1));
    }
    network_.add_arc(right_root, left_root, 0, part.option_count());
    network_.build();
}

/// Flow runs from the left root through ever smaller rows to an option, then through ever larger ones to the right
/// root.
void Relaxation::add_family(const Family& family, int root, bool is_left) {
    const int first = is_left ? first_row_node : first_row_node + static_cast<int>(split_.families[0].rows.size());
    for (std::size_t i = 0; i < family.rows.size(); ++i) {
        const Row& row = part_.rows[at(family.rows[i])];
        const int inner = first + static_cast<int>(i);
        const int outer = family.parents[i] < 0 ? root : first + family.parents[i];
        row_arcs_[at(family.rows[i])] =
            network_.add_arc(is_left ? outer : inner, is_left ? inner : outer, row.lower, row.upper);
    }
}

int Relaxation::node_of(int family, int option) const {
    const int place = split_.families[at(family)].innermost[at(option)];
    if (place < 0) return family == 0 ? left_root : right_root;
    const int before = family == 0 ? 0 : static_cast<int>(split_.families[0].rows.size());
    return first_row_node + before + place;
}

Relaxation::Outcome Relaxation::solve(const std::vector<std::int64_t>& multipliers, const Domains& domains) {
    price(multipliers);
    for (int option = 0; option < part_.option_count(); ++option) {
        // A decision is a reward or a fine above all scores, so that the last tree stays a solution.
        Wide cost = -priced_scores_[at(option)];
        if (domains[option] == Domains::chosen) cost -= penalty;
        if (domains[option] == Domains::refused) cost += penalty;
        network_.set_cost(arcs_[at(option)], cost);
    }
    if (!network_.minimise()) return Outcome::interrupted;
    if (!network_.is_circulation()) return Outcome::impossible;
    read_choice(multipliers);
    for (int option = 0; option < part_.option_count(); ++option) {
        if (domains[option] != Domains::open && domains[option] != choice_[at(option)]) return Outcome::impossible;
    }
    return Outcome::solved;
}

void Relaxation::price(const std::vector<std::int64_t>& multipliers) {
    for (std::size_t i = 0; i < priced_scores_.size(); ++i) priced_scores_[i] = part_.scores[i] * price_scale;
    for (std::size_t i = 0; i < split_.side.size(); ++i) {
        if (multipliers[i] == 0) continue;
        const Row& row = part_.rows[at(split_.side[i])];
        for (const Term& term : row.terms) {
            priced_scores_[at(term.option)] -= Wide{multipliers[i]} * term.coefficient;
        }
        work_.spend(static_cast<std::int64_t>(row.terms.size()));
    }
    work_.spend(part_.option_count());
}

void Relaxation::read_choice(const std::vector<std::int64_t>& multipliers) {
    bound_ = 0;
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
        choice_[i] = network_.flow(arcs_[i]) == 0 ? 0 : 1;
        if (choice_[i] != 0) bound_ += priced_scores_[i];
    }
    for (std::size_t i = 0; i < split_.side.size(); ++i) {
        const Row& row = part_.rows[at(split_.side[i])];
        bound_ += Wide{multipliers[i]} * (multipliers[i] > 0 ? row.upper : row.lower);
    }
}

Wide Relaxation::loss(int option) const {
    const Wide cost = network_.reduced_cost(arcs_[at(option)]);
    return std::max<Wide>(choice_[at(option)] == 0 ? cost : -cost, 0);
}

std::vector<int> Relaxation::clauses_of_cut() const {
    std::set<int> clauses;
    for (int row = 0; row < part_.row_count(); ++row) {
        const int arc = row_arcs_[at(row)];
        if (arc < 0 || penalties_in(network_.reduced_cost(arc)) == 0) continue;
        clauses.insert(part_.rows[at(row)].clauses.begin(), part_.rows[at(row)].clauses.end());
    }
    return {clauses.begin(), clauses.end()};
}

}  // namespace cadre::selection
