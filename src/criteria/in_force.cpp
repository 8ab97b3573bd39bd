#include <cadre/criteria/expression.hpp>
#include <cadre/criteria/rule_pack.hpp>

namespace cadre {

const ParameterVersion* Parameter::on(DayNumber day) const {
    for (const ParameterVersion& version : versions) {
        if (version.in_force.contains(day)) return &version;
    }
    return nullptr;
}

const CriterionVersion* Criterion::on(DayNumber day) const {
    for (const CriterionVersion& version : versions) {
        if (version.in_force.contains(day)) return &version;
    }
    return nullptr;
}

const ExpressionPtr& body_on(const Expression& named, DayNumber law_as_of) {
    for (std::size_t i = 0; i < named.versions.size(); ++i) {
        if (named.versions[i].contains(law_as_of)) return named.children[i];
    }
    return named.children[0];
}

}  // namespace cadre
