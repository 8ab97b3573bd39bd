#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/targets/years.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/date.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// A report, plan or regulation that a document asks for.
///
///     [[deliverable]]
///     id    = "departments_yearly_report"
///     title = { vi = "…", en = "…" }       # the document to deliver
///     cite  = "IV.1.7"
///     owner = { vi = "…", en = "…" }       # absent where the clause names none
///     every = "year"                       # or year = 2011, or due = 2015-12-31; none where no year is stated
///     from  = 2011
///     to    = 2015
///     milestone = true                     # a step of the document's own timetable
struct Deliverable {
    std::string id;
    LocalizedText title;
    Citation citation;
    LocalizedText owner;            ///< empty where the clause names none
    std::optional<YearSpan> years;  ///< in each of which it is due; nothing where none is stated
    std::optional<DayNumber> due;   ///< the last day, where it is due once
    bool milestone = false;
};

/// The deliverables of a pack in document order; findings are appended, and one with an error is left out.
CADRE_EXPORT std::vector<Deliverable> read_deliverables(const Pack& pack, Diagnostics& diagnostics);
/// Throws `Error` (invalid_rule) with every diagnostic.
CADRE_EXPORT std::vector<Deliverable> read_deliverables(const Pack& pack);

/// What is known of one delivery: of which deliverable, in which year (0 where none is stated), and on
/// which day it was made; no day says that it has not been made yet.
struct DeliveryRecord {
    std::string deliverable;
    int year = 0;
    std::optional<DayNumber> delivered;
};

/// `not_recorded` is not `outstanding`: nobody has said.
enum class DeliveryState { not_recorded, delivered, delivered_late, outstanding, overdue };

/// One deliverable in one year.
struct Delivery {
    std::size_t deliverable = 0;  ///< position in the table's deliverables
    int year = 0;                 ///< 0 where none is stated
    DeliveryState state = DeliveryState::not_recorded;
};

/// What one owner is to deliver, by year.
struct DeliveryRow {
    LocalizedText owner;
    std::map<int, std::vector<Delivery>> by_year;
};

/// Owners by years, owners in the order of their first deliverable.
struct DeliveryTable {
    std::vector<Deliverable> deliverables;
    std::vector<int> years;  ///< ascending; 0 first where a deliverable has no year
    std::vector<DeliveryRow> rows;
};

/// Builds the table of owners by years, as of a day. Throws `Error`: invalid_rule as `read_deliverables`
/// does, not_found (with a suggestion) for a record of an unknown deliverable.
CADRE_EXPORT DeliveryTable delivery_table(const Pack& pack, const std::vector<DeliveryRecord>& records,
                                          const Date& as_of);

}  // namespace cadre
