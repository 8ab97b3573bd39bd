#include "planning/higher_post.hpp"

#include "evaluation/program.hpp"

#include <variant>

namespace cadre {
namespace {

/// As `current_post` of the pack `vietnam-base`.
constexpr const char* present_post_text = "appointments[from <= as_of and to > as_of][primary][-1].post";

Verdict compare(const std::optional<std::int64_t>& planned, const std::optional<std::int64_t>& present) {
    if (!planned || !present) return Verdict::undetermined;
    return *planned > *present ? Verdict::met : Verdict::not_met;
}

}  // namespace

HigherPost::HigherPost(const Pack& pack, const Roster& roster, const EvaluationOptions& options)
    : schema_(pack.schema()),
      evaluator_(*schema_, roster, decision_days(options).as_of, decision_days(options).law_as_of,
                 options.strict_snapshot),
      present_(parse_expression(present_post_text, *schema_, *schema_->find_table("cadres"))) {
    const auto table = schema_->find_table("post_equivalences");
    if (!table) return;
    const Question in_force{"in_force", *table, parse_expression("from <= as_of and to > as_of", *schema_, *table)};
    in_force_ = evaluate(compile({in_force}, schema_), roster, options);
}

Verdict HigherPost::is_higher(std::size_t post, std::size_t cadre) {
    const auto present = present_post(cadre);
    if (!present) return Verdict::undetermined;
    if (*present == post) return Verdict::not_met;
    const auto there = place(post);
    const auto here = place(*present);
    if (!there || !here) return Verdict::undetermined;
    if (there->sector == here->sector) return compare(cell("posts", "rank", post), cell("posts", "rank", *present));
    return compare(rung(*there), rung(*here));
}

std::optional<std::size_t> HigherPost::present_post(std::size_t cadre) {
    evaluator_.judge_row(static_cast<std::int64_t>(cadre));
    const auto rows = std::get<PossibleRows>(evaluator_.evaluate(*present_));
    return rows.is_single() ? std::optional(static_cast<std::size_t>(rows.rows[0])) : std::nullopt;
}

std::optional<std::int64_t> HigherPost::cell(const char* table, const char* attribute, std::size_t row) {
    const int index = *schema_->find_table(table);
    const auto position = schema_->table(index).find(attribute);
    if (!position) return std::nullopt;
    const AbstractValue value = evaluator_.cell(index, *position, static_cast<std::int64_t>(row));
    if (const auto* rows = std::get_if<PossibleRows>(&value)) {
        return rows->is_single() ? std::optional(rows->rows[0]) : std::nullopt;
    }
    const auto& integer = std::get<PossibleInteger>(value);
    return integer.is_single() ? std::optional(integer.lo) : std::nullopt;
}

std::optional<HigherPost::Place> HigherPost::place(std::size_t post) {
    const auto title = cell("posts", "title", post);
    const auto unit = cell("posts", "unit", post);
    if (!unit) return std::nullopt;
    const auto sector = cell("units", "sector", static_cast<std::size_t>(*unit));
    const auto tier = cell("units", "tier", static_cast<std::size_t>(*unit));
    if (!title || !sector || !tier) return std::nullopt;
    return Place{*title, *sector, *tier};
}

std::optional<std::int64_t> HigherPost::rung(const Place& place) {
    const auto [known, fresh] = rungs_.try_emplace(place);
    if (!fresh || !in_force_) return known->second;
    std::optional<std::int64_t> found;
    const VerdictColumn& in_force = (*in_force_)["in_force"];
    for (std::size_t row = 0; row < in_force.size(); ++row) {
        const Verdict here = in_force[row] && is_at(row, place);
        if (here == Verdict::not_met) continue;
        const auto rank = cell("post_equivalences", "rank", row);
        if (here == Verdict::undetermined || !rank || (found && *found != *rank)) return std::nullopt;
        found = rank;
    }
    return known->second = found;
}

Verdict HigherPost::is_at(std::size_t equivalence, const Place& place) {
    const auto is = [&](const char* attribute, std::int64_t wanted) {
        const auto value = cell("post_equivalences", attribute, equivalence);
        if (!value) return Verdict::undetermined;
        return *value == wanted ? Verdict::met : Verdict::not_met;
    };
    return is("title", place.title) && is("sector", place.sector) && is("tier", place.tier);
}

}  // namespace cadre
