#include <cadre/reports/rotation_proposal_text.hpp>

#include "reports/rotation_words.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <numeric>
#include <utility>

namespace cadre {
namespace {

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

class BoundedRotationText {
public:
    BoundedRotationText(const RotationProblem& problem, const BoundedRotation& bounded, const RotationNames& names,
                        Language language)
        : bounded_(bounded), words_(problem, names, language), goals_(problem.goals.size()) {
        std::iota(goals_.begin(), goals_.end(), std::size_t{0});
    }

    std::string text() {
        std::size_t moves = 0;
        for (const RotationCircuit& circuit : bounded_.circuits) moves += circuit.options.size();
        line(texts::rotation_circuits, {number(moves), number(bounded_.circuits.size())});
        if (!goals_.empty()) line(texts::rotation_costs, {words_.costs(goals_, bounded_.plan.costs)});
        line(bounded_.proven ? texts::rotation_circuits_proven : texts::rotation_circuits_unproven);
        add_gap();
        if (!bounded_.circuits.empty()) text_ += '\n';
        for (const RotationCircuit& circuit : bounded_.circuits) add_circuit(circuit);
        line(texts::rotation_for_review);
        return std::move(text_);
    }

private:
    void line(MessageId id, std::vector<Argument> arguments = {}) {
        text_ += words_.in_words(id, std::move(arguments)) + '\n';
    }

    void add_gap() {
        const RotationProposal& best = bounded_.unbounded;
        const RotationProposal& found = bounded_.plan;
        const std::int64_t required = number(best.required_placed) - number(found.required_placed);
        const std::int64_t placed = number(best.placed) - number(found.placed);
        if (required != 0 || placed != 0) line(texts::rotation_circuits_gap, {required, placed});
        const std::string costs = words_.cost_changes(best.costs, found.costs);
        if (!costs.empty()) line(texts::rotation_circuits_cost_gap, {costs});
    }

    void add_circuit(const RotationCircuit& circuit) {
        std::string moves;
        for (const std::size_t option : circuit.options) moves += (moves.empty() ? "" : "; ") + words_.move(option);
        line(circuit.is_cycle ? texts::rotation_cycle : texts::rotation_chain, {moves});
    }

    const BoundedRotation& bounded_;
    RotationWords words_;
    std::vector<std::size_t> goals_;  ///< all
    std::string text_;
};

}  // namespace

std::string bounded_rotation_text(const RotationProblem& problem, const BoundedRotation& bounded, Language language,
                                  const RotationNames& names) {
    return BoundedRotationText(problem, bounded, names, language).text();
}

}  // namespace cadre
