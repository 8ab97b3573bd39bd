#pragma once

#include "evaluation/remedies/member_kinds.hpp"
#include "evaluation/remedies/raised_column.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/evaluation/evaluate.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace cadre {

/// One attribute of the judged table with the values that it may be raised to, or the members that it may gain, and the
/// columns that result.
struct RaisedAttribute {
    int attribute = 0;         ///< in the pack's schema
    int column_attribute = 0;  ///< in the roster's schema
    int member_table = -1;     ///< of a list, in the roster's schema
    std::vector<RaisedValue> values;
    std::shared_ptr<const MemberKinds> kinds;  ///< of a list, in place of values
    std::vector<RaisedColumn> columns;         ///< by value or kind
    std::vector<std::vector<bool>> at_most;    ///< [i][j]: column i asks for nothing that column j does not
};

/// Values of some attributes under which rows meet the criterion, and none of which those rows can do without.
struct FoundNeed {
    std::vector<std::pair<std::size_t, std::size_t>> values;  ///< attribute and value, by position
    RowWords rows;
};

/// The search of `RemedySearch` over all rows of a table at once: the table is judged with raised columns, and every
/// step is on bitmaps of rows.
class NeedSearch {
public:
    /// All outlive this object; `open` are the rows that do not meet the criterion.
    NeedSearch(const Program& program, const Roster& roster, int table, const EvaluationOptions& options,
               const std::vector<RaisedAttribute>& attributes, RowWords open)
        : program_(program),
          roster_(roster),
          table_(table),
          options_(options),
          attributes_(attributes),
          open_(std::move(open)) {}

    /// What sets of at most `most` attributes do, smaller sets first.
    std::vector<FoundNeed> find(std::size_t most);

private:
    void try_sets(std::size_t first, std::size_t size);
    void try_values(std::size_t at);
    RowWords candidates() const;
    bool asks_at_most(const FoundNeed& lesser) const;
    Roster raised_roster() const;

    const Program& program_;
    const Roster& roster_;
    int table_;  ///< in the roster's schema
    const EvaluationOptions& options_;
    const std::vector<RaisedAttribute>& attributes_;
    RowWords open_;
    std::vector<std::size_t> set_;
    std::vector<std::pair<std::size_t, std::size_t>> values_;
    std::vector<FoundNeed> found_;
};

}  // namespace cadre
