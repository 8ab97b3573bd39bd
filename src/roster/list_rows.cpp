#include "roster/list_rows.hpp"

#include "roster/arrow_text.hpp"
#include "roster/fixed_width.hpp"

#include <cadre/messages/texts/roster.hpp>

#include <limits>

namespace cadre {

namespace {

constexpr std::int64_t max_members = std::numeric_limits<std::int32_t>::max() - 1;

class ListReader {
public:
    explicit ListReader(const ArrowColumn& lists) : lists_(lists), rows_{valid_cells(lists), {0}, {}} {
        ArrowColumn& members = rows_.members;
        members.table = lists.table;
        members.field = &lists.field->children.front();
        members.name = lists.name;
        members.owner = lists.owner;
        rows_.offsets.reserve(static_cast<std::size_t>(lists.rows) + 1);
    }

    ListRows read() {
        for (const ArrowSegment& segment : lists_.segments) {
            check_array(segment.array->children[0], *rows_.members.field, lists_.table);
            if (lists_.field->kind == ArrowKind::list)
                read_segment<std::int32_t>(segment);
            else
                read_segment<std::int64_t>(segment);
            done_ += segment.length;
        }
        rows_.members.rows = rows_.offsets.back();
        return std::move(rows_);
    }

private:
    template <class Offset>
    void read_segment(const ArrowSegment& segment) {
        const ArrowArray& child = *segment.array->children[0];
        const void* offsets = segment.array->buffers[1];
        ArrowSegment run{&child, 0, 0, nullptr, 0};
        for (std::int64_t row = 0; row < segment.length; ++row) {
            const std::int64_t begin = load_at<Offset>(offsets, segment.start + row);
            const std::int64_t end = load_at<Offset>(offsets, segment.start + row + 1);
            if (begin < 0 || end < begin || end > child.length) fail(row);
            const bool valid = rows_.valid.get(static_cast<std::size_t>(done_ + row));
            const std::int64_t members = valid ? end - begin : 0;
            rows_.offsets.push_back(rows_.offsets.back() + members);
            if (members > 0) extend(run, child.offset + begin, members);
        }
        close(run);
        if (rows_.offsets.back() > max_members) {
            throw Error(ErrorCode::limit_exceeded, Message{texts::roster_too_many_rows, {lists_.table}});
        }
    }

    [[noreturn]] void fail(std::int64_t row) const {
        throw arrow_cell_error(lists_.table, lists_.name, done_ + row, texts::roster_arrow_list_offsets);
    }

    void extend(ArrowSegment& run, std::int64_t start, std::int64_t length) {
        if (run.length > 0 && run.start + run.length == start) {
            run.length += length;
            return;
        }
        close(run);
        run.start = start;
        run.length = length;
    }

    void close(const ArrowSegment& run) {
        if (run.length > 0) rows_.members.segments.push_back(run);
    }

    const ArrowColumn& lists_;
    ListRows rows_;
    std::int64_t done_ = 0;
};

}  // namespace

ListRows read_list_rows(const ArrowColumn& lists) {
    return ListReader(lists).read();
}

}  // namespace cadre
