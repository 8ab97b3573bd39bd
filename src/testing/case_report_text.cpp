#include "evaluation/value_text.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/testing.hpp>
#include <cadre/testing/case_report.hpp>

namespace cadre {
namespace {

constexpr std::size_t name_width = 60;

std::string indented(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
        const std::string_view line = std::string_view(text).substr(at, end - at + 1);
        result += (line == "\n" ? "" : "    ") + std::string(line);
        at = end + 1;
    }
    return result;
}

std::string place_text(const Place& place) {
    return place.source + ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ": ";
}

LocalizedText plan_check_text(const CaseResult& result) {
    LocalizedText text = localized(texts::case_plan_check, {result.subject});
    if (result.move) text = localized(texts::case_plan_check_move, {text, static_cast<std::int64_t>(*result.move)});
    if (!result.post.empty()) text = localized(texts::case_plan_check_post, {text, result.post});
    return text;
}

LocalizedText subject_text(const CaseResult& result) {
    if (result.year) return localized(texts::case_target_year, {result.subject, std::int64_t{*result.year}});
    if (!result.pool.empty()) return localized(texts::case_policy_pool, {result.subject, result.pool});
    if (result.is_plan_check) return plan_check_text(result);
    if (result.is_target || (result.is_policy && !result.member)) return {result.subject, result.subject};
    if (!result.post.empty()) {
        return localized(texts::case_move_post, {result.subject, static_cast<std::int64_t>(result.row), result.post});
    }
    if (result.spell) {
        return localized(texts::case_audit_spell, {result.subject, static_cast<std::int64_t>(result.row),
                                                   static_cast<std::int64_t>(*result.spell)});
    }
    const std::size_t row = result.member.value_or(result.row);
    return localized(texts::case_criterion_row, {result.subject, static_cast<std::int64_t>(row)});
}

std::string failure_text(const CaseRun& run, const CaseResult& result, Language language) {
    const std::string& title = run.title.in(language);
    const std::string name = run.id.empty() || title.empty() ? run.id + title : title + " (" + run.id + ')';
    std::string text = place_text(result.place) + (name.empty() ? "" : name + ": ");
    text += localized(texts::case_failure, {subject_text(result), result.expected, result.got}).in(language) + '\n';
    if (result.explanation) text += indented(result.explanation->to_text(language));
    return text + '\n';
}

std::string clause_name(const ClauseCoverage& clause) {
    const auto day = [](const std::optional<DayNumber>& d) { return d ? to_iso(*d) : std::string("…"); };
    const bool always = !clause.in_force.from && !clause.in_force.to;
    if (clause.kind != ClauseCoverage::Kind::parameter || always) return clause.id;
    return clause.id + " [" + day(clause.in_force.from) + ", " + day(clause.in_force.to) + ')';
}

std::string coverage_text(const CaseReport& report, Language language) {
    if (report.coverage.empty()) return {};
    TextTable table(name_width);
    std::vector<std::string> head;
    for (const MessageId id : {texts::column_clause_seen, texts::column_seen_met, texts::column_seen_not_met,
                               texts::column_seen_undetermined, texts::column_seen_citation}) {
        head.push_back(localized(id).in(language));
    }
    table.add_row(std::move(head));
    for (const ClauseCoverage& clause : report.coverage) {
        table.add_row({clause_name(clause), std::to_string(clause.met), std::to_string(clause.not_met),
                       std::to_string(clause.undetermined), citation_text(clause.citation).in(language)});
    }
    return '\n' + table.to_text();
}

std::string summary_text(const CaseReport& report, Language language) {
    std::int64_t expectations = 0;
    std::int64_t failures = 0;
    for (const CaseRun& run : report.cases) {
        for (const CaseResult& result : run.results) {
            ++expectations;
            failures += result.passed ? 0 : 1;
        }
    }
    std::int64_t complete = 0;
    for (const ClauseCoverage& clause : report.coverage) complete += clause.complete() ? 1 : 0;
    return localized(texts::case_summary, {report.pack, static_cast<std::int64_t>(report.cases.size()), expectations,
                                           failures, complete, static_cast<std::int64_t>(report.coverage.size())})
               .in(language) +
           '\n';
}

}  // namespace

std::string CaseReport::to_text(Language language) const {
    std::string text;
    for (const CaseRun& run : cases) {
        for (const CaseResult& result : run.results) {
            if (!result.passed) text += failure_text(run, result, language);
        }
    }
    return text + summary_text(*this, language) + coverage_text(*this, language);
}

}  // namespace cadre
