#pragma once

#include <cadre/criteria/rule_pack.hpp>

#include <string_view>

namespace cadre {

/// The criterion of a pack by id. Throws `Error` (not_found), with a suggestion, for an unknown one.
const Criterion& named_criterion(const Pack& pack, std::string_view id);

}  // namespace cadre
