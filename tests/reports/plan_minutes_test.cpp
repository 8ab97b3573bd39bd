#include "planning/planning_roster.hpp"

#include <cadre/planning/plan_review.hpp>
#include <cadre/reports/plan_minutes.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using testing::pack_with_policies;
using testing::TwoPostsAndACommittee;

const std::string rules = R"toml(
[[pool_policy]]
id = "young"
title = { vi = "Dưới 45 tuổi", en = "Under 45" }
cite = "1"
rule = "entry"
meet = 'age < @"P45Y"'

[[pool_policy]]
id = "disciplined"
title = { vi = "Bị kỷ luật từ khiển trách trở lên", en = "Disciplined, from a reprimand up" }
cite = { document = "50-QĐ/TW" }
mark = "summary"
rule = "removal"
when = 'some d in disciplines[decided <= as_of] satisfies true'

[[pool_policy]]
id = "most"
title = { vi = "Không quá 1 người", en = "One at most" }
cite = "2"
pools = 'kind = "post"'
rule = "members"
count = "<= 1"

[[pool_policy]]
id = "developed"
title = { vi = "Được đào tạo, luân chuyển, bố trí", en = "Trained, rotated or placed" }
cite = "3"
pools = 'kind = "post"'
rule = "development"

[[pool_policy]]
id = "yearly"
title = { vi = "Rà soát hằng năm", en = "Reviewed every year" }
cite = "4"
rule = "review"
within = "P12M"
)toml";

void add_member(RosterBuilder& builder, const char* pool, const char* cadre, Date added, const char* status) {
    builder.add("pool_members", {{"pool", pool}, {"cadre", cadre}, {"status", status}, {"added", added}});
}

/// Something of everything that a review finds.
class SmallPlan : public TwoPostsAndACommittee {
public:
    SmallPlan() {
        ListValue reprimand;
        reprimand.records.push_back({{"form", "reprimand"}, {"decided", Date(2015, 2, 1)}});
        add("cadres", {{"id", "c"},
                       {"birth_date", Date(1985, 1, 1)},
                       {"disciplines", reprimand},
                       {"trainings", ListValue{}},
                       {"appointments", ListValue{}}});
        add("cadres", {{"id", "d"}});
        add_member(*this, "pool_director", "b", Date(2014, 1, 1), "approved");
        add_member(*this, "pool_director", "c", Date(2015, 1, 1), "voted");
        add_member(*this, "committee", "d", Date(2014, 1, 1), "approved");
        add_table("development_actions");
        decide("pool_director", "b", "keep", "Cần cho nhiệm kỳ này");
        decide("pool_director", "c", "keep", None{});
        decide("no_such_pool", "c", "keep", None{});
    }

private:
    void decide(const char* pool, const char* cadre, const char* choice, const Value& reason) {
        add("review_decisions",
            {{"pool", pool}, {"cadre", cadre}, {"choice", choice}, {"reason", reason}, {"decided", Date(2015, 6, 30)}});
    }
};

PlanReview reviewed(const Pack& pack, int threads) {
    return review_plan(pack, SmallPlan().build(), {.as_of = Date(2015, 6, 30), .threads = threads},
                       {.day = Date(2014, 6, 30)});
}

std::string minutes(Language language, int threads = 1) {
    const Pack pack = pack_with_policies(rules);
    return plan_minutes_text(reviewed(pack, threads), pack, language);
}

TEST(PlanMinutes, ReadAsMinutesInVietnamese) {
    EXPECT_EQ(minutes(Language::vi), R"(GOLDEN_VI)");
}

TEST(PlanMinutes, ReadAsMinutesInEnglish) {
    EXPECT_EQ(minutes(Language::en), R"(GOLDEN_EN)");
}

TEST(PlanMinutes, AreTheSameOnAnyNumberOfThreads) {
    EXPECT_EQ(minutes(Language::vi, 1), minutes(Language::vi, 4));
}

TEST(PlanMinutes, HaveNoAnnexWhereThereIsNothingToList) {
    const Pack pack = pack_with_policies("");
    const Roster roster = TwoPostsAndACommittee().build();
    const std::string text =
        plan_minutes_text(review_plan(pack, roster, {.as_of = Date(2015, 6, 30)}), pack, Language::en);
    EXPECT_EQ(text.find("Annex"), std::string::npos) << text;
    EXPECT_NE(text.find("Nothing is compared with the last review"), std::string::npos) << text;
}

TEST(PlanMinutes, SayByWhichRosterMembersWereCompared) {
    const Pack pack = pack_with_policies(rules);
    TwoPostsAndACommittee before;
    add_member(before, "pool_director", "b", Date(2014, 1, 1), "proposed");
    add_member(before, "committee", "a", Date(2014, 1, 1), "approved");
    const Roster last = before.build();
    const PlanReview review = review_plan(pack, SmallPlan().build(), {.as_of = Date(2015, 6, 30)},
                                          {.day = Date(2014, 6, 30), .roster = &last});
    const std::string vi = plan_minutes_text(review, pack, Language::vi);
    EXPECT_NE(vi.find("So sánh với lần rà soát ngày 30/06/2014 theo danh sách của lần đó."), std::string::npos) << vi;
    EXPECT_NE(vi.find("tình trạng: Được giới thiệu → Đã phê duyệt"), std::string::npos) << vi;
    EXPECT_NE(vi.find("đã bổ sung 2, đưa ra 1 và thay đổi tình trạng 1 lượt cán bộ"), std::string::npos) << vi;
}

}  // namespace
}  // namespace cadre
