#include "evaluation/functions/strict_function.hpp"

namespace cadre {
namespace {

using Result = std::optional<KnownValue>;

Result truth(bool value) {
    return KnownValue{TypeKind::boolean, value};
}

Result contains(KnownArguments arguments) {
    return truth(arguments[0].text().find(arguments[1].text()) != std::string::npos);
}

Result starts_with(KnownArguments arguments) {
    return truth(arguments[0].text().starts_with(arguments[1].text()));
}

Result ends_with(KnownArguments arguments) {
    return truth(arguments[0].text().ends_with(arguments[1].text()));
}

}  // namespace

StrictFunction text_function(Function function) {
    switch (function) {
        case Function::contains: return contains;
        case Function::starts_with: return starts_with;
        case Function::ends_with: return ends_with;
        default: return nullptr;
    }
}

}  // namespace cadre
