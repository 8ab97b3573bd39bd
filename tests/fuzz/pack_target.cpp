// Reads the input as a rule pack with its targets and policies: it is one, or there are diagnostics in both
// languages.

#include "fuzz/roster_check.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/planning/pool_policy.hpp>
#include <cadre/planning/suitability.hpp>
#include <cadre/rotation/rotation_policy.hpp>
#include <cadre/targets/deliverable.hpp>
#include <cadre/targets/indicator.hpp>
#include <cadre/targets/target.hpp>

#include <cstdint>
#include <string_view>

namespace {

using namespace cadre;

void check_pack(std::string_view text) {
    const Pack pack = parse_pack(text, "pack.toml");
    for (const Criterion& criterion : pack.criteria()) {
        fuzz::check(!to_text(*criterion.condition->children.at(0), *pack.schema()).empty());
        fuzz::check(pack.find_criterion(criterion.id) == &criterion);
    }
    for (const Diagnostic& warning : pack.warnings()) fuzz::check(warning.severity == Severity::warning);
    Diagnostics diagnostics;
    read_targets(pack, diagnostics);
    read_indicators(pack, diagnostics);
    read_deliverables(pack, diagnostics);
    read_pool_policies(pack, diagnostics);
    read_rotation_policies(pack, diagnostics);
    read_suitability(pack, diagnostics);
    for (const Diagnostic& finding : diagnostics) fuzz::check(!finding.to_text(Language::vi).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        check_pack({reinterpret_cast<const char*>(data), size});
    } catch (const Error& error) {
        fuzz::check(!error.text(Language::vi).empty() && !error.text(Language::en).empty());
    }
    return 0;
}
