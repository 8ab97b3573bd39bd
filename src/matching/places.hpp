#pragma once

#include <cadre/matching/assignment.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cadre {

/// Who holds the places of each right vertex.
class Places {
public:
    Places(const BipartiteGraph& graph, const AssignmentTerms& terms);
    /// The same with the edges of left vertices put in.
    Places(const BipartiteGraph& graph, const AssignmentTerms& terms, const std::vector<std::int64_t>& edges);

    std::span<const std::int32_t> holders(std::int32_t right) const {
        return {holders_.data() + starts_[at(right)], static_cast<std::size_t>(loads_[at(right)])};
    }
    bool is_full(std::int32_t right) const { return loads_[at(right)] == starts_[at(right) + 1] - starts_[at(right)]; }

    void add(std::int32_t right, std::int32_t left) {
        holders_[static_cast<std::size_t>(starts_[at(right)] + loads_[at(right)]++)] = left;
    }
    void remove(std::int32_t right, std::int32_t left);
    void replace(std::int32_t right, std::int32_t left, std::int32_t by) { slot_of(right, left) = by; }

private:
    static std::size_t at(std::int32_t right) { return static_cast<std::size_t>(right); }
    std::int32_t& slot_of(std::int32_t right, std::int32_t left);

    std::vector<std::int64_t> starts_;
    std::vector<std::int32_t> holders_;
    std::vector<std::int32_t> loads_;
};

}  // namespace cadre
