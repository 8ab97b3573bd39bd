#include "evaluation/value_text.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/reports/form_text.hpp>

namespace cadre {
namespace {

constexpr std::size_t line_width = 40;

std::string number_of(std::size_t column) {
    return '(' + std::to_string(column + 1) + ')';
}

std::string cell_text(const FormCount& count) {
    const std::string least = std::to_string(count.least);
    return count.least == count.greatest ? least : least + "–" + std::to_string(count.greatest);
}

void add_line(TextTable& table, const FormLine& line, Language language) {
    const std::string& label = line.label.in(language);
    if (line.cells.empty() || !line.cells.front()) {
        table.add_heading(label + ": " + localized(texts::planning_not_collected).in(language));
        return;
    }
    std::vector<std::string> cells{label};
    for (const auto& count : line.cells) cells.push_back(count ? cell_text(*count) : "");
    table.add_row(std::move(cells));
}

}  // namespace

std::string form_text(const StatisticalForm& form, Language language) {
    const auto in = [&](MessageId id, std::vector<Argument> arguments) {
        return localized(id, std::move(arguments)).in(language) + '\n';
    };
    TextTable table(line_width);
    std::vector<std::string> head{localized(texts::planning_form_line).in(language)};
    for (std::size_t column = 0; column < form.columns.size(); ++column) head.push_back(number_of(column));
    table.add_row(std::move(head));
    for (const FormLine& line : form.lines) add_line(table, line, language);
    std::string text = in(texts::planning_form_head, {form.number, form.title}) +
                       in(texts::planning_form_day, {date_text(form.as_of)}) + '\n' + table.to_text() + '\n';
    for (std::size_t column = 0; column < form.columns.size(); ++column) {
        text += number_of(column) + ' ' + form.columns[column].label.in(language) + '\n';
    }
    return text;
}

}  // namespace cadre
