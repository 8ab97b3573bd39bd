#include "roster/code_points.hpp"

#include <utf8proc.h>

namespace cadre {

std::u32string code_points(std::string_view text) {
    std::u32string points;
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t size = utf8proc_iterate(at, left, &point);
        if (size <= 0) break;
        points.push_back(static_cast<char32_t>(point));
        at += size;
        left -= size;
    }
    return points;
}

std::string utf8(std::u32string_view points) {
    std::string text;
    for (const char32_t point : points) {
        utf8proc_uint8_t bytes[4];
        const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes);
        text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    }
    return text;
}

}  // namespace cadre
