#pragma once

#include "schema/field_reader.hpp"

#include <cadre/schema/suggestion.hpp>
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

/// The keys of a table's rows, by row; empty where a row has none.
std::vector<std::string> keys_of(const CaseTables& tables, std::string_view table);

/// A negative row is none of any table's.
std::size_t row_of(std::int64_t number);

/// Reads the parts that every kind of expectation has.
class AnswerReader {
public:
    explicit AnswerReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

protected:
    std::optional<Outcome> read_outcome(const Node& node);
    std::optional<Share> read_share(FieldReader& fields, std::string_view key);
    /// The member tables of an `expect`; null, after a report, when it is no table.
    const Node::Members* members(FieldReader& of_case, std::string_view key);
    /// The entry with that id; null, after a report by the text `unknown`, when there is none.
    template <class Entry>
    const Entry* find_entry(const std::vector<Entry>& entries, const std::string& id, const Place& place,
                            MessageId unknown) {
        for (const Entry& entry : entries) {
            if (entry.id == id) return &entry;
        }
        report(place, {unknown, {id}}, suggestion(id, ids_of(entries)));
        return nullptr;
    }
    /// The row with the key that a member gives; nothing, after a report by `unknown`, when there is none.
    std::optional<std::size_t> find_row(FieldReader& fields, std::string_view member,
                                        const std::vector<std::string>& keys, MessageId unknown);
    void report(const Place& place, Message message, std::optional<Message> hint = std::nullopt);

    Diagnostics& diagnostics_;
};

}  // namespace cadre
