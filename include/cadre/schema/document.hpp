#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cadre {

/// A value of a TOML document (or of the same shape made in code) that knows where it stands.
class Node {
public:
    using Array = std::vector<Node>;
    using Members = std::vector<std::pair<std::string, Node>>;  ///< in document order
    using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, CivilDate, Array, Members>;

    Node() = default;
    explicit Node(Value value, Place place = {}) : value_(std::move(value)), place_(std::move(place)) {}

    const Place& place() const { return place_; }
    const Value& value() const { return value_; }

    /// The held alternative, or null: `node.get_if<std::string>()`.
    template <class T>
    const T* get_if() const {
        return std::get_if<T>(&value_);
    }
    bool is_table() const { return get_if<Members>() != nullptr; }
    bool is_array() const { return get_if<Array>() != nullptr; }

    /// The member with this key, or null (also when this is no table).
    CADRE_EXPORT const Node* find(std::string_view key) const;

private:
    Value value_;
    Place place_;
};

/// Parses TOML text; `source` names it in places. Throws `Error` (invalid_document) on a syntax error
/// (the first), on text over 16 MiB and on invalid UTF-8.
CADRE_EXPORT Node parse_document(std::string_view text, std::string source);

/// Reads and parses a TOML file. Throws `Error` (not_found) when it cannot be read.
CADRE_EXPORT Node load_document(const std::string& path);

}  // namespace cadre
