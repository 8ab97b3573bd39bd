#include <cadre/schema/schema.hpp>

#include "schema/embedded.hpp"
#include "schema/schema_reader.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/document.hpp>
#include <cadre/schema/suggestion.hpp>

#include <map>
#include <mutex>

namespace cadre {
namespace {

template <class Items>
std::optional<int> position(const Items& items, std::string_view id) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].id == id) return static_cast<int>(i);
    }
    return std::nullopt;
}

/// Shipped vocabularies never change, so that keeping them is no state that a caller could notice.
std::shared_ptr<const Schema> shipped(const std::string& id, std::string_view text) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Schema>> parsed;
    const std::lock_guard lock(mutex);
    auto& schema = parsed[id];
    if (!schema) {
        schema = std::make_shared<const Schema>(Schema::from_document(parse_document(text, id + ".toml")));
    }
    return schema;
}

}  // namespace

std::optional<int> Table::find(std::string_view attribute) const {
    return position(attributes, attribute);
}

std::optional<int> Schema::find_table(std::string_view id) const {
    return position(tables_, id);
}

std::optional<int> Schema::find_scale(std::string_view id) const {
    return position(scales_, id);
}

Schema Schema::from_document(const Node& document) {
    Diagnostics diagnostics;
    SchemaReader reader({}, diagnostics);
    reader.read_document(document);
    if (has_errors(diagnostics)) throw Error(ErrorCode::invalid_document, std::move(diagnostics));
    return std::move(reader).finish();
}

Schema Schema::extended(const Node& attributes, Diagnostics& diagnostics) const {
    SchemaReader reader(*this, diagnostics);
    reader.read_added_attributes(attributes);
    return std::move(reader).finish();
}

std::shared_ptr<const Schema> load_vocabulary(std::string_view id_or_path) {
    const std::string name(id_or_path);
    if (const auto text = embedded::find("vocabulary", name)) return shipped(name, *text);
    if (name.find_first_of("/\\.") != std::string::npos) {
        return std::make_shared<const Schema>(Schema::from_document(load_document(name)));
    }
    std::vector<std::string> known;
    for (const std::string_view id : embedded::ids("vocabulary")) known.emplace_back(id);
    Diagnostic finding{Severity::error, {}, {texts::unknown_vocabulary, {name}}, suggestion(name, known)};
    throw Error(ErrorCode::not_found, Diagnostics{std::move(finding)});
}

}  // namespace cadre
