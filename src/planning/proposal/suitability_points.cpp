#include "planning/proposal/suitability_points.hpp"

#include <string>
#include <utility>

namespace cadre {
namespace {

/// "value >= k", or the condition itself.
ExpressionPtr at_least(const ExpressionPtr& value, std::int64_t k) {
    if (value->type.kind == TypeKind::boolean) return value;
    Expression number;
    number.type = value->type;
    number.constant = k;
    Expression test;
    test.operation = Operation::greater_equal;
    test.children = {value, std::make_shared<const Expression>(std::move(number))};
    return std::make_shared<const Expression>(std::move(test));
}

}  // namespace

SuitabilityPoints::SuitabilityPoints(const Pack& pack, const std::vector<SuitabilityComponent>& components,
                                     const Roster& roster, const EvaluationOptions& options)
    : components_(components) {
    const int cadres = pack.schema()->find_table("cadres").value_or(-1);
    const int pools = pack.schema()->find_table("pools").value_or(-1);
    std::vector<Question> questions;
    const auto ask = [&](int table, ExpressionPtr condition) {
        questions.push_back({std::to_string(questions.size()), table, std::move(condition)});
        return questions.size() - 1;
    };
    for (const SuitabilityComponent& component : components) {
        Asked asked;
        if (component.pools) asked.pools = ask(pools, component.pools);
        asked.first = questions.size();
        for (std::int64_t k = 1; k <= component.most; ++k) ask(cadres, at_least(component.value, k));
        asked_.push_back(asked);
    }
    verdicts_ = evaluate(compile(std::move(questions), pack.schema()), roster, options);
}

Verdict SuitabilityPoints::is_for(std::size_t component, std::size_t pool) const {
    const auto& pools = asked_[component].pools;
    return pools ? verdicts_->columns()[*pools][pool] : Verdict::met;
}

std::int64_t SuitabilityPoints::value(std::size_t component, std::size_t person) const {
    std::int64_t least = 0;
    std::int64_t beyond = components_[component].most + 1;
    while (beyond - least > 1) {
        const std::int64_t k = (least + beyond) / 2;
        const auto question = asked_[component].first + static_cast<std::size_t>(k - 1);
        (verdicts_->columns()[question][person] == Verdict::met ? least : beyond) = k;
    }
    return least;
}

bool SuitabilityPoints::undetermined(std::size_t component, std::size_t person) const {
    const std::int64_t least = value(component, person);
    if (least == components_[component].most) return false;
    const auto question = asked_[component].first + static_cast<std::size_t>(least);
    return verdicts_->columns()[question][person] == Verdict::undetermined;
}

std::int64_t SuitabilityPoints::points(const std::vector<std::size_t>& components, std::size_t person) const {
    std::int64_t sum = 0;
    for (const std::size_t component : components) sum += value(component, person) * components_[component].weight;
    return sum;
}

}  // namespace cadre
