#pragma once

#include "roster/arrow_column.hpp"
#include "roster/arrow_handle.hpp"

namespace cadre {

/// One table read from a stream: its schema and the struct column of all its rows.
struct ArrowTable {
    std::shared_ptr<const ArrowField> schema;
    ArrowColumn rows;
};

/// Reads a stream to its end. Throws `Error` (invalid_arrow, limit_exceeded).
ArrowTable read_arrow_stream(ArrowHandle<ArrowArrayStream>& stream, const std::string& table);

}  // namespace cadre
