#include <cadre/rotation/occupancy.hpp>
#include <cadre/rotation/plan_check.hpp>

#include "rotation/plan_world.hpp"
#include "rotation/rotation_pack.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

namespace cadre {
namespace {

using testing::PlanWorld;
using testing::rotation_pack;

/// "cadres.appointments 2 to (partial)"
std::string name_of(const MissingField& field) {
    return field.table + ' ' + std::to_string(field.row) + ' ' + field.attribute + (field.partial ? " (partial)" : "");
}

std::string described(const PlanCheckFinding& finding) {
    std::string text{to_code(finding.matter)};
    if (finding.move) text += " move " + std::to_string(*finding.move);
    if (finding.post) text += " post " + std::to_string(*finding.post);
    if (finding.from) text += " from " + std::to_string(*finding.from);
    if (finding.to) text += " to " + std::to_string(*finding.to);
    for (const MissingField& field : finding.missing) text += "; " + name_of(field);
    return text;
}

bool is_named(PlanMatter matter) {
    const std::set<PlanMatter> named{PlanMatter::not_held, PlanMatter::already_held, PlanMatter::not_compatible,
                                     PlanMatter::over_filled, PlanMatter::left_empty};
    return named.contains(matter);
}

/// Whether both are about the same, on a day at least.
bool is_same(const PlanCheckFinding& a, const PlanCheckFinding& b) {
    if (a.matter != b.matter || a.move != b.move || a.post != b.post) return false;
    return a.move || (a.from < b.to.value_or(DayBounds::never) && b.from < a.to.value_or(DayBounds::never));
}

std::size_t count_like(const PlanCheck& check, const PlanCheckFinding& sought) {
    return static_cast<std::size_t>(std::count_if(
        check.findings.begin(), check.findings.end(),
        [&](const PlanCheckFinding& finding) { return finding.status == sought.status && is_same(finding, sought); }));
}

PlanCheckOptions any_options(std::mt19937& random) {
    PlanCheckOptions options;
    options.handover_days = random() % 3 == 0 ? 5 : 0;
    options.longest_vacancy = static_cast<std::uint16_t>(random() % 2 == 0 ? 0 : 15);
    options.acting_fills = random() % 2 == 0;
    return options;
}

class PlanCheckCells : public ::testing::Test {
protected:
    PlanCheck check(const PlanWorld& world, const PlanCheckOptions& options) const {
        const Roster roster = world.roster();
        return check_plan(pack_, roster, read_rotation_plan(roster), options);
    }

    /// With the cells of a finding filled in, fewer such findings are undetermined.
    void expect_decides(const PlanWorld& world, const PlanCheckFinding& open, const PlanCheckOptions& options,
                        std::size_t before) {
        const auto spells = world.spells_by_row(world.roster());
        for (int completion = 0; completion < 3; ++completion) {
            PlanWorld filled = world;
            for (const MissingField& field : open.missing) filled.fill(random_, field, spells);
            ASSERT_LT(count_like(check(filled, options), open), before) << described(open);
        }
    }

    Pack pack_ = rotation_pack("");
    std::mt19937 random_{61};
};

TEST_F(PlanCheckCells, FillingInWhatAFindingNamesDecidesIt) {
    std::map<PlanMatter, std::size_t> decided;
    for (unsigned round = 0; round < 3000; ++round) {
        const PlanWorld world(random_, 5 + round % 20, 1 + round % 4);
        const PlanCheckOptions options = any_options(random_);
        const PlanCheck found = check(world, options);
        for (const PlanCheckFinding& finding : found.findings) {
            if (finding.status != PlanCheckStatus::undetermined || !is_named(finding.matter)) continue;
            ASSERT_FALSE(finding.missing.empty()) << "round " << round << ": " << described(finding);
            ++decided[finding.matter];
            expect_decides(world, finding, options, count_like(found, finding));
            if (HasFatalFailure()) FAIL() << "round " << round;
        }
    }
    EXPECT_EQ(decided.size(), 5u);
    for (const auto& [matter, count] : decided) EXPECT_GT(count, 200u) << to_code(matter);
}

TEST_F(PlanCheckCells, WhatIsViolatedStaysSoHoweverMissingDataIsFilled) {
    std::map<PlanMatter, std::size_t> violated;
    for (unsigned round = 0; round < 3000; ++round) {
        const PlanWorld world(random_, 5 + round % 20, 1 + round % 4);
        PlanWorld filled = world;
        filled.fill_all(random_);
        const PlanCheckOptions options = any_options(random_);
        const PlanCheck after = check(filled, options);
        for (const PlanCheckFinding& finding : check(world, options).findings) {
            if (finding.status != PlanCheckStatus::violated || !is_named(finding.matter)) continue;
            ++violated[finding.matter];
            ASSERT_GT(count_like(after, finding), 0u) << "round " << round << ": " << described(finding);
        }
    }
    for (const auto& [matter, count] : violated) EXPECT_GT(count, 200u) << to_code(matter);
}

TEST_F(PlanCheckCells, NamesCellsInTheirOrderEachOnce) {
    for (unsigned round = 0; round < 300; ++round) {
        for (const PlanCheckFinding& finding : check(PlanWorld(random_, 4, 4), {}).findings) {
            std::vector<std::pair<std::string, std::int64_t>> cells;
            std::set<std::string> names;
            for (const MissingField& field : finding.missing) {
                cells.emplace_back(field.table, field.row);
                EXPECT_TRUE(names.insert(name_of(field)).second) << described(finding);
                EXPECT_FALSE(field.meaning.vi.empty());
            }
            const auto is_ordered = [](const auto& a, const auto& b) {
                return a.first == b.first && a.second < b.second;
            };
            for (std::size_t at = 1; at < cells.size(); ++at) {
                EXPECT_FALSE(is_ordered(cells[at], cells[at - 1])) << described(finding);
            }
        }
    }
}

/// Two of "north", of which the days of `b` are missing, and as many others as are asked for with no list.
class ManyCadres : public RosterBuilder {
public:
    explicit ManyCadres(int unlisted) {
        add("posts", {{"id", "north"}, {"seats", 1}});
        for (const char* id : {"a", "b"}) {
            const Record spell{{"post", "north"}, {"from", id[0] == 'a' ? Value(Date(2015, 1, 1)) : Value(Missing{})}};
            add("cadres", {{"id", id}, {"appointments", ListValue{{spell}, false}}});
        }
        for (int i = 0; i < unlisted; ++i) add("cadres", {{"id", "c" + std::to_string(i)}});
    }
};

TEST_F(PlanCheckCells, NamesSoManyCellsAtMost) {
    RotationMove move;
    move.person = 0;
    move.from = 0;
    move.leaves = true;
    move.day = day_number(Date(2016, 1, 1));
    const PlanCheck found = check_plan(pack_, ManyCadres(150).build(), {{move}, {}});
    const auto left = std::find_if(found.findings.begin(), found.findings.end(), [](const PlanCheckFinding& finding) {
        return finding.matter == PlanMatter::left_empty;
    });
    ASSERT_NE(left, found.findings.end());
    EXPECT_EQ(left->missing.size(), most_cells_of_finding);
    EXPECT_EQ(name_of(left->missing.back()), "cadres.appointments 1 to") << "what is of the post comes in first";
}

TEST_F(PlanCheckCells, NamesNoneOfAMoveThatIsInNoTable) {
    RotationMove somebody;
    somebody.enters = true;
    somebody.to = 0;
    somebody.day = day_number(Date(2016, 1, 1));
    RosterBuilder builder;
    builder.add("posts", {{"id", "north"}, {"seats", 1}});
    const Record spell{{"post", "north"}, {"from", Date(2015, 1, 1)}, {"to", Ongoing{}}};
    builder.add("cadres", {{"id", "a"}, {"appointments", ListValue{{spell}, false}}});
    const PlanCheck found = check_plan(pack_, builder.build(), {{somebody}, {}});
    ASSERT_EQ(found.findings.size(), 2u);
    EXPECT_EQ(found.findings[1].matter, PlanMatter::over_filled);
    EXPECT_EQ(found.findings[1].status, PlanCheckStatus::undetermined);
    EXPECT_TRUE(found.findings[1].missing.empty());
}

}  // namespace
}  // namespace cadre
