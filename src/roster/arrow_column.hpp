#pragma once

#include "roster/arrow_field.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cadre {

/// A run of rows of one array: `start` counts from the beginning of its buffers.
struct ArrowSegment {
    const ArrowArray* array = nullptr;
    std::int64_t start = 0;
    std::int64_t length = 0;
    /// Validity of the struct around it; null: all rows valid.
    const std::uint8_t* outer = nullptr;
    std::int64_t outer_start = 0;

    const std::uint8_t* validity() const;
    bool has_nulls() const { return validity() != nullptr || outer != nullptr; }
    bool is_valid(std::int64_t row) const {
        const auto bit = [](const std::uint8_t* bits, std::int64_t at) {
            return ((bits[at >> 3] >> (at & 7)) & 1) != 0;
        };
        const std::uint8_t* own = validity();
        return (own == nullptr || bit(own, start + row)) && (outer == nullptr || bit(outer, outer_start + row));
    }
};

/// The rows of one column over all chunks; every array in it has been checked against `field`.
struct ArrowColumn {
    std::string table;  ///< for messages
    std::string name;
    const ArrowField* field = nullptr;
    std::vector<ArrowSegment> segments;
    std::int64_t rows = 0;
    std::shared_ptr<const void> owner;
};

/// Checks one array against its field: counts, bounds, buffers that must be there; not its children.
void check_array(const ArrowArray* array, const ArrowField& field, const std::string& table);

/// The column of a struct's field. Throws `Error` (invalid_arrow) where the arrays do not fit.
ArrowColumn field_of(const ArrowColumn& structure, std::size_t field);

}  // namespace cadre
