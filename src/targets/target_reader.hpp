#pragma once

#include "schema/field_reader.hpp"

#include <cadre/targets/target.hpp>

#include <set>
#include <string>
#include <vector>

namespace cadre {

/// Reads the `[[target]]` entries of one pack; every mistake is reported in one pass.
class TargetReader {
public:
    TargetReader(const Pack& pack, Diagnostics& diagnostics) : pack_(pack), diagnostics_(diagnostics) {}

    std::vector<Target> read();

private:
    std::optional<Target> read_target(const Node& node);
    void read_head(FieldReader& fields, Target& target);
    void read_table(FieldReader& fields, Target& target);
    void read_threshold(FieldReader& fields, Target& target);
    void check_share(FieldReader& fields, const Threshold& threshold, const std::string& text);
    void read_meet(FieldReader& fields, Target& target);
    bool take_criterion(FieldReader& fields, const std::string& id, Target& target);
    ExpressionPtr read_condition(FieldReader& fields, std::string_view key, const std::string& text, int table);

    const Pack& pack_;
    Diagnostics& diagnostics_;
    std::set<std::string> ids_;
};

}  // namespace cadre
