#include "rotation/request/movers.hpp"

#include "evaluation/missing_field.hpp"
#include "evaluation/open_gaps.hpp"
#include "evaluation/program.hpp"

#include <cadre/messages/texts/rotation.hpp>

namespace cadre {
namespace {

class MoverSearch {
public:
    MoverSearch(const Pack& pack, const Roster& roster, const RotationRequest& request, RotationDraft& draft)
        : listed_(request.open_listed),
          draft_(draft),
          evaluator_(*pack.schema(), roster, draft.as_of, draft.law_as_of, request.evaluation.strict_snapshot) {}

    void note_open(std::size_t cadre, bool has_to, const Expression& condition) {
        ++draft_.open_mover_count;
        if (draft_.open_movers.size() == listed_) return;
        Gaps gaps;
        evaluator_.judge_row(static_cast<std::int64_t>(cadre));
        collect_open_gaps(evaluator_, condition, gaps);
        OpenMover open{cadre, has_to, {}};
        for (const CellIndex& cell : gaps.missing) open.fields.push_back(missing_field(evaluator_, cell));
        draft_.open_movers.push_back(std::move(open));
    }

    void note_unknown_post(std::size_t cadre) {
        draft_.findings.push_back(
            {"cadres", cadre, {texts::rotation_present_unknown, {static_cast<std::int64_t>(cadre)}}});
    }

private:
    std::size_t listed_;
    RotationDraft& draft_;
    ReferenceEvaluator evaluator_;
};

}  // namespace

std::vector<Mover> find_movers(const Pack& pack, const Roster& roster, const RotationRequest& request,
                               const RequestExpressions& expressions, const RequestVerdicts& verdicts,
                               const PresentPosts& present, RotationDraft& draft) {
    MoverSearch search(pack, roster, request, draft);
    std::vector<Mover> movers;
    for (std::size_t cadre = 0; cadre < roster.size("cadres"); ++cadre) {
        const Verdict must = verdicts.must_move(cadre);
        const Verdict may = must || verdicts.may_move(cadre);
        if (must == Verdict::undetermined) {
            search.note_open(cadre, true, *expressions.must_move);
        } else if (may == Verdict::undetermined) {
            search.note_open(cadre, false, *expressions.may_move);
        }
        if (may != Verdict::met) continue;
        if (present.is_known(cadre)) {
            movers.push_back({cadre, must == Verdict::met, present.of(cadre)});
        } else {
            search.note_unknown_post(cadre);
        }
    }
    return movers;
}

}  // namespace cadre
