#pragma once

#include "criteria/pack_entry.hpp"

#include <cadre/criteria/expression.hpp>

#include <map>
#include <set>
#include <string>

namespace cadre::criteria {

/// The sensitive attributes that expressions read, themselves or through what they name: "cadres.deferrals".
class SensitiveReads {
public:
    explicit SensitiveReads(const Schema& schema) : schema_(schema) {}

    /// Reports what the criterion reads without declaring it, and what it declares without reading it.
    void check(const PackEntry& entry, const Expression& node, Diagnostics& diagnostics);

private:
    const std::set<std::string>& of(const Expression& node);

    const Schema& schema_;
    std::map<const Expression*, std::set<std::string>> known_;
};

}  // namespace cadre::criteria
