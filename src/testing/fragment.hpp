#pragma once

#include "schema/field_reader.hpp"

#include <cadre/schema/schema.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Days and rows of a case or of what cases share, as the document gives them.
struct Fragment {
    struct Rows {
        bool single = false;  ///< given as one record
        std::vector<Node> nodes;
    };

    std::optional<DayNumber> as_of;
    std::optional<DayNumber> law_as_of;
    std::map<int, Rows> tables;  ///< by index of the schema
};

/// Reads days and rows and lays them over those of the fragments that `base` names.
class FragmentReader {
public:
    FragmentReader(const Schema& schema, Diagnostics& diagnostics) : schema_(schema), diagnostics_(diagnostics) {}

    /// Reads one `[[fragment]]`, which later ones and cases may build on.
    void add(const Node& node);
    /// Days and rows of a case, bases included.
    Fragment read(FieldReader& fields);
    /// The keys that a case or fragment may have beside `own`.
    std::vector<std::string_view> keys(std::vector<std::string_view> own) const;

private:
    void read_bases(FieldReader& fields, Fragment& fragment);
    void add_base(FieldReader& fields, const std::string& id, Fragment& fragment);
    void remove(FieldReader& fields, const std::string& path, Fragment& fragment);
    void read_rows(FieldReader& fields, std::string_view key, int table, Fragment& fragment);
    bool fits(FieldReader& fields, const Fragment& fragment);

    const Schema& schema_;
    Diagnostics& diagnostics_;
    std::map<std::string, Fragment, std::less<>> known_;
};

}  // namespace cadre
