#include "rotation/rules/stay_judge.hpp"

#include "evaluation/explanation_builder.hpp"
#include "evaluation/missing_field.hpp"
#include "rotation/audit/possible_days.hpp"

#include <cadre/messages/texts/rotation.hpp>

#include <string>

namespace cadre {
namespace {

ExplanationNode part(MessageId label, Verdict verdict, ExplanationNode condition) {
    ExplanationNode node;
    node.kind = ExplanationNode::Kind::definition;
    node.verdict = verdict;
    node.label = localized(label);
    node.children.push_back(std::move(condition));
    return node;
}

LocalizedText spell_label(const std::optional<LeftSpell>& spell) {
    if (!spell) return localized(texts::stay_rule_unlisted);
    if (spell->begun_by != nullptr) return localized(texts::stay_rule_begun);
    return localized(texts::stay_rule_spell, {static_cast<std::int64_t>(spell->row)});
}

}  // namespace

Explanation StayJudge::explain(const Pack& pack, const RotationPolicy& rule, Audience audience) {
    const DayNumber law = evaluator_->law_as_of();
    Explanation explanation{{rule.id, rule.title, "cadres", *move_->person, day_, law}, {}, {}};
    if (roster_.snapshot() != day_) explanation.snapshot = roster_.snapshot();
    ExplanationNode& root = explanation.root;
    root.kind = ExplanationNode::Kind::criterion;
    root.name = rule.id;
    root.label = rule.title;
    root.citation = rule.citation;
    root.verdict = Verdict::met;
    if (!rule.in_force.contains(law)) {
        root.reasons.push_back(localized(texts::move_rule_not_law));
        return explanation;
    }
    const auto add = [&](MessageId label, const ExpressionPtr& condition) {
        if (!condition) return;
        const Verdict verdict = on_cadre(condition, Verdict::met);
        ExplanationBuilder builder(pack, *evaluator_, law, audience);
        root.children.push_back(part(label, verdict, builder.explain(*condition)));
    };
    add(texts::move_rule_for, rule.cadres);
    add(texts::move_rule_exempt, rule.exempt);
    for (const StayVerdict& stay : judge(rule)) {
        root.verdict = root.verdict && stay.verdict.allowed();
        root.children.push_back(explained(pack, rule, stay, audience));
    }
    return explanation;
}

/// One spell that the move ends, or may.
ExplanationNode StayJudge::explained(const Pack& pack, const RotationPolicy& rule, const StayVerdict& stay,
                                     Audience audience) {
    ExplanationNode node;
    node.kind = ExplanationNode::Kind::member;
    node.verdict = stay.verdict.meets;
    node.label = spell_label(stay.spell);
    Gaps gaps;
    if (!stay.spell) {
        collect_list(gaps);
        node.missing = named(gaps);
        return node;
    }
    if (stay.verdict.meets == Verdict::undetermined) collect_spell(*stay.spell, gaps);
    node.missing = named(gaps);
    if (stay.spell->is_left == Verdict::undetermined) node.reasons.push_back(localized(texts::stay_rule_maybe));
    const auto& least = std::get<LeastStayRule>(rule.rule);
    const Verdict applies = is_for(least, *stay.spell);
    const std::vector<std::string> ends = reasons();
    suppose_end(*stay.spell, ends.size() == 1 ? ends.front() : "");
    ExplanationBuilder builder(pack, *evaluator_, evaluator_->law_as_of(), audience);
    node.children.push_back(part(texts::stay_rule_applies, applies, builder.explain(*least.spells)));
    node.children.push_back(explained_end(rule, *stay.spell, audience));
    return node;
}

ExplanationNode StayJudge::explained_end(const RotationPolicy& rule, const LeftSpell& spell, Audience audience) {
    const DayRange end = enough(rule, spell);
    ExplanationNode node;
    node.verdict = by(end, DayRange::on(day_));
    node.label = localized(texts::stay_rule_enough);
    const bool is_shown = audience != Audience::unit && node.verdict != Verdict::undetermined;
    if (is_shown) node.seen = end.is_one_day() ? date_text(end.first) : date_text(end.first, end.last);
    node.needed = localized(texts::stay_rule_by, {date_text(day_)});
    return node;
}

}  // namespace cadre
