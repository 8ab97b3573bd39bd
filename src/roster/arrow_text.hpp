#pragma once

#include "roster/arrow_column.hpp"
#include "roster/arrow_error.hpp"

#include <cstring>
#include <string_view>

namespace cadre {

/// The element at a position of a buffer that may be unaligned.
template <class T>
T load_at(const void* buffer, std::int64_t position) {
    T value;
    std::memcpy(&value, static_cast<const char*>(buffer) + position * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return value;
}

/// Texts of a utf8 (`Offset` int32) or large_utf8 (int64) array, by position in its buffers.
template <class Offset>
class OffsetTexts {
public:
    explicit OffsetTexts(const ArrowArray& array)
        : offsets_(array.buffers[1]), bytes_(static_cast<const char*>(array.buffers[2])) {}

    /// False where the offsets cannot be true.
    bool read(std::int64_t position, std::string_view& text) const {
        const Offset begin = load_at<Offset>(offsets_, position);
        const Offset end = load_at<Offset>(offsets_, position + 1);
        if (begin < 0 || end < begin || (end > begin && bytes_ == nullptr)) return false;
        text =
            end == begin ? std::string_view{} : std::string_view{bytes_ + begin, static_cast<std::size_t>(end - begin)};
        return true;
    }

private:
    const void* offsets_;
    const char* bytes_;
};

/// Texts of a utf8_view array: 16-byte views, short texts in them, longer ones in further buffers.
class ViewTexts {
public:
    explicit ViewTexts(const ArrowArray& array) : array_(array) {}

    bool read(std::int64_t position, std::string_view& text) const {
        const char* view = static_cast<const char*>(array_.buffers[1]) + position * 16;
        const auto size = load_at<std::int32_t>(view, 0);
        if (size < 0) return false;
        if (size <= 12) {
            text = {view + 4, static_cast<std::size_t>(size)};
            return true;
        }
        return read_long(load_at<std::int32_t>(view, 2), load_at<std::int32_t>(view, 3), size, text);
    }

private:
    bool read_long(std::int32_t buffer, std::int32_t offset, std::int32_t size, std::string_view& text) const {
        const std::int64_t variadic = array_.n_buffers - 3;
        const void* sizes = array_.buffers[array_.n_buffers - 1];
        if (buffer < 0 || buffer >= variadic || offset < 0 || sizes == nullptr) return false;
        const auto* bytes = static_cast<const char*>(array_.buffers[2 + buffer]);
        if (bytes == nullptr || load_at<std::int64_t>(sizes, buffer) - offset < size) return false;
        text = {bytes + offset, static_cast<std::size_t>(size)};
        return true;
    }

    const ArrowArray& array_;
};

/// Calls `visit` with the reader that fits the array's kind (one of the text kinds).
template <class Visit>
void with_texts(ArrowKind kind, const ArrowArray& array, Visit&& visit) {
    if (kind == ArrowKind::utf8) {
        visit(OffsetTexts<std::int32_t>(array));
    } else if (kind == ArrowKind::large_utf8) {
        visit(OffsetTexts<std::int64_t>(array));
    } else {
        visit(ViewTexts(array));
    }
}

/// Calls `visit` with a value of the C++ type of an integer kind.
template <class Visit>
void with_integer(ArrowKind kind, Visit&& visit) {
    switch (kind) {
        case ArrowKind::int8: visit(std::int8_t{}); break;
        case ArrowKind::uint8: visit(std::uint8_t{}); break;
        case ArrowKind::int16: visit(std::int16_t{}); break;
        case ArrowKind::uint16: visit(std::uint16_t{}); break;
        case ArrowKind::int32: visit(std::int32_t{}); break;
        case ArrowKind::uint32: visit(std::uint32_t{}); break;
        case ArrowKind::uint64: visit(std::uint64_t{}); break;
        default: visit(std::int64_t{}); break;
    }
}

}  // namespace cadre
