#pragma once

#include <cadre/export.hpp>
#include <cadre/roster/column.hpp>
#include <cadre/roster/import_report.hpp>
#include <cadre/roster/mapping.hpp>
#include <cadre/schema/schema.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct ArrowArrayStream;

namespace cadre {

/// The rows of one table. Columns stand in the order of the schema's attributes.
struct RosterTable {
    std::size_t rows = 0;
    std::vector<Column> columns;
};

/// An immutable set of tables; copies share the memory. Safe to read from many threads.
class CADRE_EXPORT Roster {
public:
    using Streams = std::vector<std::pair<std::string, ArrowArrayStream*>>;

    /// Imports one Arrow C stream as the table `cadres`. The stream is consumed (released) in any case.
    /// Throws `Error` (invalid_arrow, invalid_document) and leaves nothing half-read.
    static Roster from_arrow(ArrowArrayStream* stream, const Mapping& mapping = {});

    /// Imports several streams, one a table, by id: "cadres", "units", and beside their parent child tables such as
    /// "cadres.appointments" whose `owner` column (see `Mapping`) has the key of the parent's row. Others are unknown.
    static Roster from_arrow(const Streams& streams, const Mapping& mapping = {});

    const Schema& schema() const { return *schema_; }
    const std::shared_ptr<const Schema>& shared_schema() const { return schema_; }

    /// The table by schema index, or null when it was not given. The members of a given table's lists
    /// always have a table; it is empty where no list was given.
    const RosterTable* table(int index) const;
    /// Number of rows of a table; 0 when it was not given. Throws `Error` (not_found) for an unknown id.
    std::size_t size(std::string_view table = "cadres") const;

    /// Texts are interned: equal ids are equal texts (NFC).
    std::string_view text(std::int32_t id) const;
    std::optional<std::int32_t> find_text(std::string_view text) const;
    std::int32_t text_count() const;

    /// The day on which undated facts hold, when the source says so.
    const std::optional<DayNumber>& snapshot() const { return snapshot_; }
    const ImportReport& import_report() const;

private:
    friend class RosterAssembly;
    struct Texts;
    Roster() = default;

    std::shared_ptr<const Schema> schema_;
    std::vector<std::shared_ptr<const RosterTable>> tables_;
    std::shared_ptr<const Texts> texts_;
    std::shared_ptr<const ImportReport> report_;
    std::optional<DayNumber> snapshot_;
};

}  // namespace cadre
