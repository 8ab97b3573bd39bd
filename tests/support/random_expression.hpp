#pragma once

// Random well-typed expressions of the criterion language over the schema of random_world.hpp; the kinds of expressions
// are made in random_expression/.

#include "support/random_world.hpp"

#include <cadre/criteria/expression.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <utility>
#include <vector>

namespace cadre::testing {

class ExpressionGenerator {
public:
    explicit ExpressionGenerator(std::mt19937_64& random) : random_(random), schema_(*world_schema()) {
        people_ = *schema_.find_table("people");
        spans_ = *schema_.find_table("people.spans");
        for (const TypeKind kind : parameter_kinds) parameters_.push_back(dated_parameter(kind));
    }

    ExpressionPtr condition(int depth) {
        scope_ = {{0, people_}};
        next_slot_ = 1;
        asks_known_ = chance(0.15);
        return boolean(depth);
    }

    /// Whether missing data decides in the last condition: `known` or `get or else` may stand in it.
    bool asks_known() const { return asks_known_; }

private:
    struct Variable {
        int slot;
        int table;
    };
    using Children = std::vector<ExpressionPtr>;

    static constexpr TypeKind parameter_kinds[] = {TypeKind::boolean, TypeKind::integer, TypeKind::decimal,
                                                   TypeKind::date,    TypeKind::months,  TypeKind::days,
                                                   TypeKind::level,   TypeKind::text};

    std::int64_t below(std::int64_t bound) {
        return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(random_);
    }
    bool chance(double probability) { return std::bernoulli_distribution(probability)(random_); }
    static std::shared_ptr<Expression> node(Operation operation, Type type, Children children = {}) {
        auto e = std::make_shared<Expression>();
        e->operation = operation;
        e->type = std::move(type);
        e->children = std::move(children);
        return e;
    }
    static ExpressionPtr literal(Type type, Constant constant) {
        auto e = node(Operation::literal, std::move(type));
        e->constant = std::move(constant);
        return e;
    }
    static ExpressionPtr integer_literal(std::int64_t value) { return literal({TypeKind::integer}, value); }
    static ExpressionPtr call(Function function, Type type, Children children) {
        auto e = node(Operation::call, std::move(type), std::move(children));
        e->function = function;
        return e;
    }
    static ExpressionPtr variable(int slot, Type type) {
        auto e = node(Operation::variable, std::move(type));
        e->slot = slot;
        e->name = "v" + std::to_string(slot);
        return e;
    }
    ExpressionPtr binary(Operation operation, TypeKind kind, ExpressionPtr a, ExpressionPtr b) {
        return node(operation, {kind}, {std::move(a), std::move(b)});
    }
    Operation plus_or_minus() { return chance(0.5) ? Operation::add : Operation::subtract; }

    // conditions.cpp
    ExpressionPtr boolean(int depth);
    /// A condition that reads the judged row alone, as bodies of definitions do.
    ExpressionPtr boolean_of_row(int depth);
    ExpressionPtr named(ExpressionPtr body);
    ExpressionPtr comparison(int depth);
    ExpressionPtr reference_test();
    ExpressionPtr none_test();
    ExpressionPtr between(int depth);
    ExpressionPtr in(int depth);
    ExpressionPtr known();
    ExpressionPtr all_or_any(int depth);
    ExpressionPtr contains(int depth);
    ExpressionPtr lists_equal(int depth);
    ExpressionPtr quantified(int depth);

    // values.cpp
    /// A random attribute of the kind, of a variable in scope or behind its references; null: none found.
    ExpressionPtr attribute(TypeKind kind);
    ExpressionPtr attribute_of(const ExpressionPtr& row, TypeKind kind);
    ExpressionPtr conditional(ExpressionPtr condition, ExpressionPtr a, ExpressionPtr b);
    TypeKind scalar_kind();
    ExpressionPtr scalar(TypeKind kind, int depth);
    ExpressionPtr constant(TypeKind kind);
    ExpressionPtr leaf(TypeKind kind);
    ExpressionPtr level(int depth);
    /// One to three versions from 2010 on, the last perhaps with an end.
    std::shared_ptr<const Parameter> dated_parameter(TypeKind kind);
    /// A parameter by the law of law_as_of, or of a date of facts.
    ExpressionPtr law(TypeKind kind, int depth);
    Type type_of(TypeKind kind);

    // numbers.cpp
    ExpressionPtr integer(int depth);
    ExpressionPtr decimal(int depth);
    ExpressionPtr rounding(int depth);
    /// A duration over another.
    ExpressionPtr ratio(TypeKind kind, int depth);
    ExpressionPtr mean(int depth);

    // dates.cpp
    ExpressionPtr date(int depth);
    ExpressionPtr months(int depth);
    ExpressionPtr days(int depth);
    std::int64_t some_day();

    // texts.cpp
    ExpressionPtr text(int depth);
    ExpressionPtr text_call(int depth);

    // lists.cpp
    /// A list made of others.
    ExpressionPtr made_list(TypeKind kind, int depth);
    /// A list of spans or of tasks.
    ExpressionPtr records(int depth);
    /// The spans of the judged row, perhaps filtered, chosen or reached by name.
    ExpressionPtr spans(int depth);
    /// The tasks of one span or of all.
    ExpressionPtr tasks(int depth);
    /// The span in scope, else one at a position.
    ExpressionPtr span();
    /// A list of the spans' own lists.
    ExpressionPtr lists_of_spans(const char* name, int depth);
    ExpressionPtr flattened(const char* name, int depth);
    ExpressionPtr filtered(const ExpressionPtr& list, int depth);
    ExpressionPtr scalars(TypeKind kind, int depth);
    ExpressionPtr list_of(const ExpressionPtr& row, const char* name);
    ExpressionPtr projected(TypeKind kind, int depth);
    /// sum, min, max of a list, or the member at a position.
    ExpressionPtr fold(TypeKind kind, int depth);
    ExpressionPtr at_position(TypeKind kind, int depth);
    template <class Make>
    ExpressionPtr inside(int slot, const Type& element, Make make) {
        if (element.kind == TypeKind::record) scope_.push_back({slot, element.domain});
        ExpressionPtr made = make();
        if (element.kind == TypeKind::record) scope_.pop_back();
        return made;
    }

    std::mt19937_64& random_;
    const Schema& schema_;
    int people_ = 0;
    int spans_ = 0;
    std::vector<Variable> scope_;
    int next_slot_ = 1;
    bool asks_known_ = false;
    std::vector<std::shared_ptr<const Parameter>> parameters_;
};

}  // namespace cadre::testing
