#include "reports/short_list.hpp"

#include <cadre/messages/message.hpp>
#include <cadre/messages/texts/reports.hpp>

#include <algorithm>

namespace cadre {

std::string short_list(const std::vector<std::string>& names, Language language) {
    std::string text;
    const std::size_t shown = std::min(names.size(), most_named);
    for (std::size_t at = 0; at < shown; ++at) text += (at > 0 ? ", " : "") + names[at];
    if (names.size() == shown) return text;
    const auto rest = static_cast<std::int64_t>(names.size() - shown);
    return text + Message{texts::list_rest, {rest}}.text(language);
}

}  // namespace cadre
