#include "testing/policy_expectation_reader.hpp"

#include "testing/policy_scope.hpp"

#include <cadre/messages/texts/testing.hpp>

namespace cadre {
namespace {

/// A whole number from 0 that is less than `size`.
std::optional<std::size_t> position(std::optional<std::int64_t> number, std::size_t size) {
    const bool fits = number && *number >= 0 && static_cast<std::uint64_t>(*number) < size;
    return fits ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

}  // namespace

PolicyExpectationReader::PolicyExpectationReader(const Pack& pack, Diagnostics& diagnostics)
    : AnswerReader(diagnostics), policies_(read_pool_policies(pack, diagnostics)) {}

std::vector<ExpectedPolicy> PolicyExpectationReader::read(FieldReader& of_case, const Case& judged) {
    std::vector<ExpectedPolicy> expected;
    const Node::Members* entries = members(of_case, "expect_policies");
    if (entries == nullptr) return expected;
    pools_ = keys_of(judged.tables, "pools");
    if (pools_.empty()) {
        report(of_case.place("expect_policies"), {texts::case_without_pools, {}}, Message{texts::hint_case_pools, {}});
        return expected;
    }
    members_ = judged.roster.size("pool_members");
    for (const auto& [id, node] : *entries) {
        const PoolPolicy* policy = find(id, node.place());
        if (policy == nullptr) continue;
        for (const Node* one : one_or_more(node)) read_one(*policy, *one, expected);
    }
    return expected;
}

const PoolPolicy* PolicyExpectationReader::find(const std::string& id, const Place& place) {
    const PoolPolicy* policy = find_entry(policies_, id, place, texts::case_unknown_policy);
    if (policy != nullptr && std::holds_alternative<DepartureRule>(policy->rule)) {
        report(place, {texts::case_policy_not_judged, {id}}, Message{texts::hint_case_policy_not_judged, {}});
        return nullptr;
    }
    return policy;
}

void PolicyExpectationReader::read_one(const PoolPolicy& policy, const Node& node,
                                       std::vector<ExpectedPolicy>& expected) {
    ExpectedPolicy one;
    one.place = node.place();
    one.policy = policy.id;
    const Node as_table = node.is_table() ? node : Node(Node::Members{{"verdict", node}}, node.place());
    FieldReader fields(as_table, "expect_policies", diagnostics_);
    read_answer(fields, policy, one);
    expected.push_back(std::move(one));
}

void PolicyExpectationReader::read_answer(FieldReader& fields, const PoolPolicy& policy, ExpectedPolicy& expected) {
    if (const Node* outcome = fields.node().find("verdict")) expected.outcome = read_outcome(*outcome);
    if (std::holds_alternative<RemovalRule>(policy.rule)) {
        fields.allow_only({"verdict", "member"});
        expected.member = read_member(fields);
        return;
    }
    std::vector<std::string_view> keys{"verdict", "short_by", "least", "greatest"};
    if (!is_on_plan(policy)) keys.emplace_back("pool");
    if (const auto* bands = std::get_if<AgeBandsRule>(&policy.rule)) {
        keys.emplace_back("band");
        expected.band = read_band(fields, *bands);
    }
    fields.allow_only(keys);
    expected.pool = read_pool(fields, policy);
    expected.short_by = fields.integer("short_by");
    expected.least = read_share(fields, "least");
    expected.greatest = read_share(fields, "greatest");
}

std::optional<std::size_t> PolicyExpectationReader::read_pool(FieldReader& fields, const PoolPolicy& policy) {
    if (is_on_plan(policy)) return std::nullopt;
    if (fields.node().find("pool") != nullptr) return find_row(fields, "pool", pools_, texts::case_unknown_pool);
    if (pools_.size() == 1) return 0;
    report(fields.node().place(), {texts::case_pool_unsaid, {policy.id}}, Message{texts::hint_case_pool, {}});
    return std::nullopt;
}

std::optional<std::size_t> PolicyExpectationReader::read_member(FieldReader& fields) {
    const bool said = fields.node().find("member") != nullptr;
    const auto row = said ? position(fields.integer("member"), members_) : std::optional<std::size_t>(0);
    const auto rows = static_cast<std::int64_t>(members_);
    if (!row || members_ == 0) {
        report(fields.place("member"), {texts::case_no_such_row, {std::string("pool_members"), rows}},
               Message{texts::hint_case_member, {}});
    } else if (!said && members_ > 1) {
        report(fields.node().place(), {texts::case_row_unsaid, {std::string("pool_members"), rows}},
               Message{texts::hint_case_member, {}});
    }
    return row;
}

std::optional<std::size_t> PolicyExpectationReader::read_band(FieldReader& fields, const AgeBandsRule& rule) {
    const auto band = position(fields.integer("band"), rule.bands.size());
    if (!band) {
        report(fields.place("band"), {texts::case_band, {static_cast<std::int64_t>(rule.bands.size())}},
               Message{texts::hint_case_band, {}});
    }
    return band;
}

}  // namespace cadre
