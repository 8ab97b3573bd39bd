#pragma once

#include <cadre/model/value.hpp>

#include <optional>
#include <variant>
#include <vector>

namespace cadre {

/// One fact of a model value: missing unless it is set.
///
///     Cadre cadre;
///     cadre.degree = "master";
///     cadre.party_admission_date = None{};
///
/// Which fields may be `None` or `Ongoing` is declared by the schema and checked by `RosterBuilder`.
template <class T>
using Fact = std::variant<Missing, None, Ongoing, T>;

/// The members of a list attribute: unknown unless it is set; `open` says that others may exist.
template <class T>
struct Members {
    std::optional<std::vector<T>> items;
    bool open = false;

    Members() = default;
    Members(std::vector<T> known, bool others_may_exist = false) : items(std::move(known)), open(others_may_exist) {}
};

}  // namespace cadre
