// The programme's cohorts and the tenure of cadres across reorganisations, with synthetic units.

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/explanation.hpp>
#include <cadre/messages/texts/roster.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/targets/assess.hpp>

#include <gtest/gtest.h>

#include <random>

namespace cadre {
namespace {

const Date split_day(2013, 12, 27);

TargetAssessment assessed(const Roster& roster, std::string_view id, const EvaluationOptions& options) {
    for (const TargetAssessment& found : assess(load_pack("hanoi-2011"), roster, options).targets) {
        if (found.target.id == id) return found;
    }
    ADD_FAILURE() << id;
    return {};
}

ClassCounts counts(const Roster& roster, std::string_view target, Date as_of) {
    return assessed(roster, target, {.as_of = as_of, .law_as_of = Date(2015, 12, 31)}).counts;
}

Record spell(const char* unit, Date from, Value to, const char* title = "party_secretary") {
    return {{"unit", unit}, {"from", from}, {"to", std::move(to)}, {"title", title}, {"primary", true}};
}

void add_cadre(RosterBuilder& builder, std::vector<Record> spells) {
    builder.add("cadres", {{"degree", "bachelor"},
                           {"political_theory", "intermediate"},
                           {"appointments", ListValue{std::move(spells), false}}});
}

void succeed(RosterBuilder& builder, const char* from, const char* to, Date date, const char* kind) {
    builder.add("unit_successions", {{"old", from}, {"new", to}, {"date", date}, {"kind", kind}});
}

/// A rural district is split into two urban ones; of its communes one becomes a ward, one is split in two wards.
Roster split_district() {
    RosterBuilder builder;
    for (const char* district : {"north district", "south district"}) {
        builder.add("units", {{"id", district}, {"kind", "urban_district"}});
    }
    builder.add("units", {{"id", "district"}, {"kind", "rural_district"}});
    for (const char* commune : {"commune 1", "commune 2", "far commune"}) {
        builder.add("units", {{"id", commune}, {"kind", "rural_commune"}});
    }
    for (const char* ward : {"ward 1", "ward 2a", "ward 2b"}) builder.add("units", {{"id", ward}, {"kind", "ward"}});
    succeed(builder, "district", "north district", split_day, "split");
    succeed(builder, "district", "south district", split_day, "split");
    succeed(builder, "commune 1", "ward 1", split_day, "conversion");
    succeed(builder, "commune 2", "ward 2a", split_day, "split");
    succeed(builder, "commune 2", "ward 2b", split_day, "split");
    add_cadre(builder, {spell("commune 1", Date(2010, 7, 1), Ongoing{})});
    add_cadre(builder, {spell("commune 2", Date(2010, 7, 1), Ongoing{})});
    add_cadre(builder, {spell("commune 2", Date(2010, 7, 1), split_day), spell("ward 2b", split_day, Ongoing{})});
    add_cadre(builder, {spell("far commune", Date(2010, 7, 1), Ongoing{})});
    return builder.build();
}

TEST(UnitsOverTime, CohortsUseTheKindOnTheDayJudged) {
    const Roster roster = split_district();
    const Date before(2013, 6, 30);
    const Date after(2015, 12, 31);
    EXPECT_EQ(counts(roster, "ward_key_degree", before).possible(), 0);
    EXPECT_EQ(counts(roster, "ward_key_degree", before).certain(), 0);
    EXPECT_EQ(counts(roster, "rural_commune_key_degree", before).met, 4);
    EXPECT_EQ(counts(roster, "rural_commune_key_degree", before).possible(), 0);

    EXPECT_EQ(counts(roster, "ward_key_degree", after).met, 2);
    EXPECT_EQ(counts(roster, "rural_commune_key_degree", after).met, 1);
    // Which ward the second cadre came to is not in the file.
    EXPECT_EQ(counts(roster, "ward_key_degree", after).maybe_met, 1);
    EXPECT_EQ(counts(roster, "rural_commune_key_degree", after).maybe_met, 1);
    EXPECT_EQ(counts(roster, "commune_key_political_theory", after).met, 3);
}

Verdict judged(const Roster& roster, std::size_t row, const std::string& condition, Date as_of) {
    const Pack pack = load_pack("vietnam-base");
    Diagnostics diagnostics;
    const ExpressionPtr parsed = pack.parse(condition, 0, {}, diagnostics);
    EXPECT_FALSE(has_errors(diagnostics)) << condition;
    return evaluate(compile({{"q", 0, parsed}}, pack.schema()), roster, {.as_of = as_of}).columns()[0][row];
}

TEST(UnitsOverTime, TenureIsNotInterrupted) {
    const Roster roster = split_district();
    const Date day(2015, 7, 1);
    for (const std::size_t row : {0U, 1U, 2U, 3U}) {
        EXPECT_EQ(judged(roster, row, "tenure_in_post = @\"P5Y\"", day), Verdict::met) << row;
    }
    EXPECT_EQ(judged(roster, 0, "current_post.from = @\"2013-12-27\"", day), Verdict::met);
    EXPECT_EQ(judged(roster, 0, "count(appointments[not(kind = \"reorganisation\")]) = 1", day),
              Verdict::undetermined);  // the kind of the first spell is missing
    EXPECT_EQ(judged(roster, 0, "current_post.kind = \"reorganisation\"", day), Verdict::met);
}

TEST(UnitsOverTime, AMergerOfProvincesAndTheEndOfTheDistrictLevel) {
    RosterBuilder builder;
    for (const char* city : {"old province", "city"}) builder.add("units", {{"id", city}, {"tier", "city"}});
    builder.add("units", {{"id", "district"}, {"tier", "district"}, {"to", Date(2025, 7, 1)}});
    builder.add("units", {{"id", "commune"}, {"tier", "commune"}, {"kind", "rural_commune"}});
    builder.add("units", {{"id", "large commune"}, {"tier", "commune"}, {"kind", "ward"}});
    succeed(builder, "old province", "city", Date(2008, 8, 1), "merger");
    succeed(builder, "commune", "large commune", Date(2025, 7, 1), "merger");
    add_cadre(builder, {spell("old province", Date(2000, 1, 1), Ongoing{}, "department_director")});
    add_cadre(builder, {spell("commune", Date(2020, 7, 1), Ongoing{})});
    add_cadre(builder, {spell("district", Date(2020, 7, 1), Ongoing{})});
    const Roster roster = builder.build();

    EXPECT_EQ(judged(roster, 0, "tenure_in_post = @\"P10Y\"", Date(2010, 1, 1)), Verdict::met);
    EXPECT_EQ(judged(roster, 0, "current_post.from = @\"2008-08-01\"", Date(2010, 1, 1)), Verdict::met);
    EXPECT_EQ(judged(roster, 1, "current_post.unit.kind = \"ward\"", Date(2025, 7, 1)), Verdict::met);
    EXPECT_EQ(judged(roster, 1, "current_post.unit.kind = \"rural_commune\"", Date(2025, 6, 30)), Verdict::met);
    ASSERT_EQ(roster.import_report().findings.size(), 1U);
    EXPECT_EQ(roster.import_report().findings[0].message.id, texts::roster_spell_after_unit_end);
    EXPECT_EQ(roster.import_report().findings[0].rows, (std::vector<std::int64_t>{2}));
}

TEST(UnitsOverTime, TheProgrammeIsNotInForceAfterItsPeriod) {
    const Roster roster = split_district();
    const EvaluationOptions late{.as_of = Date(2026, 1, 1)};
    const TargetAssessment target = assessed(roster, "rural_commune_key_degree", late);
    EXPECT_EQ(target.verdict, Verdict::undetermined);
    EXPECT_EQ(target.undecided, Undecided::not_in_force);
    EXPECT_EQ(target.counts, ClassCounts{});
    EXPECT_TRUE(target.cells.empty());

    const Pack pack = load_pack("hanoi-2011");
    EXPECT_EQ(evaluate(pack, roster, late)["university_degree"].counts(), Counts{});
    EXPECT_FALSE(evaluate(pack, roster, late)["university_degree"].in_force());
    EXPECT_EQ(evaluate(pack, roster, {.as_of = Date(2015, 12, 31)})["university_degree"].counts().met, 4);
    const EvaluationOptions looking_back{.as_of = Date(2026, 1, 1), .law_as_of = Date(2015, 12, 31)};
    EXPECT_EQ(evaluate(pack, roster, looking_back)["university_degree"].counts().met, 4);
}

TEST(UnitsOverTime, AContinuedSpellIsExplained) {
    const Pack pack = parse_pack(R"toml(
[pack]
id = "moves"
title = { vi = "Ví dụ", en = "Example" }
source = { document = "01-TEST", issuer = "tests", date = 2011-08-18 }
use = ["vietnam-base"]

[[criterion]]
id = "was_moved"
title = { vi = "Đã được luân chuyển", en = "Was rotated" }
cite = "1"
when = 'current_post.kind = "rotation"'
)toml",
                                 "moves.toml");
    const Roster roster = split_district();
    const Explanation found = explain(pack, "was_moved", roster, 0, {.as_of = Date(2015, 12, 31)});
    EXPECT_EQ(found.verdict(), Verdict::not_met);
    const std::string vi = found.to_text(Language::vi);
    const std::string en = found.to_text(Language::en);
    EXPECT_NE(vi.find("Sắp xếp lại tổ chức"), std::string::npos) << vi;
    EXPECT_NE(en.find("Reorganisation"), std::string::npos) << en;
}

// ---- language law 1, for files: filling in a date of a spell or a unit changes no known verdict -----------------

const char* const questions[] = {
    "some a in current_appointments satisfies a.unit.kind = \"ward\"",
    "every a in current_appointments satisfies a.unit.kind = \"ward\"",
    "count(appointments) >= 2",
    "count(current_appointments) = 1",
    "current_post.unit.kind = \"rural_commune\"",
    "current_post.from >= @\"2012-01-01\"",
    "current_post.kind = \"reorganisation\"",
    "current_post.end_reason = \"retirement\"",
    "tenure_in_post >= @\"P4Y\"",
    "some a in appointments satisfies a.to <= as_of",
    "some a in appointments satisfies a.end_reason = \"reorganisation\"",
};

struct Sketch {
    struct Row {
        int from, to;  ///< years
        std::string unit, title;
    };
    std::vector<Row> rows;
};

/// `hide` says of each date, in order, whether it is missing.
std::vector<Record> records(const Sketch& sketch, unsigned hide) {
    std::vector<Record> list;
    const auto hidden = [&] {
        const bool now = (hide & 1U) != 0;
        hide >>= 1U;
        return now;
    };
    for (const Sketch::Row& row : sketch.rows) {
        const auto day = [](int year) { return Date(static_cast<unsigned short>(year), 1, 1); };
        Record record{{"title", row.title},
                      {"unit", row.unit},
                      {"primary", true},
                      {"kind", "election"},
                      {"end_reason", "retirement"}};
        record.push_back({"from", hidden() ? Value(Missing{}) : Value(day(row.from))});
        record.push_back({"to", hidden() ? Value(Missing{}) : row.to > 2020 ? Value(Ongoing{}) : Value(day(row.to))});
        list.push_back(std::move(record));
    }
    return list;
}

TEST(UnitsOverTime, NoMissingDateDecides) {
    const Pack pack = load_pack("vietnam-base");
    std::vector<Question> asked;
    for (const char* question : questions) {
        Diagnostics diagnostics;
        asked.push_back({question, 0, pack.parse(question, 0, {}, diagnostics)});
        ASSERT_FALSE(has_errors(diagnostics)) << question;
    }
    const Program program = compile(std::move(asked), pack.schema());

    std::mt19937_64 random(20131227);
    constexpr unsigned fillings = 16;
    std::vector<Sketch> sketches;
    RosterBuilder builder;
    const char* units[] = {"a", "b", "c", "d"};
    for (std::size_t i = 0; i < 4; ++i)
        builder.add("units", {{"id", units[i]}, {"kind", i % 2 == 0 ? "rural_commune" : "ward"}});
    succeed(builder, "a", "b", Date(2008, 1, 1), "conversion");
    succeed(builder, "b", "c", Date(2013, 1, 1), "merger");
    succeed(builder, "d", "a", Date(2013, 1, 1), "split");
    succeed(builder, "d", "b", Date(2013, 1, 1), "split");
    // Each file with a missing date or more, then the same missing dates filled in at random.
    constexpr int files = 400;
    for (int file = 0; file < files; ++file) {
        Sketch sketch;
        for (std::size_t i = 1 + random() % 2; i > 0; --i) {
            const int from = 2004 + static_cast<int>(random() % 12);
            sketch.rows.push_back({from, from + 1 + static_cast<int>(random() % 12), units[random() % 4],
                                   random() % 2 == 0 ? "party_secretary" : "council_chair"});
        }
        const auto hide = static_cast<unsigned>(1 + random() % 15);
        builder.add("cadres", {{"appointments", ListValue{records(sketch, hide), false}}});
        for (unsigned filling = 0; filling < fillings; ++filling) {
            Sketch filled = sketch;
            for (std::size_t i = 0; i < filled.rows.size(); ++i) {
                if ((hide >> (2 * i)) & 1U) filled.rows[i].from = 2002 + static_cast<int>(random() % 16);
                if ((hide >> (2 * i + 1)) & 1U) filled.rows[i].to = 2003 + static_cast<int>(random() % 20);
            }
            builder.add("cadres", {{"appointments", ListValue{records(filled, 0), false}}});
        }
    }
    const Roster roster = builder.build();
    for (const Date day : {Date(2007, 6, 1), Date(2010, 6, 1), Date(2015, 6, 1)}) {
        const VerdictTable table = evaluate(program, roster, {.as_of = day});
        for (const VerdictColumn& column : table.columns()) {
            for (std::size_t row = 0; row < column.size(); ++row) {
                const std::size_t file = row - row % (fillings + 1);
                if (column[file] == Verdict::undetermined) continue;
                ASSERT_EQ(column[row], column[file])
                    << column.id() << ", row " << row << ", as of " << to_iso(day_number(day));
            }
        }
    }
}

}  // namespace
}  // namespace cadre
