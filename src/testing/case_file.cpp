#include <cadre/testing/case_file.hpp>

#include "schema/embedded.hpp"
#include "testing/case_reader.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/testing.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace cadre {
namespace {

bool is_shipped(std::string_view id) {
    return embedded::find("pack", id).has_value();
}

/// A case file names its pack by a text; in a pack, `pack` is the head.
bool is_case_file(const Node& document) {
    const Node* pack = document.find("pack");
    return pack != nullptr && pack->get_if<std::string>() != nullptr;
}

void throw_errors(Diagnostics diagnostics) {
    if (has_errors(diagnostics)) throw Error(ErrorCode::invalid_rule, std::move(diagnostics));
}

Pack pack_of(FieldReader& fields, const std::string& source) {
    const std::string name = fields.text("pack");
    if (is_shipped(name)) return load_pack(name);
    try {
        return load_pack((std::filesystem::path(source).parent_path() / name).string());
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found) throw;
        Diagnostics findings = error.diagnostics();
        for (Diagnostic& finding : findings) finding.place = fields.place("pack");
        throw Error(ErrorCode::not_found, std::move(findings));
    }
}

CaseFile read_file(const Node& document) {
    const std::string& source = document.place().source;
    Diagnostics diagnostics;
    FieldReader fields(document, "case file", diagnostics);
    fields.allow_only({"pack", "fragment", "case"});
    if (!is_case_file(document)) {
        fields.report(fields.place("pack"), {texts::missing_key, {std::string("pack")}},
                      Message{texts::hint_case_pack, {}});
        throw_errors(std::move(diagnostics));
    }
    CaseFile file{pack_of(fields, source), {}};
    file.cases = CaseReader(file.pack, diagnostics).read(fields.tables("fragment"), fields.tables("case"));
    throw_errors(std::move(diagnostics));
    return file;
}

}  // namespace

std::vector<Case> read_cases(const Pack& pack, Diagnostics& diagnostics) {
    return CaseReader(pack, diagnostics).read(pack.sections("fragment"), pack.sections("case"));
}

std::vector<Case> read_cases(const Pack& pack) {
    Diagnostics diagnostics;
    std::vector<Case> cases = read_cases(pack, diagnostics);
    throw_errors(std::move(diagnostics));
    return cases;
}

CaseFile load_cases(std::string_view id_or_path) {
    const std::string name(id_or_path);
    std::error_code failure;
    if (!is_shipped(name) && std::filesystem::is_regular_file(name, failure)) {
        const Node document = load_document(name);
        if (is_case_file(document)) return read_file(document);
    }
    Pack pack = load_pack(name);
    std::vector<Case> cases = read_cases(pack);
    return {std::move(pack), std::move(cases)};
}

CaseFile parse_cases(std::string_view text, std::string source) {
    return read_file(parse_document(text, std::move(source)));
}

}  // namespace cadre
