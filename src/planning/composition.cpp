#include "planning/composer.hpp"

namespace cadre {

Composition compose(const Pack& pack, const Roster& roster, const EvaluationOptions& options) {
    return Composer(pack, roster, options).compose();
}

}  // namespace cadre
