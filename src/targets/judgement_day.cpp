#include "targets/judgement_day.hpp"

#include <algorithm>

namespace cadre {

bool has_begun(int year, const EvaluationOptions& options) {
    return day_number(options.as_of) >= *make_day(year, 1, 1);
}

EvaluationOptions options_of_year(int year, const EvaluationOptions& options) {
    EvaluationOptions of_year = options;
    of_year.as_of = date_of(std::min(day_number(options.as_of), *make_day(year, 12, 31)));
    return of_year;
}

}  // namespace cadre
