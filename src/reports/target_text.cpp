#include "reports/target_text.hpp"

#include "evaluation/value_text.hpp"
#include "reports/bounds_text.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr std::size_t rows_shown = 10;
constexpr std::size_t cells_shown = 10;

LocalizedText due_text(const TargetAssessment& result) {
    const MessageId id = result.due == Due::before       ? texts::review_due_before
                         : result.due == Due::on_the_day ? texts::review_due_on
                                                         : texts::review_due_after;
    return localized(id, {date_text(*result.target.by)});
}

LocalizedText undecided_text(const TargetAssessment& result, const Schema& schema) {
    switch (result.undecided) {
        case Undecided::missing_data: return localized(texts::review_missing_data, {result.open_rows});
        case Undecided::population_may_be_empty: return localized(texts::review_may_be_empty);
        case Undecided::population_empty: return localized(texts::review_empty);
        case Undecided::table_not_given:
            return localized(texts::review_no_table, {schema.table(result.target.table).id});
        case Undecided::year_not_begun: return localized(texts::review_year_not_begun);
        case Undecided::no_earlier_year: return localized(texts::review_no_earlier_year);
        default: return localized(texts::review_not_in_force);
    }
}

bool was_counted(const TargetAssessment& result) {
    return result.undecided != Undecided::table_not_given && result.undecided != Undecided::not_in_force &&
           result.undecided != Undecided::year_not_begun;
}

LocalizedText label(const Table& table) {
    return table.label == LocalizedText{} ? LocalizedText{table.id, table.id} : table.label;
}

}  // namespace

std::string TargetText::year(const TargetAssessment& result) const {
    const MessageId id = result.partial_year ? texts::review_partial_year : texts::review_year;
    return localized(id, {std::int64_t{*result.year}}).in(language_);
}

std::string TargetText::title(const TargetAssessment& result) const {
    const std::string& title = result.target.title.in(language_);
    return result.year ? title + " – " + year(result) : title;
}

std::vector<std::string> TargetText::cells(const TargetAssessment& result) const {
    const std::string name = result.year ? year(result) : result.target.title.in(language_);
    return {name, result.target.demand(language_), bounds(result.bounds, result.target.threshold),
            verdict_text(result.verdict).in(language_), shortfall(result)};
}

std::string TargetText::bounds(const Bounds& bounds, const Threshold& threshold) const {
    return bounds_text(bounds, threshold, language_);
}

std::string TargetText::shortfall(const TargetAssessment& result) const {
    if (!result.shortfall || result.verdict == Verdict::met) return "–";
    return shortfall_text(*result.shortfall, result.target.threshold.asks_for_more(), language_);
}

std::string TargetText::details(const TargetAssessment& result) const {
    std::string text = result.target.title.in(language_);
    if (result.year) text = localized(texts::review_of_year, {text, year(result)}).in(language_);
    text += '\n';
    for (const LocalizedText& fact : facts(result)) text += "  " + fact.in(language_) + '\n';
    if (result.undecided == Undecided::missing_data || result.undecided == Undecided::population_may_be_empty) {
        text += first_rows(result) + first_cells(result);
    }
    return text;
}

void TargetText::add_counts(const TargetAssessment& result, std::vector<LocalizedText>& facts) const {
    const ClassCounts& counts = result.counts;
    facts.push_back(
        localized(texts::review_in_population, {counts.certain(), counts.met, counts.not_met, counts.undetermined}));
    if (counts.possible() > 0) {
        facts.push_back(localized(texts::review_maybe, {counts.possible(), counts.maybe_met, counts.maybe_not_met,
                                                        counts.maybe_undetermined}));
    }
    const Threshold& threshold = result.target.threshold;
    if (result.earlier.least) facts.push_back(localized(texts::review_earlier, {bounds(result.earlier, threshold)}));
    for (const PartAssessment& part : result.parts) {
        facts.push_back(localized(texts::review_part, {part.label, bounds(part.bounds, threshold)}));
    }
}

std::vector<LocalizedText> TargetText::demands(const TargetAssessment& result) const {
    std::vector<LocalizedText> facts{localized(texts::review_clause, {citation_text(result.target.citation)})};
    if (!result.target.criterion.empty()) {
        facts.push_back(localized(texts::review_meets, {result.target.criterion}));
    }
    return facts;
}

std::vector<LocalizedText> TargetText::findings(const TargetAssessment& result) const {
    std::vector<LocalizedText> facts;
    if (result.due != Due::no_day && result.target.by) facts.push_back(due_text(result));
    if (was_counted(result)) add_counts(result, facts);
    if (result.undecided != Undecided::decided) facts.push_back(undecided_text(result, *pack_.schema()));
    return facts;
}

std::vector<LocalizedText> TargetText::facts(const TargetAssessment& result) const {
    std::vector<LocalizedText> facts = demands(result);
    for (LocalizedText& finding : findings(result)) facts.push_back(std::move(finding));
    return facts;
}

std::string TargetText::first_rows(const TargetAssessment& result) const {
    if (result.rows.empty()) return "";
    std::string numbers;
    const std::size_t shown = std::min(rows_shown, result.rows.size());
    for (std::size_t i = 0; i < shown; ++i) {
        numbers += (i == 0 ? "" : ", ") + std::to_string(result.rows[i].row);
    }
    const std::int64_t others = result.open_rows - static_cast<std::int64_t>(shown);
    if (others > 0) numbers += ' ' + localized(texts::review_others, {others}).in(language_);
    return "  " + localized(texts::review_rows_first, {numbers}).in(language_) + '\n';
}

std::string TargetText::first_cells(const TargetAssessment& result) const {
    if (result.cells.empty()) return "";
    std::string text = "  " + localized(texts::review_cells_first).in(language_) + '\n';
    for (std::size_t i = 0; i < std::min(cells_shown, result.cells.size()); ++i) {
        text += "    " + cell(result.cells[i]).in(language_) + '\n';
    }
    if (result.open_rows > static_cast<std::int64_t>(result.rows.size())) {
        const auto examined = static_cast<std::int64_t>(result.rows.size());
        text += "    " + localized(texts::review_examined, {examined}).in(language_) + '\n';
    }
    return text;
}

LocalizedText TargetText::cell(const CellToVerify& cell) const {
    const Schema& schema = *pack_.schema();
    const int index = *schema.find_table(cell.table);
    const Table& table = schema.table(index);
    const Attribute& attribute = table.attributes[static_cast<std::size_t>(*table.find(cell.attribute))];
    const LocalizedText name = label(table);
    if (!cell.owner) {
        return localized(texts::review_cell, {name, attribute.meaning, cell.row, cell.rows});
    }
    const Table& owners = schema.table(schema.top_table(index));
    return localized(texts::review_child_cell,
                     {name, attribute.meaning, cell.row, label(owners), *cell.owner, cell.rows});
}

}  // namespace cadre
