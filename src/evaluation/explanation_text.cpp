#include <cadre/error.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/messages/texts/evaluation.hpp>

#include "evaluation/explanation_lines.hpp"

namespace cadre {
namespace {

/// Writes a condition and those that it is made of, one a line.
void add_tree(const ExplanationNode& node, Language language, std::size_t depth, std::string& text) {
    const NodeLines lines = lines_of(node, language);
    const std::string indent(depth * 2, ' ');
    text += indent + std::string(verdict_sign(node.verdict)) + ' ' + lines.label + lines.values;
    if (!lines.citation.empty()) text += " [" + lines.citation + ']';
    text += '\n';
    for (const std::string& remark : lines.remarks) text += indent + "    " + remark + '\n';
    for (const ExplanationNode& child : node.children) add_tree(child, language, depth + 1, text);
    if (!lines.unlisted.empty()) text += indent + "    " + lines.unlisted + '\n';
}

}  // namespace

std::string Explanation::to_text(Language language) const {
    std::string text = root.label.in(language) + '\n';
    for (const std::string& line : head_lines(*this, language)) text += line + '\n';
    text += '\n';
    add_tree(root, language, 0, text);
    return text;
}

std::string Explanation::to_text(std::string_view language) const {
    if (const auto known = parse_language(language)) return to_text(*known);
    throw Error(ErrorCode::invalid_argument, {texts::language_unknown, {std::string(language)}});
}

}  // namespace cadre
