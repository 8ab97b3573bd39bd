#include <cadre/planning/planning_form.hpp>

#include "evaluation/program.hpp"
#include "evaluation/value_text.hpp"
#include "planning/form_words.hpp"
#include "planning/people.hpp"

#include <cadre/messages/texts/planning.hpp>

#include <utility>

namespace cadre {
namespace {

/// Counts one person-time that stands in a cell as far as the verdict goes.
void count(FormCount& cell, Verdict there) {
    cell.least += there == Verdict::met ? 1 : 0;
    cell.greatest += there != Verdict::not_met ? 1 : 0;
}

/// The cells of one form, from questions on pools (its columns) and on cadres (its lines).
class FormCounter {
public:
    FormCounter(FormLevel level, const Roster& roster, const EvaluationOptions& options)
        : level_(level), plan_(read_plan(roster, options)), verdicts_(judged(level, roster, options)) {
        counts_.assign(form_lines().size(), std::vector<FormCount>(form_columns(level).size() + 1));
    }

    std::vector<std::vector<FormCount>> count_all() {
        for (std::size_t pool = 0; pool < plan_.pools.size(); ++pool) {
            const auto people =
                people_among(plan_, plan_.pools[pool].members, [](const PlanMember& member) { return member.planned; });
            const std::vector<Verdict> columns = columns_of(pool);
            for (const Person& person : people) add(person.in, person.cadre, columns);
        }
        const std::vector<Verdict> any(counts_.front().size(), Verdict::undetermined);
        for (const std::size_t at : plan_.unplaced) add(plan_.members[at].planned, plan_.members[at].person, any);
        return std::move(counts_);
    }

private:
    static VerdictTable judged(FormLevel level, const Roster& roster, const EvaluationOptions& options) {
        const Schema& schema = roster.schema();
        std::vector<Question> questions;
        const auto ask = [&](const char* table, const std::string& id, const std::string& text) {
            const int index = *schema.find_table(table);
            questions.push_back({id, index, parse_expression(text, schema, index)});
        };
        ask("pools", "level", level_condition(level));
        for (const FormWords& column : form_columns(level)) ask("pools", column.id, column.condition);
        for (const FormWords& line : form_lines()) {
            if (!line.condition.empty()) ask("cadres", line.id, line.condition);
        }
        return evaluate(compile(std::move(questions), roster.shared_schema()), roster, options);
    }

    std::vector<Verdict> columns_of(std::size_t pool) const {
        const Verdict level = verdicts_["level"][pool];
        Verdict known = Verdict::not_met;
        std::vector<Verdict> columns;
        for (const FormWords& column : form_columns(level_)) {
            const Verdict there = verdicts_[column.id][pool];
            known = known || there;
            columns.push_back(level && there);
        }
        columns.push_back(level && !known);
        return columns;
    }

    void add(Verdict in, std::optional<std::size_t> cadre, const std::vector<Verdict>& columns) {
        const std::vector<FormWords>& lines = form_lines();
        for (std::size_t line = 0; line < lines.size(); ++line) {
            Verdict there = in;
            if (!lines[line].condition.empty()) {
                there = there && (cadre ? verdicts_[lines[line].id][*cadre] : Verdict::undetermined);
            }
            for (std::size_t column = 0; column < columns.size(); ++column) {
                count(counts_[line][column], there && columns[column]);
            }
        }
    }

    FormLevel level_;
    Plan plan_;
    VerdictTable verdicts_;
    std::vector<std::vector<FormCount>> counts_;
};

}  // namespace

StatisticalForm planning_form(FormLevel level, const Roster& roster, const EvaluationOptions& options) {
    const auto counts = FormCounter(level, roster, options).count_all();
    StatisticalForm form;
    form.number = form_number(level);
    form.title = localized(texts::form_title, {localized(form_level(level))});
    form.as_of = decision_days(options).as_of;
    for (const FormWords& column : form_columns(level)) form.columns.push_back({column.id, localized(column.label)});
    form.columns.push_back({"other", localized(texts::form_other)});
    for (std::size_t line = 0; line < form_lines().size(); ++line) {
        const FormWords& words = form_lines()[line];
        FormLine filled{words.id, localized(words.label), {}};
        if (words.is_collected) {
            filled.cells.assign(counts[line].begin(), counts[line].end());
        } else {
            filled.cells.resize(form.columns.size());
        }
        form.lines.push_back(std::move(filled));
    }
    return form;
}

}  // namespace cadre
