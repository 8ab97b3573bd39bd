#pragma once

#include <cadre/evaluation/evaluate.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace cadre {

/// Questions without repetitions: policies that share a condition ask once.
class QuestionList {
public:
    /// The position of the question, which is that of its column in the answers.
    std::size_t ask(int table, const ExpressionPtr& condition) {
        const auto same = [&](const Question& q) { return q.table == table && q.condition == condition; };
        const auto known = std::find_if(questions_.begin(), questions_.end(), same);
        if (known != questions_.end()) return static_cast<std::size_t>(known - questions_.begin());
        questions_.push_back({std::to_string(questions_.size()), table, condition});
        return questions_.size() - 1;
    }
    bool empty() const { return questions_.empty(); }
    Program compile(const Pack& pack) const { return cadre::compile(questions_, pack.schema()); }

private:
    std::vector<Question> questions_;
};

}  // namespace cadre
