#include "rotation/request/request_conditions.hpp"

#include "criteria/sensitive_reads.hpp"
#include "planning/question_list.hpp"
#include "rotation/known_rows.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/rotation.hpp>
#include <cadre/messages/texts/targets.hpp>

#include <utility>

namespace cadre {
namespace {

class RequestReader {
public:
    explicit RequestReader(const Pack& pack) : pack_(pack) {}

    ExpressionPtr condition(const std::string& name, const std::string& text, const char* table) {
        if (text.empty()) return nullptr;
        const ExpressionPtr read = expression(name, text, table);
        if (read && read->type.kind != TypeKind::boolean) report(name, {texts::target_not_a_condition, {name}});
        return read;
    }

    ExpressionPtr fitness(const RotationFitness& fitness) {
        const ExpressionPtr read = expression(fitness.id, fitness.value, "cadres");
        if (read && read->type.kind != TypeKind::boolean && read->type.kind != TypeKind::integer)
            report(fitness.id, {texts::rotation_fitness_value, {fitness.id}});
        return read;
    }

    void finish() {
        if (has_errors(diagnostics_)) throw Error(ErrorCode::invalid_rule, std::move(diagnostics_));
    }

private:
    ExpressionPtr expression(const std::string& name, const std::string& text, const char* table) {
        const Place place{name};
        const ExpressionPtr read =
            pack_.parse(text, pack_.schema()->find_table(table).value_or(-1), place, diagnostics_);
        if (read) criteria::SensitiveReads(*pack_.schema()).check({name, place, {}}, {read}, diagnostics_);
        return read;
    }
    void report(const std::string& name, Message message) {
        diagnostics_.push_back({Severity::error, {name}, std::move(message), {}});
    }

    const Pack& pack_;
    Diagnostics diagnostics_;
};

}  // namespace

RequestExpressions::RequestExpressions(const Pack& pack, const RotationRequest& request) {
    RequestReader reader(pack);
    must_move = reader.condition("must_move", request.must_move, "cadres");
    may_move = reader.condition("may_move", request.may_move, "cadres");
    posts = reader.condition("posts", request.posts, "posts");
    for (const RotationFitness& asked : request.fitness) fitness.push_back(reader.fitness(asked));
    reader.finish();
}

RequestVerdicts::RequestVerdicts(const Pack& pack, const Roster& roster, const RequestExpressions& expressions,
                                 const RotationRequest& request)
    : named_(roster.size("cadres")), published_(named_.size()) {
    require_known_rows(request.plan, roster);
    for (const RotationMove& move : request.plan.moves) {
        if (move.person && move.published) published_[*move.person] = true;
    }
    for (const std::size_t row : request.must_rows) {
        if (row >= named_.size()) {
            throw Error(ErrorCode::not_found, {texts::row_out_of_range,
                                               {std::string("cadres"), static_cast<std::int64_t>(named_.size()),
                                                static_cast<std::int64_t>(row)}});
        }
        named_[row] = true;
    }
    QuestionList questions;
    const auto ask = [&](const char* table, const ExpressionPtr& condition) {
        return condition ? std::optional(questions.ask(*pack.schema()->find_table(table), condition)) : std::nullopt;
    };
    must_move_ = ask("cadres", expressions.must_move);
    may_move_ = ask("cadres", expressions.may_move);
    posts_ = ask("posts", expressions.posts);
    if (!questions.empty()) answers_ = evaluate(questions.compile(pack), roster, request.evaluation);
}

Verdict RequestVerdicts::must_move(std::size_t cadre) const {
    return named_[cadre] ? Verdict::met : answer(must_move_, cadre, Verdict::not_met);
}

Verdict RequestVerdicts::may_move(std::size_t cadre) const {
    return published_[cadre] ? Verdict::met : answer(may_move_, cadre, Verdict::not_met);
}

Verdict RequestVerdicts::answer(std::optional<std::size_t> column, std::size_t row, Verdict absent) const {
    return column ? answers_->columns()[*column][row] : absent;
}

}  // namespace cadre
