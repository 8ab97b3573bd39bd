#include "criteria/parameter_reader.hpp"

#include "criteria/citation_reader.hpp"
#include "criteria/parameter_value.hpp"
#include "criteria/typing.hpp"
#include "criteria/version_chain.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>

#include <algorithm>
#include <utility>

namespace cadre::criteria {
namespace {

struct PlacedVersion {
    ParameterVersion version;
    Place place;
};

class ParameterReader {
public:
    ParameterReader(const std::string& id, const PackDocument& pack, const Schema& schema, Diagnostics& diagnostics)
        : id_(id), pack_(pack), schema_(schema), diagnostics_(diagnostics) {}

    std::shared_ptr<const Parameter> read(FieldReader& fields) {
        const std::size_t errors = diagnostics_.size();
        fields.allow_only({"id", "value", "values", "cite", "mark", "from", "to", "overrides"});
        if (fields.node().find("values")) {
            read_versions(fields);
        } else {
            read_version(fields, nullptr);
        }
        if (diagnostics_.size() > errors || versions_.empty()) return nullptr;
        return finish();
    }

private:
    void report(const Place& place, Message message, std::optional<Message> hint = std::nullopt) {
        diagnostics_.push_back({Severity::error, place, std::move(message), std::move(hint)});
    }

    void read_versions(FieldReader& fields) {
        for (const std::string_view key : {"value", "from", "to"}) {
            if (!fields.node().find(key)) continue;
            report(fields.place(key), {texts::value_beside_values, {std::string(key)}},
                   Message{texts::hint_value_beside_values, {}});
        }
        std::optional<Citation> shared;
        if (fields.node().find("cite")) shared = read_citation(fields, pack_.source, id_);
        const Node::Array& nodes = fields.tables("values");
        if (nodes.empty()) report(fields.place("values"), {texts::empty_value, {std::string("values")}});
        for (const Node& node : nodes) {
            FieldReader version(node, "values", diagnostics_);
            if (!version.usable()) continue;
            version.allow_only({"from", "to", "value", "cite", "mark"});
            read_version(version, shared ? &*shared : nullptr);
        }
    }

    void read_version(FieldReader& fields, const Citation* inherited) {
        PlacedVersion read{{read_interval(fields), nullptr, {}}, fields.node().place()};
        if (const Node* value = fields.node().find("value")) {
            read.version.value = read_parameter_value(*value, pack_.text, schema_, diagnostics_);
        } else {
            report(read.place, {texts::missing_key, {std::string("value")}});
        }
        read.version.citation = read_citation(fields, pack_.source, id_, inherited);
        if (read.version.value) versions_.push_back(std::move(read));
    }

    std::shared_ptr<const Parameter> finish() {
        std::stable_sort(versions_.begin(), versions_.end(), [](const PlacedVersion& a, const PlacedVersion& b) {
            return starts_before(a.version.in_force, b.version.in_force);
        });
        bool valid = unify_types();
        for (std::size_t i = 1; i < versions_.size(); ++i) {
            valid = follows(versions_[i - 1].version.in_force, versions_[i].version.in_force, id_, versions_[i].place,
                            texts::parameter_gap, diagnostics_) &&
                    valid;
        }
        if (!valid) return nullptr;
        auto parameter = std::make_shared<Parameter>();
        parameter->id = id_;
        parameter->type = versions_.front().version.value->type;
        for (PlacedVersion& placed : versions_) parameter->versions.push_back(std::move(placed.version));
        return parameter;
    }

    static const Type& scalar_type(const Type& type) { return type.kind == TypeKind::list ? *type.element : type; }

    bool unify_types() {
        const bool decimals = std::any_of(versions_.begin(), versions_.end(), [](const PlacedVersion& placed) {
            return scalar_type(placed.version.value->type).kind == TypeKind::decimal;
        });
        for (PlacedVersion& placed : versions_) {
            ExpressionPtr& value = placed.version.value;
            if (decimals && scalar_type(value->type).kind == TypeKind::integer) value = as_decimals(value);
        }
        const Type& first = versions_.front().version.value->type;
        for (const PlacedVersion& placed : versions_) {
            const Type& type = placed.version.value->type;
            if (type == first) continue;
            report(placed.place,
                   {texts::parameter_types_differ, {id_, describe(first, schema_), describe(type, schema_)}});
            return false;
        }
        return true;
    }

    const std::string& id_;
    const PackDocument& pack_;
    const Schema& schema_;
    Diagnostics& diagnostics_;
    std::vector<PlacedVersion> versions_;
};

}  // namespace

std::shared_ptr<const Parameter> read_parameter(FieldReader& fields, const std::string& id, const PackDocument& pack,
                                                const Schema& schema, Diagnostics& diagnostics) {
    return ParameterReader(id, pack, schema, diagnostics).read(fields);
}

}  // namespace cadre::criteria
