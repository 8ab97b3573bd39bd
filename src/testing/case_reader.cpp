#include "testing/case_reader.hpp"

#include <cadre/messages/texts/schema.hpp>
#include <cadre/messages/texts/testing.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace cadre {
namespace {

constexpr std::array<std::string_view, 6> answers{"expect",       "expect_targets", "expect_policies",
                                                  "expect_audit", "expect_moves",   "expect_plan_check"};

std::optional<Date> optional_date(const std::optional<DayNumber>& day) {
    return day ? std::optional(date_of(*day)) : std::nullopt;
}

}  // namespace

CaseReader::CaseReader(const Pack& pack, Diagnostics& diagnostics)
    : pack_(pack),
      diagnostics_(diagnostics),
      fragments_(*pack.schema(), diagnostics),
      expectations_(pack, diagnostics),
      policies_(pack, diagnostics),
      on_rotation_(read_rotation_policies(pack, diagnostics)),
      findings_(on_rotation_, diagnostics),
      moves_(on_rotation_, diagnostics),
      plan_checks_(on_rotation_, diagnostics) {}

std::vector<Case> CaseReader::read(const std::vector<Node>& fragments, const std::vector<Node>& cases) {
    std::vector<Case> read;
    const auto& longest = fragments.size() > cases.size() ? fragments : cases;
    if (longest.size() > most_cases) {
        diagnostics_.push_back({Severity::error,
                                longest[most_cases].place(),
                                {texts::too_many_cases, {static_cast<std::int64_t>(most_cases)}},
                                Message{texts::hint_too_many_cases, {}}});
        return read;
    }
    for (const Node& node : fragments) fragments_.add(node);
    for (const Node& node : cases) {
        const std::size_t before = diagnostics_.size();
        auto found = read_case(node);
        if (found && diagnostics_.size() == before) read.push_back(std::move(*found));
    }
    return read;
}

std::optional<Case> CaseReader::read_case(const Node& node) {
    FieldReader fields(node, "case", diagnostics_);
    if (!fields.usable()) return std::nullopt;
    std::vector<std::string_view> keys(answers.begin(), answers.end());
    keys.insert(keys.end(), {"id", "title"});
    fields.allow_only(fragments_.keys(keys));
    const std::string id = read_id(fields);
    const Fragment fragment = fragments_.read(fields);
    if (!fragment.as_of) {
        fields.report(node.place(), {texts::missing_key, {std::string("as_of")}}, Message{texts::hint_case_as_of, {}});
    }
    CaseTables tables;
    auto roster = CaseRows(pack_.schema(), diagnostics_).read(fragment, node.place(), tables);
    if (!roster || !fragment.as_of) return std::nullopt;
    Case read{.id = id,
              .title = fields.optional_localized("title").value_or(LocalizedText{}),
              .place = node.place(),
              .as_of = date_of(*fragment.as_of),
              .law_as_of = optional_date(fragment.law_as_of),
              .tables = std::move(tables),
              .roster = std::move(*roster),
              .verdicts = {},
              .targets = {},
              .policies = {},
              .findings = {},
              .moves = {},
              .plan_check = {}};
    read.verdicts = expectations_.read_verdicts(fields, read.roster);
    read.targets = expectations_.read_targets(fields);
    read.policies = policies_.read(fields, read);
    read.findings = findings_.read(fields, read);
    read.moves = moves_.read(fields, read);
    read.plan_check = plan_checks_.read(fields, read);
    if (std::none_of(answers.begin(), answers.end(), [&](auto key) { return node.find(key) != nullptr; })) {
        fields.report(node.place(), {texts::case_expects_nothing, {}}, Message{texts::hint_case_expect, {}});
    }
    return read;
}

std::string CaseReader::read_id(FieldReader& fields) {
    std::string id = fields.optional_text("id").value_or("");
    if (!id.empty() && !ids_.insert(id).second) fields.report(fields.place("id"), {texts::duplicate_id, {id}});
    return id;
}

}  // namespace cadre
