#pragma once

#include "testing/answer_reader.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/targets/target.hpp>
#include <cadre/testing/case.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// Reads what cases expect of the criteria and targets of one pack.
class ExpectationReader : private AnswerReader {
public:
    ExpectationReader(const Pack& pack, Diagnostics& diagnostics);

    /// `expect` of a case on this roster.
    std::vector<ExpectedVerdict> read_verdicts(FieldReader& of_case, const Roster& roster);
    /// `expect_targets` of a case.
    std::vector<ExpectedTarget> read_targets(FieldReader& of_case);

private:
    struct Answer {
        std::optional<Outcome> outcome;
        std::optional<std::string> reason;
    };

    std::optional<ExpectedVerdict> read_subject(const std::string& subject, const Place& place);
    ExpressionPtr read_condition(const std::string& text, int table, const Place& place);
    void read_rows(const ExpectedVerdict& subject, const Node& node, std::size_t rows,
                   std::vector<ExpectedVerdict>& verdicts);
    void read_verdict(const Node& node, ExpectedVerdict& verdict);
    std::optional<std::vector<std::string>> read_missing(FieldReader& fields);
    void read_target(const Target& target, const Node& node, std::vector<ExpectedTarget>& targets);
    void read_target_fields(FieldReader& fields, const Target& target, ExpectedTarget& expected);
    void check_year(FieldReader& fields, const Target& target, const ExpectedTarget& expected);

    const Pack& pack_;
    std::vector<Target> targets_;
};

}  // namespace cadre
