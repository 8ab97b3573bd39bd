#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cadre::test {

/// One array of an Arrow column with its buffers, made by hand and freely corruptible before export.
struct ArrowData {
    std::string format;
    std::string name;
    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::int64_t offset = 0;
    /// Each buffer is allocated exactly as long as its bytes, so that a sanitizer sees every step too far.
    std::vector<std::optional<std::vector<std::uint8_t>>> buffers;
    std::vector<ArrowData> children;
    std::shared_ptr<ArrowData> dictionary;
    std::optional<std::int64_t> claimed_buffers;
    std::optional<std::int64_t> claimed_children;
    bool no_format = false;
    bool null_child = false;
    bool released = false;
};

template <class T>
std::vector<std::uint8_t> bytes_of(const std::vector<T>& values) {
    std::vector<std::uint8_t> bytes(values.size() * sizeof(T));
    if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

inline std::vector<std::uint8_t> bit_bytes(const std::vector<bool>& bits) {
    std::vector<std::uint8_t> bytes((bits.size() + 7) / 8);
    for (std::size_t at = 0; at < bits.size(); ++at) {
        if (bits[at]) bytes[at / 8] = static_cast<std::uint8_t>(bytes[at / 8] | (1U << (at % 8)));
    }
    return bytes;
}

/// How a column is laid out: rows of rubbish before it (the array's offset), and whether the null count is told.
struct Layout {
    std::int64_t offset = 0;
    bool count_nulls = true;
};

template <class T>
using Cells = std::vector<std::optional<T>>;

/// Sets length, offset, validity; `set` is called for the other buffers with cells that have rubbish in front.
template <class T>
ArrowData base_array(std::string name, std::string format, const Cells<T>& cells, Layout layout) {
    ArrowData data;
    data.name = std::move(name);
    data.format = std::move(format);
    data.length = static_cast<std::int64_t>(cells.size());
    data.offset = layout.offset;
    std::vector<bool> valid(static_cast<std::size_t>(layout.offset), true);
    for (const auto& cell : cells) {
        valid.push_back(cell.has_value());
        data.null_count += cell ? 0 : 1;
    }
    if (data.null_count > 0)
        data.buffers.emplace_back(bit_bytes(valid));
    else
        data.buffers.emplace_back(std::nullopt);
    if (!layout.count_nulls) data.null_count = -1;
    return data;
}

template <class T>
ArrowData numbers(std::string name, std::string format, const Cells<T>& cells, Layout layout = {}) {
    ArrowData data = base_array(std::move(name), std::move(format), cells, layout);
    std::vector<T> values(static_cast<std::size_t>(layout.offset), T{99});
    for (const auto& cell : cells) values.push_back(cell.value_or(T{77}));
    data.buffers.emplace_back(bytes_of(values));
    return data;
}

inline ArrowData booleans(std::string name, const Cells<bool>& cells, Layout layout = {}) {
    ArrowData data = base_array(std::move(name), "b", cells, layout);
    std::vector<bool> values(static_cast<std::size_t>(layout.offset), true);
    for (const auto& cell : cells) values.push_back(cell.value_or(true));
    data.buffers.emplace_back(bit_bytes(values));
    return data;
}

template <class Offset>
ArrowData offset_texts(std::string name, std::string format, const Cells<std::string>& cells, Layout layout) {
    ArrowData data = base_array(std::move(name), std::move(format), cells, layout);
    std::vector<Offset> offsets{0};
    std::string text;
    for (std::int64_t at = 0; at < layout.offset; ++at) {
        text += "rubbish";
        offsets.push_back(static_cast<Offset>(text.size()));
    }
    for (const auto& cell : cells) {
        text += cell.value_or("");
        offsets.push_back(static_cast<Offset>(text.size()));
    }
    data.buffers.emplace_back(bytes_of(offsets));
    data.buffers.emplace_back(std::vector<std::uint8_t>(text.begin(), text.end()));
    return data;
}

inline ArrowData texts(std::string name, const Cells<std::string>& cells, Layout layout = {}) {
    return offset_texts<std::int32_t>(std::move(name), "u", cells, layout);
}
inline ArrowData large_texts(std::string name, const Cells<std::string>& cells, Layout layout = {}) {
    return offset_texts<std::int64_t>(std::move(name), "U", cells, layout);
}

/// utf8_view: texts of up to 12 bytes stand in the view, longer ones in one further buffer.
inline ArrowData view_texts(std::string name, const Cells<std::string>& cells, Layout layout = {}) {
    ArrowData data = base_array(std::move(name), "vu", cells, layout);
    std::vector<std::uint8_t> views(static_cast<std::size_t>(layout.offset) * 16);
    std::vector<std::uint8_t> far;
    for (const auto& cell : cells) {
        const std::string text = cell.value_or("");
        std::uint8_t view[16] = {};
        const auto size = static_cast<std::int32_t>(text.size());
        std::memcpy(view, &size, 4);
        if (size <= 12) {
            std::memcpy(view + 4, text.data(), text.size());
        } else {
            const auto start = static_cast<std::int32_t>(far.size());
            std::memcpy(view + 4, text.data(), 4);
            std::memcpy(view + 12, &start, 4);
            far.insert(far.end(), text.begin(), text.end());
        }
        views.insert(views.end(), view, view + 16);
    }
    const std::vector<std::int64_t> sizes{static_cast<std::int64_t>(far.size())};
    data.buffers.emplace_back(std::move(views));
    data.buffers.emplace_back(std::move(far));
    data.buffers.emplace_back(bytes_of(sizes));
    return data;
}

/// Dictionary-encoded texts; `Index` is the C++ type of the index format.
template <class Index>
ArrowData dictionary_texts(std::string name, std::string index_format, const Cells<std::string>& cells,
                           Layout layout = {}) {
    Cells<std::string> words;
    Cells<Index> indices;
    for (const auto& cell : cells) {
        if (!cell) {
            indices.emplace_back(std::nullopt);
            continue;
        }
        std::size_t at = 0;
        while (at < words.size() && words[at] != cell) ++at;
        if (at == words.size()) words.push_back(cell);
        indices.emplace_back(static_cast<Index>(at));
    }
    ArrowData data = numbers<Index>(std::move(name), std::move(index_format), indices, layout);
    data.dictionary = std::make_shared<ArrowData>(texts("", words));
    return data;
}

/// A struct of columns of equal length.
inline ArrowData structure(std::string name, std::vector<ArrowData> columns, std::int64_t length = -1) {
    ArrowData data;
    data.name = std::move(name);
    data.format = "+s";
    data.length = length >= 0 ? length : columns.empty() ? 0 : columns.front().length;
    data.buffers.emplace_back(std::nullopt);
    data.children = std::move(columns);
    return data;
}

/// Lists over `members`; `sizes` holds the number of members of each list, none for a null list.
template <class Offset>
ArrowData lists(std::string name, std::string format, const Cells<std::int64_t>& sizes, ArrowData members,
                Layout layout = {}) {
    ArrowData data = base_array(std::move(name), std::move(format), sizes, layout);
    std::vector<Offset> offsets(static_cast<std::size_t>(layout.offset) + 1, 0);
    for (const auto& size : sizes) offsets.push_back(static_cast<Offset>(offsets.back() + size.value_or(0)));
    data.buffers.emplace_back(bytes_of(offsets));
    data.children.push_back(std::move(members));
    return data;
}

}  // namespace cadre::test
