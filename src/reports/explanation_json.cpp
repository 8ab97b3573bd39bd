#include <cadre/reports/explanation_document.hpp>

#include <cadre/vocabulary/date.hpp>

#include <nlohmann/json.hpp>

namespace cadre {
namespace {

using Json = nlohmann::ordered_json;

Json both(const LocalizedText& text) {
    return {{"vi", text.vi}, {"en", text.en}};
}

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return "met";
        case Verdict::not_met: return "not_met";
        default: return "undetermined";
    }
}

std::string_view name_of(ExplanationNode::Kind kind) {
    using Kind = ExplanationNode::Kind;
    switch (kind) {
        case Kind::criterion: return "criterion";
        case Kind::definition: return "definition";
        case Kind::all_of: return "all_of";
        case Kind::any_of: return "any_of";
        case Kind::negation: return "negation";
        case Kind::conditional: return "conditional";
        case Kind::condition: return "condition";
        case Kind::member: return "member";
    }
    return "condition";
}

Json json_of(const Citation& citation) {
    return {{"document", citation.document},
            {"clause", citation.clause},
            {"mark", citation.mark == VerificationMark::summary ? "summary" : "text"}};
}

Json json_of(const MissingField& field) {
    return {{"table", field.table},
            {"row", field.row},
            {"attribute", field.attribute},
            {"meaning", both(field.meaning)},
            {"partial", field.partial}};
}

Json json_of(const SeenValue& input) {
    return {{"what", both(input.what)}, {"value", both(input.value)}};
}

Json json_of(const ExplanationNode& node);
Json json_of(const LocalizedText& text) {
    return both(text);
}

template <class Item>
void add_list(Json& json, const char* name, const std::vector<Item>& items) {
    if (items.empty()) return;
    Json& list = json[name] = Json::array();
    for (const Item& item : items) list.push_back(json_of(item));
}

Json json_of(const ExplanationNode& node) {
    Json json{{"kind", name_of(node.kind)}, {"verdict", name_of(node.verdict)}, {"label", both(node.label)}};
    if (!node.rule.empty()) json["rule"] = node.rule;
    if (!node.name.empty()) json["name"] = node.name;
    if (node.seen) json["seen"] = both(*node.seen);
    if (node.needed) json["needed"] = both(*node.needed);
    if (node.gap) json["gap"] = both(*node.gap);
    if (!node.citation.empty()) json["citation"] = json_of(node.citation);
    add_list(json, "inputs", node.inputs);
    add_list(json, "missing", node.missing);
    add_list(json, "reasons", node.reasons);
    add_list(json, "children", node.children);
    if (node.unlisted > 0) json["unlisted"] = node.unlisted;
    return json;
}

}  // namespace

std::string explanation_json(const Explanation& explanation) {
    Json json{{"criterion", explanation.criterion},
              {"table", explanation.table},
              {"row", explanation.row},
              {"as_of", to_iso(explanation.as_of)},
              {"law_as_of", to_iso(explanation.law_as_of)}};
    if (explanation.snapshot) json["snapshot"] = to_iso(*explanation.snapshot);
    json["verdict"] = name_of(explanation.verdict());
    json["root"] = json_of(explanation.root);
    // Texts of a pack may not be UTF-8 in part; what is not is replaced, never an error.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace cadre
