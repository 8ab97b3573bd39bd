#include <cadre/reports/review.hpp>

#include "evaluation/value_text.hpp"
#include "reports/review_head.hpp"
#include "reports/target_text.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre {
namespace {

constexpr std::size_t title_width = 48;

std::string head(const Assessment& assessment, const Pack& pack, Language language) {
    std::string text = localized(texts::review_of, {pack.title()}).in(language) + '\n';
    for (const LocalizedText& line : review_head(assessment, pack)) text += line.in(language) + '\n';
    return text + '\n';
}

std::string overview(const std::vector<const TargetAssessment*>& results, const TargetText& texts, Language language) {
    TextTable table(title_width);
    std::vector<std::string> columns;
    for (const MessageId id : {texts::column_target, texts::column_threshold, texts::column_result,
                               texts::column_verdict, texts::column_shortfall}) {
        columns.push_back(localized(id).in(language));
    }
    table.add_row(std::move(columns));
    LocalizedText group;
    for (const TargetAssessment* result : results) {
        if (result->target.group != group) {
            group = result->target.group;
            const bool is_named = group != LocalizedText{};
            table.add_heading(is_named ? localized(texts::review_group, {group}).in(language) : "");
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
    if (assessment.targets.empty()) return text + localized(texts::review_no_targets).in(language) + '\n';
    const TargetText texts(pack, language);
    const auto results = by_group(assessment);
    text += overview(results, texts, language);
    for (const TargetAssessment* result : results) text += '\n' + texts.details(*result);
    return text;
}

}  // namespace cadre
