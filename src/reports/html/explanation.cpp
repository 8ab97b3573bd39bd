#include "evaluation/explanation_lines.hpp"
#include "evaluation/value_text.hpp"
#include "reports/html/head.hpp"
#include "reports/html/verdict_mark.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/reports/explanation_document.hpp>
#include <cadre/version.hpp>

namespace cadre {
namespace html {
namespace {

class ExplanationPage {
public:
    ExplanationPage(const Explanation& explanation, Language language)
        : explanation_(explanation), language_(language) {}

    std::string write() {
        out_.markup("<!DOCTYPE html>\n");
        out_.element("html", {{"lang", language_ == Language::vi ? "vi" : "en"}}, [&] {
            write_head(out_, explanation_.root.label.in(language_));
            out_.element("body", [&] {
                banner();
                out_.element("main", [&] {
                    out_.element("ul", {{"class", "tree"}}, [&] { item(explanation_.root); });
                });
                footer();
            });
        });
        return out_.take();
    }

private:
    void banner() {
        out_.element("header", [&] {
            out_.element("h1", explanation_.root.label.in(language_));
            for (const std::string& line : head_lines(explanation_, language_)) out_.element("p", line);
        });
    }

    void item(const ExplanationNode& node) {
        const NodeLines lines = lines_of(node, language_);
        out_.element("li", [&] {
            if (node.children.empty()) {
                headline(node, lines);
                remarks(lines);
                return;
            }
            // What differs from the whole verdict does not decide it.
            const bool decides = node.verdict == explanation_.verdict();
            out_.element("details", {{decides ? "open" : "", ""}}, [&] {
                out_.element("summary", [&] { headline(node, lines); });
                remarks(lines);
                out_.element("ul", [&] {
                    for (const ExplanationNode& child : node.children) item(child);
                    if (!lines.unlisted.empty()) out_.element("li", {{"class", "remark"}}, lines.unlisted);
                });
            });
        });
    }

    void headline(const ExplanationNode& node, const NodeLines& lines) {
        const std::string sign = "sign " + std::string(verdict_class(node.verdict));
        const std::string spoken = verdict_text(node.verdict).in(language_);
        out_.element("span", {{"class", sign}, {"role", "img"}, {"aria-label", spoken}}, verdict_sign(node.verdict));
        out_.text(" " + lines.label + lines.values);
        if (lines.citation.empty()) return;
        out_.text(" ");
        out_.element("cite", lines.citation);
    }

    void remarks(const NodeLines& lines) {
        for (const std::string& remark : lines.remarks) out_.element("div", {{"class", "remark"}}, remark);
    }

    void footer() {
        out_.element("footer", [&] {
            out_.element("p", localized(texts::html_advice).in(language_));
            out_.element("p", "cadre " + std::string(version()));
        });
    }

    const Explanation& explanation_;
    Language language_;
    Writer out_;
};

}  // namespace
}  // namespace html

std::string explanation_html(const Explanation& explanation, Language language) {
    return html::ExplanationPage(explanation, language).write();
}

}  // namespace cadre
