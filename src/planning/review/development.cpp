#include "planning/review/development.hpp"

#include "planning/row_answers.hpp"

#include <map>
#include <utility>

namespace cadre {
namespace {

/// What a member's own file shows, on `pool_members`.
constexpr std::string_view development_on_file =
    R"((some t in cadre.trainings satisfies t.to > added)
    or (some a in cadre.appointments satisfies a.kind = "rotation" and a.to > added))";

/// The entries of the table `development_actions` by cadre.
class Actions {
public:
    Actions(const Roster& roster, const DevelopmentOwners& owners)
        : given_(owners.are_given()),
          from_(roster, "development_actions", "from"),
          to_(roster, "development_actions", "to"),
          added_(roster, "pool_members", "added") {
        for (std::size_t row = 0; row < owners.rows(); ++row) {
            if (const auto person = owners.cadre(row)) of_[*person].push_back(row);
            if (owners.may_be_anybodys(row)) of_anyone_.push_back(row);
        }
    }

    /// Whether a member has an action that had not ended on the day added.
    Verdict of(const PlanMember& member) const {
        if (!given_ || !member.person) return Verdict::undetermined;
        const auto added = added_.value(member.row);
        Verdict found = Verdict::not_met;
        if (const auto own = of_.find(*member.person); own != of_.end()) {
            for (const std::size_t row : own->second) found = found || counts(row, added);
        }
        for (const std::size_t row : of_anyone_) {
            if (counts(row, added) != Verdict::not_met) found = found || Verdict::undetermined;
        }
        return found;
    }

    /// The cells of a cadre's entries, and of those that may be anyone's, that leave it open.
    std::vector<MissingField> missing(const PlanMember& member, const FindingDetails& details) const {
        std::vector<MissingField> fields;
        const auto added = added_.value(member.row);
        if (const auto own = member.person ? of_.find(*member.person) : of_.end(); own != of_.end()) {
            for (const std::size_t row : own->second) {
                if (counts(row, added) != Verdict::undetermined) continue;
                fields.push_back(added ? details.cell("development_actions", row, "to")
                                       : details.cell("pool_members", member.row, "added"));
            }
        }
        for (const std::size_t row : of_anyone_) fields.push_back(details.cell("development_actions", row, "cadre"));
        return fields;
    }

private:
    Verdict counts(std::size_t row, std::optional<std::int64_t> added) const {
        if (!added) return Verdict::undetermined;
        const auto from = from_.value(row);
        const auto to = to_.value(row);
        if ((to && *to > *added) || (from && *from >= *added)) return Verdict::met;
        return to ? Verdict::not_met : Verdict::undetermined;
    }

    bool given_;
    RosterColumn from_, to_, added_;
    std::map<std::size_t, std::vector<std::size_t>> of_;
    std::vector<std::size_t> of_anyone_;
};

class DevelopmentReview {
public:
    DevelopmentReview(const JudgedPlan& judged, const DevelopmentOwners& owners, FindingDetails& details)
        : judged_(judged),
          details_(details),
          on_file_(parse_expression(development_on_file, *judged.pack.schema(), members_table())),
          actions_(judged.roster, owners),
          verdicts_(evaluate(compile({{"on_file", members_table(), on_file_}}, judged.pack.schema()), judged.roster,
                             judged.options)) {}

    void add(std::size_t policy, std::size_t pool, const PlanMember& member, std::vector<ReviewFinding>& findings) {
        RowAnswers undeveloped(Verdict::met);
        for (const PlanMember& row : by_row(member)) undeveloped.add(row.planned, !developed(row));
        const Verdict verdict = judged_.verdicts.is_for(policy, pool) && member.planned && undeveloped.together();
        if (verdict == Verdict::not_met) return;
        ReviewFinding finding{ReviewMatter::no_development, verdict, policy, pool, member.row, std::nullopt, {}};
        if (verdict == Verdict::undetermined) finding.missing = missing(policy, member);
        findings.push_back(std::move(finding));
    }

private:
    int members_table() const { return *judged_.pack.schema()->find_table("pool_members"); }

    Verdict developed(const PlanMember& row) const { return verdicts_.columns()[0][row.row] || actions_.of(row); }

    std::vector<MissingField> missing(std::size_t policy, const PlanMember& member) {
        std::vector<MissingField> fields;
        for (const PlanMember& row : by_row(member)) {
            if (developed(row) == Verdict::met) continue;
            FindingDetails::add(fields, details_.missing(policy, row, *on_file_));
            FindingDetails::add(fields, actions_.missing(row, details_));
        }
        return fields;
    }

    const JudgedPlan& judged_;
    FindingDetails& details_;
    ExpressionPtr on_file_;
    Actions actions_;
    VerdictTable verdicts_;
};

}  // namespace

std::vector<ReviewFinding> development_findings(const JudgedPlan& judged, const DevelopmentOwners& owners,
                                                FindingDetails& details) {
    std::vector<ReviewFinding> findings;
    DevelopmentReview review(judged, owners, details);
    for (std::size_t pool = 0; pool < judged.plan.pools.size(); ++pool) {
        for (std::size_t policy = 0; policy < judged.policies.size(); ++policy) {
            if (judged.rule<DevelopmentRule>(policy) == nullptr) continue;
            for (const std::size_t at : judged.plan.pools[pool].members) {
                review.add(policy, pool, judged.plan.members[at], findings);
            }
        }
    }
    return findings;
}

}  // namespace cadre
