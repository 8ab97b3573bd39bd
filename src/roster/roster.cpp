#include <cadre/roster/roster.hpp>

#include "roster/roster_texts.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/spelling_matcher.hpp>
#include <cadre/schema/suggestion.hpp>

namespace cadre {

namespace {

Error unknown_table(const Schema& schema, std::string_view id) {
    std::vector<std::string> known;
    for (const Table& table : schema.tables()) known.push_back(table.id);
    Diagnostic diagnostic;
    diagnostic.message = {texts::unknown_table, {std::string(id)}};
    diagnostic.hint = suggestion(id, known);
    return {ErrorCode::not_found, Diagnostics{std::move(diagnostic)}};
}

}  // namespace

const RosterTable* Roster::table(int index) const {
    if (index < 0 || static_cast<std::size_t>(index) >= tables_.size()) return nullptr;
    return tables_[static_cast<std::size_t>(index)].get();
}

std::size_t Roster::size(std::string_view id) const {
    const auto index = schema_->find_table(id);
    if (!index) throw unknown_table(*schema_, id);
    const RosterTable* found = table(*index);
    return found == nullptr ? 0 : found->rows;
}

std::string_view Roster::text(std::int32_t id) const {
    return texts_->pool[id];
}

std::optional<std::int32_t> Roster::find_text(std::string_view text) const {
    if (const auto id = texts_->pool.find(text)) return id;
    const auto normalized = normalized_text(text);
    return normalized ? texts_->pool.find(*normalized) : std::nullopt;
}

std::int32_t Roster::text_count() const {
    return texts_->pool.size();
}

const ImportReport& Roster::import_report() const {
    return *report_;
}

}  // namespace cadre
