#pragma once

#include <cadre/evaluation/options.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/message.hpp>
#include <cadre/model/value.hpp>
#include <cadre/schema/type.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// What one expression says about one record.
struct ScalarResult {
    Type type;
    /// The value; absent when it is undetermined. Of levels that share a rank, the first.
    std::optional<Value> value;
    std::vector<std::string> missing;  ///< missing attributes that were read: "degree", "cadres.appraisals.year"
    std::vector<Message> reasons;      ///< what else leaves it undetermined
};

/// Evaluates one expression over one record of named values, for forms, tests and notebooks.
///
///     evaluate_record("years and months duration(born, as_of) >= @\"P35Y\"", {{"born", Date(1980, 1, 2)}}, {.as_of =
///     day});
///
/// A name of the table `cadres` has its type there; any other name takes the type of its value. Throws
/// `Error`: invalid_rule for a wrong expression, invalid_argument for a value that does not fit its name
/// or a name of which neither schema nor value tells the type. Thread-safe.
CADRE_EXPORT ScalarResult evaluate_record(std::string_view expression, const Record& values,
                                          const EvaluationOptions& options);

}  // namespace cadre
