#include "rotation/rules/pair_judge.hpp"

#include "evaluation/explanation_builder.hpp"
#include "evaluation/missing_field.hpp"
#include "evaluation/open_gaps.hpp"
#include "rotation/appointment_kinds.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

const ExpressionPtr no_condition;

DayNumber law_day(const MoveRuleOptions& options, DayNumber day) {
    return options.law_as_of ? day_number(*options.law_as_of) : day;
}

/// Whether a direction is told by the sectors of units, not by their places.
bool is_of_sectors(const std::string& direction) {
    return direction == "of_internal_affairs" || direction.starts_with("party_") || direction.ends_with("_to_party");
}

void join(LocalizedText& all, const LocalizedText& one) {
    all = all == LocalizedText{} ? one : localized(texts::word_comma, {all, one});
}

}  // namespace

const ExpressionPtr& condition_of(const RotationPolicy& rule) {
    const auto* move = std::get_if<MoveRule>(&rule.rule);
    return move == nullptr ? no_condition : move->condition;
}

const ExpressionPtr& into_of(const RotationPolicy& rule) {
    const auto* move = std::get_if<MoveRule>(&rule.rule);
    return move == nullptr ? no_condition : move->into;
}

const std::vector<std::string>& kinds_of(const RotationPolicy& rule) {
    static const std::vector<std::string> every_kind;
    if (const auto* move = std::get_if<MoveRule>(&rule.rule)) return move->kinds;
    const auto* direction = std::get_if<DirectionRule>(&rule.rule);
    return direction == nullptr ? every_kind : direction->kinds;
}

Verdict is_of_kind(const RotationPolicy& rule, const ProposedMove& move) {
    const std::vector<std::string>& kinds = kinds_of(rule);
    if (kinds.empty()) return Verdict::met;
    if (move.kind.empty()) return Verdict::undetermined;
    const bool is_one = std::find(kinds.begin(), kinds.end(), move.kind) != kinds.end();
    return is_one ? Verdict::met : Verdict::not_met;
}

PairJudge::PairJudge(const Pack& pack, const Roster& roster, const ProposedDirections& directions, DayNumber day,
                     const MoveRuleOptions& options)
    : pack_(pack),
      directions_(directions),
      cadres_(pack.schema()->find_table("cadres").value_or(-1)),
      posts_(pack.schema()->find_table("posts").value_or(-1)),
      day_(day),
      evaluator_(*pack.schema(), roster, day, law_day(options, day), options.strict_snapshot) {
    if (cadres_ >= 0) proposed_post_ = pack.schema()->table(cadres_).find("proposed_post").value_or(-1);
}

MoveVerdict PairJudge::judge(const RotationPolicy& rule, const ProposedMove& move) {
    if (!rule.in_force.contains(evaluator_.law_as_of())) return {Verdict::met, Verdict::not_met};
    const Verdict applies =
        is_of_kind(rule, move) && on_cadre(rule.cadres, move, Verdict::met) && into(into_of(rule), move);
    return {!applies || meets(rule, move), on_cadre(rule.exempt, move, Verdict::not_met)};
}

Verdict PairJudge::meets(const RotationPolicy& rule, const ProposedMove& move) {
    if (const auto* direction = std::get_if<DirectionRule>(&rule.rule)) return directions_.meets(*direction, move);
    return on_cadre(condition_of(rule), move, Verdict::met);
}

Verdict PairJudge::on_cadre(const ExpressionPtr& condition, const ProposedMove& move, Verdict absent) {
    if (!condition) return absent;
    suppose(move);
    return evaluator_.truth(*condition);
}

Verdict PairJudge::into(const ExpressionPtr& condition, const ProposedMove& move) {
    if (!condition) return Verdict::met;
    if (!move.to) return Verdict::undetermined;
    evaluator_.suppose(nullptr);
    evaluator_.judge_row(static_cast<std::int64_t>(*move.to));
    return evaluator_.truth(*condition);
}

void PairJudge::suppose(const ProposedMove& move) {
    const auto row = static_cast<std::int64_t>(move.cadre);
    hypothesis_.clear();
    hypothesis_[{cadres_, row, proposed_post_}] =
        move.to ? PossibleRows::exactly(static_cast<std::int64_t>(*move.to)) : PossibleRows::anything();
    evaluator_.suppose(&hypothesis_);
    evaluator_.judge_row(row);
}

std::vector<MissingField> PairJudge::missing(const RotationPolicy& rule, const ProposedMove& move) {
    if (judge(rule, move).allowed() != Verdict::undetermined) return {};
    Gaps gaps;
    suppose(move);
    for (const ExpressionPtr& condition : {rule.cadres, rule.exempt, condition_of(rule)}) {
        if (condition) collect_open_gaps(evaluator_, *condition, gaps);
    }
    if (const auto* direction = std::get_if<DirectionRule>(&rule.rule)) collect_units(*direction, move, gaps);
    collect_kind(rule, move, gaps);
    if (into(into_of(rule), move) == Verdict::undetermined && move.to) {
        collect_open_gaps(evaluator_, *into_of(rule), gaps);
    }
    return named(gaps);
}

LawReads PairJudge::law_reads(const RotationPolicy& rule, const ProposedMove& move) {
    LawReads reads;
    evaluator_.note_law(&reads);
    judge(rule, move);
    evaluator_.note_law(nullptr);
    return reads;
}

void PairJudge::collect_kind(const RotationPolicy& rule, const ProposedMove& move, Gaps& gaps) const {
    const auto table = pack_.schema()->find_table("planned_moves");
    if (!move.row || !table || is_of_kind(rule, move) != Verdict::undetermined) return;
    add_missing(*table, static_cast<std::int64_t>(*move.row), "kind", gaps);
}

void PairJudge::collect_units(const DirectionRule& rule, const ProposedMove& move, Gaps& gaps) const {
    if (directions_.meets(rule, move) != Verdict::undetermined) return;
    const auto sectors = std::count_if(rule.directions.begin(), rule.directions.end(), is_of_sectors);
    const bool with_place = static_cast<std::size_t>(sectors) < rule.directions.size();
    for (const auto& post : {move.from, move.to}) {
        if (!post) continue;
        const std::int32_t unit = directions_.unit_of(post);
        if (unit < 0) {
            add_missing(posts_, static_cast<std::int64_t>(*post), "unit", gaps);
        } else {
            collect_unit(unit, with_place, sectors > 0, gaps);
        }
    }
}

void PairJudge::collect_unit(std::int32_t unit, bool with_place, bool with_sector, Gaps& gaps) const {
    const int units = pack_.schema()->find_table("units").value_or(-1);
    if (units < 0) return;
    if (with_sector) add_missing(units, unit, "sector", gaps);
    if (!with_place) return;
    for (const char* attribute : {"tier", "parent"}) add_missing(units, unit, attribute, gaps);
}

void PairJudge::add_missing(int table, std::int64_t row, std::string_view attribute, Gaps& gaps) const {
    const auto at = pack_.schema()->table(table).find(attribute);
    if (!at) return;
    const Column* column = evaluator_.binding().column(table, *at);
    if (column == nullptr || !column->is_present(static_cast<std::size_t>(row))) gaps.missing.insert({table, row, *at});
}

std::vector<MissingField> PairJudge::named(const Gaps& gaps) const {
    std::vector<MissingField> fields;
    for (const CellIndex& cell : gaps.missing) {
        if (pack_.schema()->attribute(cell.table, cell.attribute).sensitive) continue;
        fields.push_back(missing_field(evaluator_, cell));
    }
    return fields;
}

Explanation PairJudge::explain(const RotationPolicy& rule, const ProposedMove& move, Audience audience) {
    Explanation explanation{{rule.id, rule.title, "cadres", move.cadre, day_, evaluator_.law_as_of()}, {}, {}};
    const auto& snapshot = evaluator_.binding().roster().snapshot();
    if (snapshot != day_) explanation.snapshot = snapshot;
    ExplanationNode& root = explanation.root;
    root.kind = ExplanationNode::Kind::criterion;
    root.name = rule.id;
    root.label = rule.title;
    root.citation = rule.citation;
    root.verdict = judge(rule, move).allowed();
    if (!rule.in_force.contains(evaluator_.law_as_of())) {
        root.reasons.push_back(localized(texts::move_rule_not_law));
        return explanation;
    }
    const auto add = [&](MessageId label, const ExpressionPtr& condition) {
        if (!condition) return;
        suppose(move);
        root.children.push_back(part(label, condition, evaluator_.truth(*condition), audience));
    };
    if (!kinds_of(rule).empty()) root.children.push_back(kind(rule, move));
    add(texts::move_rule_for, rule.cadres);
    if (const ExpressionPtr& on = into_of(rule); on && move.to) {
        root.children.push_back(part(texts::move_rule_into, on, into(on, move), audience));
    }
    add(texts::move_rule_exempt, rule.exempt);
    add(texts::move_rule_meets, condition_of(rule));
    const auto* directed = std::get_if<DirectionRule>(&rule.rule);
    if (directed != nullptr) root.children.push_back(direction(*directed, move));
    return explanation;
}

/// Under the evaluator's present bindings.
ExplanationNode PairJudge::part(MessageId label, const ExpressionPtr& condition, Verdict verdict, Audience audience) {
    ExplanationNode node;
    node.kind = ExplanationNode::Kind::definition;
    node.verdict = verdict;
    node.label = localized(label);
    node.children.push_back(
        ExplanationBuilder(pack_, evaluator_, evaluator_.law_as_of(), audience).explain(*condition));
    return node;
}

ExplanationNode PairJudge::kind(const RotationPolicy& rule, const ProposedMove& move) const {
    const AppointmentKinds kinds(*pack_.schema());
    ExplanationNode node;
    node.verdict = is_of_kind(rule, move);
    node.label = localized(texts::move_rule_kind);
    LocalizedText needed;
    for (const std::string& code : kinds_of(rule)) join(needed, kinds.label(code));
    node.needed = needed;
    if (!move.kind.empty()) {
        node.seen = kinds.label(move.kind);
        return node;
    }
    Gaps gaps;
    collect_kind(rule, move, gaps);
    node.missing = named(gaps);
    if (node.missing.empty()) node.reasons.push_back(localized(texts::move_rule_kind_unknown));
    return node;
}

ExplanationNode PairJudge::direction(const DirectionRule& rule, const ProposedMove& move) {
    ExplanationNode node;
    node.verdict = directions_.meets(rule, move);
    node.label = localized(move.enters ? texts::move_rule_enters : texts::move_rule_direction);
    const MoveDirections directions = directions_.of(move);
    LocalizedText needed;
    for (const std::string& id : rule.directions) join(needed, direction_label(id));
    node.needed = needed;
    if (move.enters) return node;
    LocalizedText seen;
    for (const std::string& id : direction_ids()) {
        if (has_direction(directions, id) == Verdict::met) join(seen, direction_label(id));
    }
    if (node.verdict == Verdict::undetermined) {
        Gaps gaps;
        collect_units(rule, move, gaps);
        node.missing = named(gaps);
    } else {
        node.seen = seen == LocalizedText{} ? localized(texts::move_rule_no_direction) : seen;
    }
    return node;
}

}  // namespace cadre
