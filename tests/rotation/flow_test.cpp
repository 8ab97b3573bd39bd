#include "rotation/career.hpp"

#include <cadre/error.hpp>
#include <cadre/rotation/flow.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace cadre {
namespace {

using testing::add_career;
using testing::add_place;
using testing::spell;
using testing::year;

Eigen::MatrixXd matrix(std::initializer_list<std::initializer_list<double>> rows) {
    Eigen::MatrixXd made(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows.begin()->size()));
    Eigen::Index at = 0;
    for (const auto& row : rows) {
        Eigen::Index column = 0;
        for (const double value : row) made(at, column++) = value;
        ++at;
    }
    return made;
}

class Flow : public ::testing::Test {
protected:
    void SetUp() override {
        add_place(builder, "a", "city", "party");
        add_place(builder, "b", "city", "government");
    }
    RosterBuilder builder;
};

TEST_F(Flow, CountsMovesFromRowsToColumns) {
    add_career(builder, {spell("a", year(2000), year(2005)), spell("b", year(2005), Ongoing{})});
    add_career(builder, {spell("a", year(2000), year(2005)), spell("b", year(2005), Ongoing{})});
    const FlowMatrix flow = flow_matrix(find_moves(builder.build()));
    EXPECT_EQ(flow.groups, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(flow.counts, matrix({{0, 2}, {0, 0}}));
}

TEST_F(Flow, CountsWhereCadresStandOnTwoDays) {
    const auto standing = [&] {
        return standing_matrix(builder.build(), Grouping::unit, {}, day_number(year(2004)), day_number(year(2006)));
    };
    add_career(builder, {spell("a", year(2000), year(2005)), spell("b", year(2005), Ongoing{})});
    add_career(builder, {spell("a", year(2000), Ongoing{})});
    add_career(builder, {spell("b", year(2005), Ongoing{})});
    add_career(builder, {spell("a", year(2000), year(2006))});
    EXPECT_EQ(standing().counts, matrix({{1, 1}, {0, 0}})) << "the end is excluded";
    EXPECT_EQ(standing().uncertain, 0);
    add_career(builder, {spell("a", year(2000), Missing{})});
    add_career(builder, {spell("a", year(2000), Ongoing{}), spell("b", year(2001), Ongoing{})});
    add_career(builder, {spell("a", year(2000), Ongoing{})}, {}, true);
    EXPECT_EQ(standing().counts, matrix({{1, 1}, {0, 0}}));
    EXPECT_EQ(standing().uncertain, 3);
}

TEST_F(Flow, RefusesMoreGroupsThanAMatrixHolds) {
    Moves moves;
    moves.vertices.resize(static_cast<std::size_t>(most_groups) + 1);
    EXPECT_THROW(flow_matrix(moves), Error);
}

TEST(Markov, StationaryDistributionsAreLeftAsTheyAre) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 100; ++round) {
        const auto size = static_cast<Eigen::Index>(random() % 8 + 1);
        Eigen::MatrixXd counts(size, size);
        for (Eigen::Index i = 0; i < counts.size(); ++i) counts(i) = static_cast<double>(random() % 4 + 1);
        const auto found = stationary_distribution(counts);
        ASSERT_TRUE(found);
        EXPECT_NEAR(found->sum(), 1, 1e-12);
        EXPECT_TRUE((found->transpose() * transition_probabilities(counts)).isApprox(found->transpose(), 1e-12));
    }
}

TEST(Markov, GroupsThatAreLeftForGoodHoldNobodyInTheEnd) {
    const auto found = stationary_distribution(matrix({{1, 1, 0}, {0, 1, 3}, {0, 3, 1}}));
    ASSERT_TRUE(found);
    EXPECT_EQ((*found)(0), 0);
    EXPECT_NEAR((*found)(1), 0.5, 1e-12);
}

TEST(Markov, SeveralGroupsThatAreNeverLeftHaveNoOneStationaryDistribution) {
    EXPECT_FALSE(stationary_distribution(matrix({{1, 0}, {0, 1}})));
    EXPECT_FALSE(stationary_distribution(matrix({{0, 0}, {0, 0}})));
    EXPECT_FALSE(stationary_distribution(Eigen::MatrixXd(0, 0)));
}

TEST(Markov, MobilityIsBetweenAllStayingAndNoDifference) {
    EXPECT_EQ(mobility(matrix({{5, 0}, {0, 3}})).prais_shorrocks, 0);
    EXPECT_EQ(mobility(matrix({{5, 0}, {0, 3}})).immobility, 1);
    EXPECT_EQ(mobility(matrix({{2, 2}, {3, 3}})).prais_shorrocks, 1);
    const Mobility some = mobility(matrix({{3, 1, 0}, {2, 2, 0}, {0, 0, 0}}));
    EXPECT_DOUBLE_EQ(*some.prais_shorrocks, 0.75) << "nobody started in the third group";
    EXPECT_DOUBLE_EQ(*some.immobility, 0.625);
    EXPECT_EQ(some.mean_stays, (std::vector<std::optional<double>>{4, 2, std::nullopt}));
    EXPECT_EQ(mobility(matrix({{5, 0}, {0, 3}})).mean_stays[0], std::numeric_limits<double>::infinity());
    EXPECT_FALSE(mobility(matrix({{0, 0}, {0, 0}})).immobility);
    EXPECT_FALSE(mobility(matrix({{4}})).prais_shorrocks);
}

TEST(Markov, RefusesWhatIsNoMatrixOfCounts) {
    EXPECT_THROW(mobility(matrix({{1, 2}})), Error);
    EXPECT_THROW(transition_probabilities(matrix({{1, -2}, {1, 1}})), Error);
    EXPECT_THROW(stationary_distribution(matrix({{1, std::nan("")}, {1, 1}})), Error);
}

TEST_F(Flow, DoesNotCompareADayWithAnEarlierOne) {
    const Roster roster = builder.build();
    const DayNumber day = day_number(year(2005));
    EXPECT_NO_THROW(standing_matrix(roster, Grouping::unit, {}, day, day));
    try {
        standing_matrix(roster, Grouping::unit, {}, day, day - 1);
        FAIL() << "the days are out of order";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
        EXPECT_NE(error.text(Language::en).find("the first day (2005-01-01) lies after the last (2004-12-31)"),
                  std::string::npos)
            << error.text(Language::en);
    }
}

}  // namespace
}  // namespace cadre
