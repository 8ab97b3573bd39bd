#include <cadre/reports/review_html.hpp>

#include "reports/html/page.hpp"
#include "reports/html/sections.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre {

namespace {

std::vector<html::Section> sections_of(const ReviewInput& review) {
    std::vector<html::Section> sections{{"summary", texts::html_summary, &html::write_summary},
                                        {"targets", texts::html_targets, &html::write_targets},
                                        {"chase", texts::html_chase, &html::write_files_to_chase}};
    if (review.criteria != nullptr && !review.pack.criteria().empty()) {
        sections.push_back({"criteria", texts::html_criteria, &html::write_criteria});
    }
    if (!review.indicators.empty()) {
        sections.push_back({"indicators", texts::html_indicators, &html::write_indicators});
    }
    if (!review.deliverables.deliverables.empty()) {
        sections.push_back({"deliverables", texts::html_deliverables, &html::write_deliverables});
    }
    sections.push_back({"import", texts::html_import, &html::write_import_quality});
    sections.push_back({"contradictions", texts::html_contradictions, &html::write_contradictions});
    sections.push_back({"sources", texts::html_sources, &html::write_sources});
    sections.push_back({"manifest", texts::html_manifest, &html::write_manifest});
    return sections;
}

}  // namespace

std::string review_html(const ReviewInput& review, Language language) {
    html::Page page(review, language);
    return write_document(page, sections_of(review));
}

}  // namespace cadre
