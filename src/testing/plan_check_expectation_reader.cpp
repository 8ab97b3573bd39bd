#include "testing/plan_check_expectation_reader.hpp"

#include "criteria/pack_document.hpp"
#include "testing/audit_status.hpp"

#include <cadre/messages/texts/testing.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace cadre {
namespace {

constexpr const char* moves_table = "planned_moves";
/// As `longest_vacancy`: seats may stay empty.
constexpr std::string_view any_number = "any";
constexpr std::int64_t most_days = std::numeric_limits<std::uint16_t>::max();

std::vector<std::string> matter_codes() {
    std::vector<std::string> codes;
    for (auto number = std::uint8_t{0}; number <= static_cast<std::uint8_t>(PlanMatter::unlisted_posts); ++number) {
        codes.emplace_back(to_code(static_cast<PlanMatter>(number)));
    }
    return codes;
}

const std::vector<Record>* rows_of(const CaseTables& tables, std::string_view table) {
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& one) { return one.first == table; });
    return found != tables.end() ? &found->second : nullptr;
}

}  // namespace

PlanCheckExpectationReader::PlanCheckExpectationReader(const std::vector<RotationPolicy>& policies,
                                                       Diagnostics& diagnostics)
    : AnswerReader(diagnostics), policies_(policies) {}

std::optional<ExpectedPlanCheck> PlanCheckExpectationReader::read(FieldReader& of_case, const Case& judged) {
    constexpr const char* name = "expect_plan_check";
    if (members(of_case, name) == nullptr) return std::nullopt;
    const auto* moves = rows_of(judged.tables, moves_table);
    if (moves == nullptr) {
        report(of_case.place(name), {texts::case_without_planned_moves, {}},
               Message{texts::hint_case_planned_moves, {}});
        return std::nullopt;
    }
    moves_ = moves->size();
    posts_ = keys_of(judged.tables, "posts");
    const Node& node = *of_case.node().find(name);
    FieldReader fields(node, name, diagnostics_);
    fields.allow_only({"verdict", "findings", "handover_days", "longest_vacancy", "concurrent_posts"});
    ExpectedPlanCheck expected;
    expected.place = node.place();
    const Node* verdict = node.find("verdict");
    const Node* findings = node.find("findings");
    if (verdict != nullptr) expected.outcome = read_verdict(*verdict);
    if (findings != nullptr) {
        for (const Node* one : one_or_more(*findings)) expected.findings.push_back(read_finding(*one));
    }
    if (verdict == nullptr && findings == nullptr) {
        report(node.place(), {texts::case_expects_nothing, {}}, Message{texts::hint_case_plan_verdict, {}});
    }
    read_options(fields, expected.options);
    return expected;
}

std::optional<Outcome> PlanCheckExpectationReader::read_verdict(const Node& node) {
    const auto outcome = read_outcome(node);
    if (outcome == Outcome::not_in_force) {
        report(node.place(), {texts::case_plan_not_in_force, {}}, Message{texts::hint_case_plan_verdict, {}});
    }
    return outcome;
}

void PlanCheckExpectationReader::read_options(FieldReader& fields, PlanCheckOptions& options) {
    if (fields.node().find("handover_days") != nullptr) {
        options.handover_days = read_days(fields, "handover_days", texts::hint_case_handover);
    }
    if (const Node* longest = fields.node().find("longest_vacancy")) {
        const auto* text = longest->get_if<std::string>();
        if (text != nullptr && *text == any_number) {
            options.longest_vacancy.reset();
        } else {
            options.longest_vacancy = read_days(fields, "longest_vacancy", texts::hint_case_vacancy);
        }
    }
    read_concurrent_posts(fields, options);
}

std::uint16_t PlanCheckExpectationReader::read_days(FieldReader& fields, std::string_view key, MessageId hint) {
    const auto* days = fields.node().find(key)->get_if<std::int64_t>();
    if (days != nullptr && *days >= 0 && *days <= most_days) return static_cast<std::uint16_t>(*days);
    report(fields.place(key), {texts::case_days, {std::string(key), most_days}}, Message{hint, {}});
    return 0;
}

void PlanCheckExpectationReader::read_concurrent_posts(FieldReader& fields, PlanCheckOptions& options) {
    const Node* node = fields.node().find("concurrent_posts");
    if (node == nullptr) return;
    const auto mistake = [&](const Node& at) {
        report(at.place(), {texts::case_concurrent_posts, {}}, Message{texts::hint_case_concurrent, {}});
    };
    if (!node->is_array()) return mistake(*node);
    for (const Node* pair : one_or_more(*node)) {
        const auto* both = pair->get_if<Node::Array>();
        if (both == nullptr || both->size() != 2) {
            mistake(*pair);
            continue;
        }
        const auto first = post_of((*both)[0]);
        const auto second = post_of((*both)[1]);
        if (first && second) options.concurrent_posts.emplace_back(*first, *second);
    }
}

std::optional<std::size_t> PlanCheckExpectationReader::post_of(const Node& node) {
    const Node as_table(Node::Members{{"post", node}}, node.place());
    FieldReader fields(as_table, "concurrent_posts", diagnostics_);
    return find_row(fields, "post", posts_, texts::case_unknown_post);
}

ExpectedPlanFinding PlanCheckExpectationReader::read_finding(const Node& node) {
    FieldReader fields(node, "findings", diagnostics_);
    fields.allow_only({"matter", "status", "move", "post", "policy", "from", "to"});
    ExpectedPlanFinding expected;
    expected.place = node.place();
    expected.matter = read_matter(fields);
    expected.status = read_status(fields);
    expected.move = read_move(fields);
    expected.post = find_row(fields, "post", posts_, texts::case_unknown_post);
    expected.policy = read_policy(fields);
    expected.from = criteria::read_day(fields, "from");
    expected.to = criteria::read_day(fields, "to");
    if (expected.status == no_finding && (expected.from || expected.to)) {
        report(node.place(), {texts::case_no_finding_no_day, {expected.status}},
               Message{texts::hint_case_plan_finding, {}});
    }
    return expected;
}

PlanMatter PlanCheckExpectationReader::read_matter(FieldReader& fields) {
    const std::string code = fields.text("matter");
    const std::vector<std::string> codes = matter_codes();
    const auto found = std::find(codes.begin(), codes.end(), code);
    if (found != codes.end()) return static_cast<PlanMatter>(found - codes.begin());
    if (!code.empty()) {
        auto hint = suggestion(code, codes);
        if (!hint) hint = Message{texts::hint_case_plan_finding, {}};
        report(fields.place("matter"), {texts::case_unknown_matter, {code}}, std::move(hint));
    }
    return PlanMatter::empty_plan;
}

std::string PlanCheckExpectationReader::read_status(FieldReader& fields) {
    std::string code = fields.text("status");
    const bool known = code.empty() || code == no_finding || code == to_code(PlanCheckStatus::violated) ||
                       code == to_code(PlanCheckStatus::exempt) || code == to_code(PlanCheckStatus::undetermined);
    if (!known) {
        report(fields.place("status"), {texts::case_unknown_plan_status, {code}},
               Message{texts::hint_case_plan_status, {}});
    }
    return code;
}

std::optional<std::size_t> PlanCheckExpectationReader::read_move(FieldReader& fields) {
    const auto number = fields.integer("move");
    if (!number) return std::nullopt;
    const std::size_t row = row_of(*number);
    if (row >= moves_) {
        const std::string table = moves_table;
        report(fields.place("move"), {texts::case_no_such_row, {table, static_cast<std::int64_t>(moves_)}},
               Message{texts::hint_case_plan_moves, {table}});
    }
    return row;
}

std::string PlanCheckExpectationReader::read_policy(FieldReader& fields) {
    std::string id = fields.optional_text("policy").value_or("");
    if (!id.empty()) find_entry(policies_, id, fields.place("policy"), texts::case_unknown_rotation_policy);
    return id;
}

}  // namespace cadre
