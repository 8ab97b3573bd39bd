#include <cadre/error.hpp>
#include <cadre/evaluation/explanation.hpp>

#include "evaluation/value_text.hpp"

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

const char* mark(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return "✓ ";
        case Verdict::not_met: return "✗ ";
        default: return "? ";
    }
}

/// Writes the tree of one explanation, a condition a line.
class TreeText {
public:
    explicit TreeText(Language language) : language_(language) {}

    void add(const ExplanationNode& node, std::size_t depth) {
        const std::string indent(depth * 2, ' ');
        text_ += indent + mark(node.verdict) + headline(node) + '\n';
        const auto remark = [&](const LocalizedText& words) { text_ += indent + "    " + words.in(language_) + '\n'; };
        if (!node.inputs.empty()) remark(localized(MessageId::explain_from, {inputs(node)}));
        for (const MissingField& field : node.missing) {
            if (!told_below(node, field)) remark(missing(field));
        }
        for (const LocalizedText& reason : node.reasons) remark(localized(MessageId::explain_reason, {reason}));
        for (const ExplanationNode& child : node.children) add(child, depth + 1);
        if (node.unlisted > 0) remark(localized(MessageId::explain_others, {node.unlisted}));
    }

    std::string take() { return std::move(text_); }

private:
    std::string headline(const ExplanationNode& node) const {
        std::string line = node.label.in(language_);
        if (node.seen) line += ": " + node.seen->in(language_);
        if (node.needed) line += " (" + localized(MessageId::explain_needed, {*node.needed}).in(language_) + ')';
        if (!node.citation.empty()) line += " [" + citation_text(node.citation).in(language_) + ']';
        return line;
    }

    static LocalizedText inputs(const ExplanationNode& node) {
        LocalizedText all;
        for (const SeenValue& input : node.inputs) {
            const LocalizedText one = localized(MessageId::word_colon, {input.what, input.value});
            all = all == LocalizedText{} ? one : localized(MessageId::word_comma, {all, one});
        }
        return all;
    }

    static bool told_below(const ExplanationNode& node, const MissingField& field) {
        return std::any_of(node.children.begin(), node.children.end(), [&](const ExplanationNode& child) {
            return std::find(child.missing.begin(), child.missing.end(), field) != child.missing.end();
        });
    }

    static LocalizedText missing(const MissingField& field) {
        return localized(field.partial ? MessageId::explain_partial : MessageId::explain_missing,
                         {within_sentence(field.meaning), field.table, field.attribute, field.row});
    }

    Language language_;
    std::string text_;
};

}  // namespace

std::string Explanation::to_text(Language language) const {
    const auto line = [&](MessageId id, std::vector<Argument> arguments) {
        return localized(id, std::move(arguments)).in(language) + '\n';
    };
    std::string text = root.label.in(language) + '\n';
    text +=
        line(MessageId::explain_head, {table, static_cast<std::int64_t>(row), date_text(as_of), date_text(law_as_of)});
    text += line(MessageId::explain_verdict, {verdict_text(verdict())});
    if (snapshot) {
        const bool later = *snapshot > as_of;
        text += line(later ? MessageId::explain_snapshot_later : MessageId::explain_snapshot_earlier,
                     {date_text(*snapshot)});
    }
    TreeText tree(language);
    tree.add(root, 0);
    return text + '\n' + tree.take();
}

std::string Explanation::to_text(std::string_view language) const {
    if (const auto known = parse_language(language)) return to_text(*known);
    throw Error(ErrorCode::invalid_argument, {MessageId::language_unknown, {std::string(language)}});
}

}  // namespace cadre
