#include <cadre/targets/deliverable.hpp>

#include "criteria/pack_document.hpp"
#include "targets/entry_reader.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>
#include <set>

namespace cadre {
namespace {

std::optional<YearSpan> single_year(const Deliverable& deliverable, std::optional<std::int64_t> year) {
    if (deliverable.due) return YearSpan{civil_date(*deliverable.due).year, civil_date(*deliverable.due).year};
    if (year) return YearSpan{static_cast<int>(*year), static_cast<int>(*year)};
    return std::nullopt;
}

void read_time(EntryReader& entries, FieldReader& fields, Deliverable& deliverable) {
    deliverable.due = criteria::read_day(fields, "due");
    const auto year = entries.optional_year(fields, "year");
    deliverable.years = entries.years(fields);
    int times = 0;
    for (const std::string_view key : {"due", "year", "every"}) times += fields.node().find(key) != nullptr ? 1 : 0;
    if (times > 1) fields.report(fields.place("due"), {texts::deliverable_two_times, {}});
    if (!deliverable.years) deliverable.years = single_year(deliverable, year);
}

std::optional<Deliverable> read_deliverable(EntryReader& entries, const Node& node) {
    FieldReader fields(node, "deliverable", entries.diagnostics());
    if (!fields.usable()) return std::nullopt;
    fields.allow_only(
        {"id", "title", "cite", "mark", "owner", "due", "year", "every", "from", "to", "milestone", "overrides"});
    EntryHead head = entries.head(fields);
    Deliverable deliverable;
    deliverable.id = std::move(head.id);
    deliverable.title = fields.localized("title");
    deliverable.citation = std::move(head.citation);
    deliverable.owner = fields.optional_localized("owner").value_or(LocalizedText{});
    deliverable.milestone = fields.flag("milestone");
    read_time(entries, fields, deliverable);
    return deliverable;
}

DeliveryState state_of(const DeliveryRecord* record, DayNumber due, DayNumber as_of) {
    if (record == nullptr) return DeliveryState::not_recorded;
    if (!record->delivered || *record->delivered > as_of) {
        return as_of > due ? DeliveryState::overdue : DeliveryState::outstanding;
    }
    return *record->delivered > due ? DeliveryState::delivered_late : DeliveryState::delivered;
}

DayNumber due_day(const Deliverable& deliverable, int year) {
    if (deliverable.due) return *deliverable.due;
    return year == 0 ? last_day : *make_day(year, 12, 31);
}

void refuse_unknown(const std::vector<Deliverable>& deliverables, const std::vector<DeliveryRecord>& records) {
    std::vector<std::string> ids;
    for (const Deliverable& deliverable : deliverables) ids.push_back(deliverable.id);
    for (const DeliveryRecord& record : records) {
        if (std::find(ids.begin(), ids.end(), record.deliverable) != ids.end()) continue;
        Diagnostics diagnostics{{Severity::error,
                                 {},
                                 {texts::deliverable_unknown, {record.deliverable}},
                                 suggestion(record.deliverable, ids)}};
        throw Error(ErrorCode::not_found, std::move(diagnostics));
    }
}

DeliveryRow& row_of(DeliveryTable& table, const LocalizedText& owner) {
    const auto found =
        std::find_if(table.rows.begin(), table.rows.end(), [&](const DeliveryRow& row) { return row.owner == owner; });
    if (found != table.rows.end()) return *found;
    return table.rows.emplace_back(DeliveryRow{owner, {}});
}

const DeliveryRecord* record_of(const std::vector<DeliveryRecord>& records, const std::string& id, int year) {
    const auto found = std::find_if(records.begin(), records.end(), [&](const DeliveryRecord& record) {
        return record.deliverable == id && record.year == year;
    });
    return found == records.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Deliverable> read_deliverables(const Pack& pack, Diagnostics& diagnostics) {
    EntryReader entries(pack, diagnostics);
    return entries.read_all<Deliverable>("deliverable",
                                         [&](const Node& node) { return read_deliverable(entries, node); });
}

std::vector<Deliverable> read_deliverables(const Pack& pack) {
    Diagnostics diagnostics;
    std::vector<Deliverable> deliverables = read_deliverables(pack, diagnostics);
    if (has_errors(diagnostics)) throw Error(ErrorCode::invalid_rule, std::move(diagnostics));
    return deliverables;
}

DeliveryTable delivery_table(const Pack& pack, const std::vector<DeliveryRecord>& records, const Date& as_of) {
    DeliveryTable table{read_deliverables(pack), {}, {}};
    refuse_unknown(table.deliverables, records);
    std::set<int> years;
    for (std::size_t at = 0; at < table.deliverables.size(); ++at) {
        const Deliverable& deliverable = table.deliverables[at];
        DeliveryRow& row = row_of(table, deliverable.owner);
        const YearSpan span = deliverable.years.value_or(YearSpan{});
        for (int year = span.from; year <= span.to; ++year) {
            const DeliveryRecord* record = record_of(records, deliverable.id, year);
            years.insert(year);
            row.by_year[year].push_back({at, year, state_of(record, due_day(deliverable, year), day_number(as_of))});
        }
    }
    table.years.assign(years.begin(), years.end());
    return table;
}

}  // namespace cadre
