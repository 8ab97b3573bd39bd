#include <cadre/evaluation/scalar.hpp>

#include "evaluation/reason_text.hpp"
#include "evaluation/reference/reference_evaluator.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/messages/texts/bindings.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

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
    std::string operator()(Missing) const { refuse(texts::scalar_type_unknown, name); }
    std::string operator()(None) const { refuse(texts::scalar_type_unknown, name); }
};

std::string type_name_of(const std::string& name, const Value& value) {
    return std::visit(TypeNameOf{name}, static_cast<const Value::variant&>(value));
}

bool is_missing(const Value& value) {
    return std::holds_alternative<Missing>(value);
}

Node text_node(std::string text) {
    return Node(Node::Value(std::move(text)));
}

/// The type that holds both: decimals hold integers; what else differs, the roster refuses.
std::string common_type(const std::string& a, const std::string& b) {
    return a.empty() || (a == "integer" && b == "decimal") ? b : a;
}

bool is_member_value(const Record& record) {
    return record.size() == 1 && record[0].first == "item";
}

/// What the rows of a table say of one name.
using Cells = std::vector<const Value*>;

/// The type that holds all of them; `path` names them.
std::string type_of(const std::string& path, const Cells& cells) {
    std::string type;
    for (const Value* cell : cells) {
        if (!is_missing(*cell)) type = common_type(type, type_name_of(path, *cell));
    }
    if (type.empty()) refuse(texts::scalar_type_unknown, path);
    return type;
}

/// Declares names of the record call, which only their values tell the types of.
class Declarations {
public:
    /// `path` names the attribute from the record on.
    void add(const std::string& table, const std::string& name, const std::string& path, const Cells& cells) {
        const std::string type = type_of(path, cells);
        if (type == "list") return add_list(table, name, path, cells);
        Node::Members members = head(table, name, type);
        const bool ongoing = std::any_of(cells.begin(), cells.end(),
                                         [](const Value* cell) { return std::holds_alternative<Ongoing>(*cell); });
        if (ongoing) members.emplace_back("ongoing", Node(Node::Value(true)));
        declared_.push_back(Node(std::move(members)));
    }

    Node::Array take() { return std::move(declared_); }

private:
    static Node::Members head(const std::string& table, const std::string& name, std::string type) {
        return {{"table", text_node(table)}, {"id", text_node(name)}, {"type", text_node(std::move(type))}};
    }

    void add_list(const std::string& table, const std::string& name, const std::string& path, const Cells& lists) {
        std::vector<std::pair<std::string, Cells>> fields;
        const bool of_records = collect_fields(lists, fields);
        Node::Members members = head(table, name, "list");
        if (!of_records) {
            members.emplace_back("of", text_node(type_of(path, fields.empty() ? Cells{} : fields[0].second)));
        }
        declared_.push_back(Node(std::move(members)));
        if (!of_records) return;
        for (const auto& [field, cells] : fields) add(table + '.' + name, field, path + '.' + field, cells);
    }

    /// By field, the cells of all members; whether these are records, as the first of them tells.
    static bool collect_fields(const Cells& lists, std::vector<std::pair<std::string, Cells>>& fields) {
        std::optional<bool> of_records;
        for (const Value* cell : lists) {
            const auto* list = std::get_if<ListValue>(cell);
            if (list == nullptr) continue;
            for (const Record& record : list->records) {
                if (!of_records) of_records = !is_member_value(record);
                for (const auto& [field, value] : record) cells_of(fields, field).push_back(&value);
            }
        }
        return of_records.value_or(false);
    }

    static Cells& cells_of(std::vector<std::pair<std::string, Cells>>& fields, const std::string& field) {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&](const auto& known) { return known.first == field; });
        return found != fields.end() ? found->second : fields.emplace_back(field, Cells{}).second;
    }

    Node::Array declared_;
};

std::shared_ptr<const Schema> schema_for(const Record& values) {
    std::shared_ptr<const Schema> schema = load_vocabulary();
    const Table& table = schema->table(*schema->find_table(record_table));
    Declarations declarations;
    for (const auto& [name, value] : values) {
        if (!table.find(name)) declarations.add(std::string(record_table), name, name, {&value});
    }
    Node::Array added = declarations.take();
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
        throw Error(ErrorCode::invalid_rule, Message{texts::scalar_result_is_row, {}});
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
    if (options.as_of.is_special()) throw Error(ErrorCode::invalid_argument, Message{texts::as_of_not_set, {}});
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
