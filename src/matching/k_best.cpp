#include <cadre/error.hpp>
#include <cadre/matching/certificate.hpp>
#include <cadre/matching/k_best.hpp>
#include <cadre/messages/texts/matching.hpp>

#include "matching/exchange_search.hpp"
#include "matching/sums.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace cadre {
namespace {

__extension__ using Wide = __int128;

/// An assignment that is best among those in which left vertices before `branch` have the edges that they have here,
/// and `branch` none of the forbidden.
struct Ranked {
    PricedEdges state;
    Wide weight = 0;
    std::int32_t branch = 0;
    std::vector<std::int64_t> forbidden;
};

/// The best assignment that differs from its parent first at the branch, found but not yet made.
struct Candidate {
    Wide weight;
    std::size_t parent;
    std::int32_t branch;

    bool operator<(const Candidate& other) const {
        return std::tie(weight, parent, branch) < std::tie(other.weight, other.parent, other.branch);
    }
};

class Ranking {
public:
    Ranking(const CostedGraph& graph, const AssignmentTerms& terms)
        : graph_(graph), transposed_(graph.transposed()), terms_(terms), exits_(exit_weights(graph, terms)) {}

    std::vector<Ranked> best(PricedEdges first, std::size_t count) {
        ranked_.push_back({std::move(first)});
        while (ranked_.size() < count) {
            add_candidates(count - ranked_.size());
            if (candidates_.empty()) break;
            const Candidate next = *candidates_.begin();
            candidates_.erase(candidates_.begin());
            ranked_.push_back(made(next));
        }
        return std::move(ranked_);
    }

private:
    ExchangeSearch search_from(const Ranked& from) const { return {graph_, transposed_, terms_, exits_, from.state}; }

    /// What the branch may not have when it must differ from the ranked assignment there.
    static std::vector<std::int64_t> forbidden(const Ranked& from, std::int32_t branch) {
        std::vector<std::int64_t> edges;
        if (branch == from.branch) edges = from.forbidden;
        edges.push_back(from.state.edges[static_cast<std::size_t>(branch)]);
        return edges;
    }

    std::vector<std::int64_t> options(const Ranked& from, std::int32_t branch) const {
        const std::vector<std::int64_t> excluded = forbidden(from, branch);
        std::vector<std::int64_t> found;
        const auto offer = [&](std::int64_t option) {
            if (std::find(excluded.begin(), excluded.end(), option) == excluded.end()) found.push_back(option);
        };
        offer(Assignment::no_edge);
        const BipartiteGraph& network = graph_.graph();
        for (std::int64_t edge = network.first_edge(branch); edge < network.first_edge(branch + 1); ++edge) {
            if (terms_.capacity(network.right_of(edge)) > 0) offer(edge);
        }
        return found;
    }

    /// Parts the last ranked assignment's set by the first left vertex that differs; keeps no more than can be needed.
    void add_candidates(std::size_t needed) {
        const std::size_t parent = ranked_.size() - 1;
        const Ranked& from = ranked_.back();
        ExchangeSearch search = search_from(from);
        for (std::int32_t branch = from.branch; branch < graph_.graph().left_count(); ++branch) {
            const std::optional<std::int64_t> extra = search.find(branch, options(from, branch), branch);
            if (!extra) continue;
            candidates_.insert({from.weight + *extra, parent, branch});
            if (candidates_.size() > needed) candidates_.erase(std::prev(candidates_.end()));
        }
    }

    Ranked made(const Candidate& candidate) const {
        const Ranked& parent = ranked_[candidate.parent];
        ExchangeSearch search = search_from(parent);
        search.find(candidate.branch, options(parent, candidate.branch), candidate.branch);
        return {search.moved(), candidate.weight, candidate.branch, forbidden(parent, candidate.branch)};
    }

    const CostedGraph& graph_;
    CostedGraph transposed_;
    const AssignmentTerms& terms_;
    std::vector<std::int64_t> exits_;
    std::vector<Ranked> ranked_;
    std::set<Candidate> candidates_;
};

}  // namespace

std::vector<Assignment> k_best(const CostedGraph& graph, const AssignmentTerms& terms, const Assignment& best,
                               std::size_t count) {
    if (!verify(graph, terms, best)) throw Error(ErrorCode::invalid_argument, Message{texts::matching_not_optimal, {}});
    std::vector<Assignment> found;
    if (count == 0) return found;
    for (Ranked& ranked : Ranking(graph, terms).best({best.edges, best.prices}, count)) {
        found.push_back({.edges = std::move(ranked.state.edges)});
        set_sums(graph, terms, found.back());
    }
    return found;
}

}  // namespace cadre
