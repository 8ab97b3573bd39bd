#include "support/trial_pack.hpp"

#include <gtest/gtest.h>
#include <cadre/error.hpp>
#include <cadre/evaluation/evaluate.hpp>
#include <cadre/evaluation/remedy.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace cadre::testing {
namespace {

const EvaluationOptions on_day{.as_of = Date(2015, 12, 31)};

Roster roster_of(const std::vector<Record>& people) {
    RosterBuilder builder;
    builder.add_table("cadres");
    for (const Record& person : people) builder.add("cadres", person);
    return builder.build();
}

Remedies remedies_of(const std::string& condition, const Record& person, std::size_t changes = 3) {
    return remedies(pack_of(condition), "c", roster_of({person}), 0, on_day, {changes, 0});
}

std::string shown(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* date = std::get_if<Date>(&value)) return to_iso(day_number(*date));
    std::string all = "{";
    for (const auto& [name, cell] : std::get<ListValue>(value).records.at(0)) all += name + "=" + shown(cell) + " ";
    return all + "}";
}

std::string shown(const Remedy& remedy) {
    std::string all;
    for (const Change& change : remedy.changes) all += change.attribute + ":" + shown(change.value) + ";";
    if (remedy.day != day_number(on_day.as_of)) all += "until " + to_iso(remedy.day);
    return all;
}

std::set<std::string> shown(const Remedies& found) {
    std::set<std::string> all;
    for (const Remedy& remedy : found.remedies) all.insert(shown(remedy));
    return all;
}

// ---- brute force: every set of changes, every value, judged on a roster that has them, day by day ----

/// What one attribute could become, and whether one of these asks for no more than another.
struct Possibility {
    std::string attribute;
    std::vector<Value> values;
    bool ascending = true;  ///< a member that leaves its level open asks for less than one that has a level

    bool at_most(std::size_t a, std::size_t b) const { return ascending ? a <= b : a == b; }
};

using Taken = std::vector<std::pair<const Possibility*, std::size_t>>;

bool asks_at_most(const Taken& lesser, const Taken& greater) {
    return std::all_of(lesser.begin(), lesser.end(), [&](const auto& one) {
        return std::any_of(greater.begin(), greater.end(), [&](const auto& other) {
            return one.first == other.first && one.first->at_most(one.second, other.second);
        });
    });
}

void add_sets(const std::vector<Possibility>& all, std::size_t first, std::size_t most, Taken& taken,
              std::vector<Taken>& sets) {
    sets.push_back(taken);
    if (taken.size() == most) return;
    for (std::size_t i = first; i < all.size(); ++i) {
        for (std::size_t value = 0; value < all[i].values.size(); ++value) {
            taken.emplace_back(&all[i], value);
            add_sets(all, i + 1, most, taken, sets);
            taken.pop_back();
        }
    }
}

Record with_changes(Record person, const Taken& taken) {
    for (const auto& [possibility, value] : taken) {
        const auto held = std::find_if(person.begin(), person.end(), [&, &possibility = possibility](const auto& cell) {
            return cell.first == possibility->attribute;
        });
        const Value& wanted = possibility->values[value];
        const auto* member = std::get_if<ListValue>(&wanted);
        if (held == person.end()) {
            person.emplace_back(possibility->attribute, wanted);
            // A list of which nothing is known may hold others.
            if (member != nullptr) std::get<ListValue>(person.back().second).open = true;
        } else if (member != nullptr) {
            std::get<ListValue>(held->second).records.push_back(member->records[0]);
        } else {
            held->second = wanted;
        }
    }
    return person;
}

std::string shown(const Taken& taken, DayNumber day) {
    Remedy remedy{{}, day};
    for (const auto& [possibility, value] : taken) {
        remedy.changes.push_back({.attribute = possibility->attribute, .value = possibility->values[value]});
    }
    return shown(remedy);
}

/// By set, the first day from that of judgement to `latest` on which it suffices, or one that comes after.
std::vector<DayNumber> first_days(const Pack& pack, const Record& person, const std::vector<Taken>& sets,
                                  DayNumber latest, bool fixed_law) {
    std::vector<Record> people;
    for (const Taken& taken : sets) people.push_back(with_changes(person, taken));
    const Roster roster = roster_of(people);
    const Program program = compile(pack);
    std::vector<DayNumber> first(sets.size(), latest + 1);
    for (DayNumber day = latest; day >= day_number(on_day.as_of); --day) {
        EvaluationOptions options{.as_of = date_of(day)};
        if (fixed_law) options.law_as_of = on_day.as_of;
        const VerdictTable table = evaluate(program, roster, options);
        for (std::size_t i = 0; i < sets.size(); ++i) {
            if (table["c"][i] == Verdict::met) first[i] = day;
        }
    }
    return first;
}

std::set<std::string> brute_force(const Pack& pack, const Record& person, const std::vector<Possibility>& all,
                                  std::size_t most, DayNumber latest, bool fixed_law = false) {
    std::vector<Taken> sets;
    Taken none;
    add_sets(all, 0, most, none, sets);
    const std::vector<DayNumber> first = first_days(pack, person, sets, latest, fixed_law);
    std::vector<std::size_t> sufficient;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (first[i] <= latest) sufficient.push_back(i);
    }
    std::set<std::string> best;
    for (const std::size_t i : sufficient) {
        const bool is_beaten = std::any_of(sufficient.begin(), sufficient.end(), [&](std::size_t other) {
            return other != i && first[other] <= first[i] && asks_at_most(sets[other], sets[i]);
        });
        if (!is_beaten) best.insert(shown(sets[i], first[i]));
    }
    return best;
}

class People {
public:
    /// Conditions of `moving` ones read the day of judgement and a parameter whose law changes.
    explicit People(std::uint64_t seed, bool moving = false) : random_(seed), moving_(moving) {}

    std::size_t below(std::size_t bound) { return random_() % bound; }
    bool chance(double probability) { return std::bernoulli_distribution(probability)(random_); }
    const std::string& one_of(const std::vector<std::string>& texts) { return texts[below(texts.size())]; }

    static const std::vector<std::string>& levels(const std::string& attribute) {
        // Of levels that share a rank only the first: a remedy names that.
        static const std::vector<std::string> degree{"none",     "elementary", "vocational", "college",
                                                     "bachelor", "master",     "doctorate"};
        static const std::vector<std::string> theory{"none", "elementary", "intermediate", "advanced"};
        static const std::vector<std::string> management{"none", "officer", "principal_officer", "senior_officer"};
        static const std::vector<std::string> rating{"not_completed", "completed_with_limits", "completed", "good",
                                                     "excellent"};
        if (attribute == "degree") return degree;
        if (attribute == "political_theory") return theory;
        return attribute == "rating" ? rating : management;
    }

    Record person() {
        Record person;
        for (const std::string id : {"degree", "political_theory", "state_management"}) {
            if (!chance(0.25)) person.emplace_back(id, one_of(levels(id)));
        }
        if (!chance(0.3))
            person.emplace_back("foreign_language", chance(0.3) ? Value(None{}) : Value(one_of(languages)));
        if (!chance(0.3)) person.emplace_back("party_member", chance(0.5));
        if (!chance(0.2)) person.emplace_back("birth_date", birth_date());
        if (!chance(0.2)) person.emplace_back("appraisals", appraisals());
        if (!chance(0.2)) person.emplace_back("qualifications", qualifications());
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

    inline static const std::vector<std::string> languages{"A", "B1", "B2"};

private:
    std::string level_atom(const std::string& path, const std::string& attribute) {
        static const std::vector<std::string> operators{">=", ">=", ">=", ">", "=", "!=", "<", "<="};
        return path + " " + one_of(operators) + " \"" + one_of(levels(attribute)) + "\"";
    }

    std::string moving_atom() {
        switch (below(9)) {
            case 0: return "as_of >= @\"2016-0" + std::to_string(1 + below(2)) + "-1" + std::to_string(below(9)) + "\"";
            case 1: return "birth_date <= as_of - @\"P36Y\"";
            case 2: return "years and months duration(birth_date, as_of) < @\"P38Y\"";
            case 3: return "degree >= required_degree";
            case 4: return "(if as_of.month = 12 then degree = \"bachelor\" else degree >= required_degree)";
            case 5: return "as_of.year - appraisals[-1].year >= 1";
            case 6: return "count(appraisals[year >= as_of.year - 2 and " + level_atom("rating", "rating") + "]) >= 2";
            case 7:
                return "(every q in qualifications satisfies q.awarded <= as_of - @\"P" + std::to_string(below(30)) +
                       "D\")";
            default:
                return "(some q in qualifications satisfies " + level_atom("q.level", "degree") +
                       " and q.awarded + @\"P" + std::to_string(below(40)) + "D\" <= as_of)";
        }
    }

    std::string atom() {
        if (moving_ && chance(0.5)) return moving_atom();
        switch (below(11)) {
            case 0:
            case 1: return level_atom("degree", "degree");
            case 2:
            case 3: return level_atom("political_theory", "political_theory");
            case 4: return level_atom("state_management", "state_management");
            case 5: return "foreign_language in (\"A\", \"B1\", \"B2\")";
            case 6: return "foreign_language = \"B1\"";
            case 7: return chance(0.5) ? "party_member" : "birth_date <= @\"1980-01-01\"";
            case 8:
                return "count(appraisals[year >= 2013 and status = \"rated\" and " + level_atom("rating", "rating") +
                       "]) >= " + std::to_string(1 + below(3));
            case 9: return level_atom("appraisals[-1].rating", "rating");
            default:
                return "(some q in qualifications satisfies " + level_atom("q.level", "degree") +
                       " and q.awarded <= as_of)";
        }
    }

    Date birth_date() {
        if (!moving_) return Date(static_cast<unsigned short>(1970 + below(20)), 5, 1);
        return Date(static_cast<unsigned short>(1978 + below(3)), 1, static_cast<unsigned short>(1 + below(28)));
    }

    ListValue appraisals() {
        ListValue list;
        for (const int year : {2012, 2013, 2014, 2015}) {
            if (chance(year == 2015 ? 0.7 : 0.3)) continue;
            Record member{{"year", year}};
            if (!chance(0.2)) member.emplace_back("rating", one_of(levels("rating")));
            if (!chance(0.2)) member.emplace_back("status", "rated");
            list.records.push_back(member);
        }
        list.open = chance(0.1);
        return list;
    }

    ListValue qualifications() {
        ListValue list;
        for (std::size_t i = below(3); i > 0; --i) {
            Record member{{"level", one_of(levels("degree"))}};
            if (!chance(0.2)) member.emplace_back("awarded", Date(static_cast<unsigned short>(2014 + below(4)), 6, 1));
            list.records.push_back(member);
        }
        return list;
    }

    std::mt19937_64 random_;
    bool moving_;
};

bool holds(const Record& person, const std::string& attribute) {
    return std::any_of(person.begin(), person.end(), [&](const auto& cell) { return cell.first == attribute; });
}

Value held(const Record& person, const std::string& attribute) {
    for (const auto& [name, value] : person) {
        if (name == attribute) return value;
    }
    return Missing{};
}

Possibility raised(const Record& person, const std::string& attribute) {
    Possibility possibility{attribute, {}};
    const auto& levels = People::levels(attribute);
    std::size_t first = 0;
    if (holds(person, attribute)) {
        const auto level = std::get<std::string>(held(person, attribute));
        first = static_cast<std::size_t>(std::find(levels.begin(), levels.end(), level) - levels.begin()) + 1;
    }
    for (std::size_t i = first; i < levels.size(); ++i) possibility.values.emplace_back(levels[i]);
    return possibility;
}

Possibility appended(const std::string& list, const Record& given, const std::string& attribute,
                     const std::string& scale, bool level_first) {
    Possibility possibility{list, {ListValue{{given}, false}}};
    for (const std::string& level : People::levels(scale)) {
        Record member = given;
        member.insert(level_first ? member.begin() : member.begin() + 1, {attribute, level});
        possibility.values.push_back(ListValue{{member}, false});
    }
    return possibility;
}

std::vector<Possibility> possibilities(const Record& person, const std::string& condition) {
    std::vector<Possibility> all{raised(person, "degree"), raised(person, "political_theory"),
                                 raised(person, "state_management")};
    Possibility language{"foreign_language", {}, false};
    for (const std::string& text : People::languages) {
        const Value present = held(person, "foreign_language");
        const auto* has = std::get_if<std::string>(&present);
        if (condition.find('"' + text + '"') != std::string::npos && (has == nullptr || *has != text)) {
            language.values.emplace_back(text);
        }
    }
    all.push_back(language);
    all.push_back(appended("qualifications", {{"awarded", Date(2015, 12, 31)}}, "level", "degree", true));
    bool judged_this_year = false;
    const Value appraisals = held(person, "appraisals");
    if (const auto* list = std::get_if<ListValue>(&appraisals)) {
        for (const Record& member : list->records) {
            judged_this_year = judged_this_year || std::get<std::int64_t>(held(member, "year")) == 2015;
        }
    }
    if (!judged_this_year) {
        all.push_back(appended("appraisals", {{"year", 2015}, {"status", "rated"}}, "rating", "rating", false));
    }
    return all;
}

TEST(Remedies, AMemberThatIsAddedIsKnownByWhatItIsGiven) {
    const Record person{{"appraisals", ListValue{{{{"year", 2010}}}, false}}};
    const auto ways = [&](const std::string& condition) { return remedies_of(condition, person).remedies.size(); };
    EXPECT_GT(ways("some a in appraisals satisfies known(a.rating) and a.rating >= \"good\""), 0U);
    EXPECT_EQ(ways("some a in appraisals satisfies known(a.unit) and a.rating >= \"good\""), 0U);
}

/// How many of the remedies found are of which kind.
struct Tally {
    std::size_t all = 0;
    std::size_t of_several = 0;  ///< changes
    std::size_t of_time = 0;     ///< alone
    std::size_t of_both = 0;

    void add(const Remedies& found) {
        for (const Remedy& remedy : found.remedies) {
            const bool waits = remedy.day > found.as_of;
            ++all;
            of_several += remedy.changes.size() > 1 ? 1 : 0;
            of_time += remedy.changes.empty() ? 1 : 0;
            of_both += waits && !remedy.changes.empty() ? 1 : 0;
        }
    }
};

TEST(Remedies, AreWhatBruteForceFinds) {
    People people(20151231);
    Tally tally;
    for (int round = 0; round < 400; ++round) {
        const std::string condition = people.condition(static_cast<int>(people.below(4)));
        const Record person = people.person();
        const Pack pack = pack_of(condition);
        const std::size_t most = 1 + people.below(3);
        const Remedies found = remedies(pack, "c", roster_of({person}), 0, on_day, {most, 0});
        ASSERT_EQ(found.latest, day_number(on_day.as_of));
        if (found.verdict == Verdict::met) {
            ASSERT_TRUE(found.remedies.empty()) << condition;
            continue;
        }
        const auto expected = brute_force(pack, person, possibilities(person, condition), most, found.latest);
        ASSERT_EQ(shown(found), expected) << "round " << round << ", at most " << most << ": " << condition;
        ASSERT_EQ(found.remedies.size(), expected.size()) << condition;
        tally.add(found);
    }
    EXPECT_GT(tally.all, 200U);
    EXPECT_GT(tally.of_several, 30U);
}

const std::string changing_law = R"([[parameter]]
id = "required_degree"
cite = "1"
values = [ { to = 2016-01-20, value = '"master"' }, { from = 2016-01-20, value = '"college"' } ]
)";

TEST(Remedies, WithWaitingAreWhatBruteForceFinds) {
    People people(20160101, true);
    Tally tally;
    for (int round = 0; round < 220; ++round) {
        const std::string condition = people.condition(static_cast<int>(people.below(4)));
        const Record person = people.person();
        const Pack pack = pack_of(condition, changing_law);
        const std::size_t most = 1 + people.below(2);
        const bool fixed_law = people.chance(0.3);
        EvaluationOptions options = on_day;
        if (fixed_law) options.law_as_of = on_day.as_of;
        const int months = static_cast<int>(1 + people.below(2));
        const Remedies found = remedies(pack, "c", roster_of({person}), 0, options, {most, months});
        if (found.verdict == Verdict::met) continue;
        const auto expected =
            brute_force(pack, person, possibilities(person, condition), most, found.latest, fixed_law);
        ASSERT_EQ(shown(found), expected) << "round " << round << ", at most " << most << ": " << condition;
        ASSERT_EQ(found.remedies.size(), expected.size()) << condition;
        tally.add(found);
    }
    EXPECT_GT(tally.of_time, 10U);
    EXPECT_GT(tally.of_both, 10U);
}

TEST(Remedies, NameTheLowestSufficientLevelAndAlternatives) {
    const Record person{{"degree", "bachelor"}, {"specialist_training", "none"}, {"political_theory", "intermediate"}};
    const Remedies found = remedies_of(
        R"((degree >= "master" or specialist_training >= "specialist_1") and political_theory >= "advanced")", person);
    EXPECT_EQ(found.verdict, Verdict::not_met);
    EXPECT_EQ(shown(found), (std::set<std::string>{"degree:master;political_theory:advanced;",
                                                   "specialist_training:specialist_1;political_theory:advanced;"}));
    EXPECT_TRUE(found.complete);
    EXPECT_TRUE(found.remedies.front().changes.front().or_more);
}

TEST(Remedies, AreEmptyForAVerdictThatIsMet) {
    const Remedies found = remedies_of(R"(degree >= "master")", {{"degree", "doctorate"}});
    EXPECT_EQ(found.verdict, Verdict::met);
    EXPECT_TRUE(found.remedies.empty());
    EXPECT_TRUE(found.complete);
}

TEST(Remedies, EstablishWhatTheFileLacks) {
    const Remedies found = remedies_of(R"(political_theory >= "advanced")", {});
    ASSERT_EQ(found.remedies.size(), 1U);
    EXPECT_EQ(found.remedies[0].changes[0].kind, Change::Kind::establish);
    EXPECT_EQ(found.to_text(Language::vi),
              "Cần thay đổi những gì để đạt “Đủ tiêu chuẩn” (bảng cadres, dòng 0, ngày xét 31/12/2015)\n"
              "  • cần xác minh: trình độ lý luận chính trị từ cao cấp hoặc cử nhân trở lên\n"
              "Không còn cách nào khác.\n");
}

TEST(Remedies, ReadWell) {
    const Record person{{"degree", "bachelor"}, {"political_theory", "intermediate"}};
    const Remedies found = remedies_of(R"(degree >= "master" and political_theory >= "advanced")", person);
    EXPECT_EQ(found.to_text("vi"),
              "Cần thay đổi những gì để đạt “Đủ tiêu chuẩn” (bảng cadres, dòng 0, ngày xét 31/12/2015)\n"
              "  • cần bổ sung: trình độ chuyên môn từ đại học lên thạc sĩ; cần bổ sung: trình độ lý luận chính trị từ "
              "trung cấp lên cao cấp hoặc cử nhân\n"
              "Không còn cách nào khác.\n");
    EXPECT_EQ(
        found.to_text("en"),
        "What would have to change to meet “Is qualified” (table cadres, row 0, judged as of 2015-12-31)\n"
        "  • raise: degree from bachelor's degree to master's degree; raise: political theory from intermediate to "
        "advanced or bachelor's level\n"
        "There is no other way.\n");
}

TEST(Remedies, NeverLowerALevel) {
    const Remedies found = remedies_of(R"(degree <= "college" and political_theory >= "elementary")",
                                       {{"degree", "master"}, {"political_theory", "none"}});
    EXPECT_TRUE(found.remedies.empty());
    EXPECT_TRUE(found.complete);
}

TEST(Remedies, NeverTouchSexOrDates) {
    const Remedies found = remedies_of(R"(sex = "female" or birth_date >= @"1990-01-01" or degree = "doctorate")",
                                       {{"sex", "male"}, {"birth_date", Date(1970, 1, 1)}, {"degree", "bachelor"}});
    EXPECT_EQ(shown(found), (std::set<std::string>{"degree:doctorate;"}));
}

TEST(Remedies, NeverProposeASensitiveAttribute) {
    const std::string attribute = R"([[attribute]]
table = "cadres"
id = "health"
type = "level"
of = "state_management"
changeable = true
sensitive = true
)";
    const Pack pack =
        pack_of(R"(health >= "officer" or degree >= "master")", attribute, "reads_sensitive = [\"cadres.health\"]\n");
    const Remedies found = remedies(pack, "c", roster_of({{{"degree", "none"}}}), 0, on_day);
    EXPECT_EQ(shown(found), (std::set<std::string>{"degree:master;"}));
    EXPECT_EQ(found.to_text("en").find("health"), std::string::npos);
}

TEST(Remedies, AddOneAppraisalAYear) {
    const std::string condition = R"(count(appraisals[year >= 2014 and rating >= "good"]) >= 2)";
    const Record of_2014{{"year", 2014}, {"rating", "excellent"}};
    const Record of_2015{{"year", 2015}, {"rating", "completed"}};
    const Remedies found = remedies_of(condition, {{"appraisals", ListValue{{of_2014}, false}}});
    EXPECT_EQ(shown(found), (std::set<std::string>{"appraisals:{year=2015 rating=good status=rated };"}));
    EXPECT_EQ(found.remedies[0].changes[0].kind, Change::Kind::append);
    EXPECT_TRUE(remedies_of(condition, {{"appraisals", ListValue{{of_2014, of_2015}, false}}}).remedies.empty());
}

TEST(Remedies, SayWhenMoreChangesWereNotTried) {
    const Record person{{"degree", "none"}, {"political_theory", "none"}, {"state_management", "none"}};
    const std::string condition =
        R"(degree >= "master" and political_theory >= "advanced" and state_management >= "officer")";
    const Remedies bounded = remedies_of(condition, person, 2);
    EXPECT_TRUE(bounded.remedies.empty());
    EXPECT_FALSE(bounded.complete);
    EXPECT_EQ(remedies_of(condition, person, 3).remedies.size(), 1U);
    EXPECT_THROW(remedies_of(condition, person, 0), Error);
    EXPECT_THROW(remedies_of(condition, person, most_changes_searched + 1), Error);
}

const std::string theory_or_years = R"(political_theory >= "advanced"
    or (political_theory >= "intermediate" and joined_service <= as_of - @"P10Y") or joined_service <= as_of - @"P12Y")";
const Record of_2006{{"political_theory", "elementary"}, {"joined_service", Date(2006, 3, 1)}};

TEST(Remedies, CombineChangesWithWaiting) {
    const Remedies found = remedies(pack_of(theory_or_years), "c", roster_of({of_2006}), 0, on_day);
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(found.to_text("vi"),
              "Cần thay đổi những gì để đạt “Đủ tiêu chuẩn” (bảng cadres, dòng 0, xét từ 31/12/2015 đến 31/12/2025)\n"
              "Chỉ cần thực hiện một trong các cách sau:\n"
              "  • chờ đến ngày 01/03/2018\n"
              "  • cần bổ sung: trình độ lý luận chính trị từ sơ cấp lên trung cấp; chờ đến ngày 01/03/2016\n"
              "  • cần bổ sung: trình độ lý luận chính trị từ sơ cấp lên cao cấp hoặc cử nhân\n"
              "Không còn cách nào khác.\n");
    EXPECT_EQ(found.to_text("en"),
              "What would have to change to meet “Is qualified” (table cadres, row 0, judged from 2015-12-31 to "
              "2025-12-31)\n"
              "Any one of the following suffices:\n"
              "  • wait until 2018-03-01\n"
              "  • raise: political theory from elementary to intermediate; wait until 2016-03-01\n"
              "  • raise: political theory from elementary to advanced or bachelor's level\n"
              "There is no other way.\n");
}

TEST(Remedies, WaitNoLongerThanAsked) {
    const Pack pack = pack_of(theory_or_years);
    const Roster roster = roster_of({of_2006});
    EXPECT_EQ(remedies(pack, "c", roster, 0, on_day, {.wait_months = 3}).remedies.size(), 2U);
    EXPECT_EQ(remedies(pack, "c", roster, 0, on_day, {.wait_months = 2}).remedies.size(), 1U);
    EXPECT_THROW(remedies(pack, "c", roster, 0, on_day, {.wait_months = -1}), Error);
    EXPECT_THROW(remedies(pack, "c", roster, 0, on_day, {.wait_months = most_wait_months + 1}), Error);
    const EvaluationOptions last{.as_of = date_of(last_day)};
    EXPECT_EQ(remedies(pack, "c", roster_of({{}}), 0, last).latest, last_day);
}

TEST(Remedies, WaitForTheLawToChange) {
    const Pack pack = pack_of("degree >= required_degree", changing_law);
    const Roster roster = roster_of({{{"degree", "college"}}});
    const std::set<std::string> both{"until 2016-01-20", "degree:master;"};
    EXPECT_EQ(shown(remedies(pack, "c", roster, 0, on_day)), both);
    const EvaluationOptions fixed{.as_of = on_day.as_of, .law_as_of = on_day.as_of};
    EXPECT_EQ(shown(remedies(pack, "c", roster, 0, fixed)), std::set<std::string>{"degree:master;"});
}

TEST(Remedies, DoNotWaitPastTheSnapshotThatHidesFacts) {
    RosterBuilder builder;
    builder.set_snapshot(day_number(Date(2016, 6, 1)));
    builder.add("cadres", {{"degree", "master"}});
    const EvaluationOptions strict{.as_of = on_day.as_of, .strict_snapshot = true};
    const Remedies found = remedies(pack_of(R"(degree >= "master")"), "c", builder.build(), 0, strict);
    EXPECT_EQ(to_iso(found.latest), "2016-05-31");
    EXPECT_EQ(shown(found), std::set<std::string>{"degree:master;"});
    EXPECT_EQ(found.remedies[0].changes[0].kind, Change::Kind::establish);
}

}  // namespace
}  // namespace cadre::testing
