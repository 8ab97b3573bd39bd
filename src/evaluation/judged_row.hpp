#pragma once

#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/criteria/rule_pack.hpp>

#include <cstddef>
#include <string_view>

namespace cadre {

/// The criterion of a pack. Throws `Error` (not_found), with a suggestion, for an unknown id.
const Criterion& criterion_of(const Pack& pack, std::string_view id);

/// Makes `row` of `table` the judged row. Throws `Error` (not_found) where the table has no such row.
void judge_known_row(ReferenceEvaluator& evaluator, int table, std::size_t row);

}  // namespace cadre
