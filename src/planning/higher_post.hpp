#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/evaluation/evaluate.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>

namespace cadre {

/// Compares posts with the present posts of cadres: by rank within a sector, across sectors by the rungs of
/// `post_equivalences` in force on the day. What is not known, or said in two ways, compares with nothing.
class HigherPost {
public:
    HigherPost(const Pack& pack, const Roster& roster, const EvaluationOptions& options);

    /// Whether a row of `posts` is higher than the primary post that a cadre holds on the day.
    Verdict is_higher(std::size_t post, std::size_t cadre);

private:
    /// What posts of different sectors are compared by.
    struct Place {
        std::int64_t title;
        std::int64_t sector;
        std::int64_t tier;
        auto operator<=>(const Place&) const = default;
    };

    std::optional<std::size_t> present_post(std::size_t cadre);
    std::optional<std::int64_t> cell(const char* table, const char* attribute, std::size_t row);
    std::optional<Place> place(std::size_t post);
    std::optional<std::int64_t> rung(const Place& place);
    Verdict is_at(std::size_t equivalence, const Place& place);

    std::shared_ptr<const Schema> schema_;
    ReferenceEvaluator evaluator_;
    ExpressionPtr present_;
    std::optional<VerdictTable> in_force_;  ///< the rows of `post_equivalences`
    std::map<Place, std::optional<std::int64_t>> rungs_;
};

}  // namespace cadre
