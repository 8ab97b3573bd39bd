#include "reports/html/head.hpp"
#include "reports/html/page.hpp"
#include "reports/review_head.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/version.hpp>

namespace cadre::html {
namespace {

void banner(Page& page) {
    Writer& out = page.out;
    out.element("header", [&] {
        out.element("p", {{"class", "kind"}}, page.text(texts::html_report));
        out.element("h1", page.text(page.review.pack.title()));
        for (const LocalizedText& line : review_head(page.review.assessment, page.review.pack)) {
            out.element("p", page.text(line));
        }
    });
}

void contents(Page& page, const std::vector<Section>& sections) {
    Writer& out = page.out;
    out.element("nav", {{"aria-label", page.text(texts::html_contents)}}, [&] {
        out.element("ul", [&] {
            for (const Section& section : sections) {
                const std::string target = "#" + std::string(section.id);
                out.element("li", [&] { out.element("a", {{"href", target}}, page.text(section.title)); });
            }
        });
    });
}

void write_section(Page& page, const Section& section) {
    const std::string heading = std::string(section.id) + "-title";
    page.out.element("section", {{"id", section.id}, {"aria-labelledby", heading}}, [&] {
        page.out.element("h2", {{"id", heading}}, page.text(section.title));
        section.write(page);
    });
}

void footer(Page& page) {
    page.out.element("footer", [&] {
        page.out.element("p", page.text(texts::html_advice));
        page.out.element("p", "cadre " + std::string(version()));
    });
}

}  // namespace

std::string write_document(Page& page, const std::vector<Section>& sections) {
    Writer& out = page.out;
    out.markup("<!DOCTYPE html>\n");
    out.element("html", {{"lang", page.language == Language::vi ? "vi" : "en"}}, [&] {
        write_head(out, page.text(texts::review_of, {page.review.pack.title()}));
        out.element("body", [&] {
            out.element("a", {{"class", "skip"}, {"href", "#content"}}, page.text(texts::html_skip));
            banner(page);
            contents(page, sections);
            out.element("main", {{"id", "content"}}, [&] {
                for (const Section& section : sections) write_section(page, section);
            });
            footer(page);
        });
    });
    return out.take();
}

}  // namespace cadre::html
