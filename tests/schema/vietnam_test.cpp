#include <cadre/schema/schema.hpp>
#include <cadre/schema/spelling_matcher.hpp>

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace cadre {
namespace {

const Schema& schema() {
    static const std::shared_ptr<const Schema> loaded = load_vocabulary();
    return *loaded;
}

std::vector<std::string> codes(const char* scale) {
    std::vector<std::string> ids;
    for (const Code& code : schema().scale(schema().find_scale(scale).value()).codes) ids.push_back(code.id);
    return ids;
}

const Attribute& attribute(const char* table, const char* id) {
    const int index = schema().find_table(table).value();
    return schema().attribute(index, schema().table(index).find(id).value());
}

using Names = std::vector<std::string>;

TEST(Vietnam, HasTheLevelCodesThatAreFixed) {
    EXPECT_EQ(codes("general_education"), (Names{"none", "primary", "lower_secondary", "upper_secondary"}));
    EXPECT_EQ(codes("degree"),
              (Names{"none", "elementary", "vocational", "college", "bachelor", "master", "doctorate"}));
    EXPECT_EQ(codes("specialist_training"), (Names{"none", "specialist_1", "specialist_2"}));
    EXPECT_EQ(codes("political_theory"), (Names{"none", "elementary", "intermediate", "advanced", "bachelor"}));
    EXPECT_EQ(codes("rating"), (Names{"not_completed", "completed_with_limits", "completed", "good", "excellent"}));
    EXPECT_EQ(codes("discipline_form"),
              (Names{"reprimand", "warning", "pay_reduction", "demotion", "removal", "expulsion"}));
    EXPECT_EQ(codes("tier"), (Names{"commune", "district", "city", "central"}));
    EXPECT_EQ(codes("state_management"), (Names{"none", "officer", "principal_officer", "senior_officer"}));
    EXPECT_EQ(codes("organisation_rating"), (Names{"weak", "completed", "good", "clean_and_strong"}));
    EXPECT_EQ(codes("sex"), (Names{"female", "male"}));
    EXPECT_EQ(codes("sector"),
              (Names{"party", "government", "front_and_mass", "internal_affairs", "public_service", "enterprise"}));
}

TEST(Vietnam, AdvancedAndBachelorShareARankAndAllOtherLevelsDiffer) {
    for (const Scale& scale : schema().scales()) {
        if (!scale.ordered) continue;
        for (std::size_t i = 1; i < scale.codes.size(); ++i) {
            const bool shared = scale.id == "political_theory" && scale.codes[i].id == "bachelor";
            EXPECT_EQ(scale.codes[i].rank == scale.codes[i - 1].rank, shared) << scale.id << ' ' << scale.codes[i].id;
        }
    }
}

TEST(Vietnam, HasEveryTableAndAttributeOfTheDesign) {
    const std::pair<const char*, Names> tables[] = {
        {"cadres",
         {"id",
          "sex",
          "birth_date",
          "ethnicity",
          "home_locality",
          "party_member",
          "party_admission_date",
          "party_official_date",
          "joined_service",
          "general_education",
          "degree",
          "specialist_training",
          "academic_title",
          "political_theory",
          "state_management",
          "foreign_language",
          "it_skill",
          "managed_by",
          "unit",
          "qualifications",
          "appointments",
          "appraisals",
          "disciplines",
          "trainings"}},
        {"cadres.qualifications", {"level", "kind", "field", "awarded", "evidence"}},
        {"cadres.appointments", {"post", "unit", "title", "from", "to", "kind", "primary", "acting", "end_reason"}},
        {"cadres.appraisals", {"year", "rating", "kind", "unit", "status"}},
        {"cadres.disciplines", {"authority", "form", "decided", "until"}},
        {"cadres.trainings", {"course", "kind", "from", "to"}},
        {"units", {"id", "name", "tier", "kind", "sector", "locality", "parent", "from", "to", "fields"}},
        {"unit_successions", {"old", "new", "date", "kind"}},
        {"posts", {"id", "title", "unit", "rank", "seats", "leading", "sensitive", "managed_by"}},
        {"party_organisations", {"id", "kind", "unit", "appraisals"}},
        {"party_members", {"id", "organisation", "appraisals"}},
        {"admissions", {"date", "organisation"}},
        {"trainees", {"cadre", "course", "group", "completed"}},
        {"mass_organisations", {"id", "kind", "unit", "appraisals"}},
    };
    for (const auto& [table, names] : tables) {
        const auto index = schema().find_table(table);
        ASSERT_TRUE(index) << table;
        for (const std::string& name : names) EXPECT_TRUE(schema().table(*index).find(name)) << table << ' ' << name;
    }
}

TEST(Vietnam, ReferencesLeadToTheirTables) {
    EXPECT_EQ(attribute("cadres", "unit").type, (Type{TypeKind::reference, *schema().find_table("units")}));
    EXPECT_EQ(attribute("cadres.appointments", "post").type,
              (Type{TypeKind::reference, *schema().find_table("posts")}));
    EXPECT_EQ(attribute("units", "parent").type, (Type{TypeKind::reference, *schema().find_table("units")}));
    EXPECT_EQ(attribute("units", "fields").type, Type::list_of({TypeKind::text}));
}

TEST(Vietnam, SaysWhatCanChangeWhatCannotAndWhatMayBeAbsent) {
    for (const char* id : {"degree", "specialist_training", "political_theory", "state_management", "foreign_language",
                           "it_skill", "qualifications", "trainings", "appraisals"}) {
        EXPECT_TRUE(attribute("cadres", id).changeable) << id;
    }
    EXPECT_FALSE(attribute("cadres", "appointments").changeable);
    for (const char* id : {"sex", "birth_date", "ethnicity", "home_locality"})
        EXPECT_TRUE(attribute("cadres", id).timeless) << id;
    EXPECT_TRUE(attribute("cadres", "party_admission_date").allows_none);
    EXPECT_TRUE(attribute("cadres", "party_official_date").allows_none);
    EXPECT_FALSE(attribute("cadres", "birth_date").allows_none);
    EXPECT_TRUE(attribute("cadres.appointments", "to").allows_ongoing);
    EXPECT_TRUE(attribute("cadres.trainings", "to").allows_ongoing);
}

TEST(Vietnam, ListsAreOrderedByTheirDates) {
    const std::pair<const char*, const char*> orders[] = {
        {"cadres.appointments", "from"},   {"cadres.appraisals", "year"}, {"cadres.qualifications", "awarded"},
        {"cadres.disciplines", "decided"}, {"cadres.trainings", "from"},
    };
    for (const auto& [table, key] : orders)
        EXPECT_EQ(schema().table(*schema().find_table(table)).order_by, key) << table;
}

TEST(Vietnam, EveryLabelIsReadBackAsItsOwnCode) {
    for (const Scale& scale : schema().scales()) {
        const SpellingMatcher matcher(scale);
        for (std::size_t i = 0; i < scale.codes.size(); ++i) {
            const Code& code = scale.codes[i];
            EXPECT_EQ(matcher.exact(code.label.vi), static_cast<int>(i)) << scale.id << ' ' << code.id;
            EXPECT_EQ(matcher.exact(code.id), static_cast<int>(i)) << scale.id << ' ' << code.id;
            for (const std::string& spelling : code.spellings) {
                EXPECT_EQ(matcher.exact(spelling), static_cast<int>(i)) << scale.id << ' ' << spelling;
            }
        }
    }
}

TEST(Vietnam, IsWrittenInNfc) {
    for (const Scale& scale : schema().scales()) {
        for (const Code& code : scale.codes) {
            for (const std::string& spelling : code.spellings) EXPECT_EQ(normalized_text(spelling), spelling);
        }
    }
    for (const Table& table : schema().tables()) {
        for (const Attribute& item : table.attributes) EXPECT_EQ(normalized_text(item.meaning.vi), item.meaning.vi);
    }
}

}  // namespace
}  // namespace cadre
