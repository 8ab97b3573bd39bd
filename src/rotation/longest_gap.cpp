#include "rotation/longest_gap.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

namespace cadre {

void check_longest_gap(const std::optional<std::int32_t>& days) {
    if (days && *days < 0) throw Error(ErrorCode::invalid_argument, Message{texts::rotation_longest_gap, {*days}});
}

}  // namespace cadre
