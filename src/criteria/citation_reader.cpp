#include "criteria/citation_reader.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <optional>

namespace cadre::criteria {
namespace {

Citation from_text(const std::string& text, const PackSource& source) {
    constexpr std::string_view separator = ", ";
    const std::size_t comma = text.find(separator);
    if (comma == std::string::npos) return {source.document, text};
    return {text.substr(0, comma), text.substr(comma + separator.size())};
}

Citation from_table(const Node& node, const PackSource& source, FieldReader& fields) {
    Citation citation{source.document, {}};
    const auto* members = node.get_if<Node::Members>();
    for (const auto& [key, value] : *members) {
        const auto* text = value.get_if<std::string>();
        std::string* const target = key == "document" ? &citation.document
                                    : key == "clause" ? &citation.clause
                                                      : nullptr;
        if (!target) {
            fields.report(value.place(), {texts::unknown_key, {key}}, suggestion(key, {"document", "clause"}));
        } else if (!text) {
            fields.report(value.place(), {texts::wrong_value_kind, {key, words(texts::kind_text)}});
        } else {
            *target = *text;
        }
    }
    return citation;
}

std::optional<VerificationMark> read_mark(FieldReader& fields) {
    const auto mark = fields.optional_text("mark");
    if (!mark) return std::nullopt;
    if (*mark == "text") return VerificationMark::text;
    if (*mark == "summary") return VerificationMark::summary;
    fields.report(fields.place("mark"), {texts::unknown_mark, {*mark}}, suggestion(*mark, {"text", "summary"}));
    return std::nullopt;
}

}  // namespace

Citation read_citation(FieldReader& fields, const PackSource& source, const std::string& id,
                       const Citation* inherited) {
    Citation citation;
    const Node* cite = fields.node().find("cite");
    if (!cite && inherited) {
        citation = *inherited;
    } else if (cite && cite->is_table()) {
        citation = from_table(*cite, source, fields);
    } else if (const auto text = fields.optional_text("cite")) {
        citation = from_text(*text, source);
    } else if (cite) {
        read_mark(fields);
        return citation;  // of a wrong kind or empty, which is reported
    }
    if (citation.document.empty()) {
        const MessageId problem = cite ? texts::citation_without_document : texts::missing_citation;
        fields.report(fields.place("cite"), {problem, {id}}, Message{texts::hint_citation, {}});
    }
    citation.mark = read_mark(fields).value_or(inherited ? inherited->mark : VerificationMark::text);
    return citation;
}

}  // namespace cadre::criteria
