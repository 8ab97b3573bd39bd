#pragma once

#include "roster/key_index.hpp"
#include "roster/table_drafts.hpp"

namespace cadre {

/// The rows of a child table that came in a stream of its own, and the text ids of their owners' keys.
struct OwnedRows {
    int table = -1;
    Column owners;
    bool open = false;
};

/// Groups the rows by owner, gives every row of the parent its list, and leaves out rows without an
/// owner. Returns the owners that dangle.
DanglingReferences group_by_owner(const Schema& schema, TableDrafts& drafts, const KeyIndex& parent_keys,
                                  const OwnedRows& rows);

}  // namespace cadre
