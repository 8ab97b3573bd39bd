#pragma once

#include "testing/answer_reader.hpp"

#include <cadre/rotation/rotation_policy.hpp>

#include <string>
#include <vector>

namespace cadre {

/// Reads what cases expect rules on moves to say.
class MoveExpectationReader : private AnswerReader {
public:
    /// Keeps a reference to the policies.
    MoveExpectationReader(const std::vector<RotationPolicy>& policies, Diagnostics& diagnostics);

    /// `expect_moves` of a case of which the rows are read.
    std::vector<ExpectedMove> read(FieldReader& of_case, const Case& judged);

private:
    bool is_judged(const std::string& id, const Place& place);
    ExpectedMove read_one(const std::string& policy, const Node& node, DayNumber day);
    std::size_t read_cadre(FieldReader& fields);
    void read_posts(FieldReader& fields, const std::string& policy, ProposedMove& move);
    /// Empty where the case does not say it.
    std::string read_kind(FieldReader& fields);
    std::string read_verdict(FieldReader& fields);

    const std::vector<RotationPolicy>& policies_;
    std::size_t cadres_ = 0;          ///< how many rows `cadres` of the case that is read has
    std::vector<std::string> posts_;  ///< its keys, by row; empty where there is none
    const Schema* schema_ = nullptr;  ///< of that case
};

}  // namespace cadre
