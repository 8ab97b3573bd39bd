#pragma once

#include "evaluation/columnar/step.hpp"

#include <cadre/criteria/expression.hpp>

#include <memory>
#include <vector>

namespace cadre::columnar {

/// The value of a parameter that is law on each row's day; `values` are those of its versions.
StepPtr make_law_at(int frame, std::shared_ptr<const Parameter> parameter, const std::vector<AbstractValue>& values,
                    StepId day);

}  // namespace cadre::columnar
