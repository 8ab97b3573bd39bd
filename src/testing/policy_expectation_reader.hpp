#pragma once

#include "testing/answer_reader.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/planning/pool_policy.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// Reads what cases expect of the pool policies of one pack.
class PolicyExpectationReader : private AnswerReader {
public:
    PolicyExpectationReader(const Pack& pack, Diagnostics& diagnostics);

    /// `expect_policies` of a case of which the rows are read.
    std::vector<ExpectedPolicy> read(FieldReader& of_case, const Case& judged);

private:
    const PoolPolicy* find(const std::string& id, const Place& place);
    void read_one(const PoolPolicy& policy, const Node& node, std::vector<ExpectedPolicy>& expected);
    void read_answer(FieldReader& fields, const PoolPolicy& policy, ExpectedPolicy& expected);
    std::optional<std::size_t> read_pool(FieldReader& fields, const PoolPolicy& policy);
    std::optional<std::size_t> read_member(FieldReader& fields);
    std::optional<std::size_t> read_band(FieldReader& fields, const AgeBandsRule& rule);

    std::vector<PoolPolicy> policies_;
    std::vector<std::string> pools_;  ///< keys of the case that is read, by row; empty where there is none
    std::size_t members_ = 0;         ///< how many rows `pool_members` has
};

}  // namespace cadre
