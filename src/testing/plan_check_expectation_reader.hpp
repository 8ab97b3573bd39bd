#pragma once

#include "testing/answer_reader.hpp"

#include <cadre/rotation/rotation_policy.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// Reads what a case expects of the check of its planned moves.
class PlanCheckExpectationReader : private AnswerReader {
public:
    /// Keeps a reference to the policies.
    PlanCheckExpectationReader(const std::vector<RotationPolicy>& policies, Diagnostics& diagnostics);

    /// `expect_plan_check` of a case of which the rows are read.
    std::optional<ExpectedPlanCheck> read(FieldReader& of_case, const Case& judged);

private:
    std::optional<Outcome> read_verdict(const Node& node);
    void read_options(FieldReader& fields, PlanCheckOptions& options);
    std::uint16_t read_days(FieldReader& fields, std::string_view key, MessageId hint);
    void read_concurrent_posts(FieldReader& fields, PlanCheckOptions& options);
    std::optional<std::size_t> post_of(const Node& node);
    ExpectedPlanFinding read_finding(const Node& node);
    PlanMatter read_matter(FieldReader& fields);
    std::string read_status(FieldReader& fields);
    std::optional<std::size_t> read_move(FieldReader& fields);
    std::string read_policy(FieldReader& fields);

    const std::vector<RotationPolicy>& policies_;
    std::vector<std::string> posts_;  ///< keys of the case that is read, by row
    std::size_t moves_ = 0;           ///< how many rows its `planned_moves` has
};

}  // namespace cadre
