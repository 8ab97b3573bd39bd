#include "rotation/rotation_pack.hpp"

#include <cadre/error.hpp>
#include <cadre/rotation/rotation_policy.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::rotation_pack;
using testing::rotation_policy;

template <class Rule>
Rule rule_of(const std::string& keys) {
    return std::get<Rule>(read_rotation_policies(rotation_pack(rotation_policy("p", keys))).at(0).rule);
}

using Codes = std::vector<std::string>;

Codes codes_of(const std::string& policies) {
    Diagnostics diagnostics;
    read_rotation_policies(rotation_pack(policies), diagnostics);
    Codes found;
    for (const Diagnostic& diagnostic : diagnostics) found.emplace_back(code(diagnostic.message.id));
    return found;
}

std::string text_of(const ExpressionPtr& expression) {
    return to_text(*expression, *load_vocabulary());
}

TEST(RotationPolicy, ReadsRulesOnOneSpell) {
    const auto fixed = rule_of<OverstayRule>("rule = \"overstay\"\nspells = 'post.leading'\nlongest = \"P3Y\"");
    EXPECT_EQ(text_of(fixed.spells), "post.leading");
    EXPECT_EQ(std::get<std::int64_t>(fixed.longest->constant), 36);
    const auto by_post =
        rule_of<OverstayRule>("rule = \"overstay\"\nspells = 'post.leading'\nlongest = 'post.change_period'");
    EXPECT_EQ(text_of(by_post.longest), "post.change_period");
    const auto least = rule_of<LeastStayRule>(
        "rule = \"least_stay\"\nspells = 'end_reason != \"retirement\"'\nleast = 'term_of_office'");
    EXPECT_EQ(text_of(least.least), "term_of_office");
    EXPECT_NE(rule_of<ReturnRule>("rule = \"return\"\nspells = 'kind = \"rotation\"'").spells, nullptr);
}

TEST(RotationPolicy, ReadsRulesOnSeveralSpells) {
    const auto pause =
        rule_of<CoolingOffRule>("rule = \"cooling_off\"\nafter = 'post.sensitive'\ninto = 'true'\npause = \"P12M\"");
    EXPECT_EQ(text_of(pause.after), "post.sensitive");
    EXPECT_EQ(text_of(pause.into), "true");
    EXPECT_EQ(pause.pause.count, 12);
    EXPECT_FALSE(rule_of<NoReturnRule>("rule = \"no_return\"\nspells = 'true'").within);
    EXPECT_EQ(rule_of<NoReturnRule>("rule = \"no_return\"\nspells = 'true'\nwithin = \"P5Y\"").within->count, 60);
    const auto terms = rule_of<TermsRule>("rule = \"terms\"\nspells = 'true'\nmost = 2");
    EXPECT_EQ(terms.most, 2);
    EXPECT_EQ(terms.same, TermsRule::Same::post);
    EXPECT_FALSE(terms.counts_from);
    const auto titles =
        rule_of<TermsRule>("rule = \"terms\"\nspells = 'true'\nmost = 2\nsame = \"title\"\ncounts_from = \"P30M\"");
    EXPECT_EQ(titles.same, TermsRule::Same::title);
    EXPECT_EQ(titles.counts_from->count, 30);
}

TEST(RotationPolicy, ReadsRulesOnCadresAndMoves) {
    EXPECT_NE(rule_of<ConditionRule>("rule = \"condition\"\nmeet = 'party_member'").condition, nullptr);
    const auto move = rule_of<MoveRule>("rule = \"move\"\ninto = 'leading'\nmeet = 'proposed_post.rank >= 1'");
    EXPECT_EQ(text_of(move.into), "leading");
    EXPECT_EQ(rule_of<MoveRule>("rule = \"move\"\nmeet = 'true'").into, nullptr);
    EXPECT_EQ(rule_of<DirectionRule>("rule = \"direction\"\ndirections = [\"city_to_grassroots\"]").directions,
              Codes{"city_to_grassroots"});
}

TEST(RotationPolicy, NamesEachRuleAsThePackDoes) {
    const std::pair<const char*, const char*> rules[] = {
        {"overstay", "spells = 'true'\nlongest = \"P3Y\""},
        {"least_stay", "spells = 'true'\nleast = \"P3Y\""},
        {"cooling_off", "after = 'true'\ninto = 'true'\npause = \"P1Y\""},
        {"no_return", "spells = 'true'"},
        {"terms", "spells = 'true'\nmost = 2"},
        {"condition", "meet = 'true'"},
        {"return", "spells = 'true'"},
        {"move", "meet = 'true'"},
        {"direction", "directions = [\"among_districts\"]"},
    };
    for (const auto& [name, keys] : rules) {
        const Pack pack = rotation_pack(rotation_policy("p", "rule = \"" + std::string(name) + "\"\n" + keys));
        EXPECT_EQ(to_code(read_rotation_policies(pack).at(0).rule), name);
    }
}

TEST(RotationPolicy, ReadsTheKindsThatRulesOnMovesAreFor) {
    const std::string kinds = "\nkinds = [\"transfer\", \"rotation\"]";
    const std::string down = "rule = \"direction\"\ndirections = [\"city_to_grassroots\"]";
    EXPECT_EQ(rule_of<MoveRule>("rule = \"move\"\nmeet = 'true'" + kinds).kinds, (Codes{"transfer", "rotation"}));
    EXPECT_EQ(rule_of<MoveRule>("rule = \"move\"\nmeet = 'true'").kinds, Codes{});
    EXPECT_EQ(rule_of<DirectionRule>(down + kinds).kinds, (Codes{"transfer", "rotation"}));
    EXPECT_EQ(rule_of<DirectionRule>(down).kinds, Codes{});
}

TEST(RotationPolicy, ReadsHeadForWhomAndExemptions) {
    const auto read = read_rotation_policies(rotation_pack(rotation_policy("p", R"(from = 2015-01-01
to = 2020-01-01
cadres = 'party_member'
exempt = 'count(current_deferrals) > 0'
reads_sensitive = ["cadres.deferrals"]
rule = "condition"
meet = 'true')")));
    ASSERT_EQ(read.size(), 1u);
    EXPECT_EQ(read[0].id, "p");
    EXPECT_EQ(read[0].citation.document, "1-QĐ/TU");
    EXPECT_EQ(read[0].in_force.to, day_number(Date(2020, 1, 1)));
    EXPECT_EQ(text_of(read[0].cadres), "party_member");
    EXPECT_EQ(text_of(read[0].exempt), "count(current_deferrals) > 0");
}

TEST(RotationPolicy, NamesWhatIsWrong) {
    const std::string stay = "rule = \"overstay\"\nspells = 'true'\n";
    EXPECT_EQ(codes_of(rotation_policy("p", "rule = \"overstays\"")), Codes{"rotation_policy_unknown_rule"});
    EXPECT_EQ(codes_of(rotation_policy("p", stay + "longest = \"P3Y\"\nleast = \"P1Y\"")), Codes{"unknown_key"});
    EXPECT_EQ(codes_of(rotation_policy("p", stay)), Codes{"missing_key"});
    EXPECT_EQ(codes_of(rotation_policy("p", stay + "longest = \"P30D\"")), Codes{"policy_no_duration"});
    EXPECT_EQ(codes_of(rotation_policy("p", stay + "longest = \"P0M\"")), Codes{"policy_no_duration"});
    EXPECT_EQ(codes_of(rotation_policy("p", stay + "longest = 'from'")), Codes{"policy_no_duration"});
    EXPECT_EQ(codes_of(rotation_policy("p", "rule = \"return\"\nspells = 'kind'")), Codes{"target_not_a_condition"});
    EXPECT_EQ(codes_of(rotation_policy("p", "rule = \"terms\"\nspells = 'true'")), Codes{"missing_key"});
    EXPECT_EQ(codes_of(rotation_policy("p", "rule = \"terms\"\nspells = 'true'\nmost = 0")),
              Codes{"rotation_policy_most"});
    EXPECT_EQ(codes_of(rotation_policy("p", "rule = \"terms\"\nspells = 'true'\nmost = 2\nsame = \"unit\"")),
              Codes{"policy_unknown_choice"});
    EXPECT_EQ(
        codes_of(rotation_policy("p", "rule = \"direction\"\ndirections = [\"among_districts\", \"among_districts\"]")),
        Codes{"rotation_policy_directions"});
    EXPECT_EQ(codes_of(rotation_policy("p", "rule = \"direction\"\ndirections = [\"city_to_district\"]")),
              Codes{"rotation_policy_unknown_direction"});
    EXPECT_EQ(codes_of(rotation_policy("p", "rule = \"direction\"")), Codes{"rotation_policy_directions"});
    const std::string move = "rule = \"move\"\nmeet = 'true'\n";
    EXPECT_EQ(codes_of(rotation_policy("p", move + "kinds = []")), Codes{"rotation_policy_kinds"});
    EXPECT_EQ(codes_of(rotation_policy("p", move + "kinds = [\"transfer\", \"transfer\"]")),
              Codes{"rotation_policy_kinds"});
    EXPECT_EQ(codes_of(rotation_policy("p", move + "kinds = [\"Luân chuyển\"]")), Codes{"rotation_unknown_kind"});
    EXPECT_EQ(codes_of(rotation_policy("p", "rule = \"condition\"\nmeet = 'true'\nkinds = [\"rotation\"]")),
              Codes{"unknown_key"});
    const std::string fine = rotation_policy("p", "rule = \"condition\"\nmeet = 'true'");
    EXPECT_EQ(codes_of(fine + fine), Codes{"duplicate_id"});
    EXPECT_THROW(read_rotation_policies(rotation_pack(rotation_policy("p", "rule = \"overstays\""))), Error);
}

TEST(RotationPolicy, NamesTheKindsThatThereAre) {
    Diagnostics found;
    read_rotation_policies(rotation_pack(rotation_policy("p", "rule = \"move\"\nmeet = 'true'\nkinds = [\"rotaton\"]")),
                           found);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].place.source, "rotation_rules.toml");
    EXPECT_EQ(found[0].place.line, 13);
    const std::string text = found[0].to_text(Language::en);
    EXPECT_NE(text.find("there is no kind of appointment “rotaton”"), std::string::npos) << text;
    EXPECT_NE(text.find("rotation, transfer, secondment"), std::string::npos) << text;
}

TEST(RotationPolicy, DeclaresWhatIsSensitive) {
    const std::string exempt = "rule = \"condition\"\nmeet = 'true'\nexempt = 'count(current_deferrals) > 0'\n";
    EXPECT_EQ(codes_of(rotation_policy("p", exempt)), Codes{"sensitive_undeclared"});
    EXPECT_EQ(codes_of(rotation_policy("p", exempt + "reads_sensitive = [\"cadres.deferrals\"]")), Codes{});
    EXPECT_EQ(codes_of(rotation_policy("p", exempt + "reads_sensitive = [\"cadres.deferrals\", \"cadres.relatives\"]")),
              Codes{"sensitive_unread"});
}

}  // namespace
}  // namespace cadre
