#include <cadre/rotation/rotation_form.hpp>

#include "evaluation/program.hpp"
#include "evaluation/value_text.hpp"
#include "planning/form_words.hpp"
#include "rotation/careers.hpp"
#include "rotation/direction_finder.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/rotation.hpp>

#include <utility>

namespace cadre {
namespace {

/// The lines of Biểu 11: those of the forms on planning, without academic titles; extra posts, which the appointment
/// says and no condition on cadres, and vocational degrees besides.
const std::vector<FormWords>& rotation_lines() {
    static const std::vector<FormWords> lines = [] {
        const FormWords vocational{"vocational", texts::rotation_form_vocational,
                                   R"(degree = "vocational" and not(specialist_training >= "specialist_1"))"};
        std::vector<FormWords> made;
        for (const FormWords& line : form_lines()) {
            if (line.id == "academic_title") continue;
            if (line.id == "age_to_40") made.push_back({"extra_post", texts::rotation_form_extra_post, ""});
            if (line.id == "college") made.push_back(vocational);
            made.push_back(line);
        }
        return made;
    }();
    return lines;
}

/// A total before each level, and what fits no column.
std::vector<FormColumn> rotation_columns() {
    std::vector<FormColumn> columns;
    for (std::size_t i = 0; i < direction_count; ++i) {
        if (i == 0) columns.push_back({"province_total", localized(texts::direction_province_total)});
        if (i == province_directions) columns.push_back({"commune_total", localized(texts::direction_commune_total)});
        const auto direction = static_cast<Direction>(i);
        columns.push_back({direction_id(direction), direction_label(direction)});
    }
    columns.push_back({"other", localized(texts::direction_other)});
    return columns;
}

std::vector<Verdict> column_verdicts(const MoveDirections& directions) {
    std::vector<Verdict> columns;
    Verdict any = Verdict::not_met;
    for (const std::size_t first : {std::size_t{0}, province_directions}) {
        Verdict level = Verdict::not_met;
        for (std::size_t i = first; i < first + province_directions; ++i) level = level || directions.form[i];
        columns.push_back(level);
        columns.insert(columns.end(), directions.form.begin() + static_cast<std::ptrdiff_t>(first),
                       directions.form.begin() + static_cast<std::ptrdiff_t>(first + province_directions));
        any = any || level;
    }
    columns.push_back(!any);
    return columns;
}

VerdictTable judged_lines(const Roster& roster, const EvaluationOptions& options) {
    const Schema& schema = roster.schema();
    const int cadres = *schema.find_table("cadres");
    std::vector<Question> questions;
    for (const FormWords& line : rotation_lines()) {
        const std::string condition = line.condition.empty() ? "true" : line.condition;
        questions.push_back({line.id, cadres, parse_expression(condition, schema, cadres)});
    }
    return evaluate(compile(std::move(questions), roster.shared_schema()), roster, options);
}

class RotationCounter {
public:
    RotationCounter(const Roster& roster, const Date& first, const EvaluationOptions& options,
                    const SpellPolicy& policy)
        : first_(day_number(first)),
          last_(decision_days(options).as_of),
          histories_(roster, Grouping::unit, policy),
          directions_(roster),
          extra_(roster, "cadres.appointments", "extra_post"),
          rotation_(roster.find_text("rotation").value_or(-1)),
          lines_(judged_lines(roster, options)),
          counts_(rotation_lines().size(), std::vector<FormCount>(direction_count + 3)) {}

    std::vector<std::vector<FormCount>> count_all() {
        for (std::size_t cadre = 0; cadre < histories_.size(); ++cadre) {
            const Career history = histories_.of(cadre);
            for (std::size_t i = 0; i < history.spells.size(); ++i) {
                const CareerSpell& spell = history.spells[i];
                if (spell.from >= first_ && spell.from <= last_) add(cadre, spell, Verdict::met, history.before(i));
            }
            for (const CareerSpell& spell : history.unordered) add(cadre, spell, Verdict::undetermined, {});
        }
        return std::move(counts_);
    }

private:
    void add(std::size_t cadre, const CareerSpell& spell, Verdict in_period,
             const std::optional<const CareerSpell*>& before) {
        Verdict counts = in_period && (spell.doubtful ? Verdict::undetermined : Verdict::met);
        if (spell.kind < 0) counts = counts && Verdict::undetermined;
        if (spell.kind >= 0 && spell.kind != rotation_) return;
        const bool from_outside = before && *before == nullptr;
        const std::int32_t left = before && *before != nullptr ? (*before)->unit : -1;
        const auto columns = column_verdicts(from_outside ? MoveDirections{} : directions_.find(left, spell.unit));
        for (std::size_t line = 0; line < counts_.size(); ++line) {
            const Verdict there = counts && line_verdict(line, cadre, spell);
            for (std::size_t column = 0; column < columns.size(); ++column) {
                const Verdict verdict = there && columns[column];
                counts_[line][column].least += verdict == Verdict::met ? 1 : 0;
                counts_[line][column].greatest += verdict != Verdict::not_met ? 1 : 0;
            }
        }
    }

    Verdict line_verdict(std::size_t line, std::size_t cadre, const CareerSpell& spell) const {
        if (rotation_lines()[line].id != "extra_post") return lines_.columns()[line][cadre];
        const auto extra = extra_.value(static_cast<std::size_t>(spell.row));
        if (!extra) return Verdict::undetermined;
        return *extra != 0 ? Verdict::met : Verdict::not_met;
    }

    DayNumber first_;
    DayNumber last_;
    Careers histories_;
    DirectionFinder directions_;
    RosterColumn extra_;
    std::int32_t rotation_;
    VerdictTable lines_;
    std::vector<std::vector<FormCount>> counts_;
};

}  // namespace

StatisticalForm rotation_form(const Roster& roster, const Date& first, const EvaluationOptions& options,
                              const SpellPolicy& policy) {
    StatisticalForm form;
    form.as_of = decision_days(options).as_of;
    const std::int64_t days = std::int64_t{form.as_of} - day_number(first);
    if (days < 0) {
        throw Error(ErrorCode::invalid_argument,
                    Message{texts::rotation_outside,
                            {"first", to_iso(day_number(first)), to_iso(first_day), to_iso(form.as_of)}});
    }
    const auto counts = RotationCounter(roster, first, options, policy).count_all();
    form.number = "11-BTCTW";
    form.title = localized(texts::rotation_form_title, {date_text(day_number(first)), date_text(form.as_of)});
    form.columns = rotation_columns();
    for (std::size_t line = 0; line < rotation_lines().size(); ++line) {
        const FormWords& words = rotation_lines()[line];
        FormLine filled{words.id, localized(words.label), {}};
        filled.cells.resize(form.columns.size());
        if (words.is_collected) filled.cells.assign(counts[line].begin(), counts[line].end());
        form.lines.push_back(std::move(filled));
    }
    return form;
}

}  // namespace cadre
