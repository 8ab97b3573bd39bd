#include "roster/unit_findings.hpp"

#include "roster/cell_reading.hpp"
#include "roster/row_finding.hpp"
#include "roster/unit_tables.hpp"

#include <cadre/messages/texts/roster.hpp>

#include <algorithm>
#include <functional>

namespace cadre {

namespace {

/// One row of `unit_successions` between two different units, both known.
struct SuccessionRow {
    std::size_t row = 0;
    std::int32_t predecessor = -1;
    std::int32_t successor = -1;
    DayRange day;
    std::int32_t kind = -1;
};

/// The rows that remain when rows without a row before, or without one after them, are taken away until none is
/// left: those in circles and between two circles.
std::vector<SuccessionRow> circular(std::vector<SuccessionRow> rows, std::size_t units) {
    const auto keep_led_to = [&](auto from, auto to) {
        std::vector<std::size_t> arriving(units, 0);
        std::vector<std::vector<std::size_t>> leaving(units);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            ++arriving[static_cast<std::size_t>(rows[at].*to)];
            leaving[static_cast<std::size_t>(rows[at].*from)].push_back(at);
        }
        std::vector<std::size_t> ends;
        for (std::size_t unit = 0; unit < units; ++unit) {
            if (arriving[unit] == 0) ends.push_back(unit);
        }
        std::vector<bool> gone(rows.size(), false);
        while (!ends.empty()) {
            const std::size_t unit = ends.back();
            ends.pop_back();
            for (const std::size_t at : leaving[unit]) {
                gone[at] = true;
                const auto next = static_cast<std::size_t>(rows[at].*to);
                if (--arriving[next] == 0) ends.push_back(next);
            }
        }
        std::vector<SuccessionRow> kept;
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (!gone[at]) kept.push_back(rows[at]);
        }
        rows = std::move(kept);
    };
    keep_led_to(&SuccessionRow::predecessor, &SuccessionRow::successor);
    keep_led_to(&SuccessionRow::successor, &SuccessionRow::predecessor);
    return rows;
}

class UnitFindings {
public:
    UnitFindings(const Schema& schema, const UnitTables& at, const TextPool& texts, const TableDrafts& drafts,
                 std::vector<Finding>& findings)
        : schema_(schema), at_(at), texts_(texts), drafts_(drafts), findings_(findings) {}

    void units() {
        RowFinding reversed(schema_.table(at_.units), texts::roster_unit_ends_before_it_begins);
        for (std::size_t unit = 0; unit < table(at_.units)->rows; ++unit) {
            const DayRange from = unit_start(unit);
            if (from.is_one_day() && unit_end(unit).last <= from.first) reversed.add(unit);
        }
        std::move(reversed).report(findings_);
    }

    void successions() {
        const std::vector<SuccessionRow> rows = read_successions();
        report(texts::roster_succession_cycle, circular(rows, table(at_.units)->rows));
        report(texts::roster_succession_conflict, conflicting(rows));
        std::vector<SuccessionRow> outside;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(outside),
                     [&](const SuccessionRow& row) { return is_outside(row); });
        report(texts::roster_succession_outside_units, std::move(outside));
    }

    void spells() {
        if (!some_unit_ended()) return;
        const Column& lists = cell(at_.cadres, at_.spells);
        if (lists.storage != Storage::list) return;
        RowFinding late(schema_.table(at_.cadres), texts::roster_spell_after_unit_end);
        for (std::size_t cadre = 0; cadre < lists.size; ++cadre) {
            bool found = false;
            for (std::int64_t row = lists.offsets()[cadre]; row < lists.offsets()[cadre + 1]; ++row) {
                found |= outlasts_unit(static_cast<std::size_t>(row));
            }
            if (found) late.add(cadre);
        }
        std::move(late).report(findings_);
    }

private:
    const std::optional<RosterTable>& table(int index) const { return drafts_[static_cast<std::size_t>(index)]; }
    const Column& cell(int table_index, int attribute) const {
        return table(table_index)->columns[static_cast<std::size_t>(attribute)];
    }
    DayRange unit_start(std::size_t unit) const { return days_of(cell(at_.units, at_.unit.from), unit); }
    DayRange unit_end(std::size_t unit) const { return days_of(cell(at_.units, at_.unit.to), unit); }
    bool is_split(const SuccessionRow& row) const {
        return row.kind >= 0 && texts_[row.kind] == std::string_view("split");
    }

    /// Reports the rows that cannot be followed and returns the others.
    std::vector<SuccessionRow> read_successions() {
        const Table& successions = schema_.table(at_.successions);
        RowFinding incomplete(successions, texts::roster_succession_incomplete);
        RowFinding itself(successions, texts::roster_succession_to_itself);
        std::vector<SuccessionRow> rows;
        for (std::size_t row = 0; row < table(at_.successions)->rows; ++row) {
            const auto& at = at_.succession;
            const SuccessionRow read{row, number_of(cell(at_.successions, at.predecessor), row),
                                     number_of(cell(at_.successions, at.successor), row),
                                     days_of(cell(at_.successions, at.date), row),
                                     number_of(cell(at_.successions, at.kind), row)};
            const bool both_known = read.predecessor >= 0 && read.successor >= 0;
            if (!both_known || !read.day.is_one_day()) incomplete.add(row);
            if (!both_known) continue;
            if (read.predecessor == read.successor) {
                itself.add(row);
            } else {
                rows.push_back(read);
            }
        }
        std::move(incomplete).report(findings_);
        std::move(itself).report(findings_);
        return rows;
    }

    /// A unit that was split may go on and be succeeded again; in any other way it ends once.
    std::vector<SuccessionRow> conflicting(std::vector<SuccessionRow> rows) const {
        const auto undated = [](const SuccessionRow& row) { return !row.day.is_one_day(); };
        rows.erase(std::remove_if(rows.begin(), rows.end(), undated), rows.end());
        std::stable_sort(rows.begin(), rows.end(), [](const SuccessionRow& a, const SuccessionRow& b) {
            return std::pair(a.predecessor, a.day.first) < std::pair(b.predecessor, b.day.first);
        });
        std::vector<SuccessionRow> found;
        for (std::size_t at = 1; at < rows.size(); ++at) {
            const SuccessionRow& before = rows[at - 1];
            if (before.predecessor != rows[at].predecessor) continue;
            const bool same_day = before.day.first == rows[at].day.first;
            const bool kinds_differ = before.kind >= 0 && rows[at].kind >= 0 && before.kind != rows[at].kind;
            if (same_day ? !kinds_differ : is_split(before)) continue;
            found.push_back(before);
            found.push_back(rows[at]);
        }
        return found;
    }

    bool is_outside(const SuccessionRow& row) const {
        if (!row.day.is_one_day()) return false;
        const DayRange end = unit_end(static_cast<std::size_t>(row.predecessor));
        const bool ends_then = end.may_be(row.day.first) || (is_split(row) && end.last > row.day.first);
        return !ends_then || unit_start(static_cast<std::size_t>(row.successor)).first > row.day.first;
    }

    void report(MessageId id, std::vector<SuccessionRow> rows) {
        std::vector<std::size_t> numbers;
        for (const SuccessionRow& row : rows) numbers.push_back(row.row);
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        RowFinding finding(schema_.table(at_.successions), id);
        for (const std::size_t row : numbers) finding.add(row);
        std::move(finding).report(findings_);
    }

    bool some_unit_ended() const {
        for (std::size_t unit = 0; unit < table(at_.units)->rows; ++unit) {
            if (unit_end(unit).last < ongoing_day) return true;
        }
        return false;
    }

    bool outlasts_unit(std::size_t row) const {
        const std::int32_t unit = number_of(cell(at_.appointments, at_.spell.unit), row);
        if (unit < 0) return false;
        return days_of(cell(at_.appointments, at_.spell.to), row).first > unit_end(static_cast<std::size_t>(unit)).last;
    }

    const Schema& schema_;
    const UnitTables& at_;
    const TextPool& texts_;
    const TableDrafts& drafts_;
    std::vector<Finding>& findings_;
};

}  // namespace

void find_unit_conflicts(const Schema& schema, const TextPool& texts, const TableDrafts& drafts,
                         std::vector<Finding>& findings) {
    const auto at = UnitTables::find(schema);
    const auto given = [&](int table) { return drafts[static_cast<std::size_t>(table)].has_value(); };
    if (!at || !given(at->units)) return;
    UnitFindings found(schema, *at, texts, drafts, findings);
    found.units();
    if (given(at->successions)) found.successions();
    if (given(at->cadres) && given(at->appointments)) found.spells();
}

}  // namespace cadre
