#include "rotation/proposal/shortages.hpp"

#include "matching/at.hpp"
#include "rotation/proposal/waiver_search.hpp"

#include <cadre/matching/hall_set.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

namespace cadre {
namespace {

/// Some cadres of a network with the posts that a plan gives them.
struct Competition {
    BipartiteGraph graph;
    Capacities capacities;
    Matching matching;
    std::vector<std::int32_t> posts;  ///< by cadre, or -1
};

Competition competition(const RotationNetwork& network, const RotationProposal& proposal,
                        const std::vector<bool>& competes) {
    const RotationProblem& problem = network.problem();
    std::vector<BipartiteEdge> edges;
    Matching matching;
    matching.left_loads.resize(problem.cadres.size());
    matching.right_loads.resize(problem.seats.size());
    std::vector<std::int32_t> posts(problem.cadres.size(), -1);
    for (const std::size_t at : network.options()) {
        const RotationOption& option = problem.options[at];
        if (!competes[option.cadre]) continue;
        if (proposal.options[option.cadre] == at) {
            matching.edges.push_back(static_cast<std::int64_t>(edges.size()));
            ++matching.left_loads[option.cadre];
            ++matching.right_loads[option.post];
            posts[option.cadre] = static_cast<std::int32_t>(option.post);
        }
        edges.push_back({static_cast<std::int32_t>(option.cadre), static_cast<std::int32_t>(option.post)});
    }
    std::vector<std::int32_t> wants(competes.begin(), competes.end());
    return {BipartiteGraph(std::ssize(problem.cadres), std::ssize(problem.seats), edges),
            {std::move(wants), problem.seats},
            std::move(matching),
            std::move(posts)};
}

/// The parts of a Hall set that share no post, each by its first member.
std::vector<RotationShortage> parts(const BipartiteGraph& graph, const HallSet& set,
                                    const std::vector<std::int32_t>& seats) {
    std::vector<std::int32_t> roots(at(graph.right_count()));
    std::iota(roots.begin(), roots.end(), 0);
    const auto root_of = [&](std::int32_t post) {
        while (roots[at(post)] != post) post = roots[at(post)] = roots[at(roots[at(post)])];
        return post;
    };
    for (const std::int32_t member : set.members) {
        for (const std::int32_t post : graph.rights(member))
            roots[at(root_of(post))] = root_of(graph.rights(member)[0]);
    }
    std::vector<RotationShortage> found;
    std::map<std::int32_t, std::size_t> of_root;
    for (const std::int32_t member : set.members) {
        const auto posts = graph.rights(member);
        std::size_t part = found.size();
        if (!posts.empty()) part = of_root.try_emplace(root_of(posts[0]), found.size()).first->second;
        if (part == found.size()) found.emplace_back();
        found[part].cadres.push_back(at(member));
    }
    for (const std::int32_t post : set.choices) {
        RotationShortage& part = found[of_root.at(root_of(post))];
        part.posts.push_back(at(post));
        part.seats += at(seats[at(post)]);
    }
    return found;
}

bool by_cadre(const BipartiteEdge& a, const BipartiteEdge& b) {
    return a.left < b.left;
}

bool is_ascending(const std::vector<std::size_t>& positions) {
    return std::adjacent_find(positions.begin(), positions.end(), std::greater_equal()) == positions.end();
}

class ShortageFinder {
public:
    ShortageFinder(const RotationNetwork& network, const RotationProposal& proposal)
        : network_(network), problem_(network.problem()), proposal_(proposal), by_rule_(problem_.rules.size()) {
        for (const RefusedOption& refused : problem_.refused) {
            if (refused.rules.size() != 1) continue;
            by_rule_[refused.rules.front()].push_back(
                {static_cast<std::int32_t>(refused.option.cadre), static_cast<std::int32_t>(refused.option.post)});
        }
        for (auto& options : by_rule_) std::stable_sort(options.begin(), options.end(), by_cadre);
    }

    std::vector<RotationShortage> find() {
        std::vector<bool> competes(problem_.cadres.size());
        for (std::size_t cadre = 0; cadre < competes.size(); ++cadre) competes[cadre] = network_.comes_first(cadre);
        add(competes, true);
        competes.assign(competes.size(), true);
        add(competes, false);
        return std::move(found_);
    }

private:
    void add(const std::vector<bool>& competes, bool required) {
        const Competition among = competition(network_, proposal_, competes);
        const HallSets sets(among.graph, among.capacities, among.matching);
        WaiverSearch search(among.graph, problem_.seats, among.posts);
        for (RotationShortage& shortage : parts(among.graph, sets.all(Side::left), problem_.seats)) {
            std::vector<std::int32_t> unplaced;
            bool is_meant = false;
            for (const std::size_t cadre : shortage.cadres) {
                if (proposal_.options[cadre]) continue;
                unplaced.push_back(static_cast<std::int32_t>(cadre));
                is_meant = is_meant || network_.comes_first(cadre) == required;
            }
            if (!is_meant) continue;
            shortage.required = required;
            add_waivers(shortage, unplaced, search);
            found_.push_back(std::move(shortage));
        }
    }

    void add_waivers(RotationShortage& shortage, const std::vector<std::int32_t>& unplaced, WaiverSearch& search) {
        for (std::size_t rule = 0; rule < by_rule_.size(); ++rule) {
            std::vector<BipartiteEdge> more;
            for (const std::size_t cadre : shortage.cadres) {
                const auto [first, last] =
                    std::equal_range(by_rule_[rule].begin(), by_rule_[rule].end(),
                                     BipartiteEdge{static_cast<std::int32_t>(cadre), 0}, by_cadre);
                more.insert(more.end(), first, last);
            }
            if (more.empty()) continue;
            const std::size_t freed = search.count(unplaced, more);
            if (freed > 0) shortage.waivers.push_back({rule, freed});
        }
    }

    const RotationNetwork& network_;
    const RotationProblem& problem_;
    const RotationProposal& proposal_;
    std::vector<std::vector<BipartiteEdge>> by_rule_;  ///< what each rule alone refuses
    std::vector<RotationShortage> found_;
};

}  // namespace

std::vector<RotationShortage> find_shortages(const RotationNetwork& network, const RotationProposal& proposal) {
    if (proposal.placed == proposal.options.size()) return {};
    return ShortageFinder(network, proposal).find();
}

bool are_shortages(const RotationNetwork& network, const RotationProposal& proposal) {
    const RotationProblem& problem = network.problem();
    const BipartiteGraph graph = network.graph();
    std::vector<bool> explained(problem.cadres.size());
    std::vector<std::size_t> in(problem.seats.size(), proposal.shortages.size());
    for (std::size_t at = 0; at < proposal.shortages.size(); ++at) {
        const RotationShortage& shortage = proposal.shortages[at];
        std::size_t seats = 0;
        for (const std::size_t post : shortage.posts) {
            if (post >= in.size() || in[post] == at) return false;
            in[post] = at;
            seats += static_cast<std::size_t>(problem.seats[post]);
        }
        if (seats != shortage.seats || shortage.cadres.size() <= seats || !is_ascending(shortage.cadres)) return false;
        std::size_t placed = 0;
        for (const std::size_t cadre : shortage.cadres) {
            if (cadre >= explained.size() || (shortage.required && !network.comes_first(cadre))) return false;
            placed += proposal.options[cadre] ? 1 : 0;
            for (const std::int32_t post : graph.rights(static_cast<std::int32_t>(cadre))) {
                if (in[static_cast<std::size_t>(post)] != at) return false;
            }
            if (network.comes_first(cadre) == shortage.required) explained[cadre] = true;
        }
        if (placed != seats) return false;
    }
    for (std::size_t cadre = 0; cadre < explained.size(); ++cadre) {
        if (!proposal.options[cadre] && !explained[cadre]) return false;
    }
    return true;
}

}  // namespace cadre
