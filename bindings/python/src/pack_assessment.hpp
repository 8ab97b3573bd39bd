#pragma once

#include <cadre/targets/assessment.hpp>

#include <cadre/criteria/rule_pack.hpp>

namespace cadre::python {

/// An assessment with the pack that was assessed, which reports on it refer to.
struct PackAssessment {
    Pack pack;
    Assessment assessment;
};

}  // namespace cadre::python
