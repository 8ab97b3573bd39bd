#include "rotation/bounded/circuit_packing.hpp"

#include "rotation/bounded/circuit_choice.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace cadre {
namespace {

/// Circuits that share cadres or spare seats, directly or by others.
struct CircuitGroup {
    std::vector<std::size_t> circuits;
    std::vector<std::size_t> cadres;  ///< those in few circuits first
};

std::vector<CircuitGroup> groups_of(const Circuits& circuits, std::size_t cadres) {
    std::vector<std::size_t> roots(cadres + circuits.spare.size());  // the cadres, then the posts
    std::iota(roots.begin(), roots.end(), std::size_t{0});
    const auto root_of = [&](std::size_t at) {
        while (roots[at] != at) at = roots[at] = roots[roots[at]];
        return at;
    };
    std::vector<std::size_t> counts(cadres);
    for (const Circuit& circuit : circuits.all) {
        const std::size_t root = root_of(circuit.cadres.front());
        for (const std::size_t cadre : circuit.cadres) roots[root_of(cadre)] = root;
        if (circuit.spare_seat) roots[root_of(cadres + *circuit.spare_seat)] = root;
        for (const std::size_t cadre : circuit.cadres) ++counts[cadre];
    }
    std::map<std::size_t, CircuitGroup> by_root;
    for (std::size_t at = 0; at < circuits.all.size(); ++at)
        by_root[root_of(circuits.all[at].cadres.front())].circuits.push_back(at);
    for (std::size_t cadre = 0; cadre < cadres; ++cadre) {
        if (counts[cadre] > 0) by_root[root_of(cadre)].cadres.push_back(cadre);
    }
    std::vector<CircuitGroup> groups;
    for (auto& [root, group] : by_root) {
        std::stable_sort(group.cadres.begin(), group.cadres.end(),
                         [&](std::size_t a, std::size_t b) { return counts[a] < counts[b]; });
        groups.push_back(std::move(group));
    }
    return groups;
}

/// Decides cadre by cadre in which circuit one moves, or that one does not; what all who are left could gain at most,
/// each in the best circuit by its share, bounds the search (Land and Doig 1960, "An automatic method of solving
/// discrete programming problems").
class ExactPacking {
public:
    ExactPacking(const Circuits& circuits, const CircuitGroup& group, CircuitChoice start, std::int64_t work)
        : circuits_(circuits.all), group_(group), choice_(std::move(start)), work_(work) {
        std::map<std::size_t, std::vector<std::size_t>> with;
        for (const std::size_t at : group.circuits) {
            for (const std::size_t cadre : circuits_[at].cadres) with[cadre].push_back(at);
        }
        for (const std::size_t cadre : group.cadres) {
            std::vector<std::size_t>& list = with[cadre];
            std::stable_sort(list.begin(), list.end(),
                             [&](std::size_t a, std::size_t b) { return circuits_[a].gain > circuits_[b].gain; });
            MoveGain most = 0;
            for (const std::size_t at : list) most = std::max(most, share(at));
            shares_.push_back(most);
            circuits_with_.push_back(std::move(list));
        }
        turn_.assign(group.cadres.empty() ? 0 : 1 + *std::max_element(group.cadres.begin(), group.cadres.end()), 0);
        for (std::size_t at = 0; at < group.cadres.size(); ++at) turn_[group.cadres[at]] = at;
    }

    /// Whether the search came to its end; improves what was found before.
    bool improve(std::set<std::size_t>& best, MoveGain& gain) {
        best_ = &best;
        best_gain_ = &gain;
        decide(0);
        return work_ >= 0;
    }

private:
    /// Gain of a circuit by member, rounded up.
    MoveGain share(std::size_t at) const {
        const auto size = static_cast<std::int64_t>(circuits_[at].cadres.size());
        return (circuits_[at].gain + size - 1) / size;
    }

    MoveGain bound(std::size_t turn) const {
        MoveGain sum = choice_.gain();
        for (std::size_t at = turn; at < group_.cadres.size(); ++at) {
            if (!choice_.moves(group_.cadres[at])) sum += shares_[at];
        }
        return sum;
    }

    void decide(std::size_t turn) {
        while (turn < group_.cadres.size() && choice_.moves(group_.cadres[turn])) ++turn;
        if (choice_.gain() > *best_gain_) {
            *best_gain_ = choice_.gain();
            *best_ = choice_.chosen();
        }
        work_ -= std::ssize(group_.cadres);
        if (work_ < 0 || turn == group_.cadres.size() || bound(turn) <= *best_gain_) return;
        for (const std::size_t at : circuits_with_[turn]) {
            if (!choice_.fits(at) || !is_open(at, turn)) continue;
            choice_.add(at);
            decide(turn + 1);
            choice_.remove(at);
        }
        decide(turn + 1);
    }

    /// Whether none of its cadres was decided before not to move.
    bool is_open(std::size_t at, std::size_t turn) const {
        const std::vector<std::size_t>& cadres = circuits_[at].cadres;
        return std::all_of(cadres.begin(), cadres.end(), [&](std::size_t cadre) { return turn_[cadre] >= turn; });
    }

    const std::vector<Circuit>& circuits_;
    const CircuitGroup& group_;
    CircuitChoice choice_;
    std::int64_t work_;
    std::vector<std::vector<std::size_t>> circuits_with_;  ///< by turn: of the cadre, the greatest gain first
    std::vector<MoveGain> shares_;                         ///< by turn: the greatest of the cadre
    std::vector<std::size_t> turn_;                        ///< by cadre
    std::set<std::size_t>* best_ = nullptr;
    MoveGain* best_gain_ = nullptr;
};

/// The greatest gain by member first, then each circuit for those that it excludes while that gains.
class LocalPacking {
public:
    LocalPacking(const Circuits& circuits, const CircuitGroup& group, std::size_t cadres, std::int64_t work)
        : circuits_(circuits.all), order_(group.circuits), choice_(circuits, cadres), work_(work) {
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return circuits_[a].gain * std::ssize(circuits_[b].cadres) >
                   circuits_[b].gain * std::ssize(circuits_[a].cadres);
        });
    }

    CircuitChoice find() {
        fill();
        for (bool improved = true; improved && work_ >= 0;) {
            improved = false;
            for (const std::size_t at : order_) improved = exchange(at) || improved;
        }
        return std::move(choice_);
    }

private:
    void fill() {
        for (const std::size_t at : order_) {
            if (choice_.fits(at)) choice_.add(at);
        }
        work_ -= std::ssize(order_);
    }

    bool exchange(std::size_t at) {
        if (--work_ < 0 || choice_.chosen().contains(at)) return false;
        const std::set<std::size_t> excluded = choice_.excluded_by(at);
        MoveGain lost = 0;
        for (const std::size_t other : excluded) lost += circuits_[other].gain;
        if (circuits_[at].gain <= lost) return false;
        for (const std::size_t other : excluded) choice_.remove(other);
        if (choice_.fits(at)) {
            choice_.add(at);
            fill();
            return true;
        }
        for (const std::size_t other : excluded) choice_.add(other);
        return false;
    }

    const std::vector<Circuit>& circuits_;
    std::vector<std::size_t> order_;
    CircuitChoice choice_;
    std::int64_t work_;
};

}  // namespace

CircuitPacking pack_circuits(const Circuits& circuits, std::size_t cadres, std::int64_t work) {
    CircuitPacking packing;
    for (const CircuitGroup& group : groups_of(circuits, cadres)) {
        const CircuitChoice near = LocalPacking(circuits, group, cadres, work).find();
        std::set<std::size_t> chosen = near.chosen();
        MoveGain gain = near.gain();
        const bool is_small = group.cadres.size() <= most_exact_cadres;
        const bool is_best =
            is_small && ExactPacking(circuits, group, CircuitChoice(circuits, cadres), work).improve(chosen, gain);
        packing.best = packing.best && is_best;
        packing.chosen.insert(packing.chosen.end(), chosen.begin(), chosen.end());
    }
    std::sort(packing.chosen.begin(), packing.chosen.end());
    return packing;
}

}  // namespace cadre
