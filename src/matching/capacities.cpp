#include <cadre/error.hpp>
#include <cadre/matching/capacities.hpp>
#include <cadre/messages/texts/matching.hpp>

#include <string>

namespace cadre {
namespace {

void check_side(const std::vector<std::int32_t>& given, std::int32_t count, const std::string& name) {
    if (given.empty()) return;
    const auto length = static_cast<std::int64_t>(given.size());
    if (length != count)
        throw Error(ErrorCode::invalid_argument, Message{texts::matching_wrong_length, {count, name, length}});
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (given[i] >= 0) continue;
        const auto position = static_cast<std::int64_t>(i);
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::matching_negative_capacity, {name, position, given[i]}});
    }
}

}  // namespace

void check_capacities(const Capacities& capacities, const BipartiteGraph& graph) {
    check_side(capacities.left, graph.left_count(), "left");
    check_side(capacities.right, graph.right_count(), "right");
}

}  // namespace cadre
