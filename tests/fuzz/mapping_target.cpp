// Reads the input as a mapping document: it is one, or there are diagnostics in both languages.

#include "fuzz/roster_check.hpp"

#include <cadre/error.hpp>
#include <cadre/roster/mapping.hpp>
#include <cadre/schema/document.hpp>

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace cadre;
    try {
        const Mapping mapping =
            Mapping::from_document(parse_document({reinterpret_cast<const char*>(data), size}, "mapping.toml"));
        fuzz::check(mapping.schema() != nullptr);
    } catch (const Error& error) {
        fuzz::check(!error.text(Language::vi).empty() && !error.text(Language::en).empty());
    }
    return 0;
}
