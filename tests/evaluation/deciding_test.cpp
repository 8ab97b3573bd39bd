#include "support/trial_pack.hpp"

#include <gtest/gtest.h>
#include <cadre/error.hpp>
#include <cadre/evaluation/deciding.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace cadre::testing {
namespace {

const EvaluationOptions on_day{.as_of = Date(2015, 12, 31)};

/// One cadre whose unit, where it is known, is the first of two.
struct Person {
    Record cadre;
    Record units[2];

    void add_to(RosterBuilder& builder, const std::string& prefix) const {
        for (int i = 0; i < 2; ++i) {
            Record unit = units[i];
            unit.emplace_back("id", prefix + std::to_string(i));
            builder.add("units", unit);
        }
        Record record = cadre;
        for (auto& [name, value] : record) {
            if (name == "unit") value = prefix + std::get<std::string>(value);
        }
        builder.add("cadres", record);
    }
};

Roster roster_of(const std::vector<Person>& people) {
    RosterBuilder builder;
    builder.add_table("cadres");
    for (std::size_t i = 0; i < people.size(); ++i) people[i].add_to(builder, "p" + std::to_string(i) + "u");
    return builder.build();
}

std::string name_of(const MissingField& field) {
    return field.table + "." + field.attribute + std::to_string(field.row);
}

std::set<std::string> names_of(const FieldSet& fields) {
    std::set<std::string> names;
    for (const MissingField& field : fields) names.insert(name_of(field));
    return names;
}

std::set<std::set<std::string>> names_of(const std::vector<FieldSet>& sets) {
    std::set<std::set<std::string>> names;
    for (const FieldSet& set : sets) names.insert(names_of(set));
    return names;
}

// ---- brute force: every set of missing cells, every value, judged on a roster that has them ----

/// A missing cell of the test's people, with every value that it may have.
struct Field {
    std::string name;  ///< as `name_of`
    int unit = -1;     ///< of `units`
    int member = -1;   ///< of `appraisals`
    std::string attribute;
    std::vector<Value> values;

    void set(Person& person, const Value& value) const {
        Record& record = unit >= 0 ? person.units[unit] : person.cadre;
        if (member < 0) {
            record.emplace_back(attribute, value);
            return;
        }
        for (auto& [key, list] : record) {
            if (key != "appraisals") continue;
            std::get<ListValue>(list).records[static_cast<std::size_t>(member)].emplace_back(attribute, value);
        }
    }
};

const std::vector<Value> degrees{"none", "elementary", "vocational", "college", "bachelor", "master", "doctorate"};
const std::vector<Value> theories{"none", "elementary", "intermediate", "advanced", "bachelor"};
const std::vector<Value> ratings{"not_completed", "completed_with_limits", "completed", "good", "excellent"};
const std::vector<Value> days{Date(1979, 12, 31), Date(1980, 1, 1), Date(1980, 1, 2)};
const std::vector<Value> kinds{"ward", "township", "rural_commune"};

/// Chooses what a random person lacks.
class Lacking {
public:
    explicit Lacking(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t bound) { return random_() % bound; }
    bool chance(double probability) { return std::bernoulli_distribution(probability)(random_); }
    const Value& one_of(const std::vector<Value>& values) { return values[below(values.size())]; }

    std::vector<Field> fields;  ///< in the library's order: cadres, appraisals, units

    Person person() {
        fields.clear();
        Person person;
        give(person.cadre, "birth_date", days, 0.5);
        give(person.cadre, "party_member", {false, true}, 0.5);
        give(person.cadre, "degree", degrees, 0.4);
        give(person.cadre, "political_theory", theories, 0.4);
        give(person.cadre, "unit", {"0", "1"}, 0.5);
        ListValue list;
        std::vector<Field> members;
        for (int i = 0; i < 2; ++i) {
            // Lists stand in the order of the year, which is therefore known.
            Record member{{"year", 2013 + i}};
            give_member(member, "rating", ratings, i, members);
            list.records.push_back(member);
        }
        person.cadre.emplace_back("appraisals", list);
        fields.insert(fields.end(), members.begin(), members.end());
        for (int i = 0; i < 2; ++i) {
            if (chance(0.5)) {
                person.units[i].emplace_back("kind", one_of(kinds));
            } else if (is_unit(person.cadre, i)) {
                fields.push_back({"units.kind" + std::to_string(i), i, -1, "kind", kinds});
            }
        }
        return person;
    }

    std::string condition(int depth) {
        if (depth == 0) return atom();
        const std::string a = condition(depth - 1);
        const std::string b = condition(depth - 1);
        switch (below(5)) {
            case 0:
            case 1: return "(" + a + " and " + b + ")";
            case 2:
            case 3: return "(" + a + " or " + b + ")";
            default: return chance(0.5) ? "not(" + a + ")" : "(if " + atom() + " then " + a + " else " + b + ")";
        }
    }

private:
    /// Whether the cadre is known to be in the unit; of a missing unit the units are tried as they are.
    static bool is_unit(const Record& cadre, int unit) {
        return std::any_of(cadre.begin(), cadre.end(), [&](const auto& cell) {
            return cell.first == "unit" && std::get<std::string>(cell.second) == std::to_string(unit);
        });
    }

    void give(Record& record, const std::string& attribute, const std::vector<Value>& values, double missing) {
        if (!chance(missing)) {
            record.emplace_back(attribute, one_of(values));
            return;
        }
        fields.push_back({"cadres." + attribute + "0", -1, -1, attribute, values});
    }

    void give_member(Record& record, const std::string& attribute, const std::vector<Value>& values, int member,
                     std::vector<Field>& members) {
        if (!chance(0.4)) {
            record.emplace_back(attribute, one_of(values));
            return;
        }
        members.push_back({"cadres.appraisals." + attribute + std::to_string(member), -1, member, attribute, values});
    }

    std::string atom() {
        static const std::vector<std::string> operators{">=", ">", "=", "!=", "<", "<="};
        const auto level = [&](const std::vector<Value>& values) {
            return " " + operators[below(operators.size())] + " \"" + std::get<std::string>(one_of(values)) + "\"";
        };
        switch (below(7)) {
            case 0: return "degree" + level(degrees);
            case 1: return "political_theory" + level(theories);
            case 2: return "party_member";
            case 3: return "birth_date " + operators[below(operators.size())] + " @\"1980-01-01\"";
            case 4: return "unit.kind in (\"ward\", \"township\")";
            case 5: return "(some a in appraisals satisfies a.year >= 2014 and a.rating" + level(ratings) + ")";
            default: return "count(appraisals[rating" + level(ratings) + "]) >= " + std::to_string(1 + below(2));
        }
    }

    std::mt19937_64 random_;
};

class BruteForce {
public:
    BruteForce(const Pack& pack, const Person& person, const std::vector<Field>& fields)
        : pack_(pack), person_(person), fields_(fields) {}

    /// Whether some values of the fields in the set give the verdict, and whether all give a known one.
    struct Answer {
        bool meet = false;
        bool fail = false;
        bool always = true;
    };

    Answer of(std::size_t set) {
        std::vector<Person> people{person_};
        for (std::size_t at = 0; at < fields_.size(); ++at) {
            if (((set >> at) & 1U) == 0) continue;
            std::vector<Person> more;
            for (const Person& person : people) {
                for (const Value& value : fields_[at].values) {
                    more.push_back(person);
                    fields_[at].set(more.back(), value);
                }
            }
            people = std::move(more);
        }
        const VerdictTable table = evaluate(pack_, roster_of(people), on_day);
        const Counts counts = table["c"].counts();
        return {counts.met > 0, counts.not_met > 0, counts.undetermined == 0};
    }

    std::set<std::string> names(std::size_t set) const {
        std::set<std::string> names;
        for (std::size_t at = 0; at < fields_.size(); ++at) {
            if (((set >> at) & 1U) != 0) names.insert(fields_[at].name);
        }
        return names;
    }

private:
    const Pack& pack_;
    const Person& person_;
    const std::vector<Field>& fields_;
};

TEST(Deciding, IsWhatBruteForceFinds) {
    Lacking lacking(20151231);
    int open = 0;
    int several = 0;
    for (int round = 0; round < 250; ++round) {
        const Person person = lacking.person();
        const std::string condition = lacking.condition(1 + static_cast<int>(lacking.below(3)));
        if (lacking.fields.size() > 6) continue;
        const Pack pack = pack_of(condition);
        const std::size_t most = 1 + lacking.below(3);
        const Deciding found = deciding(pack, "c", roster_of({person}), 0, on_day, most);
        if (found.verdict != Verdict::undetermined) continue;
        ++open;

        BruteForce brute(pack, person, lacking.fields);
        const std::size_t sets = std::size_t{1} << lacking.fields.size();
        std::vector<BruteForce::Answer> answers;
        for (std::size_t set = 0; set < sets; ++set) answers.push_back(brute.of(set));
        std::set<std::set<std::string>> can_meet;
        std::set<std::set<std::string>> can_fail;
        for (std::size_t set = 1; set < sets; ++set) {
            if (brute.names(set).size() > most) continue;
            bool meet = answers[set].meet;
            bool fail = answers[set].fail;
            for (std::size_t part = 0; part < set; ++part) {
                if ((part & set) != part) continue;
                meet = meet && !answers[part].meet;
                fail = fail && !answers[part].fail;
            }
            if (meet) can_meet.insert(brute.names(set));
            if (fail) can_fail.insert(brute.names(set));
        }
        several += can_meet.size() + can_fail.size() > 2 ? 1 : 0;
        ASSERT_EQ(names_of(found.can_meet), can_meet) << round << ": " << condition;
        ASSERT_EQ(names_of(found.can_fail), can_fail) << round << ": " << condition;

        std::size_t left = sets - 1;
        ASSERT_EQ(found.always.has_value(), answers[left].always) << round << ": " << condition;
        if (!found.always) continue;
        for (std::size_t at = lacking.fields.size(); at-- > 0;) {
            if (answers[left & ~(std::size_t{1} << at)].always) left &= ~(std::size_t{1} << at);
        }
        ASSERT_EQ(names_of(*found.always), brute.names(left)) << round << ": " << condition;
    }
    EXPECT_GT(open, 60);
    EXPECT_GT(several, 15);
}

Deciding deciding_of(const std::string& condition, const Record& cadre) {
    return deciding(pack_of(condition), "c", roster_of({{cadre, {}}}), 0, on_day);
}

TEST(Deciding, TellsOutcomesApart) {
    const Deciding found = deciding_of(R"(degree >= "master" and political_theory >= "advanced")", {});
    EXPECT_EQ(names_of(found.can_meet),
              (std::set<std::set<std::string>>{{"cadres.degree0", "cadres.political_theory0"}}));
    EXPECT_EQ(names_of(found.can_fail),
              (std::set<std::set<std::string>>{{"cadres.degree0"}, {"cadres.political_theory0"}}));
    EXPECT_TRUE(found.complete);
}

TEST(Deciding, HasNothingToSayOfAKnownVerdict) {
    const Deciding found = deciding_of(R"(degree >= "master")", {{"degree", "master"}});
    EXPECT_EQ(found.verdict, Verdict::met);
    EXPECT_TRUE(found.fields.empty());
    EXPECT_TRUE(found.can_meet.empty());
    EXPECT_FALSE(found.always.has_value());
}

TEST(Deciding, NarrowsAPartialDate) {
    const Record cadre{{"birth_date", PartialDate::of_year(1980)}};
    const Deciding found = deciding_of(R"(years and months duration(birth_date, as_of) >= @"P35Y6M")", cadre);
    ASSERT_EQ(found.fields.size(), 1U);
    EXPECT_TRUE(found.fields[0].partial);
    EXPECT_EQ(found.can_meet.size(), 1U);
    EXPECT_EQ(found.can_fail.size(), 1U);
    const Deciding settled = deciding_of(R"(birth_date >= @"1980-01-01")", cadre);
    EXPECT_EQ(settled.verdict, Verdict::met);
}

TEST(Deciding, DoesNotPromiseWhatOpenListsKeepOpen) {
    const ListValue open{{{{"year", 2014}}}, true};
    const Deciding found = deciding_of(R"(every a in appraisals satisfies a.rating >= "good")", {{"appraisals", open}});
    EXPECT_TRUE(found.can_meet.empty());
    EXPECT_EQ(found.can_fail.size(), 1U);
    EXPECT_FALSE(found.always.has_value());
}

TEST(Deciding, DoesNotNameSensitiveAttributes) {
    const Pack pack = pack_of("not(proceedings)", R"([[attribute]]
table = "cadres"
id = "proceedings"
type = "boolean"
sensitive = true
)",
                              "reads_sensitive = [\"cadres.proceedings\"]\n");
    const Deciding found = deciding(pack, "c", roster_of({{}}), 0, on_day);
    ASSERT_EQ(found.can_meet.size(), 1U);
    EXPECT_EQ(found.can_meet[0][0].attribute, "");
    EXPECT_EQ(found.to_text("en").find("proceedings"), std::string::npos);
}

TEST(Deciding, ReadsWell) {
    const Deciding found = deciding_of(R"(degree >= "master" or specialist_training >= "specialist_1")",
                                       {{"specialist_training", "none"}});
    EXPECT_EQ(found.to_text("vi"),
              "Dữ liệu nào quyết định kết luận về “Đủ tiêu chuẩn” (bảng cadres, dòng 0, ngày xét 31/12/2015)\n"
              "Có thể đủ để kết luận là đạt, tùy giá trị:\n"
              "  • trình độ chuyên môn (cadres.degree, dòng 0)\n"
              "Có thể đủ để kết luận là không đạt, tùy giá trị:\n"
              "  • trình độ chuyên môn (cadres.degree, dòng 0)\n"
              "Luôn đủ để kết luận, dù giá trị thế nào:\n"
              "  • trình độ chuyên môn (cadres.degree, dòng 0)\n");
    EXPECT_EQ(deciding_of(R"(degree >= "master")", {{"degree", "none"}}).to_text("en"),
              "What would decide the verdict on “Is qualified” (table cadres, row 0, judged as of 2015-12-31)\n"
              "The verdict is known: not met.\n");
}

}  // namespace
}  // namespace cadre::testing
