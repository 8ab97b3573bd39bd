#include "criteria/function_catalogue.hpp"
#include "criteria/syntax_parser.hpp"

#include <cadre/messages/texts/criteria.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>

namespace cadre::criteria {
namespace {

std::optional<std::size_t> position_of(const CatalogueEntry& entry, const std::string& name) {
    const auto found = std::find_if(entry.parameters.begin(), entry.parameters.end(),
                                    [&](const FormalArgument& parameter) { return parameter.name == name; });
    if (found == entry.parameters.end()) return std::nullopt;
    return static_cast<std::size_t>(found - entry.parameters.begin());
}

/// The places of the arguments among the entry's parameters; empty when they do not fill its first ones.
std::vector<std::size_t> places_in(const CatalogueEntry& entry, const std::vector<ArgumentName>& names) {
    std::vector<std::size_t> places;
    for (const ArgumentName& name : names) {
        const auto place = position_of(entry, name.text);
        if (!place || *place >= names.size()) return {};
        if (std::find(places.begin(), places.end(), *place) != places.end()) return {};
        places.push_back(*place);
    }
    return entry.takes(names.size()) ? places : std::vector<std::size_t>{};
}

}  // namespace

SyntaxPtr SyntaxParser::call() {
    const std::size_t offset = here();
    SyntaxPtr node = make(SyntaxKind::call, offset);
    node->text = tokens_.take().text;
    tokens_.take();
    if (tokens_.take_if(TokenKind::right_parenthesis)) return node;
    std::vector<ArgumentName> names;
    do {
        names.push_back(argument_name());
        if (names.back().text.empty() != names.front().text.empty()) {
            tokens_.fail(names.back().offset, {texts::mixed_arguments, {}});
        }
        adopt(*node, expression());
        limit_list(node->children.size(), offset);
    } while (tokens_.take_if(TokenKind::comma));
    tokens_.expect(TokenKind::right_parenthesis, ")");
    if (!names.front().text.empty()) order_arguments(*node, names);
    return node;
}

ArgumentName SyntaxParser::argument_name() {
    ArgumentName name{{}, here()};
    std::size_t words = 0;
    while (tokens_.ahead(words).is_word()) ++words;
    if (words == 0 || tokens_.ahead(words).kind != TokenKind::colon) return name;
    for (; words > 0; --words) name.text += (name.text.empty() ? "" : " ") + tokens_.take().text;
    tokens_.take();
    return name;
}

void SyntaxParser::order_arguments(Syntax& call, const std::vector<ArgumentName>& names) {
    const auto entries = find_function(call.text);
    // That there is no such function, the checker says.
    if (entries.empty() || entries.front().most_arguments == 0) return;
    for (const CatalogueEntry& entry : entries) {
        const std::vector<std::size_t> places = places_in(entry, names);
        if (places.empty()) continue;
        std::vector<SyntaxPtr> ordered(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) ordered[places[i]] = std::move(call.children[i]);
        call.children = std::move(ordered);
        return;
    }
    fail_named(call, names);
}

void SyntaxParser::fail_named(const Syntax& call, const std::vector<ArgumentName>& names) {
    std::vector<std::string> known;
    for (const CatalogueEntry& entry : find_function(call.text)) {
        for (const FormalArgument& parameter : entry.parameters) {
            if (!parameter.name.empty()) known.emplace_back(parameter.name);
        }
    }
    for (const ArgumentName& name : names) {
        if (std::find(known.begin(), known.end(), name.text) != known.end()) continue;
        tokens_.fail(name.offset, {texts::unknown_argument, {call.text, name.text}}, suggestion(name.text, known));
    }
    tokens_.fail(call.offset, {texts::arguments_incomplete, {call.text}});
}

}  // namespace cadre::criteria
