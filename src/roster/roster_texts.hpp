#pragma once

#include "roster/text_pool.hpp"

#include <cadre/roster/roster.hpp>

namespace cadre {

struct Roster::Texts {
    TextPool pool;
};

}  // namespace cadre
