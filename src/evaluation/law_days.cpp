#include "evaluation/law_days.hpp"

namespace cadre {

void LawDays::add(const Expression& e) {
    if (!seen_.insert(&e).second) return;
    if (e.operation == Operation::criterion) add(e.in_force);
    if (e.parameter != nullptr) {
        for (const ParameterVersion& version : e.parameter->versions) add(version.in_force);
    }
    for (const ExpressionPtr& child : e.children) add(*child);
}

void LawDays::add(const DateInterval& interval) {
    if (interval.from) days_.insert(*interval.from);
    if (interval.to) days_.insert(*interval.to);
}

}  // namespace cadre
