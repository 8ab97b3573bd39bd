#pragma once

#include "planning/proposal/class_quotas.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace cadre {

struct Ranked {
    std::int64_t points = 0;
    std::size_t person = 0;
};

/// Who may come new into some pools, by suitability, ties by row.
class Ranking {
public:
    Ranking(std::vector<Ranked> people, std::vector<HelpfulClass> classes);

    std::size_t size() const { return people_.size(); }

    struct Choice {
        std::vector<Ranked> people;
        bool is_cut = false;  ///< others fit, too
    };

    /// Chooses whom a pool considers besides the `considered`: half of them by suitability; then of each class enough,
    /// and as many again from another place in the ranking each turn; the rest from another place, too. Within a class
    /// those come first who stand in many. The classes are those of the ranking, in its order.
    Choice choose(const PoolQuotas& quotas, std::size_t turn, const std::vector<std::size_t>& considered,
                  const std::function<bool(std::size_t)>& fits) const;

private:
    std::vector<Ranked> people_;
    std::vector<std::vector<Ranked>> of_class_;
};

}  // namespace cadre
