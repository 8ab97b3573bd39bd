#include "criteria/checker.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/vocabulary/date.hpp>
#include <cadre/vocabulary/duration.hpp>

#include <charconv>
#include <cmath>

namespace cadre::criteria {

ExpressionPtr Checker::number(const Syntax& syntax, bool negative) {
    const std::string text = (negative ? "-" : "") + syntax.text;
    const char* const end = text.data() + text.size();
    if (text.find_first_of(".eE") == std::string::npos) {
        std::int64_t value = 0;
        if (std::from_chars(text.data(), end, value).ec == std::errc{}) {
            return make_literal({TypeKind::integer}, value, syntax.offset);
        }
        findings_.error(syntax.offset, {texts::integer_out_of_range, {}},
                        Message{texts::hint_integer_out_of_range, {}});
        return nullptr;
    }
    double value = 0;
    if (std::from_chars(text.data(), end, value).ec == std::errc{}) {
        return make_literal({TypeKind::decimal}, value, syntax.offset);
    }
    findings_.error(syntax.offset, {texts::number_out_of_range, {}});
    return nullptr;
}

ExpressionPtr Checker::at_text(const Syntax& syntax) {
    const std::string& text = syntax.text;
    if (text.find_first_of("P") != std::string::npos) return duration_literal(text, syntax.offset);
    return date_literal(text, syntax.offset);
}

ExpressionPtr Checker::date_literal(const std::string& text, std::size_t offset) {
    if (const auto day = parse_iso_date(text)) return make_literal({TypeKind::date}, std::int64_t{*day}, offset);
    if (text.find_first_of("T:") != std::string::npos) {
        findings_.error(offset, {texts::no_times, {}}, Message{texts::hint_date_form, {}});
    } else {
        findings_.error(offset, {texts::invalid_date, {text}}, Message{texts::hint_date_form, {}});
    }
    return nullptr;
}

ExpressionPtr Checker::duration_literal(const std::string& text, std::size_t offset) {
    if (const auto duration = parse_duration(text)) {
        const TypeKind kind = duration->unit == Duration::Unit::months ? TypeKind::months : TypeKind::days;
        return make_literal({kind}, duration->count, offset);
    }
    if (text.find('T') != std::string::npos) {
        findings_.error(offset, {texts::no_times, {}}, Message{texts::hint_duration_form, {}});
    } else {
        findings_.error(offset, {texts::invalid_duration, {text}}, Message{texts::hint_duration_form, {}});
    }
    return nullptr;
}

ExpressionPtr Checker::list(const Syntax& syntax) {
    if (syntax.children.empty()) {
        findings_.error(syntax.offset, {texts::empty_list_untyped, {}}, Message{texts::hint_empty_list, {}});
        return nullptr;
    }
    auto members = arguments(syntax);
    if (!members) return nullptr;
    for (const ExpressionPtr& member : *members) {
        if (is_scalar(member->type) || is_list_of_scalars(member->type)) continue;
        findings_.error(member->offset, {texts::list_member_kind, {describe(member->type, schema_)}});
        return nullptr;
    }
    if (!typing_.unify_all(*members)) return nullptr;
    Type type = Type::list_of(members->front()->type);
    return make_node(Operation::list, std::move(type), std::move(*members), syntax.offset);
}

}  // namespace cadre::criteria
