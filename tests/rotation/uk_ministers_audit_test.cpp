// Every UK ministerial appointment 1979–2026 (Institute for Government, CC-BY-4.0), outside the repository.

#include "rotation/rotation_pack.hpp"
#include "support/csv.hpp"

#include <cadre/roster/roster_builder.hpp>
#include <cadre/rotation/audit.hpp>

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace cadre {
namespace {

using testing::rotation_pack;
using testing::rotation_policy;

Value day_value(const std::string& text) {
    return text.empty() ? Value(Ongoing{}) : Value(date_of(*parse_iso_date(text)));
}

Roster ministers(const std::filesystem::path& folder) {
    RosterBuilder builder;
    const test::Csv posts(folder / "post.csv");
    for (std::size_t row = 0; row < posts.size(); ++row) builder.add("posts", {{"id", posts.cell(row, "id")}});
    const test::Csv appointments(folder / "appointment.csv");
    std::map<std::string, ListValue> spells;
    for (std::size_t row = 0; row < appointments.size(); ++row) {
        spells[appointments.cell(row, "person_id")].records.push_back(
            {{"post", appointments.cell(row, "post_id")},
             {"from", day_value(appointments.cell(row, "start_date"))},
             {"to", day_value(appointments.cell(row, "end_date"))}});
    }
    for (const auto& [person, list] : spells) builder.add("cadres", {{"id", person}, {"appointments", list}});
    return builder.build();
}

class UkMinistersAudit : public ::testing::Test {
protected:
    void SetUp() override {
        const auto folder = test::data_folder() / "uk_ministers";
        if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no folder " << folder;
        roster_.emplace(ministers(folder));
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
