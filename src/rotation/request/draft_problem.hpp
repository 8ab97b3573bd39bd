#pragma once

#include "rotation/request/fitness_points.hpp"
#include "rotation/request/movers.hpp"
#include "rotation/request/open_cells.hpp"
#include "rotation/request/option_rules.hpp"
#include "rotation/request/request_conditions.hpp"
#include "rotation/rules/proposed_directions.hpp"

#include <cadre/rotation/rotation_request.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// States what a request asks as a rotation problem.
class DraftProblem {
public:
    /// All outlive this object; writes into the draft.
    DraftProblem(const Pack& pack, const Roster& roster, const RotationRequest& request,
                 const RequestExpressions& expressions, const RequestVerdicts& verdicts, const PresentPosts& present,
                 RotationDraft& draft);

    void state(const std::vector<Mover>& movers);

private:
    void add_posts(const std::vector<Mover>& movers);
    /// Returns its position in the problem.
    std::size_t add_post(std::optional<std::size_t> post, const std::string& key, std::int64_t seats);
    std::size_t present_position(const Mover& mover) const;
    bool is_open(std::size_t post, const std::string& key);
    void add_goals();
    void add_moves(const std::vector<Mover>& movers);
    ProposedMove move_to(const Mover& mover, std::size_t post) const;
    void add_move(const Mover& mover, const ProposedMove& move, std::size_t at, const MoveVerdicts& verdicts);
    void add_option(const Mover& mover, std::optional<std::size_t> to);
    void note_open(const ProposedMove& move, std::size_t at, const MoveVerdicts& verdicts);
    void pin_published_moves();

    std::int64_t price(const Mover& mover, std::size_t to) const;
    /// What the plan known before says of a cadre; null: nothing.
    const RotationMove* planned(std::size_t cadre) const;

    const Roster& roster_;
    const RotationRequest& request_;
    const RequestExpressions& expressions_;
    const RequestVerdicts& verdicts_;
    const PresentPosts& present_;
    RotationDraft& draft_;
    RotationProblem& problem_;
    OptionRules rules_;
    ProposedDirections directions_;
    FitnessPoints points_;
    OpenCells cells_;
    std::map<std::size_t, const RotationMove*> planned_;  ///< by cadre
    std::map<std::size_t, std::size_t> positions_;        ///< of posts in the problem, by row
    std::map<std::size_t, std::size_t> own_seats_;        ///< the same by cadre who may return to the present post
    std::map<std::size_t, std::size_t> candidates_;       ///< positions of cadres in the problem, by row
};

}  // namespace cadre
