#include "evaluation/named_criterion.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/schema/suggestion.hpp>

#include <string>
#include <utility>
#include <vector>

namespace cadre {

const Criterion& named_criterion(const Pack& pack, std::string_view id) {
    if (const Criterion* found = pack.find_criterion(id)) return *found;
    std::vector<std::string> names;
    for (const Criterion& criterion : pack.criteria()) names.push_back(criterion.id);
    Diagnostic finding;
    finding.message = {texts::criterion_unknown, {std::string(id)}};
    finding.hint = suggestion(id, names);
    throw Error(ErrorCode::not_found, Diagnostics{std::move(finding)});
}

}  // namespace cadre
