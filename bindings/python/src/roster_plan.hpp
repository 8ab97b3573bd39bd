#pragma once

#include <cadre/roster/roster.hpp>
#include <cadre/rotation/rotation_plan.hpp>

namespace cadre::python {

/// A rotation plan with the roster whose rows it names.
struct RosterPlan {
    Roster roster;
    RotationPlan plan;
};

}  // namespace cadre::python
