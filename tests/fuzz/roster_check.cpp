#include "fuzz/roster_check.hpp"

#include <cstdlib>

namespace cadre::fuzz {

namespace {

void check_lists(const Roster& roster, const Column& lists, int child) {
    const RosterTable* members = roster.table(child);
    check(members != nullptr && lists.offsets()[0] >= 0);
    for (std::size_t row = 0; row < lists.size; ++row) check(lists.offsets()[row] <= lists.offsets()[row + 1]);
    check(static_cast<std::size_t>(lists.offsets()[lists.size]) <= members->rows);
}

void check_scalar(const Roster& roster, const Attribute& attribute, const Column& cells, std::size_t row) {
    if (!cells.is_present(row) || cells.is_none(row)) return;
    const std::int64_t number = cells.integer(row);
    check(cells.decimal(row) == cells.decimal(row));
    switch (attribute.type.kind) {
        case TypeKind::text: check(!roster.text(static_cast<std::int32_t>(number)).starts_with(' ')); break;
        case TypeKind::level: {
            const auto& codes = roster.schema().scale(attribute.type.domain).codes;
            check(number >= 0 && static_cast<std::size_t>(number) < codes.size());
            break;
        }
        case TypeKind::reference: {
            const RosterTable* other = roster.table(attribute.type.domain);
            check(other == nullptr || (number >= 0 && static_cast<std::size_t>(number) < other->rows));
            break;
        }
        case TypeKind::date: check(number == ongoing_day || (number >= first_day && number <= last_day)); break;
        default: break;
    }
}

}  // namespace

void check(bool holds) {
    if (!holds) std::abort();
}

void check_roster(const Roster& roster) {
    for (std::size_t at = 0; at < roster.schema().tables().size(); ++at) {
        const RosterTable* table = roster.table(static_cast<int>(at));
        if (table == nullptr) continue;
        const auto& attributes = roster.schema().tables()[at].attributes;
        check(table->columns.size() == attributes.size());
        for (std::size_t column = 0; column < attributes.size(); ++column) {
            const Column& cells = table->columns[column];
            if (cells.storage == Storage::absent) continue;
            check(cells.size == table->rows);
            if (cells.storage == Storage::list) {
                check_lists(roster, cells, attributes[column].child_table);
                continue;
            }
            for (std::size_t row = 0; row < cells.size; ++row) check_scalar(roster, attributes[column], cells, row);
        }
    }
    check(!roster.import_report().to_text(Language::vi).empty());
    for (const AttributeReport& report : roster.import_report().attributes) {
        check(report.read >= 0 && report.blank >= 0 && report.not_understood >= report.partial);
    }
}

}  // namespace cadre::fuzz
