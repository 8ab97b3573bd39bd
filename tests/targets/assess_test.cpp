#include <cadre/error.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/roster/roster_builder.hpp>
#include <cadre/targets/assess.hpp>

#include <gtest/gtest.h>

#include <random>

namespace cadre {
namespace {

const EvaluationOptions end_of_2015{.as_of = Date(2015, 12, 31)};

Pack pack_with(const std::string& targets) {
    return parse_pack(R"toml(
[pack]
id = "example"
title = { vi = "Ví dụ", en = "Example" }
source = { document = "01-CTr/TU", issuer = "Thành ủy Hà Nội", date = 2011-08-18 }

[[criterion]]
id = "postgraduate_holder"
title = { vi = "Có trình độ sau đại học", en = "Holds a post-graduate degree" }
cite = "II.1.4"
when = 'degree >= "master" or specialist_training >= "specialist_1"'

[[criterion]]
id = "expired"
title = { vi = "Hết hiệu lực", en = "Expired" }
cite = "II.1.4"
from = 2011-08-18
to = 2012-01-01
when = 'party_member'
)toml" + targets,
                      "example.toml");
}

const std::string managed_target = R"toml(
[[target]]
id = "managed_postgraduate_share"
title = { vi = "Trên 35 % có trình độ sau đại học", en = "Over 35 % post-graduate" }
cite = "II.1.4"
among = 'managed_by = "city_standing_committee"'
meet = "postgraduate_holder"
share = "> 35 %"
by = 2015-12-31
)toml";

const std::string ward_target = R"toml(
[[target]]
id = "ward_degree_share"
cite = "II.1.4"
among = 'unit.kind = "ward"'
meet = 'degree >= "bachelor"'
share = ">= 80 %"
)toml";

TargetAssessment assess_one(const std::string& target, const RosterBuilder& builder,
                            const EvaluationOptions& options = end_of_2015) {
    return assess(pack_with(target), builder.build(), options).targets.at(0);
}

void add_managed(RosterBuilder& builder, int rows, const char* degree) {
    for (int i = 0; i < rows; ++i) {
        builder.add("cadres",
                    {{"managed_by", "city_standing_committee"}, {"degree", degree}, {"specialist_training", "none"}});
    }
}

TEST(Assess, IsStrictAtTheBoundary) {
    RosterBuilder exactly;
    add_managed(exactly, 35, "master");
    add_managed(exactly, 65, "bachelor");
    TargetAssessment found = assess_one(managed_target, exactly);
    EXPECT_EQ(found.verdict, Verdict::not_met);
    EXPECT_EQ(found.bounds.least, (Share{35, 100}));
    EXPECT_EQ(found.shortfall, (Shortfall{1, 1}));
    EXPECT_EQ(found.undecided, Undecided::decided);

    add_managed(exactly, 1, "doctorate");
    found = assess_one(managed_target, exactly);
    EXPECT_EQ(found.verdict, Verdict::met);
    EXPECT_EQ(found.counts, (ClassCounts{.met = 36, .not_met = 65}));
    EXPECT_EQ(found.open_rows, 0);
}

TEST(Assess, MissingDataLeavesItOpenAndSaysWhatToVerify) {
    RosterBuilder builder;
    add_managed(builder, 35, "master");
    add_managed(builder, 64, "bachelor");
    builder.add("cadres", {{"managed_by", "city_standing_committee"}, {"specialist_training", "none"}});
    builder.add("cadres", {{"managed_by", "district_standing_committee"}});
    const TargetAssessment found = assess_one(managed_target, builder);
    EXPECT_EQ(found.verdict, Verdict::undetermined);
    EXPECT_EQ(found.undecided, Undecided::missing_data);
    EXPECT_EQ(found.bounds, (Bounds{Share{35, 100}, Share{36, 100}}));
    ASSERT_EQ(found.rows.size(), 1U);
    EXPECT_EQ(found.rows[0].row, 99U);
    ASSERT_EQ(found.cells.size(), 1U);
    EXPECT_EQ(found.cells[0].attribute, "degree");
    EXPECT_EQ(found.cells[0].row, 99);
}

TEST(Assess, RanksRowsBySwingThenByRow) {
    RosterBuilder builder;
    builder.add("units", {{"id", "open"}});
    builder.add("units", {{"id", "ward"}, {"kind", "ward"}});
    const auto cadre = [&](const char* unit, const Value& degree) {
        builder.add("cadres", {{"unit", unit}, {"degree", degree}});
    };
    cadre("open", "bachelor");  // 0: maybe met, 1/5
    cadre("open", "college");   // 1: maybe not met, 4/5
    cadre("ward", "master");    // 2: known
    cadre("open", Missing{});   // 3: 1
    cadre("ward", Missing{});   // 4: 1
    cadre("open", "none");      // 5: maybe not met, 4/5
    const TargetAssessment found = assess_one(ward_target, builder);
    std::vector<std::size_t> order;
    for (const RowToVerify& row : found.rows) order.push_back(row.row);
    EXPECT_EQ(order, (std::vector<std::size_t>{3, 4, 1, 5, 0}));
    EXPECT_EQ(found.rows[0].swing, (Share{1, 1}));
    EXPECT_EQ(found.rows[2].swing, (Share{4, 5}));
    EXPECT_EQ(found.rows[4].swing, (Share{1, 5}));
    EXPECT_EQ(found.open_rows, 5);

    // One missing kind of unit holds up four rows: 1 + 4/5 + 4/5 + 1/5.
    ASSERT_EQ(found.cells.size(), 3U);
    EXPECT_EQ(found.cells[0].table, "units");
    EXPECT_EQ(found.cells[0].attribute, "kind");
    EXPECT_EQ(found.cells[0].rows, 4);
    EXPECT_EQ(found.cells[0].swing, (Share{14, 5}));
    EXPECT_EQ(found.cells[1].row, 3);
    EXPECT_EQ(found.cells[2].row, 4);
}

TEST(Assess, ListsTheRowsOfEachClass) {
    RosterBuilder builder;
    for (int i = 0; i < 200; ++i) {
        Record cadre{{"specialist_training", "none"}};
        if (i % 2 == 0) cadre.emplace_back("managed_by", "city_standing_committee");
        if (i % 3 != 0) cadre.emplace_back("degree", i % 3 == 1 ? "master" : "bachelor");
        builder.add("cadres", cadre);
    }
    const TargetAssessment found = assess_one(managed_target, builder);
    const std::vector<const std::vector<std::size_t>*> classes{
        &found.class_rows.met,       &found.class_rows.not_met,       &found.class_rows.undetermined,
        &found.class_rows.maybe_met, &found.class_rows.maybe_not_met, &found.class_rows.maybe_undetermined};
    const std::vector<std::int64_t> counts{found.counts.met,           found.counts.not_met,
                                           found.counts.undetermined,  found.counts.maybe_met,
                                           found.counts.maybe_not_met, found.counts.maybe_undetermined};
    for (std::size_t i = 0; i < classes.size(); ++i) {
        ASSERT_EQ(static_cast<std::int64_t>(classes[i]->size()), counts[i]) << i;
        for (const std::size_t row : *classes[i]) {
            EXPECT_EQ(row % 2 == 0, i < 3) << row;
            EXPECT_EQ(row % 3, std::vector<std::size_t>({1, 2, 0})[i % 3]) << row;
        }
    }
}

TEST(Assess, CellsOfListsNameTheirOwner) {
    RosterBuilder builder;
    for (int i = 0; i < 3; ++i) {
        const Value rating = i == 1 ? Value(Missing{}) : Value("good");
        builder.add("cadres",
                    {{"appraisals",
                      ListValue{{{{"year", 2014}, {"rating", "good"}}, {{"year", 2015}, {"rating", rating}}}, false}}});
    }
    const TargetAssessment found = assess_one(R"toml(
[[target]]
id = "t"
cite = "II.1.4"
among = 'true'
meet = 'every a in appraisals satisfies a.rating >= "good"'
share = ">= 100 %"
)toml",
                                              builder);
    ASSERT_EQ(found.cells.size(), 1U);
    EXPECT_EQ(found.cells[0].table, "cadres.appraisals");
    EXPECT_EQ(found.cells[0].row, 3);
    EXPECT_EQ(found.cells[0].owner, 1);
}

TEST(Assess, EmptyPopulations) {
    RosterBuilder outside;
    outside.add("cadres", {{"managed_by", "district_standing_committee"}});
    EXPECT_EQ(assess_one(managed_target, outside).undecided, Undecided::population_empty);

    RosterBuilder maybe;
    maybe.add("cadres", {{"degree", "master"}});
    const TargetAssessment found = assess_one(managed_target, maybe);
    EXPECT_EQ(found.verdict, Verdict::undetermined);
    EXPECT_EQ(found.undecided, Undecided::population_may_be_empty);
    EXPECT_EQ(found.bounds.least, (Share{1, 1}));
    EXPECT_FALSE(found.shortfall);

    RosterBuilder units_only;
    units_only.add("units", {{"id", "u"}});
    EXPECT_EQ(assess_one(managed_target, units_only).undecided, Undecided::table_not_given);
}

TEST(Assess, CountsRows) {
    const std::string target = R"toml(
[[target]]
id = "t"
cite = "II.1.4"
among = 'true'
meet = "postgraduate_holder"
count = ">= 3"
)toml";
    RosterBuilder builder;
    add_managed(builder, 2, "master");
    TargetAssessment found = assess_one(target, builder);
    EXPECT_EQ(found.verdict, Verdict::not_met);
    EXPECT_EQ(found.shortfall, (Shortfall{1, 1}));
    builder.add("cadres", {});
    found = assess_one(target, builder);
    EXPECT_EQ(found.verdict, Verdict::undetermined);
    EXPECT_EQ(found.bounds, (Bounds{Share{2, 1}, Share{3, 1}}));
}

TEST(Assess, ATargetOutOfForceCountsNothing) {
    const std::string target = R"toml(
[[target]]
id = "t"
cite = "II.1.4"
among = 'true'
meet = "expired"
share = "> 50 %"
by = 2011-12-31
)toml";
    RosterBuilder builder;
    builder.add("cadres", {{"party_member", true}});
    const TargetAssessment late = assess_one(target, builder);
    EXPECT_EQ(late.undecided, Undecided::not_in_force);
    EXPECT_EQ(late.verdict, Verdict::undetermined);
    EXPECT_EQ(late.counts, ClassCounts{});
    EXPECT_EQ(late.due, Due::after);

    const TargetAssessment then = assess_one(target, builder, {.as_of = Date(2011, 12, 31)});
    EXPECT_EQ(then.verdict, Verdict::met);
    EXPECT_EQ(then.due, Due::on_the_day);
    EXPECT_EQ(assess_one(target, builder, {.as_of = Date(2011, 12, 30)}).due, Due::before);
}

TEST(Assess, NeedsADay) {
    RosterBuilder builder;
    builder.add("cadres", {});
    EXPECT_THROW(assess_one(managed_target, builder, {}), Error);
}

/// Random cadres in random units, as records whose missing cells can be filled in.
struct Cells {
    std::vector<Value> unit_kinds;
    std::vector<std::pair<int, Value>> cadres;  ///< unit, degree

    Roster roster() const {
        RosterBuilder builder;
        for (std::size_t i = 0; i < unit_kinds.size(); ++i) {
            builder.add("units", {{"id", std::to_string(i)}, {"kind", unit_kinds[i]}});
        }
        for (const auto& [unit, degree] : cadres) {
            builder.add("cadres", {{"unit", std::to_string(unit)}, {"degree", degree}});
        }
        return builder.build();
    }
};

const std::vector<Value> kinds{"ward", "rural_commune"};
const std::vector<Value> degrees{"college", "bachelor"};

Cells random_cells(std::mt19937& random) {
    const auto pick = [&](const std::vector<Value>& values) {
        return random() % 3 == 0 ? Value(Missing{}) : values[random() % values.size()];
    };
    Cells cells;
    for (int i = 0; i < 2; ++i) cells.unit_kinds.push_back(pick(kinds));
    for (int i = 0; i < 5; ++i) cells.cadres.emplace_back(static_cast<int>(random() % 2), pick(degrees));
    return cells;
}

/// All fillings of the missing cells with the values that decide.
std::vector<Cells> completed(const Cells& cells) {
    std::vector<Cells> all{cells};
    const auto fill = [&](auto&& cell_of, const std::vector<Value>& values) {
        std::vector<Cells> filled;
        for (const Cells& before : all) {
            if (!std::holds_alternative<Missing>(cell_of(const_cast<Cells&>(before)))) {
                filled.push_back(before);
                continue;
            }
            for (const Value& value : values) {
                filled.push_back(before);
                cell_of(filled.back()) = value;
            }
        }
        all = std::move(filled);
    };
    for (std::size_t i = 0; i < cells.unit_kinds.size(); ++i) {
        fill([i](Cells& c) -> Value& { return c.unit_kinds[i]; }, kinds);
    }
    for (std::size_t i = 0; i < cells.cadres.size(); ++i) {
        fill([i](Cells& c) -> Value& { return c.cadres[i].second; }, degrees);
    }
    return all;
}

TEST(Assess, BoundsEncloseEveryCompletionOfTheMissingCells) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const Pack pack = pack_with(ward_target);
    for (int round = 0; round < 60; ++round) {
        const Cells cells = random_cells(random);
        const TargetAssessment open = assess(pack, cells.roster(), end_of_2015).targets.at(0);
        for (const Cells& full : completed(cells)) {
            const TargetAssessment known = assess(pack, full.roster(), end_of_2015).targets.at(0);
            ASSERT_EQ(known.open_rows, 0);
            if (known.undecided == Undecided::population_empty) {
                EXPECT_EQ(open.verdict, Verdict::undetermined);
                continue;
            }
            ASSERT_EQ(known.bounds.least, known.bounds.greatest);
            EXPECT_LE(*open.bounds.least, *known.bounds.least);
            EXPECT_GE(*open.bounds.greatest, *known.bounds.greatest);
            if (open.verdict != Verdict::undetermined) {
                EXPECT_EQ(open.verdict, known.verdict);
            }
            if (open.shortfall) {
                EXPECT_LE(known.shortfall->certain, open.shortfall->worst);
            }
        }
    }
}

TEST(Assess, TheConjunctionTellsNoMoreThanTheTwoVerdicts) {
    // By language.md, section 2, `and` is a function of its operands' verdicts, so evaluating
    // `among and meet` cannot tighten the bounds that the pairs of verdicts give.
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const Pack pack = pack_with(ward_target);
    const Target target = read_targets(pack).at(0);
    Expression both;
    both.operation = Operation::conjunction;
    both.children = {target.among, target.meet};
    const auto both_ptr = std::make_shared<const Expression>(both);
    const Program program = compile(
        {{"among", target.table, target.among}, {"meet", target.table, target.meet}, {"both", target.table, both_ptr}},
        pack.schema());
    for (int round = 0; round < 100; ++round) {
        const VerdictTable verdicts = evaluate(program, random_cells(random).roster(), end_of_2015);
        for (std::size_t row = 0; row < verdicts["both"].size(); ++row) {
            EXPECT_EQ(verdicts["both"][row], verdicts["among"][row] && verdicts["meet"][row]);
        }
    }
}

}  // namespace
}  // namespace cadre
