#include <cadre/reports/explanation_document.hpp>

#include "evaluation/explanation_lines.hpp"

#include <string_view>

namespace cadre {
namespace {

/// The text with the signs of Markdown made plain.
std::string escaped(std::string_view text) {
    constexpr std::string_view signs = "\\`*_[]<>#|&";
    std::string plain;
    for (const char character : text) {
        if (signs.find(character) != std::string_view::npos) plain += '\\';
        plain += character == '\n' ? ' ' : character;
    }
    return plain;
}

void add_item(const ExplanationNode& node, Language language, std::size_t depth, std::string& out) {
    const NodeLines lines = lines_of(node, language);
    const std::string indent(depth * 2, ' ');
    out += indent + "- " + std::string(verdict_sign(node.verdict)) + " **" + escaped(lines.label) + "**" +
           escaped(lines.values);
    if (!lines.citation.empty()) out += " — " + escaped(lines.citation);
    out += '\n';
    const std::string inner = indent + "  ";
    for (const std::string& remark : lines.remarks) out += inner + "- " + escaped(remark) + '\n';
    for (const ExplanationNode& child : node.children) add_item(child, language, depth + 1, out);
    if (!lines.unlisted.empty()) out += inner + "- " + escaped(lines.unlisted) + '\n';
}

}  // namespace

std::string explanation_markdown(const Explanation& explanation, Language language) {
    std::string out = "## " + escaped(explanation.root.label.in(language)) + "\n\n";
    for (const std::string& line : head_lines(explanation, language)) out += escaped(line) + "\n\n";
    add_item(explanation.root, language, 0, out);
    return out;
}

}  // namespace cadre
