#include "evaluation/explanation_lines.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

LocalizedText inputs(const ExplanationNode& node) {
    LocalizedText all;
    for (const SeenValue& input : node.inputs) {
        const LocalizedText one = localized(texts::word_colon, {input.what, input.value});
        all = all == LocalizedText{} ? one : localized(texts::word_comma, {all, one});
    }
    return all;
}

bool told_below(const ExplanationNode& node, const MissingField& field) {
    return std::any_of(node.children.begin(), node.children.end(), [&](const ExplanationNode& child) {
        return std::find(child.missing.begin(), child.missing.end(), field) != child.missing.end();
    });
}

LocalizedText missing(const MissingField& field) {
    return localized(field.partial ? texts::explain_partial : texts::explain_missing,
                     {within_sentence(field.meaning), field.table, field.attribute, field.row});
}

std::string values(const ExplanationNode& node, Language language) {
    std::string text;
    if (node.seen) text += ": " + node.seen->in(language);
    if (!node.needed) return text;
    LocalizedText needed = localized(texts::explain_needed, {*node.needed});
    if (node.gap) needed = localized(texts::word_semicolon, {needed, *node.gap});
    return text + " (" + needed.in(language) + ')';
}

}  // namespace

std::string_view verdict_sign(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return "✓";
        case Verdict::not_met: return "✗";
        default: return "?";
    }
}

std::vector<std::string> head_lines(const Explanation& explanation, Language language) {
    std::vector<std::string> lines;
    const auto line = [&](MessageId id, std::vector<Argument> arguments) {
        lines.push_back(localized(id, std::move(arguments)).in(language));
    };
    line(texts::explain_head, {explanation.table, static_cast<std::int64_t>(explanation.row),
                               date_text(explanation.as_of), date_text(explanation.law_as_of)});
    line(texts::explain_verdict, {verdict_text(explanation.verdict())});
    if (explanation.snapshot) {
        const bool later = *explanation.snapshot > explanation.as_of;
        line(later ? texts::explain_snapshot_later : texts::explain_snapshot_earlier,
             {date_text(*explanation.snapshot)});
    }
    return lines;
}

NodeLines lines_of(const ExplanationNode& node, Language language) {
    NodeLines lines{node.label.in(language), values(node, language), {}, {}, {}};
    if (!node.citation.empty()) lines.citation = citation_text(node.citation).in(language);
    const auto remark = [&](const LocalizedText& words) { lines.remarks.push_back(words.in(language)); };
    if (!node.inputs.empty()) remark(localized(texts::explain_from, {inputs(node)}));
    for (const MissingField& field : node.missing) {
        if (!told_below(node, field)) remark(missing(field));
    }
    for (const LocalizedText& reason : node.reasons) remark(localized(texts::explain_reason, {reason}));
    if (node.asks_known) remark(localized(texts::explain_asks_known));
    if (node.unlisted > 0) lines.unlisted = localized(texts::explain_others, {node.unlisted}).in(language);
    return lines;
}

}  // namespace cadre
