#pragma once

#include "schema/field_reader.hpp"

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/targets/years.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Id, title and citation of an entry.
struct EntryHead {
    std::string id;
    LocalizedText title;  ///< may be empty
    Citation citation;
};

/// A condition, and the criterion that it names.
struct EntryCondition {
    ExpressionPtr condition;  ///< null after a report
    const Criterion* criterion = nullptr;
};

/// Reads what the cited entries of a pack (targets, indicators, deliverables) have in common.
class EntryReader {
public:
    EntryReader(const Pack& pack, Diagnostics& diagnostics) : pack_(pack), diagnostics_(diagnostics) {}

    const Pack& pack() const { return pack_; }
    Diagnostics& diagnostics() { return diagnostics_; }
    const Table& table(int index) const { return pack_.schema()->table(index); }

    /// Reads every entry of a section with `read`; those with an error are left out.
    template <class Entry, class Read>
    std::vector<Entry> read_all(std::string_view section, Read read) {
        std::vector<Entry> found;
        for (const Node& node : pack_.sections(section)) {
            const auto before = static_cast<std::ptrdiff_t>(diagnostics_.size());
            auto entry = read(node);
            const Diagnostics fresh(diagnostics_.begin() + before, diagnostics_.end());
            if (entry && !has_errors(fresh)) found.push_back(*std::move(entry));
        }
        return found;
    }

    EntryHead head(FieldReader& fields);
    /// The top-level table that `on` names, by default `cadres`; -1 after a report.
    int table(FieldReader& fields);
    /// `every`, `from` and `to`; nothing where the entry is not yearly, or after a report.
    std::optional<YearSpan> years(FieldReader& fields);
    /// A year that need not be there.
    std::optional<int> optional_year(FieldReader& fields, std::string_view key);
    /// The attribute of the table that the member names; nothing after a report, or when it is not there.
    std::optional<int> attribute(FieldReader& fields, std::string_view key, int table);
    /// A condition on the table's rows; null after a report.
    ExpressionPtr condition(FieldReader& fields, std::string_view key, const std::string& text, int table);
    /// A criterion by name, or a condition.
    EntryCondition criterion_or_condition(FieldReader& fields, std::string_view key, const std::string& text,
                                          int table);

private:
    std::optional<int> year(FieldReader& fields, std::string_view key);
    bool names_something(const Table& table, std::string_view name) const;

    const Pack& pack_;
    Diagnostics& diagnostics_;
    std::set<std::string> ids_;
};

}  // namespace cadre
