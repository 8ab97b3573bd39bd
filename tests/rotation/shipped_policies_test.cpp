#include "rotation/audit_roster.hpp"

#include <cadre/rotation/rotation_policy.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::line_of;
using testing::OneCadre;
using testing::spell;

using Lines = std::vector<std::string>;

/// What a shipped pack finds by one policy.
Lines found(const std::string& pack, const std::string& policy, const RosterBuilder& builder, const Date& day) {
    const Audit audited = audit(load_pack(pack), builder.build(), {.as_of = day});
    Lines lines;
    for (const AuditFinding& finding : audited.findings) {
        if (audited.policies[finding.policy].id == policy) lines.push_back(line_of(finding));
    }
    return lines;
}

/// One who holds a position of the unit "finance" since 15 June 2017 that is, or may be, to be changed.
class OnePosition : public RosterBuilder {
public:
    explicit OnePosition(Record post, Record cadre = {}) {
        add("units", {{"id", "finance"}, {"fields", ListValue{{{{"item", "finance"}}}, false}}});
        add("units", {{"id", "culture"}, {"fields", ListValue{{{{"item", "culture"}}}, false}}});
        post.insert(post.end(), {{"id", "p"}, {"leading", false}});
        add("posts", post);
        cadre.emplace_back(
            "appointments",
            ListValue{{{{"post", "p"}, {"from", Date(2017, 6, 15)}, {"to", Ongoing{}}, {"primary", true}}}, false});
        add("cadres", cadre);
    }
};

TEST(ShippedPolicies, AreStatedWithTheirMark) {
    std::size_t count = 0;
    for (const std::string& id : shipped_packs()) {
        for (const RotationPolicy& policy : read_rotation_policies(load_pack(id))) {
            ++count;
            EXPECT_TRUE(policy.citation.mark == VerificationMark::text || policy.citation.clause.empty())
                << id << ' ' << policy.id << ": a summary names no clause";
        }
    }
    EXPECT_GE(count, 14u);
}

TEST(ShippedPolicies, ChangePositionsAfterThePeriodOfTheSector) {
    const std::string pack = "national-2013-position-change";
    const std::string policy = "position_change_after_period";
    const Record listed{{"periodic_change", true}};
    const Record three_years{{"periodic_change", true}, {"change_period", Duration{Duration::Unit::months, 36}}};
    const Record serving{{"deferrals", ListValue{}}, {"sex", "male"}, {"birth_date", Date(1980, 1, 1)}};
    EXPECT_EQ(found(pack, policy, OnePosition(three_years, serving), Date(2020, 6, 14)), Lines{});
    EXPECT_EQ(found(pack, policy, OnePosition(three_years, serving), Date(2020, 6, 15)),
              Lines{"0 violated 2020-06-15 -"});
    EXPECT_EQ(found(pack, policy, OnePosition(listed, serving), Date(2020, 6, 15)), Lines{"0 undetermined - -"});
    EXPECT_EQ(found(pack, policy, OnePosition(listed, serving), Date(2022, 6, 15)), Lines{"0 violated - -"})
        << "the longest period of any sector is over";
    const Record retiring{{"sex", "male"}, {"birth_date", Date(1961, 1, 1)}};
    EXPECT_EQ(found(pack, policy, OnePosition(three_years, retiring), Date(2020, 6, 15)),
              Lines{"0 exempt 2020-06-15 -"});
    const Record without_deferrals{{"sex", "male"}, {"birth_date", Date(1980, 1, 1)}};
    EXPECT_EQ(found(pack, policy, OnePosition(three_years, without_deferrals), Date(2020, 6, 15)),
              Lines{"0 undetermined 2020-06-15 -"});
    EXPECT_EQ(found(pack, "position_change_after_period_2013", OnePosition(listed), Date(2019, 6, 14)), Lines{});
    EXPECT_EQ(found("national-2007-position-change", "position_change_after_36_months", OnePosition(listed),
                    Date(2013, 10, 31)),
              Lines{});
}

TEST(ShippedPolicies, TakeTheListOfSensitiveFieldsAsOpen) {
    const auto in = [](const char* unit, Record post = {}) {
        post.emplace_back("unit", unit);
        return found("hanoi-2011", "staff_long_in_sensitive_position", OnePosition(post), Date(2020, 6, 15));
    };
    EXPECT_EQ(in("finance"), Lines{"0 violated 2020-06-15 -"});
    EXPECT_EQ(in("culture"), Lines{"0 undetermined 2020-06-15 -"});
    EXPECT_EQ(in("culture", {{"sensitive", false}}), Lines{});
}

TEST(ShippedPolicies, CountTermsOfListedHeads) {
    RosterBuilder builder;
    builder.add("units", {{"id", "u"}, {"tier", "city"}});
    const Record terms[] = {{{"from", Date(2010, 6, 1)}, {"to", Date(2015, 6, 1)}},
                            {{"from", Date(2015, 6, 1)}, {"to", Date(2020, 6, 1)}},
                            {{"from", Date(2020, 6, 1)}, {"to", Date(2025, 6, 1)}}};
    for (Record term : terms) {
        term.emplace_back("unit", "u");
        builder.add("terms", term);
    }
    const Record head{
        {"unit", "u"}, {"title", "tax_head"}, {"from", Date(2011, 1, 1)}, {"to", Ongoing{}}, {"acting", false}};
    builder.add("cadres", {{"appointments", ListValue{{head}, false}}});
    EXPECT_EQ(found("national-2022-rotation", "rotation_heads_two_consecutive_terms", builder, Date(2023, 1, 1)),
              Lines{"0 violated 2020-06-01 2025-06-01"});
}

TEST(ShippedPolicies, AskForThreeYearsOfARotation) {
    const auto ended = [](const char* reason) {
        return OneCadre(
                   {spell("north", Date(2020, 9, 1), Date(2022, 9, 1), {{"kind", "rotation"}, {"end_reason", reason}})})
            .build();
    };
    const auto count = [&](const char* reason) {
        return audit(load_pack("national-2020-civil-rotation"), ended(reason), {.as_of = Date(2023, 1, 1)})
            .policies.at(0)
            .violated;
    };
    EXPECT_EQ(count("transfer"), 1);
    EXPECT_EQ(count("retirement"), 0);
}

TEST(ShippedPolicies, LeaveRelativesOpenWhereTheTableIsAbsent) {
    const Audit audited =
        audit(load_pack("national-family-2023"),
              OneCadre({spell("north", Date(2020, 1, 1), Ongoing{}, {{"title", "tax_head"}})}).build(),
              {.as_of = Date(2024, 6, 15)});
    ASSERT_EQ(audited.policies.size(), 3u);
    for (const AuditPolicy& policy : audited.policies) EXPECT_EQ(policy.violated, 0);
    EXPECT_GE(audited.policies[1].undetermined, 1);
}

}  // namespace
}  // namespace cadre
