#include "rotation/audit_roster.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::findings;
using testing::lines;
using testing::OneCadre;
using testing::rotation_pack;
using testing::rotation_policy;
using testing::spell;

using Lines = std::vector<std::string>;
const std::string overstay = "rule = \"overstay\"\nspells = 'post.leading'\nlongest = \"P36M\"\n";
const AuditSpan half_a_year{.due_within = {Duration::Unit::months, 6}};
const AuditSpan all_the_past{.since = Date(1900, 1, 1)};

TEST(Audit, FindsWhoStaysTooLongFromTheDayOnWhichThePeriodIsOver) {
    EXPECT_EQ(lines(overstay, OneCadre({spell("north", Date(2012, 12, 31), Ongoing{})})),
              Lines{"0 violated 2015-12-31 -"});
    EXPECT_EQ(lines(overstay, OneCadre({spell("north", Date(2013, 1, 1), Ongoing{})})), Lines{});
    EXPECT_EQ(lines(overstay, OneCadre({spell("north", Date(2013, 1, 1), Ongoing{})}), half_a_year),
              Lines{"0 due 2016-01-01 -"});
    EXPECT_EQ(lines(overstay, OneCadre({spell("north", Date(2013, 7, 1), Ongoing{})}), half_a_year), Lines{});
    EXPECT_EQ(lines(overstay, OneCadre({spell("north", Date(2013, 1, 1), Date(2016, 1, 1))}), half_a_year), Lines{})
        << "the spell ends in time";
}

TEST(Audit, CountsFromTheDayThePostIsHeldSince) {
    const Record held{{"held_since", Date(2012, 6, 1)}, {"kind", "reorganisation"}};
    EXPECT_EQ(lines(overstay, OneCadre({spell("north", Date(2014, 6, 1), Ongoing{}, held)})),
              Lines{"0 violated 2015-06-01 -"});
}

TEST(Audit, NamesWhatIsHeldSinceWhenAndForHowLongItMay) {
    const Record held{{"held_since", Date(2012, 6, 1)}, {"kind", "reorganisation"}};
    const auto of_post = findings(overstay, OneCadre({spell("north", Date(2014, 6, 1), Ongoing{}, held)}));
    ASSERT_EQ(of_post.size(), 1u);
    EXPECT_EQ(of_post[0].held, "north");
    EXPECT_EQ(of_post[0].held_since, day_number(Date(2012, 6, 1)));
    EXPECT_EQ(of_post[0].period, (Duration{Duration::Unit::months, 36}));

    const Record without_post{{"post", Missing{}},
                              {"unit", "u"},
                              {"title", "committee_chair"},
                              {"from", Date(2012, 1, 1)},
                              {"to", Ongoing{}}};
    const auto of_title =
        findings("rule = \"overstay\"\nspells = 'true'\nlongest = 'post.change_period'", OneCadre({without_post}));
    ASSERT_EQ(of_title.size(), 1u);
    EXPECT_EQ(of_title[0].held, "committee_chair, u");
    EXPECT_FALSE(of_title[0].period) << "the post says it";

    const auto returned = findings(
        "rule = \"no_return\"\nspells = 'true'\nwithin = \"P60M\"",
        OneCadre({spell("north", Date(2010, 1, 1), Date(2012, 1, 1)), spell("north", Date(2014, 1, 1), Ongoing{})}));
    ASSERT_EQ(returned.size(), 1u);
    EXPECT_EQ(returned[0].period, (Duration{Duration::Unit::months, 60}));
}

TEST(Audit, LooksAtThePastWhereAsked) {
    const OneCadre longer({spell("north", Date(2008, 3, 1), Date(2011, 3, 2))});
    EXPECT_EQ(lines(overstay, longer), Lines{});
    EXPECT_EQ(lines(overstay, longer, all_the_past), Lines{"0 violated 2011-03-01 2011-03-02"});
    EXPECT_EQ(lines(overstay, longer, {.since = Date(2011, 3, 2)}), Lines{});
    EXPECT_EQ(lines(overstay, OneCadre({spell("north", Date(2008, 3, 1), Date(2011, 3, 1))}), all_the_past), Lines{})
        << "to the third anniversary is not longer";
}

TEST(Audit, TakesThePeriodFromThePost) {
    const std::string by_post = "rule = \"overstay\"\nspells = 'true'\nlongest = 'post.change_period'";
    EXPECT_EQ(lines(by_post, OneCadre({spell("north", Date(2013, 12, 1), Ongoing{})})),
              Lines{"0 violated 2015-12-01 -"});
    const auto unknown = findings(by_post, OneCadre({spell("south", Date(2013, 12, 1), Ongoing{})}));
    ASSERT_EQ(unknown.size(), 1u);
    EXPECT_EQ(unknown[0].status, AuditStatus::undetermined);
    ASSERT_EQ(unknown[0].missing.size(), 1u);
    EXPECT_EQ(unknown[0].missing[0].table, "posts");
    EXPECT_EQ(unknown[0].missing[0].attribute, "change_period");
}

TEST(Audit, ExemptsAndDefersButNeverDrops) {
    const std::string exempt =
        overstay + "exempt = 'count(current_deferrals) > 0'\nreads_sensitive = [\"cadres.deferrals\"]";
    const std::vector<Record> spells{spell("north", Date(2012, 1, 1), Ongoing{})};
    ListValue deferrals;
    EXPECT_EQ(lines(exempt, OneCadre(spells, {{"deferrals", deferrals}})), Lines{"0 violated 2015-01-01 -"});
    deferrals.records.push_back({{"ground", "illness"}, {"from", Date(2015, 1, 1)}, {"to", Ongoing{}}});
    EXPECT_EQ(lines(exempt, OneCadre(spells, {{"deferrals", deferrals}})), Lines{"0 exempt 2015-01-01 -"});
    const auto open = findings(exempt, OneCadre(spells));
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].status, AuditStatus::undetermined);
    EXPECT_TRUE(open[0].missing.empty()) << "sensitive attributes are not named";
}

TEST(Audit, JudgesThoseForWhomThePolicyIs) {
    const std::string members = overstay + "cadres = 'party_member'";
    const std::vector<Record> spells{spell("north", Date(2012, 1, 1), Ongoing{})};
    EXPECT_EQ(lines(members, OneCadre(spells, {{"party_member", true}})), Lines{"0 violated 2015-01-01 -"});
    EXPECT_EQ(lines(members, OneCadre(spells, {{"party_member", false}})), Lines{});
    const auto open = findings(members, OneCadre(spells));
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].status, AuditStatus::undetermined);
    EXPECT_EQ(open[0].missing.at(0).attribute, "party_member");
}

TEST(Audit, LeavesOpenWhatDaysWouldDecide) {
    const auto no_start = findings(overstay, OneCadre({spell("north", Missing{}, Ongoing{})}));
    ASSERT_EQ(no_start.size(), 1u);
    EXPECT_EQ(no_start[0].status, AuditStatus::undetermined);
    EXPECT_EQ(no_start[0].missing.at(0).attribute, "from");
    EXPECT_EQ(lines(overstay, OneCadre({spell("north", PartialDate::of_year(2011), Ongoing{})})),
              Lines{"0 violated - -"})
        << "any day of the year is long enough ago";
    EXPECT_EQ(lines(overstay, OneCadre({spell("north", Date(2015, 1, 1), Missing{})})), Lines{})
        << "the period cannot be over, whenever the spell ends";
}

TEST(Audit, SaysOfWhomSpellsMayBeMissing) {
    const auto open = findings(overstay, OneCadre({spell("north", Date(2012, 1, 1), Ongoing{})}, {}, true));
    ASSERT_EQ(open.size(), 2u);
    EXPECT_FALSE(open[0].spell);
    EXPECT_EQ(open[0].status, AuditStatus::undetermined);
    EXPECT_EQ(open[0].missing.at(0).attribute, "appointments");
    EXPECT_EQ(open[1].status, AuditStatus::violated);
}

TEST(Audit, FindsSpellsThatEndedTooEarly) {
    const std::string least = "rule = \"least_stay\"\nspells = 'end_reason != \"retirement\"'\nleast = \"P36M\"";
    const OneCadre early({spell("north", Date(2013, 2, 1), Date(2015, 2, 1), {{"end_reason", "transfer"}})});
    EXPECT_EQ(lines(least, early), Lines{"0 violated 2015-02-01 2016-02-01"});
    EXPECT_EQ(
        lines(least, OneCadre({spell("north", Date(2013, 2, 1), Date(2015, 2, 1), {{"end_reason", "retirement"}})})),
        Lines{});
    EXPECT_EQ(
        lines(least, OneCadre({spell("north", Date(2012, 2, 1), Date(2015, 2, 1), {{"end_reason", "transfer"}})})),
        Lines{});
    EXPECT_EQ(lines(least, OneCadre({spell("north", Date(2013, 2, 1), Ongoing{}, {{"end_reason", None{}}})})), Lines{});
}

TEST(Audit, FindsWhoTakesUpAPostWithinThePause) {
    const std::string by_title =
        "rule = \"cooling_off\"\nafter = 'title = \"tax_head\"'\ninto = 'title = \"unit_head\"'\npause = \"P12M\"";
    const auto taking_up = [](Date day) {
        return std::vector<Record>{spell("north", Date(2010, 1, 1), Date(2015, 3, 1), {{"title", "tax_head"}}),
                                   spell("south", day, Ongoing{}, {{"title", "unit_head"}})};
    };
    const auto found = findings(by_title, OneCadre(taking_up(Date(2015, 6, 1))));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(testing::line_of(found[0]), "1 violated 2015-06-01 2016-03-01");
    EXPECT_EQ(found[0].earlier, 0u);
    EXPECT_EQ(lines(by_title, OneCadre(taking_up(Date(2014, 6, 1)))), Lines{}) << "before the other one ended";
    EXPECT_EQ(lines(by_title, OneCadre(taking_up(Date(2016, 3, 1))), half_a_year), Lines{}) << "after the pause";
    EXPECT_EQ(lines(by_title, OneCadre(taking_up(Date(2016, 2, 29))), half_a_year),
              Lines{"1 due 2016-02-29 2016-03-01"});
}

TEST(Audit, FindsWhoComesBackToThePost) {
    const std::string back = "rule = \"no_return\"\nspells = 'not(acting)'\n";
    const Record full{{"acting", false}};
    const auto left_and_back = [&](const char* second, Date left, Date again) {
        return std::vector<Record>{spell("north", Date(2008, 1, 1), left, full), spell(second, again, Ongoing{}, full)};
    };
    EXPECT_EQ(lines(back, OneCadre(left_and_back("north", Date(2012, 1, 1), Date(2014, 1, 1)))),
              Lines{"1 violated 2014-01-01 -"});
    EXPECT_EQ(lines(back, OneCadre(left_and_back("north", Date(2012, 1, 1), Date(2012, 1, 1)))), Lines{})
        << "appointed again";
    EXPECT_EQ(lines(back, OneCadre(left_and_back("south", Date(2012, 1, 1), Date(2014, 1, 1)))), Lines{});
    EXPECT_EQ(lines(back + "within = \"P60M\"", OneCadre(left_and_back("north", Date(2012, 1, 1), Date(2014, 1, 1)))),
              Lines{"1 violated 2014-01-01 2017-01-01"});
    EXPECT_EQ(lines(back + "within = \"P24M\"", OneCadre(left_and_back("north", Date(2012, 1, 1), Date(2014, 1, 1)))),
              Lines{});
}

TEST(Audit, FindsReturnsThatAreOverdue) {
    const std::string due = "rule = \"return\"\nspells = 'kind in (\"rotation\", \"secondment\")'";
    const auto away = [](Value return_due, Value to) {
        return OneCadre({spell("north", Date(2012, 1, 1), to, {{"kind", "rotation"}, {"return_due", return_due}})})
            .build();
    };
    const auto status = [&](Value return_due, Value to) {
        const auto found =
            audit(rotation_pack(rotation_policy("p", due)), away(return_due, to), {.as_of = Date(2015, 12, 31)})
                .findings;
        return found.empty() ? std::string("none") : testing::line_of(found[0]);
    };
    EXPECT_EQ(status(Date(2015, 1, 1), Ongoing{}), "0 violated 2015-01-01 -");
    EXPECT_EQ(status(Date(2016, 1, 1), Ongoing{}), "none");
    EXPECT_EQ(status(None{}, Ongoing{}), "none");
    EXPECT_EQ(status(Missing{}, Ongoing{}), "0 undetermined - -");
    EXPECT_EQ(status(Date(2015, 1, 1), Date(2014, 12, 1)), "none");
}

class AuditOfTerms : public ::testing::Test {
protected:
    /// The terms 2000, 2005, 2010 and 2015, each until the next.
    static void add_terms(RosterBuilder& builder) {
        for (const unsigned short year : {2000, 2005, 2010, 2015}) {
            builder.add(
                "terms",
                {{"unit", "u"}, {"from", Date(year, 6, 1)}, {"to", Date(static_cast<unsigned short>(year + 5), 6, 1)}});
        }
    }
    static Lines lines_of(const std::string& more, std::vector<Record> spells) {
        OneCadre builder(std::move(spells));
        add_terms(builder);
        return lines("rule = \"terms\"\nspells = 'post.leading'\nmost = 2\n" + more, builder);
    }
};

TEST_F(AuditOfTerms, FindsTheThirdInSuccession) {
    EXPECT_EQ(lines_of("", {spell("north", Date(2005, 7, 1), Ongoing{})}), Lines{"0 violated 2015-06-01 2020-06-01"});
    EXPECT_EQ(lines_of("", {spell("north", Date(2005, 7, 1), Date(2015, 6, 1))}), Lines{});
    EXPECT_EQ(
        lines_of("", {spell("north", Date(2005, 7, 1), Date(2012, 1, 1)), spell("north", Date(2014, 1, 1), Ongoing{})}),
        Lines{"1 violated 2015-06-01 2020-06-01"})
        << "a break within a term does not break the run of terms";
    EXPECT_EQ(
        lines_of("", {spell("north", Date(2000, 7, 1), Date(2009, 1, 1)), spell("south", Date(2010, 7, 1), Ongoing{})}),
        Lines{});
}

TEST_F(AuditOfTerms, CountsAPartOfATermFromTheCitedLengthOn) {
    EXPECT_EQ(lines_of("counts_from = \"P30M\"", {spell("north", Date(2008, 7, 1), Ongoing{})}), Lines{})
        << "the first term was held for too short";
    EXPECT_EQ(lines_of("counts_from = \"P30M\"", {spell("north", Date(2007, 12, 1), Ongoing{})}), Lines{})
        << "the third term does not count yet";
    EXPECT_EQ(lines_of("counts_from = \"P6M\"", {spell("north", Date(2007, 12, 1), Ongoing{})}),
              Lines{"0 violated 2015-12-01 2020-06-01"});
}

TEST_F(AuditOfTerms, IsUndeterminedWithoutTheTermsOrThePost) {
    EXPECT_EQ(lines("rule = \"terms\"\nspells = 'post.leading'\nmost = 2",
                    OneCadre({spell("north", Date(2005, 7, 1), Ongoing{})})),
              Lines{"0 undetermined - -"});
    Record nowhere = spell("north", Date(2005, 7, 1), Ongoing{});
    nowhere.erase(nowhere.begin());
    EXPECT_EQ(lines_of("", {nowhere}), Lines{"0 undetermined - -"});
}

TEST(Audit, JudgesConditionsOnTheDayAndOnTheLastAskedFor) {
    const std::string young = "rule = \"condition\"\nmeet = 'birth_date + @\"P60Y\" > as_of'";
    const auto born = [](Value day) { return Record{{"birth_date", std::move(day)}}; };
    EXPECT_EQ(lines(young, OneCadre({}, born(Date(1955, 1, 1)))), Lines{"- violated 2015-01-01 -"});
    EXPECT_EQ(lines(young, OneCadre({}, born(Date(1956, 3, 1))), half_a_year), Lines{"- due 2016-03-01 -"});
    EXPECT_EQ(lines(young, OneCadre({}, born(Date(1956, 3, 1)))), Lines{});
    const auto open = findings(young, OneCadre({}));
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].missing.at(0).attribute, "birth_date");
}

TEST(Audit, FindsNativesWhereANonLocalIsRequired) {
    const auto found = [](const char* title, const Record& more) {
        RosterBuilder builder;
        builder.add("units", {{"id", "u"}, {"locality", "Ba Vì"}});
        const Record held{{"unit", "u"}, {"title", title}, {"from", Date(2014, 1, 1)}, {"to", Ongoing{}}};
        Record cadre{{"appointments", ListValue{{held}, false}}};
        cadre.insert(cadre.end(), more.begin(), more.end());
        builder.add("cadres", cadre);
        return lines(
            "rule = \"condition\"\nmeet = 'every a in appointments satisfies a.title != \"chief_judge\" or "
            "as_of < a.from or a.to <= as_of or a.unit.locality != home_locality'",
            builder);
    };
    EXPECT_EQ(found("chief_judge", {{"home_locality", "Ba Vì"}}), Lines{"- violated 2014-01-01 -"});
    EXPECT_EQ(found("chief_judge", {{"home_locality", "Sóc Sơn"}}), Lines{});
    EXPECT_EQ(found("tax_head", {{"home_locality", "Ba Vì"}}), Lines{});
    EXPECT_EQ(found("tax_head", {}), Lines{}) << "the home does not matter";
    EXPECT_EQ(found("chief_judge", {}), Lines{"- undetermined - -"});
}

TEST(Audit, TellsSinceWhenAConditionIsBrokenWhereTheDayTells) {
    const auto since = [](const std::string& meet, const std::vector<Record>& spells, Record more = {}) {
        return lines("rule = \"condition\"\nmeet = '" + meet + "'", OneCadre(spells, std::move(more)));
    };
    const std::string acts = "every a in appointments satisfies not(a.acting) or as_of < a.from or a.to <= as_of";
    const auto acting = [](Value from, Value to) {
        return spell("north", std::move(from), std::move(to), {{"acting", true}});
    };
    EXPECT_EQ(since(acts, {acting(Date(2010, 1, 1), Date(2012, 1, 1)), acting(Date(2013, 5, 1), Ongoing{})}),
              Lines{"- violated 2013-05-01 -"})
        << "it was kept in between";
    EXPECT_EQ(since(acts, {acting(Date(2010, 1, 1), Date(2013, 5, 1)), acting(Date(2013, 5, 1), Ongoing{})}),
              Lines{"- violated 2010-01-01 -"})
        << "it was broken without a break";
    EXPECT_EQ(since(acts, {acting(PartialDate::of_year(2013), Ongoing{})}), Lines{"- violated - -"})
        << "the day on which it was broken first is not known";
    EXPECT_EQ(since("party_member", {}, {{"party_member", false}}), Lines{"- violated - -"})
        << "no day is known of what holds on every day";
    EXPECT_EQ(since("birth_date > as_of", {}, {{"birth_date", Date(1960, 1, 1)}}), Lines{"- violated - -"})
        << "farther back than 50 years";
}

TEST(Audit, NamesPoliciesInForceWithCounts) {
    const Pack pack =
        rotation_pack(rotation_policy("now", overstay) + rotation_policy("past", "to = 2014-01-01\n" + overstay) +
                      rotation_policy("move", "rule = \"move\"\nmeet = 'true'"));
    const OneCadre builder({spell("north", Date(2012, 1, 1), Ongoing{}), spell("south", Date(2011, 1, 1), Ongoing{})});
    const Audit found = audit(pack, builder.build(), {.as_of = Date(2015, 12, 31)});
    ASSERT_EQ(found.policies.size(), 1u);
    EXPECT_EQ(found.policies[0].id, "now");
    EXPECT_EQ(found.policies[0].citation.clause, "1");
    EXPECT_EQ(found.policies[0].violated, 2);
    const Audit then = audit(pack, builder.build(), {.as_of = Date(2015, 12, 31), .law_as_of = Date(2013, 1, 1)});
    EXPECT_EQ(then.policies.size(), 2u);
}

TEST(Audit, FindsSpellsThatEndBeforeTheyBegin) {
    const OneCadre builder({spell("north", Date(2012, 1, 1), Date(2011, 1, 1))});
    const Audit found =
        audit(rotation_pack(rotation_policy("p", overstay)), builder.build(), {.as_of = Date(2015, 12, 31)});
    ASSERT_EQ(found.row_findings.size(), 1u);
    EXPECT_EQ(found.row_findings[0].message.id, texts::audit_spell_reversed);
}

TEST(Audit, RefusesDaysThatMakeNoSense) {
    const Pack pack = rotation_pack(rotation_policy("p", overstay));
    const Roster roster = OneCadre({}).build();
    EXPECT_THROW(audit(pack, roster, {}), Error);
    EXPECT_THROW(audit(pack, roster, {.as_of = Date(2015, 12, 31)}, {.since = Date(2016, 1, 1)}), Error);
    EXPECT_THROW(audit(pack, roster, {.as_of = Date(2015, 12, 31)}, {.due_within = {Duration::Unit::days, 6}}), Error);
    EXPECT_THROW(audit(pack, roster, {.as_of = Date(2015, 12, 31)}, {.due_within = {Duration::Unit::months, -1}}),
                 Error);
}

}  // namespace
}  // namespace cadre
