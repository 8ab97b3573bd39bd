#include "criteria/version_chain.hpp"

#include <cadre/messages/texts/criteria.hpp>

namespace cadre::criteria {

bool starts_before(const DateInterval& a, const DateInterval& b) {
    return a.from.value_or(first_day - 1) < b.from.value_or(first_day - 1);
}

bool follows(const DateInterval& before, const DateInterval& after, const std::string& id, const Place& place,
             MessageId gap, Diagnostics& diagnostics) {
    if (!before.to || !after.from || *after.from < *before.to) {
        diagnostics.push_back(
            {Severity::error, place, {texts::parameter_overlap, {id}}, Message{texts::hint_interval_half_open, {}}});
        return false;
    }
    if (*before.to == *after.from) return true;
    diagnostics.push_back({Severity::error,
                           place,
                           {gap, {id, to_iso(*before.to), to_iso(*after.from)}},
                           Message{texts::hint_parameter_gap, {}}});
    return false;
}

}  // namespace cadre::criteria
