#pragma once

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/planning/suitability.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cadre {

/// The values of suitability components for every cadre: "value >= k" is judged for each k up to the most that counts,
/// in one columnar run, so that missing data leave the least value that is sure.
class SuitabilityPoints {
public:
    /// Keeps a reference to the components.
    SuitabilityPoints(const Pack& pack, const std::vector<SuitabilityComponent>& components, const Roster& roster,
                      const EvaluationOptions& options);

    Verdict is_for(std::size_t component, std::size_t pool) const;
    /// The least value.
    std::int64_t value(std::size_t component, std::size_t person) const;
    /// Whether missing data might make the value more.
    bool undetermined(std::size_t component, std::size_t person) const;
    /// Of the components at these positions.
    std::int64_t points(const std::vector<std::size_t>& components, std::size_t person) const;

private:
    struct Asked {
        std::optional<std::size_t> pools;
        std::size_t first = 0;  ///< the question "value >= 1"; the others follow
    };

    const std::vector<SuitabilityComponent>& components_;
    std::vector<Asked> asked_;
    std::optional<VerdictTable> verdicts_;
};

}  // namespace cadre
