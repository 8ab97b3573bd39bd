// Holds a system of your own to a rule pack, with GoogleTest: the pack's cases are its tests.

#include <cadre/cadre.hpp>
#include <cadre/testing/matchers.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string text_of(const cadre::Record& person, std::string_view name) {
    for (const auto& [attribute, value] : person) {
        if (attribute == name && std::holds_alternative<std::string>(value)) return std::get<std::string>(value);
    }
    return {};
}

/// The system under test, as a form might compute it: undetermined where the file does not tell.
cadre::Verdict has_postgraduate_degree(const cadre::Record& person) {
    static const std::set<std::string> degrees{"Thạc sĩ", "Tiến sĩ", "master", "doctorate"};
    static const std::set<std::string> trainings{"CKI", "CKII"};
    const std::string degree = text_of(person, "degree");
    const std::string training = text_of(person, "specialist_training");
    if (degrees.contains(degree) || trainings.contains(training)) return cadre::Verdict::met;
    return degree.empty() || training.empty() ? cadre::Verdict::undetermined : cadre::Verdict::not_met;
}

struct Asked {
    std::string id;
    cadre::Record person;
    cadre::Verdict answer;
};

/// How GoogleTest names the parameter.
void PrintTo(const Asked& asked, std::ostream* out) {
    *out << asked.id;
}

cadre::Verdict verdict_of(cadre::Outcome outcome) {
    if (outcome == cadre::Outcome::met) return cadre::Verdict::met;
    return outcome == cadre::Outcome::not_met ? cadre::Verdict::not_met : cadre::Verdict::undetermined;
}

/// What the pack's cases expect of one criterion; what is not in force is not asked of the system.
std::vector<Asked> asked_of_the_system() {
    std::vector<Asked> all;
    for (const cadre::Case& one : cadre::load_cases("hanoi-2011").cases) {
        const auto cadres = std::find_if(one.tables.begin(), one.tables.end(),
                                         [](const auto& table) { return table.first == "cadres"; });
        for (const cadre::ExpectedVerdict& expected : one.verdicts) {
            if (expected.subject != "postgraduate_holder" || expected.outcome == cadre::Outcome::not_in_force) continue;
            all.push_back({one.id, cadres->second[expected.row], verdict_of(expected.outcome)});
        }
    }
    return all;
}

class TheSystem : public testing::TestWithParam<Asked> {};

TEST_P(TheSystem, AnswersAsTheProgrammeAsks) {
    EXPECT_EQ(has_postgraduate_degree(GetParam().person), GetParam().answer);
}

INSTANTIATE_TEST_SUITE_P(Cases, TheSystem, testing::ValuesIn(asked_of_the_system()));

TEST(ThePack, HoldsToItsOwnCases) {
    EXPECT_THAT(cadre::run_cases(cadre::load_cases("hanoi-2011")), cadre::EveryCaseHolds());
}

}  // namespace
