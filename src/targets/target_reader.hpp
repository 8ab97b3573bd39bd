#pragma once

#include "targets/entry_reader.hpp"

#include <cadre/targets/target.hpp>

#include <string>
#include <vector>

namespace cadre {

/// Reads the `[[target]]` entries of one pack; every mistake is reported in one pass.
class TargetReader {
public:
    TargetReader(const Pack& pack, Diagnostics& diagnostics) : entries_(pack, diagnostics) {}

    std::vector<Target> read();

private:
    std::optional<Target> read_target(const Node& node);
    void read_head(FieldReader& fields, Target& target);
    void read_days(FieldReader& fields, Target& target);
    void read_demand(FieldReader& fields, Target& target);
    void read_share(FieldReader& fields, Target& target, const std::string& text);
    void read_count(FieldReader& fields, Target& target, const std::string& text);
    void read_trend(FieldReader& fields, Target& target, const std::string& text);
    void check_share(FieldReader& fields, const Threshold& threshold, const std::string& text);
    void read_distinct(FieldReader& fields, Target& target);
    void read_split(FieldReader& fields, Target& target);
    void add_parts(FieldReader& fields, Target& target, const Attribute& attribute);
    void read_meet(FieldReader& fields, Target& target);

    EntryReader entries_;
};

}  // namespace cadre
