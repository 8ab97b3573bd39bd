#pragma once

#include <cstddef>
#include <vector>

namespace cadre::criteria {

/// An order in which every entry comes after those that it uses, as far as there is one.
struct EntryOrder {
    std::vector<std::size_t> order;
    std::vector<std::vector<std::size_t>> cycles;  ///< each begins and ends with the same entry
};

/// `uses[i]` are the entries that entry i names.
EntryOrder order_entries(const std::vector<std::vector<std::size_t>>& uses);

}  // namespace cadre::criteria
