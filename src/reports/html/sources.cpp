#include "reports/html/sections.hpp"
#include "reports/html/table.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>

namespace cadre::html {
namespace {

/// A clause and what the report takes from it.
struct CitedClause {
    Citation citation;
    std::vector<std::string> uses;
};

class CitedClauses {
public:
    void add(const Citation& citation, std::string use) {
        auto found = std::find_if(clauses_.begin(), clauses_.end(),
                                  [&](const CitedClause& one) { return one.citation == citation; });
        if (found == clauses_.end()) found = clauses_.insert(found, CitedClause{citation, {}});
        if (std::find(found->uses.begin(), found->uses.end(), use) == found->uses.end()) {
            found->uses.push_back(std::move(use));
        }
    }
    const std::vector<CitedClause>& clauses() const { return clauses_; }

private:
    std::vector<CitedClause> clauses_;
};

CitedClauses cited_clauses(const Page& page) {
    CitedClauses clauses;
    const ReviewInput& review = page.review;
    for (const TargetAssessment& result : review.assessment.targets) {
        clauses.add(result.target.citation, page.text(texts::html_use_target, {result.target.title}));
    }
    for (const Criterion& criterion : review.pack.criteria()) {
        clauses.add(criterion.citation, page.text(texts::html_use_criterion, {criterion.title}));
    }
    for (const auto& parameter : review.pack.parameters()) {
        const ParameterVersion* version = parameter->on(day_number(review.assessment.law_as_of));
        if (version == nullptr) continue;
        clauses.add(version->citation, page.text(texts::html_use_parameter, {parameter->id}));
    }
    return clauses;
}

void clause_row(Page& page, const CitedClause& cited) {
    const Citation& citation = cited.citation;
    write_row(page, citation.document, [&] {
        write_cell(page, citation.clause.empty() ? "–" : citation.clause);
        const bool read = citation.mark == VerificationMark::text;
        write_cell(page, page.text(read ? texts::html_mark_text : texts::html_mark_summary));
        write_cell(page, [&] {
            page.out.element("ul", [&] {
                for (const std::string& use : cited.uses) page.out.element("li", use);
            });
        });
    });
}

}  // namespace

void write_sources(Page& page) {
    const CitedClauses cited = cited_clauses(page);
    page.out.element("p", page.text(texts::html_sources_note));
    write_table(page, page.text(texts::html_clauses),
                {{texts::html_document}, {texts::html_clause}, {texts::html_mark}, {texts::html_uses}}, [&] {
                    for (const CitedClause& one : cited.clauses()) clause_row(page, one);
                });
}

}  // namespace cadre::html
