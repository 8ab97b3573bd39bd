#include "planning/proposal/ranking.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace cadre {
namespace {

/// Those taken for one pool.
class Taking {
public:
    Taking(const std::vector<std::size_t>& considered, const std::function<bool(std::size_t)>& fits)
        : taken_(considered.begin(), considered.end()), fits_(fits) {}

    std::size_t size() const { return taken_.size(); }
    std::size_t count(const HelpfulClass& people) const {
        return static_cast<std::size_t>(
            std::count_if(taken_.begin(), taken_.end(), [&](std::size_t person) { return people.has(person); }));
    }
    /// Takes the next `number` who fit, from a place in the list on and round.
    void take(const std::vector<Ranked>& people, std::size_t from, std::size_t number) {
        for (std::size_t step = 0; step < people.size() && number > 0; ++step) {
            const Ranked& one = people[(from + step) % people.size()];
            if (!may_take(one)) continue;
            taken_.insert(one.person);
            chosen_.push_back(one);
            --number;
        }
    }
    std::vector<Ranked> chosen() && { return std::move(chosen_); }
    bool leaves_out_some(const std::vector<Ranked>& people) const {
        return std::any_of(people.begin(), people.end(), [&](const Ranked& one) { return may_take(one); });
    }

private:
    bool may_take(const Ranked& one) const { return !taken_.contains(one.person) && fits_(one.person); }

    std::set<std::size_t> taken_;
    const std::function<bool(std::size_t)>& fits_;
    std::vector<Ranked> chosen_;
};

std::size_t up_to(std::size_t wanted, std::size_t present) {
    return wanted > present ? wanted - present : 0;
}

}  // namespace

Ranking::Ranking(std::vector<Ranked> people, std::vector<HelpfulClass> classes) : people_(std::move(people)) {
    std::sort(people_.begin(), people_.end(), [](const Ranked& a, const Ranked& b) {
        return std::tuple(-a.points, a.person) < std::tuple(-b.points, b.person);
    });
    const auto in_many = [&](const Ranked& one) {
        return std::count_if(classes.begin(), classes.end(),
                             [&](const HelpfulClass& helpful) { return helpful.has(one.person); });
    };
    std::vector<std::vector<Ranked>> by_classes(classes.size() + 1);
    for (const Ranked& one : people_) by_classes[static_cast<std::size_t>(in_many(one))].push_back(one);
    for (const HelpfulClass& wanted : classes) {
        std::vector<Ranked>& found = of_class_.emplace_back();
        for (auto group = by_classes.rbegin(); group != by_classes.rend(); ++group) {
            std::copy_if(group->begin(), group->end(), std::back_inserter(found),
                         [&](const Ranked& one) { return wanted.has(one.person); });
        }
    }
}

Ranking::Choice Ranking::choose(const PoolQuotas& quotas, std::size_t turn, const std::vector<std::size_t>& considered,
                                const std::function<bool(std::size_t)>& fits) const {
    const std::size_t half = quotas.most_options / 2;
    Taking taking(considered, fits);
    taking.take(people_, 0, up_to(half, taking.size()));
    for (std::size_t at = 0; at < of_class_.size(); ++at) {
        const ClassQuota& quota = quotas.classes[at];
        taking.take(of_class_[at], 0, up_to(quota.enough, taking.count(quota.people)));
        taking.take(of_class_[at], turn * quota.enough, up_to(2 * quota.enough, taking.count(quota.people)));
    }
    taking.take(people_, (turn + 1) * half, up_to(quotas.most_options, taking.size()));
    const bool is_cut = taking.leaves_out_some(people_);
    return {std::move(taking).chosen(), is_cut};
}

}  // namespace cadre
