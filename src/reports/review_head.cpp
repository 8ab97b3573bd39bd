#include "reports/review_head.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/reports.hpp>

#include <algorithm>

namespace cadre {
namespace {

std::string source_line(const PackSource& source) {
    std::string text = source.document;
    if (!source.issuer.empty()) text += (text.empty() ? "" : ", ") + source.issuer;
    return text;
}

}  // namespace

LocalizedText source_text(const PackSource& source) {
    const LocalizedText text{source_line(source), source_line(source)};
    return source.date ? localized(texts::word_comma, {text, date_text(*source.date)}) : text;
}

std::vector<LocalizedText> review_head(const Assessment& assessment, const Pack& pack) {
    std::vector<LocalizedText> lines;
    const LocalizedText source = source_text(pack.source());
    if (!source.vi.empty()) lines.push_back(localized(texts::review_source, {source}));
    lines.push_back(localized(texts::review_days,
                              {date_text(day_number(assessment.as_of)), date_text(day_number(assessment.law_as_of))}));
    if (assessment.snapshot) {
        lines.push_back(localized(texts::review_snapshot, {date_text(*assessment.snapshot)}));
    }
    if (assessment.strict_snapshot) lines.push_back(localized(texts::review_strict_snapshot));
    return lines;
}

std::vector<const TargetAssessment*> by_group(const Assessment& assessment) {
    std::vector<LocalizedText> groups;
    for (const TargetAssessment& result : assessment.targets) {
        if (std::find(groups.begin(), groups.end(), result.target.group) == groups.end()) {
            groups.push_back(result.target.group);
        }
    }
    std::vector<const TargetAssessment*> ordered;
    for (const LocalizedText& group : groups) {
        for (const TargetAssessment& result : assessment.targets) {
            if (result.target.group == group) ordered.push_back(&result);
        }
    }
    return ordered;
}

}  // namespace cadre
