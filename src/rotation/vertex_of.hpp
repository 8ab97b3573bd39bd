#pragma once

#include <cadre/rotation/grouping.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace cadre {

class RosterColumn;

/// The vertices of a grouping, and on which of them each post and unit stands.
class VertexOf {
public:
    VertexOf(const Roster& roster, Grouping by);

    /// The vertex of a post (a row of `posts`, -1: not known) in a unit (a row of `units`, -1: not known); -1: not
    /// known.
    std::int32_t operator()(std::int32_t post, std::int32_t unit) const {
        if (by_ == Grouping::post) return post;
        return unit < 0 ? -1 : units_[static_cast<std::size_t>(unit)];
    }
    /// The unit that `posts` gives for a post; -1: not known.
    std::int32_t unit_of(std::int32_t post) const {
        return post < 0 ? -1 : post_units_[static_cast<std::size_t>(post)];
    }
    std::vector<std::string> take_keys() { return std::move(keys_); }

private:
    void number_rows(const Roster& roster, const char* table);
    void number_codes(const Roster& roster, const char* attribute);
    void number_texts(const std::vector<std::string>& texts);

    Grouping by_;
    std::vector<std::string> keys_;
    std::vector<std::int32_t> units_;       ///< the vertex of each unit
    std::vector<std::int32_t> post_units_;  ///< the unit of each post
};

/// The row that a reference holds; -1: not known, or none.
std::int32_t row_or_none(const RosterColumn& reference, std::size_t row);

}  // namespace cadre
