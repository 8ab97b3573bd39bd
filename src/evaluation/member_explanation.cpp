#include "evaluation/member_explanation.hpp"

#include "evaluation/read_values.hpp"

#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

bool is_quantifier(const Expression& e) {
    return e.operation == Operation::some || e.operation == Operation::every;
}

/// One member that satisfies `some`, or fails `every`, decides alone.
bool one_decides(const Expression* quantifier, Verdict verdict) {
    if (quantifier == nullptr) return false;
    return verdict == (quantifier->operation == Operation::some ? Verdict::met : Verdict::not_met);
}

bool is_listed(Verdict member, const Expression* quantifier, Verdict verdict) {
    return quantifier != nullptr ? member == verdict : member != Verdict::not_met;
}

/// Whether the path begins at the member of a list.
bool starts_at_member(const Expression& path) {
    const Expression* start = &path;
    while (start->operation == Operation::attribute) start = start->children[0].get();
    return start->operation == Operation::variable && start->slot != 0;
}

}  // namespace

void MemberExplanation::add(const Expression& e) {
    if (is_quantifier(e)) return add_list(chain_of(*e.children[0]), &e);
    if (e.type.kind == TypeKind::list && e.operation != Operation::parameter) return add_list(chain_of(e), nullptr);
    // The tests of `in` share its first child.
    if (e.operation == Operation::in) return add(*e.children[0]);
    for (const ExpressionPtr& child : e.children) add(*child);
}

MemberExplanation::Chain MemberExplanation::chain_of(const Expression& list) {
    Chain chain;
    chain.base = &list;
    for (;;) {
        const Operation operation = chain.base->operation;
        const bool is_step = operation == Operation::filter || operation == Operation::project;
        if (!is_step && operation != Operation::definition) break;
        if (is_step) chain.steps.push_back(chain.base);
        chain.base = chain.base->children[0].get();
    }
    std::reverse(chain.steps.begin(), chain.steps.end());
    return chain;
}

/// Of a member, its own lists are told of where conditions on their members decide.
bool MemberExplanation::is_told(const Chain& chain, const Expression* quantifier) const {
    if (of_member_) return starts_at_member(*chain.base) && (quantifier != nullptr || !chain.steps.empty());
    // A list that rules write out has no members to tell of.
    return quantifier != nullptr || chain.base->operation == Operation::attribute;
}

void MemberExplanation::add_list(const Chain& chain, const Expression* quantifier) {
    if (!is_told(chain, quantifier)) return;
    const auto list = std::get<PossibleList>(builder_.evaluator_.evaluate(*chain.base));
    const Verdict verdict = quantifier == nullptr ? node_.verdict : builder_.evaluator_.truth(*quantifier);
    const std::size_t most = one_decides(quantifier, verdict) ? 1 : most_members_listed;
    std::size_t listed = 0;
    for (std::size_t i = 0; i < list.members.size(); ++i) {
        const bool tells = is_listed(test(chain, quantifier, list.members[i]), quantifier, verdict);
        if (tells && ++listed <= most) {
            node_.children.push_back(member(chain, quantifier, list.members[i], i + 1));
        } else {
            ++node_.unlisted;
        }
    }
}

void MemberExplanation::add_own_lists(ExplanationNode& member, const Chain& chain, const Expression* quantifier) {
    MemberExplanation own(builder_, member, true);
    for (const Expression* step : chain.steps) {
        if (step->operation == Operation::filter) own.add(*step->children[1]);
    }
    if (quantifier != nullptr) own.add(*quantifier->children[1]);
}

Verdict MemberExplanation::test(const Chain& chain, const Expression* quantifier, const Member& found) {
    ReferenceEvaluator& evaluator = builder_.evaluator_;
    AbstractValue value = found.value;
    Verdict belongs = found.certain ? Verdict::met : Verdict::undetermined;
    for (const Expression* step : chain.steps) {
        evaluator.bind(step->slot, value);
        if (step->operation == Operation::filter) {
            belongs = belongs && evaluator.truth(*step->children[1]);
        } else {
            value = evaluator.evaluate(*step->children[1]);
        }
    }
    if (quantifier == nullptr) return belongs;
    evaluator.bind(quantifier->slot, value);
    const Verdict satisfies = evaluator.truth(*quantifier->children[1]);
    return quantifier->operation == Operation::some ? belongs && satisfies : !belongs || satisfies;
}

ExplanationNode MemberExplanation::member(const Chain& chain, const Expression* quantifier, const Member& found,
                                          std::size_t position) {
    ExplanationNode node;
    node.kind = ExplanationNode::Kind::member;
    node.label = localized(texts::explain_member,
                           {within_sentence(builder_.wording_.of(*chain.base)), static_cast<std::int64_t>(position)});
    Gaps gaps;
    builder_.evaluator_.note_gaps(&gaps);
    node.verdict = test(chain, quantifier, found);
    builder_.evaluator_.note_gaps(nullptr);
    if (node.verdict == Verdict::undetermined) builder_.add_gaps(node, gaps);
    if (builder_.audience_ != Audience::unit) {
        LocalizedText seen = values(chain, quantifier);
        if (seen != LocalizedText{}) node.seen = std::move(seen);
    }
    add_own_lists(node, chain, quantifier);
    return node;
}

LocalizedText MemberExplanation::values(const Chain& chain, const Expression* quantifier) {
    // `test` has left the slots bound to this member.
    const Wording& wording = builder_.wording_;
    LocalizedText all;
    const auto include = [&](const Expression& read, int slot) {
        for (const Expression* value : read_values(read, slot)) {
            const LocalizedText one =
                localized(texts::word_beside, {within_sentence(wording.of(*value)), wording.value(*value)});
            if (all.vi.find(one.vi) != std::string::npos) continue;
            all = all == LocalizedText{} ? one : localized(texts::word_semicolon, {all, one});
        }
    };
    for (const Expression* step : chain.steps) include(*step->children[1], step->slot);
    if (quantifier != nullptr) include(*quantifier->children[1], quantifier->slot);
    return all;
}

}  // namespace cadre
