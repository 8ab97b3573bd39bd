#include "roster/cell_text.hpp"

#include <cadre/schema/spelling_matcher.hpp>

#include <algorithm>
#include <cstring>

namespace cadre {

namespace {

constexpr std::string_view wide_blanks[] = {"\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x8B"};

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
        while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
        for (const std::string_view blank : wide_blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                again = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return text;
}

bool is_ascii(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        if ((word & 0x8080808080808080ULL) != 0) return false;
    }
    for (; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0x80U) != 0) return false;
    }
    return true;
}

std::string clean_name(std::string_view name) {
    if (auto normalized = normalized_text(trimmed(name))) return std::move(*normalized);
    return quoted_for_message(name);
}

std::string quoted_for_message(std::string_view text) {
    constexpr std::size_t longest = 300;
    std::string shown(text.substr(0, longest));
    // A cut may split the last character; at most three of its bytes are left over.
    for (int cut = 0; cut < 4 && !shown.empty() && !normalized_text(shown); ++cut) shown.pop_back();
    if (!normalized_text(shown)) {
        shown.assign(text.substr(0, longest));
        std::replace_if(
            shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
    }
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return shown;
}

}  // namespace cadre
