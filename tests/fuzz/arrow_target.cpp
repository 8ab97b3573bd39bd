// Imports what an interpreter makes of the input: sound tables whose structures have been damaged.

#include "fuzz/arrow_plan.hpp"
#include "fuzz/roster_check.hpp"
#include "support/arrow_stream.hpp"

#include <cadre/error.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/schema/document.hpp>

#include <optional>

namespace cadre::fuzz {

namespace {

const Mapping& mapping_numbered(std::size_t number) {
    static const Mapping mappings[] = {
        Mapping{},
        Mapping::from_document(parse_document(R"(
encoding = "tcvn3"
snapshot = 2015-12-31
[cadres.degree]
read = "highest_mentioned"
unmentioned = "none"
blank = "none"
missing = ["-", "Kinh"]
[cadres.birth_date]
format = "d/m/y"
[cadres.party_member]
blank = false
[cadres.appraisals]
open = true
blank = []
[cadres.appraisals.year]
encoding = "vni"
)",
                                              "first.toml")),
        Mapping::from_document(parse_document(R"(
[[attribute]]
table = "cadres"
id = "item"
type = "decimal"
meaning = { vi = "a", en = "a" }
[cadres.item]
column = "year"
[cadres.appointments]
column = "appraisals"
[cadres.appointments.to]
blank = "ongoing"
[cadres.appraisals]
owner = "id"
)",
                                              "second.toml")),
    };
    return mappings[number % std::size(mappings)];
}

void import(FuzzInput& input) {
    const Mapping& mapping = mapping_numbered(input.byte());
    constexpr const char* tables[] = {"cadres", "units", "posts", "appraisals"};
    const char* second = input.flag() ? tables[1 + input.below(3)] : nullptr;
    ArrowPlan first_plan = arrow_plan(input);
    test::ArrowStream first(std::move(first_plan.chunks));
    first.set_schema(std::move(first_plan.schema));
    std::optional<test::ArrowStream> other;
    Roster::Streams streams{{"cadres", first.get()}};
    if (second != nullptr) {
        ArrowPlan plan = arrow_plan(input);
        other.emplace(std::move(plan.chunks));
        other->set_schema(std::move(plan.schema));
        streams.emplace_back(second, other->get());
    }
    try {
        check_roster(Roster::from_arrow(streams, mapping));
    } catch (const Error& error) {
        check(!error.text(Language::vi).empty() && !error.text(Language::en).empty());
    }
    check(first.stream_releases() == 1 && first.open_arrays() == 0 && first.open_schemas() == 0);
}

}  // namespace

}  // namespace cadre::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    cadre::fuzz::FuzzInput input({data, size});
    cadre::fuzz::import(input);
    return 0;
}
