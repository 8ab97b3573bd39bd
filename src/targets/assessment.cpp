#include <cadre/targets/assessment.hpp>

namespace cadre {

std::string_view to_code(Undecided reason) {
    switch (reason) {
        case Undecided::decided: return "decided";
        case Undecided::missing_data: return "missing_data";
        case Undecided::population_may_be_empty: return "population_may_be_empty";
        case Undecided::population_empty: return "population_empty";
        case Undecided::table_not_given: return "table_not_given";
        case Undecided::not_in_force: return "not_in_force";
        case Undecided::year_not_begun: return "year_not_begun";
        case Undecided::no_earlier_year: return "no_earlier_year";
    }
    return "";
}

}  // namespace cadre
