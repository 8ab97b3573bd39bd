#include "evaluation/functions/strict_function.hpp"

namespace cadre {

StrictFunction strict_function(Function function) {
    for (const auto family : {number_function, text_function, date_function}) {
        if (const StrictFunction found = family(function)) return found;
    }
    return nullptr;
}

}  // namespace cadre
