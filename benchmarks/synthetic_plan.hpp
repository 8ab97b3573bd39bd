#pragma once

// A synthetic roster with planning pools for the benchmarks: cadres as in synthetic_roster.hpp, with keys, sex and
// disciplines, and members drawn at random.

#include "synthetic_roster.hpp"

#include <cadre/roster/roster.hpp>
#include <cadre/vocabulary/date.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace cadre::benchmarks {

/// How large the plan is.
struct PlanSize {
    std::size_t cadres;
    std::size_t pools;
    std::size_t members_a_pool;
};

inline std::size_t rows_asked(std::size_t by_default) {
    const char* given = std::getenv("CADRE_BENCHMARK_ROWS");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : by_default;
}

inline test::ArrowData key_texts(std::string name, char kind, const std::vector<std::size_t>& rows) {
    test::Cells<std::string> keys;
    for (const std::size_t row : rows) keys.emplace_back(kind + std::to_string(row));
    return test::texts(std::move(name), keys);
}

inline std::vector<std::size_t> counted(std::size_t rows) {
    std::vector<std::size_t> numbers(rows);
    for (std::size_t row = 0; row < rows; ++row) numbers[row] = row;
    return numbers;
}

/// One in fifty was disciplined, in the year before the plan is looked at.
inline test::ArrowData disciplines(std::size_t cadres) {
    std::vector<std::int32_t> offsets{0};
    std::vector<std::int32_t> decided;
    for (std::size_t row = 0; row < cadres; ++row) {
        if (row % 50 == 0) decided.push_back(day_number(Date(2014, 9, 1)));
        offsets.push_back(static_cast<std::int32_t>(decided.size()));
    }
    auto list = plain("disciplines", "+l", static_cast<std::int64_t>(cadres), {}, test::bytes_of(offsets));
    list.children.push_back(test::structure("item", {days("decided", decided)}));
    return list;
}

inline test::ArrowData planned_cadres(std::size_t rows) {
    test::ArrowData cadres = make_cadres(make_columns(rows));
    std::vector<std::int8_t> sexes(rows);
    for (std::size_t row = 0; row < rows; ++row) sexes[row] = row % 5 < 2 ? 0 : 1;
    cadres.children.push_back(key_texts("id", 'c', counted(rows)));
    cadres.children.push_back(codes("sex", sexes, {"female", "male"}));
    cadres.children.push_back(disciplines(rows));
    return cadres;
}

/// Committees of the city and of districts in turn, reviewed a year ago or two.
inline test::ArrowData planned_pools(std::size_t pools) {
    std::vector<std::int8_t> kinds(pools, 0);
    std::vector<std::int8_t> tiers(pools);
    std::vector<std::int64_t> seats(pools, 1);
    std::vector<std::int32_t> reviewed(pools);
    const auto on = [&](Date day) { return std::vector<std::int32_t>(pools, day_number(day)); };
    for (std::size_t pool = 0; pool < pools; ++pool) {
        tiers[pool] = static_cast<std::int8_t>(pool % 2);
        reviewed[pool] = day_number(pool % 10 == 0 ? Date(2013, 6, 1) : Date(2014, 12, 15));
    }
    return test::structure("", {key_texts("id", 'p', counted(pools)), codes("kind", kinds, {"committee"}),
                                codes("tier", tiers, {"city", "district"}),
                                plain("seats", "l", static_cast<std::int64_t>(pools), {}, test::bytes_of(seats)),
                                days("reviewed", reviewed), days("term_start", on(Date(2015, 10, 1))),
                                days("term_end", on(Date(2020, 10, 1)))});
}

inline test::ArrowData planned_members(const PlanSize& size) {
    Sequence sequence;
    std::vector<std::size_t> pools;
    std::vector<std::size_t> cadres;
    for (std::size_t pool = 0; pool < size.pools; ++pool) {
        for (std::size_t member = 0; member < size.members_a_pool; ++member) {
            pools.push_back(pool);
            cadres.push_back(static_cast<std::size_t>(sequence.below(static_cast<std::int64_t>(size.cadres))));
        }
    }
    const std::vector<std::int8_t> approved(pools.size(), 0);
    const std::vector<std::int32_t> added(pools.size(), day_number(Date(2014, 1, 1)));
    return test::structure("", {key_texts("pool", 'p', pools), key_texts("cadre", 'c', cadres),
                                codes("status", approved, {"approved"}), days("added", added)});
}

/// One cadre in two has an action that goes on.
inline test::ArrowData planned_actions(std::size_t cadres) {
    std::vector<std::size_t> developed;
    for (std::size_t row = 0; row < cadres; row += 2) developed.push_back(row);
    return test::structure("",
                           {key_texts("cadre", 'c', developed),
                            days("from", std::vector<std::int32_t>(developed.size(), day_number(Date(2015, 3, 1))))});
}

inline Roster make_plan(const PlanSize& size) {
    test::ArrowStream cadres({planned_cadres(size.cadres)});
    test::ArrowStream pools({planned_pools(size.pools)});
    test::ArrowStream members({planned_members(size)});
    test::ArrowStream actions({planned_actions(size.cadres)});
    return Roster::from_arrow({{"cadres", cadres.get()},
                               {"pools", pools.get()},
                               {"pool_members", members.get()},
                               {"development_actions", actions.get()}});
}

}  // namespace cadre::benchmarks
