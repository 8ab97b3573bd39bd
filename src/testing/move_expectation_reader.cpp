#include "testing/move_expectation_reader.hpp"

#include "rotation/appointment_kinds.hpp"
#include "rotation/audit/breach_search.hpp"
#include "testing/move_verdict.hpp"

#include <cadre/messages/texts/testing.hpp>

namespace cadre {
namespace {

/// As `from`: nothing is left.
constexpr std::string_view no_post = "none";

}  // namespace

MoveExpectationReader::MoveExpectationReader(const std::vector<RotationPolicy>& policies, Diagnostics& diagnostics)
    : AnswerReader(diagnostics), policies_(policies) {}

std::vector<ExpectedMove> MoveExpectationReader::read(FieldReader& of_case, const Case& judged) {
    std::vector<ExpectedMove> expected;
    const Node::Members* entries = members(of_case, "expect_moves");
    if (entries == nullptr) return expected;
    cadres_ = judged.roster.size();
    posts_ = keys_of(judged.tables, "posts");
    schema_ = &judged.roster.schema();
    if (posts_.empty()) {
        report(of_case.place("expect_moves"), {texts::case_without_posts, {}}, Message{texts::hint_case_posts, {}});
        return expected;
    }
    for (const auto& [id, node] : *entries) {
        if (!is_judged(id, node.place())) continue;
        for (const Node* one : one_or_more(node)) expected.push_back(read_one(id, *one, day_number(judged.as_of)));
    }
    return expected;
}

bool MoveExpectationReader::is_judged(const std::string& id, const Place& place) {
    const RotationPolicy* policy = find_entry(policies_, id, place, texts::case_unknown_rotation_policy);
    if (policy == nullptr || is_on_moves(*policy)) return policy != nullptr;
    report(place, {texts::case_policy_not_on_moves, {id}}, Message{texts::hint_case_policy_not_on_moves, {}});
    return false;
}

ExpectedMove MoveExpectationReader::read_one(const std::string& policy, const Node& node, DayNumber day) {
    const Node as_table = node.is_table() ? node : Node(Node::Members{{"verdict", node}}, node.place());
    FieldReader fields(as_table, "expect_moves", diagnostics_);
    fields.allow_only({"row", "post", "from", "kind", "verdict"});
    ExpectedMove expected{node.place(), policy, {.cadre = read_cadre(fields), .day = day}, {}};
    read_posts(fields, policy, expected.move);
    expected.move.kind = read_kind(fields);
    expected.verdict = read_verdict(fields);
    return expected;
}

std::size_t MoveExpectationReader::read_cadre(FieldReader& fields) {
    const std::string table = "cadres";
    const auto rows = static_cast<std::int64_t>(cadres_);
    const bool said = fields.node().find("row") != nullptr;
    const std::size_t row = row_of(fields.integer("row").value_or(0));
    if (row >= cadres_) {
        report(fields.place("row"), {texts::case_no_such_row, {table, rows}}, Message{texts::hint_case_move_rows, {}});
    } else if (!said && cadres_ > 1) {
        report(fields.node().place(), {texts::case_row_unsaid, {table, rows}}, Message{texts::hint_case_move, {}});
    }
    return row;
}

void MoveExpectationReader::read_posts(FieldReader& fields, const std::string& policy, ProposedMove& move) {
    if (fields.node().find("post") != nullptr) {
        move.to = find_row(fields, "post", posts_, texts::case_unknown_post);
    } else if (posts_.size() == 1) {
        move.to = 0;
    } else {
        report(fields.node().place(), {texts::case_post_unsaid, {policy}}, Message{texts::hint_case_move, {}});
    }
    const Node* from = fields.node().find("from");
    const auto* text = from != nullptr ? from->get_if<std::string>() : nullptr;
    move.enters = text != nullptr && *text == no_post;
    if (!move.enters) move.from = find_row(fields, "from", posts_, texts::case_unknown_post);
}

std::string MoveExpectationReader::read_kind(FieldReader& fields) {
    const auto kind = fields.optional_text("kind");
    if (!kind) return {};
    if (const auto finding = AppointmentKinds(*schema_).unknown(*kind)) {
        report(fields.place("kind"), finding->message, finding->hint);
    }
    return *kind;
}

std::string MoveExpectationReader::read_verdict(FieldReader& fields) {
    const Node* node = fields.node().find("verdict");
    if (node == nullptr) return fields.text("verdict");
    const auto* code = node->get_if<std::string>();
    if (code != nullptr && is_move_verdict(*code)) return *code;
    report(node->place(), {texts::case_unknown_verdict, {code != nullptr ? *code : std::string()}},
           Message{texts::hint_case_move_verdict, {}});
    return {};
}

}  // namespace cadre
