#pragma once

#include "schema/field_reader.hpp"

#include <cadre/roster/mapping.hpp>

namespace cadre {

/// Reads a mapping document and gathers every mistake in it.
class MappingReader {
public:
    explicit MappingReader(const Node& document) : document_(document) {}

    /// Throws `Error` (invalid_document) with every diagnostic.
    Mapping read();

private:
    void read_schema();
    void read_snapshot();
    void read_encoding();
    void read_table(int table, const Node& section);
    void read_attribute(int table, const std::string& id, const Node& section);
    void read_scalar(AttributeMapping entry, FieldReader& fields);
    void read_list(AttributeMapping entry, FieldReader& fields);
    void read_column(AttributeMapping& entry, FieldReader& fields);
    void read_mode(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields);
    void read_unmentioned(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields);
    void read_format(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields);
    void read_partial(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields);
    void read_encoding(AttributeMapping& entry, FieldReader& fields);
    void read_blank(AttributeMapping& entry, const Attribute& attribute, FieldReader& fields);
    bool read_blank_word(AttributeMapping& entry, const Attribute& attribute, const std::string& word);
    void refuse_key(FieldReader& fields, std::string_view key, const Attribute& attribute);
    const Scale* scale_of(const Attribute& attribute) const;

    const Node& document_;
    Mapping mapping_;
    Diagnostics diagnostics_;
};

}  // namespace cadre
