#pragma once

#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/schema/type.hpp>
#include <cadre/vocabulary/scale.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre {

class Node;

/// How a remedy may add a member to a list: one that has the day judged, or is of its year.
struct Append {
    std::string on;  ///< the member's attribute: a date, which is the day; or an integer, its year, and then one a year
    std::vector<std::pair<std::string, std::string>> with;  ///< further attributes, each with its code
};

/// One attribute of a table.
struct Attribute {
    std::string id;
    Type type;
    LocalizedText meaning;
    bool key = false;         ///< opaque row key, never evaluated
    bool changeable = false;  ///< a remedy may propose to change it
    bool sensitive = false;
    bool timeless = false;         ///< does not change with time (sex, birth date)
    bool allows_none = false;      ///< a cell may say "has no such thing"
    bool allows_ongoing = false;   ///< dates: a cell may be the open end of a spell
    int child_table = -1;          ///< lists: the table that holds the members
    std::optional<Append> append;  ///< changeable lists of records: the members that a remedy may propose
};

/// One table: a roster's rows, or (with `parent` >= 0) the members of a list attribute of the parent. Lists nest two
/// levels deep.
///
/// A list of scalars is a child table with the single attribute `item`.
struct Table {
    std::string id;  ///< "cadres", "cadres.appointments", "cadres.appointments.duties"
    LocalizedText label;
    int parent = -1;
    std::string order_by;  ///< child tables: attribute that orders each list, empty = input order
    std::vector<Attribute> attributes;

    CADRE_EXPORT std::optional<int> find(std::string_view attribute) const;
};

/// Tables, attributes and scales as data. Immutable once built; safe to share between threads.
class CADRE_EXPORT Schema {
public:
    const std::vector<Table>& tables() const { return tables_; }
    const std::vector<Scale>& scales() const { return scales_; }
    const Table& table(int index) const { return tables_[static_cast<std::size_t>(index)]; }
    const Scale& scale(int index) const { return scales_[static_cast<std::size_t>(index)]; }
    const Attribute& attribute(int table, int index) const {
        return tables_[static_cast<std::size_t>(table)].attributes[static_cast<std::size_t>(index)];
    }
    /// The table whose rows hold those of `table` in lists, or in lists of lists; a table with rows of its own itself.
    int top_table(int table) const {
        return this->table(table).parent < 0 ? table : top_table(this->table(table).parent);
    }
    std::optional<int> find_table(std::string_view id) const;
    std::optional<int> find_scale(std::string_view id) const;

    /// Reads `[[scale]]`, `[[nominal]]`, `[[table]]` of a vocabulary document.
    /// Throws `Error` (invalid_document) with every diagnostic.
    static Schema from_document(const Node& document);

    /// A copy with the `[[attribute]]` entries (`table`, `id`, `type`, `of`) added; tables and
    /// attributes keep their indices. Findings are appended to `diagnostics`.
    Schema extended(const Node& attributes, Diagnostics& diagnostics) const;

private:
    friend class SchemaReader;
    std::vector<Scale> scales_;
    std::vector<Table> tables_;
};

/// The schema of a shipped vocabulary ("vietnam") or of a vocabulary file. Shipped ones are parsed once.
CADRE_EXPORT std::shared_ptr<const Schema> load_vocabulary(std::string_view id_or_path = "vietnam");

}  // namespace cadre
