#include <cadre/roster/fingerprint.hpp>

#include "roster/imported.hpp"

#include <cadre/roster/roster_builder.hpp>

#include <functional>
#include <set>

namespace cadre {
namespace {

using test::ArrowData;
using test::ArrowStream;
using test::Cells;

const Cells<std::string> degrees{"Thạc sĩ", std::nullopt, "Cử nhân", "Thạc sĩ", "Tiến sĩ"};
const Cells<std::string> groups{"Kinh", "Tày", std::nullopt, "Kinh", "Tày"};
const Cells<std::int32_t> days{1, 2, 3, std::nullopt, 5};

template <class T>
Cells<T> part(const Cells<T>& cells, std::size_t from, std::size_t to) {
    return {cells.begin() + static_cast<std::ptrdiff_t>(from), cells.begin() + static_cast<std::ptrdiff_t>(to)};
}

ArrowData rows(std::size_t from, std::size_t to, test::Layout layout = {}) {
    std::vector<ArrowData> columns;
    columns.push_back(test::texts("degree", part(degrees, from, to), layout));
    columns.push_back(test::texts("ethnicity", part(groups, from, to), layout));
    columns.push_back(test::numbers<std::int32_t>("birth_date", "tdD", part(days, from, to), layout));
    return test::structure("", std::move(columns), static_cast<std::int64_t>(to - from));
}

std::string of(std::vector<ArrowData> chunks) {
    ArrowStream stream(std::move(chunks));
    return fingerprint(Roster::from_arrow(stream.get()));
}

std::string plain() {
    std::vector<ArrowData> whole;
    whole.push_back(rows(0, 5));
    return of(std::move(whole));
}

TEST(Fingerprint, IsThatOfEveryChunking) {
    for (std::size_t cut = 0; cut <= 5; ++cut) {
        std::vector<ArrowData> chunks;
        chunks.push_back(rows(0, cut));
        chunks.push_back(rows(cut, 5, {3, false}));
        EXPECT_EQ(of(std::move(chunks)), plain()) << cut;
    }
}

TEST(Fingerprint, IsThatOfEveryOffset) {
    std::vector<ArrowData> shifted;
    shifted.push_back(rows(0, 5, {67, true}));
    EXPECT_EQ(of(std::move(shifted)), plain());
}

TEST(Fingerprint, IsThatOfADictionaryInAnyOrder) {
    std::vector<ArrowData> columns;
    columns.push_back(test::dictionary_texts<std::uint8_t>("degree", "C", degrees));
    ArrowData ethnicity = test::numbers<std::int64_t>("ethnicity", "l", {2, 1, std::nullopt, 2, 1});
    ethnicity.dictionary = std::make_shared<ArrowData>(test::texts("", {"never used", "Tày", "Kinh"}));
    columns.push_back(std::move(ethnicity));
    columns.push_back(test::numbers<std::int32_t>("birth_date", "tdD", days));
    EXPECT_EQ(of(test::one_chunk(std::move(columns))), plain());
}

TEST(Fingerprint, DoesNotDependOnTheOrderOfColumnsOrOnColumnsWithoutValues) {
    std::vector<ArrowData> columns;
    columns.push_back(test::numbers<std::int32_t>("birth_date", "tdD", days));
    columns.push_back(test::booleans("party_member", Cells<bool>(5)));
    columns.push_back(test::large_texts("ethnicity", groups));
    columns.push_back(test::view_texts("degree", degrees));
    EXPECT_EQ(of(test::one_chunk(std::move(columns))), plain());
}

using Build = std::function<void(RosterBuilder&)>;

std::string built(const Build& build) {
    RosterBuilder builder;
    build(builder);
    return fingerprint(builder.build());
}

Record full_cadre() {
    return {{"id", "k1"},
            {"degree", "master"},
            {"specialist_training", "none"},
            {"ethnicity", "Kinh"},
            {"birth_date", Date(1970, 5, 2)},
            {"party_member", true},
            {"unit", "u1"},
            {"appraisals", ListValue{{{{"year", 2014}, {"rating", "good"}}}, false}}};
}

void two_units(RosterBuilder& builder) {
    builder.add("units", {{"id", "u1"}});
    builder.add("units", {{"id", "u2"}});
}

/// The full cadre with one value put in place of its own.
Build changed(const std::string& attribute, const Value& value) {
    return [=](RosterBuilder& builder) {
        two_units(builder);
        Record record = full_cadre();
        for (auto& [name, cell] : record) {
            if (name == attribute) cell = value;
        }
        builder.add("cadres", record);
    };
}

TEST(Fingerprint, ChangesWithEveryCell) {
    const std::vector<Build> rosters{
        changed("", Missing{}),
        changed("id", "k2"),
        changed("degree", "bachelor"),
        changed("degree", Missing{}),
        changed("specialist_training", "specialist_1"),
        changed("specialist_training", Missing{}),
        changed("ethnicity", "Tày"),
        changed("ethnicity", Missing{}),
        changed("birth_date", Date(1970, 5, 3)),
        changed("party_member", false),
        changed("party_member", Missing{}),
        changed("unit", "u2"),
        changed("unit", Missing{}),
        changed("appraisals", Missing{}),
        changed("appraisals", ListValue{{}, false}),
        changed("appraisals", ListValue{{{{"year", 2014}, {"rating", "good"}}}, true}),
        changed("appraisals", ListValue{{{{"year", 2015}, {"rating", "good"}}}, false}),
        changed("appraisals", ListValue{{{{"year", 2014}}}, false}),
        changed("appraisals", ListValue{{{{"year", 2014}, {"rating", "good"}}, {{"year", 2014}}}, false}),
    };
    std::set<std::string> seen;
    for (const Build& roster : rosters) seen.insert(built(roster));
    EXPECT_EQ(seen.size(), rosters.size());
}

TEST(Fingerprint, TellsRowsTablesAndDays) {
    std::set<std::string> seen{
        built([](RosterBuilder&) {}),
        built([](RosterBuilder& b) { b.add_table("cadres"); }),
        built([](RosterBuilder& b) { b.add_table("units"); }),
        built([](RosterBuilder& b) { b.add("cadres", {}); }),
        built([](RosterBuilder& b) { b.set_snapshot(0); }),
        built([](RosterBuilder& b) { b.set_snapshot(1); }),
    };
    EXPECT_EQ(seen.size(), 6U);
}

TEST(Fingerprint, IsThatOfTheSameRowsHoweverTheyCameIn) {
    const auto from_builder = built([](RosterBuilder& builder) {
        builder.add("cadres", {{"degree", "master"}, {"ethnicity", "Kinh"}});
        builder.add("cadres", {{"ethnicity", "Tày"}});
    });
    std::vector<ArrowData> columns;
    columns.push_back(test::texts("degree", {"ThS", std::nullopt}));
    columns.push_back(test::texts("ethnicity", {"Kinh", "Tày"}));
    EXPECT_EQ(of(test::one_chunk(std::move(columns))), from_builder);
}

}  // namespace
}  // namespace cadre
