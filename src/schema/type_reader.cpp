// The types of attributes.

#include "schema/schema_reader.hpp"

#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace cadre {
namespace {

struct TypeName {
    std::string_view name;
    TypeKind kind;
};

constexpr std::array<TypeName, 10> type_names{{
    {"boolean", TypeKind::boolean},
    {"integer", TypeKind::integer},
    {"decimal", TypeKind::decimal},
    {"text", TypeKind::text},
    {"date", TypeKind::date},
    {"months", TypeKind::months},
    {"days", TypeKind::days},
    {"level", TypeKind::level},
    {"reference", TypeKind::reference},
    {"list", TypeKind::list},
}};

std::optional<TypeKind> kind_of(std::string_view name) {
    for (const TypeName& type : type_names) {
        if (type.name == name) return type.kind;
    }
    return std::nullopt;
}

}  // namespace

void report_too_deep(const Place& place, const std::string& owner, FieldReader& fields) {
    fields.report(place, {texts::lists_too_deep, {owner, std::int64_t{most_list_levels}}},
                  Message{texts::hint_lists_too_deep, {}});
}

std::optional<Type> SchemaReader::read_type(int table, const std::string& attribute, FieldReader& fields, bool added) {
    const std::string name = fields.text("type");
    const auto of = fields.optional_text("of");
    if (name.empty()) return std::nullopt;
    const auto kind = kind_of(name);
    if (!kind) {
        std::vector<std::string> known;
        for (const TypeName& type : type_names) known.emplace_back(type.name);
        fields.report(fields.place("type"), {texts::unknown_attribute_type, {name}}, suggestion(name, known));
        return std::nullopt;
    }
    if (*kind == TypeKind::list) return list_type(table, attribute, of, fields, added);
    return scalar_type(*kind, of, fields);
}

std::optional<Type> SchemaReader::scalar_type(TypeKind kind, const std::optional<std::string>& of,
                                              FieldReader& fields) {
    if (kind == TypeKind::level || kind == TypeKind::text || kind == TypeKind::reference) {
        if (!of) {
            if (kind == TypeKind::text) return Type{kind};
            fields.report(fields.node().place(), {texts::missing_key, {std::string("of")}});
            return std::nullopt;
        }
        if (kind == TypeKind::reference) {
            return reference_type(*of, fields);
        }
        const bool ordered = kind == TypeKind::level;
        const auto scale = schema_.find_scale(*of);
        if (scale && schema_.scale(*scale).ordered == ordered) return Type{kind, *scale, nullptr};
        fields.report(fields.place("of"), {ordered ? texts::unknown_scale : texts::unknown_nominal, {*of}},
                      suggestion(*of, scale_names(ordered)));
        return std::nullopt;
    }
    if (of) {
        const auto name =
            std::find_if(type_names.begin(), type_names.end(), [&](const TypeName& type) { return type.kind == kind; });
        fields.report(fields.place("of"), {texts::of_not_used, {std::string(name->name)}});
    }
    return Type{kind};
}

/// Members move when their lists are put in order, so that no reference may name them.
std::optional<Type> SchemaReader::reference_type(const std::string& of, FieldReader& fields) {
    const auto target = schema_.find_table(of);
    if (!target) {
        fields.report(fields.place("of"), {texts::unknown_table, {of}}, suggestion(of, table_names()));
    } else if (list_levels(of) > 0) {
        fields.report(fields.place("of"), {texts::reference_to_members, {of}});
    } else {
        return Type{TypeKind::reference, *target, nullptr};
    }
    return std::nullopt;
}

std::optional<Type> SchemaReader::list_type(int table, const std::string& attribute,
                                            const std::optional<std::string>& of, FieldReader& fields, bool added) {
    const std::string& owner = schema_.table(table).id;
    if (list_levels(owner) >= most_list_levels) {
        report_too_deep(fields.place("type"), owner, fields);
        return std::nullopt;
    }
    const std::string child = owner + '.' + attribute;
    if (of && schema_.find_table(child)) {
        fields.report(fields.place("of"), {texts::duplicate_id, {child}});
        return std::nullopt;
    }
    if (of) {
        if (auto element = element_type(*of)) return Type::list_of(std::move(*element));
        std::vector<std::string> known = scale_names(true);
        for (std::string& name : scale_names(false)) known.push_back(std::move(name));
        for (const TypeName& type : type_names) known.emplace_back(type.name);
        fields.report(fields.place("of"), {texts::unknown_list_element, {attribute, *of}}, suggestion(*of, known));
        return std::nullopt;
    }
    if (!added && !schema_.find_table(child)) {
        fields.report(fields.node().place(), {texts::list_without_members, {attribute, child}});
        return std::nullopt;
    }
    return Type::list_of({TypeKind::record});
}

std::optional<Type> SchemaReader::element_type(const std::string& of) const {
    if (const auto scale = schema_.find_scale(of)) {
        return Type{schema_.scale(*scale).ordered ? TypeKind::level : TypeKind::text, *scale, nullptr};
    }
    const auto kind = kind_of(of);
    if (!kind || *kind == TypeKind::level || *kind == TypeKind::reference || *kind == TypeKind::list)
        return std::nullopt;
    return Type{*kind};
}

}  // namespace cadre
