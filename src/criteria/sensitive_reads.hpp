#pragma once

#include <cadre/criteria/expression.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/schema/schema.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace cadre::criteria {

/// Which sensitive attributes an entry of a pack says that it reads: "cadres.deferrals".
struct SensitiveDeclaration {
    const std::string& id;  ///< of the entry
    const Place& place;
    const std::vector<std::string>& attributes;
};

/// The sensitive attributes that expressions read, themselves or through what they name.
class SensitiveReads {
public:
    explicit SensitiveReads(const Schema& schema) : schema_(schema) {}

    /// Reports what an entry's expressions, some of which may be null, read without its declaring it, and what it
    /// declares without reading it.
    void check(const SensitiveDeclaration& declared, const std::vector<ExpressionPtr>& nodes, Diagnostics& diagnostics);

private:
    const std::set<std::string>& of(const Expression& node);

    const Schema& schema_;
    std::map<const Expression*, std::set<std::string>> known_;
};

}  // namespace cadre::criteria
