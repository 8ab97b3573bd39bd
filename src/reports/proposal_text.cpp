#include <cadre/reports/proposal_text.hpp>

#include "evaluation/value_text.hpp"
#include "reports/missing_text.hpp"
#include "reports/short_list.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/reports.hpp>

#include <utility>

namespace cadre {
namespace {

constexpr std::size_t member_width = 32;

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

class ProposalText {
public:
    ProposalText(const Proposal& proposal, Language language) : proposal_(proposal), language_(language) {}

    std::string text() {
        line(texts::proposal_title);
        line(texts::proposal_days, {date_text(proposal_.as_of), date_text(proposal_.law_as_of)});
        add_proof();
        for (const UnjudgedClause& clause : proposal_.unjudged) add_unjudged(clause);
        add_components();
        for (const PoolProposal& pool : proposal_.pools) add_pool(pool);
        return std::move(text_);
    }

private:
    std::string in_words(MessageId id, std::vector<Argument> arguments = {}) const {
        return Message{id, std::move(arguments)}.text(language_);
    }
    void line(MessageId id, std::vector<Argument> arguments = {}) {
        text_ += in_words(id, std::move(arguments)) + '\n';
    }

    void add_proof() {
        switch (proposal_.status) {
            case SelectionStatus::optimal: line(texts::proposal_optimal, {proposal_.score}); break;
            case SelectionStatus::feasible:
                line(texts::proposal_feasible, {proposal_.score, proposal_.bound, proposal_.gap()});
                break;
            case SelectionStatus::infeasible:
                line(texts::proposal_infeasible);
                add_conflict();
                break;
            case SelectionStatus::unknown:
                line(proposal_.conflict.empty() ? texts::proposal_unknown : texts::proposal_not_found);
                if (!proposal_.conflict.empty()) add_conflict();
                break;
        }
        if (proposal_.claimed) line(texts::proposal_claimed);
        if (proposal_.cut) line(texts::proposal_cut, {cut_pools()});
    }

    LocalizedText cut_pools() const {
        std::vector<std::string> keys;
        for (const PoolProposal& pool : proposal_.pools) {
            if (pool.cut) keys.push_back(pool.key);
        }
        return {short_list(keys, Language::vi), short_list(keys, Language::en)};
    }

    void add_conflict() {
        for (const ProposalClause& clause : proposal_.conflict) {
            text_ += "- ";
            if (clause.id.empty()) {
                line(texts::proposal_kept_members);
            } else {
                line(texts::proposal_clause, {clause.title, clause.id, citation_text(clause.citation)});
            }
        }
        switch (proposal_.proof) {
            case SelectionConflict::Proof::smallest: return line(texts::proposal_conflict_smallest);
            case SelectionConflict::Proof::minimal: return line(texts::proposal_conflict_minimal);
            case SelectionConflict::Proof::none: return line(texts::proposal_conflict_unproved);
        }
    }

    void add_unjudged(const UnjudgedClause& clause) {
        const LocalizedText why{clause.why.text(Language::vi), clause.why.text(Language::en)};
        if (clause.pool) {
            line(texts::proposal_unjudged_pool, {clause.policy, number(*clause.pool), why});
        } else {
            line(texts::proposal_unjudged, {clause.policy, why});
        }
    }

    void add_components() {
        if (proposal_.components.empty()) return line(texts::proposal_no_components);
        line(texts::proposal_components);
        for (const SuitabilityComponent& component : proposal_.components) {
            text_ += "- ";
            line(texts::proposal_component,
                 {component.title, component.id, citation_text(component.citation), component.most, component.weight});
        }
    }

    void add_pool(const PoolProposal& pool) {
        text_ += '\n';
        line(texts::proposal_pool, {pool.key, number(pool.pool), number(pool.members.size()), number(pool.eligible),
                                    number(pool.options), number(pool.undetermined)});
        if (!pool.members.empty()) text_ += members(pool);
        for (const DroppedMember& dropped : pool.dropped) {
            text_ += "- ";
            line(texts::proposal_dropped, {number(dropped.row), why(dropped)});
        }
        for (const UnsettledRemoval& open : pool.unsettled) {
            text_ += "- ";
            line(texts::proposal_unsettled, {number(open.row), open.policy, missing_text(open.fields)});
        }
        for (const OpenCandidate& open : pool.open) {
            text_ += "- ";
            line(texts::proposal_open, {number(open.person), missing_text(open.fields)});
        }
    }

    std::string members(const PoolProposal& pool) const {
        TextTable table(member_width);
        std::vector<std::string> head{in_words(texts::proposal_column_member), in_words(texts::proposal_column_change),
                                      in_words(texts::proposal_column_points)};
        for (const ComponentPoints& shown : pool.members.front().components) {
            head.push_back(proposal_.components[shown.component].id);
        }
        table.add_row(std::move(head));
        for (const ProposedMember& member : pool.members) {
            std::vector<std::string> cells{in_words(texts::proposal_member, {number(member.person)}),
                                           in_words(member.present ? texts::proposal_present : texts::proposal_new),
                                           std::to_string(member.points)};
            for (const ComponentPoints& shown : member.components) cells.push_back(points(shown));
            table.add_row(std::move(cells));
        }
        return table.to_text();
    }

    std::string points(const ComponentPoints& shown) const {
        const std::int64_t weight = proposal_.components[shown.component].weight;
        return in_words(shown.undetermined ? texts::proposal_points_open : texts::proposal_points,
                        {shown.value, weight, shown.points});
    }

    static LocalizedText why(const DroppedMember& dropped) {
        switch (dropped.why) {
            case DroppedMember::Why::person_unknown: return localized(texts::proposal_dropped_unknown);
            case DroppedMember::Why::entry_not_met: return localized(texts::proposal_dropped_entry, {dropped.policy});
            case DroppedMember::Why::entry_undetermined:
                return localized(texts::proposal_dropped_open, {dropped.policy});
            case DroppedMember::Why::removal: return localized(texts::proposal_dropped_removal, {dropped.policy});
            case DroppedMember::Why::left_out: break;
        }
        return localized(texts::proposal_dropped_left_out);
    }

    const Proposal& proposal_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string proposal_text(const Proposal& proposal, Language language) {
    return ProposalText(proposal, language).text();
}

}  // namespace cadre
