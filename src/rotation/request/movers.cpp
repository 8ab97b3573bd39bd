#include "rotation/request/movers.hpp"

#include "rotation/request/open_cells.hpp"

#include <cadre/messages/texts/rotation.hpp>

namespace cadre {
namespace {

void note_open(std::size_t cadre, bool has_to, const Expression& condition, OpenCells& cells, std::size_t listed,
               RotationDraft& draft) {
    ++draft.open_mover_count;
    if (draft.open_movers.size() < listed) draft.open_movers.push_back({cadre, has_to, cells.of(condition, cadre)});
}

}  // namespace

std::vector<Mover> find_movers(const Pack& pack, const Roster& roster, const RotationRequest& request,
                               const RequestExpressions& expressions, const RequestVerdicts& verdicts,
                               const PresentPosts& present, RotationDraft& draft) {
    OpenCells cells(pack, roster, request.evaluation);
    std::vector<Mover> movers;
    for (std::size_t cadre = 0; cadre < roster.size("cadres"); ++cadre) {
        const Verdict must = verdicts.must_move(cadre);
        const Verdict may = must || verdicts.may_move(cadre);
        if (must == Verdict::undetermined) {
            note_open(cadre, true, *expressions.must_move, cells, request.open_listed, draft);
        } else if (may == Verdict::undetermined) {
            note_open(cadre, false, *expressions.may_move, cells, request.open_listed, draft);
        }
        if (may != Verdict::met) continue;
        if (present.is_known(cadre)) {
            movers.push_back({cadre, must == Verdict::met, present.of(cadre), present.may_return(cadre)});
        } else {
            draft.findings.push_back(
                {"cadres", cadre, {texts::rotation_present_unknown, {static_cast<std::int64_t>(cadre)}}});
        }
    }
    return movers;
}

}  // namespace cadre
