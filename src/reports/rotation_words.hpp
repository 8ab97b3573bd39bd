#pragma once

#include <cadre/messages/message.hpp>
#include <cadre/reports/rotation_proposal_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cadre {

/// The cadres, posts, rules and goals of a rotation problem in words, and sums of their costs.
class RotationWords {
public:
    /// Keeps references. Throws `Error` (invalid_argument) for lists of names of another length.
    RotationWords(const RotationProblem& problem, const RotationNames& names, Language language);

    std::string in_words(MessageId id, std::vector<Argument> arguments = {}) const;
    std::string cadre(std::size_t cadre) const;
    std::string post(std::size_t post) const;
    std::string rule(std::size_t rule) const;
    std::string goal(std::size_t goal) const;

    /// "row 7: p0 → p1".
    std::string move(std::size_t option) const;
    std::string left(std::size_t cadre) const;  ///< the present post, "–" where there is none
    /// "fit 3; change 0", of these goals.
    std::string costs(const std::vector<std::size_t>& goals, const std::vector<std::int64_t>& costs) const;
    /// "fit +3; change -1", of the goals whose costs differ.
    std::string cost_changes(const std::vector<std::int64_t>& from, const std::vector<std::int64_t>& to) const;

private:
    const RotationProblem& problem_;
    const RotationNames& names_;
    Language language_;
};

}  // namespace cadre
