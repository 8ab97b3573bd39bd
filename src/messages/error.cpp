#include <cadre/error.hpp>

#include <utility>

namespace cadre {
namespace {

bool is_plain(const Diagnostics& diagnostics) {
    return diagnostics.size() == 1 && diagnostics[0].place == Place{} && !diagnostics[0].hint;
}

}  // namespace

Error::Error(ErrorCode code, Message message) : Error(code, Diagnostics{Diagnostic{.message = std::move(message)}}) {}

Error::Error(ErrorCode code, Diagnostics diagnostics) : code_(code), diagnostics_(std::move(diagnostics)) {
    what_ = text(Language::en);
}

std::string Error::text(Language language) const {
    if (is_plain(diagnostics_)) return diagnostics_[0].message.text(language);
    std::string joined;
    for (const Diagnostic& diagnostic : diagnostics_) {
        if (!joined.empty()) joined += '\n';
        joined += diagnostic.to_text(language);
    }
    return joined;
}

}  // namespace cadre
