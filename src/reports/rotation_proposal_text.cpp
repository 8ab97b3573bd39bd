#include <cadre/reports/rotation_proposal_text.hpp>

#include "reports/rotation_parts.hpp"
#include "reports/rotation_words.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/rotation/rotation_regret.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace cadre {
namespace {

constexpr std::size_t cadre_width = 20;

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

class RotationProposalText {
public:
    RotationProposalText(const RotationProblem& problem, const RotationProposal& proposal, const RotationNames& names,
                         Language language)
        : problem_(problem), proposal_(proposal), words_(problem, names, language), pinned_(problem.options.size()) {
        for (const std::size_t option : problem.pinned) pinned_[option] = true;
        for (std::size_t goal = 0; goal < problem.goals.size(); ++goal) {
            const std::vector<std::int64_t>& costs = problem.goals[goal].costs;
            if (std::any_of(costs.begin(), costs.end(), [](std::int64_t cost) { return cost != 0; }))
                goals_.push_back(goal);
        }
        for (const auto& option : proposal.options) {
            if (option && !problem.stays(problem.options[*option])) moves_.push_back(*option);
        }
    }

    std::string moves() {
        const bool is_proven = verify_rotation(problem_, proposal_);
        if (is_proven && proposal_.prices.size() == 1 && moves_.size() <= most_moves_compared)
            regrets_.emplace(problem_, proposal_);
        add_counts();
        line(is_proven ? texts::rotation_proven : texts::rotation_unproven);
        if (!moves_.empty()) add_moves();
        return std::move(text_);
    }

private:
    void line(MessageId id, std::vector<Argument> arguments = {}) {
        text_ += words_.in_words(id, std::move(arguments)) + '\n';
    }

    void add_counts() {
        const std::size_t required = static_cast<std::size_t>(std::count_if(
            problem_.cadres.begin(), problem_.cadres.end(), [](const RotationCandidate& c) { return c.required; }));
        line(texts::rotation_counts, {number(moves_.size()), number(proposal_.placed - moves_.size()),
                                      number(problem_.cadres.size() - proposal_.placed)});
        if (required > 0) line(texts::rotation_required, {number(proposal_.required_placed), number(required)});
        if (!goals_.empty()) line(texts::rotation_costs, {words_.costs(goals_, proposal_.costs)});
    }

    void add_moves() {
        TextTable table(cadre_width);
        std::vector<std::string> head{
            words_.in_words(texts::proposal_column_member), words_.in_words(texts::rotation_column_from),
            words_.in_words(texts::rotation_column_to), words_.in_words(texts::rotation_column_reason)};
        for (const std::size_t goal : goals_) head.push_back(words_.goal(goal));
        if (regrets_) head.push_back(words_.in_words(texts::rotation_column_without));
        table.add_row(std::move(head));
        for (const std::size_t option : moves_) table.add_row(cells(option));
        text_ += '\n' + table.to_text();
    }

    std::vector<std::string> cells(std::size_t option) {
        const auto [cadre, post] = problem_.options[option];
        std::vector<std::string> cells{words_.cadre(cadre), words_.left(cadre), words_.post(post),
                                       words_.in_words(reason(option))};
        for (const std::size_t goal : goals_) cells.push_back(std::to_string(problem_.goals[goal].costs[option]));
        if (regrets_) cells.push_back(pinned_[option] ? "–" : loss(*regrets_->why(cadre)));
        return cells;
    }

    MessageId reason(std::size_t option) const {
        const RotationCandidate& cadre = problem_.cadres[problem_.options[option].cadre];
        if (pinned_[option]) return texts::rotation_published;
        if (cadre.required) return texts::rotation_has_to_move;
        return cadre.present ? texts::rotation_may_move : texts::rotation_enters;
    }

    /// What counts first of that which is lost.
    std::string loss(const RotationRegret& regret) const {
        if (regret.settled_lost != 0) return words_.in_words(texts::rotation_loses_settled, {regret.settled_lost});
        if (regret.required_lost != 0) return words_.in_words(texts::rotation_loses_required, {regret.required_lost});
        if (regret.placed_lost != 0) return words_.in_words(texts::rotation_loses_placed, {regret.placed_lost});
        for (std::size_t goal = 0; goal < regret.costs.size(); ++goal) {
            if (regret.costs[goal] > 0)
                return words_.in_words(texts::rotation_costs_more, {words_.goal(goal), regret.costs[goal]});
        }
        return words_.in_words(texts::rotation_as_good);
    }

    const RotationProblem& problem_;
    const RotationProposal& proposal_;
    RotationWords words_;
    std::vector<bool> pinned_;        ///< by option
    std::vector<std::size_t> goals_;  ///< in which an option costs or gains
    std::vector<std::size_t> moves_;  ///< options taken that are no stay, by cadre
    std::optional<RotationRegrets> regrets_;
    std::string text_;
};

}  // namespace

std::string moves_text(const RotationProblem& problem, const RotationProposal& proposal, const RotationNames& names,
                       Language language) {
    return RotationProposalText(problem, proposal, names, language).moves();
}

std::string rotation_proposal_text(const RotationProblem& problem, const RotationProposal& proposal, Language language,
                                   const RotationNames& names) {
    return moves_text(problem, proposal, names, language) +
           shortages_text(problem, proposal.shortages, names, language) +
           Message{texts::rotation_for_review, {}}.text(language) + '\n';
}

}  // namespace cadre
