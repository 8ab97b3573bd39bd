#include "testing/answer_reader.hpp"

#include "testing/outcome.hpp"
#include "testing/share_text.hpp"

#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/testing.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace cadre {
namespace {

std::string key_of(const Record& row) {
    for (const auto& [attribute, value] : row) {
        const auto* text = attribute == "id" ? std::get_if<std::string>(&value) : nullptr;
        if (text != nullptr) return *text;
    }
    return {};
}

}  // namespace

std::vector<const Node*> one_or_more(const Node& node) {
    std::vector<const Node*> nodes;
    if (const auto* items = node.get_if<Node::Array>()) {
        for (const Node& item : *items) nodes.push_back(&item);
    } else {
        nodes.push_back(&node);
    }
    return nodes;
}

std::vector<std::string> keys_of(const CaseTables& tables, std::string_view table) {
    std::vector<std::string> keys;
    for (const auto& [id, rows] : tables) {
        if (id != table) continue;
        for (const Record& row : rows) keys.push_back(key_of(row));
    }
    return keys;
}

std::size_t row_of(std::int64_t number) {
    return number >= 0 ? static_cast<std::size_t>(number) : std::numeric_limits<std::size_t>::max();
}

const Node::Members* AnswerReader::members(FieldReader& of_case, std::string_view key) {
    const Node* found = of_case.node().find(key);
    if (found == nullptr) return nullptr;
    const auto* expected = found->get_if<Node::Members>();
    if (expected == nullptr) {
        report(found->place(), {texts::wrong_value_kind, {std::string(key), words(texts::kind_table)}},
               Message{texts::hint_case_expect, {}});
    }
    return expected;
}

std::optional<Outcome> AnswerReader::read_outcome(const Node& node) {
    const auto* code = node.get_if<std::string>();
    if (code != nullptr) {
        if (const auto outcome = parse_outcome(*code)) return outcome;
    }
    report(node.place(), {texts::case_unknown_verdict, {code != nullptr ? *code : std::string()}},
           Message{texts::hint_case_verdict, {}});
    return std::nullopt;
}

std::optional<Share> AnswerReader::read_share(FieldReader& fields, std::string_view key) {
    const Node* found = fields.node().find(key);
    if (found == nullptr) return std::nullopt;
    if (const auto* count = found->get_if<std::int64_t>()) return Share{*count, 1};
    const auto* text = found->get_if<std::string>();
    if (text != nullptr) {
        if (const auto share = parse_fraction(*text)) return share;
    }
    report(found->place(), {texts::case_share_syntax, {std::string(key)}}, Message{texts::hint_case_share, {}});
    return std::nullopt;
}

std::optional<std::size_t> AnswerReader::find_row(FieldReader& fields, std::string_view member,
                                                  const std::vector<std::string>& keys, MessageId unknown) {
    const auto key = fields.optional_text(member);
    if (!key) return std::nullopt;
    const auto found = std::find(keys.begin(), keys.end(), *key);
    if (found != keys.end()) return static_cast<std::size_t>(found - keys.begin());
    report(fields.place(member), {unknown, {*key}}, suggestion(*key, keys));
    return std::nullopt;
}

void AnswerReader::report(const Place& place, Message message, std::optional<Message> hint) {
    diagnostics_.push_back({Severity::error, place, std::move(message), std::move(hint)});
}

}  // namespace cadre
