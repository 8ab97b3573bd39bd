#pragma once

#include "evaluation/remedies/choice.hpp"
#include "evaluation/remedies/member_kinds.hpp"

namespace cadre {

/// The members of some kinds that one list may gain.
class AppendedMember {
public:
    /// Both outlive this object.
    AppendedMember(ReferenceEvaluator& evaluator, const MemberKinds& kinds, const CellIndex& list);

    /// No option where the list has a member of the year judged, of which there is one only.
    Choice choice() const;
    /// The cells with the member.
    Hypothesis cells(const MemberKinds::Kind& kind) const;

private:
    bool year_is_taken() const;
    PossibleList with_member(const MemberKinds::Kind& kind) const;

    ReferenceEvaluator& evaluator_;
    const MemberKinds& kinds_;
    CellIndex list_;
    int table_;  ///< of the members
    const Table& members_;
    std::int64_t new_row_;
    PossibleList present_;
};

}  // namespace cadre
