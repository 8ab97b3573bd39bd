#pragma once

#include "evaluation/functions/known_value.hpp"
#include "evaluation/reference/abstract_value.hpp"
#include "evaluation/roster_binding.hpp"
#include "evaluation/text_ids.hpp"

#include <cadre/criteria/expression.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace cadre {

/// Why an expression may have no value, or why its value cannot be told, other than a missing cell.
enum class Reason : std::uint8_t {
    empty_list,
    no_such_item,
    division_by_zero,
    no_result,        ///< a function has no value for such arguments
    overflow,         ///< a result outside the numbers or the calendar
    ongoing,          ///< arithmetic on the end of a spell that still runs
    no_such_thing,    ///< ordering or arithmetic on "none"
    no_law_in_force,  ///< a parameter has no version for law_as_of
    not_in_force,     ///< a criterion is outside its interval on law_as_of
    open_list,        ///< members beyond those listed may exist
    before_snapshot,  ///< an undated fact of a later day than as_of (`EvaluationOptions::strict_snapshot`)
};

/// A cell of the roster, by indices of the program's schema.
struct CellIndex {
    int table = 0;
    std::int64_t row = 0;
    int attribute = 0;

    auto operator<=>(const CellIndex&) const = default;
};

/// The missing cells, partial dates among them, and the reasons that an evaluation met, in a fixed order.
struct Gaps {
    std::set<CellIndex> missing;
    std::set<Reason> reasons;
};

/// The versions of parameters that an evaluation looked up: the parameter's id and the version's position.
using LawReads = std::set<std::pair<std::string, std::size_t>>;

/// Cells that are supposed to hold other values than the roster's. Rows of a child table past its end are members that
/// the roster does not have: a hypothesis that names one gives all its cells.
using Hypothesis = std::map<CellIndex, AbstractValue>;

/// The tree-walking evaluator: one expression, one row at a time, by the rules of the language
/// (language.md, section 2). It is the judge that the columnar evaluator is compared with.
///
/// Not thread-safe; one a thread.
class ReferenceEvaluator {
public:
    /// `strict_snapshot` as in `EvaluationOptions`.
    ReferenceEvaluator(const Schema& schema, const Roster& roster, DayNumber as_of, DayNumber law_as_of,
                       bool strict_snapshot = false);

    /// Makes `row` of `table` the judged row (slot 0).
    void judge_row(std::int64_t row);
    /// Judges by other days from now on. Whether undated facts are hidden (`strict_snapshot`) does not change.
    void set_days(DayNumber as_of, DayNumber law_as_of) {
        as_of_ = as_of;
        law_as_of_ = law_as_of;
    }
    /// Binds the member of a list that an operation's `slot` stands for.
    void bind(int slot, AbstractValue member);

    /// Puts the members of lists aside for the body of a definition or criterion, which sees the judged row alone,
    /// until `leave_body` is given them back.
    std::vector<AbstractValue> enter_body();
    void leave_body(std::vector<AbstractValue> outer) { slots_ = std::move(outer); }

    /// What a member of a child table is bound to: the row, or the scalar of a list of scalars.
    AbstractValue member(int table, std::int64_t row);

    /// A missing cell of the attribute, or one behind a missing reference.
    static AbstractValue unknown_cell(const Attribute& attribute);

    /// The value under the present bindings.
    AbstractValue evaluate(const Expression& expression);
    Verdict truth(const Expression& condition);
    /// The one version that a parameter's use reads, or null when there may be several or none.
    const ParameterVersion* law_version(const Expression& parameter);

    /// While set, missing cells that are read and reasons that arise are added to it.
    void note_gaps(Gaps* gaps) { gaps_ = gaps; }

    /// While set, the versions of parameters that are looked up are added to it.
    void note_law(LawReads* reads) { law_reads_ = reads; }

    DayNumber law_as_of() const { return law_as_of_; }

    /// While set, the cells of the hypothesis are read in place of the roster's. It outlives its use here.
    void suppose(const Hypothesis* hypothesis) { hypothesis_ = hypothesis; }

    /// The roster's cell, or what is supposed of it.
    AbstractValue cell(int table, int attribute, std::int64_t row);

    TextIds& texts() { return texts_; }
    const TextIds& texts() const { return texts_; }
    const RosterBinding& binding() const { return binding_; }

private:
    friend class ListEvaluation;
    friend class ListFunctions;

    /// The body of a definition or criterion, which sees the judged row and no member of a list.
    AbstractValue named(const Expression& body);
    AbstractValue literal(const Expression& e);
    AbstractValue parameter(const Expression& e);
    PossibleInteger law_day(const Expression& parameter);
    AbstractValue criterion(const Expression& e);
    AbstractValue attribute(const Expression& e);
    PossibleInteger date_cell(int table, int attribute, std::int64_t row, const Column& column);
    AbstractValue list_cell(const Attribute& attribute, const Column& column, std::int64_t row);
    AbstractValue arithmetic(const Expression& e);
    AbstractValue date_arithmetic(const Expression& e, const AbstractValue& a, const AbstractValue& b);
    AbstractValue integer_arithmetic(Operation operation, const PossibleInteger& a, const PossibleInteger& b);
    AbstractValue decimal_arithmetic(Operation operation, const PossibleDecimal& a, const PossibleDecimal& b);
    AbstractValue duration_scaling(const Expression& e, const AbstractValue& duration, const AbstractValue& number);
    AbstractValue text_sum(const PossibleInteger& a, const PossibleInteger& b);
    AbstractValue negated(const Expression& e);
    Verdict equality(const Expression& e);
    Verdict equality(const Type& type, const AbstractValue& a, const AbstractValue& b);
    Verdict order(const Type& type, const AbstractValue& a, Operation operation, const AbstractValue& b);
    Verdict text_order(const PossibleInteger& a, Operation operation, const PossibleInteger& b);
    Verdict logic(const Expression& e);
    AbstractValue conditional(const Expression& e);
    AbstractValue call(const Expression& e);
    Verdict is_given(const Expression& path);
    Verdict is_given(const CellIndex& cell);
    AbstractValue given_or(const Expression& e);
    AbstractValue date_from_parts(const Expression& e);
    /// `.year` and the like.
    AbstractValue part(const Expression& e);
    AbstractValue strict_call(const Expression& e);
    std::optional<KnownValue> known_value(const Type& type, const AbstractValue& value);
    std::optional<KnownValue> known_texts(const PossibleList& list);
    AbstractValue possible_value(const KnownValue& known);
    PossibleInteger integer(const Expression& e) { return std::get<PossibleInteger>(evaluate(e)); }

    void note(Reason reason) {
        if (gaps_ != nullptr) gaps_->reasons.insert(reason);
    }
    void note_missing(int table, std::int64_t row, int attribute);
    void note_arithmetic(const PossibleInteger& a, const PossibleInteger& b, std::uint8_t result_flags);

    RosterBinding binding_;
    DayNumber as_of_;
    DayNumber law_as_of_;
    TextIds texts_;
    std::vector<AbstractValue> slots_;
    Gaps* gaps_ = nullptr;
    LawReads* law_reads_ = nullptr;
    const Hypothesis* hypothesis_ = nullptr;
};

}  // namespace cadre
