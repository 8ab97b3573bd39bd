#include "testing/expectation_reader.hpp"

#include "criteria/pack_document.hpp"
#include "testing/reason_code.hpp"

#include <cadre/messages/texts/evaluation.hpp>
#include <cadre/messages/texts/targets.hpp>
#include <cadre/messages/texts/testing.hpp>
#include <cadre/schema/suggestion.hpp>

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

std::string_view first_name(std::string_view condition) {
    const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    const auto end = std::find_if_not(condition.begin(), condition.end(), is_part);
    return condition.substr(0, static_cast<std::size_t>(end - condition.begin()));
}

}  // namespace

ExpectationReader::ExpectationReader(const Pack& pack, Diagnostics& diagnostics)
    : AnswerReader(diagnostics), pack_(pack), targets_(cadre::read_targets(pack, diagnostics)) {}

std::vector<ExpectedVerdict> ExpectationReader::read_verdicts(FieldReader& of_case, const Roster& roster) {
    std::vector<ExpectedVerdict> verdicts;
    const Node::Members* expected = members(of_case, "expect");
    if (expected == nullptr) return verdicts;
    for (const auto& [id, node] : *expected) {
        const auto subject = read_subject(id, node.place());
        if (!subject) continue;
        const RosterTable* rows = roster.table(subject->table);
        read_rows(*subject, node, rows == nullptr ? 0 : rows->rows, verdicts);
    }
    return verdicts;
}

std::optional<ExpectedVerdict> ExpectationReader::read_subject(const std::string& subject, const Place& place) {
    ExpectedVerdict read;
    read.subject = subject;
    if (const Criterion* criterion = pack_.find_criterion(subject)) {
        read.table = criterion->table;
        read.condition = criterion->condition;
        return read;
    }
    const auto definition = std::find_if(pack_.definitions().begin(), pack_.definitions().end(),
                                         [&](const Definition& d) { return d.id == first_name(subject); });
    const bool is_name = first_name(subject) == subject;
    if (is_name && definition == pack_.definitions().end()) {
        report(place, {texts::criterion_unknown, {subject}}, suggestion(subject, ids_of(pack_.criteria())));
        return std::nullopt;
    }
    read.table =
        definition != pack_.definitions().end() ? definition->table : pack_.schema()->find_table("cadres").value_or(0);
    read.condition = read_condition(subject, read.table, place);
    return read.condition ? std::optional(std::move(read)) : std::nullopt;
}

ExpressionPtr ExpectationReader::read_condition(const std::string& text, int table, const Place& place) {
    ExpressionPtr condition = pack_.parse(text, table, place, diagnostics_);
    if (condition && condition->type.kind != TypeKind::boolean) {
        report(place, {texts::target_not_a_condition, {text}});
        return nullptr;
    }
    return condition;
}

void ExpectationReader::read_rows(const ExpectedVerdict& subject, const Node& node, std::size_t rows,
                                  std::vector<ExpectedVerdict>& verdicts) {
    const std::string& table = pack_.schema()->table(subject.table).id;
    std::size_t position = 0;
    for (const Node* one : one_or_more(node)) {
        ExpectedVerdict verdict = subject;
        verdict.place = one->place();
        verdict.row = position++;
        read_verdict(*one, verdict);
        const bool says_row = node.is_array() || one->find("row") != nullptr;
        if (verdict.row >= rows) {
            report(one->place(), {texts::case_no_such_row, {table, static_cast<std::int64_t>(rows)}},
                   Message{texts::hint_case_rows, {table}});
        } else if (rows > 1 && !says_row) {
            report(one->place(), {texts::case_row_unsaid, {table, static_cast<std::int64_t>(rows)}},
                   Message{texts::hint_case_row, {}});
        } else {
            verdicts.push_back(std::move(verdict));
        }
    }
}

void ExpectationReader::read_verdict(const Node& node, ExpectedVerdict& verdict) {
    if (node.get_if<std::string>() != nullptr || !node.is_table()) {
        verdict.outcome = read_outcome(node).value_or(Outcome::undetermined);
        return;
    }
    FieldReader fields(node, "expect", diagnostics_);
    fields.allow_only(pack_.find_criterion(verdict.subject) != nullptr
                          ? std::vector<std::string_view>{"verdict", "missing", "reason", "row", "earliest"}
                          : std::vector<std::string_view>{"verdict", "missing", "reason", "row"});
    verdict.earliest = criteria::read_day(fields, "earliest");
    if (const Node* outcome = node.find("verdict")) {
        verdict.outcome = read_outcome(*outcome).value_or(Outcome::undetermined);
    } else {
        fields.text("verdict");
    }
    verdict.missing = read_missing(fields);
    verdict.reason = fields.optional_text("reason");
    if (verdict.reason && !is_reason(*verdict.reason)) {
        report(fields.place("reason"), {texts::case_unknown_reason, {*verdict.reason}},
               suggestion(*verdict.reason, reason_codes()));
    }
    if (const auto row = fields.integer("row")) verdict.row = row_of(*row);
    if ((verdict.missing || verdict.reason) && verdict.outcome != Outcome::undetermined) {
        report(node.place(), {texts::case_known_verdict_lacks, {}}, Message{texts::hint_case_known_verdict, {}});
    }
}

std::optional<std::vector<std::string>> ExpectationReader::read_missing(FieldReader& fields) {
    if (fields.node().find("missing") == nullptr) return std::nullopt;
    std::vector<std::string> missing = fields.texts("missing");
    std::sort(missing.begin(), missing.end());
    return missing;
}

std::vector<ExpectedTarget> ExpectationReader::read_targets(FieldReader& of_case) {
    std::vector<ExpectedTarget> expected;
    const Node::Members* entries = members(of_case, "expect_targets");
    if (entries == nullptr) return expected;
    for (const auto& [id, node] : *entries) {
        const Target* target = find_entry(targets_, id, node.place(), texts::case_unknown_target);
        if (target != nullptr) read_target(*target, node, expected);
    }
    return expected;
}

void ExpectationReader::read_target(const Target& target, const Node& node, std::vector<ExpectedTarget>& targets) {
    for (const Node* one : one_or_more(node)) {
        ExpectedTarget expected;
        expected.place = one->place();
        expected.target = target.id;
        const Node as_table = one->is_table() ? *one : Node(Node::Members{{"verdict", *one}}, one->place());
        FieldReader fields(as_table, "expect_targets", diagnostics_);
        read_target_fields(fields, target, expected);
        targets.push_back(std::move(expected));
    }
}

void ExpectationReader::read_target_fields(FieldReader& fields, const Target& target, ExpectedTarget& expected) {
    fields.allow_only({"verdict", "least", "greatest", "reason", "year"});
    if (const Node* outcome = fields.node().find("verdict")) expected.outcome = read_outcome(*outcome);
    expected.least = read_share(fields, "least");
    expected.greatest = read_share(fields, "greatest");
    expected.reason = fields.optional_text("reason");
    if (expected.reason && !is_target_reason(*expected.reason)) {
        report(fields.place("reason"), {texts::case_unknown_reason, {*expected.reason}},
               suggestion(*expected.reason, target_reason_codes()));
    }
    if (expected.outcome == Outcome::not_in_force) {
        report(fields.place("verdict"), {texts::case_target_not_in_force, {}},
               Message{texts::hint_case_target_not_in_force, {}});
    }
    check_year(fields, target, expected);
    if (const auto year = fields.integer("year"))
        expected.year = static_cast<int>(std::clamp<std::int64_t>(*year, 0, 9999));
}

void ExpectationReader::check_year(FieldReader& fields, const Target& target, const ExpectedTarget& expected) {
    const auto year = fields.integer("year");
    if (year.has_value() != target.years.has_value()) {
        const auto what = target.years ? texts::case_year_unsaid : texts::case_target_not_yearly;
        report(expected.place, {what, {target.id}});
    } else if (year && (*year < target.years->from || *year > target.years->to)) {
        report(fields.place("year"), {texts::case_year_outside,
                                      {target.id, std::int64_t{target.years->from}, std::int64_t{target.years->to}}});
    }
}

}  // namespace cadre
