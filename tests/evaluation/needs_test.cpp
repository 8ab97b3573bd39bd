#include <gtest/gtest.h>
#include <cadre/error.hpp>
#include <cadre/evaluation/needs.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace cadre::testing {
namespace {

const EvaluationOptions on_day{.as_of = Date(2015, 12, 31)};

Pack pack_of(const std::string& condition) {
    return parse_pack(R"([pack]
id = "trial"
title = { vi = "thử", en = "trial" }
source = { document = "1/2015", issuer = "A", date = 2015-01-01 }

[[attribute]]
table = "cadres"
id = "fit"
type = "boolean"
changeable = true

[[criterion]]
id = "c"
title = { vi = "Đủ tiêu chuẩn", en = "Is qualified" }
cite = "1"
when = ''')" + condition + "'''\n",
                      "trial.toml");
}

Roster roster_of(const Pack& pack, const std::vector<Record>& people) {
    RosterBuilder builder(pack.schema());
    builder.add("units", {{"id", "u1"}});
    builder.add("units", {{"id", "u2"}, {"tier", "city"}});
    builder.add_table("cadres");
    for (const Record& person : people) builder.add("cadres", person);
    return builder.build();
}

std::string shown(const Value& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* date = std::get_if<Date>(&value)) return to_iso(day_number(*date));
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    std::string all = "{";
    for (const auto& [name, cell] : std::get<ListValue>(value).records.at(0)) all += name + "=" + shown(cell) + " ";
    return all + "}";
}

std::string shown(const std::vector<Change>& changes) {
    std::string all;
    for (const Change& change : changes) {
        all +=
            (change.kind == Change::Kind::establish ? "?" : "+") + change.attribute + ":" + shown(change.value) + ";";
    }
    return all;
}

using Rows = std::pair<std::int64_t, std::int64_t>;  ///< rows, and rows that have no other remedy

class Sample {
public:
    /// Conditions read lists, too, where `lists`.
    explicit Sample(std::uint64_t seed, bool lists = false) : random_(seed), lists_(lists) {}

    std::size_t below(std::size_t bound) { return random_() % bound; }
    bool chance(double probability) { return std::bernoulli_distribution(probability)(random_); }
    std::string one_of(const std::vector<std::string>& texts) { return texts[below(texts.size())]; }

    Record person() {
        Record person;
        if (!chance(0.2)) person.emplace_back("degree", one_of(degrees));
        if (!chance(0.2)) person.emplace_back("political_theory", one_of(theories));
        if (!chance(0.2))
            person.emplace_back("foreign_language", chance(0.2) ? Value(None{}) : Value(one_of({"A", "B1"})));
        if (!chance(0.2)) person.emplace_back("fit", chance(0.5));
        if (!chance(0.2)) person.emplace_back("party_member", chance(0.5));
        if (!chance(0.2)) person.emplace_back("appraisals", appraisals());
        if (!chance(0.2)) person.emplace_back("qualifications", qualifications());
        return person;
    }

    std::string condition(int depth) {
        if (depth == 0) return atom();
        const std::string a = condition(depth - 1);
        const std::string b = condition(depth - 1);
        if (chance(0.1)) return "not(" + a + ")";
        return "(" + a + (chance(0.5) ? " and " : " or ") + b + ")";
    }

private:
    std::string list_atom() {
        switch (below(4)) {
            case 0: return "count(appraisals[year >= 2014 and rating >= \"" + one_of(ratings) + "\"]) >= 2";
            case 1: return "appraisals[-1].rating >= \"" + one_of(ratings) + "\"";
            case 2: return "(every a in appraisals satisfies a.rating >= \"completed\" or a.status != \"rated\")";
            default:
                return "(some q in qualifications satisfies q.level >= \"" + one_of(degrees) +
                       "\" and q.awarded <= as_of)";
        }
    }

    ListValue appraisals() {
        ListValue list;
        for (const int year : {2013, 2014, 2015}) {
            if (chance(year == 2015 ? 0.7 : 0.3)) continue;
            Record member;
            if (!chance(0.1)) member.emplace_back("year", year);
            if (!chance(0.2)) member.emplace_back("rating", one_of(ratings));
            if (!chance(0.2)) member.emplace_back("status", "rated");
            list.records.push_back(member);
        }
        list.open = chance(0.1);
        return list;
    }

    ListValue qualifications() {
        ListValue list;
        for (std::size_t i = below(3); i > 0; --i) {
            Record member{{"level", one_of(degrees)}};
            if (!chance(0.2)) member.emplace_back("awarded", Date(static_cast<unsigned short>(2014 + below(3)), 6, 1));
            list.records.push_back(member);
        }
        return list;
    }

    std::string atom() {
        static const std::vector<std::string> operators{">=", ">=", ">", "=", "<"};
        if (lists_ && chance(0.5)) return list_atom();
        switch (below(6)) {
            case 0:
            case 1: return "degree " + one_of(operators) + " \"" + one_of(degrees) + "\"";
            case 2: return "political_theory " + one_of(operators) + " \"" + one_of(theories) + "\"";
            case 3: return "foreign_language in (\"B1\", \"B2\")";
            case 4: return "fit";
            default: return "party_member";
        }
    }

    const std::vector<std::string> degrees{"none", "college", "bachelor", "master", "doctorate"};
    const std::vector<std::string> theories{"none", "elementary", "intermediate", "advanced", "bachelor"};
    const std::vector<std::string> ratings{"completed", "good", "excellent"};
    std::mt19937_64 random_;
    bool lists_;
};

/// Expects the needs of random rosters to be the remedies of their rows; returns how many rows have one.
std::int64_t expect_as_remedies(Sample& sample, int rounds, int rows) {
    std::int64_t counted = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::string condition = sample.condition(static_cast<int>(sample.below(4)));
        const Pack pack = pack_of(condition);
        std::vector<Record> people;
        for (int i = 0; i < rows; ++i) people.push_back(sample.person());
        const Roster roster = roster_of(pack, people);
        const std::size_t most = 1 + sample.below(3);
        std::map<std::string, Rows> expected;
        std::int64_t helped = 0;
        for (std::size_t row = 0; row < people.size(); ++row) {
            const Remedies of_row = remedies(pack, "c", roster, row, on_day, {most, 0});
            helped += of_row.remedies.empty() ? 0 : 1;
            for (const Remedy& remedy : of_row.remedies) {
                Rows& counts = expected[shown(remedy.changes)];
                ++counts.first;
                counts.second += of_row.remedies.size() == 1 ? 1 : 0;
            }
        }
        const Needs found = needs(pack, "c", roster, on_day, most);
        std::map<std::string, Rows> shown_needs;
        for (const Need& need : found.needs) shown_needs[shown(need.changes)] = {need.rows, need.only};
        EXPECT_EQ(shown_needs, expected) << "round " << round << ", at most " << most << ": " << condition;
        EXPECT_EQ(found.helped, helped);
        counted += helped;
    }
    return counted;
}

TEST(Needs, AreTheRemediesOfAllRows) {
    Sample sample(20151231);
    EXPECT_GT(expect_as_remedies(sample, 40, 70), 500);
}

TEST(Needs, AddMembersToLists) {
    Sample sample(20160101, true);
    EXPECT_GT(expect_as_remedies(sample, 40, 70), 500);
}

TEST(Needs, CountWhoLacksOneThingOnly) {
    const Pack pack = pack_of(R"(degree >= "bachelor" and political_theory >= "advanced")");
    std::vector<Record> people(3, Record{{"degree", "master"}, {"political_theory", "elementary"}});
    people.push_back({{"degree", "master"}});
    people.push_back({{"degree", "master"}, {"political_theory", "bachelor"}});
    const Needs found = needs(pack, "c", roster_of(pack, people), on_day);
    EXPECT_EQ(found.counts, (Counts{1, 3, 1}));
    ASSERT_EQ(found.needs.size(), 2U);
    EXPECT_EQ(shown(found.needs[0].changes), "+political_theory:advanced;");
    EXPECT_EQ(found.needs[0].rows, 3);
    EXPECT_EQ(found.needs[0].only, 3);
    EXPECT_EQ(shown(found.needs[1].changes), "?political_theory:advanced;");
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(found.to_text("vi"),
              "Nhu cầu để đạt “Đủ tiêu chuẩn” (bảng cadres, ngày xét 31/12/2015)\n"
              "Đạt 1, không đạt 3, chưa xác định 1; có cách để đạt: 4\n"
              "  • 3 hồ sơ (với 3 hồ sơ là cách duy nhất): cần bổ sung: trình độ lý luận chính trị lên cao cấp hoặc cử "
              "nhân\n"
              "  • 1 hồ sơ (với 1 hồ sơ là cách duy nhất): cần xác minh: trình độ lý luận chính trị từ cao cấp hoặc cử "
              "nhân trở lên\n"
              "Dữ liệu thiếu đang giữ lại kết luận\n"
              "  • 1 hồ sơ: trình độ lý luận chính trị (cadres.political_theory)\n");
}

TEST(Needs, RankTheCellThatHoldsUpManyVerdicts) {
    const Pack pack = pack_of(R"(unit.tier = "city" and party_member)");
    std::vector<Record> people(40, Record{{"unit", "u1"}, {"party_member", true}});
    people.push_back({{"unit", "u2"}});
    const Needs found = needs(pack, "c", roster_of(pack, people), on_day);
    EXPECT_TRUE(found.needs.empty());
    ASSERT_FALSE(found.held_up_by_cells.empty());
    EXPECT_EQ(found.held_up_by_cells[0].table, "units");
    EXPECT_EQ(found.held_up_by_cells[0].attribute, "tier");
    EXPECT_EQ(found.held_up_by_cells[0].row, 0);
    EXPECT_EQ(found.held_up_by_cells[0].rows, 40);
    ASSERT_EQ(found.held_up_by.size(), 2U);
    EXPECT_EQ(found.held_up_by[0].attribute, "tier");
    EXPECT_EQ(found.held_up_by[1].rows, 1);
    EXPECT_NE(found.to_text("en").find("40 rows: tier (units.tier, row 0)"), std::string::npos);
}

TEST(Needs, OfAnEmptyTableAreNone) {
    const Pack pack = pack_of(R"(degree >= "bachelor")");
    const Needs found = needs(pack, "c", roster_of(pack, {}), on_day);
    EXPECT_TRUE(found.needs.empty());
    EXPECT_EQ(found.counts, Counts{});
    EXPECT_THROW(needs(pack, "d", roster_of(pack, {}), on_day), Error);
}

}  // namespace
}  // namespace cadre::testing
