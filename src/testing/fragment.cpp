#include "testing/fragment.hpp"

#include "criteria/pack_document.hpp"

#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/testing.hpp>
#include <cadre/schema/suggestion.hpp>
#include <cadre/testing/case_file.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

constexpr std::string_view judged_table = "cadres";
constexpr std::string_view judged_record = "cadre";

std::size_t count_values(const Node& node) {
    std::size_t count = 1;
    if (const auto* items = node.get_if<Node::Array>()) {
        for (const Node& item : *items) count += count_values(item);
    } else if (const auto* members = node.get_if<Node::Members>()) {
        for (const auto& [key, value] : *members) count += count_values(value);
    }
    return count;
}

/// The members of both; those of `over` where both have one.
Node laid_over(const Node& base, const Node& over) {
    Node::Members members = *base.get_if<Node::Members>();
    for (const auto& [key, value] : *over.get_if<Node::Members>()) {
        const auto same =
            std::find_if(members.begin(), members.end(), [&name = key](const auto& m) { return m.first == name; });
        if (same == members.end()) {
            members.emplace_back(key, value);
        } else {
            same->second = value;
        }
    }
    return Node(std::move(members), over.place());
}

void lay_rows_over(Fragment::Rows& rows, const Fragment::Rows& over) {
    if (rows.single && over.single) {
        rows.nodes.front() = laid_over(rows.nodes.front(), over.nodes.front());
        return;
    }
    rows.single = over.single && rows.nodes.empty();
    rows.nodes.insert(rows.nodes.end(), over.nodes.begin(), over.nodes.end());
}

void lay_over(Fragment& fragment, const Fragment& over) {
    if (over.as_of) fragment.as_of = over.as_of;
    if (over.law_as_of) fragment.law_as_of = over.law_as_of;
    for (const auto& [table, rows] : over.tables) lay_rows_over(fragment.tables[table], rows);
}

/// A text or a list of texts.
std::vector<std::string> one_or_more(FieldReader& fields, std::string_view key) {
    const Node* found = fields.node().find(key);
    if (found != nullptr && found->get_if<std::string>() != nullptr) return {*found->get_if<std::string>()};
    return fields.texts(key);
}

}  // namespace

std::vector<std::string_view> FragmentReader::keys(std::vector<std::string_view> own) const {
    own.insert(own.end(), {"base", "without", "as_of", "law_as_of", judged_record});
    for (const Table& table : schema_.tables()) {
        if (table.parent < 0) own.push_back(table.id);
    }
    return own;
}

void FragmentReader::add(const Node& node) {
    FieldReader fields(node, "fragment", diagnostics_);
    if (!fields.usable()) return;
    fields.allow_only(keys({"id"}));
    const std::string id = fields.text("id");
    Fragment fragment = read(fields);
    if (id.empty()) return;
    if (!known_.emplace(id, std::move(fragment)).second) {
        fields.report(fields.place("id"), {texts::duplicate_id, {id}});
    }
}

Fragment FragmentReader::read(FieldReader& fields) {
    Fragment fragment;
    read_bases(fields, fragment);
    for (const std::string& path : one_or_more(fields, "without")) remove(fields, path, fragment);
    Fragment own;
    own.as_of = criteria::read_day(fields, "as_of");
    own.law_as_of = criteria::read_day(fields, "law_as_of");
    for (std::size_t i = 0; i < schema_.tables().size(); ++i) {
        const Table& table = schema_.tables()[i];
        if (table.parent >= 0) continue;
        read_rows(fields, table.id, static_cast<int>(i), own);
        if (table.id == judged_table) read_rows(fields, judged_record, static_cast<int>(i), own);
    }
    lay_over(fragment, own);
    if (!fits(fields, fragment)) fragment.tables.clear();
    return fragment;
}

void FragmentReader::read_bases(FieldReader& fields, Fragment& fragment) {
    for (const std::string& id : one_or_more(fields, "base")) {
        add_base(fields, id, fragment);
        if (!fits(fields, fragment)) return;
    }
}

void FragmentReader::add_base(FieldReader& fields, const std::string& id, Fragment& fragment) {
    const auto base = known_.find(id);
    if (base != known_.end()) {
        lay_over(fragment, base->second);
        return;
    }
    std::vector<std::string> names;
    for (const auto& [name, known] : known_) names.push_back(name);
    auto hint = suggestion(id, names);
    fields.report(fields.place("base"), {texts::case_unknown_base, {id}},
                  hint ? std::move(hint) : Message{texts::hint_case_base_first, {}});
}

/// `path` is an attribute of the judged record, or "table.attribute" of the one record of another table.
void FragmentReader::remove(FieldReader& fields, const std::string& path, Fragment& fragment) {
    const std::size_t dot = path.find('.');
    const std::string_view name = dot == std::string::npos ? judged_table : std::string_view(path).substr(0, dot);
    const std::string_view attribute = std::string_view(path).substr(dot == std::string::npos ? 0 : dot + 1);
    const auto table = schema_.find_table(name);
    const auto rows = table ? fragment.tables.find(*table) : fragment.tables.end();
    if (rows != fragment.tables.end() && rows->second.single) {
        Node& record = rows->second.nodes.front();
        Node::Members members = *record.get_if<Node::Members>();
        if (std::erase_if(members, [&](const auto& member) { return member.first == attribute; }) > 0) {
            record = Node(std::move(members), record.place());
            return;
        }
    }
    fields.report(fields.place("without"), {texts::case_nothing_to_remove, {path}},
                  Message{texts::hint_case_without, {}});
}

void FragmentReader::read_rows(FieldReader& fields, std::string_view key, int table, Fragment& fragment) {
    const Node* found = fields.node().find(key);
    if (found == nullptr) return;
    Fragment::Rows rows;
    if (found->is_table()) {
        rows = {true, {*found}};
    } else if (const auto* items = found->get_if<Node::Array>()) {
        rows.nodes = *items;
    }
    const bool of_records =
        std::all_of(rows.nodes.begin(), rows.nodes.end(), [](const Node& n) { return n.is_table(); });
    if ((!found->is_table() && !found->is_array()) || !of_records || (key == judged_record && !rows.single)) {
        const MessageId kind = key == judged_record ? texts::kind_record : texts::kind_records;
        fields.report(found->place(), {texts::wrong_value_kind, {std::string(key), words(kind)}});
        return;
    }
    lay_rows_over(fragment.tables[table], rows);
}

bool FragmentReader::fits(FieldReader& fields, const Fragment& fragment) {
    std::size_t values = 0;
    for (const auto& [table, rows] : fragment.tables) {
        for (const Node& node : rows.nodes) values += count_values(node);
    }
    if (values <= most_case_values) return true;
    fields.report(fields.node().place(), {texts::case_too_large, {static_cast<std::int64_t>(most_case_values)}},
                  Message{texts::hint_case_too_large, {}});
    return false;
}

}  // namespace cadre
