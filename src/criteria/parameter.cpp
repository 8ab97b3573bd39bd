#include <cadre/criteria/expression.hpp>

namespace cadre {

const ParameterVersion* Parameter::on(DayNumber day) const {
    for (const ParameterVersion& version : versions) {
        if (version.in_force.contains(day)) return &version;
    }
    return nullptr;
}

}  // namespace cadre
