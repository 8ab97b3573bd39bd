#pragma once

#include "rotation/rotation_pack.hpp"

#include <cadre/roster/roster_builder.hpp>
#include <cadre/rotation/audit.hpp>

#include <string>
#include <utility>
#include <vector>

namespace cadre::testing {

/// A spell in a post of the unit "u".
inline Record spell(const char* post, Value from, Value to, Record more = {}) {
    Record record{{"post", post}, {"unit", "u"}, {"from", std::move(from)}, {"to", std::move(to)}};
    record.insert(record.end(), more.begin(), more.end());
    return record;
}

/// The leading posts "north" (change after two years) and "south" (it is not known when) of the unit "u", and a cadre
/// with these spells.
class OneCadre : public RosterBuilder {
public:
    explicit OneCadre(std::vector<Record> spells, Record more = {}, bool open = false) {
        add("units", {{"id", "u"}});
        add("posts", {{"id", "north"},
                      {"unit", "u"},
                      {"leading", true},
                      {"change_period", Duration{Duration::Unit::months, 24}}});
        add("posts", {{"id", "south"}, {"unit", "u"}, {"leading", true}});
        more.emplace_back("appointments", ListValue{std::move(spells), open});
        add("cadres", more);
    }
};

inline std::string day_text(std::optional<DayNumber> day) {
    return day ? to_iso(*day) : "-";
}

/// "0 violated 2015-01-01 2016-01-01": the spell of a finding, its status and days.
inline std::string line_of(const AuditFinding& finding) {
    return (finding.spell ? std::to_string(*finding.spell) : "-") + ' ' + std::string(to_code(finding.status)) + ' ' +
           day_text(finding.begins) + ' ' + day_text(finding.ends);
}

/// What an audit by one policy finds at the end of 2015.
inline std::vector<AuditFinding> findings(const std::string& keys, const RosterBuilder& builder,
                                          const AuditSpan& span = {}) {
    const Pack pack = rotation_pack(rotation_policy("p", keys));
    return audit(pack, builder.build(), {.as_of = Date(2015, 12, 31)}, span).findings;
}

inline std::vector<std::string> lines(const std::string& keys, const RosterBuilder& builder,
                                      const AuditSpan& span = {}) {
    std::vector<std::string> lines;
    for (const AuditFinding& finding : findings(keys, builder, span)) lines.push_back(line_of(finding));
    return lines;
}

}  // namespace cadre::testing
