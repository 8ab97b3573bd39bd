#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>
#include <cadre/messages/texts/criteria.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

const std::string head = R"toml([pack]
id = "test"
title = { vi = "Thử", en = "Test" }
source = { document = "D-1" }
[[attribute]]
table = "cadres"
id = "well"
type = "boolean"
sensitive = true
[[definition]]
id = "able"
is = 'well and party_member'
)toml";

std::string criterion(const std::string& id, const std::string& when, const std::string& more = {}) {
    return "[[criterion]]\nid = \"" + id + "\"\ntitle = { vi = \"x\", en = \"x\" }\ncite = \"1\"\nwhen = '" + when +
           "'\n" + more;
}

Diagnostics found_in(const std::string& entries) {
    try {
        parse_pack(head + entries, "test.toml");
    } catch (const Error& error) {
        return error.diagnostics();
    }
    return {};
}

TEST(SensitiveReads, MustBeDeclaredByTheCriterionThatReachesThem) {
    for (const std::string when : {"well", "able", "not(able) or degree >= \"master\""}) {
        const Diagnostics found = found_in(criterion("fit", when));
        ASSERT_EQ(found.size(), 1U) << when;
        EXPECT_EQ(found[0].message.id, texts::sensitive_undeclared);
        EXPECT_NE(found[0].hint->text(Language::en).find("cadres.well"), std::string::npos);
        EXPECT_TRUE(found_in(criterion("fit", when, "reads_sensitive = [\"cadres.well\"]\n")).empty()) << when;
    }
    const std::string fit = criterion("fit", "able", "reads_sensitive = [\"cadres.well\"]\n");
    EXPECT_EQ(found_in(fit + criterion("both", "fit")).at(0).message.id, texts::sensitive_undeclared);
}

TEST(SensitiveReads, ADeclarationThatNothingBearsOutIsRefused) {
    const Diagnostics found =
        found_in(criterion("fit", "able", "reads_sensitive = [\"cadres.well\", \"cadres.wel\"]\n"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].message.id, texts::sensitive_unread);
    EXPECT_NE(found[0].hint->text(Language::en).find("cadres.well"), std::string::npos);
    EXPECT_EQ(found_in(criterion("m", "party_member", "reads_sensitive = [\"cadres.well\"]\n")).at(0).message.id,
              texts::sensitive_unread);
}

}  // namespace
}  // namespace cadre
