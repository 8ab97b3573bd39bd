#include "targets/target_questions.hpp"

#include <utility>

namespace cadre {

TargetQuestions::TargetQuestions(const Pack& pack, const std::vector<Target>& targets,
                                 const std::vector<std::size_t>& which)
    : first_(targets.size()) {
    std::vector<Question> questions;
    for (const std::size_t at : which) {
        const Target& target = targets[at];
        first_[at] = questions.size();
        questions.push_back({target.id + ".among", target.table, target.among});
        questions.push_back({target.id + ".meet", target.table, target.meet});
        for (const TargetPart& part : target.parts) {
            questions.push_back({target.id + '.' + part.code, target.table, part.among});
        }
    }
    program_ = compile(std::move(questions), pack.schema());
}

}  // namespace cadre
