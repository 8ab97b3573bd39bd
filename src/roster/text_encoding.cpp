#include <cadre/roster/text_encoding.hpp>

#include <algorithm>
#include <array>

namespace cadre {

namespace {
constexpr std::array<std::string_view, 3> names{"unicode", "tcvn3", "vni"};
}

std::string_view text_encoding_name(TextEncoding encoding) {
    return names[static_cast<std::size_t>(encoding)];
}

std::optional<TextEncoding> find_text_encoding(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<TextEncoding>(found - names.begin());
}

}  // namespace cadre
