#pragma once

// What one expression says about one record on 31 December 2015.

#include <cadre/evaluation/scalar.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cadre {

inline const EvaluationOptions end_of_2015{.as_of = Date(2015, 12, 31)};

inline ScalarResult result(const std::string& expression, const Record& values = {}) {
    return evaluate_record(expression, values, end_of_2015);
}

inline void expect_true(const std::vector<std::string>& conditions, const Record& values = {}) {
    for (const std::string& condition : conditions) {
        const ScalarResult judged = result(condition, values);
        const bool* const truth = judged.value ? std::get_if<bool>(&*judged.value) : nullptr;
        EXPECT_TRUE(truth != nullptr && *truth) << condition;
    }
}

inline void expect_undetermined(const std::vector<std::string>& expressions, const Record& values = {}) {
    for (const std::string& expression : expressions) EXPECT_FALSE(result(expression, values).value) << expression;
}

}  // namespace cadre
