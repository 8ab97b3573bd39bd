#pragma once

#include <cadre/messages/language.hpp>
#include <cadre/messages/message.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/rotation_plan.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// How the texts on rotation plans name moves, posts, rows and days.
class PlanWords {
public:
    /// The plan outlives this object.
    PlanWords(const RotationPlan& plan, const Roster& roster, Language language);

    std::string word(MessageId id, std::vector<Argument> arguments = {}) const;
    /// The key of a post; its row where the roster has no keys.
    std::string post(std::optional<std::size_t> row) const;
    std::string day(std::optional<DayNumber> day) const;
    /// The row of a move in its table, or else its position.
    std::string move(std::size_t position) const;
    /// Cells that tell of a move: its number, cadre, posts.
    std::vector<std::string> move_cells(std::size_t position) const;
    std::vector<std::string> move_heads() const;
    std::string list_of(const std::vector<std::size_t>& positions) const;
    Language language() const { return language_; }

private:
    const RotationPlan& plan_;
    std::vector<std::string> posts_;
    Language language_;
};

}  // namespace cadre
