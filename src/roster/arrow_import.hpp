#pragma once

#include "roster/arrow_stream.hpp"
#include "roster/import_plan.hpp"
#include "roster/owner_groups.hpp"
#include "roster/roster_assembly.hpp"

#include <cadre/roster/roster.hpp>

#include <deque>

namespace cadre {

/// One import of Arrow streams, from names to roster.
class ArrowImport {
public:
    /// Takes the streams over: whatever happens, each is released.
    ArrowImport(const Roster::Streams& streams, const Mapping& mapping);

    Roster run();

private:
    struct Input {
        std::string name;
        ArrowHandle<ArrowArrayStream> stream;
        int table = -1;
        ArrowTable rows;
        TablePlan plan;
    };

    void name_tables();
    int table_named(const std::string& name) const;
    void check_parents() const;
    void read_streams();
    void plan();
    void read_tables();
    void link();
    bool names_rows(int table) const;
    void report_duplicates(const std::vector<KeyIndex>& keys);
    void report_dangling(const DanglingReferences& dangling);

    const Mapping& mapping_;
    std::deque<Input> inputs_;
    RosterAssembly assembly_;
    ImportReport report_;
    std::vector<OwnedRows> owned_;
};

}  // namespace cadre
