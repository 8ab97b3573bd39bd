#include "criteria/parameter_value.hpp"

#include "criteria/expression_reader.hpp"
#include "criteria/parser.hpp"
#include "criteria/typing.hpp"
#include "schema/field_reader.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/spelling_matcher.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cadre::criteria {
namespace {

bool is_constant(const Expression& value) {
    if (value.operation == Operation::literal) return true;
    return value.operation == Operation::list &&
           std::all_of(value.children.begin(), value.children.end(), [](const ExpressionPtr& member) {
               return is_constant(*member) && member->operation == Operation::literal;
           });
}

/// Integers among decimals are written as decimals at once: a parameter holds constants only.
ExpressionPtr without_conversions(const ExpressionPtr& value) {
    if (value->operation == Operation::to_decimal) return as_decimals(value->children[0]);
    if (value->operation != Operation::list) return value;
    std::vector<ExpressionPtr> members;
    for (const ExpressionPtr& member : value->children) members.push_back(without_conversions(member));
    return make_node(Operation::list, value->type, std::move(members), value->offset);
}

/// Texts that begin so are meant as expressions: mistakes in them are reported, not taken as text.
bool must_be_expression(const std::string& text) {
    return text.starts_with('@') || text.starts_with('"') || text.starts_with('[');
}

class ValueReader {
public:
    ValueReader(const std::shared_ptr<const DocumentText>& document, const Schema& schema, Diagnostics& diagnostics)
        : document_(document), schema_(schema), diagnostics_(diagnostics) {}

    ExpressionPtr read(const Node& value) {
        if (const auto* array = value.get_if<Node::Array>()) return list(*array, value);
        return scalar(value);
    }

private:
    ExpressionPtr fail(const Node& value) {
        diagnostics_.push_back({Severity::error,
                                value.place(),
                                {texts::wrong_value_kind, {std::string("value"), words(texts::kind_literal)}},
                                Message{texts::hint_parameter_value, {}}});
        return nullptr;
    }

    ExpressionPtr scalar(const Node& value) {
        if (const auto* text = value.get_if<std::string>()) return from_text(*text, value);
        if (const auto* flag = value.get_if<bool>()) return make_literal({TypeKind::boolean}, *flag, 0);
        if (const auto* whole = value.get_if<std::int64_t>()) return make_literal({TypeKind::integer}, *whole, 0);
        if (const auto* number = value.get_if<double>(); number && std::isfinite(*number)) {
            return make_literal({TypeKind::decimal}, *number, 0);
        }
        if (const auto* date = value.get_if<CivilDate>()) {
            const auto day = make_day(date->year, date->month, date->day);
            if (day) return make_literal({TypeKind::date}, std::int64_t{*day}, 0);
        }
        return fail(value);
    }

    ExpressionPtr from_text(const std::string& text, const Node& value) {
        Diagnostics found;
        Findings findings(TextOrigin(text, value.place(), document_), found);
        NamedDepths depths;
        // A pack's parameter is the same for every table, so no name has a meaning here.
        const SyntaxPtr syntax = parse_syntax(findings);
        ExpressionPtr read;
        if (syntax && !speaks_of_rows(*syntax)) read = check_syntax(*syntax, {schema_, {}, 0, depths}, findings);
        if (read) read = without_conversions(read);
        if (read && is_constant(*read)) return read;
        if (!must_be_expression(text)) return make_literal({TypeKind::text}, normalized_text(text).value_or(text), 0);
        if (!has_errors(found)) return fail(value);
        diagnostics_.insert(diagnostics_.end(), found.begin(), found.end());
        return nullptr;
    }

    static bool speaks_of_rows(const Syntax& syntax) {
        return syntax.kind == SyntaxKind::name ||
               std::any_of(syntax.children.begin(), syntax.children.end(),
                           [](const SyntaxPtr& child) { return speaks_of_rows(*child); });
    }

    ExpressionPtr list(const Node::Array& array, const Node& value) {
        if (array.empty() || array.size() > list_limit) return fail(value);
        std::vector<ExpressionPtr> members;
        for (const Node& item : array) {
            ExpressionPtr member = item.is_array() ? fail(item) : scalar(item);
            if (!member) return nullptr;
            if (member->operation != Operation::literal) return fail(item);
            members.push_back(std::move(member));
        }
        Diagnostics found;
        Findings findings(TextOrigin({}, value.place()), found);
        if (!Typing(schema_, findings).unify_all(members)) {
            diagnostics_.insert(diagnostics_.end(), found.begin(), found.end());
            return nullptr;
        }
        Type type = Type::list_of(members.front()->type);
        return without_conversions(make_node(Operation::list, std::move(type), std::move(members), 0));
    }

    const std::shared_ptr<const DocumentText>& document_;
    const Schema& schema_;
    Diagnostics& diagnostics_;
};

}  // namespace

ExpressionPtr read_parameter_value(const Node& value, const std::shared_ptr<const DocumentText>& document,
                                   const Schema& schema, Diagnostics& diagnostics) {
    return ValueReader(document, schema, diagnostics).read(value);
}

ExpressionPtr as_decimals(const ExpressionPtr& value) {
    if (value->operation == Operation::list) {
        std::vector<ExpressionPtr> members;
        for (const ExpressionPtr& member : value->children) members.push_back(as_decimals(member));
        return make_node(Operation::list, Type::list_of({TypeKind::decimal}), std::move(members), value->offset);
    }
    if (value->type.kind != TypeKind::integer) return value;
    const auto whole = std::get<std::int64_t>(value->constant);
    return make_literal({TypeKind::decimal}, static_cast<double>(whole), value->offset);
}

}  // namespace cadre::criteria
