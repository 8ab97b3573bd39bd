#include "criteria/expression_reader.hpp"

#include "criteria/checker.hpp"
#include "criteria/parser.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>

#include <utility>

namespace cadre {
namespace criteria {

ExpressionPtr check_syntax(const Syntax& syntax, const Setting& setting, Findings& findings) {
    ExpressionPtr checked = Checker(setting.schema, setting.names, setting.table, findings).check_whole(syntax);
    return checked && keeps_limits(*checked, setting.depths, findings) ? checked : nullptr;
}

ExpressionPtr read_expression(const Setting& setting, Findings& findings) {
    const SyntaxPtr syntax = parse_syntax(findings);
    return syntax ? check_syntax(*syntax, setting, findings) : nullptr;
}

}  // namespace criteria

ExpressionPtr parse_expression(std::string_view text, const Schema& schema, int table) {
    if (table < 0 || static_cast<std::size_t>(table) >= schema.tables().size()) {
        throw Error(ErrorCode::invalid_argument, Message{texts::no_table_at_index, {std::int64_t{table}}});
    }
    Diagnostics diagnostics;
    criteria::Findings findings(criteria::TextOrigin(text, Place{{}, 1, 1}), diagnostics);
    criteria::NamedDepths depths;
    ExpressionPtr expression = criteria::read_expression({schema, {}, table, depths}, findings);
    if (!expression) throw Error(ErrorCode::invalid_rule, std::move(diagnostics));
    return expression;
}

}  // namespace cadre
