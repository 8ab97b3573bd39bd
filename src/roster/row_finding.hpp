#pragma once

#include "roster/key_index.hpp"

#include <cadre/roster/import_report.hpp>

#include <utility>

namespace cadre {

/// Collects the rows of one finding, in order.
class RowFinding {
public:
    RowFinding(const Table& table, MessageId id) : finding_{table.id, {id, {}}, 0, {}} {}

    void add(std::size_t row) {
        ++finding_.count;
        if (finding_.rows.size() < reported_rows) finding_.rows.push_back(static_cast<std::int64_t>(row));
    }
    /// Reports the finding if it has a row.
    void report(std::vector<Finding>& findings) && {
        if (finding_.count > 0) findings.push_back(std::move(finding_));
    }

private:
    Finding finding_;
};

}  // namespace cadre
