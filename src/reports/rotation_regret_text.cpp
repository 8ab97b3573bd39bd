#include <cadre/reports/rotation_regret_text.hpp>

#include "reports/rotation_words.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <utility>

namespace cadre {
namespace {

/// Who loses and gains what by another plan, a line each.
class RegretText {
public:
    RegretText(const RotationProblem& problem, const RotationProposal& proposal, Language language,
               const RotationNames& names)
        : problem_(problem), proposal_(proposal), words_(problem, names, language) {}

    std::string why_not(std::size_t option, const std::optional<RotationRegret>& regret) {
        const auto [cadre, post] = problem_.options[option];
        if (!regret) {
            line(texts::rotation_why_not_possible, {words_.cadre(cadre), words_.post(post)});
            return std::move(text_);
        }
        line(texts::rotation_why_not, {words_.cadre(cadre), words_.post(post), place(proposal_.options[cadre])});
        return told(*regret, cadre);
    }

    std::string why(std::size_t cadre, const std::optional<RotationRegret>& regret) {
        const auto& option = proposal_.options[cadre];
        if (!regret) {
            line(texts::rotation_why_nothing, {words_.cadre(cadre)});
            return std::move(text_);
        }
        line(texts::rotation_why, {words_.cadre(cadre), place(option)});
        return told(*regret, cadre);
    }

private:
    void line(MessageId id, std::vector<Argument> arguments = {}) {
        text_ += words_.in_words(id, std::move(arguments)) + '\n';
    }

    std::string place(const std::optional<std::size_t>& option) const {
        return option ? words_.post(problem_.options[*option].post) : "–";
    }

    std::string told(const RotationRegret& regret, std::size_t asked) {
        const std::size_t head = text_.size();
        add_count(regret.settled_lost, texts::rotation_loses_settled, texts::rotation_gains_settled);
        add_count(regret.required_lost, texts::rotation_loses_required, texts::rotation_gains_required);
        add_count(regret.placed_lost, texts::rotation_loses_placed, texts::rotation_gains_placed);
        for (std::size_t goal = 0; goal < regret.costs.size(); ++goal) {
            const std::int64_t cost = regret.costs[goal];
            if (cost > 0) item(texts::rotation_costs_more, {words_.goal(goal), cost});
            if (cost < 0) item(texts::rotation_costs_less, {words_.goal(goal), -cost});
        }
        if (text_.size() == head) item(texts::rotation_no_difference, {});
        add_changes(regret, asked);
        return std::move(text_);
    }

    void add_count(std::int64_t lost, MessageId loses, MessageId gains) {
        if (lost > 0) item(loses, {lost});
        if (lost < 0) item(gains, {-lost});
    }

    /// The one who was asked for comes first.
    void add_changes(const RotationRegret& regret, std::size_t asked) {
        line(texts::rotation_regret_changes);
        for (const bool is_asked : {true, false}) {
            for (const RotationChange& change : regret.changes) {
                if ((change.cadre == asked) != is_asked) continue;
                item(texts::rotation_regret_change,
                     {words_.cadre(change.cadre), place(change.option), place(proposal_.options[change.cadre])});
            }
        }
    }

    void item(MessageId id, std::vector<Argument> arguments) {
        text_ += "- " + words_.in_words(id, std::move(arguments)) + '\n';
    }

    const RotationProblem& problem_;
    const RotationProposal& proposal_;
    RotationWords words_;
    std::string text_;
};

}  // namespace

std::string why_not_text(const RotationProblem& problem, const RotationProposal& proposal, std::size_t option,
                         const std::optional<RotationRegret>& regret, Language language, const RotationNames& names) {
    return RegretText(problem, proposal, language, names).why_not(option, regret);
}

std::string why_text(const RotationProblem& problem, const RotationProposal& proposal, std::size_t cadre,
                     const std::optional<RotationRegret>& regret, Language language, const RotationNames& names) {
    return RegretText(problem, proposal, language, names).why(cadre, regret);
}

}  // namespace cadre
