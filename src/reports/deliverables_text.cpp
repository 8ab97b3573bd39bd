#include <cadre/reports/programme.hpp>

#include "evaluation/value_text.hpp"
#include "reports/text_table.hpp"

#include <algorithm>

namespace cadre {
namespace {

constexpr std::size_t title_width = 56;

MessageId words_of(DeliveryState state) {
    switch (state) {
        case DeliveryState::not_recorded: return MessageId::delivery_not_recorded;
        case DeliveryState::delivered: return MessageId::delivery_delivered;
        case DeliveryState::delivered_late: return MessageId::delivery_delivered_late;
        case DeliveryState::outstanding: return MessageId::delivery_outstanding;
        case DeliveryState::overdue: return MessageId::delivery_overdue;
    }
    return MessageId::delivery_not_recorded;
}

std::vector<std::string> head(const DeliveryTable& table, Language language) {
    std::vector<std::string> cells{localized(MessageId::column_deliverable).in(language)};
    for (const int year : table.years) {
        cells.push_back(year == 0 ? localized(MessageId::deliverables_no_year).in(language) : std::to_string(year));
    }
    cells.emplace_back();
    return cells;
}

std::string state_in(const DeliveryRow& row, std::size_t deliverable, int year, Language language) {
    const auto found = row.by_year.find(year);
    if (found == row.by_year.end()) return "";
    for (const Delivery& delivery : found->second) {
        if (delivery.deliverable == deliverable) return localized(words_of(delivery.state)).in(language);
    }
    return "";
}

bool is_of(const DeliveryRow& row, const Deliverable& deliverable) {
    return row.owner == deliverable.owner;
}

}  // namespace

std::string deliverables_text(const DeliveryTable& table, Language language) {
    TextTable text(title_width);
    text.add_row(head(table, language));
    for (const DeliveryRow& row : table.rows) {
        const bool named = row.owner != LocalizedText{};
        text.add_heading(named ? row.owner.in(language) : localized(MessageId::deliverables_no_owner).in(language));
        for (std::size_t at = 0; at < table.deliverables.size(); ++at) {
            const Deliverable& deliverable = table.deliverables[at];
            if (!is_of(row, deliverable)) continue;
            LocalizedText title = deliverable.title;
            if (deliverable.milestone) title = localized(MessageId::deliverables_milestone, {title});
            std::vector<std::string> cells{title.in(language)};
            for (const int year : table.years) cells.push_back(state_in(row, at, year, language));
            cells.push_back(citation_text(deliverable.citation).in(language));
            text.add_row(std::move(cells));
        }
    }
    return localized(MessageId::deliverables_title).in(language) + "\n\n" + text.to_text();
}

}  // namespace cadre
