#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/rotation/components.hpp>
#include <cadre/rotation/flow.hpp>

#include <cmath>
#include <limits>

namespace cadre {
namespace {

void check(const Eigen::MatrixXd& counts) {
    // The comparison is false for what is no number.
    const bool is_good = counts.rows() == counts.cols() && (counts.array() >= 0).all() && counts.allFinite();
    if (is_good) return;
    throw Error(ErrorCode::invalid_argument,
                Message{texts::rotation_not_of_matrix,
                        {static_cast<std::int64_t>(counts.rows()), static_cast<std::int64_t>(counts.cols())}});
}

RotationGraph graph_of(const Eigen::MatrixXd& transitions) {
    std::vector<RotationEdge> edges;
    for (Eigen::Index from = 0; from < transitions.rows(); ++from) {
        for (Eigen::Index to = 0; to < transitions.cols(); ++to) {
            if (transitions(from, to) > 0)
                edges.push_back({static_cast<std::int32_t>(from), static_cast<std::int32_t>(to)});
        }
    }
    return RotationGraph(transitions.rows(), edges);
}

/// The groups that are never left once they are reached, if they are one component.
std::vector<std::int32_t> recurrent_groups(const RotationGraph& graph) {
    const Components components = strong_components(graph);
    const RotationGraph above = condensation(graph, components);
    std::int32_t last = -1;
    for (std::int32_t component = 0; component < components.count; ++component) {
        if (above.out_degree(component) > 0) continue;
        if (last >= 0) return {};
        last = component;
    }
    if (last < 0) return {};
    return components.members()[static_cast<std::size_t>(last)];
}

/// Takes out the groups one after another, from the last on, and puts them in again.
Eigen::VectorXd stationary_of_component(Eigen::MatrixXd part) {
    const Eigen::Index count = part.rows();
    for (Eigen::Index last = count - 1; last > 0; --last) {
        const double leaving = part.row(last).head(last).sum();
        part.col(last).head(last) /= leaving;
        part.topLeftCorner(last, last) += part.col(last).head(last) * part.row(last).head(last);
    }
    Eigen::VectorXd weights(count);
    weights(0) = 1;
    for (Eigen::Index next = 1; next < count; ++next) {
        weights(next) = weights.head(next).dot(part.col(next).head(next));
    }
    return weights / weights.sum();
}

}  // namespace

Eigen::MatrixXd transition_probabilities(const Eigen::MatrixXd& counts) {
    check(counts);
    Eigen::MatrixXd transitions = counts;
    for (Eigen::Index row = 0; row < transitions.rows(); ++row) {
        const double sum = transitions.row(row).sum();
        if (sum > 0) {
            transitions.row(row) /= sum;
        } else {
            transitions(row, row) = 1;
        }
    }
    return transitions;
}

std::optional<Eigen::VectorXd> stationary_distribution(const Eigen::MatrixXd& counts) {
    const Eigen::MatrixXd transitions = transition_probabilities(counts);
    const std::vector<std::int32_t> groups = recurrent_groups(graph_of(transitions));
    if (groups.empty()) return {};
    const auto size = static_cast<Eigen::Index>(groups.size());
    Eigen::MatrixXd part(size, size);
    for (Eigen::Index row = 0; row < size; ++row) {
        for (Eigen::Index column = 0; column < size; ++column) {
            part(row, column) =
                transitions(groups[static_cast<std::size_t>(row)], groups[static_cast<std::size_t>(column)]);
        }
    }
    const Eigen::VectorXd weights = stationary_of_component(std::move(part));
    Eigen::VectorXd found = Eigen::VectorXd::Zero(transitions.rows());
    for (Eigen::Index i = 0; i < size; ++i) found(groups[static_cast<std::size_t>(i)]) = weights(i);
    return found;
}

Mobility mobility(const Eigen::MatrixXd& counts) {
    check(counts);
    Mobility found;
    int groups = 0;
    double staying = 0;
    for (Eigen::Index row = 0; row < counts.rows(); ++row) {
        const double sum = counts.row(row).sum();
        std::optional<double>& stay = found.mean_stays.emplace_back();
        if (sum == 0) continue;
        ++groups;
        staying += counts(row, row) / sum;
        const double leaving = sum - counts(row, row);
        stay = leaving > 0 ? sum / leaving : std::numeric_limits<double>::infinity();
    }
    if (groups > 1) found.prais_shorrocks = (groups - staying) / (groups - 1);
    if (groups > 0) found.immobility = counts.trace() / counts.sum();
    return found;
}

}  // namespace cadre
