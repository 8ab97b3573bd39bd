#pragma once

#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/planning/statistical_form.hpp>
#include <cadre/roster/roster.hpp>

namespace cadre {

/// The official forms on the results of planning, by level.
enum class FormLevel {
    province,  ///< Biểu 12A-BTCTW: pools of the tier `city`
    district,  ///< Biểu 12B-BTCTW: pools of the tier `district`
    commune,   ///< Biểu 12C-BTCTW: pools of the tier `commune`
};

/// Fills the form of a level from the pools and their members on the day, in person-times: a cadre in two pools counts
/// twice. Columns follow the kind of a pool and the title of its post; a pool that fits none stands under "other". Ages
/// are in completed years: 40 years and 11 months is 40.
///
///     planning_form(FormLevel::district, roster, {.as_of = Date(2015, 12, 31)}).lines[1].cells[0]->least;
///
/// A member of whom the pool is not known may be in any. Throws as `read_plan` does. Thread-safe.
CADRE_EXPORT StatisticalForm planning_form(FormLevel level, const Roster& roster, const EvaluationOptions& options);

}  // namespace cadre
