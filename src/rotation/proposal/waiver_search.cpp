#include "rotation/proposal/waiver_search.hpp"

#include "matching/at.hpp"

#include <algorithm>

namespace cadre {
namespace {

constexpr std::int32_t no_post = -1;

}  // namespace

WaiverSearch::WaiverSearch(const BipartiteGraph& graph, const std::vector<std::int32_t>& seats,
                           const std::vector<std::int32_t>& posts)
    : graph_(graph), spare_(seats), holders_(seats.size()), posts_(posts.size(), no_post), arrivals_(seats.size()) {
    for (std::size_t cadre = 0; cadre < posts.size(); ++cadre) {
        if (posts[cadre] != no_post) move(static_cast<std::int32_t>(cadre), posts[cadre]);
    }
}

std::size_t WaiverSearch::count(const std::vector<std::int32_t>& cadres, const std::vector<BipartiteEdge>& more) {
    log_.clear();
    std::size_t found = 0;
    for (const std::int32_t cadre : cadres) found += place(cadre, more) ? 1 : 0;
    const auto done = std::move(log_);
    for (auto step = done.rbegin(); step != done.rend(); ++step) move(step->first, step->second);
    return found;
}

bool WaiverSearch::place(std::int32_t cadre, const std::vector<BipartiteEdge>& more) {
    ++search_;
    open_.assign(1, cadre);
    for (std::size_t next = 0; next < open_.size(); ++next) {
        const std::int32_t mover = open_[next];
        for (const std::int32_t post : graph_.rights(mover)) {
            if (reach(mover, post)) return true;
        }
        const auto first = std::partition_point(more.begin(), more.end(),
                                                [&](const BipartiteEdge& edge) { return edge.left < mover; });
        for (auto edge = first; edge != more.end() && edge->left == mover; ++edge) {
            if (reach(mover, edge->right)) return true;
        }
    }
    return false;
}

/// Whether a seat is free here; the path to it is taken then.
bool WaiverSearch::reach(std::int32_t cadre, std::int32_t post) {
    if (arrivals_[at(post)].search == search_) return false;
    arrivals_[at(post)] = {search_, cadre};
    if (spare_[at(post)] > 0) {
        take_path(post);
        return true;
    }
    open_.insert(open_.end(), holders_[at(post)].begin(), holders_[at(post)].end());
    return false;
}

void WaiverSearch::take_path(std::int32_t post) {
    while (post != no_post) {
        const std::int32_t cadre = arrivals_[at(post)].from;
        const std::int32_t left = posts_[at(cadre)];
        log_.emplace_back(cadre, left);
        move(cadre, post);
        post = left;
    }
}

void WaiverSearch::move(std::int32_t cadre, std::int32_t post) {
    std::int32_t& own = posts_[at(cadre)];
    if (own != no_post) {
        auto& others = holders_[at(own)];
        others.erase(std::find(others.begin(), others.end(), cadre));
        ++spare_[at(own)];
    }
    own = post;
    if (post == no_post) return;
    holders_[at(post)].push_back(cadre);
    --spare_[at(post)];
}

}  // namespace cadre
