#include "planning/selection/exchanges.hpp"

#include <algorithm>

namespace cadre::selection {
namespace {

constexpr std::size_t longest_chain = 6;
constexpr std::size_t most_candidates = 24;

}  // namespace

Exchanges::Exchanges(const Part& part, const RowsOfOptions& rows_of, Work& work)
    : part_(part), rows_of_(rows_of), work_(work) {}

std::optional<Choice> Exchanges::repair(const Choice& choice, const std::vector<double>& guide) {
    start(choice);
    bool progress = true;
    while (excess_ > 0 && progress && !work_.is_exhausted()) {
        progress = false;
        for (int row = 0; row < part_.row_count(); ++row) {
            while (excess_of(row) > 0 && !work_.is_exhausted() && reduce(row, guide)) progress = true;
        }
    }
    if (excess_ > 0) return std::nullopt;
    return choice_;
}

Choice Exchanges::improve(const Choice& choice, const std::vector<int>& starts) {
    start(choice);
    const std::vector<double> guide(part_.scores.begin(), part_.scores.end());
    bool progress = true;
    while (progress && !work_.is_exhausted()) {
        progress = false;
        for (const int option : starts) {
            if (work_.is_exhausted()) break;
            const Chain chain = chain_from(option, guide);
            if (chain.excess > 0 || chain.gain <= 0) continue;
            apply(chain);
            progress = true;
        }
    }
    return choice_;
}

void Exchanges::start(const Choice& choice) {
    choice_ = choice;
    sums_.clear();
    excess_ = 0;
    for (int row = 0; row < part_.row_count(); ++row) {
        sums_.push_back(sum_of(part_.rows[at(row)], choice_));
        excess_ += excess_of(row);
        work_.spend(static_cast<std::int64_t>(part_.rows[at(row)].terms.size()));
    }
}

std::int64_t Exchanges::excess_of(int row) const {
    return excess_after(row, 0);
}

std::int64_t Exchanges::excess_after(int row, std::int64_t change) const {
    const Row& rule = part_.rows[at(row)];
    const std::int64_t sum = sums_[at(row)] + change;
    return std::max({rule.lower - sum, sum - rule.upper, std::int64_t{0}});
}

/// What a flip of the option adds to a row in which it has the coefficient.
std::int64_t Exchanges::step(int option, std::int64_t coefficient) const {
    return choice_[at(option)] != 0 ? -coefficient : coefficient;
}

void Exchanges::flip(int option) {
    for (const auto& [row, coefficient] : rows_of_[at(option)]) {
        excess_ -= excess_of(row);
        sums_[at(row)] += step(option, coefficient);
        excess_ += excess_of(row);
    }
    choice_[at(option)] ^= 1;
    work_.spend(static_cast<std::int64_t>(rows_of_[at(option)].size()));
}

std::int64_t Exchanges::excess_change(int option) const {
    std::int64_t change = 0;
    work_.spend(static_cast<std::int64_t>(rows_of_[at(option)].size()));
    for (const auto& [row, coefficient] : rows_of_[at(option)]) {
        change += excess_after(row, step(option, coefficient)) - excess_of(row);
    }
    return change;
}

double Exchanges::gain(int option, const std::vector<double>& guide) const {
    return choice_[at(option)] != 0 ? -guide[at(option)] : guide[at(option)];
}

/// Applies the best chain that starts in the row; false when none reduces the excess.
bool Exchanges::reduce(int row, const std::vector<double>& guide) {
    Chain best{{}, excess_, 0};
    for (const int option : candidates(row, guide)) {
        Chain chain = chain_from(option, guide);
        if (chain.excess < excess_ && chain.is_better_than(best)) best = std::move(chain);
    }
    if (best.flips.empty()) return false;
    apply(best);
    return true;
}

/// The options whose flip brings the row nearer to its bounds and costs least.
std::vector<int> Exchanges::candidates(int row, const std::vector<double>& guide) const {
    std::vector<int> found;
    for (const Term& term : part_.rows[at(row)].terms) {
        if (excess_after(row, step(term.option, term.coefficient)) < excess_of(row)) found.push_back(term.option);
    }
    work_.spend(static_cast<std::int64_t>(part_.rows[at(row)].terms.size()));
    const auto costs_less = [&](int a, int b) {
        const double first = gain(a, guide);
        const double second = gain(b, guide);
        return first != second ? first > second : a < b;
    };
    const auto last = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), most_candidates));
    std::partial_sort(found.begin(), last, found.end(), costs_less);
    found.erase(last, found.end());
    return found;
}

/// Flips the option and, while a row is broken by that, what mends it best; leaves the choice as it was.
Exchanges::Chain Exchanges::chain_from(int option, const std::vector<double>& guide) {
    Chain chain;
    touched_.clear();
    for (int next = option; next >= 0;) {
        for (const RowTerm& term : rows_of_[at(next)]) touched_.push_back({term.row, excess_of(term.row)});
        chain.gain += gain(next, guide);
        chain.flips.push_back(next);
        flip(next);
        if (excess_ == 0 || chain.flips.size() == longest_chain) break;
        const int row = first_broken();
        next = row < 0 ? -1 : best_answer(row, chain, guide);
    }
    chain.excess = excess_;
    for (auto flipped = chain.flips.rbegin(); flipped != chain.flips.rend(); ++flipped) flip(*flipped);
    return chain;
}

/// The first row that the chain left worse than it found it; -1 when there is none.
int Exchanges::first_broken() const {
    for (std::size_t i = 0; i < touched_.size(); ++i) {
        const auto [row, before] = touched_[i];
        if (excess_of(row) <= before) continue;
        const auto earlier = std::find_if(touched_.begin(), touched_.begin() + static_cast<std::ptrdiff_t>(i),
                                          [row = row](const Touched& other) { return other.row == row; });
        if (excess_of(row) > earlier->excess_before) return row;
    }
    return -1;
}

/// The flip that brings the row nearer to its bounds and breaks least, at the least cost; -1 when there is none.
int Exchanges::best_answer(int row, const Chain& chain, const std::vector<double>& guide) const {
    int best = -1;
    std::int64_t best_change = 0;
    double best_gain = 0;
    for (const Term& term : part_.rows[at(row)].terms) {
        if (excess_after(row, step(term.option, term.coefficient)) >= excess_of(row)) continue;
        if (std::find(chain.flips.begin(), chain.flips.end(), term.option) != chain.flips.end()) continue;
        const std::int64_t change = excess_change(term.option);
        const double gained = gain(term.option, guide);
        if (best >= 0 && (change > best_change || (change == best_change && gained <= best_gain))) continue;
        best = term.option;
        best_change = change;
        best_gain = gained;
    }
    return best;
}

void Exchanges::apply(const Chain& chain) {
    for (const int option : chain.flips) flip(option);
}

}  // namespace cadre::selection
