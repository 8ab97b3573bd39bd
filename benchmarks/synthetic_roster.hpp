#pragma once

// A synthetic roster for the benchmarks, in the Arrow memory that a host would hand over, and the plain
// columns that the answers are checked against.

#include "support/arrow_stream.hpp"

#include <cadre/roster/roster.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cadre::benchmarks {

/// The columns as a user would hold them: -1 stands for a missing code, `missing_day` for a missing day.
inline constexpr std::int32_t missing_day = -1'000'000;

struct Columns {
    std::vector<std::int8_t> degree;             ///< 0 none … 6 doctorate
    std::vector<std::int8_t> political_theory;   ///< 0 none … 3 advanced, 4 bachelor (the same rank)
    std::vector<std::int8_t> general_education;  ///< 0 none … 3 upper_secondary
    std::vector<std::int32_t> birth_date;
    std::vector<std::int32_t> joined_service;
    std::vector<std::int16_t> year;   ///< of appraisals, `appraisals_a_cadre` each
    std::vector<std::int8_t> rating;  ///< 0 not_completed … 4 excellent
};

inline constexpr int appraisals_a_cadre = 10;

/// A fixed sequence (splitmix64, Steele, Lea and Flood 2014), so that every run measures the same roster.
class Sequence {
public:
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    std::int64_t below(std::int64_t bound) {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
    }
    bool one_in(std::int64_t n) { return below(n) == 0; }

private:
    std::uint64_t state_ = 20111231;
};

inline Columns make_columns(std::size_t rows) {
    Sequence sequence;
    Columns columns;
    const auto code = [&](std::int64_t codes) {
        return static_cast<std::int8_t>(sequence.one_in(20) ? -1 : sequence.below(codes));
    };
    const auto day = [&](std::int64_t first, std::int64_t days) {
        return static_cast<std::int32_t>(sequence.one_in(20) ? missing_day : first + sequence.below(days));
    };
    for (std::size_t i = 0; i < rows; ++i) {
        columns.degree.push_back(code(7));
        columns.political_theory.push_back(code(5));
        columns.general_education.push_back(code(4));
        columns.birth_date.push_back(day(-5000, 14000));
        columns.joined_service.push_back(day(5000, 11000));
        for (int k = 0; k < appraisals_a_cadre; ++k) {
            columns.year.push_back(static_cast<std::int16_t>(2006 + k));
            columns.rating.push_back(code(5));
        }
    }
    return columns;
}

inline test::ArrowData plain(std::string name, std::string format, std::int64_t length, std::vector<bool> valid,
                             std::vector<std::uint8_t> values) {
    test::ArrowData data;
    data.name = std::move(name);
    data.format = std::move(format);
    data.length = length;
    data.null_count = valid.empty() ? 0 : -1;
    data.buffers.push_back(valid.empty() ? std::nullopt : std::optional(test::bit_bytes(valid)));
    data.buffers.emplace_back(std::move(values));
    return data;
}

inline test::ArrowData codes(std::string name, const std::vector<std::int8_t>& values,
                             const std::vector<std::string>& ids) {
    std::vector<bool> valid;
    std::vector<std::int8_t> positions;
    for (const std::int8_t value : values) {
        valid.push_back(value >= 0);
        positions.push_back(value < 0 ? std::int8_t{0} : value);
    }
    auto data = plain(std::move(name), "c", static_cast<std::int64_t>(values.size()), valid, test::bytes_of(positions));
    test::Cells<std::string> words(ids.begin(), ids.end());
    data.dictionary = std::make_shared<test::ArrowData>(test::texts("", words));
    return data;
}

inline test::ArrowData days(std::string name, const std::vector<std::int32_t>& values) {
    std::vector<bool> valid;
    for (const std::int32_t value : values) valid.push_back(value != missing_day);
    return plain(std::move(name), "tdD", static_cast<std::int64_t>(values.size()), valid, test::bytes_of(values));
}

inline test::ArrowData make_cadres(const Columns& columns) {
    const std::size_t rows = columns.degree.size();
    std::vector<std::int32_t> offsets;
    for (std::size_t i = 0; i <= rows; ++i) offsets.push_back(static_cast<std::int32_t>(i) * appraisals_a_cadre);
    auto members = test::structure(
        "item", {plain("year", "s", static_cast<std::int64_t>(columns.year.size()), {}, test::bytes_of(columns.year)),
                 codes("rating", columns.rating,
                       {"not_completed", "completed_with_limits", "completed", "good", "excellent"})});
    auto appraisals = plain("appraisals", "+l", static_cast<std::int64_t>(rows), {}, test::bytes_of(offsets));
    appraisals.children.push_back(std::move(members));
    return test::structure("",
                           {codes("degree", columns.degree,
                                  {"none", "elementary", "vocational", "college", "bachelor", "master", "doctorate"}),
                            codes("political_theory", columns.political_theory,
                                  {"none", "elementary", "intermediate", "advanced", "bachelor"}),
                            codes("general_education", columns.general_education,
                                  {"none", "primary", "lower_secondary", "upper_secondary"}),
                            days("birth_date", columns.birth_date), days("joined_service", columns.joined_service),
                            std::move(appraisals)});
}

inline Roster make_roster(const Columns& columns) {
    test::ArrowStream stream({make_cadres(columns)});
    return Roster::from_arrow(stream.get());
}

}  // namespace cadre::benchmarks
