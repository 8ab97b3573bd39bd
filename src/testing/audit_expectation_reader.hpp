#pragma once

#include "testing/answer_reader.hpp"

#include <cadre/rotation/rotation_policy.hpp>

#include <string>
#include <vector>

namespace cadre {

/// Reads what cases expect an audit by rotation policies to find.
class AuditExpectationReader : private AnswerReader {
public:
    /// Keeps a reference to the policies.
    AuditExpectationReader(const std::vector<RotationPolicy>& policies, Diagnostics& diagnostics);

    /// `expect_audit` of a case of which the rows are read.
    std::vector<ExpectedFinding> read(FieldReader& of_case, const Case& judged);

private:
    bool is_audited(const std::string& id, const Place& place);
    void read_rows(const std::string& policy, const Node& node, const Roster& roster,
                   std::vector<ExpectedFinding>& expected);
    void read_one(const Node& node, const Roster& roster, ExpectedFinding& finding);
    void read_spell(FieldReader& fields, const Roster& roster, ExpectedFinding& finding);
    void read_span(FieldReader& fields, const ExpectedFinding& finding, AuditSpan& span);
    std::string read_status(const Node& node);

    const std::vector<RotationPolicy>& policies_;
    DayNumber as_of_ = 0;  ///< of the case that is read
};

}  // namespace cadre
