#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace cadre {
namespace {

std::string criterion(const std::string& id, const std::string& when, const std::string& more = {}) {
    return "[[criterion]]\nid = \"" + id + "\"\ntitle = { vi = \"x\", en = \"x\" }\ncite = \"1\"\nwhen = '" + when +
           "'\n" + more;
}

std::string parameter(const std::string& id, const std::string& value, const std::string& more = {}) {
    return "[[parameter]]\nid = \"" + id + "\"\nvalue = " + value + "\ncite = \"1\"\n" + more;
}

std::string target(const std::string& id, const std::string& share, const std::string& more = {}) {
    return "[[target]]\nid = \"" + id + "\"\ntitle = { vi = \"x\", en = \"x\" }\ncite = \"1\"\namong = 'true'\n" +
           "meet = \"graduate\"\nshare = \"" + share + "\"\nby = 2015-12-31\n" + more;
}

class Overriding : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() / (std::string("cadre_overriding_") + test->name());
        std::filesystem::create_directories(folder_);
        write("base", "",
              parameter("least", "\"bachelor\"") + criterion("graduate", "degree >= \"bachelor\"") +
                  criterion("graduate_member", "graduate and party_member") + target("graduates", "> 35 %") +
                  target("members", "> 10 %"));
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& uses, const std::string& entries) {
        const std::string path = (folder_ / (name + ".toml")).string();
        std::ofstream(path) << "[pack]\nid = \"" << name << "\"\ntitle = { vi = \"x\", en = \"x\" }\n"
                            << "source = { document = \"of " << name << "\" }\n"
                            << uses << entries;
        return path;
    }

    Pack extending(const std::string& entries) { return load_pack(write("top", "extends = \"base.toml\"\n", entries)); }

    Diagnostic finding(const std::string& entries) {
        try {
            extending(entries);
        } catch (const Error& error) {
            EXPECT_EQ(error.diagnostics().size(), 1U) << error.diagnostics().at(1).to_text();
            return error.diagnostics().at(0);
        }
        ADD_FAILURE() << "accepted: " << entries;
        return {};
    }

    std::filesystem::path folder_;
};

TEST_F(Overriding, AnOverriddenCriterionIsSeenByThoseThatUseIt) {
    const Pack pack = extending(criterion("graduate", "degree >= \"master\"", "overrides = \"base\"\n"));
    ASSERT_EQ(pack.criteria().size(), 2U);
    const Criterion& own = *pack.find_criterion("graduate");
    EXPECT_EQ(own.citation.document, "of top");
    EXPECT_EQ(to_text(*own.versions[0].condition, *pack.schema()), "degree >= \"master\"");
    const Criterion& user = *pack.find_criterion("graduate_member");
    EXPECT_EQ(user.citation.document, "of base");
    EXPECT_EQ(user.versions[0].condition->children[0], own.condition);
}

TEST_F(Overriding, ASilentOverrideIsRefusedWhereItStands) {
    const Diagnostic found = finding(criterion("graduate", "true"));
    EXPECT_EQ(found.message.id, texts::silent_override);
    EXPECT_NE(found.place.source.find("top.toml"), std::string::npos);
    EXPECT_NE(found.hint->text(Language::en).find("overrides = \"base\""), std::string::npos);
    EXPECT_EQ(finding(parameter("least", "\"master\"")).message.id, texts::silent_override);
    EXPECT_EQ(finding(target("graduates", "> 50 %")).message.id, texts::silent_override);
}

TEST_F(Overriding, WhatIsNotThereCannotBeOverridden) {
    const std::string base = "overrides = \"base\"\n";
    EXPECT_EQ(finding(criterion("undergraduate", "true", base)).message.id, texts::override_without_entry);
    EXPECT_EQ(finding(criterion("own", "true", "overrides = \"bases\"\n")).message.id, texts::override_of_unused_pack);
    EXPECT_EQ(finding(criterion("least", "true", base)).message.id, texts::override_of_other_kind);
    EXPECT_EQ(finding(criterion("graduate_member", "true", base + "on = \"units\"\n")).message.id,
              texts::override_on_other_table);
}

TEST_F(Overriding, AnExtensionTakesOverTargetsWithTheirDocument) {
    const Pack pack = extending(target("graduates", "> 50 %", "overrides = \"base\"\n"));
    const std::vector<Node>& targets = pack.sections("target");
    ASSERT_EQ(targets.size(), 2U);
    EXPECT_EQ(*targets[0].find("share")->get_if<std::string>(), "> 50 %");
    EXPECT_EQ(*targets[1].find("id")->get_if<std::string>(), "members");
    EXPECT_EQ(*targets[1].find("cite")->find("document")->get_if<std::string>(), "of base");
}

TEST_F(Overriding, APackThatIsOnlyUsedHandsOnNoTargets) {
    const Pack pack = load_pack(write("user", "use = [\"base.toml\"]\n", ""));
    EXPECT_TRUE(pack.sections("target").empty());
    EXPECT_NE(pack.find_criterion("graduate"), nullptr);
}

TEST_F(Overriding, AnOverrideOfAnOverrideWins) {
    write("middle", "extends = \"base.toml\"\n", parameter("least", "\"master\"", "overrides = \"base\"\n"));
    const std::string entries = parameter("least", "\"doctorate\"", "overrides = \"middle\"\n");
    const Pack pack = load_pack(write("top", "use = [\"base.toml\", \"middle.toml\"]\n", entries));
    ASSERT_EQ(pack.parameters().size(), 1U);
    EXPECT_EQ(to_text(*pack.parameters()[0]->versions[0].value, *pack.schema()), "\"doctorate\"");
    EXPECT_EQ(pack.sections("target").size(), 0U);
}

}  // namespace
}  // namespace cadre
