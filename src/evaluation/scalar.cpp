#include <cadre/evaluation/scalar.hpp>

#include "evaluation/reason_text.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace cadre {
namespace {

constexpr std::string_view record_table = "cadres";

// ---- the types of names that the schema does not have ----

[[noreturn]] void refuse(MessageId id, std::string name) {
    throw Error(ErrorCode::invalid_argument, Message{id, {std::move(name)}});
}

struct TypeNameOf {
    const std::string& name;

    std::string operator()(bool) const { return "boolean"; }
    std::string operator()(std::int64_t) const { return "integer"; }
    std::string operator()(double) const { return "decimal"; }
    std::string operator()(const std::string&) const { return "text"; }
    std::string operator()(const Date&) const { return "date"; }
    std::string operator()(const PartialDate&) const { return "date"; }
    std::string operator()(Duration d) const { return d.unit == Duration::Unit::months ? "months" : "days"; }
    std::string operator()(const ListValue&) const { return "list"; }
    std::string operator()(Ongoing) const { return "date"; }
    std::string operator()(Missing) const { refuse(MessageId::scalar_type_unknown, name); }
    std::string operator()(None) const { refuse(MessageId::scalar_type_unknown, name); }
};

std::string type_name_of(const std::string& name, const Value& value) {
    return std::visit(TypeNameOf{name}, static_cast<const Value::variant&>(value));
}

bool is_missing(const Value& value) {
    return std::holds_alternative<Missing>(value);
}

std::string element_type_of(const std::string& name, const ListValue& list) {
    for (const Record& record : list.records) {
        const bool is_scalar = record.size() == 1 && record[0].first == "item";
        if (!is_scalar) refuse(MessageId::scalar_list_of_records, name);
        if (!is_missing(record[0].second)) return type_name_of(name, record[0].second);
    }
    refuse(MessageId::scalar_type_unknown, name);
}

Node text_node(std::string text) {
    return Node(Node::Value(std::move(text)));
}

Node declaration(const std::string& name, const Value& value) {
    Node::Members members{{"table", text_node(std::string(record_table))},
                          {"id", text_node(name)},
                          {"type", text_node(type_name_of(name, value))}};
    if (const auto* list = std::get_if<ListValue>(&value)) {
        members.emplace_back("of", text_node(element_type_of(name, *list)));
    }
    if (std::holds_alternative<Ongoing>(value)) members.emplace_back("ongoing", Node(Node::Value(true)));
    return Node(std::move(members));
}

std::shared_ptr<const Schema> schema_for(const Record& values) {
    std::shared_ptr<const Schema> schema = load_vocabulary();
    const Table& table = schema->table(*schema->find_table(record_table));
    Node::Array added;
    for (const auto& [name, value] : values) {
        if (!table.find(name)) added.push_back(declaration(name, value));
    }
    if (added.empty()) return schema;
    Diagnostics diagnostics;
    auto extended = std::make_shared<const Schema>(schema->extended(Node(std::move(added)), diagnostics));
    if (has_errors(diagnostics)) throw Error(ErrorCode::invalid_argument, std::move(diagnostics));
    return extended;
}

// ---- from sets of possible values to one value ----

class ValueReading {
public:
    explicit ValueReading(const ReferenceEvaluator& evaluator) : evaluator_(evaluator) {}

    /// The one value that is possible, or nothing.
    std::optional<Value> read(const Type& type, const AbstractValue& value) const {
        if (const auto* verdict = std::get_if<Verdict>(&value)) {
            if (*verdict == Verdict::undetermined) return std::nullopt;
            return Value(*verdict == Verdict::met);
        }
        if (const auto* decimal = std::get_if<PossibleDecimal>(&value)) return read_decimal(*decimal);
        if (const auto* integer = std::get_if<PossibleInteger>(&value)) return read_integer(type, *integer);
        if (const auto* list = std::get_if<PossibleList>(&value)) return read_list(*type.element, *list);
        return std::nullopt;
    }

private:
    static std::optional<Value> read_decimal(const PossibleDecimal& value) {
        if (value == PossibleDecimal::none()) return Value(None{});
        if (!value.is_single()) return std::nullopt;
        return Value(value.lo);
    }

    std::optional<Value> read_integer(const Type& type, const PossibleInteger& value) const {
        if (value == PossibleInteger::none()) return Value(None{});
        if (!value.is_single()) return std::nullopt;
        switch (type.kind) {
            case TypeKind::date: return read_day(value.lo);
            case TypeKind::months: return Value(Duration{Duration::Unit::months, value.lo});
            case TypeKind::days: return Value(Duration{Duration::Unit::days, value.lo});
            case TypeKind::text: return Value(std::string(evaluator_.texts().text(value.lo)));
            case TypeKind::level: return read_level(evaluator_.binding().schema().scale(type.domain), value.lo);
            default: return Value(value.lo);
        }
    }

    static std::optional<Value> read_day(std::int64_t day) {
        if (day == ongoing_day) return Value(Ongoing{});
        if (day < first_day || day > last_day) return std::nullopt;
        return Value(date_of(static_cast<DayNumber>(day)));
    }

    static std::optional<Value> read_level(const Scale& scale, std::int64_t rank) {
        const auto at =
            std::find_if(scale.codes.begin(), scale.codes.end(), [rank](const Code& c) { return c.rank == rank; });
        if (at == scale.codes.end()) return std::nullopt;
        return Value(at->id);
    }

    std::optional<Value> read_list(const Type& element, const PossibleList& list) const {
        if (list.unknown || list.open || list.may_be_undefined) return std::nullopt;
        ListValue members;
        for (const Member& member : list.members) {
            auto value = read(element, member.value);
            if (!value || !member.certain || member.anywhere) return std::nullopt;
            members.records.push_back({{"item", std::move(*value)}});
        }
        return Value(std::move(members));
    }

    const ReferenceEvaluator& evaluator_;
};

bool is_row(const Type& type) {
    return type.kind == TypeKind::record || type.kind == TypeKind::reference;
}

void refuse_rows(const Type& type) {
    const bool of_rows = type.kind == TypeKind::list && is_row(*type.element);
    if (is_row(type) || of_rows) {
        throw Error(ErrorCode::invalid_rule, Message{MessageId::scalar_result_is_row, {}});
    }
}

std::string name_of(const CellIndex& cell, const Schema& schema) {
    const std::string& attribute = schema.attribute(cell.table, cell.attribute).id;
    const std::string& table = schema.table(cell.table).id;
    return table == record_table ? attribute : table + "." + attribute;
}

void add_gaps(const Gaps& gaps, const Schema& schema, ScalarResult& result) {
    for (const CellIndex& cell : gaps.missing) {
        std::string name = name_of(cell, schema);
        if (std::find(result.missing.begin(), result.missing.end(), name) == result.missing.end()) {
            result.missing.push_back(std::move(name));
        }
    }
    for (const Reason reason : gaps.reasons) result.reasons.push_back({reason_text(reason), {}});
}

}  // namespace

ScalarResult evaluate_record(std::string_view expression, const Record& values, const EvaluationOptions& options) {
    if (options.as_of.is_special()) throw Error(ErrorCode::invalid_argument, Message{MessageId::as_of_not_set, {}});
    const auto schema = schema_for(values);
    const int table = *schema->find_table(record_table);
    RosterBuilder builder(schema);
    builder.add(record_table, values);
    const Roster roster = builder.build();

    const ExpressionPtr checked = parse_expression(expression, *schema, table);
    refuse_rows(checked->type);
    const DayNumber as_of = day_number(options.as_of);
    const DayNumber law_as_of = options.law_as_of ? day_number(*options.law_as_of) : as_of;
    ReferenceEvaluator evaluator(*schema, roster, as_of, law_as_of, options.strict_snapshot);
    Gaps gaps;
    evaluator.note_gaps(&gaps);
    evaluator.judge_row(0);

    ScalarResult result;
    result.type = checked->type;
    result.value = ValueReading(evaluator).read(checked->type, evaluator.evaluate(*checked));
    if (!result.value) add_gaps(gaps, *schema, result);
    return result;
}

}  // namespace cadre
