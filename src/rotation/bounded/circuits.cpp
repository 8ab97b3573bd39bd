#include "rotation/bounded/circuits.hpp"

#include <algorithm>

namespace cadre {
namespace {

class CircuitSearch {
public:
    CircuitSearch(const RotationNetwork& network, const MoveGains& gains, const BoundedRotationOptions& options)
        : problem_(network.problem()),
          gains_(gains),
          longest_(options.longest),
          moves_(problem_.cadres.size()),
          holders_(problem_.seats.size()),
          visited_(problem_.seats.size()) {
        for (const std::int32_t seats : problem_.seats) found_.spare.push_back(seats);
        for (std::size_t cadre = 0; cadre < moves_.size(); ++cadre) {
            const auto& present = problem_.cadres[cadre].present;
            if (!present) continue;
            holders_[*present].push_back(cadre);
            --found_.spare[*present];
        }
        for (const std::size_t option : network.options()) {
            const RotationOption& made = problem_.options[option];
            if (!problem_.stays(made)) moves_[made.cadre].push_back(option);
        }
        work_each_ = std::max<std::int64_t>(options.work / std::max<std::int64_t>(1, std::ssize(moves_)), 64);
    }

    Circuits list() {
        for (root_ = 0; root_ < moves_.size(); ++root_) {
            work_ = work_each_;
            extend(root_);
        }
        return std::move(found_);
    }

private:
    /// At most `longest_` deep: posts on the path differ.
    void extend(std::size_t cadre) {
        for (const std::size_t option : moves_[cadre]) {
            if (--work_ < 0) {
                found_.complete = false;
                return;
            }
            const std::size_t post = problem_.options[option].post;
            if (visited_[post]) continue;
            path_.push_back(option);
            if (problem_.cadres[root_].present == post) {
                add(std::nullopt);
            } else {
                if (found_.spare[post] > 0) add(post);
                go_on(post);
            }
            path_.pop_back();
        }
    }

    void go_on(std::size_t post) {
        if (path_.size() == longest_) return;
        visited_[post] = true;
        for (const std::size_t holder : holders_[post]) extend(holder);
        visited_[post] = false;
    }

    /// A cycle is listed from the first of its cadres only.
    void add(std::optional<std::size_t> spare_seat) {
        Circuit circuit{path_, {}, spare_seat};
        for (const std::size_t option : path_) {
            circuit.cadres.push_back(problem_.options[option].cadre);
            circuit.gain += gains_.of(option);
        }
        if (!spare_seat && *std::min_element(circuit.cadres.begin(), circuit.cadres.end()) != root_) return;
        if (circuit.gain > 0) found_.all.push_back(std::move(circuit));
    }

    const RotationProblem& problem_;
    const MoveGains& gains_;
    std::size_t longest_;
    std::vector<std::vector<std::size_t>> moves_;    ///< by cadre: options
    std::vector<std::vector<std::size_t>> holders_;  ///< by post
    std::vector<bool> visited_;                      ///< posts on the path
    std::int64_t work_each_ = 0;
    std::int64_t work_ = 0;
    std::size_t root_ = 0;
    std::vector<std::size_t> path_;
    Circuits found_;
};

}  // namespace

Circuits list_circuits(const RotationNetwork& network, const MoveGains& gains, const BoundedRotationOptions& options) {
    return CircuitSearch(network, gains, options).list();
}

}  // namespace cadre
