#include "rotation/appointment_kinds.hpp"

#include <cadre/messages/texts/rotation.hpp>

namespace cadre {

AppointmentKinds::AppointmentKinds(const Schema& schema) {
    const auto spells = schema.find_table("cadres.appointments");
    const auto kind = spells ? schema.table(*spells).find("kind") : std::nullopt;
    const int domain = kind ? schema.attribute(*spells, *kind).type.domain : -1;
    if (domain >= 0) listed_ = &schema.scale(domain);
}

std::optional<Diagnostic> AppointmentKinds::unknown(const std::string& code) const {
    if (listed_ == nullptr || listed_->find(code)) return {};
    std::string codes;
    for (const Code& known : listed_->codes) codes += (codes.empty() ? "" : ", ") + known.id;
    return Diagnostic{
        Severity::error, {}, {texts::rotation_unknown_kind, {code}}, Message{texts::rotation_known_kinds, {codes}}};
}

LocalizedText AppointmentKinds::label(const std::string& code) const {
    const auto at = listed_ != nullptr ? listed_->find(code) : std::nullopt;
    return at ? listed_->codes[static_cast<std::size_t>(*at)].label : LocalizedText{code, code};
}

}  // namespace cadre
