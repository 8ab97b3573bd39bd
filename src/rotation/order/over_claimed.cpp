#include "rotation/order/over_claimed.hpp"

#include <cstdint>
#include <limits>
#include <numeric>
#include <tuple>

namespace cadre {
namespace {

class Blocking {
public:
    Blocking(const std::vector<SeatClaim>& claims, const SeatSupply& supply)
        : claims_(claims), posts_(claims), balance_(posts_.size()), into_(posts_.size()), blocked_(claims.size()) {
        for (std::size_t post = 0; post < posts_.size(); ++post) balance_[post] = supply.vacant(posts_.post(post));
        for (const std::size_t at : by_priority()) {
            if (claims_[at].from) ++balance_[from(at)];
            if (!claims_[at].to) continue;
            --balance_[to(at)];
            into_[to(at)].push_back(at);
        }
    }

    std::vector<bool> run() {
        std::vector<std::size_t> short_of_seats;
        for (std::size_t post = 0; post < posts_.size(); ++post) short_of_seats.push_back(post);
        while (!short_of_seats.empty()) {
            const std::size_t post = short_of_seats.back();
            short_of_seats.pop_back();
            while (balance_[post] < 0 && !into_[post].empty()) {
                const std::size_t last = into_[post].back();
                into_[post].pop_back();
                block(last, short_of_seats);
            }
        }
        add_cycles();
        return blocked_;
    }

private:
    std::size_t from(std::size_t at) const { return posts_.number(*claims_[at].from); }
    std::size_t to(std::size_t at) const { return posts_.number(*claims_[at].to); }

    std::vector<std::size_t> by_priority() const {
        std::vector<std::size_t> order(claims_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const auto key = [&](const SeatClaim& claim) {
                return std::tuple(!claim.published, claim.day, claim.move);
            };
            return key(claims_[a]) < key(claims_[b]);
        });
        return order;
    }

    void block(std::size_t at, std::vector<std::size_t>& short_of_seats) {
        blocked_[at] = true;
        ++balance_[to(at)];
        if (!claims_[at].from) return;
        --balance_[from(at)];
        short_of_seats.push_back(from(at));
    }

    /// Claims that wait in a circle need no seat of others. Each is walked over once.
    void add_cycles() {
        out_of_.resize(posts_.size());
        for (std::size_t at = 0; at < claims_.size(); ++at) {
            if (blocked_[at] && claims_[at].from) out_of_[from(at)].push_back(at);
        }
        place_.assign(posts_.size(), nowhere);
        for (std::size_t post = 0; post < posts_.size(); ++post) walk(post);
    }

    void walk(std::size_t post) {
        place_[post] = 0;
        while (true) {
            if (out_of_[post].empty()) {
                place_[post] = nowhere;
                if (path_.empty()) return;
                post = from(path_.back());
                path_.pop_back();
                continue;
            }
            const std::size_t at = out_of_[post].back();
            out_of_[post].pop_back();
            path_.push_back(at);
            post = to(at);
            if (place_[post] == nowhere) {
                place_[post] = path_.size();
            } else {
                unblock_from(place_[post]);
            }
        }
    }

    void unblock_from(std::size_t place) {
        for (; path_.size() > place; path_.pop_back()) {
            blocked_[path_.back()] = false;
            if (path_.size() > place + 1) place_[from(path_.back())] = nowhere;
        }
    }

    static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

    const std::vector<SeatClaim>& claims_;
    ClaimedPosts posts_;
    std::vector<std::int64_t> balance_;           ///< of each post: seats vacant and left less those taken
    std::vector<std::vector<std::size_t>> into_;  ///< of each post, the one that gives way first at the end
    std::vector<bool> blocked_;
    std::vector<std::vector<std::size_t>> out_of_;  ///< of each post, blocked and not walked over yet
    std::vector<std::size_t> path_;
    std::vector<std::size_t> place_;  ///< of each post, how many claims of the path lead to it
};

}  // namespace

std::vector<bool> over_claimed(const std::vector<SeatClaim>& claims, const SeatSupply& supply) {
    return Blocking(claims, supply).run();
}

}  // namespace cadre
