#pragma once

#include <cadre/targets/assessment.hpp>

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/options.hpp>

namespace cadre::python {

/// An assessment with the pack and the options that it was made with, which reports on it refer to.
struct PackAssessment {
    Pack pack;
    Assessment assessment;
    EvaluationOptions options;
};

}  // namespace cadre::python
