#pragma once

#include "evaluation/explanation_builder.hpp"

#include <vector>

namespace cadre {

/// Adds to the explanation of a single condition the members of the lists that it reads: those that
/// decide, and those that are undetermined.
class MemberExplanation {
public:
    MemberExplanation(ExplanationBuilder& builder, ExplanationNode& node) : builder_(builder), node_(node) {}

    void add(const Expression& e);

private:
    /// A list expression taken apart: where its members come from, and what is done with them in order.
    struct Chain {
        const Expression* base = nullptr;
        std::vector<const Expression*> steps;  ///< filters and projections, innermost first
    };

    static Chain chain_of(const Expression& list);
    void add_list(const Chain& chain, const Expression* quantifier);
    ExplanationNode member(const Chain& chain, const Expression* quantifier, const Member& found, std::size_t position);
    Verdict test(const Chain& chain, const Expression* quantifier, const Member& found);
    LocalizedText values(const Chain& chain, const Expression* quantifier);
    bool one_decides(const Expression* quantifier) const;
    bool is_listed(Verdict member, const Expression* quantifier) const;

    ExplanationBuilder& builder_;
    ExplanationNode& node_;
};

}  // namespace cadre
