#pragma once

#include "evaluation/reference/reference_evaluator.hpp"
#include "evaluation/value_text.hpp"

#include <cadre/criteria/rule_pack.hpp>

#include <optional>

namespace cadre {

/// Puts the expressions of a pack into words, for people who do not read the criterion language.
class Wording {
public:
    /// Both outlive this object.
    Wording(const Pack& pack, ReferenceEvaluator& evaluator)
        : pack_(pack), evaluator_(evaluator), values_(evaluator.binding(), evaluator.texts()) {}

    /// What an operand is: "degree", "number of appraisals", "birth date + 35 years".
    LocalizedText of(const Expression& e) const;
    /// What an operand's value is under the evaluator's present bindings.
    LocalizedText value(const Expression& e) const;
    /// What a comparison demands of its subject: "at least master"; empty when it has no subject.
    LocalizedText needed(const Expression& condition) const;
    /// How far a comparison's subject is from what is demanded of it, under the evaluator's present bindings: "short
    /// by 4 months"; nothing where it is no matter of amount, or either side is not known to the point.
    std::optional<LocalizedText> gap(const Expression& comparison) const;
    /// A whole condition: "degree: at least master".
    LocalizedText condition(const Expression& e) const;
    /// The condition in the criterion language.
    std::string rule(const Expression& e) const { return to_text(e, *pack_.schema()); }

    /// The operand that a comparison is about, or null when it is no comparison.
    static const Expression* subject(const Expression& condition);

private:
    LocalizedText inside(const Expression& e) const { return within_sentence(of(e)); }
    LocalizedText literal(const Expression& e) const;
    LocalizedText attribute(const Expression& e) const;
    LocalizedText definition(const Expression& e) const;
    LocalizedText list(const Expression& e) const;
    LocalizedText call(const Expression& e) const;
    LocalizedText demanded(const Expression& e, const Type& subject) const;
    LocalizedText fixed_value(const Expression& e, const Type& subject) const;
    LocalizedText needed_one_of(const Expression& condition) const;
    LocalizedText written(const Expression& e) const;

    const Pack& pack_;
    ReferenceEvaluator& evaluator_;
    ValueText values_;
};

/// The expression below conversions between kinds of numbers.
const Expression& without_conversion(const Expression& e);

/// Whether the expression is the same for all rows.
bool is_fixed(const Expression& e);

}  // namespace cadre
