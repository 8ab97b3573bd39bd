#pragma once

#include "schema/field_reader.hpp"

#include <cadre/testing/case.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// The items of an array, or the one node.
std::vector<const Node*> one_or_more(const Node& node);

/// The ids of criteria, targets or policies, in their order.
template <class Entries>
std::vector<std::string> ids_of(const Entries& entries) {
    std::vector<std::string> ids;
    for (const auto& entry : entries) ids.push_back(entry.id);
    return ids;
}

/// Reads the parts that every kind of expectation has.
class AnswerReader {
public:
    explicit AnswerReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

protected:
    std::optional<Outcome> read_outcome(const Node& node);
    std::optional<Share> read_share(FieldReader& fields, std::string_view key);
    /// The member tables of an `expect`; null, after a report, when it is no table.
    const Node::Members* members(FieldReader& of_case, std::string_view key);
    void report(const Place& place, Message message, std::optional<Message> hint = std::nullopt);

    Diagnostics& diagnostics_;
};

}  // namespace cadre
