#include "reports/review_head.hpp"

#include "evaluation/value_text.hpp"

#include <algorithm>

namespace cadre {
namespace {

std::string source_line(const PackSource& source) {
    std::string text = source.document;
    if (!source.issuer.empty()) text += (text.empty() ? "" : ", ") + source.issuer;
    return text;
}

}  // namespace

std::vector<LocalizedText> review_head(const Assessment& assessment, const Pack& pack) {
    std::vector<LocalizedText> lines;
    LocalizedText source{source_line(pack.source()), source_line(pack.source())};
    if (pack.source().date) source = localized(MessageId::word_comma, {source, date_text(*pack.source().date)});
    if (!source.vi.empty()) lines.push_back(localized(MessageId::review_source, {source}));
    lines.push_back(localized(MessageId::review_days,
                              {date_text(day_number(assessment.as_of)), date_text(day_number(assessment.law_as_of))}));
    if (assessment.snapshot) {
        lines.push_back(localized(MessageId::review_snapshot, {date_text(*assessment.snapshot)}));
    }
    if (assessment.strict_snapshot) lines.push_back(localized(MessageId::review_strict_snapshot));
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
