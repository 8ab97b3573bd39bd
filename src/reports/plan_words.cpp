#include "reports/plan_words.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/rotation.hpp>
#include <cadre/rotation/grouping.hpp>

#include <utility>

namespace cadre {

PlanWords::PlanWords(const RotationPlan& plan, const Roster& roster, Language language)
    : plan_(plan), posts_(vertex_keys(roster, Grouping::post)), language_(language) {}

std::string PlanWords::word(MessageId id, std::vector<Argument> arguments) const {
    return localized(id, std::move(arguments)).in(language_);
}

std::string PlanWords::post(std::optional<std::size_t> row) const {
    if (!row) return "–";
    const bool has_key = *row < posts_.size() && !posts_[*row].empty();
    return has_key ? posts_[*row] : std::to_string(*row);
}

std::string PlanWords::day(std::optional<DayNumber> day) const {
    return day ? date_text(*day).in(language_) : "–";
}

std::string PlanWords::move(std::size_t position) const {
    return std::to_string(plan_.moves[position].row.value_or(position));
}

std::vector<std::string> PlanWords::move_cells(std::size_t position) const {
    const RotationMove& move = plan_.moves[position];
    return {this->move(position), move.person ? std::to_string(*move.person) : "–", post(move.from), post(move.to)};
}

std::vector<std::string> PlanWords::move_heads() const {
    return {word(texts::plan_column_move), word(texts::plan_column_cadre), word(texts::plan_column_from),
            word(texts::plan_column_to)};
}

std::string PlanWords::list_of(const std::vector<std::size_t>& positions) const {
    std::string list;
    for (const std::size_t position : positions) list += (list.empty() ? "" : ", ") + move(position);
    return list;
}

}  // namespace cadre
