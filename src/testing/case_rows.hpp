#pragma once

#include "roster/text_pool.hpp"
#include "roster/value_reader.hpp"
#include "schema/field_reader.hpp"
#include "testing/fragment.hpp"

#include <cadre/model/value.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/testing/case.hpp>

#include <memory>
#include <optional>

namespace cadre {

/// Turns the rows of a fragment into records and a roster; every value that does not fit is reported where it stands.
class CaseRows {
public:
    CaseRows(std::shared_ptr<const Schema> schema, Diagnostics& diagnostics)
        : schema_(std::move(schema)), diagnostics_(diagnostics), values_(*schema_, texts_) {}

    /// Fills `tables`; the roster of the same rows, or nothing after a report. `place` is that of the case.
    std::optional<Roster> read(const Fragment& fragment, const Place& place, CaseTables& tables);

private:
    std::optional<Roster> build(const Place& place, const CaseTables& tables);
    bool report_dangling(const Place& place, const ImportReport& imported);
    Record read_record(int table, std::size_t row, const Node& node);
    std::optional<Value> read_value(int table, std::size_t row, const Attribute& attribute, const Node& node);
    std::optional<Value> read_list(const Attribute& attribute, const Node& node);
    void check(const CellPlace& place, const Attribute& attribute, const Value& value, const Node& node);
    void report(const Place& place, const Error& error);

    std::shared_ptr<const Schema> schema_;
    Diagnostics& diagnostics_;
    TextPool texts_;
    ValueReader values_;
};

}  // namespace cadre
