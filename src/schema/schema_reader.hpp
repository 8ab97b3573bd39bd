#pragma once

#include "schema/field_reader.hpp"

#include <cadre/schema/schema.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre {

/// Lists nest two levels deep: the members of a list may have lists, and theirs may not.
inline constexpr std::ptrdiff_t most_list_levels = 2;

/// How many lists the rows of the table stand in, by its id.
inline std::ptrdiff_t list_levels(std::string_view table) {
    return std::count(table.begin(), table.end(), '.');
}

void report_too_deep(const Place& place, const std::string& owner, FieldReader& fields);

/// Builds a schema from document tables, step by step; references may point to tables declared later.
class SchemaReader {
public:
    SchemaReader(Schema schema, Diagnostics& diagnostics) : schema_(std::move(schema)), diagnostics_(diagnostics) {}

    void read_document(const Node& document);
    void read_added_attributes(const Node& attributes);
    Schema finish() && { return std::move(schema_); }

private:
    void read_scale(const Node& node, bool ordered);
    void read_code(const Node& node, Scale& scale);
    void check_spellings(const Scale& scale, const Node& node);

    void read_table_head(const Node& node);
    void read_table_attributes(const Node& node);
    void read_attribute(int table, FieldReader& fields, bool added);
    Attribute read_attribute_head(FieldReader& fields, bool added);
    void link_members(int table, Attribute& attribute);
    std::optional<Type> read_type(int table, const std::string& attribute, FieldReader& fields, bool added);
    std::optional<Type> scalar_type(TypeKind kind, const std::optional<std::string>& of, FieldReader& fields);
    std::optional<Type> reference_type(const std::string& of, FieldReader& fields);
    std::optional<Type> list_type(int table, const std::string& attribute, const std::optional<std::string>& of,
                                  FieldReader& fields, bool added);
    std::optional<Type> element_type(const std::string& of) const;
    int add_child(int parent, const std::string& id, const LocalizedText& label);
    void check_table_links(const Node& node);
    void check_changes(FieldReader& fields, const Attribute& attribute);

    bool accept_id(const std::string& id, FieldReader& fields, bool taken, bool names_table = false);
    std::vector<std::string> scale_names(bool ordered) const;
    std::vector<std::string> table_names() const;

    Schema schema_;
    Diagnostics& diagnostics_;
};

}  // namespace cadre
