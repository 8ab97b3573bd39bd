#pragma once

#include "evaluation/reference/reference_evaluator.hpp"
#include "evaluation/wording.hpp"

#include <cadre/evaluation/explanation.hpp>

#include <set>
#include <string>

namespace cadre {

/// Builds the tree of one explanation under the evaluator's present bindings.
class ExplanationBuilder {
public:
    /// Both outlive this object.
    ExplanationBuilder(const Pack& pack, ReferenceEvaluator& evaluator, DayNumber law_as_of, Audience audience)
        : pack_(pack), evaluator_(evaluator), law_as_of_(law_as_of), audience_(audience), wording_(pack, evaluator) {}

    ExplanationNode explain(const Expression& condition);

private:
    friend class MemberExplanation;

    ExplanationNode made(ExplanationNode::Kind kind, const Expression& e, LocalizedText label);
    ExplanationNode of_parts(ExplanationNode::Kind kind, const Expression& e, MessageId label);
    ExplanationNode named(const Expression& e);
    ExplanationNode conditional(const Expression& e);
    ExplanationNode negation(const Expression& e);
    ExplanationNode single(const Expression& e);
    void add_values(ExplanationNode& node, const Expression& e);
    void add_inputs(ExplanationNode& node, const Expression& e, const Expression* subject);
    void add_gaps(ExplanationNode& node, const Expression& e);
    void add_gaps(ExplanationNode& node, const Gaps& gaps);
    void cite(ExplanationNode& node, const Expression& e);
    /// Whether the condition reads what the audience is not shown.
    bool is_protected(const Expression& e) const;

    const Pack& pack_;
    ReferenceEvaluator& evaluator_;
    DayNumber law_as_of_;
    Audience audience_;
    Wording wording_;
    std::set<std::string> opened_;  ///< names whose conditions stand further up already
};

}  // namespace cadre
