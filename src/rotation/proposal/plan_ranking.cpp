#include "rotation/proposal/plan_ranking.hpp"

#include "rotation/proposal/solved_rotation.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace cadre {
namespace {

/// Better plans are less.
using Rank = std::vector<std::int64_t>;
using Choice = std::vector<std::optional<std::size_t>>;

/// The plans that give the cadres before `first` what the best of them does, and `first` none of the options `without`.
struct Part {
    Rank rank;
    std::size_t made = 0;  ///< so many parts were made before it
    std::size_t first = 0;
    std::vector<std::size_t> without;
    Choice best;

    bool operator<(const Part& other) const { return std::tie(rank, made) < std::tie(other.rank, other.made); }
};

class PlanRanking {
public:
    explicit PlanRanking(const RotationNetwork& network)
        : network_(network), problem_(network.problem()), by_cadre_(problem_.cadres.size()) {
        for (const std::size_t option : network.options()) by_cadre_[problem_.options[option].cadre].push_back(option);
    }

    std::vector<RotationProposal> rank(const RotationProposal& best, std::size_t count) {
        std::vector<RotationProposal> ranked;
        open_.insert({{}, 0, 0, {}, best.options});
        while (ranked.size() < count && !open_.empty()) {
            const Part part = std::move(open_.extract(open_.begin()).value());
            ranked.push_back(proposal_of(network_, edges(part.best)));
            wanted_ = count - ranked.size();
            if (wanted_ > 0) divide(part);
        }
        return ranked;
    }

private:
    /// Parts of which none has the best plan, and which together have all others.
    void divide(const Part& part) {
        RotationWish before;
        for (std::size_t cadre = 0; cadre < part.best.size(); ++cadre) {
            const auto& option = part.best[cadre];
            std::vector<std::size_t> without;
            if (cadre == part.first) without = part.without;
            if (cadre >= part.first && option) {
                without.push_back(*option);
                add(before, cadre, without);
            } else if (cadre >= part.first) {
                add_placed(before, cadre, without);
            }
            if (option) {
                before.taken.push_back(*option);
            } else {
                before.unplaced.push_back(cadre);
            }
        }
    }

    void add_placed(const RotationWish& before, std::size_t cadre, const std::vector<std::size_t>& without) {
        for (const std::size_t option : by_cadre_[cadre]) {
            const bool left_out = std::find(without.begin(), without.end(), option) != without.end();
            if (left_out || !has_seat(before, problem_.options[option].post)) continue;
            RotationWish wish = before;
            wish.taken.push_back(option);
            add(wish, cadre + 1, {});
        }
    }

    bool has_seat(const RotationWish& wish, std::size_t post) const {
        std::int32_t seats = problem_.seats[post];
        for (const std::size_t option : wish.taken) seats -= problem_.options[option].post == post ? 1 : 0;
        return seats > 0;
    }

    void add(RotationWish wish, std::size_t first, const std::vector<std::size_t>& without) {
        wish.without = without;
        Part part{{}, ++made_, first, without, solve_rotation(RotationNetwork(problem_, wish)).options};
        for (const std::size_t option : wish.taken) part.best[problem_.options[option].cadre] = option;
        part.rank = rank_of(part.best);
        open_.insert(std::move(part));
        if (open_.size() > wanted_) open_.erase(std::prev(open_.end()));
    }

    Rank rank_of(const Choice& options) const {
        std::int64_t settled = 0;
        std::int64_t required = 0;
        std::int64_t others = 0;
        Rank costs(problem_.goals.size());
        for (std::size_t cadre = 0; cadre < options.size(); ++cadre) {
            if (!options[cadre]) continue;
            ++(network_.is_settled(cadre) ? settled : network_.is_required(cadre) ? required : others);
            for (std::size_t goal = 0; goal < costs.size(); ++goal)
                costs[goal] += problem_.goals[goal].costs[*options[cadre]];
        }
        const std::int64_t all = required + others;
        Rank rank = network_.has_three_ranks() ? Rank{-settled, -all, -required} : Rank{-settled, -required, -all};
        rank.insert(rank.end(), costs.begin(), costs.end());
        return rank;
    }

    std::vector<std::int64_t> edges(const Choice& options) const {
        std::vector<std::int64_t> found;
        for (const auto& option : options) found.push_back(option ? *network_.edge_of(*option) : Assignment::no_edge);
        return found;
    }

    const RotationNetwork& network_;
    const RotationProblem& problem_;
    std::vector<std::vector<std::size_t>> by_cadre_;  ///< options
    std::set<Part> open_;
    std::size_t made_ = 0;
    std::size_t wanted_ = 0;  ///< more plans; no more parts need be kept
};

}  // namespace

std::vector<RotationProposal> rank_rotations(const RotationNetwork& network, const RotationProposal& best,
                                             std::size_t count) {
    return PlanRanking(network).rank(best, count);
}

}  // namespace cadre
