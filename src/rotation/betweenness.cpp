#include <cadre/rotation/betweenness.hpp>

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <cmath>
#include <cstddef>
#include <numeric>
#include <random>
#include <string>
#include <utility>

namespace cadre {
namespace {

std::size_t at(std::int32_t number) {
    return static_cast<std::size_t>(number);
}

/// Adds up, for one start after another, the part of each vertex in the shortest ways from it.
class Dependencies {
public:
    explicit Dependencies(const RotationGraph& graph)
        : graph_(graph), distances_(count()), ways_(count()), parts_(count()), sums_(count()) {}

    void add_ways_from(std::int32_t start) {
        follow(start);
        for (std::size_t i = reached_.size(); i-- > 0;) share(reached_[i], start);
    }
    std::vector<double> take_sums() { return std::move(sums_); }

private:
    std::size_t count() const { return at(graph_.vertex_count()); }

    /// Calls `visit` with each different target.
    template <class Visit>
    void for_each_target(std::int32_t vertex, Visit visit) const {
        std::int32_t last = -1;
        for (const std::int32_t target : graph_.targets(vertex)) {
            if (target != last) visit(target);
            last = target;
        }
    }

    /// Breadth first: distances and numbers of shortest ways.
    void follow(std::int32_t start) {
        distances_.assign(count(), -1);
        ways_.assign(count(), 0);
        reached_.assign(1, start);
        distances_[at(start)] = 0;
        ways_[at(start)] = 1;
        for (std::size_t i = 0; i < reached_.size(); ++i) {
            const std::int32_t vertex = reached_[i];
            for_each_target(vertex, [&](std::int32_t target) {
                if (distances_[at(target)] < 0) {
                    distances_[at(target)] = distances_[at(vertex)] + 1;
                    reached_.push_back(target);
                }
                if (is_step(vertex, target)) ways_[at(target)] += ways_[at(vertex)];
            });
        }
    }

    bool is_step(std::int32_t from, std::int32_t to) const { return distances_[at(to)] == distances_[at(from)] + 1; }

    /// From the farthest vertex back: the part of a vertex is made of those of the next ones.
    void share(std::int32_t vertex, std::int32_t start) {
        double part = 0;
        for_each_target(vertex, [&](std::int32_t target) {
            if (is_step(vertex, target)) part += ways_[at(vertex)] / ways_[at(target)] * (1 + parts_[at(target)]);
        });
        parts_[at(vertex)] = part;
        if (vertex != start) sums_[at(vertex)] += part;
    }

    const RotationGraph& graph_;
    std::vector<std::int32_t> distances_;
    std::vector<double> ways_;
    std::vector<double> parts_;
    std::vector<double> sums_;
    std::vector<std::int32_t> reached_;
};

/// Different vertices, each set of them as likely as any other but for the remainder of 2^64, by the exactly specified
/// generator alone: distributions of the standard library differ between systems.
std::vector<std::int32_t> sample(std::int32_t vertex_count, std::int32_t size, std::uint64_t seed) {
    std::vector<std::int32_t> vertices(at(vertex_count));
    std::iota(vertices.begin(), vertices.end(), 0);
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < at(size); ++i) {
        std::swap(vertices[i], vertices[i + static_cast<std::size_t>(random() % (vertices.size() - i))]);
    }
    vertices.resize(at(size));
    return vertices;
}

void check(const BetweennessOptions& options) {
    if (options.samples < 1) {
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::rotation_outside,
                            {"samples", std::to_string(options.samples), 1, RotationGraph::most_vertices}});
    }
    if (!(options.confidence > 0 && options.confidence < 1)) {
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::rotation_outside, {"confidence", std::to_string(options.confidence), 0, 1}});
    }
}

/// A start gives a vertex between 0 and 1 of the ways to all others; the mean of `starts` of them is off by more than
/// this with at most the probability 1 - confidence, counted over all vertices and both sides.
double hoeffding_bound(std::int32_t vertex_count, std::int32_t starts, double confidence) {
    return std::sqrt(std::log(2.0 * vertex_count / (1 - confidence)) / (2.0 * starts));
}

}  // namespace

Betweenness betweenness(const RotationGraph& graph, const BetweennessOptions& options) {
    check(options);
    const std::int32_t count = graph.vertex_count();
    const bool is_exact = count <= options.exact_up_to || count <= options.samples;
    Betweenness found;
    found.starts = is_exact ? count : options.samples;
    Dependencies dependencies(graph);
    for (const std::int32_t start : sample(count, found.starts, options.seed)) dependencies.add_ways_from(start);
    found.shares = dependencies.take_sums();
    if (count < 3) return found;
    const double pairs = static_cast<double>(count - 1) * (count - 2);
    const double scale = static_cast<double>(count) / found.starts;
    for (double& share : found.shares) share *= scale / pairs;
    if (is_exact) return found;
    // The mean over starts is over all vertices; the share is over those that are not the vertex itself.
    const double others = static_cast<double>(count) / (count - 1);
    found.error_bound = others * hoeffding_bound(count, found.starts, options.confidence);
    return found;
}

}  // namespace cadre
