#pragma once

#include <cadre/criteria/expression.hpp>
#include <cadre/schema/schema.hpp>

namespace cadre {

/// How a condition on `cadres` reads `proposed_post`.
enum class ProposedPostUse {
    none,
    own,     ///< of the cadre judged alone
    others,  ///< of cadres that it comes to by references, too
};

ProposedPostUse proposed_post_use(const Expression& condition, const Schema& schema);

}  // namespace cadre
