#pragma once

#include "matching/at.hpp"
#include "matching/bid_option.hpp"

#include <cadre/matching/costed_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace cadre {

/// The edges of some right vertices as their options of left ones. Where right vertices bid, the options are put in
/// order in place: the few cheapest first, in the sense of `Shortlists`.
template <class Cost>
class RightOptions {
public:
    using Option = BidOption<Cost>;

    /// Right vertices that are not chosen (1 for each that is) have no options.
    RightOptions(const CostedGraph& graph, std::int64_t least_cost, const std::vector<std::int32_t>& chosen)
        : starts_(at(graph.graph().right_count()) + 2) {
        const BipartiteGraph& network = graph.graph();
        const auto is_chosen = [&](std::int64_t edge) { return chosen[at(network.right_of(edge))] == 1; };
        for (std::int64_t edge = 0; edge < network.edge_count(); ++edge) {
            if (is_chosen(edge)) ++starts_[at(network.right_of(edge)) + 2];
        }
        for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
        options_.resize(at(starts_.back()));
        // The start of a row moves on while it is filled, until it is that of the next one.
        for (std::int32_t left = 0; left < network.left_count(); ++left) {
            for (std::int64_t edge = network.first_edge(left); edge < network.first_edge(left + 1); ++edge) {
                if (!is_chosen(edge)) continue;
                options_[at(starts_[at(network.right_of(edge)) + 1]++)] = {
                    left, static_cast<Cost>(graph.cost(edge) - least_cost)};
            }
        }
        starts_.pop_back();
    }

    /// Where they bid: makes the order.
    void put_in_order(const PlacePrices& prices) {
        others_.resize(starts_.size() - 1);
        for (std::int32_t right = 0; right < count(); ++right) put_in_order(right, prices);
    }

    std::int32_t count() const { return static_cast<std::int32_t>(starts_.size() - 1); }
    std::int64_t total() const { return starts_.back(); }
    std::int64_t count_of(std::int32_t right) const { return starts_[at(right) + 1] - starts_[at(right)]; }
    std::int64_t scans() const { return scans_; }

    template <class Visit>
    void for_each(std::int32_t right, Visit visit) const {
        for (std::int64_t i = starts_[at(right)]; i < starts_[at(right) + 1]; ++i) visit(options_[at(i)]);
    }

    CheapestOption<Cost> cheapest_of(std::int32_t right, const PlacePrices& prices) {
        const CheapestOption<Cost> found = cheapest_option<Cost>(first_of(right), prices);
        if (found.second <= others_[at(right)]) return found;
        put_in_order(right, prices);
        return cheapest_option<Cost>(first_of(right), prices);
    }

    void clear() { options_ = {}; }
    void forget_prices() { std::fill(others_.begin(), others_.end(), std::numeric_limits<std::int64_t>::min()); }

private:
    std::span<const Option> first_of(std::int32_t right) {
        const auto length = std::min(at(count_of(right)), CheapestFew<Cost>::most);
        scans_ += static_cast<std::int64_t>(length);
        return {options_.data() + starts_[at(right)], length};
    }

    void put_in_order(std::int32_t right, const PlacePrices& prices) {
        const std::span<Option> row(options_.data() + starts_[at(right)], at(count_of(right)));
        scans_ += count_of(right);
        CheapestFew<Cost> few;
        std::size_t others = std::min(row.size(), CheapestFew<Cost>::most);
        for (const Option option : row) {
            const Option other = few.add(option, prices.with(option));
            if (other.place != Option::nowhere) row[others++] = other;
        }
        std::copy_n(few.options.begin(), std::min(row.size(), CheapestFew<Cost>::most), row.begin());
        others_[at(right)] = few.prices.back();
    }

    std::vector<std::int64_t> starts_;
    std::vector<Option> options_;
    std::vector<std::int64_t> others_;  ///< price of the cheapest option behind the first few, when last in order
    std::int64_t scans_ = 0;
};

}  // namespace cadre
