#pragma once

#include <cadre/roster/roster_builder.hpp>

#include <string>
#include <utility>
#include <vector>

namespace cadre::testing {

/// A primary spell, not an acting one, whose unit is that of its post; `more` adds to it.
inline Record spell(const std::string& post, Value from, Value to, Record more = {}) {
    Record record{{"post", post}, {"from", std::move(from)}, {"to", std::move(to)}};
    const auto add = [&](const std::string& name, Value value) {
        for (const auto& given : more) {
            if (given.first == name) return;
        }
        record.emplace_back(name, std::move(value));
    };
    add("primary", true);
    add("acting", false);
    record.insert(record.end(), more.begin(), more.end());
    return record;
}

/// Adds a cadre with a history that is closed unless said otherwise.
inline void add_career(RosterBuilder& builder, std::vector<Record> spells, Record more = {}, bool open = false) {
    more.emplace_back("appointments", ListValue{std::move(spells), open});
    builder.add("cadres", more);
}

/// A unit of a tier with one post of the same key, in a parent unless that is empty.
inline void add_place(RosterBuilder& builder, const std::string& key, const std::string& tier,
                      const std::string& sector, const std::string& parent = "", Record more = {}) {
    more.insert(more.end(), {{"id", key}, {"tier", tier}, {"sector", sector}});
    Value above = None{};
    if (!parent.empty()) above = parent;
    more.emplace_back("parent", above);
    builder.add("units", more);
    builder.add("posts", {{"id", key}, {"unit", key}});
}

inline Date year(int number) {
    return Date(static_cast<unsigned short>(number), 1, 1);
}

}  // namespace cadre::testing
