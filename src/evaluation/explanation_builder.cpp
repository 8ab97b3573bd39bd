#include "evaluation/explanation_builder.hpp"

#include "evaluation/member_explanation.hpp"
#include "evaluation/read_values.hpp"
#include "evaluation/reason_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>

#include <utility>

namespace cadre {
namespace {

using Kind = ExplanationNode::Kind;

}  // namespace

ExplanationNode ExplanationBuilder::explain(const Expression& e) {
    switch (e.operation) {
        case Operation::criterion:
        case Operation::definition: return named(e);
        case Operation::conjunction: return of_parts(Kind::all_of, e, texts::explain_all_of);
        case Operation::disjunction: return of_parts(Kind::any_of, e, texts::explain_any_of);
        case Operation::negation: return negation(e);
        case Operation::conditional: return conditional(e);
        default: return single(e);
    }
}

ExplanationNode ExplanationBuilder::made(Kind kind, const Expression& e, LocalizedText label) {
    ExplanationNode node;
    node.kind = kind;
    node.verdict = evaluator_.truth(e);
    node.label = kind == Kind::criterion ? std::move(label) : within_sentence(label);
    node.rule = wording_.rule(e);
    return node;
}

ExplanationNode ExplanationBuilder::of_parts(Kind kind, const Expression& e, MessageId label) {
    ExplanationNode node = made(kind, e, localized(label));
    for (const ExpressionPtr& part : e.children) node.children.push_back(explain(*part));
    return node;
}

ExplanationNode ExplanationBuilder::named(const Expression& e) {
    const bool is_criterion = e.operation == Operation::criterion;
    ExplanationNode node = made(is_criterion ? Kind::criterion : Kind::definition, e, wording_.of(e));
    node.name = e.name;
    if (is_criterion) cite(node, e);
    if (is_criterion && !e.in_force.contains(law_as_of_)) {
        add_gaps(node, e);
    } else if (opened_.insert(e.name).second) {
        node.children.push_back(explain(*body_on(e, law_as_of_)));
    } else {
        node.label = localized(texts::explain_shown_above, {node.label});
    }
    return node;
}

void ExplanationBuilder::cite(ExplanationNode& node, const Expression& e) {
    if (e.operation == Operation::criterion) {
        const Criterion* criterion = pack_.find_criterion(e.name);
        if (criterion == nullptr) return;
        const CriterionVersion* version = criterion->on(law_as_of_);
        node.citation = version != nullptr ? version->citation : criterion->citation;
    } else if (const Expression* parameter = read_parameter(e)) {
        if (const ParameterVersion* version = evaluator_.law_version(*parameter)) node.citation = version->citation;
    }
}

ExplanationNode ExplanationBuilder::negation(const Expression& e) {
    const Expression& inner = *e.children[0];
    if (is_protected(e)) return single(e);
    if (inner.operation != Operation::attribute) return of_parts(Kind::negation, e, texts::explain_negation);
    ExplanationNode node = made(Kind::condition, e, wording_.of(inner));
    node.needed = localized(texts::value_no);
    add_values(node, inner);
    add_gaps(node, e);
    return node;
}

ExplanationNode ExplanationBuilder::conditional(const Expression& e) {
    ExplanationNode node = made(Kind::conditional, e, localized(texts::explain_conditional));
    const Verdict condition = evaluator_.truth(*e.children[0]);
    node.children.push_back(explain(*e.children[0]));
    if (condition != Verdict::not_met) node.children.push_back(explain(*e.children[1]));
    if (condition != Verdict::met) node.children.push_back(explain(*e.children[2]));
    return node;
}

ExplanationNode ExplanationBuilder::single(const Expression& e) {
    const Expression* subject = Wording::subject(e);
    const bool truth_value = e.operation == Operation::attribute || e.operation == Operation::variable;
    if (is_protected(e)) {
        ExplanationNode node = made(Kind::condition, e, localized(texts::explain_protected));
        add_gaps(node, e);
        return node;
    }
    ExplanationNode node = made(Kind::condition, e, subject != nullptr ? wording_.of(*subject) : wording_.condition(e));
    if (subject != nullptr) node.needed = wording_.needed(e);
    if (truth_value) node.needed = localized(texts::value_yes);
    if (subject != nullptr || truth_value) add_values(node, subject != nullptr ? *subject : e);
    if (audience_ != Audience::unit) {
        if (node.verdict == Verdict::not_met) node.gap = wording_.gap(e);
        add_inputs(node, e, subject);
    }
    node.asks_known = asks_known(e);
    cite(node, e);
    add_gaps(node, e);
    MemberExplanation(*this, node).add(e);
    return node;
}

void ExplanationBuilder::add_inputs(ExplanationNode& node, const Expression& e, const Expression* subject) {
    for (const Expression* input : read_values(e)) {
        if (input == subject || input == &e) continue;
        node.inputs.push_back({within_sentence(wording_.of(*input)), wording_.value(*input)});
    }
}

bool ExplanationBuilder::is_protected(const Expression& e) const {
    return audience_ != Audience::department && reads_sensitive(e, *pack_.schema());
}

void ExplanationBuilder::add_values(ExplanationNode& node, const Expression& e) {
    if (audience_ != Audience::unit) node.seen = wording_.value(e);
}

void ExplanationBuilder::add_gaps(ExplanationNode& node, const Expression& e) {
    if (node.verdict != Verdict::undetermined) return;
    Gaps gaps;
    evaluator_.note_gaps(&gaps);
    evaluator_.truth(e);
    evaluator_.note_gaps(nullptr);
    add_gaps(node, gaps);
}

void ExplanationBuilder::add_gaps(ExplanationNode& node, const Gaps& gaps) {
    const Schema& schema = *pack_.schema();
    for (const CellIndex& cell : gaps.missing) {
        const Attribute& attribute = schema.attribute(cell.table, cell.attribute);
        const Column* column = evaluator_.binding().column(cell.table, cell.attribute);
        const bool partial = column != nullptr && column->is_present(static_cast<std::size_t>(cell.row));
        node.missing.push_back({schema.table(cell.table).id, cell.row, attribute.id, attribute.meaning, partial});
    }
    for (const Reason reason : gaps.reasons) node.reasons.push_back(localized(reason_text(reason)));
}

}  // namespace cadre
