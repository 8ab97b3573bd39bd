#pragma once

#include <cadre/messages/diagnostic.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/schema/schema.hpp>

#include <optional>
#include <string>

namespace cadre {

/// The kinds of appointment that a vocabulary knows, which are those of moves, too.
class AppointmentKinds {
public:
    /// The schema outlives this object.
    explicit AppointmentKinds(const Schema& schema);

    /// Nothing for the code of a kind, or where the vocabulary does not list them; for any other text what to say of
    /// it, with the codes as a hint.
    std::optional<Diagnostic> unknown(const std::string& code) const;
    /// "Luân chuyển", "Rotation"; the code itself where the vocabulary does not list it.
    LocalizedText label(const std::string& code) const;

private:
    const Scale* listed_ = nullptr;
};

}  // namespace cadre
