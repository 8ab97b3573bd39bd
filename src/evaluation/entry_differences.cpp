#include "evaluation/entry_differences.hpp"

#include <algorithm>
#include <utility>

namespace cadre {
namespace {

using Kind = EntryDifference::Kind;

/// The value on the day; the other versions, which `at` can reach, stand behind it.
std::optional<EntryText> text_of(const Parameter& parameter, const PackOnDay& side) {
    const Schema& schema = *side.pack.schema();
    const ParameterVersion* law = parameter.on(side.law_as_of);
    if (law == nullptr) return std::nullopt;
    return EntryText{to_text(*law->value, schema), law->citation};
}

std::optional<EntryText> text_of(const Definition& definition, const PackOnDay& side) {
    return EntryText{to_text(*definition.body, *side.pack.schema()), {}};
}

std::optional<EntryText> text_of(const Criterion& criterion, const PackOnDay& side) {
    const CriterionVersion* law = criterion.on(side.law_as_of);
    if (law == nullptr) return std::nullopt;
    return EntryText{to_text(*law->condition, *side.pack.schema()), law->citation};
}

const Parameter& entry(const std::shared_ptr<const Parameter>& parameter) {
    return *parameter;
}
template <class Entry>
const Entry& entry(const Entry& held) {
    return held;
}

LocalizedText title_of(const Parameter&) {
    return {};
}
template <class Entry>
LocalizedText title_of(const Entry& titled) {
    return titled.title;
}

template <class Entries>
auto find_id(const Entries& entries, const std::string& id) {
    return std::find_if(entries.begin(), entries.end(), [&](const auto& one) { return entry(one).id == id; });
}

bool differs(const EntryDifference& difference) {
    return difference.before != difference.after;
}

template <class Entries>
void compare(Kind kind, const PackOnDay& before, const Entries& old_entries, const PackOnDay& after,
             const Entries& new_entries, std::vector<EntryDifference>& found) {
    for (const auto& held : old_entries) {
        const auto& old_entry = entry(held);
        EntryDifference difference{kind, old_entry.id, title_of(old_entry), text_of(old_entry, before), {}};
        const auto match = find_id(new_entries, old_entry.id);
        if (match != new_entries.end()) difference.after = text_of(entry(*match), after);
        if (differs(difference)) found.push_back(std::move(difference));
    }
    for (const auto& held : new_entries) {
        const auto& new_entry = entry(held);
        if (find_id(old_entries, new_entry.id) != old_entries.end()) continue;
        EntryDifference difference{kind, new_entry.id, title_of(new_entry), {}, text_of(new_entry, after)};
        if (differs(difference)) found.push_back(std::move(difference));
    }
}

void collect_names(const Expression& e, DayNumber law_as_of, std::set<const Expression*>& seen,
                   std::set<std::string>& names) {
    if (!seen.insert(&e).second) return;
    if (e.operation == Operation::parameter) names.insert(e.parameter->id);
    if (e.operation == Operation::definition) names.insert(e.name);
    if (e.operation == Operation::criterion) {
        names.insert(e.name);
        return collect_names(*body_on(e, law_as_of), law_as_of, seen, names);
    }
    for (const ExpressionPtr& child : e.children) collect_names(*child, law_as_of, seen, names);
}

}  // namespace

std::vector<EntryDifference> entry_differences(const PackOnDay& before, const PackOnDay& after) {
    std::vector<EntryDifference> found;
    compare(Kind::parameter, before, before.pack.parameters(), after, after.pack.parameters(), found);
    compare(Kind::definition, before, before.pack.definitions(), after, after.pack.definitions(), found);
    compare(Kind::criterion, before, before.pack.criteria(), after, after.pack.criteria(), found);
    return found;
}

std::set<std::string> entries_read(const Expression& criterion, DayNumber law_as_of) {
    std::set<const Expression*> seen;
    std::set<std::string> names;
    collect_names(criterion, law_as_of, seen, names);
    return names;
}

}  // namespace cadre
