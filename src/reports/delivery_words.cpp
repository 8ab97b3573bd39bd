#include "reports/delivery_words.hpp"

#include "evaluation/value_text.hpp"

#include <cadre/messages/texts/reports.hpp>

namespace cadre {
namespace {

MessageId words_of(DeliveryState state) {
    switch (state) {
        case DeliveryState::not_recorded: return texts::delivery_not_recorded;
        case DeliveryState::delivered: return texts::delivery_delivered;
        case DeliveryState::delivered_late: return texts::delivery_delivered_late;
        case DeliveryState::outstanding: return texts::delivery_outstanding;
        case DeliveryState::overdue: return texts::delivery_overdue;
    }
    return texts::delivery_not_recorded;
}

}  // namespace

LocalizedText owner_of(const DeliveryRow& row) {
    return row.owner == LocalizedText{} ? localized(texts::deliverables_no_owner) : row.owner;
}

LocalizedText title_of(const Deliverable& deliverable) {
    return deliverable.milestone ? localized(texts::deliverables_milestone, {deliverable.title}) : deliverable.title;
}

LocalizedText year_title(int year) {
    if (year == 0) return localized(texts::deliverables_no_year);
    return {std::to_string(year), std::to_string(year)};
}

LocalizedText state_in(const DeliveryRow& row, std::size_t deliverable, int year) {
    const auto found = row.by_year.find(year);
    if (found == row.by_year.end()) return {};
    for (const Delivery& delivery : found->second) {
        if (delivery.deliverable == deliverable) return localized(words_of(delivery.state));
    }
    return {};
}

}  // namespace cadre
