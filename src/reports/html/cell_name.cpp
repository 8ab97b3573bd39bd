#include "reports/html/cell_name.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre::html {
namespace {

/// The import report's name for the column that says whose list a row of a child table belongs to.
constexpr std::string_view owner = "owner";

}  // namespace

std::string table_name(const Page& page, const Table& table) {
    return table.label == LocalizedText{} ? table.id : page.text(table.label);
}

std::string attribute_name(const Page& page, const Schema& schema, std::string_view table, std::string_view attribute) {
    const auto index = schema.find_table(table);
    const auto at = index ? schema.table(*index).find(attribute) : std::nullopt;
    if (index && attribute == owner)
        return table_name(page, schema.table(*index)) + " – " + page.text(texts::html_belongs_to);
    if (!at) return std::string(table) + '.' + std::string(attribute);
    const LocalizedText& meaning = schema.attribute(*index, *at).meaning;
    return table_name(page, schema.table(*index)) + " – " +
           (meaning == LocalizedText{} ? std::string(attribute) : page.text(meaning));
}

}  // namespace cadre::html
