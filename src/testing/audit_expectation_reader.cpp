#include "testing/audit_expectation_reader.hpp"

#include "criteria/pack_document.hpp"
#include "roster/roster_column.hpp"
#include "rotation/audit/breach_search.hpp"
#include "testing/audit_status.hpp"

#include <cadre/messages/texts/testing.hpp>

#include <utility>

namespace cadre {

AuditExpectationReader::AuditExpectationReader(const std::vector<RotationPolicy>& policies, Diagnostics& diagnostics)
    : AnswerReader(diagnostics), policies_(policies) {}

std::vector<ExpectedFinding> AuditExpectationReader::read(FieldReader& of_case, const Case& judged) {
    std::vector<ExpectedFinding> expected;
    const Node::Members* entries = members(of_case, "expect_audit");
    if (entries == nullptr) return expected;
    as_of_ = day_number(judged.as_of);
    for (const auto& [id, node] : *entries) {
        if (is_audited(id, node.place())) read_rows(id, node, judged.roster, expected);
    }
    return expected;
}

bool AuditExpectationReader::is_audited(const std::string& id, const Place& place) {
    const RotationPolicy* policy = find_entry(policies_, id, place, texts::case_unknown_rotation_policy);
    if (policy == nullptr || !is_on_moves(*policy)) return policy != nullptr;
    report(place, {texts::case_policy_on_moves, {id}}, Message{texts::hint_case_policy_on_moves, {}});
    return false;
}

void AuditExpectationReader::read_rows(const std::string& policy, const Node& node, const Roster& roster,
                                       std::vector<ExpectedFinding>& expected) {
    const std::string table = "cadres";
    const auto rows = static_cast<std::int64_t>(roster.size());
    std::size_t position = 0;
    for (const Node* one : one_or_more(node)) {
        ExpectedFinding finding;
        finding.place = one->place();
        finding.policy = policy;
        finding.cadre = position++;
        if (const Node* row = one->find("row"); row != nullptr && row->get_if<std::int64_t>() != nullptr) {
            finding.cadre = row_of(*row->get_if<std::int64_t>());
        }
        const bool says_row = node.is_array() || one->find("row") != nullptr;
        if (finding.cadre >= roster.size()) {
            report(one->place(), {texts::case_no_such_row, {table, rows}}, Message{texts::hint_case_audit_rows, {}});
        } else if (rows > 1 && !says_row) {
            report(one->place(), {texts::case_row_unsaid, {table, rows}}, Message{texts::hint_case_audit, {}});
        } else {
            read_one(*one, roster, finding);
            expected.push_back(std::move(finding));
        }
    }
}

void AuditExpectationReader::read_one(const Node& node, const Roster& roster, ExpectedFinding& finding) {
    const Node as_table = node.is_table() ? node : Node(Node::Members{{"status", node}}, node.place());
    FieldReader fields(as_table, "expect_audit", diagnostics_);
    fields.allow_only({"row", "spell", "status", "begins", "ends", "since", "due_within"});
    fields.integer("row");
    const Node* status = as_table.find("status");
    finding.status = status != nullptr ? read_status(*status) : fields.text("status");
    finding.begins = criteria::read_day(fields, "begins");
    finding.ends = criteria::read_day(fields, "ends");
    read_spell(fields, roster, finding);
    read_span(fields, finding, finding.span);
    if ((finding.begins || finding.ends) && !is_finding(finding.status)) {
        report(node.place(), {texts::case_no_finding_no_day, {finding.status}},
               Message{texts::hint_case_no_finding_no_day, {}});
    }
}

void AuditExpectationReader::read_spell(FieldReader& fields, const Roster& roster, ExpectedFinding& finding) {
    const auto number = fields.integer("spell");
    if (!number) return;
    finding.spell = row_of(*number);
    const auto [first, end] = RosterColumn(roster, "cadres", "appointments").members(finding.cadre);
    if (*finding.spell >= first && *finding.spell < end) return;
    report(fields.place("spell"), {texts::case_no_such_spell, {static_cast<std::int64_t>(finding.cadre), *number}},
           Message{texts::hint_case_spell, {}});
}

void AuditExpectationReader::read_span(FieldReader& fields, const ExpectedFinding& finding, AuditSpan& span) {
    if (const auto since = criteria::read_day(fields, "since")) {
        span.since = date_of(*since);
        if (*since > as_of_) {
            report(fields.place("since"), {texts::case_since_after_as_of, {}}, Message{texts::hint_case_since, {}});
        }
    }
    if (const auto text = fields.optional_text("due_within")) {
        const auto months = parse_duration(*text);
        const bool fits = months && months->unit == Duration::Unit::months && months->count >= 0;
        if (fits) span.due_within = *months;
        if (!fits)
            report(fields.place("due_within"), {texts::case_due_within, {*text}}, Message{texts::hint_case_due, {}});
    }
    if (finding.status == "due" && span.due_within.count == 0) {
        report(finding.place, {texts::case_due_unsaid, {}}, Message{texts::hint_case_due, {}});
    }
}

std::string AuditExpectationReader::read_status(const Node& node) {
    const auto* code = node.get_if<std::string>();
    if (code != nullptr && is_audit_status(*code)) return *code;
    report(node.place(), {texts::case_unknown_status, {code != nullptr ? *code : std::string()}},
           Message{texts::hint_case_status, {}});
    return {};
}

}  // namespace cadre
