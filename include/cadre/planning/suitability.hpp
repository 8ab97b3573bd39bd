#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/vocabulary/citation.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace cadre {

/// One cited part of what makes a cadre suitable for a pool. Suitability is the sum of the parts' points and is never
/// shown without them.
///
///     [[suitability]]
///     id     = "rated_well"
///     title  = { vi = "Số năm hoàn thành tốt nhiệm vụ", en = "Years rated well" }
///     cite   = { document = "50-QĐ/TW" }
///     mark   = "summary"
///     value  = 'count(appraisals[rating >= "good"])'   # an integer or a condition on `cadres`
///     most   = 5                                       # what the value counts at most; of a condition always 1
///     weight = 2                                       # points for each 1 of the value
///     pools  = 'kind = "post"'                         # absent: every pool
///     reads_sensitive = ["cadres.deferrals"]           # sensitive attributes that it reads, as criteria declare them
struct SuitabilityComponent {
    std::string id;
    LocalizedText title;
    Citation citation;
    ExpressionPtr pools;  ///< on `pools`; null: every pool
    ExpressionPtr value;  ///< on `cadres`, an integer or a condition
    std::int64_t most = 1;
    std::int64_t weight = 1;
};

/// The greatest `most` and `weight` that a component may have.
inline constexpr std::int64_t most_suitability_value = 100;
inline constexpr std::int64_t most_suitability_weight = 1'000;

/// The suitability components of a pack in document order; findings are appended, and one with an error is left out.
/// One that reads sex, ethnicity or birth date needs a clause that asks for it, and one that reads sensitive attributes
/// has to declare them. Thread-safe.
CADRE_EXPORT std::vector<SuitabilityComponent> read_suitability(const Pack& pack, Diagnostics& diagnostics);

/// The suitability components of a pack. Throws `Error` (invalid_rule) with every diagnostic. Thread-safe.
CADRE_EXPORT std::vector<SuitabilityComponent> read_suitability(const Pack& pack);

}  // namespace cadre
