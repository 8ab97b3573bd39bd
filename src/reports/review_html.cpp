#include <cadre/reports/review_html.hpp>

#include "reports/html/page.hpp"
#include "reports/html/sections.hpp"

namespace cadre {

std::string review_html(const ReviewInput& review, Language language) {
    static const std::vector<html::Section> sections{
        {"summary", MessageId::html_summary, &html::write_summary},
        {"targets", MessageId::html_targets, &html::write_targets},
        {"chase", MessageId::html_chase, &html::write_files_to_chase},
        {"import", MessageId::html_import, &html::write_import_quality},
        {"sources", MessageId::html_sources, &html::write_sources},
        {"manifest", MessageId::html_manifest, &html::write_manifest},
    };
    html::Page page(review, language);
    return write_document(page, sections);
}

}  // namespace cadre
