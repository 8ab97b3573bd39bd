#pragma once

#include "evaluation/remedies/critical_values.hpp"
#include "evaluation/remedies/member_kinds.hpp"
#include "evaluation/remedies/raised_column.hpp"
#include "evaluation/roster_binding.hpp"

#include <cadre/roster/roster.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// Gives every list of one attribute that has room for it a member more, of each of some kinds: what `AppendedMember`
/// does for one row, over all rows at once.
class RaisedList {
public:
    /// All outlive this object; the binding's roster knows the kinds' texts.
    RaisedList(const RosterBinding& binding, int table, int attribute, const MemberKinds& kinds,
               const CriticalValues& critical);

    /// By kind, the column of lists with the table of all members. Nothing where the roster's schema lacks what the
    /// members have, where they have lists that the condition reads, or where their place in the list is not the same
    /// for every kind.
    std::optional<std::vector<RaisedColumn>> columns();

private:
    bool can_hold() const;
    bool is_placed() const;
    bool is_read(std::size_t attribute) const;
    bool year_is_taken(std::int64_t first, std::int64_t last) const;
    std::int64_t place_in(std::int64_t first, std::int64_t last) const;
    void insert_members();
    RosterTable members_of(const MemberKinds::Kind& kind, const RosterTable* shared) const;
    Column cells_of(std::size_t attribute, const RaisedValue& added) const;

    const RosterBinding& binding_;
    const MemberKinds& kinds_;
    const CriticalValues& critical_;
    int child_;  ///< the members' table
    const Table& members_;
    std::optional<int> order_;  ///< the attribute that lists are ordered by
    const Column* lists_;       ///< null: every list is missing
    std::size_t rows_;
    RaisedColumn raised_;
    std::vector<std::int64_t> sources_;  ///< by row of the new members' table, that of the present one, or `added`
};

}  // namespace cadre
