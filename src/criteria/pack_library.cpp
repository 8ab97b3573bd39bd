#include "criteria/pack_library.hpp"

#include "schema/embedded.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace cadre::criteria {
namespace {

constexpr std::size_t size_limit = 16U << 20U;  // the document parser's own limit

std::string folder_of(const std::string& source) {
    return std::filesystem::path(source).parent_path().string();
}

[[noreturn]] void throw_not_found(const std::string& name) {
    const bool is_path = name.find_first_of("/\\.") != std::string::npos;
    if (is_path) throw Error(ErrorCode::not_found, Message{texts::file_unreadable, {name}});
    Diagnostic finding{Severity::error, {}, {texts::unknown_pack, {name}}, suggestion(name, shipped_packs())};
    throw Error(ErrorCode::not_found, Diagnostics{std::move(finding)});
}

}  // namespace

PackText find_pack(std::string_view id_or_path, const std::string& folder) {
    const std::string name(id_or_path);
    if (const auto shipped = embedded::find("pack", name)) return {std::string(*shipped), name + ".toml"};
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure)) throw_not_found(name);
    if (std::filesystem::file_size(path, failure) > size_limit) {
        throw Error(ErrorCode::invalid_rule, Message{texts::document_too_large, {std::int64_t{size_limit >> 20U}}});
    }
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) throw_not_found(name);
    return {std::move(text), path.string()};
}

bool PackLibrary::collect(PackText pack) {
    add(std::move(pack), {});
    return !documents_.empty();
}

std::string PackLibrary::add(PackText pack, const Place& used_at) {
    auto document = read_pack_document(std::move(pack.text), pack.source, diagnostics_);
    if (!document) return {};
    if (std::find(chain_.begin(), chain_.end(), document->id) != chain_.end()) {
        diagnostics_.push_back({Severity::error, used_at, {texts::pack_uses_itself, {document->id}}, {}});
        return {};
    }
    if (is_collected(document->id)) return document->id;
    entries_ += count_entries(document->root);
    if (entries_ > most_pack_entries) {
        const Place start{document->text->source(), 1, 1};
        diagnostics_.push_back({Severity::error,
                                documents_.empty() ? start : used_at,
                                {texts::pack_too_many_entries, {static_cast<std::int64_t>(most_pack_entries)}},
                                Message{texts::hint_pack_too_many_entries, {}}});
        return {};
    }
    documents_.push_back(std::move(*document));
    PackDocument& added = documents_.back();
    chain_.push_back(added.id);
    collect_used(added);
    chain_.pop_back();
    return added.id;
}

void PackLibrary::collect_used(PackDocument& user) {
    for (const std::string& name : user.uses) {
        try {
            user.used_ids.push_back(add(find_pack(name, folder_of(user.text->source())), user.uses_place));
        } catch (const Error& error) {
            for (Diagnostic finding : error.diagnostics()) {
                finding.place = user.uses_place;
                diagnostics_.push_back(std::move(finding));
            }
        }
    }
}

bool PackLibrary::is_collected(const std::string& id) const {
    return std::any_of(documents_.begin(), documents_.end(), [&](const PackDocument& known) { return known.id == id; });
}

}  // namespace cadre::criteria
