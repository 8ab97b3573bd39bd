#include "evaluation/value_text.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/reports.hpp>
#include <cadre/reports/planning_text.hpp>

namespace cadre {
namespace {

constexpr std::size_t title_width = 56;

class ScreeningText {
public:
    ScreeningText(const Screening& screening, Language language) : screening_(screening), language_(language) {}

    std::string text() const {
        return in(texts::planning_screening, {screening_.pack}) + '\n' +
               in(texts::review_days, {date_text(screening_.as_of), date_text(screening_.law_as_of)}) + "\n\n" +
               (screening_.criteria.empty() ? in(texts::screening_without_policies) + '\n'
                                            : pools() + '\n' + criteria() + excluded()) +
               findings();
    }

private:
    std::string in(MessageId id, std::vector<Argument> arguments = {}) const {
        return localized(id, std::move(arguments)).in(language_);
    }
    static std::vector<std::string> with(std::vector<std::string> cells, const Counts& counts) {
        for (const std::int64_t count : {counts.met, counts.not_met, counts.undetermined}) {
            cells.push_back(std::to_string(count));
        }
        return cells;
    }
    std::string name(const EntryCriterion& criterion) const {
        const std::string& title = criterion.title.in(language_);
        return criterion.day == screening_.as_of ? title
               : criterion.day                   ? title + " (" + date_text(*criterion.day).in(language_) + ')'
                                                 : title + " (?)";
    }

    std::string pools() const {
        TextTable table(title_width);
        table.add_row({in(texts::planning_column_pool), in(texts::planning_column_who), in(texts::planning_column_may),
                       in(texts::planning_column_may_not), in(texts::planning_column_open)});
        for (std::size_t pool = 0; pool < screening_.pools.size(); ++pool) {
            const PoolScreening& found = screening_.pools[pool];
            table.add_row(with({screening_.plan.pools[pool].key, in(texts::planning_all)}, found.all));
            table.add_row(with({"", in(texts::planning_members)}, found.members));
            table.add_row(with({"", in(texts::planning_newcomers)}, found.newcomers));
        }
        return table.to_text();
    }

    std::string criteria() const {
        TextTable table(title_width);
        table.add_row({in(texts::planning_column_policy), in(texts::planning_column_may),
                       in(texts::planning_column_may_not), in(texts::planning_column_open),
                       in(texts::planning_column_clause)});
        for (const EntryCriterion& criterion : screening_.criteria) {
            std::vector<std::string> cells = with({name(criterion)}, criterion.counts);
            cells.push_back(citation_text(criterion.citation).in(language_));
            table.add_row(std::move(cells));
        }
        return table.to_text();
    }

    std::string excluded() const {
        std::string lines;
        for (const EntryCriterion& criterion : screening_.criteria) {
            const auto [female, male, not_known] = criterion.excluded;
            lines += "  " + in(texts::planning_by_sex, {name(criterion), female, male, not_known}) + '\n';
        }
        return lines.empty() ? lines : '\n' + in(texts::planning_excluded) + '\n' + lines;
    }

    std::string findings() const {
        std::string lines;
        for (const PlanFinding& finding : screening_.plan.findings) lines += finding.message.text(language_) + '\n';
        return lines.empty() ? lines : '\n' + lines;
    }

    const Screening& screening_;
    Language language_;
};

}  // namespace

std::string screening_text(const Screening& screening, Language language) {
    return ScreeningText(screening, language).text();
}

}  // namespace cadre
