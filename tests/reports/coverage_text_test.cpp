#include <cadre/reports/coverage_text.hpp>

#include <cadre/messages/texts/planning.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

SeatOpening opening(const Date& first, const Date& last, bool certain) {
    return {day_number(first), day_number(last), certain};
}

/// A gap, a pool of which little is known, one without a term, and one in which no seat opens.
Coverage coverage() {
    Coverage found;
    found.as_of = found.law_as_of = day_number(Date(2015, 6, 30));
    const SeatOpening march = opening(Date(2017, 3, 1), Date(2017, 3, 1), true);
    found.pools.push_back({"chair", CoverageStatus::gap, CoverageReason::decided, {march, march}, 2, 1, 1, 1, 1});
    found.pools.push_back({"deputies",
                           CoverageStatus::undetermined,
                           CoverageReason::missing_data,
                           {opening(Date(2018, 1, 1), Date(2018, 1, 31), false)},
                           0,
                           0,
                           2,
                           0,
                           1});
    found.pools.push_back({"endless", CoverageStatus::undetermined, CoverageReason::term_unknown, {}});
    found.pools.push_back({"still", CoverageStatus::no_opening, CoverageReason::decided, {}});
    found.at_best = {2, 1, {{{0}, {7}, 0, 2}}, {7}};
    found.at_worst = {3, 1, {{{0}, {7}, 0, 2}, {{1}, {}, 0, 1}}, {7}};
    found.unlisted = 3;
    return found;
}

TEST(CoverageText, TellsPoolsAndReasons) {
    const std::string text = coverage_text(coverage(), Language::en);
    EXPECT_NE(text.find("chair"), std::string::npos);
    EXPECT_NE(text.find("2017-03-01"), std::string::npos);
    EXPECT_EQ(text.find("2017-03-01; 2017-03-01"), std::string::npos) << "a day is named once";
    EXPECT_NE(text.find("perhaps 2018-01-01 to 2018-01-31"), std::string::npos);
    EXPECT_NE(text.find("0–2"), std::string::npos);
    EXPECT_NE(text.find("the term is not known"), std::string::npos);
    EXPECT_EQ(text.find("still"), std::string::npos) << "pools that need nothing are counted only";
    EXPECT_NE(text.find("Pools without a seat that opens within the term: 1."), std::string::npos);
    EXPECT_NE(text.find("each cadre taking one: at least 1."), std::string::npos);
    EXPECT_NE(text.find("share their candidates: 1 (chair); seats to fill 2, candidates ready 1, short by 1."),
              std::string::npos);
    EXPECT_NE(text.find("Nobody is ready for (number of seats): deputies (1)."), std::string::npos);
    EXPECT_NE(text.find("At best, if all that is not known turns out favourably:"), std::string::npos);
    EXPECT_NE(text.find("without any one of whom fewer seats can be filled: 1; rows 7."), std::string::npos);
    EXPECT_NE(text.find("Cadres who may hold a post that the roster does not name: 3."), std::string::npos);
}

TEST(CoverageText, ReadsInVietnamese) {
    const std::string text = coverage_text(coverage(), Language::vi);
    EXPECT_NE(text.find("hụt hẫng"), std::string::npos);
    EXPECT_NE(text.find("01/03/2017"), std::string::npos);
    EXPECT_NE(text.find("có thể từ 01/01/2018 đến 31/01/2018"), std::string::npos);
}

TEST(CoverageText, SaysWhenAllSeatsCanBeFilled) {
    const std::string text = coverage_text(Coverage{}, Language::en);
    EXPECT_NE(text.find("All seats can be filled at once"), std::string::npos);
}

TEST(CoverageText, CountsTheRestOfLongLists) {
    Coverage found = coverage();
    found.at_best.gaps.clear();
    for (std::size_t pool = 0; pool < 224; ++pool) {
        found.pools.push_back({"pool_" + std::to_string(pool), CoverageStatus::gap, CoverageReason::decided, {}});
        found.at_best.gaps.push_back({{pool + 4}, {}, 0, 1});
        found.findings.push_back({"pools", pool, {texts::plan_seats_not_positive, {"p", std::int64_t{3}}}});
    }
    const std::string text = coverage_text(found, Language::en);
    EXPECT_NE(text.find("pool_9 (1) and 214 more."), std::string::npos) << text;
    const auto count_of = [&](const std::string& part) {
        int count = 0;
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
        return count;
    };
    EXPECT_EQ(count_of(found.findings[0].message.text(Language::en)), 224) << "no finding is left out";
    EXPECT_NE(coverage_text(found, Language::vi).find("pool_9 (1) và 214 mục khác."), std::string::npos);
}

}  // namespace
}  // namespace cadre
