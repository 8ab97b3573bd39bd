#include <cadre/reports/review_html.hpp>

#include "reports/html/page.hpp"
#include "reports/html/sections.hpp"

namespace cadre {

namespace {

std::vector<html::Section> sections_of(const ReviewInput& review) {
    std::vector<html::Section> sections{{"summary", MessageId::html_summary, &html::write_summary},
                                        {"targets", MessageId::html_targets, &html::write_targets},
                                        {"chase", MessageId::html_chase, &html::write_files_to_chase}};
    if (review.criteria != nullptr && !review.pack.criteria().empty()) {
        sections.push_back({"criteria", MessageId::html_criteria, &html::write_criteria});
    }
    if (!review.indicators.empty()) {
        sections.push_back({"indicators", MessageId::html_indicators, &html::write_indicators});
    }
    if (!review.deliverables.deliverables.empty()) {
        sections.push_back({"deliverables", MessageId::html_deliverables, &html::write_deliverables});
    }
    sections.push_back({"import", MessageId::html_import, &html::write_import_quality});
    sections.push_back({"contradictions", MessageId::html_contradictions, &html::write_contradictions});
    sections.push_back({"sources", MessageId::html_sources, &html::write_sources});
    sections.push_back({"manifest", MessageId::html_manifest, &html::write_manifest});
    return sections;
}

}  // namespace

std::string review_html(const ReviewInput& review, Language language) {
    html::Page page(review, language);
    return write_document(page, sections_of(review));
}

}  // namespace cadre
