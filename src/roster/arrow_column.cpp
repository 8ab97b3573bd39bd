#include "roster/arrow_column.hpp"

#include "roster/arrow_error.hpp"

#include <cadre/messages/texts/roster.hpp>

#include <limits>

namespace cadre {

namespace {

/// No array is longer, so that positions in bytes never overflow.
constexpr std::int64_t max_position = std::numeric_limits<std::int64_t>::max() / 64;

std::int64_t buffer_count(const ArrowField& field) {
    switch (field.kind) {
        case ArrowKind::null: return 0;
        case ArrowKind::structure: return 1;
        case ArrowKind::utf8:
        case ArrowKind::large_utf8: return 3;
        default: return 2;
    }
}

bool fits_buffer_count(const ArrowField& field, std::int64_t count) {
    if (field.kind == ArrowKind::utf8_view) return count >= 3;
    // Old producers give a null array one (empty) validity buffer.
    if (field.kind == ArrowKind::null) return count == 0 || count == 1;
    return count == buffer_count(field);
}

void check_counts(const ArrowArray& array, const ArrowField& field, const std::string& table) {
    if (array.length < 0 || array.offset < 0 || array.length > max_position || array.offset > max_position) {
        throw arrow_error(table, field.name, texts::roster_arrow_length);
    }
    if (array.null_count < -1 || array.null_count > array.length) {
        throw arrow_error(table, field.name, texts::roster_arrow_null_count);
    }
    if (array.n_children < 0 || static_cast<std::uint64_t>(array.n_children) != field.children.size() ||
        (array.n_children > 0 && array.children == nullptr)) {
        throw arrow_error(table, field.name, texts::roster_arrow_array_children);
    }
    if ((array.dictionary != nullptr) != (field.dictionary != nullptr)) {
        throw arrow_error(table, field.name, texts::roster_arrow_array_dictionary);
    }
}

void check_buffers(const ArrowArray& array, const ArrowField& field, const std::string& table) {
    if (!is_readable(field.kind)) return;
    if (!fits_buffer_count(field, array.n_buffers) || (array.n_buffers > 0 && array.buffers == nullptr)) {
        throw arrow_error(table, field.name, texts::roster_arrow_buffer_count);
    }
    if (field.kind == ArrowKind::null || array.length == 0) return;
    if (array.null_count > 0 && array.buffers[0] == nullptr) {
        throw arrow_error(table, field.name, texts::roster_arrow_no_validity);
    }
    if (field.kind != ArrowKind::structure && array.buffers[1] == nullptr) {
        throw arrow_error(table, field.name, texts::roster_arrow_no_buffer);
    }
}

}  // namespace

const std::uint8_t* ArrowSegment::validity() const {
    if (array->null_count == 0 || array->n_buffers == 0) return nullptr;
    return static_cast<const std::uint8_t*>(array->buffers[0]);
}

void check_array(const ArrowArray* array, const ArrowField& field, const std::string& table) {
    if (array == nullptr || array->release == nullptr) {
        throw arrow_error(table, field.name, texts::roster_arrow_array_released);
    }
    check_counts(*array, field, table);
    check_buffers(*array, field, table);
    if (field.dictionary) check_array(array->dictionary, *field.dictionary, table);
}

ArrowColumn field_of(const ArrowColumn& structure, std::size_t field) {
    ArrowColumn column;
    column.table = structure.table;
    column.field = &structure.field->children[field];
    column.name = column.field->name;
    column.rows = structure.rows;
    column.owner = structure.owner;
    for (const ArrowSegment& segment : structure.segments) {
        const ArrowArray* child = segment.array->children[field];
        check_array(child, *column.field, column.table);
        if (child->length < segment.start + segment.length) {
            throw arrow_error(column.table, column.name, texts::roster_arrow_child_too_short);
        }
        column.segments.push_back(
            {child, child->offset + segment.start, segment.length, segment.validity(), segment.start});
    }
    return column;
}

}  // namespace cadre
