#pragma once

#include "testing/audit_expectation_reader.hpp"
#include "testing/case_rows.hpp"
#include "testing/expectation_reader.hpp"
#include "testing/fragment.hpp"
#include "testing/move_expectation_reader.hpp"
#include "testing/plan_check_expectation_reader.hpp"
#include "testing/policy_expectation_reader.hpp"

#include <cadre/testing/case_file.hpp>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cadre {

/// Reads the fragments and cases of one document against a pack.
class CaseReader {
public:
    CaseReader(const Pack& pack, Diagnostics& diagnostics);

    std::vector<Case> read(const std::vector<Node>& fragments, const std::vector<Node>& cases);

private:
    std::optional<Case> read_case(const Node& node);
    std::string read_id(FieldReader& fields);

    const Pack& pack_;
    Diagnostics& diagnostics_;
    FragmentReader fragments_;
    ExpectationReader expectations_;
    PolicyExpectationReader policies_;
    std::vector<RotationPolicy> on_rotation_;
    AuditExpectationReader findings_;
    MoveExpectationReader moves_;
    PlanCheckExpectationReader plan_checks_;
    std::set<std::string, std::less<>> ids_;
};

}  // namespace cadre
