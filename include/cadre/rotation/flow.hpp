#pragma once

#include <cadre/export.hpp>
#include <cadre/roster/roster.hpp>
#include <cadre/rotation/moves.hpp>
#include <cadre/vocabulary/date.hpp>

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// How many cadres went from each group (row) to each group (column). A plain value.
struct FlowMatrix {
    std::vector<std::string> groups;  ///< what rows and columns stand for, see `vertex_keys`
    Eigen::MatrixXd counts;
    std::int64_t uncertain = 0;  ///< cadres, or moves, of which a group is not known
};

/// The most groups of a matrix, which takes 8 bytes for each pair.
inline constexpr std::int32_t most_groups = 4000;

/// Counts moves; none stays, so that the diagonal is 0. Throws `Error` (limit_exceeded) above `most_groups`.
/// Thread-safe.
CADRE_EXPORT FlowMatrix flow_matrix(const Moves& moves);

/// Counts cadres by where they stand on one day (row) and on another (column), who stands nowhere on one of them left
/// out. One who stands in several groups at once is uncertain. Throws as `find_moves` and `flow_matrix` do, and `Error`
/// (invalid_argument) where the second day comes before the first. Thread-safe.
///
///     mobility(standing_matrix(roster, Grouping::sector, {}, first, last).counts).immobility;
CADRE_EXPORT FlowMatrix standing_matrix(const Roster& roster, Grouping by, const SpellPolicy& policy, DayNumber first,
                                        DayNumber second);

/// Divides each row by its sum; who is in a row without counts stays there. Throws `Error` (invalid_argument), as all
/// below do, for a matrix that is not square or has a value that is negative or no number.
CADRE_EXPORT Eigen::MatrixXd transition_probabilities(const Eigen::MatrixXd& counts);

/// The distribution that such transitions leave as it is; nothing where there are several, for groups that are never
/// left together. Grassmann, Taksar and Heyman (1985), "Regenerative analysis and steady state distributions for Markov
/// chains", which subtracts nothing; takes time that grows with the cube of groups.
CADRE_EXPORT std::optional<Eigen::VectorXd> stationary_distribution(const Eigen::MatrixXd& counts);

/// How mobile a population is. Groups in which nobody started are left out.
struct Mobility {
    /// (n - trace) / (n - 1) of the transition probabilities: 0 where all stay, 1 where the group does not matter.
    /// Prais (1955), "Measuring social mobility"; Shorrocks (1978), "The measurement of mobility". Absent for fewer
    /// than two groups.
    std::optional<double> prais_shorrocks;
    std::optional<double> immobility;  ///< the share that stayed; absent: there is nobody
    /// For how many periods one stays in each group on average, the first included (Prais 1955); infinite where nobody
    /// leaves, absent where nobody started.
    std::vector<std::optional<double>> mean_stays;
};

CADRE_EXPORT Mobility mobility(const Eigen::MatrixXd& counts);

}  // namespace cadre
