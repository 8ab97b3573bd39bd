// A CSV file as an Arrow C stream, written out by hand: what a host without an Arrow library does to hand its
// tables to cadre.
#pragma once

#include <cadre/roster/arrow_abi.hpp>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace csv {

/// The rows of RFC 4180 text, a leading byte order mark skipped, CRLF or LF.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    }

    /// Reads the next row; false at the end. Throws on a quote that is never closed.
    bool next(std::vector<std::string>& cells) {
        cells.clear();
        if (text_.empty()) return false;
        do {
            cells.push_back(text_.starts_with('"') ? quoted() : plain());
        } while (skip(','));
        skip('\r');
        if (!text_.empty() && !skip('\n')) throw std::runtime_error("text after a closing quote");
        return true;
    }

private:
    bool skip(char c) {
        if (!text_.starts_with(c)) return false;
        text_.remove_prefix(1);
        return true;
    }

    std::string plain() {
        const std::size_t end = std::min(text_.find_first_of(",\r\n"), text_.size());
        std::string cell(text_.substr(0, end));
        text_.remove_prefix(end);
        return cell;
    }

    std::string quoted() {
        std::string cell;
        text_.remove_prefix(1);
        for (;;) {
            const std::size_t quote = text_.find('"');
            if (quote == std::string_view::npos) throw std::runtime_error("a quote is never closed");
            cell += text_.substr(0, quote);
            text_.remove_prefix(quote + 1);
            if (!skip('"')) return cell;
            cell += '"';
        }
    }

    std::string_view text_;
};

/// One column of text: Arrow's large_utf8, the cells one after another with an offset before each.
struct Column {
    std::string name;
    std::string bytes;
    std::vector<std::int64_t> offsets{0};

    void add(std::string_view cell) {
        bytes += cell;
        offsets.push_back(static_cast<std::int64_t>(bytes.size()));
    }
};

using Columns = std::vector<Column>;

inline std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Reads a file whose first row names the columns. Throws std::runtime_error with file and row.
inline Columns read_columns(const std::string& path) {
    const std::string text = file_text(path);
    Reader reader(text);
    Columns columns;
    std::vector<std::string> cells;
    std::size_t row = 1;
    try {
        if (!reader.next(cells)) throw std::runtime_error("the first row must name the columns");
        for (std::string& name : cells) columns.push_back({.name = std::move(name), .bytes = {}});
        while (++row, reader.next(cells)) {
            if (cells.size() != columns.size()) throw std::runtime_error("the row is shorter or longer than the first");
            for (std::size_t i = 0; i < columns.size(); ++i) columns[i].add(cells[i]);
        }
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(path + ":" + std::to_string(row) + ": " + error.what());
    }
    return columns;
}

// ---- the Arrow C data interface: structs of pointers, each with a release callback that frees what it owns ----

inline void release_children(ArrowSchema* schema) {
    for (std::int64_t i = 0; i < schema->n_children; ++i) {
        ArrowSchema* child = schema->children[i];
        if (child->release != nullptr) child->release(child);
        delete child;
    }
    delete[] schema->children;
    schema->release = nullptr;
}

inline void release_name(ArrowSchema* schema) {
    delete static_cast<std::string*>(schema->private_data);
    schema->release = nullptr;
}

inline ArrowSchema* make_field(const Column& column) {
    auto* name = new std::string(column.name);
    return new ArrowSchema{.format = "U",
                           .name = name->c_str(),
                           .metadata = nullptr,
                           .flags = 0,
                           .n_children = 0,
                           .children = nullptr,
                           .dictionary = nullptr,
                           .release = &release_name,
                           .private_data = name};
}

inline ArrowSchema make_schema(const Columns& columns) {
    auto** fields = new ArrowSchema*[columns.size()];
    for (std::size_t i = 0; i < columns.size(); ++i) fields[i] = make_field(columns[i]);
    return {.format = "+s",
            .name = "",
            .metadata = nullptr,
            .flags = 0,
            .n_children = static_cast<std::int64_t>(columns.size()),
            .children = fields,
            .dictionary = nullptr,
            .release = &release_children,
            .private_data = nullptr};
}

/// The cells that an array points into, and the pointers themselves.
struct ColumnMemory {
    std::shared_ptr<const Columns> columns;
    const void* buffers[3];
};

inline void release_column(ArrowArray* array) {
    delete static_cast<ColumnMemory*>(array->private_data);
    array->release = nullptr;
}

inline ArrowArray* make_column(const std::shared_ptr<const Columns>& columns, std::size_t index) {
    const Column& column = (*columns)[index];
    auto* memory = new ColumnMemory{columns, {nullptr, column.offsets.data(), column.bytes.data()}};
    return new ArrowArray{.length = static_cast<std::int64_t>(column.offsets.size()) - 1,
                          .null_count = 0,
                          .offset = 0,
                          .n_buffers = 3,
                          .n_children = 0,
                          .buffers = memory->buffers,
                          .children = nullptr,
                          .dictionary = nullptr,
                          .release = &release_column,
                          .private_data = memory};
}

inline void release_row_batch(ArrowArray* array) {
    for (std::int64_t i = 0; i < array->n_children; ++i) {
        ArrowArray* child = array->children[i];
        if (child->release != nullptr) child->release(child);
        delete child;
    }
    delete[] array->children;
    delete[] array->buffers;
    array->release = nullptr;
}

inline ArrowArray make_row_batch(const std::shared_ptr<const Columns>& columns) {
    auto** children = new ArrowArray*[columns->size()];
    for (std::size_t i = 0; i < columns->size(); ++i) children[i] = make_column(columns, i);
    return {.length = columns->empty() ? 0 : children[0]->length,
            .null_count = 0,
            .offset = 0,
            .n_buffers = 1,
            .n_children = static_cast<std::int64_t>(columns->size()),
            .buffers = new const void* [1] { nullptr },
            .children = children,
            .dictionary = nullptr,
            .release = &release_row_batch,
            .private_data = nullptr};
}

struct StreamState {
    std::shared_ptr<const Columns> columns;
    bool delivered = false;
};

/// The file as a stream of one batch; the consumer releases it.
inline ArrowArrayStream open_stream(const std::string& path) {
    auto* state = new StreamState{std::make_shared<const Columns>(read_columns(path))};
    return {.get_schema =
                [](ArrowArrayStream* stream, ArrowSchema* out) {
                    *out = make_schema(*static_cast<StreamState*>(stream->private_data)->columns);
                    return 0;
                },
            .get_next =
                [](ArrowArrayStream* stream, ArrowArray* out) {
                    auto* held = static_cast<StreamState*>(stream->private_data);
                    // A released array is how a stream says that it has ended.
                    *out = held->delivered ? ArrowArray{} : make_row_batch(held->columns);
                    held->delivered = true;
                    return 0;
                },
            .get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; },
            .release =
                [](ArrowArrayStream* stream) {
                    delete static_cast<StreamState*>(stream->private_data);
                    stream->release = nullptr;
                },
            .private_data = state};
}

}  // namespace csv
