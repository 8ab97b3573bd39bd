#include <cadre/reports/review.hpp>

#include "evaluation/value_text.hpp"
#include "reports/target_text.hpp"
#include "reports/text_table.hpp"

#include <algorithm>

namespace cadre {
namespace {

constexpr std::size_t title_width = 48;

std::string source_line(const PackSource& source) {
    std::string text = source.document;
    if (!source.issuer.empty()) text += (text.empty() ? "" : ", ") + source.issuer;
    return text;
}

std::string head(const Assessment& assessment, const Pack& pack, Language language) {
    std::string text;
    const auto line = [&](MessageId id, std::vector<Argument> arguments) {
        text += localized(id, std::move(arguments)).in(language) + '\n';
    };
    line(MessageId::review_of, {pack.title()});
    LocalizedText source{source_line(pack.source()), source_line(pack.source())};
    if (pack.source().date) source = localized(MessageId::word_comma, {source, date_text(*pack.source().date)});
    if (!source.vi.empty()) line(MessageId::review_source, {source});
    line(MessageId::review_days,
         {date_text(day_number(assessment.as_of)), date_text(day_number(assessment.law_as_of))});
    if (assessment.snapshot) line(MessageId::review_snapshot, {date_text(*assessment.snapshot)});
    return text + '\n';
}

/// The targets of a group together, groups by their first target; otherwise in order.
std::vector<const TargetAssessment*> by_group(const Assessment& assessment) {
    std::vector<std::string> groups;
    for (const TargetAssessment& result : assessment.targets) {
        if (std::find(groups.begin(), groups.end(), result.target.group) == groups.end()) {
            groups.push_back(result.target.group);
        }
    }
    std::vector<const TargetAssessment*> ordered;
    for (const std::string& group : groups) {
        for (const TargetAssessment& result : assessment.targets) {
            if (result.target.group == group) ordered.push_back(&result);
        }
    }
    return ordered;
}

std::string overview(const std::vector<const TargetAssessment*>& results, const TargetText& texts, Language language) {
    TextTable table(title_width);
    std::vector<std::string> columns;
    for (const MessageId id : {MessageId::column_target, MessageId::column_threshold, MessageId::column_result,
                               MessageId::column_verdict, MessageId::column_shortfall}) {
        columns.push_back(localized(id).in(language));
    }
    table.add_row(std::move(columns));
    std::string group;
    for (const TargetAssessment* result : results) {
        if (result->target.group != group) {
            group = result->target.group;
            table.add_heading(group.empty() ? "" : localized(MessageId::review_group, {group}).in(language));
        }
        if (result->year && *result->year == result->target.years->from) {
            table.add_heading(result->target.title.in(language));
        }
        table.add_row(texts.cells(*result));
    }
    return table.to_text();
}

}  // namespace

std::string review_text(const Assessment& assessment, const Pack& pack, Language language) {
    std::string text = head(assessment, pack, language);
    if (assessment.targets.empty()) return text + localized(MessageId::review_no_targets).in(language) + '\n';
    const TargetText texts(pack, language);
    const auto results = by_group(assessment);
    text += overview(results, texts, language);
    for (const TargetAssessment* result : results) text += '\n' + texts.details(*result);
    return text;
}

}  // namespace cadre
