#pragma once

#include "evaluation/value_text.hpp"
#include "reports/html/writer.hpp"
#include "reports/target_text.hpp"

#include <cadre/reports/review_html.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cadre::html {

/// What the sections of one report are written from, and to.
class Page {
public:
    Page(const ReviewInput& input, Language in) : review(input), language(in), targets(input.pack, in) {}

    std::string text(MessageId id, std::vector<Argument> arguments = {}) const {
        return localized(id, std::move(arguments)).in(language);
    }
    std::string text(const LocalizedText& text) const { return text.in(language); }

    const ReviewInput& review;
    Language language;
    TargetText targets;
    Writer out;
};

/// One part of the report with a heading of its own.
struct Section {
    std::string_view id;  ///< the anchor
    MessageId title;
    void (*write)(Page& page);
};

/// The whole document around the sections.
std::string write_document(Page& page, const std::vector<Section>& sections);

}  // namespace cadre::html
