#include "planning/form_words.hpp"

#include <cadre/messages/texts/planning.hpp>

namespace cadre {
namespace {

std::vector<FormWords> columns(MessageId divisions, const std::string& heads) {
    return {
        {"committee", texts::form_committee, R"(kind = "committee")"},
        {"standing_committee", texts::form_standing_committee, R"(kind = "standing_committee")"},
        {"inspection_committee", texts::form_inspection_committee, R"(kind = "inspection_committee")"},
        {"secretary", texts::form_secretary, R"(kind = "post" and post.title = "party_secretary")"},
        {"deputy_secretary", texts::form_deputy_secretary,
         R"(kind = "post" and post.title = "deputy_party_secretary")"},
        {"peoples_committee", texts::form_peoples_committee,
         R"(kind = "post" and post.title in ("committee_chair", "deputy_committee_chair"))"},
        {"peoples_council", texts::form_peoples_council,
         R"(kind = "post" and post.title in ("council_chair", "deputy_council_chair"))"},
        {"party_bodies", texts::form_party_bodies,
         R"(kind = "post" and post.title in ("party_body_head", "deputy_party_body_head"))"},
        {"front_and_mass", texts::form_front_and_mass,
         R"(kind = "post" and post.title in ("front_chair", "deputy_front_chair", "youth_union_secretary", )"
         R"("womens_union_chair", "farmers_union_chair", "veterans_chair", "trade_union_chair"))"},
        {"divisions", divisions, "kind = \"post\" and post.title in (" + heads + ')'},
        {"public_units", texts::form_public_units,
         R"(kind = "post" and post.title in ("unit_head", "deputy_unit_head"))"},
    };
}

}  // namespace

std::string form_number(FormLevel level) {
    return level == FormLevel::province ? "12A-BTCTW" : level == FormLevel::district ? "12B-BTCTW" : "12C-BTCTW";
}

MessageId form_level(FormLevel level) {
    if (level == FormLevel::province) return texts::form_province;
    return level == FormLevel::district ? texts::form_district : texts::form_commune;
}

std::string level_condition(FormLevel level) {
    if (level == FormLevel::province) return R"(tier = "city")";
    return level == FormLevel::district ? R"(tier = "district")" : R"(tier = "commune")";
}

const std::vector<FormWords>& form_columns(FormLevel level) {
    static const auto departments =
        columns(texts::form_departments,
                R"("department_director", "deputy_department_director", "finance_head", "chief_inspector")");
    static const auto divisions =
        columns(texts::form_divisions, R"("division_head", "deputy_division_head", "finance_head", "chief_inspector")");
    return level == FormLevel::province ? departments : divisions;
}

const std::vector<FormWords>& form_lines() {
    static const std::string age = "years and months duration(birth_date, as_of)";
    static const std::string specialist = R"(specialist_training >= "specialist_1")";
    static const std::vector<FormWords> lines{
        {"total", texts::form_total, ""},
        {"women", texts::form_women, R"(sex = "female")"},
        {"ethnic_minority", texts::form_minority, R"(lower case(ethnicity) != "kinh")"},
        {"religion", texts::form_religion, "", false},
        {"age_to_40", texts::form_age_to_40, age + R"( < @"P41Y")"},
        {"age_to_50", texts::form_age_to_50, age + R"( >= @"P41Y" and )" + age + R"( < @"P51Y")"},
        {"age_over_50", texts::form_age_over_50, age + R"( >= @"P51Y")"},
        {"college", texts::form_college, "degree = \"college\" and not(" + specialist + ')'},
        {"university", texts::form_university, "degree = \"bachelor\" and not(" + specialist + ')'},
        {"postgraduate", texts::form_postgraduate, "degree >= \"master\" or " + specialist},
        {"academic_title", texts::form_academic_title, R"(academic_title >= "associate_professor")"},
        {"theory_elementary", texts::form_theory_elementary, R"(political_theory = "elementary")"},
        {"theory_intermediate", texts::form_theory_intermediate, R"(political_theory = "intermediate")"},
        {"theory_advanced", texts::form_theory_advanced, R"(political_theory >= "advanced")"},
    };
    return lines;
}

}  // namespace cadre
