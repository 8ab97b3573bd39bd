#pragma once

#include <cadre/rotation/moves.hpp>

#include <pybind11/pybind11.h>

#include <cstdint>
#include <optional>
#include <string>

namespace cadre::python {

/// "post", "unit", "tier", "sector", "locality" or "field"; any other text is a ValueError.
Grouping to_grouping(const std::string& by);

/// `start` and `end` are days or None.
MoveOptions to_move_options(const std::string& by, bool acting, bool secondary, bool reversed,
                            std::optional<std::int32_t> longest_gap, const pybind11::object& start,
                            const pybind11::object& end);

}  // namespace cadre::python
