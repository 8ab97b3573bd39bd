#pragma once

#include "roster/arrow_column.hpp"
#include "roster/import_plan.hpp"
#include "roster/roster_assembly.hpp"

#include <cadre/roster/import_report.hpp>

namespace cadre {

/// Reads planned columns into the drafts of an assembly and reports on every cell.
class TableImport {
public:
    TableImport(RosterAssembly& assembly, ImportReport& report) : assembly_(assembly), report_(report) {}

    void read_table(const TablePlan& plan, const ArrowColumn& structure);
    /// The keys of the owners, as text ids, of a child table with a stream of its own.
    Column read_owners(const TablePlan& plan, const ArrowColumn& structure);

private:
    Column read_attribute(const TablePlan& plan, const AttributePlan& entry, const ArrowColumn& column);
    Column read_lists(const AttributePlan& entry, const ArrowColumn& lists, AttributeReport& report);
    std::size_t new_report(const std::string& table, const std::string& attribute, const std::string& column);

    RosterAssembly& assembly_;
    ImportReport& report_;
    std::vector<std::int32_t> scratch_;
};

}  // namespace cadre
