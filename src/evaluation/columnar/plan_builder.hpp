#pragma once

#include "evaluation/as_of_readers.hpp"
#include "evaluation/columnar/fallback_step.hpp"
#include "evaluation/columnar/free_slots.hpp"
#include "evaluation/columnar/list_steps.hpp"
#include "evaluation/columnar/plan.hpp"
#include "evaluation/columnar/shared_bands.hpp"
#include "evaluation/program.hpp"
#include "evaluation/roster_binding.hpp"

#include <cadre/criteria/expression.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace cadre::columnar {

/// Turns expressions into the steps of a plan. Equal sub-expressions become one step, whatever
/// criterion or definition they stand in.
///
/// An expression is compiled in the frame of the deepest list member that it reads, and repeated for
/// the members of a deeper frame where it is used. Operations without a step of their own fall back to
/// the tree-walking evaluator for that sub-expression alone.
class PlanBuilder {
public:
    /// `constants` evaluates the parts that read no row.
    PlanBuilder(int table, const RosterBinding& binding, ReferenceEvaluator& constants);

    /// Begins the stage of a day; questions are added to it.
    void begin(DecisionDays days);
    /// Adds the steps of one condition on the judged row, as far as no earlier stage has them.
    void add_question(const ExpressionPtr& condition);
    Plan take();

private:
    using Key = std::vector<std::int64_t>;
    using Step = std::optional<StepId>;

    /// A list that lies in the roster, filtered and perhaps projected.
    struct NativeList {
        int frame = 0;                   ///< of the members
        std::vector<StepId> conditions;  ///< that members must meet
        ExpressionPtr value;             ///< projection, under `slots`; null: the members themselves
        SlotFrames slots;
    };

    // plan_builder.cpp
    /// The step that computes `e` for the rows of `frame`; nothing where it reads a member that `slots`
    /// does not bind, or is a text, reference or list that only the tree-walking evaluator can compute.
    Step compile(const ExpressionPtr& e, const SlotFrames& slots, int frame);
    Step native(const ExpressionPtr& e, const SlotFrames& slots, int frame);
    Step named(const ExpressionPtr& e);
    Step attribute(const Expression& e, const SlotFrames& slots, int frame);
    Step unary(const Expression& e, const SlotFrames& slots, int frame);
    Step arithmetic(const Expression& e, const SlotFrames& slots, int frame);
    Step conditional(const Expression& e, const SlotFrames& slots, int frame);
    Step law_at(const Expression& e, const SlotFrames& slots, int frame);
    Step given(const Expression& path, const SlotFrames& slots, int frame);
    Step given_or(const Expression& e, const SlotFrames& slots, int frame);
    Step call(const Expression& e, const SlotFrames& slots, int frame);
    Step cells(const Attribute& attribute, const Column* column, int frame);
    Step gathered(const Attribute& attribute, const Column* column, StepId reference, int frame);
    Step constant(const AbstractValue& value, int frame);
    Step repeated(StepId step, const Type& type, int from, int to);
    int member_frame(int parent, int attribute);
    bool is_within(int frame, int ancestor) const;

    // plan_conditions.cpp
    Step condition(const Expression& e, const SlotFrames& slots, int frame);
    Step connective(Operation operation, const ExpressionPtr* first, std::size_t count, const SlotFrames& slots,
                    int frame);
    Step equality(const ExpressionPtr& a, const ExpressionPtr& b, const SlotFrames& slots, int frame);
    Step equality(const ExpressionPtr& a, const AbstractValue& bound, const SlotFrames& slots, int frame);
    Step same_truth(const ExpressionPtr& a, const ExpressionPtr& b, const SlotFrames& slots, int frame);
    Step ordering(Operation operation, const ExpressionPtr& a, const ExpressionPtr& b, const SlotFrames& slots,
                  int frame);
    Step comparison(Operation operation, TypeKind kind, Step a, Step b, int frame);
    Step comparison(Operation operation, TypeKind kind, Step a, const AbstractValue& bound, int frame);
    /// A comparison of a column with a constant as one test of the stored values.
    Step range_test(Operation operation, const Expression& a, const AbstractValue& bound, const SlotFrames& slots,
                    int frame);
    /// A test of a date column, which later days may share.
    StepId day_test(Key key, int frame, const RangeTest<std::int64_t>& test);
    Step integer_range_test(Operation operation, const Type& type, const Column* column, const PossibleInteger& bound,
                            int frame);
    Step decimal_range_test(Operation operation, const Column* column, const PossibleDecimal& bound, int frame);
    Step date_test(Operation operation, const Expression& a, const AbstractValue& bound, const SlotFrames& slots,
                   int frame);
    /// A comparison of the count of filtered members with a small constant.
    Step count_test(Operation operation, const ExpressionPtr& count, const AbstractValue& bound,
                    const SlotFrames& slots, int frame);
    StepId negated(StepId step, int frame);
    StepId joined(Operation connective, std::vector<StepId> steps, int frame);

    // plan_lists.cpp
    std::optional<NativeList> members(const ExpressionPtr& e, const SlotFrames& slots);
    Step quantified(const Expression& e, const SlotFrames& slots, int frame);
    Step some_member(const NativeList& list, StepId condition, int frame);
    Step all_or_any(const Expression& e, const SlotFrames& slots, int frame);
    Step aggregate(const Expression& e, const SlotFrames& slots, int frame);
    Step fold_of_scalars(const Expression& list, Function function, const SlotFrames& slots, int frame);
    Step contains(const Expression& e, const SlotFrames& slots, int frame);
    Step contains_constant(const PossibleList& list, const ExpressionPtr& element, const SlotFrames& slots, int frame);
    Step contains_member(const NativeList& list, const ExpressionPtr& element, const SlotFrames& slots, int frame);
    Step member_values(const NativeList& list);
    Members filtered(const NativeList& list);
    /// The slots that a condition on members of `frame` may read: those of the rows around it.
    SlotFrames visible_slots(const SlotFrames& slots, int frame) const;
    /// The same with the members themselves bound to `slot`.
    SlotFrames inner_slots(const SlotFrames& slots, int frame, int slot) const;

    /// The step with this key, made by `make` unless there is one.
    template <class Make>
    StepId step(Key key, Make make) {
        const auto [position, inserted] = steps_.try_emplace(std::move(key), static_cast<StepId>(plan_.steps.size()));
        if (inserted) plan_.steps.push_back(make());
        return used(position->second);
    }
    /// Keeps the step's result for the present stage.
    StepId used(StepId step);

    Plan plan_;
    const RosterBinding& binding_;
    ReferenceEvaluator& constants_;
    DecisionDays days_{};
    FreeSlots free_;
    AsOfReaders readers_;
    std::map<Key, StepId> steps_;
    std::vector<std::size_t> last_stages_;  ///< by step: the last stage that needs it
    std::vector<TestStep> day_tests_;
    std::map<const Expression*, Step> named_;  ///< bodies of definitions and criteria
};

/// The plan of questions on one table on one or several days, of which all know the same facts.
Plan make_plan(int table, const std::vector<const Question*>& questions, const std::vector<DecisionDays>& days,
               const RunContext& context);

/// What a step is, as the first part of its key.
enum class StepKind : std::int64_t {
    constant,
    column,
    gather,
    repeat,
    unary,
    binary,
    conditional,
    fallback,
    negation,
    conjunction,
    disjunction,
    comparison,
    range_comparison,
    range,
    decimal_range,
    count,
    small_count,
    small_count_test,
    some,
    member_fold,
    scalar_fold,
    law_at,
    given,
};

}  // namespace cadre::columnar
