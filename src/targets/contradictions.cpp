#include <cadre/targets/contradictions.hpp>

#include <cadre/messages/texts/targets.hpp>

#include <map>
#include <optional>
#include <utility>

namespace cadre {
namespace {

/// A list of appraisals: a child table with a year and a rating.
struct Appraisals {
    const Table& parent;
    const Column& list;
    const Column& year;
    const Column* kind;  ///< of tables that have one: a yearly and a final appraisal do not repeat each other
};

const Column& column(const RosterTable& table, int attribute) {
    return table.columns[static_cast<std::size_t>(attribute)];
}

std::optional<Appraisals> appraisals_of(const Roster& roster, int table, int attribute) {
    const Schema& schema = roster.schema();
    const int child = schema.attribute(table, attribute).child_table;
    if (child < 0 || roster.table(table) == nullptr || roster.table(child) == nullptr) return std::nullopt;
    const auto year = schema.table(child).find("year");
    if (!year || !schema.table(child).find("rating")) return std::nullopt;
    const auto kind = schema.table(child).find("kind");
    const RosterTable& members = *roster.table(child);
    return Appraisals{schema.table(table), column(*roster.table(table), attribute), column(members, *year),
                      kind ? &column(members, *kind) : nullptr};
}

using YearAndKind = std::pair<std::int64_t, std::optional<std::int64_t>>;

std::map<YearAndKind, std::vector<std::int64_t>> by_year(const Appraisals& appraisals, std::size_t row) {
    std::map<YearAndKind, std::vector<std::int64_t>> rows;
    const std::int64_t* first = appraisals.list.offsets() + row;
    for (std::int64_t at = first[0]; at < first[1]; ++at) {
        const auto member = static_cast<std::size_t>(at);
        if (!appraisals.year.is_present(member)) continue;
        std::optional<std::int64_t> kind;
        if (appraisals.kind != nullptr && appraisals.kind->is_present(member)) {
            kind = appraisals.kind->integer(member);
        }
        rows[{appraisals.year.integer(member), kind}].push_back(at);
    }
    return rows;
}

void add_repeated(const Appraisals& appraisals, std::vector<Contradiction>& contradictions) {
    for (std::size_t row = 0; row < appraisals.list.size; ++row) {
        if (!appraisals.list.is_present(row)) continue;
        for (auto& [key, rows] : by_year(appraisals, row)) {
            if (rows.size() < 2) continue;
            const auto number = static_cast<std::int64_t>(row);
            contradictions.push_back({Contradiction::Kind::rated_twice,
                                      appraisals.parent.id,
                                      number,
                                      rows,
                                      {texts::finding_rated_twice, {appraisals.parent.id, number, key.first}}});
        }
    }
}

void add_strangers(const Roster& roster, std::vector<Contradiction>& contradictions) {
    const AttributeReport* report = roster.import_report().find("trainees", "cadre");
    if (report == nullptr || report->dangling == 0) return;
    for (const std::int64_t row : report->rows) {
        contradictions.push_back({Contradiction::Kind::not_in_roster,
                                  "trainees",
                                  row,
                                  {},
                                  {texts::finding_not_in_roster, {std::string("trainees"), row}}});
    }
}

}  // namespace

std::vector<Contradiction> find_contradictions(const Roster& roster) {
    const Schema& schema = roster.schema();
    std::vector<Contradiction> contradictions;
    for (int table = 0; table < static_cast<int>(schema.tables().size()); ++table) {
        for (int at = 0; at < static_cast<int>(schema.table(table).attributes.size()); ++at) {
            if (const auto appraisals = appraisals_of(roster, table, at)) add_repeated(*appraisals, contradictions);
        }
    }
    add_strangers(roster, contradictions);
    return contradictions;
}

}  // namespace cadre
