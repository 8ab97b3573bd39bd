#pragma once

#include "support/csv.hpp"

#include <cadre/roster/roster_builder.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cadre::testing {

inline std::filesystem::path uk_ministers_folder() {
    return test::data_folder() / "uk_ministers";
}

/// The ministers of the United Kingdom as cadres: organisations are units, appointments are spells, those without an
/// end go on, and stand in the order of their ids.
inline Roster uk_ministers() {
    const auto folder = uk_ministers_folder();
    const test::Csv organisations(folder / "organisation.csv");
    const test::Csv posts(folder / "post.csv");
    const test::Csv spells(folder / "appointment.csv");
    RosterBuilder builder;
    for (std::size_t row = 0; row < organisations.size(); ++row)
        builder.add("units", {{"id", organisations.cell(row, "id")}});
    for (std::size_t row = 0; row < posts.size(); ++row) {
        builder.add("posts", {{"id", posts.cell(row, "id")}, {"unit", posts.cell(row, "organisation_id")}});
    }
    std::vector<std::size_t> by_id(spells.size());
    for (std::size_t row = 0; row < by_id.size(); ++row) by_id[row] = row;
    std::sort(by_id.begin(), by_id.end(),
              [&](std::size_t a, std::size_t b) { return spells.cell(a, "id") < spells.cell(b, "id"); });
    std::map<std::string, ListValue> people;
    for (const std::size_t row : by_id) {
        const std::string& end = spells.cell(row, "end_date");
        Value to = Ongoing{};
        if (!end.empty()) to = date_of(*parse_iso_date(end));
        people[spells.cell(row, "person_id")].records.push_back(
            {{"post", spells.cell(row, "post_id")},
             {"from", date_of(*parse_iso_date(spells.cell(row, "start_date")))},
             {"to", to}});
    }
    for (auto& [id, held] : people) builder.add("cadres", {{"id", id}, {"appointments", std::move(held)}});
    return builder.build();
}

}  // namespace cadre::testing
