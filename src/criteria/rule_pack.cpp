#include <cadre/criteria/rule_pack.hpp>

#include "criteria/expression_reader.hpp"
#include "criteria/pack_contents.hpp"
#include "criteria/pack_reader.hpp"
#include "schema/embedded.hpp"

#include <algorithm>

namespace cadre {

const std::string& Pack::id() const {
    return contents_->id;
}
const LocalizedText& Pack::title() const {
    return contents_->title;
}
const PackSource& Pack::source() const {
    return contents_->source;
}
const std::shared_ptr<const Schema>& Pack::schema() const {
    return contents_->schema;
}
const std::vector<std::shared_ptr<const Parameter>>& Pack::parameters() const {
    return contents_->parameters;
}
const std::vector<Definition>& Pack::definitions() const {
    return contents_->definitions;
}
const std::vector<Criterion>& Pack::criteria() const {
    return contents_->criteria;
}
const std::vector<PackDigest>& Pack::digests() const {
    return contents_->digests;
}
const Diagnostics& Pack::warnings() const {
    return contents_->warnings;
}

const Criterion* Pack::find_criterion(std::string_view id) const {
    const auto& all = contents_->criteria;
    const auto found = std::find_if(all.begin(), all.end(), [id](const Criterion& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<Node>& Pack::sections(std::string_view name) const {
    static const std::vector<Node> none;
    const auto found = contents_->sections.find(name);
    return found == contents_->sections.end() ? none : found->second;
}

ExpressionPtr Pack::parse(std::string_view text, int table, const Place& place, Diagnostics& diagnostics) const {
    const bool in_document = place.source == contents_->text->source();
    criteria::TextOrigin origin =
        in_document ? criteria::TextOrigin(text, place, contents_->text) : criteria::TextOrigin(text, place);
    criteria::Findings findings(std::move(origin), diagnostics);
    criteria::NamedDepths depths;
    return criteria::read_expression({*contents_->schema, contents_->names, table, depths}, findings);
}

Pack load_pack(std::string_view id_or_path) {
    return PackReader::read(criteria::find_pack(id_or_path, {}));
}

Pack parse_pack(std::string_view text, std::string source) {
    return PackReader::read({std::string(text), std::move(source)});
}

std::vector<std::string> shipped_packs() {
    std::vector<std::string> packs;
    for (const std::string_view id : embedded::ids("pack")) packs.emplace_back(id);
    return packs;
}

}  // namespace cadre
