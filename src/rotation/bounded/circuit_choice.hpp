#pragma once

#include "rotation/bounded/circuits.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace cadre {

/// Circuits chosen together: who is moved, which spare seats are left, and what is gained.
class CircuitChoice {
public:
    /// Refers to the circuits.
    CircuitChoice(const Circuits& circuits, std::size_t cadres)
        : circuits_(circuits.all), spare_(circuits.spare), taken_(cadres, nobody) {}

    const std::set<std::size_t>& chosen() const { return chosen_; }
    MoveGain gain() const { return gain_; }
    bool moves(std::size_t cadre) const { return taken_[cadre] != nobody; }

    bool fits(std::size_t at) const {
        const Circuit& circuit = circuits_[at];
        for (const std::size_t cadre : circuit.cadres) {
            if (moves(cadre)) return false;
        }
        return !circuit.spare_seat || spare_[*circuit.spare_seat] > 0;
    }
    void add(std::size_t at) {
        change(at, at, 1);
        chosen_.insert(at);
    }
    void remove(std::size_t at) {
        change(at, nobody, -1);
        chosen_.erase(at);
    }
    /// The chosen circuits that move one of its cadres.
    std::set<std::size_t> excluded_by(std::size_t at) const {
        std::set<std::size_t> found;
        for (const std::size_t cadre : circuits_[at].cadres) {
            if (moves(cadre)) found.insert(taken_[cadre]);
        }
        return found;
    }

private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    void change(std::size_t at, std::size_t taken, int sign) {
        const Circuit& circuit = circuits_[at];
        for (const std::size_t cadre : circuit.cadres) taken_[cadre] = taken;
        if (circuit.spare_seat) spare_[*circuit.spare_seat] -= sign;
        gain_ += sign * circuit.gain;
    }

    const std::vector<Circuit>& circuits_;
    std::vector<std::int64_t> spare_;
    std::vector<std::size_t> taken_;  ///< by cadre: the circuit
    std::set<std::size_t> chosen_;
    MoveGain gain_ = 0;
};

}  // namespace cadre
