// The generator's values of any kind: cells, constants and parameters.

#include "support/random_expression.hpp"

namespace cadre::testing {

ExpressionPtr ExpressionGenerator::attribute(TypeKind kind) {
    for (int attempt = 0; attempt < 6; ++attempt) {
        const auto variables = static_cast<std::int64_t>(scope_.size());
        const Variable& from = scope_[static_cast<std::size_t>(chance(0.6) ? variables - 1 : below(variables))];
        ExpressionPtr row = variable(from.slot, {TypeKind::record, from.table});
        if (chance(0.3)) {
            if (ExpressionPtr unit = attribute_of(row, TypeKind::reference)) row = unit;
            if (chance(0.3)) {
                if (ExpressionPtr above = attribute_of(row, TypeKind::reference)) row = above;
            }
        }
        if (ExpressionPtr found = attribute_of(row, kind)) return found;
    }
    return nullptr;
}

ExpressionPtr ExpressionGenerator::attribute_of(const ExpressionPtr& row, TypeKind kind) {
    const auto& attributes = schema_.table(row->type.domain).attributes;
    std::vector<int> fitting;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        if (!attributes[i].key && attributes[i].type.kind == kind) fitting.push_back(static_cast<int>(i));
    }
    if (fitting.empty()) return nullptr;
    const int chosen = fitting[static_cast<std::size_t>(below(static_cast<std::int64_t>(fitting.size())))];
    auto e = node(Operation::attribute, attributes[static_cast<std::size_t>(chosen)].type, {row});
    e->attribute = chosen;
    return e;
}

ExpressionPtr ExpressionGenerator::conditional(ExpressionPtr condition, ExpressionPtr a, ExpressionPtr b) {
    return node(Operation::conditional, a->type, {std::move(condition), a, std::move(b)});
}

TypeKind ExpressionGenerator::scalar_kind() {
    static constexpr TypeKind kinds[] = {TypeKind::integer, TypeKind::decimal, TypeKind::date, TypeKind::months,
                                         TypeKind::days,    TypeKind::level,   TypeKind::text};
    return kinds[below(7)];
}

ExpressionPtr ExpressionGenerator::scalar(TypeKind kind, int depth) {
    switch (kind) {
        case TypeKind::integer: return integer(depth);
        case TypeKind::decimal: return decimal(depth);
        case TypeKind::date: return date(depth);
        case TypeKind::months: return months(depth);
        case TypeKind::days: return days(depth);
        case TypeKind::level: return level(depth);
        default: return text(depth);
    }
}

ExpressionPtr ExpressionGenerator::constant(TypeKind kind) {
    switch (kind) {
        case TypeKind::integer: return integer_literal(below(4) - 1 + (chance(0.2) ? 2010 : 0));
        case TypeKind::decimal: return literal({kind}, static_cast<double>(below(9)) / 2 - 1);
        case TypeKind::date: return chance(0.3) ? node(Operation::as_of, {kind}) : literal({kind}, some_day());
        case TypeKind::months: return literal({kind}, below(60) - 6);
        case TypeKind::days: return literal({kind}, below(900) - 60);
        case TypeKind::boolean: return literal({kind}, chance(0.5));
        case TypeKind::level: return literal({kind, *schema_.find_scale("grade")}, below(4));
        default: {
            static const char* const texts[] = {"a", "b", "ab", "zz", ""};
            return literal({kind}, std::string(texts[below(5)]));
        }
    }
}

ExpressionPtr ExpressionGenerator::leaf(TypeKind kind) {
    if (chance(0.08)) return law(kind, 0);
    if (chance(0.25)) return constant(kind);
    ExpressionPtr cell = attribute(kind);
    if (!cell) return constant(kind);
    if (asks_known_ && chance(0.3)) return call(Function::get_or_else, cell->type, {cell, constant(kind)});
    return cell;
}

ExpressionPtr ExpressionGenerator::level(int depth) {
    if (depth > 0 && chance(0.25)) return conditional(boolean(depth - 1), level(depth - 1), level(depth - 1));
    if (depth > 0 && chance(0.15)) return fold(TypeKind::level, depth);
    return leaf(TypeKind::level);
}

std::shared_ptr<const Parameter> ExpressionGenerator::dated_parameter(TypeKind kind) {
    auto parameter = std::make_shared<Parameter>();
    parameter->id = "p" + std::to_string(static_cast<int>(kind));
    parameter->type = type_of(kind);
    std::optional<DayNumber> from;
    if (chance(0.5)) from = day_number(Date(2010, 1, 1));
    for (std::int64_t left = below(3); left >= 0; --left) {
        std::optional<DayNumber> to;
        if (left > 0 || chance(0.3)) to = day_number(Date(static_cast<unsigned short>(2014 - left), 3, 15));
        ExpressionPtr value = kind == TypeKind::date ? literal({kind}, some_day()) : constant(kind);
        parameter->versions.push_back({{from, to}, std::move(value), {}});
        from = to;
    }
    return parameter;
}

ExpressionPtr ExpressionGenerator::law(TypeKind kind, int depth) {
    for (const auto& parameter : parameters_) {
        if (parameter->type.kind != kind) continue;
        auto e = node(Operation::parameter, parameter->type);
        e->parameter = parameter;
        e->name = parameter->id;
        if (chance(0.8)) e->children = {date(depth - 1)};
        return e;
    }
    return leaf(kind);
}

Type ExpressionGenerator::type_of(TypeKind kind) {
    return kind == TypeKind::level ? Type{kind, *schema_.find_scale("grade")} : Type{kind};
}

}  // namespace cadre::testing
