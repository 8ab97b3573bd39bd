#pragma once

#include "roster/arrow_field.hpp"
#include "roster/column_reader.hpp"

#include <cadre/roster/mapping.hpp>

#include <memory>
#include <string>
#include <vector>

namespace cadre {

struct TablePlan;

/// Which field of a stream's struct feeds an attribute, and how.
struct AttributePlan {
    int attribute = -1;
    std::size_t field = 0;
    AttributeMapping mapping;
    ColumnReader reader = nullptr;             ///< of a list: null
    std::shared_ptr<const TablePlan> members;  ///< of a list
};

/// How the rows of a struct, or the members of a list, become rows of a table.
struct TablePlan {
    int table = -1;
    bool scalars = false;  ///< list of scalars: the members themselves are the column
    std::vector<AttributePlan> attributes;
    int owner_field = -1;  ///< of a child table with a stream of its own
    TextEncoding owner_encoding = TextEncoding::unicode;
};

/// Matches columns with attributes and gathers every mismatch.
class ImportPlanner {
public:
    /// `streams` holds the tables that come in a stream of their own.
    ImportPlanner(const Mapping& mapping, std::vector<int> streams) : mapping_(mapping), streams_(std::move(streams)) {}

    TablePlan plan_stream(int table, const ArrowField& structure);

    Diagnostics& diagnostics() { return diagnostics_; }
    std::vector<std::string>& unused_columns() { return unused_; }

private:
    TablePlan plan_table(int table, const ArrowField& structure, int owner_field);
    void plan_attribute(TablePlan& plan, int attribute, const ArrowField& structure, std::vector<bool>& used);
    bool plan_scalar(AttributePlan& entry, const ArrowField& field);
    bool plan_list(AttributePlan& entry, const ArrowField& field);
    int plan_owner(int table, const ArrowField& structure);
    int find_field(const ArrowField& structure, const std::string& name, int table, const AttributeMapping* place);
    void report_absent(const ArrowField& structure, const AttributeMapping& entry, const std::string& column,
                       const std::string& attribute);
    void report_unfit(const AttributePlan& entry, const ArrowField& field);
    bool has_stream(int table) const;
    const Schema& schema() const { return *mapping_.schema(); }

    const Mapping& mapping_;
    std::vector<int> streams_;
    Diagnostics diagnostics_;
    std::vector<std::string> unused_;
};

}  // namespace cadre
