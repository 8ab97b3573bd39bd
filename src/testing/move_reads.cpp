#include "testing/move_reads.hpp"

#include "rotation/rules/pair_judge.hpp"

namespace cadre {

LawReads reads_of_move(const RotationPolicy& rule, const ExpectedMove& expected, const Case& judged, const Pack& pack) {
    const ProposedDirections directions(judged.roster);
    PairJudge judge(pack, judged.roster, directions, expected.move.day, {.law_as_of = judged.law_as_of});
    return judge.law_reads(rule, expected.move);
}

}  // namespace cadre
