// Every UK ministerial appointment 1979–2026 (Institute for Government, CC-BY-4.0), outside the repository.

#include "rotation/rotation_pack.hpp"
#include "rotation/uk_ministers.hpp"

#include <cadre/rotation/audit.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <set>

namespace cadre {
namespace {

using testing::rotation_pack;
using testing::rotation_policy;

class UkMinistersAudit : public ::testing::Test {
protected:
    void SetUp() override {
        const auto folder = testing::uk_ministers_folder();
        if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: no real data at " << folder;
        roster_.emplace(testing::uk_ministers());
    }
    Audit audited(const std::string& keys, const AuditSpan& span) const {
        return audit(rotation_pack(rotation_policy("p", keys)), *roster_, {.as_of = Date(2026, 1, 1)}, span);
    }

    std::optional<Roster> roster_;
};

TEST_F(UkMinistersAudit, StayedLongerThanThreeYears) {
    const Audit found =
        audited("rule = \"overstay\"\nspells = 'to <= as_of'\nlongest = \"P36M\"", {.since = Date(1979, 1, 1)});
    std::set<std::size_t> people;
    for (const AuditFinding& finding : found.findings) {
        EXPECT_EQ(finding.status, AuditStatus::violated);
        people.insert(finding.cadre);
    }
    EXPECT_EQ(found.findings.size(), 362u);
    EXPECT_EQ(people.size(), 296u);
}

TEST_F(UkMinistersAudit, HaveTwoSpellsThatEndBeforeTheyBegin) {
    EXPECT_EQ(audited("rule = \"condition\"\nmeet = 'true'", {}).row_findings.size(), 2u);
}

}  // namespace
}  // namespace cadre
