#pragma once

#include <cadre/messages/language.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// How many people, person-times or moves: the least and the greatest under missing data.
struct FormCount {
    std::int64_t least = 0;
    std::int64_t greatest = 0;

    bool operator==(const FormCount&) const = default;
};

struct FormColumn {
    std::string id;  ///< "secretary"
    LocalizedText label;
};

struct FormLine {
    std::string id;  ///< "women"
    LocalizedText label;
    std::vector<std::optional<FormCount>>
        cells;  ///< a column each; absent: the roster does not collect it, which is not 0
};

/// A filled official form: a count for each line and column. A plain value.
struct StatisticalForm {
    std::string number;  ///< "12B-BTCTW"
    LocalizedText title;
    DayNumber as_of = 0;
    std::vector<FormColumn> columns;
    std::vector<FormLine> lines;
};

}  // namespace cadre
