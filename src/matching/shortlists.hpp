#pragma once

#include "matching/bid_option.hpp"

#include <cadre/matching/costed_graph.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace cadre {

/// The edges of a graph as options of its left vertices, with costs above the least.
template <class Cost>
class LeftOptions {
public:
    LeftOptions(const CostedGraph& graph, std::int64_t least_cost) : graph_(graph), least_cost_(least_cost) {}

    std::int32_t count() const { return graph_.graph().left_count(); }
    std::int64_t total() const { return graph_.graph().edge_count(); }
    std::int64_t count_of(std::int32_t left) const { return graph_.graph().degree(left); }

    template <class Visit>
    void for_each(std::int32_t left, Visit visit) const {
        const BipartiteGraph& network = graph_.graph();
        for (std::int64_t edge = network.first_edge(left); edge < network.first_edge(left + 1); ++edge)
            visit(BidOption<Cost>{network.right_of(edge), static_cast<Cost>(graph_.cost(edge) - least_cost_)});
    }

private:
    const CostedGraph& graph_;
    std::int64_t least_cost_;
};

/// Left vertices that bid: each looks at a short list of its cheapest options first, which is nearly always enough.
///
/// A list was made when the bidder last looked at all options. As prices only rise while bids are made, no other option
/// is cheaper than `others` since.
template <class Cost>
class Shortlists {
public:
    Shortlists(const LeftOptions<Cost>& options, const PlacePrices& prices) : options_(options) {
        lists_.reserve(static_cast<std::size_t>(options.count()));
        for (std::int32_t left = 0; left < options.count(); ++left) lists_.push_back(list_of(left, prices));
    }

    std::int32_t count() const { return options_.count(); }
    std::int64_t total() const { return options_.total(); }
    /// How many options were looked at since the lists were made.
    std::int64_t scans() const { return scans_; }

    CheapestOption<Cost> cheapest_of(std::int32_t left, const PlacePrices& prices) {
        List& list = lists_[static_cast<std::size_t>(left)];
        scans_ += static_cast<std::int64_t>(list.options.size());
        const CheapestOption<Cost> found = cheapest_option<Cost>(list.options, prices);
        if (found.second <= list.others) return found;
        scans_ += options_.count_of(left);
        list = list_of(left, prices);
        return cheapest_option<Cost>(list.options, prices);
    }

    void clear() { lists_ = {}; }
    void forget_prices() {
        for (List& list : lists_) list.others = std::numeric_limits<std::int64_t>::min();
    }

private:
    struct List {
        std::array<BidOption<Cost>, CheapestFew<Cost>::most> options;
        std::int64_t others;
    };

    List list_of(std::int32_t left, const PlacePrices& prices) const {
        CheapestFew<Cost> few;
        options_.for_each(left, [&](const BidOption<Cost>& option) { few.add(option, prices.with(option)); });
        return {few.options, few.prices.back()};
    }

    LeftOptions<Cost> options_;
    std::vector<List> lists_;
    std::int64_t scans_ = 0;
};

}  // namespace cadre
