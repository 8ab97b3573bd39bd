#pragma once

#include "evaluation/explanation_builder.hpp"

#include <vector>

namespace cadre {

/// Adds to the explanation of a single condition the members of the lists that it reads: those that
/// decide, and those that are undetermined.
class MemberExplanation {
public:
    /// `of_member`: the node is itself a member, whose own lists alone are told of.
    MemberExplanation(ExplanationBuilder& builder, ExplanationNode& node, bool of_member = false)
        : builder_(builder), node_(node), of_member_(of_member) {}

    void add(const Expression& e);

private:
    /// A list expression taken apart: where its members come from, and what is done with them in order.
    struct Chain {
        const Expression* base = nullptr;
        std::vector<const Expression*> steps;  ///< filters and projections, innermost first
    };

    static Chain chain_of(const Expression& list);
    bool is_told(const Chain& chain, const Expression* quantifier) const;
    void add_list(const Chain& chain, const Expression* quantifier);
    void add_own_lists(ExplanationNode& member, const Chain& chain, const Expression* quantifier);
    ExplanationNode member(const Chain& chain, const Expression* quantifier, const Member& found, std::size_t position);
    Verdict test(const Chain& chain, const Expression* quantifier, const Member& found);
    LocalizedText values(const Chain& chain, const Expression* quantifier);

    ExplanationBuilder& builder_;
    ExplanationNode& node_;
    bool of_member_;
};

}  // namespace cadre
