#include <cadre/vocabulary/scale.hpp>

namespace cadre {

std::optional<int> Scale::find(std::string_view code) const {
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i].id == code) return static_cast<int>(i);
    }
    return std::nullopt;
}

}  // namespace cadre
