#pragma once

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/targets/target.hpp>

#include <cstddef>
#include <vector>

namespace cadre {

/// What targets ask of the rows of a roster, compiled once: per target its population, its condition, and
/// the populations of its parts.
class TargetQuestions {
public:
    /// The targets that `which` names by position.
    TargetQuestions(const Pack& pack, const std::vector<Target>& targets, const std::vector<std::size_t>& which);

    const Program& program() const { return program_; }
    /// Position of a target's population among the questions; its condition and its parts follow.
    std::size_t first(std::size_t target) const { return first_[target]; }

private:
    std::vector<std::size_t> first_;
    Program program_;
};

}  // namespace cadre
