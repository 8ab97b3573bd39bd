#pragma once

#include <cadre/schema/type.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace cadre {

/// A value that is known: a date by its day number, a duration by its count, a list of texts by its members.
struct KnownValue {
    TypeKind kind = TypeKind::boolean;
    std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>> value;

    std::int64_t integer() const { return std::get<std::int64_t>(value); }
    double decimal() const { return std::get<double>(value); }
    const std::string& text() const { return std::get<std::string>(value); }
    const std::vector<std::string>& texts() const { return std::get<std::vector<std::string>>(value); }
};

using KnownArguments = std::span<const KnownValue>;

}  // namespace cadre
