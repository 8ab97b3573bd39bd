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
        add("cadres", {{"id", "e"}, {"birth_date", Date(1985, 1, 1)}, {"disciplines", ListValue{}}});
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
    EXPECT_EQ(minutes(Language::vi), R"(BIÊN BẢN RÀ SOÁT QUY HOẠCH
Bộ quy tắc áp dụng: Quy tắc quy hoạch
Văn bản: 1-QĐ/TU, Thành ủy, 01/01/2015
Ngày rà soát: 30/06/2015; theo quy định có hiệu lực ngày 30/06/2015.
So sánh với lần rà soát ngày 30/06/2014: không có danh sách của lần đó nên xét dữ liệu hiện nay tại ngày đó; thông tin không ghi ngày được tính như hiện nay.

Đã rà soát 3 quy hoạch với 3 lượt cán bộ, trong đó 0 lượt chưa rõ có còn trong quy hoạch hay không.
1. Đề nghị xem xét đưa ra khỏi quy hoạch 2/3 lượt cán bộ; 1 lượt khác chưa đủ dữ liệu để kết luận (Phụ lục 1).
2. Có cán bộ đủ điều kiện để xem xét bổ sung ở 3/3 quy hoạch, trong đó 2 quy hoạch còn chỗ (Phụ lục 2).
3. Mức độ sẵn sàng thay đổi ở 1/3 lượt cán bộ: nay sẵn sàng 0, nay chưa sẵn sàng 1, nay chưa xác định 0 (Phụ lục 3).
4. Từ lần rà soát trước đã bổ sung 1, đưa ra 0 và thay đổi tình trạng 0 lượt cán bộ; 0 lượt không so sánh được vì thiếu mã (Phụ lục 4).
5. 1/3 lượt cán bộ chưa được đào tạo, luân chuyển hoặc bố trí; 1 lượt khác chưa đủ dữ liệu để kết luận (Phụ lục 5).
6. 1/3 quy hoạch quá hạn rà soát; 0 quy hoạch khác chưa đủ dữ liệu để kết luận (Phụ lục 6).
7. 2 quyết định khác với kết quả rà soát, trong đó 1 quyết định chưa ghi lý do; 0 quyết định khác chưa đủ dữ liệu để đối chiếu (Phụ lục 7).
8. 2 điểm trong dữ liệu cần đối chiếu lại với hồ sơ (Phụ lục 8).
Biên bản nêu những việc cần xem xét; việc quyết định thuộc cấp có thẩm quyền. Số dòng được tính từ 0.

Phụ lục 1. Đề nghị xem xét đưa ra khỏi quy hoạch
Quy tắc                            Quy hoạch      Dòng  Kết quả             Từ ngày     Căn cứ                                                 Cần bổ sung
-------------------------------------------------------------------------------------------------------------------------------------------------------------------------
Dưới 45 tuổi                       pool_director  0     không đủ điều kiện  02/05/2015  1-QĐ/TU, 1
Bị kỷ luật từ khiển trách trở lên  pool_director  0     chưa xác định       –           50-QĐ/TW; theo bản tóm tắt, chưa đối chiếu nguyên văn  Kỷ luật (cadres, dòng 1)
Bị kỷ luật từ khiển trách trở lên  pool_director  1     có căn cứ đưa ra    01/02/2015  50-QĐ/TW; theo bản tóm tắt, chưa đối chiếu nguyên văn
Dưới 45 tuổi                       committee      2     chưa xác định       –           1-QĐ/TU, 1                                             Ngày sinh (cadres, dòng 3)
Bị kỷ luật từ khiển trách trở lên  committee      2     chưa xác định       –           50-QĐ/TW; theo bản tóm tắt, chưa đối chiếu nguyên văn  Kỷ luật (cadres, dòng 3)

Phụ lục 2. Có thể xem xét bổ sung quy hoạch
Quy hoạch      Số cán bộ  Số lượng  Dòng trong danh sách cán bộ  Quy tắc về số lượng
------------------------------------------------------------------------------------
pool_director  1          đã đủ     4                            Không quá 1 người
pool_deputy    1          còn chỗ   4
committee      1          còn chỗ   4

Phụ lục 3. Thay đổi về mức độ sẵn sàng so với lần rà soát trước
Quy tắc thay đổi kết luận  Quy hoạch      Dòng  Lần trước  Hiện nay       Từ ngày
------------------------------------------------------------------------------------
Dưới 45 tuổi               pool_director  0     sẵn sàng   chưa sẵn sàng  02/05/2015

Phụ lục 4. Biến động cán bộ trong quy hoạch từ lần rà soát trước
Quy hoạch      Dòng  Dòng lần trước  Biến động
----------------------------------------------
pool_director  1     –               bổ sung

Phụ lục 5. Cán bộ quy hoạch chưa được đào tạo, luân chuyển, bố trí
Quy tắc                            Quy hoạch      Dòng  Kết quả        Từ ngày  Căn cứ      Cần bổ sung
---------------------------------------------------------------------------------------------------------------------------------------------------------------------------------
Được đào tạo, luân chuyển, bố trí  pool_director  0     chưa xác định  –        1-QĐ/TU, 3  Quá trình giữ chức vụ (cadres, dòng 1); Quá trình đào tạo, bồi dưỡng (cadres, dòng 1)
Được đào tạo, luân chuyển, bố trí  pool_director  1     chưa có        –        1-QĐ/TU, 3

Phụ lục 6. Quy hoạch quá hạn rà soát
Quy tắc           Quy hoạch  Dòng  Kết quả  Từ ngày  Căn cứ      Cần bổ sung
----------------------------------------------------------------------------
Rà soát hằng năm  committee  –     quá hạn  –        1-QĐ/TU, 4

Phụ lục 7. Quyết định khác với kết quả rà soát
Quy tắc                                      Quy hoạch      Dòng cán bộ  Quyết định           Đối chiếu  Ngày        Lý do
-----------------------------------------------------------------------------------------------------------------------------------------
Dưới 45 tuổi; Bị kỷ luật từ khiển trách trở  pool_director  1            giữ trong quy hoạch  khác       30/06/2015  Cần cho nhiệm kỳ này
lên
Bị kỷ luật từ khiển trách trở lên            pool_director  2            giữ trong quy hoạch  khác       30/06/2015  (chưa ghi lý do)

Phụ lục 8. Dữ liệu cần đối chiếu lại
- dòng 1 của bảng “review_decisions” (tính từ 0): quyết định khác với kết quả rà soát nhưng không ghi lý do
- dòng 2 của bảng “review_decisions” (tính từ 0): chưa rõ quy hoạch, hoặc quy hoạch không có trong bảng “pools”
)");
}

TEST(PlanMinutes, WhatNoPolicyAsksIsNotCountedAsNone) {
    const Pack pack = pack_with_policies(R"(
[[pool_policy]]
id = "reviewed"
title = { vi = "Rà soát hằng năm", en = "Reviewed every year" }
cite = "4"
rule = "review"
within = "P12M"
)");
    const std::string text = plan_minutes_text(reviewed(pack, 1), pack, Language::vi);
    const std::string why = ": không xét, vì bộ quy tắc không có quy tắc nào về nội dung này đang có hiệu lực";
    EXPECT_NE(text.find("1. Đề nghị xem xét đưa ra khỏi quy hoạch" + why), std::string::npos) << text;
    EXPECT_NE(text.find("2. Có thể xem xét bổ sung quy hoạch" + why), std::string::npos) << text;
    EXPECT_NE(text.find("5. Cán bộ quy hoạch chưa được đào tạo, luân chuyển, bố trí" + why), std::string::npos) << text;
    EXPECT_NE(text.find("6. 1/3 quy hoạch quá hạn rà soát"), std::string::npos) << text;
    EXPECT_EQ(text.find("0/3"), std::string::npos) << text;
}

TEST(PlanMinutes, ReadAsMinutesInEnglish) {
    EXPECT_EQ(minutes(Language::en), R"(MINUTES OF THE REVIEW OF PLANNING POOLS
Rules applied: Planning rules
Document: 1-QĐ/TU, Thành ủy, 2015-01-01
Day of the review: 2015-06-30; by the law of 2015-06-30.
Compared with the review of 2014-06-30: for want of the roster of that time, today's facts are judged on that day; those without a date count as they are now.

The review covered 3 pools with 3 memberships; of 0 it is not known whether they still hold.
1. Removal from the plan is proposed for review in 2 of 3 memberships; 1 more cannot be judged for want of data (annex 1).
2. Cadres who may be added were found for 3 of 3 pools; there is room in 2 of these (annex 2).
3. Readiness changed in 1 of 3 memberships: now ready 0, now not ready 1, now undetermined 0 (annex 3).
4. Since the last review memberships were added (1), ended (0) and changed in status (0); 0 could not be compared for want of keys (annex 4).
5. No training, rotation or placement is found in 1 of 3 memberships; 1 more cannot be judged for want of data (annex 5).
6. The review is overdue in 1 of 3 pools; 0 more cannot be judged for want of data (annex 6).
7. Decisions that depart from the review: 2, of which 1 without a recorded reason; 0 more cannot be compared for want of data (annex 7).
8. Points in the data to be checked against the files: 2 (annex 8).
These minutes say what to review; the competent authority decides. Rows are counted from 0.

Annex 1. Removal from the plan, proposed for review
Rule                              Pool           Row  Finding             Since       Basis                                                   To be filled in
---------------------------------------------------------------------------------------------------------------------------------------------------------------------------
Under 45                          pool_director  0    entry rule not met  2015-05-02  1-QĐ/TU, 1
Disciplined, from a reprimand up  pool_director  0    undetermined        –           50-QĐ/TW; from a summary, not checked against the text  Disciplines (cadres, row 1)
Disciplined, from a reprimand up  pool_director  1    ground for removal  2015-02-01  50-QĐ/TW; from a summary, not checked against the text
Under 45                          committee      2    undetermined        –           1-QĐ/TU, 1                                              Date of birth (cadres, row 3)
Disciplined, from a reprimand up  committee      2    undetermined        –           50-QĐ/TW; from a summary, not checked against the text  Disciplines (cadres, row 3)

Annex 2. Addition to the plan, to be considered
Pool           Cadres  Room  Rows of `cadres`  Rule on the size
---------------------------------------------------------------
pool_director  1       full  4                 One at most
pool_deputy    1       room  4
committee      1       room  4

Annex 3. Readiness changed since the last review
Rule that changed  Pool           Row  Last time  Now        Since
-----------------------------------------------------------------------
Under 45           pool_director  0    ready      not ready  2015-05-02

Annex 4. Members added, removed or changed in status since the last review
Pool           Row  Row last time  Change
-----------------------------------------
pool_director  1    –              added

Annex 5. Planned cadres without training, rotation or placement
Rule                        Pool           Row  Finding       Since  Basis       To be filled in
----------------------------------------------------------------------------------------------------------------------------------------
Trained, rotated or placed  pool_director  0    undetermined  –      1-QĐ/TU, 3  Appointments (cadres, row 1); Trainings (cadres, row 1)
Trained, rotated or placed  pool_director  1    none          –      1-QĐ/TU, 3

Annex 6. Pools whose review is overdue
Rule                 Pool       Row  Finding  Since  Basis       To be filled in
--------------------------------------------------------------------------------
Reviewed every year  committee  –    overdue  –      1-QĐ/TU, 4

Annex 7. Decisions that depart from the review
Rule                                        Pool           Row of `cadres`  Decision  Compared  Day         Reason
--------------------------------------------------------------------------------------------------------------------------------
Under 45; Disciplined, from a reprimand up  pool_director  1                keep      departs   2015-06-30  Cần cho nhiệm kỳ này
Disciplined, from a reprimand up            pool_director  2                keep      departs   2015-06-30  (no reason recorded)

Annex 8. Data to be checked
- row 1 of `review_decisions` (counted from 0): the decision departs from the review, and no reason is recorded
- row 2 of `review_decisions` (counted from 0): the pool is not known, or not in the table `pools`
)");
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
